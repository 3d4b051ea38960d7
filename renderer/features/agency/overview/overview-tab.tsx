import { Button, SegmentedControl, Select } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { isLasting, lastingPeriods } from '../../../../shared/agenda/acknowledgements.ts';
import { agencyGroups, agencyGroupWords } from '../../../../shared/rules/agency/row.ts';
import { statusFacts } from '../../../../shared/rules/status.ts';
import { lookOf } from '../../../../shared/status-look.ts';
import { countOf, dateWords, distanceWords } from '../../../../shared/wording.ts';
import { useSession } from '../../../session/session.tsx';
import { DateWithDistance } from '../../../ui/date-with-distance.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { GroupedList, type ListColumn, type ListGroup } from '../../../ui/grouped-list/grouped-list.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { navigate, useRoute } from '../../../ui/navigate.ts';
import { Slot } from '../../../ui/slots.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { actionOf } from '../actions.ts';
import { AgencyDialogs } from '../agency-dialogs.tsx';
import type { AgencyDeed } from '../deeds.ts';
import { byConsequence, needsSomebody, useDuties, type Duty } from '../duties.ts';
import { DutyPanel } from './duty-panel.tsx';
import styles from '../panel.module.css';

type Subject = { readonly key: string; readonly name: string; readonly rows: readonly Duty[] };

/** The agency first, then its teams, by site where there are several. */
function subjectsOf(rows: readonly Duty[], siteName: (id: string | null) => string | null): readonly Subject[] {
  const subjects = new Map<string, { key: string; name: string; rows: Duty[] }>();
  for (const duty of rows) {
    const key = duty.team?.id ?? '';
    const site = duty.team === null ? null : siteName(duty.team.siteId);
    const name = duty.team === null ? 'The agency' : `${duty.team.name}${site === null ? '' : ` · ${site}`}`;
    const known = subjects.get(key);
    if (known === undefined) subjects.set(key, { key, name, rows: [duty] });
    else known.rows.push(duty);
  }
  return [...subjects.values()];
}

