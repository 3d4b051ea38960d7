import { fieldsOf, toDay, type CivilDate, type Day } from './civil-date.ts';

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const longMonthNames = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const;

/** `19 Mar 2026`. The same in every locale, since a binder must read the same everywhere. */
export function dateWords(date: CivilDate): string {
  const { year, month, day } = fieldsOf(toDay(date));
  return `${day} ${monthNames[month - 1] ?? ''} ${year}`;
}

/** `19 March 2026`. */
export function longDateWords(date: CivilDate): string {
  const { year, month, day } = fieldsOf(toDay(date));
  return `${day} ${longMonthNames[month - 1] ?? ''} ${year}`;
}

/** `Aug 2025` of a month `2025-08` (or of a date in it). */
export const monthWords = (month: string): string => `${monthNames[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`;

/** `August 2025` of a month `2025-08` (or of a date in it). */
export const longMonthWords = (month: string): string => `${longMonthNames[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`;

/** `1 day`, `94 days`. */
export const countOf = (count: number, singular: string, plural = `${singular}s`): string => `${count} ${count === 1 ? singular : plural}`;

/** Whole months from the earlier to the later day. */
function monthsBetween(from: Day, to: Day): number {
  const a = fieldsOf(from);
  const b = fieldsOf(to);
  return (b.year - a.year) * 12 + (b.month - a.month) - (b.day < a.day ? 1 : 0);
}

function span(days: number, from: Day, to: Day): string {
  if (days <= 90) return countOf(days, 'day');
  const months = monthsBetween(from, to);
  if (months <= 24) return countOf(months, 'month');
  return months % 12 === 0 ? `${Math.floor(months / 12)} y` : `${Math.floor(months / 12)} y ${months % 12} mo`;
}

/** How far a date lies from a day: `in 12 days`, `8 days ago`, `today`; days up to 90, then months up to 24, then years. */
export function distanceWords(date: CivilDate, from: CivilDate): string {
  const there = toDay(date);
  const here = toDay(from);
  const days = there - here;
  if (days === 0) return 'today';
  return days > 0 ? `in ${span(days, here, there)}` : `${span(-days, there, here)} ago`;
}
