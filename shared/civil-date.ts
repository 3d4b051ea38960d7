import { fail, ok, type Result } from './result.ts';

declare const civilDateBrand: unique symbol;
declare const monthBrand: unique symbol;
declare const dayBrand: unique symbol;

/** A calendar day written `YYYY-MM-DD`, without time or zone. Lexical order is chronological order. */
export type CivilDate = string & { readonly [civilDateBrand]: true };

/** A calendar month written `YYYY-MM`. */
export type CivilMonth = string & { readonly [monthBrand]: true };

/** A civil date as whole days since 1970-01-01. The arithmetic form; differences are days. */
export type Day = number & { readonly [dayBrand]: true };

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a leap year of the proleptic Gregorian calendar. */
export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a month; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether the text is a real day of the calendar in the form `YYYY-MM-DD`. `2026-02-30` is not. */
export function isCivilDate(text: string): text is CivilDate {
  const match = pattern.exec(text);
  if (match === null) return false;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Reads `YYYY-MM-DD`. Fails, never rolls over, on anything that is not a day of the calendar. */
export function parseCivilDate(text: string): Result<CivilDate, { readonly code: 'not-a-date'; readonly text: string }> {
  return isCivilDate(text) ? ok(text) : fail({ code: 'not-a-date', text });
}

/** Asserts a literal is a date. For constants and tests; input from outside goes through `parseCivilDate`. */
export function civilDate(text: string): CivilDate {
  if (!isCivilDate(text)) throw new Error(`Not a civil date: ${text}`);
  return text;
}

// Days from civil: the era-based algorithm (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms"), exact for every year.
function dayNumber(year: number, month: number, dayOfMonth: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146097 + dayOfEra - 719468) as Day;
}

type Fields = { readonly year: number; readonly month: number; readonly day: number };

/** Year, month (1 to 12) and day of month of a day number. */
export function fieldsOf(day: Day): Fields {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;

/** The day number of a civil date. */
export function toDay(date: CivilDate): Day {
  return dayNumber(
    digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3),
    digit(date, 5) * 10 + digit(date, 6),
    digit(date, 8) * 10 + digit(date, 9),
  );
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');
const written = new Map<Day, CivilDate>();

/** The civil date of a day number. */
export function fromDay(day: Day): CivilDate {
  const known = written.get(day);
  if (known !== undefined) return known;
  const { year, month, day: dayOfMonth } = fieldsOf(day);
  const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}` as CivilDate;
  // A working lifetime of days fits easily; the bound only keeps hostile input from growing it without end.
  if (written.size < 60_000) written.set(day, date);
  return date;
}

/** The day `count` days later (earlier when negative). */
export const plusDays = (day: Day, count: number): Day => (day + count) as Day;

/** The same day of the month `count` months later; where the month is shorter, its last day. */
export function plusMonths(day: Day, count: number): Day {
  const from = fieldsOf(day);
  const months = from.year * 12 + (from.month - 1) + count;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return dayNumber(year, month, Math.min(from.day, daysInMonth(year, month)));
}

/** The same date `count` years later; 29 February becomes 28 February in a common year. */
export const plusYears = (day: Day, count: number): Day => plusMonths(day, count * 12);

/** ISO weekday: 1 Monday to 7 Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** The `count`-th Monday-to-Friday day after `day` (day 0). Holidays are not known: this is the earliest possible date. */
export function plusWeekdays(day: Day, count: number): Day {
  let reached = day;
  for (let left = count; left > 0; ) {
    reached = plusDays(reached, 1);
    if (weekdayOf(reached) <= 5) left -= 1;
  }
  return reached;
}

/** First day of the month the day lies in. */
export const startOfMonth = (day: Day): Day => plusDays(day, 1 - fieldsOf(day).day);

/** Last day of the month the day lies in. */
export function endOfMonth(day: Day): Day {
  const { year, month } = fieldsOf(day);
  return dayNumber(year, month, daysInMonth(year, month));
}

/** The month of a civil date, `YYYY-MM`. */
export const monthOf = (date: CivilDate): CivilMonth => date.slice(0, 7) as CivilMonth;

/** First day of a month. */
export const firstDayOf = (month: CivilMonth): Day => toDay(`${month}-01` as CivilDate);

// Making a formatter takes fifty times as long as asking one.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, calendar: 'gregory', numberingSystem: 'latn', year: 'numeric', month: '2-digit', day: '2-digit' });
  formatters.set(timeZone, made);
  return made;
}

/**
 * The civil date it is at an instant in an IANA time zone.
 * @param instant milliseconds since the epoch, passed in by whoever owns a clock.
 */
export function civilDateAt(instant: number, timeZone: string): CivilDate {
  const parts = formatterOf(timeZone).formatToParts(new Date(instant));
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return civilDate(`${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`);
}

/** Days from one civil date to another; negative when the second is earlier. */
export const diffDays = (from: CivilDate, to: CivilDate): number => toDay(to) - toDay(from);
