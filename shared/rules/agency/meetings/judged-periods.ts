import { endOfMonth, plusDays, plusMonths, toDay, type Day } from '../../../civil-date.ts';
import { nextPeriod, periodAt, type Cadence, type PeriodSpan } from '../../../model/agency-records/period.ts';
import type { StandingRecords } from '../../../model/agency-records/standing-records.ts';
import type { AgencyContext } from '../row.ts';
import { firstLogged, teamLog } from './log.ts';
import { workSpan, type WorkSpan } from './members.ts';

/** A period to be judged; the open one is the one the day judged lies in. */
export type ToJudge = { readonly span: WorkSpan; readonly open: boolean };

/**
 * The periods of a team's duty that are judged, in order, and the day they are judged from. Closed ones that begin on or after the
 * latest of: twelve months before the day judged, `recordsFrom`, the team's beginning, the pack's date, and, where the agency says
 * nothing about where its records begin, the team's first logged meeting or figure; without any log none. The open period is judged
 * unless one of the agency's own dates cuts it.
 */
export function periodsToJudge({ today, recordsFrom, demandedFrom, records, team }: AgencyContext, every: Cadence): Periods {
  const dates: number[] = [plusMonths(today, -12)];
  if (recordsFrom !== null) dates.push(recordsFrom);
  if (demandedFrom !== null) dates.push(demandedFrom);
  if (team?.implementedOn !== undefined) dates.push(toDay(team.implementedOn));
  const owed = Math.max(...dates) as Day;
  const logged = recordsFrom !== null || team === null ? owed : firstLogged(teamLog(records, team.id), today);
  const closedFrom = logged === null ? Infinity : Math.max(owed, logged);
  return periodsFrom(records, every, today, owed, closedFrom);
}

type Periods = { readonly from: Day; readonly periods: readonly ToJudge[] };
const kept = new WeakMap<StandingRecords, Map<string, Periods>>();

/** The periods themselves; most duties of most teams share them, so they are made once for each state of the records and day judged. */
function periodsFrom(records: StandingRecords, every: Cadence, today: Day, owed: Day, closedFrom: number): Periods {
  const known = kept.get(records) ?? new Map<string, Periods>();
  kept.set(records, known);
  const key = `${every} ${String(today)} ${String(owed)} ${String(closedFrom)}`;
  const made = known.get(key);
  if (made !== undefined) return made;
  const openSpan = periodAt(every, today);
  const periods: ToJudge[] = [];
  if (Number.isFinite(closedFrom)) {
    for (let span = periodAt(every, closedFrom as Day); span.last < today && span.first < openSpan.first; span = nextPeriod(span)) {
      const work = workSpan(span);
      if (closedFrom <= work.firstWeekday) periods.push({ span: work, open: false });
    }
  }
  const open = workSpan(openSpan);
  if (owed <= open.firstWeekday) periods.push({ span: open, open: true });
  const answer: Periods = { from: Math.min(closedFrom, openSpan.first) as Day, periods };
  // A screen that walks through many days (a survey plan, a calendar) must not keep them all.
  if (known.size >= 200) known.clear();
  known.set(key, answer);
  return answer;
}

/** Days before the end of an open period from which it is due soon: Thursday of a week, the last ten days of a month, the last thirty of a quarter. */
export const warningDays: Readonly<Record<Cadence, number>> = { week: 3, month: 10, quarter: 30 };

/**
 * The last good day for what can only be handed in once a period is over: numbers of a week or a month seven days after it, what is
 * counted or reported by the quarter at the end of the month after it.
 */
export const awaitedUntil = ({ every, last }: PeriodSpan): Day => (every === 'quarter' ? endOfMonth(plusDays(last, 1)) : plusDays(last, 7));
