import { Button, SegmentedControl } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPrinter } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { todayList, type TodayItem } from '../../../shared/agenda/today-list.ts';
import { atSite } from '../../../shared/agenda/today-sites.ts';
import { toDay, weekdayOf } from '../../../shared/civil-date.ts';
import { countOf, dateWords, longDateWords } from '../../../shared/wording.ts';
import { failureWords } from '../../platform/failure-words.ts';
import { NoteDialog } from '../../session/note-dialog.tsx';
import { matchKey, matchPath } from '../../session/match-path.ts';
import { useSession } from '../../session/session.tsx';
import { useTakeAway } from '../../session/use-take-away.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useKeys } from '../../ui/keys.ts';
import { navigate, pathOf } from '../../ui/navigate.ts';
import { Slot } from '../../ui/slots.tsx';
import { Cleared } from './cleared.tsx';
import { Horizon } from './horizon.tsx';
import { MonthProgress } from './month-progress.tsx';
import { Nothing } from './nothing.tsx';
import { IntakeLine } from './intake-line.tsx';
import { BackupFindingLine } from './backup-finding.tsx';
import { AgencyStanding } from './agency-standing.tsx';
import { byPerson } from './by-person.ts';
import { ThingList, type ListHandle } from './thing-list.tsx';
import styles from './today.module.css';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** What must be done now, the worst first; beside it the month's check, who is cleared, and how the agency stands. */
export function TodayPage() {
  const { file, evaluation, requirements, explain, asOf, canRecord, requirementTitle } = useSession();
  const { printPage } = useTakeAway();
  const [site, setSite] = useState('all');
  const [grouping, setGrouping] = useState<'everyone' | 'person'>('everyone');
  const [focused, setFocused] = useState<string | null>(null);
  const [noting, setNoting] = useState<TodayItem | null>(null);
  const list = useRef<ListHandle>(null);

  const whole = useMemo(() => todayList(file, evaluation, requirements, explain), [file, evaluation, requirements, explain]);
  const sites = file.sites ?? [];
  const today = useMemo(() => atSite(file, whole, asOf, site === 'all' ? null : site), [file, whole, asOf, site]);
  const groups = useMemo(() => (grouping === 'person' ? byPerson(today) : today.groups), [grouping, today]);
  const items = groups.flatMap((group) => group.items);
  const current = items.find((item) => item.key === focused) ?? items[0];

  const open = (item: TodayItem): void => {
    const [subject, ...others] = item.subjects;
    const { leadsTo } = item;
    if (leadsTo.kind === 'match') navigate(matchPath(matchKey(leadsTo.checkId, leadsTo.digest)));
    else if (leadsTo.kind === 'report') {
      const key = matchKey(leadsTo.checkId, leadsTo.digest);
      // A vendor has no screen of its own: the match says what is owed.
      navigate(subject.kind === 'vendor' ? matchPath(key) : `${pathOf('people', subject.id)}?report=${encodeURIComponent(key)}`);
    } else if (leadsTo.kind === 'survey') navigate(pathOf('survey', leadsTo.surveyId));
    else if (leadsTo.kind === 'agency-papers') navigate('/agency');
    else if (item.standing === null) return;
    else if (subject.kind === 'team' || subject.kind === 'agency') {
      const team = subject.kind === 'team' && others.length === 0 ? `&team=${encodeURIComponent(subject.id)}` : '';
      navigate(`/agency?requirement=${encodeURIComponent(item.standing.requirement)}${team}`);
    } else if (others.length > 0 || subject.kind === 'vendor') navigate(`/matrix?column=${encodeURIComponent(item.standing.requirement)}`);
    else navigate(pathOf('people', subject.id, item.standing.requirement));
  };
  const print = async (): Promise<void> => {
    const printed = await printPage(`Today as of ${dateWords(asOf)}`);
    if (!printed.ok) notifications.show({ color: 'red', title: 'Nothing was printed', message: failureWords(printed.error), autoClose: false });
  };

  const canNote = canRecord && current?.group === 'explain';
  useKeys('Today', [
    { keys: 'J', does: 'Next thing', run: () => list.current?.move(1) },
    { keys: 'K', does: 'Previous thing', run: () => list.current?.move(-1) },
    ...(canNote ? [{ keys: 'N', does: 'Write a note on the finding', run: () => setNoting(current) }] : []),
    { keys: 'Ctrl+P', does: 'Print the list', inFields: true, run: () => void print() },
  ]);

  return (
    <div className={styles.page}>
      <Slot name="subtitle">{`${weekdays[weekdayOf(toDay(asOf)) - 1] ?? ''} ${longDateWords(asOf)} · ${file.agency.name}`}</Slot>
      <div className={styles.left}>
        <BackupFindingLine />
        <IntakeLine />
        <div className={styles.head}>
          <h2 className={styles.count}>
            {countOf(today.count, 'thing')} to do
            {today.explained > 0 && <span>{` · ${today.explained} explained`}</span>}
          </h2>
          <SegmentedControl
            aria-label="Group the list"
            value={grouping}
            onChange={(value) => setGrouping(value === 'person' ? 'person' : 'everyone')}
            data={[
              { value: 'everyone', label: 'Everyone' },
              { value: 'person', label: 'By person' },
            ]}
          />
          {sites.length > 1 && (
            <SegmentedControl
              aria-label="Site"
              value={site}
              onChange={setSite}
              data={[{ value: 'all', label: 'All sites' }, ...sites.map(({ id, name }) => ({ value: id, label: name }))]}
            />
          )}
          <Button leftSection={<IconPrinter size={14} stroke={1.6} />} onClick={() => void print()}>Print</Button>
        </div>
        {items.length === 0 && whole.count > 0 ? (
          <EmptyState action={<Button onClick={() => setSite('all')}>Show all sites</Button>}>Nothing is to be done at this site.</EmptyState>
        ) : items.length === 0 ? (
          <Nothing />
        ) : (
          <ThingList groups={groups} asOf={asOf} current={current?.key ?? null} canNote={canRecord} onFocus={setFocused} onOpen={open} onNote={setNoting} handle={list} />
        )}
        <Horizon />
      </div>
      <aside className={styles.right} aria-label="Overview">
        <MonthProgress />
        <Cleared />
        <AgencyStanding />
      </aside>
      {noting?.standing != null && (
        <NoteDialog
          opened
          standing={noting.standing}
          title={requirementTitle(noting.standing.requirement)}
          name={noting.subjects[0].name}
          onClose={() => setNoting(null)}
        />
      )}
      <Slot name="footer">{`${countOf(today.count, 'thing')} to do · ${today.explained} explained`}</Slot>
      <Slot name="keys">
        <Kbd>↑</Kbd><Kbd>↓</Kbd> move <span aria-hidden="true">&ensp;</span><Kbd>Enter</Kbd> open <span aria-hidden="true">&ensp;</span>
        {canNote && <><Kbd>N</Kbd> note <span aria-hidden="true">&ensp;</span></>}
        <Kbd>?</Kbd> all keys
      </Slot>
    </div>
  );
}
