import { useMemo } from 'react';
import { coverageGrid } from '../../../shared/agenda/exclusions/coverage.ts';
import { monthState } from '../../../shared/agenda/exclusions/month-close.ts';
import { keyText } from '../../../shared/agenda/exclusions/subject.ts';
import { closeOf } from '../../../shared/model/exclusion.ts';
import { endOfMonth, fromDay, monthOf, toDay } from '../../../shared/civil-date.ts';
import { dateWords, distanceWords, longMonthWords } from '../../../shared/wording.ts';
import { useSession } from '../../session/session.tsx';
import styles from './month-line.module.css';

/** The month of the day looked at, in one line: how many are clear, confirmed, to decide or still to be searched, and when it ends. */
export function MonthLine() {
  const { file, evaluation, asOf } = useSession();
  const month = monthOf(asOf);
  const counts = useMemo(() => coverageGrid(file, evaluation, { months: [month], list: null }).months[0]?.counts, [file, evaluation, month]);
  const endsOn = fromDay(endOfMonth(toDay(asOf)));
  const close = closeOf(file.monthRecords ?? [], month);
  const state = useMemo(() => monthState(file, evaluation, month), [file, evaluation, month]);
  if (counts === undefined) return null;
  // Who was searched and could not be told apart owes a decision, not another search.
  const unable = new Set(state.unable.map(({ key }) => keyText(key)));
  for (const { key } of state.holes) unable.delete(keyText(key));
  const open = counts.open + counts.gap + counts.incomplete - unable.size;
  const parts = [
    counts.met > 0 ? `${counts.met} clear` : '',
    counts.fail > 0 ? `${counts.fail} confirmed` : '',
    counts.review > 0 ? `${counts.review} to decide` : '',
    unable.size > 0 ? `${unable.size} undetermined` : '',
    open > 0 ? `${open} to search` : '',
  ].filter((part) => part !== '');
  return (
    <p className={styles.month}>
      {`${longMonthWords(month)} · ${parts.length === 0 ? 'nobody owes a search' : parts.join(', ')}`}
      <span>{close === undefined ? ` · closes ${dateWords(endsOn)}, ${distanceWords(endsOn, asOf)}` : ` · closed on ${dateWords(close.closedOn)}, ${distanceWords(close.closedOn, asOf)}`}</span>
    </p>
  );
}
