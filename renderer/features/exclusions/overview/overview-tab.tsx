import { Anchor, Button } from '@mantine/core';
import { useMemo } from 'react';
import { monthsUpTo } from '../../../../shared/agenda/exclusions/coverage.ts';
import { monthState, type MonthState } from '../../../../shared/agenda/exclusions/month-close.ts';
import { obligationsOf } from '../../../../shared/agenda/exclusions/obligations.ts';
import { exclusionReminder, type ExclusionReminder, type ReminderLine } from '../../../../shared/agenda/exclusions/reminder.ts';
import { importedOn, versionInForce } from '../../../../shared/agenda/exclusions/versions.ts';
import { exclusionListWords } from '../../../../shared/model/exclusion.ts';
import { countOf, dateWords, distanceWords, longMonthWords } from '../../../../shared/wording.ts';
import { useSession } from '../../../session/session.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Figures } from '../../../ui/figures.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { navigate, pathOf } from '../../../ui/navigate.ts';
import { Panel } from '../../../ui/panel.tsx';
import { ListBar } from '../../../session/list-bar.tsx';
import { Slot } from '../../../ui/slots.tsx';
import { StatusMark, type StatusMarkProps } from '../../../ui/status-mark.tsx';
import { isFileList } from '../lists/list-facts.ts';
import { nextThing } from './next-thing.ts';
import styles from './overview.module.css';

const monthsShown = 12;

/** The month at a glance: the one next thing, what else is left, how far each list is, and the months before. */
export function OverviewTab() {
  const { file, evaluation, asOf, knownAt } = useSession();
  const reminder = useMemo(() => exclusionReminder(file, evaluation), [file, evaluation]);
  const months = useMemo(() => {
    const obligations = obligationsOf(file, evaluation);
    return [...monthsUpTo(asOf, monthsShown)].reverse().map((month) => monthState(file, evaluation, month, obligations));
  }, [file, evaluation, asOf]);
  const before = months[1];
  const next = reminder === null || before === undefined
    ? null
    : nextThing(reminder, before, isFileList, (list) => versionInForce(file, list, asOf, knownAt ?? undefined) !== null);
  useKeys('Overview', next === null ? [] : [{ keys: 'N', does: next.label, run: () => navigate(next.path) }]);

  if (reminder === null || next === null) {
    return (
      <EmptyState
        action={<Button variant="filled" onClick={() => navigate('/people')}>Open People</Button>}
        alternative={<Button onClick={() => navigate('/settings/packs')}>Open rule packs</Button>}
      >
        Nobody on file owes an exclusion check under the rule packs in force. Add people, or choose the packs of your payers.
      </EmptyState>
    );
  }
  return (
    <div className={styles.page}>
      <div className={styles.left}>
        <header className={styles.head}>
          <div>
            <h2 className={styles.statement}>{reminder.headline}</h2>
            <p className={styles.why}>{next.why}</p>
          </div>
          <Button variant="filled" rightSection={<Kbd onAccent>N</Kbd>} onClick={() => navigate(next.path)}>{next.label}</Button>
        </header>
        <Left reminder={reminder} before={before ?? null} />
        <Panel title="Months" aside="newest first">
          <Months months={months} />
        </Panel>
      </div>
      <aside className={styles.right} aria-label="Lists of the month">
        <Lists reminder={reminder} />
        <Reports reminder={reminder} />
      </aside>
      <Slot name="footer">{reminder.headline}</Slot>
      <Slot name="keys"><Kbd>N</Kbd> {next.label.toLowerCase()} <Kbd>?</Kbd> all keys</Slot>
    </div>
  );
}

const levelLook: Readonly<Record<ReminderLine['level'], Pick<StatusMarkProps, 'family' | 'glyph' | 'word'>>> = {
  done: { family: 'ok', glyph: 'tick', word: 'Done' },
  calm: { family: 'open', glyph: 'circle', word: 'Open' },
  due: { family: 'near', glyph: 'half-circle', word: 'Due soon' },
  urgent: { family: 'near', glyph: 'clock', word: 'Few days left' },
  'last-days': { family: 'act', glyph: 'triangle', word: 'Last days' },
};

