import { fieldsOf, toDay, type CivilDate } from '../../../shared/civil-date.ts';
import type { PartAccount, Standing } from '../../../shared/rules/standing.ts';
import { monthWords } from '../../../shared/wording.ts';

/** Wide cells show dates and words, narrow ones time left. */
export type CellWidth = 'wide' | 'narrow';

const isMonth = (period: string): boolean => /^\d{4}-\d{2}$/.test(period);
const monthName = (period: string): string => monthWords(period).slice(0, 3);
const shortYear = (date: string): string => `’${date.slice(2, 4)}`;

/** `31 Mar` when near, `Nov ’26` when the day does not matter yet. */
function shortDate(date: CivilDate, asOf: CivilDate): string {
  const { day } = fieldsOf(toDay(date));
  return Math.abs(toDay(date) - toDay(asOf)) <= 90 ? `${day} ${monthName(date)}` : `${monthName(date)} ${shortYear(date)}`;
}

/** Time between two days in at most four characters: `12d`, `9m`, `5y`. */
function shortSpan(days: number): string {
  if (days <= 90) return `${days}d`;
  const months = Math.floor(days / 30.44);
  return months <= 48 ? `${months}m` : `${Math.floor(months / 12)}y`;
}

const overMonths = (months: number): string => (months < 10 ? `+${months}m` : `+${Math.max(1, Math.floor(months / 12))}y`);
/** Days over: `+9d`, `+16` (two figures need no letter), `+4m`. */
const over = (days: number): string => (days < 10 ? `+${days}d` : days < 100 ? `+${days}` : overMonths(Math.floor(days / 30.44)));
const overWide = (days: number): string => (days < 100 ? `+${days} d` : `+${Math.floor(days / 30.44)} mo`);

/** The month or year that is not met, or how many there are. */
function periodText(standing: Standing, wide: boolean): string {
  const open = (standing.periods ?? []).filter((period) => period.status === 'gap' || period.status === 'incomplete');
  const first = open[0]?.period;
  if (first === undefined) return wide ? 'Part' : '';
  if (open.length > 1) return wide ? `${open.length} gaps` : `${open.length}×`;
  if (!isMonth(first)) return first.slice(0, 4);
  return wide ? `${monthName(first)} ${shortYear(first)}` : monthName(first);
}

const done: readonly PartAccount['status'][] = ['met', 'exempt', 'expiring', 'late'];

/** How many parts are there, of how many; null where parts are not what is counted. */
function partsHeld({ account, missing }: Standing): { readonly held: number; readonly of: number } | null {
  const documents = account.parts.find((part) => part.why.code === 'no-document')?.why;
  if (documents?.code === 'no-document') return { held: documents.of - documents.count, of: documents.of };
  const of = account.parts.length;
  if (of >= 2) return { held: account.parts.filter((part) => done.includes(part.status)).length, of };
  return missing === undefined || missing.length === 0 ? null : { held: 0, of: missing.length };
}

/** Days beyond what was allowed: too old on the day of hire, or done too late; null where no part says. */
export function daysBeyond({ account }: Standing): number | null {
  const days = account.parts.flatMap(({ why }) => {
    if (why.code === 'done') return [why.daysLate];
    if (why.code !== 'age') return [];
    const tooOld = why.maxAgeDays === null ? 0 : why.ageDays - why.maxAgeDays;
    const last = account.window?.to ?? null;
    return [Math.max(tooOld, last === null ? 0 : toDay(why.completedOn) - toDay(last))];
  });
  const most = Math.max(0, ...days);
  return most === 0 ? null : most;
}

/**
 * The few characters a matrix cell shows beside its shape; empty where the shape says it all. Everything shortened here is
 * spelled out in the cell's name and tooltip.
 */
export function cellText(standing: Standing, asOf: CivilDate, width: CellWidth): string {
  const wide = width === 'wide';
  const today = toDay(asOf);
  const until = (date: CivilDate | null): string =>
    date === null ? '' : wide ? shortDate(date, asOf) : toDay(date) >= today ? shortSpan(toDay(date) - today) : over(today - toDay(date));
  const since = (date: CivilDate | null, word: string): string =>
    date === null || toDay(date) >= today ? (wide ? word : '') : wide ? overWide(today - toDay(date)) : over(today - toDay(date));
  const last = standing.periods?.findLast((period) => period.status === 'met')?.period;
  switch (standing.status) {
    case 'met':
      return last !== undefined && isMonth(last) ? monthName(last) : until(standing.validThrough);
    case 'exempt': {
      const by = standing.account.parts.map((part) => part.why).find((why) => why.code === 'exempt')?.by;
      return by !== undefined && by.length <= 5 ? by.toUpperCase() : until(standing.validThrough);
    }
    case 'expiring':
    case 'due-soon':
      return until(standing.dueOn ?? standing.validThrough);
    case 'not-yet-due':
      return standing.dueOn === null ? (wide ? 'Not yet' : '') : until(standing.dueOn);
    case 'review': {
      const open = standing.account.parts.filter((part) => part.status === 'review').length;
      return wide ? 'Review' : String(Math.max(1, open));
    }
    case 'overdue':
      return since(standing.dueOn, 'Overdue');
    case 'expired':
      return since(standing.dueOn ?? standing.validThrough, 'Expired');
    case 'incomplete': {
      if (standing.periods !== undefined) return periodText(standing, wide);
      const parts = partsHeld(standing);
      if (parts === null) return wide ? 'Part' : '';
      if (parts.of < 10) return wide ? `${parts.held} of ${parts.of}` : `${parts.held}/${parts.of}`;
      return wide ? `${parts.held}/${parts.of}` : `−${parts.of - parts.held}`;
    }
    case 'stale':
    case 'late': {
      const days = daysBeyond(standing);
      if (wide) return standing.status === 'stale' ? 'Stale' : 'Late';
      return days === null ? '' : over(days);
    }
    case 'gap':
      return periodText(standing, wide);
    case 'fail':
      return 'Fail';
    case 'not-applicable':
      return '';
  }
}
