import { isCivilDate, plusDays, plusYears, fromDay, toDay, type CivilDate } from '../../civil-date.ts';

/**
 * What a date cell of a list says. `short`: the year has two digits, and only the caller knows which century can be meant. `text`: words
 * rather than a date. `bad`: it should be a date and is none.
 */
export type DateCell =
  | { readonly kind: 'none' }
  | { readonly kind: 'date'; readonly date: CivilDate; readonly form: 'compact' | 'slashed' | 'iso' }
  | { readonly kind: 'short'; readonly month: number; readonly day: number; readonly year: number }
  | { readonly kind: 'text' }
  | { readonly kind: 'bad'; readonly code: 'not-a-date' | 'lost-digits'; readonly why: string };

const clock = String.raw`(?:[T ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?: ?[AP]M)?Z?)?`;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const slashed = new RegExp(String.raw`^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})${clock}$`, 'i');
const iso = new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})${clock}$`, 'i');
// Words that lists print where there is no date.
const noDate = /^(?:indefinite|indefinitely|permanent|permanently|lifetime|life|none|null|n\/?a|nrf|unknown|tbd|not applicable|-+)$/i;

const two = (value: number): string => String(value).padStart(2, '0');
const written = (year: number, month: number, day: number): string => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

function dateOr(year: number, month: number, day: number, form: 'compact' | 'slashed' | 'iso'): DateCell {
  // The end of time, written out: no end.
  if (year >= 9000) return { kind: 'none' };
  const text = written(year, month, day);
  if (!isCivilDate(text)) {
    const swapped = form === 'slashed' && month > 12 && month <= 31 && day <= 12;
    return { kind: 'bad', code: 'not-a-date', why: swapped ? 'the day seems to stand before the month' : 'the calendar has no such day' };
  }
  if (year < 1850 || year > 2199) return { kind: 'bad', code: 'not-a-date', why: 'no such year can be meant' };
  return { kind: 'date', date: text, form };
}

/**
 * Reads one date cell as lists print dates (`YYYYMMDD`) and as spreadsheet programs print them again (`M/D/YYYY`, `MM/DD/YY`,
 * `YYYY-MM-DD`, with or without a time of day). Zeros and blanks are no date. Month first, always: these are lists of the United States.
 */
export function readDateCell(text: string): DateCell {
  if (/^0*$/.test(text) || noDate.test(text)) return { kind: 'none' };
  const plainFigures = compact.exec(text);
  if (plainFigures !== null) return dateOr(Number(plainFigures[1]), Number(plainFigures[2]), Number(plainFigures[3]), 'compact');
  const parts = slashed.exec(text);
  if (parts !== null) {
    const month = Number(parts[1]);
    const day = Number(parts[3]);
    const year = parts[4] ?? '';
    if (year.length === 4) return dateOr(Number(year), month, day, 'slashed');
    // Leap years fall alike in both centuries in question but for 1900: 29 February 1900 is caught when the century is known.
    const possible = dateOr(2000 + Number(year), month, day, 'slashed');
    return possible.kind === 'date' ? { kind: 'short', month, day, year: Number(year) } : possible;
  }
  const isoParts = iso.exec(text);
  if (isoParts !== null) return dateOr(Number(isoParts[1]), Number(isoParts[2]), Number(isoParts[3]), 'iso');
  if (/^\d+(?:\.\d+)?$/.test(text)) return { kind: 'bad', code: 'lost-digits', why: '' };
  return { kind: 'text' };
}

/**
 * A birth date whose year has two digits: the latest year in which the person was at least fifteen when excluded. Without the day of the
 * exclusion the century is not certain, and null is answered; also where the calendar has no such day.
 */
export function birthDateOf(short: { readonly month: number; readonly day: number; readonly year: number }, excludedOn: CivilDate | null): CivilDate | null {
  if (excludedOn === null) return null;
  for (const century of [2000, 1900]) {
    const text = written(century + short.year, short.month, short.day);
    if (isCivilDate(text) && plusYears(toDay(text), 15) <= toDay(excludedOn)) return text;
  }
  return null;
}

/** The day of an action whose year has two digits. The first exclusions date from 1977 (Public Law 95-142), which settles the century until 2076. */
export function actionDateOf(short: { readonly month: number; readonly day: number; readonly year: number }): CivilDate | null {
  const text = written((short.year >= 77 ? 1900 : 2000) + short.year, short.month, short.day);
  return isCivilDate(text) ? text : null;
}

/** Somebody reinstated on a day was excluded up to the day before. */
export const dayBefore = (date: CivilDate): CivilDate => fromDay(plusDays(toDay(date), -1));

/** `YYYYMMDD`, as the LEIE prints dates. */
export const compactDate = (date: CivilDate): string => date.slice(0, 4) + date.slice(5, 7) + date.slice(8);

/** `MM/DD/YYYY`, as SAM prints dates. */
export const slashedDate = (date: CivilDate): string => `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`;