/** What is left, each with the place where it is done. Reports have a panel of their own. */
function Left({ reminder, before }: { readonly reminder: ExclusionReminder; readonly before: MonthState | null }) {
  const lines = reminder.lines.filter(({ about }) => about !== 'report');
  const pathOfLine = ({ about }: ReminderLine): { readonly path: string; readonly label: string } => {
    switch (about) {
      case 'searches':
        return { path: '/exclusions/run', label: 'Open the run' };
      case 'matches':
      case 'undetermined':
      case 'report':
        return { path: '/exclusions/matches', label: 'Open the matches' };
      case 'close':
        return { path: `/exclusions/coverage?month=${reminder.month}`, label: 'Close it' };
      case 'last-month':
        return { path: `/exclusions/coverage?month=${before?.month ?? reminder.month}`, label: 'Look at it' };
      case 'list':
        return { path: '/exclusions/lists', label: 'Open the lists' };
    }
  };
  return (
    <Panel title="What is left" aside={lines.length === 0 ? '' : countOf(lines.length, 'thing')}>
      {lines.length === 0 ? <p className={styles.fine}>Nothing this month.</p> : (
        <ul className={styles.lines}>
          {lines.map((line) => {
            const { path, label } = pathOfLine(line);
            return (
              <li key={line.words}>
                <StatusMark {...levelLook[line.level]} text="" />
                <span><Figures text={line.words} /></span>
                <Anchor href={`#${path}`} size="sm">{label}</Anchor>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}

function Months({ months }: { readonly months: readonly MonthState[] }) {
  const { asOf } = useSession();
  return (
    <table className={styles.table}>
      <thead>
        <tr><th scope="col">Month</th><th scope="col">Searches</th><th scope="col">Matches</th><th scope="col">Holes</th><th scope="col">Closed</th></tr>
      </thead>
      <tbody>
        {months.filter((month, at) => at === 0 || month.owed > 0 || month.close !== null).map((month) => {
          const gaps = month.holes.filter(({ status }) => status === 'gap');
          const bare = gaps.filter(({ reason }) => reason === null).length;
          return (
            <tr key={month.month}>
              <th scope="row"><Anchor href={`#/exclusions/coverage?month=${month.month}`} size="sm">{longMonthWords(month.month)}</Anchor></th>
              <td className="num">{month.owed === 0 ? 'none owed' : `${month.done} of ${month.owed}`}</td>
              <td>
                {month.undecided.length > 0 ? <StatusMark family="review" glyph="question" word={`${month.undecided.length} to decide`} />
                  : month.confirmed.length > 0 ? <StatusMark family="fail" glyph="octagon" word={`${month.confirmed.length} confirmed`} /> : ''}
              </td>
              <td>{gaps.length > 0 && <StatusMark family="finding" glyph="dashed-square" word={`${countOf(gaps.length, 'hole')}${bare === 0 ? ', explained' : ''}`} />}</td>
              <td className="num">
                {month.close === null
                  ? month.canClose && month.owed > 0 ? <Anchor href={`#/exclusions/coverage?month=${month.month}`} size="sm">Close it</Anchor> : 'open'
                  : `${dateWords(month.close.closedOn)} · ${distanceWords(month.close.closedOn, asOf)}`}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** This month, list by list, and the file each is searched in. */
function Lists({ reminder }: { readonly reminder: ExclusionReminder }) {
  const { file, asOf, knownAt } = useSession();
  const { state, closesOn } = reminder;
  return (
    <Panel title={`${longMonthWords(state.month)}, list by list`} aside={`ends ${dateWords(closesOn)} · ${distanceWords(closesOn, asOf)}`}>
      {state.lists.length === 0 && <p className={styles.fine}>Nobody owes a search this month.</p>}
      {state.lists.map((tally) => {
        const version = versionInForce(file, tally.list, asOf, knownAt ?? undefined);
        const stale = reminder.staleLists.find(({ list }) => list === tally.list);
        return (
          <div key={tally.list} className={styles.list}>
            <div className={styles.listHead}>
              <Anchor href={isFileList(tally.list) ? '#/exclusions/lists' : '#/exclusions/run'} size="sm" c="var(--text)">{exclusionListWords[tally.list].long}</Anchor>
              <span className="num">{`${tally.done} of ${tally.owed} settled`}</span>
            </div>
            <ListBar tally={tally} />
            <p className={styles.fine}>
              {version === null
                ? isFileList(tally.list) ? 'No file of it is imported' : 'Searched on its web site'
                : `${version.name}, ${countOf(version.rows, 'entry', 'entries')}, imported ${dateWords(importedOn(file, version))} · ${distanceWords(importedOn(file, version), asOf)}`}
            </p>
            {stale !== undefined && <p className={styles.stale}><StatusMark family="near" glyph="clock" word="Old" text="" /> {stale.words}</p>}
          </div>
        );
      })}
    </Panel>
  );
}

/** Confirmed exclusions that are still to be reported. */
function Reports({ reminder }: { readonly reminder: ExclusionReminder }) {
  if (reminder.reports.length === 0) return null;
  return (
    <Panel title="To report" aside={String(reminder.reports.length)}>
      <ul className={styles.lines}>
        {reminder.reports.map(({ match, subject, words, status }) => (
          <li key={`${match.check.id} ${match.candidate?.digest ?? ''}`}>
            <StatusMark {...levelLook[status === 'overdue' ? 'last-days' : 'urgent']} text="" />
            <span><Figures text={words} /></span>
            {subject.person !== null && <Anchor href={`#${pathOf('people', subject.person.id)}?tab=checks`} size="sm">Open</Anchor>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
