import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { exclusionReminder, type ReminderLevel, type ReminderLine } from '../../../shared/agenda/exclusions/reminder.ts';
import { monthState, type ListTally } from '../../../shared/agenda/exclusions/month-close.ts';
import { monthOf } from '../../../shared/civil-date.ts';
import { exclusionListWords } from '../../../shared/model/exclusion.ts';
import { dateWords, distanceWords, longMonthWords } from '../../../shared/wording.ts';
import { ListBar } from '../../session/list-bar.tsx';
import { matchPath } from '../../session/match-path.ts';
import { useSession } from '../../session/session.tsx';
import type { GlyphName } from '../../ui/glyph.tsx';
import { navigate } from '../../ui/navigate.ts';
import { Panel } from '../../ui/panel.tsx';
import { StatusMark, type MarkFamily } from '../../ui/status-mark.tsx';
import styles from './today.module.css';

/** How loudly a line asks: quiet at the beginning of a month, and only in its last days as loud as what is missing. */
const looks: Readonly<Record<ReminderLevel, { readonly family: MarkFamily; readonly glyph: GlyphName; readonly word: string }>> = {
  done: { family: 'ok', glyph: 'tick', word: 'Done' },
  calm: { family: 'open', glyph: 'circle', word: 'Open' },
  due: { family: 'near', glyph: 'half-circle', word: 'Due' },
  urgent: { family: 'near', glyph: 'clock', word: 'Soon' },
  'last-days': { family: 'act', glyph: 'triangle', word: 'Last days' },
};

const places: Readonly<Record<ReminderLine['about'], string>> = {
  searches: '/exclusions/run',
  matches: matchPath(),
  undetermined: matchPath(),
  close: '/exclusions/coverage',
  'last-month': '/exclusions/coverage',
  list: '/exclusions/lists',
  report: '/exclusions',
};

/** The month's exclusion check: of those who owe it, who is settled on each list, what is left, and how soon it must be done. */
export function MonthProgress() {
  const { file, evaluation, asOf, canRecord } = useSession();
  const check = useMemo(() => monthState(file, evaluation, monthOf(asOf)), [file, evaluation, asOf]);
  const reminder = useMemo(() => exclusionReminder(file, evaluation), [file, evaluation]);
  const month = longMonthWords(check.month).split(' ')[0] ?? '';
  const open = reminder !== null && reminder.state.close === null && reminder.state.holes.length > 0;
  // A report stands on the list of today with its person; here it would only say so again.
  const lines = (reminder?.lines ?? []).filter((line) => line.about !== 'report');
  return (
    <Panel
      title={<a className={styles.panelLink} href="#/exclusions">{`${month} exclusion check`}</a>}
      aside={`ends ${distanceWords(check.endsOn, asOf)}`}
    >
      {check.lists.length === 0 && <p className={styles.fine}>Nobody owes a monthly check under the packs in force.</p>}
      {check.lists.map((list) => (
        <List key={list.list} list={list} />
      ))}
      {lines.length > 0 && (
        <ul className={styles.rest} aria-label="What is left">
          {lines.map((line) => (
            <li key={line.words}>
              <StatusMark {...looks[line.level]} text="" label={looks[line.level].word} />
              <a href={`#${places[line.about]}`}>{line.words}</a>
            </li>
          ))}
        </ul>
      )}
      {open && canRecord && (
        <div className={styles.buttons}>
          <Button onClick={() => navigate('/exclusions/run')}>{`Run ${month}`}</Button>
          <Button onClick={() => navigate('/bulk')}>Record checks</Button>
        </div>
      )}
    </Panel>
  );

  function List({ list }: { readonly list: ListTally }) {
    const words = exclusionListWords[list.list];
    return (
      <div className={styles.bar}>
        <div className={styles.barHead}>
          <span title={words.long}>{words.short}</span>
          <span>{`${list.done} of ${list.owed} settled`}</span>
        </div>
        <ListBar tally={list} />
        <p className={`${styles.fine ?? ''} ${styles.below ?? ''}`}>
          {[
            list.latestOn === null ? 'Not checked this month yet' : `Last checked ${dateWords(list.latestOn)} · ${distanceWords(list.latestOn, asOf)}`,
            list.undecided > 0 ? `${list.undecided} to decide` : '',
            list.unable > 0 ? `${list.unable} undetermined` : '',
            list.confirmed > 0 ? `${list.confirmed} confirmed` : '',
            list.missing > 0 && list.latestOn !== null ? `${list.missing} not searched` : '',
          ].filter((part) => part !== '').join(' · ')}
        </p>
      </div>
    );
  }
}
