import { endOfMonth, firstDayOf, fromDay, monthOf, plusDays, plusMonths, toDay, type CivilDate } from '../../civil-date.ts';
import { exclusionListWords, type ExclusionList } from '../../model/exclusion.ts';
import type { Citation } from '../../rules/standing.ts';
import { fileLists } from '../../screening/list.ts';
import { staleAfterDays } from '../../screening/lists/list-version.ts';
import { countOf, longMonthWords } from '../../wording.ts';
import { monthState, type MonthState } from '../exclusions/month-close.ts';
import { obligationsOf } from '../exclusions/obligations.ts';
import { reportTasks } from '../exclusions/report-tasks.ts';
import { keyText } from '../exclusions/subject.ts';
import { listAge } from '../exclusions/versions.ts';
import type { Deadlines } from './context.ts';
import type { Deadline } from './deadline.ts';
import { isMonthly, listKey, reportKey, screeningKey } from './key.ts';
import { statusByDay } from './near.ts';

/** Open duties of the month turn due-soon ten days before its end (rules 0.6.2). */
const monthSoonDays = 10;

const groups = [
  { group: 'lists', of: (list: ExclusionList) => (fileLists as readonly ExclusionList[]).includes(list), searched: 'Exclusion check' },
  { group: 'websites', of: (list: ExclusionList) => !(fileLists as readonly ExclusionList[]).includes(list), searched: 'Registry check' },
] as const;

/**
 * What exclusion screening asks for by a day: the searches of the open month (once they are done, of the next), lists searched on this
 * machine and registries searched on web sites apart; the close of the former month; lists that reach 45 days; reports of confirmed matches.
 */
export function exclusionDeadlines(context: Deadlines): readonly Deadline[] {
  const { file, evaluation, changed } = context;
  const { asOf, knownAt } = evaluation;
  const month = monthOf(asOf);
  const obligations = obligationsOf(file, evaluation);
  const state = monthState(file, evaluation, month, obligations);
  const changedAt = changed.ofScreening();
  const citations = citationsOf(context);
  const base = {
    area: 'exclusions' as const, subject: { kind: 'agency' as const, id: null, name: file.agency.name }, requirement: null,
    personId: null, supervisorId: null, siteId: null, citations, changedAt,
  };
  const nextMonth = monthOf(fromDay(plusMonths(firstDayOf(month), 1)));
  const deadlines: Deadline[] = [];
  for (const { group, of, searched } of groups) {
    const tallies = state.lists.filter((tally) => of(tally.list));
    if (tallies.length === 0) continue;
    const done = isDone(state, tallies.map((tally) => tally.list));
    const due = done ? nextMonth : month;
    const on = fromDay(endOfMonth(firstDayOf(due)));
    deadlines.push({
      ...base, key: screeningKey(due, group), on, status: statusByDay(on, asOf, monthSoonDays, false),
      what: `${searched} of ${longMonthWords(due)}: ${tallies.map((tally) => exclusionListWords[tally.list].short).join(', ')}`,
      goal: { kind: 'exclusions', part: 'run' },
    });
    if (group === 'websites') continue;
    for (const { list } of tallies) {
      const age = listAge(file, list, asOf, knownAt);
      if (age.days === null) continue;
      const lastDay = fromDay(plusDays(toDay(asOf), staleAfterDays - age.days));
      deadlines.push({
        ...base, key: listKey(list), on: lastDay, status: statusByDay(lastDay, asOf, monthSoonDays, true), citations: [],
        what: `Bring in a new ${listName(list)}: the one held reaches ${staleAfterDays} days`,
        goal: { kind: 'exclusions', part: 'lists' },
      });
    }
  }
  const former = monthOf(fromDay(plusMonths(firstDayOf(month), -1)));
  const before = monthState(file, evaluation, former, obligations);
  if (before.close === null && before.owed > 0) {
    deadlines.push({
      ...base, key: screeningKey(former, 'close'), on: state.endsOn, status: statusByDay(state.endsOn, asOf, monthSoonDays, false),
      what: `Close ${longMonthWords(former)}${closing(before)}`,
      goal: { kind: 'exclusions', part: 'coverage' },
    });
  }
  return [...deadlines, ...reports(context, base)];
}

const listName = (list: ExclusionList): string => {
  const { short } = exclusionListWords[list];
  return short.endsWith('list') ? short : `${short} list`;
};

/** Everybody searched and every match decided, as far as these lists go. */
function isDone(state: MonthState, lists: readonly ExclusionList[]): boolean {
  const within = (each: { readonly list: ExclusionList }): boolean => lists.includes(each.list);
  return !state.holes.some(within) && ![...state.undecided, ...state.unable].some(({ check }) => within(check));
}

const closing = ({ holes }: MonthState): string => (holes.length === 0 ? '' : `: ${countOf(holes.length, 'gap')} to explain`);

function reports({ file, evaluation }: Deadlines, base: Pick<Deadline, 'requirement' | 'personId' | 'supervisorId' | 'siteId' | 'changedAt'>): readonly Deadline[] {
  return reportTasks(file, evaluation.asOf, evaluation.knownAt).filter((task) => task.status !== 'done').map(({ match, subject, to, dueOn, status }): Deadline => ({
    ...base,
    key: reportKey(keyText(match.key), match.list, match.candidate?.digest ?? ''),
    area: 'exclusions',
    subject: 'personId' in match.key ? { kind: 'person', id: match.key.personId, name: subject.name } : { kind: 'vendor', id: match.key.vendorId, name: subject.name },
    what: `Report to ${to}: confirmed on ${exclusionListWords[match.list].short}`,
    on: dueOn, status: status === 'overdue' ? 'overdue' : 'due-soon',
    citations: [],
    goal: { kind: 'exclusions', part: 'matches' },
  }));
}

/** What demands the searches, of everybody together. */
function citationsOf({ evaluation }: Deadlines): readonly Citation[] {
  const cited = new Map<string, Citation>();
  for (const standing of evaluation.standings) {
    if (!isMonthly(standing)) continue;
    for (const citation of standing.citations) cited.set(`${citation.source} ${citation.section}`, citation);
  }
  return [...cited.keys()].sort().flatMap((key) => cited.get(key) ?? []);
}

/** The duties of the months about a day, from so many months back to the next one: what a calendar made earlier may still hold. */
export const screeningKeysAbout = (asOf: CivilDate, monthsBack: number): readonly { readonly key: string; readonly on: CivilDate }[] =>
  Array.from({ length: monthsBack + 2 }, (_, back) => monthOf(fromDay(plusMonths(firstDayOf(monthOf(asOf)), 1 - back)))).flatMap((month) => {
    const on = fromDay(endOfMonth(firstDayOf(month)));
    const closedBy = fromDay(endOfMonth(plusMonths(firstDayOf(month), 1)));
    return [...groups.map(({ group }) => ({ key: screeningKey(month, group), on })), { key: screeningKey(month, 'close'), on: closedBy }];
  });
