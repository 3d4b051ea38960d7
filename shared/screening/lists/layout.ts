import type { CivilDate } from '../../civil-date.ts';
import type { FileList, ListRow } from '../list.ts';
import type { ListErrorCode } from './list-error.ts';
import type { Repairs } from './repairs.ts';

/** Why one row of a file cannot be read. */
export type RowProblem = { readonly code: ListErrorCode; readonly column?: string; readonly value?: string; readonly detail?: string };

/** What is noticed while rows are cleaned. `unread`: text in a date column that is no date; the row is kept without one. */
export type Notes = { readonly repairs: Repairs; readonly unread: (row: number, column: string, value: string) => void };

/**
 * How the rows of one file are read. A row is a function of its cells alone, so that it can be rebuilt from a kept record: `clean` brings the
 * cells to the published form once, on the way in, and `toRow` reads clean cells.
 */
export type Layout = {
  readonly list: FileList;
  readonly heads: readonly string[];
  /** Lists without a fixed layout: field to head. */
  readonly columns: Readonly<Record<string, string>> | null;
  /** Columns of names, where a workbook may hold a truth value in place of a person called True. */
  readonly nameColumns: readonly number[];
  /** Trimmed cells, as many as heads; mended in place. */
  readonly clean: (cells: string[], row: number, notes: Notes) => RowProblem | null;
  readonly toRow: (cells: readonly string[], row: number) => ListRow;
  /** Whether the row names somebody; lists by mapping may have lines of notes that do not. */
  readonly names: (cells: readonly string[]) => boolean;
};

export const noRow = {
  family: '', given: '', middle: '', suffix: '', business: '', familyCut: false, givenCut: false, businessCut: false,
  birthDate: null, npi: null, state: '', actionOn: null, endsOn: null,
} as const satisfies Omit<ListRow, 'row' | 'cells'>;

export const tenDigits = /^\d{10}$/;

/** Two letters, or empty. */
export const stateOf = (text: string): string => (/^[A-Za-z]{2}$/.test(text) ? text.toUpperCase() : '');

/** The same text once for the many rows that say it, and read once. Bounded: hostile input must not grow it without end. */
export function remembered<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = read(text);
    if (known.size < 200_000) known.set(text, value);
    return value;
  };
}

/** The later of two days, null counting as none. */
export const laterOf = (one: CivilDate | null, other: CivilDate | null): CivilDate | null =>
  one === null || (other !== null && other > one) ? other : one;
