import type { CivilDate } from '../civil-date.ts';
import { lastShortYear, readDateText, type DateOrder } from '../date-entry.ts';
import type { Purpose } from './guess-mapping.ts';
import { wordKey, type Problem } from './problem.ts';
import { serialToDate } from './serial-dates.ts';
import type { Table, TableRow } from './table.ts';
import { targetKey, type Target } from './targets.ts';
import { readWord, type Vocabulary } from './vocabulary.ts';

/** How one file is read: its table, the meaning of each column, the order of its dates, and words a person explained. */
export type Sheet = {
  readonly file: Purpose;
  readonly table: Table;
  readonly columns: readonly Target[];
  readonly order: DateOrder;
  readonly words: Readonly<Record<string, string>>;
  readonly today: CivilDate;
};

/** What a spreadsheet puts in a cell to say "nothing". */
const blanks = ['-', '--', '—', '–', 'n/a', 'na', 'none', 'null', '#n/a', 'not applicable', 'tbd', '?'];
export const saysNothing = (cell: string): boolean => cell === '' || blanks.includes(cell.toLowerCase());

/** The cells of one row by their meaning; every failure to read one becomes a problem of the row. */
export type RowCells = {
  readonly row: number;
  readonly problems: Problem[];
  /** Text of the first column with this meaning; empty when there is none. */
  readonly text: (target: Target) => string;
  readonly has: (target: Target) => boolean;
  readonly date: (target: Target, when?: 'past' | 'any') => CivilDate | undefined;
  readonly word: <Name extends Vocabulary>(target: Target, vocabulary: Name) => ReturnType<typeof readWord<Name>>;
  readonly amount: (target: Target) => number | undefined;
  readonly refuse: (target: Target, what: string, mend: string, severity?: Problem['severity'], vocabulary?: Vocabulary) => void;
  readonly refuseRow: (what: string, mend: string, severity?: Problem['severity']) => void;
};

const dateMend: Readonly<Record<DateOrder, string>> = {
  us: 'Write it as month/day/year, such as 3/15/2026, or as 2026-03-15.',
  'day-first': 'Write it as day/month/year, such as 15/3/2026, or as 2026-03-15.',
  iso: 'Write it as year-month-day, such as 2026-03-15, or choose how the dates of this file are read.',
};

const vocabularyWords: Readonly<Record<Vocabulary, { readonly what: string; readonly mend: string }>> = {
  role: { what: 'is no role Muster knows', mend: 'Say which role it means, or write one such as “IPS specialist”.' },
  kind: { what: 'is no kind of item Muster knows', mend: 'Say which kind it means, or write one such as “TB test” or “IPS training”.' },
  result: { what: 'is no result Muster knows', mend: 'Write pass, fail, negative, positive, cleared, complete or waived.' },
  'employment-kind': { what: 'is no kind of employment', mend: 'Write employee, contractor, intern or volunteer.' },
  'license-kind': { what: 'is no kind of licence Muster knows', mend: 'Write one such as LCSW, RN or LPC, or “other”.' },
  list: { what: 'is no exclusion list Muster knows', mend: 'Write OIG, LDH, SAM, NC list, HCPR, CNA or DSW registry.' },
  outcome: { what: 'is no outcome of a check', mend: 'Write clear, possible, confirmed or unable.' },
  'yes-no': { what: 'is neither yes nor no', mend: 'Write yes or no.' },
};

// Every cell is asked for by its meaning, so the places are worked out once a sheet and not once a cell.
const placesBySheet = new WeakMap<readonly Target[], ReadonlyMap<string, number>>();
function placesOf(columns: readonly Target[]): ReadonlyMap<string, number> {
  const known = placesBySheet.get(columns);
  if (known !== undefined) return known;
  const places = new Map(columns.map((column, at) => [targetKey(column), at] as const).reverse());
  placesBySheet.set(columns, places);
  return places;
}

/** Opens one row of a sheet for reading. */
export function cellsOf(sheet: Sheet, row: TableRow): RowCells {
  const { table, columns } = sheet;
  const problems: Problem[] = [];
  const columnAt = (target: Target): number => placesOf(columns).get(targetKey(target)) ?? -1;
  const has = (target: Target): boolean => columnAt(target) >= 0;
  const text = (target: Target): string => {
    const cell = row.cells[columnAt(target)] ?? '';
    return saysNothing(cell) ? '' : cell;
  };
  const refuse: RowCells['refuse'] = (target, what, mend, severity = 'error', vocabulary) => {
    const at = columnAt(target);
    const value = row.cells[at] ?? '';
    problems.push({
      file: sheet.file,
      row: row.row,
      column: table.headers[at] ?? '',
      value,
      what,
      mend,
      severity,
      ...(vocabulary === undefined ? {} : { word: { vocabulary, text: value } }),
    });
  };
  const refuseRow: RowCells['refuseRow'] = (what, mend, severity = 'error') => {
    problems.push({ file: sheet.file, row: row.row, column: '', value: '', what, mend, severity });
  };

  const date: RowCells['date'] = (target, when = 'any') => {
    const cell = text(target);
    if (cell === '') return undefined;
    const birth = target.to === 'person' && target.field === 'birth-date';
    const read = readDateText(cell, { order: sheet.order, lastShortYear: lastShortYear(sheet.today, birth) });
    const found = read.ok ? read.value : serial(cell, table.serials);
    if (found === null) {
      const code = read.ok ? 'unreadable' : read.error.code;
      const what = code === 'impossible' ? 'is no day of the calendar' : code === 'out-of-range' ? 'lies outside the years 1900 to 2200' : 'is not a date';
      refuse(target, `“${short(cell)}” ${what}`, dateMend[sheet.order]);
      return undefined;
    }
    if (when === 'past' && found > sheet.today) {
      refuse(target, 'lies in the future', 'Only what has happened can be on file. Correct the date or leave the cell empty.');
      return undefined;
    }
    return found;
  };

  const word: RowCells['word'] = (target, vocabulary) => {
    const cell = text(target);
    type Word = ReturnType<typeof readWord<typeof vocabulary>>;
    if (cell === '') return null as Word;
    const explained = sheet.words[wordKey(vocabulary, cell)];
    const found = readWord(vocabulary, explained ?? cell);
    if (found === null) refuse(target, `“${short(cell)}” ${vocabularyWords[vocabulary].what}`, vocabularyWords[vocabulary].mend, 'error', vocabulary);
    return found;
  };

  const amount: RowCells['amount'] = (target) => {
    const cell = text(target);
    if (cell === '') return undefined;
    const match = /^(\d{1,6}(?:[.,]\d{1,4})?)\s*([a-z]*)\.?$/i.exec(cell);
    const value = match === null ? Number.NaN : Number((match[1] ?? '').replace(',', '.'));
    const unit = (match?.[2] ?? '').toLowerCase();
    const years = ['y', 'yr', 'yrs', 'year', 'years'].includes(unit);
    if (Number.isNaN(value) || (!years && !['', 'h', 'hr', 'hrs', 'hour', 'hours', 'mo', 'mos', 'month', 'months', 'ceu', 'ceus', 'fte'].includes(unit))) {
      refuse(target, `“${short(cell)}” is not a number`, 'Write a number such as 7.5.');
      return undefined;
    }
    return years ? value * 12 : value;
  };

  return { row: row.row, problems, text, has, date, word, amount, refuse, refuseRow };
}

const serial = (cell: string, system: 1900 | 1904 | null): CivilDate | null =>
  system !== null && /^\d{4,6}(\.\d+)?$/.test(cell) ? serialToDate(Number(cell), system) : null;

/** A cell's text as it fits a sentence. */
export const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
