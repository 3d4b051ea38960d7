import { fromDay, monthOf, plusDays, toDay, type CivilDate } from '../../../../shared/civil-date.ts';
import type { PlanCell, PlanLine } from '../../../../shared/agenda/teams/month-plan.ts';
import type { MeetingMode } from '../../../../shared/model/agency-records/team.ts';
import { dateWords, monthWords } from '../../../../shared/wording.ts';

/** What somebody said of one expected meeting, not recorded yet. */
export type Mark = { readonly mode: MeetingMode; readonly on: CivilDate; readonly personIds: readonly string[] };
export type Marks = ReadonlyMap<string, Mark>;

/** Only what is not on file and whose day has come can be marked. */
export const canMark = (cell: PlanCell): boolean => !cell.ahead && cell.logged.length === 0;

/** The mark of a cell, or what it would begin with. */
export const markOf = (cell: PlanCell, marks: Marks): Mark => marks.get(cell.key) ?? { mode: 'in-person', on: cell.on, personIds: cell.personIds };

/** A day later or earlier, inside the period and not after today. */
export function shiftedDay(cell: PlanCell, on: CivilDate, by: 1 | -1, today: CivilDate): CivilDate {
  const day = fromDay(plusDays(toDay(on), by));
  return day < cell.from || day > cell.to || day > today ? on : day;
}

/** Why what is marked would not count, as one sentence; null where it does. It may be recorded all the same: it was held that way. */
export function refusalOf(line: PlanLine, cell: PlanCell, mark: Mark, marks: Marks): string | null {
  if (mark.mode === 'telephone' && line.noTelephone) return `${line.label}, ${dateWords(mark.on)}: by telephone it does not count. It is recorded as it was held.`;
  if (mark.mode !== 'video' || line.videoPerMonth === null) return null;
  const month = monthOf(mark.on);
  // A week may reach into the next month: what is on file counts wherever it was entered.
  const marked = line.cells.flatMap((each) => (marks.has(each.key) && markOf(each, marks).mode === 'video' ? [markOf(each, marks).on] : []));
  const before = [...line.videos, ...marked].filter((on) => monthOf(on) === month && on < mark.on).length;
  return before < line.videoPerMonth || cell.logged.length > 0 ? null : `${line.label}, ${dateWords(mark.on)}: by video ${String(line.videoPerMonth)} a month count, and ${monthWords(month)} has them.`;
}
