import { endOfMonth, fieldsOf, firstDayOf, type CivilMonth, type Day } from '../../civil-date.ts';
import type { Period } from '../standing.ts';

/** A calendar month: its first and last day, its name, and the period that every standing met in it shows. */
export type Month = { readonly first: Day; readonly last: Day; readonly period: CivilMonth; readonly met: Period };

/** The number of the month a day lies in, counted from the year 0. */
export function monthIndexOf(day: Day): number {
  const { year, month } = fieldsOf(day);
  return year * 12 + month - 1;
}

const made = new Map<number, Month>();

/** The month of a number. Everybody owes the same months, so each is worked out once. */
export function monthAt(index: number): Month {
  const known = made.get(index);
  if (known !== undefined) return known;
  const period = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}` as CivilMonth;
  const first = firstDayOf(period);
  const month: Month = { first, last: endOfMonth(first), period, met: { period, status: 'met' } };
  // A century of months fits easily; the bound only keeps hostile input from growing it without end.
  if (made.size < 1_200) made.set(index, month);
  return month;
}
