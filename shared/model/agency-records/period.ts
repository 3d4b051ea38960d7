import { endOfMonth, fieldsOf, fromDay, isCivilDate, plusDays, plusMonths, startOfMonth, toDay, weekdayOf, type CivilDate, type Day } from '../../civil-date.ts';
import { dateWords, monthWords } from '../../wording.ts';

/** How often something recurs. Weeks are ISO weeks, Monday to Sunday; months and quarters are those of the calendar. */
export type Cadence = 'week' | 'month' | 'quarter';

/** A week named by its Monday (`2026-03-16`), a month (`2026-03`) or a quarter (`2026-Q1`), with its first and last day, both inclusive. */
export type PeriodSpan = { readonly period: string; readonly every: Cadence; readonly first: Day; readonly last: Day };

/** The week a day lies in. Weeks cross months and years whole: 31 December 2025 lies in the week of 29 December. */
export function weekOf(day: Day): PeriodSpan {
  const first = plusDays(day, 1 - weekdayOf(day));
  return { period: fromDay(first), every: 'week', first, last: plusDays(first, 6) };
}

/** The calendar month a day lies in. */
export function monthSpanOf(day: Day): PeriodSpan {
  const first = startOfMonth(day);
  return { period: fromDay(first).slice(0, 7), every: 'month', first, last: endOfMonth(day) };
}

/** The calendar quarter a day lies in. */
export function quarterOf(day: Day): PeriodSpan {
  const { year, month } = fieldsOf(day);
  const number = Math.ceil(month / 3);
  const first = plusMonths(startOfMonth(day), (number - 1) * 3 + 1 - month);
  return { period: `${String(year).padStart(4, '0')}-Q${String(number)}`, every: 'quarter', first, last: endOfMonth(plusMonths(first, 2)) };
}

const spanAt: Readonly<Record<Cadence, (day: Day) => PeriodSpan>> = { week: weekOf, month: monthSpanOf, quarter: quarterOf };

/** The week, month or quarter a day lies in. */
export const periodAt = (every: Cadence, day: Day): PeriodSpan => spanAt[every](day);

/** The one after (or before, with -1) a period. */
export const nextPeriod = (span: PeriodSpan, step: 1 | -1 = 1): PeriodSpan =>
  periodAt(span.every, step === 1 ? plusDays(span.last, 1) : plusDays(span.first, -1));

/** Every period that touches the days from `from` to `to`, both inclusive, in order; empty when `to` is earlier. */
export function periodsBetween(every: Cadence, from: Day, to: Day): readonly PeriodSpan[] {
  const spans: PeriodSpan[] = [];
  for (let span = periodAt(every, from); span.first <= to; span = nextPeriod(span)) spans.push(span);
  return spans;
}

/** The span a period's name stands for; null when it names none. A date is the week it lies in, whatever its weekday. */
export function spanOf(period: string): PeriodSpan | null {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  if (quarter !== null) return fromMonth(`${quarter[1] ?? ''}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}`, quarterOf);
  if (isCivilDate(period)) return weekOf(toDay(period));
  return fromMonth(period, monthSpanOf);
}

const fromMonth = (month: string, span: (day: Day) => PeriodSpan): PeriodSpan | null => {
  const first = `${month}-01`;
  return isCivilDate(first) ? span(toDay(first)) : null;
};

/** `week of 16 Mar 2026`, `Mar 2026`, `Q1 2026`; a name that is no period comes back as it is. */
export function agencyPeriodWords(period: string): string {
  const span = spanOf(period);
  if (span === null) return period;
  if (span.every === 'quarter') return `${period.slice(5)} ${period.slice(0, 4)}`;
  return span.every === 'month' ? monthWords(period) : `week of ${dateWords(span.period as CivilDate)}`;
}
