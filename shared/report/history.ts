import { fromDay, plusDays, toDay, type CivilDate } from '../civil-date.ts';
import { shownId } from '../rules/requirement.ts';
import type { Standing } from '../rules/standing.ts';
import type { HistoryRow } from './binder-model.ts';
import { byText } from './by-text.ts';
import type { NumberedRow } from './checklist.ts';
import type { BinderContext } from './context.ts';
import { notesOf } from './findings.ts';
import { isFinding } from './tally.ts';

/**
 * What became of findings, oldest first: every stretch of days without cover, every month or year that was not in order, with what was noted about it, and until
 * when it lasted. `to` is null while it is open on the day judged.
 */
export function historyOf(context: BinderContext, rows: readonly NumberedRow[]): readonly HistoryRow[] {
  return rows.flatMap((row) => [...lapses(context, row), ...periods(context, row)]).sort((a, b) => byText(a.from, b.from) || byText(a.shownId, b.shownId));
}

const base = (row: NumberedRow) => ({ shownId: shownId(row.standing.requirement), what: row.info?.title ?? row.standing.requirement });

function lapses(context: BinderContext, row: NumberedRow): readonly HistoryRow[] {
  // Months are told one by one; their lapses would say the same again.
  if (row.standing.periods !== undefined) return [];
  return (row.standing.lapses ?? []).map((lapse) => ({
    ...base(row), from: lapse.from, to: lapse.to, status: lapse.to === null ? row.standing.status : 'late', notes: notesOf(context, row.standing, null),
  }));
}

function periods(context: BinderContext, row: NumberedRow): readonly HistoryRow[] {
  return (row.standing.periods ?? []).filter((period) => isFinding(period.status)).map((period) => {
    const { from, to } = daysOf(period.period, row.standing, context.options.asOf);
    return { ...base(row), from, to, status: period.status, notes: notesOf(context, row.standing, period.period) };
  });
}

/** First and last day of a period, no last one while it goes on: a calendar month `2026-03`, or `2025-06-10/2026-06-09`. */
function daysOf(period: string, standing: Standing, asOf: CivilDate): Pick<HistoryRow, 'from' | 'to'> {
  const [from = '', to] = period.split('/');
  if (to !== undefined) return { from: from as CivilDate, to: to > asOf ? null : (to as CivilDate) };
  const next = Number(from.slice(5, 7)) === 12 ? `${Number(from.slice(0, 4)) + 1}-01-01` : `${from.slice(0, 4)}-${String(Number(from.slice(5, 7)) + 1).padStart(2, '0')}-01`;
  const open = (standing.lapses ?? []).some((lapse) => lapse.to === null && lapse.from.startsWith(from));
  const last = fromDay(plusDays(toDay(next as CivilDate), -1));
  return { from: `${from}-01` as CivilDate, to: open || last > asOf ? null : last };
}
