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

/** What of a verdict names its duty. */
export type Named = Pick<Standing, 'personId' | 'vendorId' | 'teamId' | 'employmentId' | 'requirement' | 'periods' | 'dueOn'>;

/** The key of a duty of one person in one employment. */
export function personKey(standing: Named): string {
  const period = periodOfDuty(standing);
  return keyOfParts('person', standing.personId ?? '', standing.employmentId ?? '', standing.requirement, ...(period === null ? [] : [period]));
}

export const vendorKey = (standing: Named): string => keyOfParts('vendor', standing.vendorId ?? '', standing.requirement);

/** The key of a duty of the agency or of one of its teams. */
export function agencyKey(standing: Named): string {
  const period = periodOfDuty(standing);
  const about = standing.teamId === undefined ? ['agency'] : ['team', standing.teamId];
  return keyOfParts(...about, standing.requirement, ...(period === null ? [] : [period]));
}

/** A day a record carries: `root` is the first id of its chain, `part` tells the days of one record apart. */
export const recordKey = (root: string, part: string): string => keyOfParts('record', root, part);

/** The notice of one decision to the holder of one contract, both by the first ids of their chains. */
export const noticeKey = (decision: string, contract: string): string => keyOfParts('notice', decision, contract);

/** The report of a confirmed match; `subject` as `keyText` writes it, `digest` of the row, empty for a search on a web site. */
export const reportKey = (subject: string, list: string, digest: string): string => keyOfParts('exclusions', 'report', subject, list, digest);

/** What the month's screening asks for: the searches of a group of lists, or its close. */
export const screeningKey = (month: string, part: string): string => keyOfParts('exclusions', month, part);

export const listKey = (list: string): string => keyOfParts('exclusions', 'list', list);
