import type { ListWarning } from '../list.ts';
import { countOf } from '../../wording.ts';

/** What may be read otherwise than it is printed, because what it was is certain. */
export type Repair =
  | 'zip' | 'no-number' | 'no-date' | 'date-form' | 'short-year' | 'time-of-day' | 'truth' | 'short-npi'
  | 'blank-columns' | 'left-out' | 'blank-rows' | 'comment-lines' | 'filler' | 'notes' | 'delimiter' | 'encoding' | 'workbook';

const words: Readonly<Record<Repair, (count: number) => string>> = {
  zip: (count) => `${countOf(count, 'ZIP code')} without the leading zero`,
  'no-number': (count) => `${countOf(count, 'NPI')} of zeros shortened`,
  'no-date': (count) => `${countOf(count, 'date')} of zeros shortened`,
  'date-form': (count) => `${countOf(count, 'date')} written in another form`,
  'short-year': (count) => `${countOf(count, 'date')} with a year of two digits`,
  'time-of-day': (count) => `${countOf(count, 'date')} with a time of day`,
  truth: (count) => `${countOf(count, 'name')} TRUE or FALSE turned into a truth value`,
  'short-npi': (count) => `${countOf(count, 'NPI')} with other signs around it`,
  'blank-columns': (count) => `${countOf(count, 'row')} with blank columns at the end`,
  'left-out': (count) => `${countOf(count, 'row')} whose blank last cells were left out`,
  'blank-rows': (count) => countOf(count, 'blank row'),
  'comment-lines': (count) => countOf(count, 'line of comment', 'lines of comment'),
  filler: (count) => `${countOf(count, 'line')} under the heads without an entry`,
  notes: (count) => `${countOf(count, 'line')} of notes under the table`,
  delimiter: () => 'columns divided by another sign than the comma',
  encoding: () => 'another encoding than the published one',
  workbook: () => 'a workbook in place of a CSV file',
};

export type Repairs = {
  /** Notes one repair, and the row it was made in. */
  readonly note: (repair: Repair, row: number) => void;
  /** One warning that says what was read otherwise than printed, and where first; none when nothing was. */
  readonly warnings: () => readonly ListWarning[];
};

/** Counts repairs by kind while a file is read. */
export function repairsOf(): Repairs {
  const found = new Map<Repair, { count: number; row: number }>();
  return {
    note: (repair, row) => {
      const known = found.get(repair);
      if (known === undefined) found.set(repair, { count: 1, row });
      else known.count += 1;
    },
    warnings: () => {
      if (found.size === 0) return [];
      const each = [...found].map(([repair, { count, row }]) => `${words[repair](count)}${row > 0 ? ` (first in row ${row})` : ''}`);
      return [{ code: 'repaired', asks: false, words: `The file is not quite as published and was read all the same, since what it said is certain: ${each.join(', ')}.` }];
    },
  };
}
