import { fieldsOf, isCivilDate, toDay, type CivilDate } from './civil-date.ts';
import { fail, ok, type Result } from './result.ts';

/** How a date written in figures is read: month first, day first, or only year-month-day. */
export type DateOrder = 'us' | 'day-first' | 'iso';

/** `impossible`: it looks like a date, but the calendar has no such day. `unreadable`: it does not look like a date. */
export type DateEntryError = { readonly code: 'empty' | 'unreadable' | 'impossible' | 'out-of-range'; readonly text: string };

export type DateReading = {
  readonly order: DateOrder;
  /** The last year a two-digit year may mean. With 2046, `46` is 2046 and `47` is 1947. */
  readonly lastShortYear: number;
};

/** Nothing in a personnel file lies outside these years; a date that does is a typing error. */
const earliestYear = 1900;
const latestYear = 2200;

/** A two-digit year may lie this many years ahead: a card or licence may expire so late, hardly later. */
const yearsAhead = 20;

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const longNames = [
  'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december',
] as const;

/** 1 to 12 for `Mar`, `mar.`, `Sept`, `March`; null for anything else. */
export function monthNumber(word: string): number | null {
  const plain = word.toLowerCase().replace(/\.$/, '');
  if (plain === 'sept') return 9;
  const short = monthNames.findIndex((name) => name === plain);
  const at = short >= 0 ? short : longNames.findIndex((name) => name === plain);
  return at < 0 ? null : at + 1;
}

const clockPart = String.raw`(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?\s*(?:[AaPp]\.?[Mm]\.?)?(?:Z|[+-]\d{2}:?\d{2})?)?`;
const weekday = String.raw`(?:(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?\.?,?\s+)?`;
const shapes = {
  yearFirst: new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${clockPart}$`),
  figures: new RegExp(String.raw`^(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})${clockPart}$`),
  dayNamed: new RegExp(String.raw`^${weekday}(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})${clockPart}$`, 'i'),
  namedDay: new RegExp(String.raw`^${weekday}([a-z]{3,9})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4}|\d{2})${clockPart}$`, 'i'),
  compact: /^(\d{8})$/,
  compactShort: /^(\d{6})$/,
} as const;

type Parts = { readonly year: string; readonly month: number; readonly day: number };

/** The pieces of a date in figures, before anybody decides which is the month. */
export type FigureDate = { readonly first: number; readonly second: number; readonly year: string };

/** `3/2/2026`, `3-2-26`, `03022026`, `030226` as their pieces; null for anything that says its own order. */
export function figureDate(text: string): FigureDate | null {
  const trimmed = text.trim();
  const match = shapes.figures.exec(trimmed);
  if (match !== null) return { first: Number(match[1]), second: Number(match[3]), year: match[4] ?? '' };
  if (!shapes.compact.test(trimmed) && !shapes.compactShort.test(trimmed)) return null;
  // 20260302 is year first whatever the order: no month or day is 19, 20 or 21 with a plausible rest.
  if (trimmed.length === 8 && compactYearFirst(trimmed) !== null) return null;
  return { first: Number(trimmed.slice(0, 2)), second: Number(trimmed.slice(2, 4)), year: trimmed.slice(4) };
}

function compactYearFirst(text: string): Parts | null {
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(4, 6));
  const day = Number(text.slice(6, 8));
  // 12102026 begins like the year 1210: only the years of a working life count.
  return year >= earliestYear && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31
    ? { year: text.slice(0, 4), month, day }
    : null;
}

function partsOf(text: string, order: DateOrder): Parts | null {
  const yearFirst = shapes.yearFirst.exec(text);
  if (yearFirst !== null) return { year: yearFirst[1] ?? '', month: Number(yearFirst[3]), day: Number(yearFirst[4]) };
  const dayNamed = shapes.dayNamed.exec(text);
  if (dayNamed !== null) return named(dayNamed[2], dayNamed[1], dayNamed[3]);
  const namedDay = shapes.namedDay.exec(text);
  if (namedDay !== null) return named(namedDay[1], namedDay[2], namedDay[3]);
  if (shapes.compact.test(text)) {
    const compact = compactYearFirst(text);
    if (compact !== null) return compact;
  }
  const figures = figureDate(text);
  if (figures === null || order === 'iso') return null;
  return order === 'us'
    ? { year: figures.year, month: figures.first, day: figures.second }
    : { year: figures.year, month: figures.second, day: figures.first };
}

function named(month: string | undefined, day: string | undefined, year: string | undefined): Parts | null {
  const number = monthNumber(month ?? '');
  return number === null ? null : { year: year ?? '', month: number, day: Number(day) };
}

function fullYear(text: string, lastShortYear: number): number {
  if (text.length === 4) return Number(text);
  const century = Math.floor(lastShortYear / 100) * 100;
  const year = century + Number(text);
  return year > lastShortYear ? year - 100 : year;
}

/**
 * Reads one date as people write it: `2026-03-02`, `3/2/2026`, `3/2/26`, `03022026`, `2 Mar 2026`, `Mar 2, 2026`, each with or
 * without a time of day, which is dropped. A day the calendar does not have is refused, never rolled over. Two-digit years
 * end at `lastShortYear`.
 */
export function readDateText(text: string, reading: DateReading): Result<CivilDate, DateEntryError> {
  const trimmed = text.trim();
  if (trimmed === '') return fail({ code: 'empty', text });
  // Longer text is prose, and the patterns need not look at it.
  if (trimmed.length > 60) return fail({ code: 'unreadable', text });
  const parts = partsOf(trimmed, reading.order);
  if (parts === null) return fail({ code: 'unreadable', text });
  const year = fullYear(parts.year, reading.lastShortYear);
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = `${String(year).padStart(4, '0')}-${two(parts.month)}-${two(parts.day)}`;
  if (!isCivilDate(date)) return fail({ code: 'impossible', text });
  return year < earliestYear || year > latestYear ? fail({ code: 'out-of-range', text }) : ok(date);
}

/** The last year a two-digit year may mean on a given day: twenty years ahead, or this year for dates that lie in the past (births). */
export const lastShortYear = (today: CivilDate, past = false): number => fieldsOf(toDay(today)).year + (past ? 0 : yearsAhead);

/**
 * Reads a date typed into a field of the app: month first (`3/2/26`, `3-2-2026`, `03022026`, `030226`), ISO, with the month's
 * name, or the word `today`. Two-digit years may lie twenty years ahead; with `past` (a birth date) they never lie ahead.
 */
export function readTypedDate(
  text: string,
  today: CivilDate,
  options: { readonly past?: boolean } = {},
): Result<CivilDate, DateEntryError> {
  if (text.trim().toLowerCase() === 'today') return ok(today);
  return readDateText(text, { order: 'us', lastShortYear: lastShortYear(today, options.past) });
}
