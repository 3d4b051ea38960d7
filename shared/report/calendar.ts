import type { AgencyFile } from '../agency-file/schema.ts';
import { deadlinesOf } from '../agenda/deadlines/deadlines.ts';
import type { DeadlineWords } from '../agenda/deadlines/context.ts';
import type { DeadlineArea } from '../agenda/deadlines/deadline.ts';
import { endedDeadlines } from '../agenda/deadlines/ended.ts';
import { ladders } from '../agenda/reminders/ladder.ts';
import { agencyRequirementsOf, requirementsOf } from '../rules/catalogue.ts';
import type { Evaluation } from '../rules/standing.ts';
import { toICalendar } from './icalendar.ts';

/** What somebody wants in a calendar file. */
export type CalendarChoice = { readonly areas: readonly DeadlineArea[]; readonly names: boolean; readonly alarms: boolean };

/**
 * The calendar of an agency as an evaluation sees it, with the agency's own ladders as alarms. Only the chosen areas are in it; duties
 * that ended are cancelled whatever their area, since what is not in the calendar is not touched by that.
 * @returns the file's text and how many deadlines it has.
 */
export function agencyCalendar(file: AgencyFile, evaluation: Evaluation, words: DeadlineWords, { areas, names, alarms }: CalendarChoice): { readonly text: string; readonly deadlines: number } {
  const all = deadlinesOf(file, evaluation, words);
  const chosen = all.filter((deadline) => areas.includes(deadline.area));
  const ladder = ladders(file.agency);
  const rules = new Map([
    ...requirementsOf(file, evaluation.asOf).map((info) => [info.id, info.windowWords] as const),
    ...agencyRequirementsOf(file, evaluation.asOf).map((info) => [info.id, info.ruleWords] as const),
  ]);
  const text = toICalendar(chosen, {
    agencyName: file.agency.name,
    asOf: evaluation.asOf,
    names,
    leadDays: (deadline) => (alarms ? ladder(deadline.requirement) : []),
    reason: (deadline) => (deadline.requirement === null ? null : (rules.get(deadline.requirement) ?? null)),
    ended: endedDeadlines(file, evaluation, words, all),
  });
  return { text, deadlines: chosen.length };
}
