import type { AgencyFile } from '../../agency-file/schema.ts';
import { endOfMonth, fieldsOf, firstDayOf, fromDay, monthOf, plusMonths, toDay, type CivilDate, type CivilMonth } from '../../civil-date.ts';
import { exclusionListWords, type ExclusionList } from '../../model/exclusion.ts';
import type { Evaluation } from '../../rules/standing.ts';
import { fileLists } from '../../screening/list.ts';
import { countOf, dateWords, distanceWords, longMonthWords } from '../../wording.ts';
import { monthState, type MonthState } from './month-close.ts';
import { obligationsOf } from './obligations.ts';
import { reportTasks, type ReportTask } from './report-tasks.ts';
import { listAge, type ListAge } from './versions.ts';

/** How loudly a month asks, rising towards its end; `done` when nothing is left in it. */
export const reminderLevels = ['done', 'calm', 'due', 'urgent', 'last-days'] as const;
export type ReminderLevel = (typeof reminderLevels)[number];

/** One thing that is left, in words, and what it is about. */
export type ReminderLine = {
  readonly about: 'searches' | 'matches' | 'undetermined' | 'close' | 'last-month' | 'list' | 'report';
  readonly words: string;
  readonly level: ReminderLevel;
};

export type ExclusionReminder = {
  readonly month: CivilMonth;
  /** The last day of the month, and how far it is. */
  readonly closesOn: CivilDate;
  readonly daysLeft: number;
  readonly level: ReminderLevel;
  /** "March 2026: 34 of 38 searches made, 4 to go · closes 31 Mar 2026, in 12 days". */
  readonly headline: string;
  readonly lines: readonly ReminderLine[];
  readonly state: MonthState;
  readonly staleLists: readonly ListAge[];
  readonly reports: readonly ReportTask[];
};

/** How a month asks on a day: calm from the 1st, due from the 15th, urgent in the last ten days, and the last three. */
export function levelOn(asOf: CivilDate): Exclude<ReminderLevel, 'done'> {
  const left = endOfMonth(toDay(asOf)) - toDay(asOf);
  if (left < 3) return 'last-days';
  if (left < 10) return 'urgent';
  return fieldsOf(toDay(asOf)).day >= 15 ? 'due' : 'calm';
}

/**
 * What is left of this month's exclusion checks, from the 1st on, rising towards the month's end; with what is left of the month before, lists
 * that are out of date, and reports to be made. Null where nobody owes anything and nothing is left.
 */
export function exclusionReminder(file: AgencyFile, evaluation: Evaluation): ExclusionReminder | null {
  const { asOf, knownAt } = evaluation;
  const month = monthOf(asOf);
  const obligations = obligationsOf(file, evaluation);
  const state = monthState(file, evaluation, month, obligations);
  const lastMonth = monthOf(fromDay(plusMonths(firstDayOf(month), -1)));
  const before = monthState(file, evaluation, lastMonth, obligations);
  const reports = reportTasks(file, asOf, knownAt).filter((task) => task.status !== 'done');
  const demanded = fileLists.filter((list: ExclusionList) => state.lists.some((each) => each.list === list));
  const ages = demanded.map((list) => listAge(file, list, asOf, knownAt));
  // A list nobody brought in may be searched on its web site: only one that was brought in can be out of date.
  const staleLists = ages.filter((age) => age.stale);
  const rising = levelOn(asOf);
  const closesOn = state.endsOn;
  const missing = state.holes.length;
  const lines: ReminderLine[] = [];
  for (const tally of state.lists.filter((each) => each.missing > 0)) {
    lines.push({ about: 'searches', level: rising, words: `${exclusionListWords[tally.list].short}: ${countOf(tally.missing, 'search', 'searches')} to make of ${tally.owed}, by ${dateWords(closesOn)}.` });
  }
  if (state.undecided.length > 0) lines.push({ about: 'matches', level: rising, words: `${countOf(state.undecided.length, 'possible match waits', 'possible matches wait')} for a decision.` });
  if (state.unable.length > 0) lines.push({ about: 'undetermined', level: rising, words: `${countOf(state.unable.length, 'match', 'matches')} could not be determined yet; the month cannot be closed.` });
  if (state.canClose && state.owed > 0) lines.push({ about: 'close', level: 'calm', words: `${longMonthWords(month)} can be closed.` });
  if (before.close === null && before.owed > 0) lines.push({ about: 'last-month', level: rising === 'calm' ? 'due' : rising, words: lastMonthWords(before) });
  for (const age of staleLists) lines.push({ about: 'list', level: 'due', words: age.words });
  for (const task of reports) lines.push({ about: 'report', level: task.status === 'overdue' ? 'last-days' : 'urgent', words: task.words });
  if (state.owed === 0 && lines.length === 0) return null;
  return {
    month, closesOn, daysLeft: toDay(closesOn) - toDay(asOf),
    level: lines.reduce<ReminderLevel>((loudest, line) => (reminderLevels.indexOf(line.level) > reminderLevels.indexOf(loudest) ? line.level : loudest), 'done'),
    headline: headline(state, missing, asOf),
    lines, state, staleLists, reports,
  };
}

function headline(state: MonthState, missing: number, asOf: CivilDate): string {
  const name = longMonthWords(state.month);
  if (state.close !== null) return `${name} is closed, since ${dateWords(state.close.closedOn)}.`;
  const made = `${state.owed - missing} of ${countOf(state.owed, 'search', 'searches')} made`;
  const rest = missing > 0 ? `${missing} to go` : state.undecided.length > 0 ? `${state.undecided.length} to decide` : state.unable.length > 0 ? `${state.unable.length} undetermined` : 'nothing left';
  return `${name}: ${made}, ${rest} · ends ${dateWords(state.endsOn)}, ${distanceWords(state.endsOn, asOf)}`;
}

function lastMonthWords({ month, holes, undecided, unable }: MonthState): string {
  const open = [
    ...(undecided.length > 0 ? [`${countOf(undecided.length, 'match', 'matches')} to decide`] : []),
    ...(unable.length > 0 ? [`${unable.length} undetermined`] : []),
    ...(holes.length > 0 ? [`${countOf(holes.length, 'gap')} to explain`] : []),
  ];
  return `${longMonthWords(month)} is not closed${open.length === 0 ? '; nothing stands in the way' : `: ${open.join(', ')}`}.`;
}
