import type { CivilDate } from '../civil-date.ts';
import { figureDate, lastShortYear, readDateText, type DateOrder } from '../date-entry.ts';
import type { Table } from './table.ts';
import { isDateTarget, type Target } from './targets.ts';

export type DateSample = {
  readonly row: number;
  readonly column: string;
  readonly text: string;
  /** The date if the month comes first, and if the day does; null where the calendar has no such day. */
  readonly us: CivilDate | null;
  readonly dayFirst: CivilDate | null;
};

/** How the figures of a file's dates are to be read. */
export type DateOrderFinding =
  /** The data decide: `proof` can be read one way only; null when no date is in figures at all. */
  | { readonly kind: 'decided'; readonly order: DateOrder; readonly proof: DateSample | null }
  /** They do not, or contradict each other: a person must say. Month first is suggested. */
  | { readonly kind: 'needs-choice'; readonly suggested: 'us'; readonly samples: readonly DateSample[]; readonly contradictory: boolean };

/** Looks at every cell of every date column together: one cell such as 3/15/2026 decides for the whole file. */
export function findDateOrder(table: Table, columns: readonly Target[], today: CivilDate): DateOrderFinding {
  const ways = { us: [] as DateSample[], dayFirst: [] as DateSample[], either: [] as DateSample[] };
  for (const [at, target] of columns.entries()) {
    if (!isDateTarget(target)) continue;
    const pivot = lastShortYear(today, target.to === 'person' && target.field === 'birth-date');
    for (const { row, cells } of table.rows) {
      const text = cells[at] ?? '';
      if (figureDate(text) === null) continue;
      const sample = { row, column: table.headers[at] ?? '', text, us: dateOr(text, 'us', pivot), dayFirst: dateOr(text, 'day-first', pivot) };
      if (sample.us !== null && sample.dayFirst !== null) {
        if (sample.us !== sample.dayFirst && ways.either.length < 50) ways.either.push(sample);
      } else if (sample.us !== null) ways.us.push(sample);
      else if (sample.dayFirst !== null) ways.dayFirst.push(sample);
    }
  }
  const [us] = ways.us;
  const [dayFirst] = ways.dayFirst;
  if (us !== undefined && dayFirst !== undefined) {
    return { kind: 'needs-choice', suggested: 'us', samples: [us, dayFirst, ...ways.either].slice(0, 3), contradictory: true };
  }
  if (us !== undefined) return { kind: 'decided', order: 'us', proof: us };
  if (dayFirst !== undefined) return { kind: 'decided', order: 'day-first', proof: dayFirst };
  if (ways.either.length > 0) return { kind: 'needs-choice', suggested: 'us', samples: spread(ways.either), contradictory: false };
  return { kind: 'decided', order: 'us', proof: null };
}

function dateOr(text: string, order: DateOrder, pivot: number): CivilDate | null {
  const read = readDateText(text, { order, lastShortYear: pivot });
  return read.ok ? read.value : null;
}

/** First, middle and last: three rows a person can hold against the file. */
function spread(samples: readonly DateSample[]): readonly DateSample[] {
  const at = [...new Set([0, Math.floor(samples.length / 2), samples.length - 1])];
  return at.flatMap((index) => samples[index] ?? []);
}
