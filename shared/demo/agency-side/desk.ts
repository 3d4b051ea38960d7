import { fromDay, plusDays, weekdayOf, type CivilDate, type Day } from '../../civil-date.ts';
import type { AgencyRecord } from '../../model/agency-records/agency-record.ts';
import { longDateWords } from '../../wording.ts';
import { file, recordedFor, type Cabinet } from '../filing.ts';

type WithoutRecorded<Item> = Item extends AgencyRecord ? Omit<Item, 'recordedAt' | 'recordedBy'> : never;
/** An agency record before it is known when it was entered. */
type AgencyDraft = WithoutRecorded<AgencyRecord>;

/** Where the agency's side of the demo is written down: days counted back from today, papers filed, records in the order of their making. */
export type Desk = {
  readonly today: Day;
  readonly records: readonly AgencyRecord[];
  /** The day so many days ago; negative lies ahead. */
  readonly ago: (days: number) => CivilDate;
  /** The same, moved back to Friday where it is a weekend: offices write on working days. */
  readonly workday: (days: number) => CivilDate;
  /** Records something done on a day: entered the morning after, as everything in the demo. What lies ahead is left out. */
  readonly add: (on: CivilDate, record: AgencyDraft) => void;
  /** Files a one-page paper and answers the reference to it. */
  readonly paper: (id: string, title: string, on: CivilDate, lines?: readonly string[]) => { readonly documents: readonly [{ readonly id: string }] };
};

/** A Saturday or Sunday becomes the Friday before. */
export const workdayOf = (day: Day): Day => plusDays(day, -Math.max(0, weekdayOf(day) - 5));

export function deskOf(today: Day, cabinet: Cabinet): Desk {
  const records: AgencyRecord[] = [];
  const date = fromDay(today);
  return {
    today,
    records,
    ago: (days) => fromDay(plusDays(today, -days)),
    workday: (days) => fromDay(workdayOf(plusDays(today, -days))),
    add: (on, record) => {
      if (on < date) records.push({ ...record, ...recordedFor(on, date) });
    },
    paper: (id, title, on, lines = []) => {
      const text = [`Agency: Bayou & Piedmont Supported Employment`, `Date: ${longDateWords(on)}`, ...lines, `Reference: ${id}`];
      return { documents: [{ id: file(cabinet, { id: `doc-${id}`, name: `${title}, ${on}`, title, lines: text, vault: 'personnel', on }, date) }] };
    },
  };
}
