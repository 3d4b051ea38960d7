import { endOfMonth, firstDayOf, monthOf, toDay, type CivilDate, type CivilMonth } from '../civil-date.ts';
import { decisionsIndex, outcomeBy, speakingCheck } from '../model/check-outcome.ts';
import { exclusionLists, type CheckOutcome, type Decision, type ExclusionCheck, type ExclusionList } from '../model/exclusion.ts';
import type { Standing } from '../rules/standing.ts';
import type { Status } from '../rules/status.ts';

/** One list in one month: how it stands and the check that says so. */
export type MonthMark = { readonly month: CivilMonth; readonly status: Status; readonly check: ExclusionCheck | null };

export type ListCoverage = { readonly list: ExclusionList; readonly months: readonly MonthMark[] };

/** The months of one monthly requirement, list by list, and how many of those closed or done are covered on every list. */
export type MonthCoverage = {
  readonly lists: readonly ListCoverage[];
  readonly closed: number;
  readonly covered: number;
  /** Closed months without a full set of checks, oldest first. */
  readonly holes: readonly CivilMonth[];
  readonly lastCheck: ExclusionCheck | null;
};

const isList = (part: string | null): part is ExclusionList => part !== null && (exclusionLists as readonly string[]).includes(part);

const outcomeStatus = { clear: 'met', possible: 'review', confirmed: 'fail', unable: 'gap' } as const satisfies Record<ExclusionCheck['outcome'], Status>;

/** How a check reads once the decisions about it made by the day judged have spoken (rules 0.6.29). */
export const checkStatus = (check: ExclusionCheck, decisions: readonly Decision[], asOf: CivilDate): Status =>
  outcomeStatus[outcomeBy(check, decisionsIndex(decisions)(check), asOf) ?? 'unable'];

function markOf(month: CivilMonth, period: { readonly status: Status; readonly missing?: readonly string[] }, list: ExclusionList, checks: readonly ExclusionCheck[], outcomeOf: (check: ExclusionCheck) => CheckOutcome | null, asOf: CivilDate): MonthMark {
  const inMonth = checks.filter((each) => each.list === list && monthOf(each.checkedOn) === month);
  const speaking = speakingCheck(inMonth, outcomeOf);
  if (speaking !== null) return { month, status: outcomeStatus[speaking.outcome], check: speaking.check };
  const decided = [...inMonth].sort((one, other) => (one.checkedOn < other.checkedOn ? 1 : -1))[0] ?? null;
  // The rules know more than the calendar: a pre-hire check may serve the month of hire.
  if (['met', 'exempt'].includes(period.status)) return { month, status: 'met', check: decided };
  const isClosed = endOfMonth(firstDayOf(month)) < toDay(asOf);
  if (!isClosed) return { month, status: period.status === 'due-soon' ? 'due-soon' : 'not-yet-due', check: decided };
  // One list of two was checked in that month: which one is missing is in the period.
  const isMissing = period.missing === undefined || period.missing.length === 0 || period.missing.includes(list);
  return { month, status: isMissing ? 'gap' : 'met', check: decided };
}

/**
 * The judged months of a standing with calendar months (`2026-03`), list by list. Lists are those its account names; months
 * it does not judge are left out.
 * @param checks of that person, any list, any day up to `asOf`; later ones are ignored.
 */
export function monthCoverage(standing: Standing, checks: readonly ExclusionCheck[], decisions: readonly Decision[], asOf: CivilDate): MonthCoverage {
  const past = checks.filter((each) => each.checkedOn <= asOf);
  const { rule } = standing.account;
  const named = rule.kind === 'every-month' ? rule.lists : standing.account.parts.map((each) => each.part).filter(isList);
  const lists = named.length > 0 ? [...new Set(named)] : exclusionLists.filter((list) => past.some((each) => each.list === list));
  const about = decisionsIndex(decisions);
  const outcomeOf = (check: ExclusionCheck): CheckOutcome | null => outcomeBy(check, about(check), asOf);
  const periods = (standing.periods ?? []).filter((each) => /^\d{4}-\d{2}$/.test(each.period));
  const isDone = (status: Status): boolean => status === 'met' || status === 'exempt';
  // An open month that is done already counts; one that is not yet done is silent (rules 0.6.25).
  const closed = periods.filter((each) => endOfMonth(firstDayOf(each.period as CivilMonth)) < toDay(asOf) || isDone(each.status));
  const covered = closed.filter((each) => isDone(each.status));
  const lastCheck = past
    .filter((each) => lists.includes(each.list))
    .sort((one, other) => (one.checkedOn < other.checkedOn ? 1 : -1))[0] ?? null;
  return {
    lists: lists.map((list) => ({
      list,
      months: periods.map((period) => markOf(period.period as CivilMonth, period, list, past, outcomeOf, asOf)),
    })),
    closed: closed.length,
    covered: covered.length,
    holes: closed.filter((each) => !['met', 'exempt', 'review'].includes(each.status)).map((each) => each.period as CivilMonth),
    lastCheck,
  };
}