/** What the agency and each of its teams owe, by what it is about, each verdict with its reason beside it. */
export function OverviewTab() {
  const { file, asOf, canRecord } = useSession();
  const asked = useRoute().query;
  const { rows } = useDuties();
  const [open, setOpen] = useState(false);
  const [subject, setSubject] = useState<string | null>(null);
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const [deed, setDeed] = useState<AgencyDeed | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const requirement = asked.get('requirement');
  const selected = chosenKey ?? (requirement === null ? null : `${requirement} ${asked.get('team') ?? ''}`);

  const sites = useMemo(() => file.sites ?? [], [file.sites]);
  const subjects = useMemo(() => subjectsOf(rows, (id) => (sites.length > 1 ? (sites.find((site) => site.id === id)?.name ?? null) : null)), [rows, sites]);
  const waiting = rows.filter(needsSomebody);
  const shown = rows.filter((duty) =>
    (!open || needsSomebody(duty))
    && (subject === null || (subject === 'agency' ? duty.team === null : duty.team?.id === subject || duty.team?.siteId === subject)));
  const chosen = shown.find((duty) => duty.key === selected) ?? [...shown].sort(byConsequence)[0] ?? null;
  const next = rows
    .filter(({ standing }) => standing.dueOn !== null && standing.dueOn >= asOf && statusFacts[standing.status].compliant)
    .sort((one, other) => ((one.standing.dueOn ?? '') < (other.standing.dueOn ?? '') ? -1 : 1))[0];

  const lead = (): void => {
    const action = chosen === null ? null : actionOf(chosen);
    if (action === null) return;
    if (action.deed === null) navigate(action.path);
    else if (canRecord) setDeed(action.deed);
  };
  const note = (): void => {
    if (!canRecord || chosen === null || (!isLasting(chosen.standing) && lastingPeriods(chosen.standing).length === 0)) return;
    setDeed({ kind: 'note', standing: chosen.standing, title: chosen.title, name: chosen.team?.name ?? 'the agency' });
  };
  useKeys('Overview', [
    { keys: 'R', does: 'Do the next step of the chosen duty', run: lead },
    { keys: 'N', does: 'Write a note on the chosen finding', run: note },
  ]);

  if (rows.length === 0) {
    return (
      <EmptyState
        action={<Button variant="filled" onClick={() => navigate('/agency/papers')}>Open Papers</Button>}
        alternative={<Button onClick={() => navigate('/settings/packs')}>Open rule packs</Button>}
      >
        The rule packs in force ask nothing of the agency or its teams on this day. Record its papers, or choose the packs of your payers.
      </EmptyState>
    );
  }

  const columns: readonly ListColumn<Duty>[] = [
    { key: 'title', title: 'Duty', width: '38%', cell: ({ title }) => <span title={title}>{title}</span> },
    { key: 'status', title: 'Standing', width: '118px', cell: ({ standing: { status } }) => <StatusMark {...lookOf(status)} variant={['met', 'exempt', 'not-yet-due'].includes(status) ? 'bare' : 'pill'} /> },
    { key: 'why', title: 'Why', cell: (duty) => { const { brief } = duty.explanation(); return <span title={brief}>{brief}</span>; } },
    { key: 'until', title: 'Valid or due until', width: '208px', end: true, cell: (duty) => <Until duty={duty} /> },
  ];
  const groups = subjects.flatMap(({ key, name, rows: mine }): ListGroup<Duty>[] => {
    const parts = agencyGroups.flatMap((group) => {
      const duties = mine.filter((duty) => duty.group === group && shown.includes(duty));
      return duties.length === 0 ? [] : [{ key: `${key} ${group}`, title: agencyGroupWords[group], rows: duties }];
    });
    const count = mine.filter(needsSomebody).length;
    return parts.map((part, at) => (at === 0 ? { ...part, part: <>{name} <span className={styles.count}>{count === 0 ? 'in order' : `${count} to look after`}</span></> } : part));
  });
  const choices = [
    { value: 'agency', label: 'The agency' },
    ...subjects.filter(({ key }) => key !== '').map(({ key, name }) => ({ value: key, label: name })),
    ...(sites.length > 1 ? sites.map((site) => ({ value: site.id, label: `Teams at ${site.name}` })) : []),
  ];

  return (
    <div className={styles.page}>
      <div className={styles.left}>
        <div className={styles.head}>
          <div>
            <h2 className={styles.statement}>{waiting.length === 0 ? 'The agency and its teams are in order.' : `${countOf(waiting.length, 'duty', 'duties')} of ${rows.length} to look after.`}</h2>
            {next?.standing.dueOn !== undefined && next.standing.dueOn !== null && (
              <p>Next: {next.title}{next.team === null ? '' : `, ${next.team.name}`}, <DateWithDistance date={dateWords(next.standing.dueOn)} distance={distanceWords(next.standing.dueOn, asOf)} /></p>
            )}
          </div>
          <span className={styles.grow} />
          {choices.length > 1 && <Select aria-label="Whose duties" placeholder="Agency and teams" clearable clearButtonProps={{ 'aria-label': 'Agency and teams' }} w={210} value={subject} data={choices} onChange={setSubject} />}
          <SegmentedControl aria-label="Which duties" value={open ? 'open' : 'all'} onChange={(value) => setOpen(value === 'open')} data={[{ value: 'all', label: `All ${rows.length}` }, { value: 'open', label: `To look after ${waiting.length}` }]} />
        </div>
        <div className={styles.scroll}>
          {groups.length === 0
            ? <EmptyState action={<Button onClick={() => { setOpen(false); setSubject(null); }}>Show all</Button>}>Nothing here needs anybody.</EmptyState>
            : <GroupedList label="Duties" columns={columns} groups={groups} rowKey={(duty) => duty.key} selected={chosen?.key ?? null} reveal={requirement !== null} onSelect={setChosenKey} onOpen={() => heading.current?.focus()} />}
        </div>
      </div>
      <aside className={styles.side} aria-label="Explanation">
        {chosen !== null && <DutyPanel duty={chosen} heading={heading} onDeed={setDeed} />}
      </aside>
      <Slot name="footer">{`${countOf(rows.length, 'duty', 'duties')} · ${waiting.length} to look after`}</Slot>
      <Slot name="keys"><Kbd>Enter</Kbd> <span>explain</span> <Kbd>R</Kbd> <span>next step</span> <Kbd>N</Kbd> <span>note</span></Slot>
      <AgencyDialogs deed={deed} onDeed={setDeed} />
    </div>
  );
}

function Until({ duty: { standing } }: { readonly duty: Duty }) {
  const { asOf } = useSession();
  const good = ['met', 'exempt', 'expiring', 'late'].includes(standing.status);
  const date = good ? (standing.validThrough ?? standing.dueOn) : (standing.dueOn ?? standing.validThrough);
  if (date === null) return <span className={styles.facts}>{good ? 'no end' : ''}</span>;
  return <DateWithDistance date={dateWords(date)} distance={distanceWords(date, asOf)} tone={!good && date < asOf ? 'over' : 'plain'} />;
}
