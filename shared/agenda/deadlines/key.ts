import { toDay } from '../../civil-date.ts';
import { periodAt, spanOf } from '../../model/agency-records/period.ts';
import type { Standing } from '../../rules/standing.ts';

/** A key of its parts. Ids are text of any kind, so the mark between parts is written away inside them: two different lists of parts never meet. */
export const keyOfParts = (...parts: readonly string[]): string => parts.map((part) => part.replaceAll('%', '%25').replaceAll('/', '%2F')).join('/');

/** Whether a verdict is about calendar months: exclusion lists, of which the month as a whole is one deadline. */
export const isMonthly = ({ periods }: Pick<Standing, 'periods'>): boolean => periods?.some((each) => /^\d{4}-\d{2}$/.test(each.period)) === true;

/**
 * The week, month, quarter or year a duty's day belongs to, as a part of its key; null for a duty without periods. A training year
 * follows the day of hire, so it is named by the calendar year it ends in: a corrected day of hire moves the duty and makes no new one.
 */
export function periodOfDuty({ periods, dueOn }: Pick<Standing, 'periods' | 'dueOn'>): string | null {
  const last = periods?.at(-1)?.period;
  if (last === undefined || dueOn === null) return null;
  const span = spanOf(last);
  return span === null ? `year-${dueOn.slice(0, 4)}` : periodAt(span.every, toDay(dueOn)).period;
}
