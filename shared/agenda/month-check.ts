import type { AgencyFile } from '../agency-file/schema.ts';
import { endOfMonth, fromDay, monthOf, toDay, type CivilDate, type CivilMonth } from '../civil-date.ts';
import { exclusionLists, type ExclusionCheck, type ExclusionList } from '../model/exclusion.ts';
import type { Evaluation } from '../rules/standing.ts';
import { monthCoverage } from './month-coverage.ts';

/** How far the check of one list is in the month: of those owed, how many are settled, possible, confirmed, or not done yet. */
export type ListProgress = {
  readonly list: ExclusionList;
  readonly owed: number;
  readonly settled: number;
  readonly possible: number;
  readonly confirmed: number;
  /** The latest day of the month on which anybody was checked. */
  readonly latestOn: CivilDate | null;
};

export type MonthCheck = { readonly month: CivilMonth; readonly closesOn: CivilDate; readonly lists: readonly ListProgress[] };

/**
 * This month's exclusion check: people and vendors that owe it by the rules in force, list by list. Lists nobody owes are left
 * out. The month is the one of the day judged; it closes with its last day, inclusive.
 */
export function monthCheck(file: AgencyFile, evaluation: Evaluation): MonthCheck {
  const { asOf, knownAt } = evaluation;
  const month = monthOf(asOf);
  const known = (at: string): boolean => knownAt === undefined || at.slice(0, knownAt.length) <= knownAt;
  const decisions = (file.decisions ?? []).filter((decision) => known(decision.recordedAt));
  const checks = new Map<string, ExclusionCheck[]>();
  for (const check of file.exclusionChecks ?? []) {
    const subject = check.personId ?? check.vendorId;
    if (subject === undefined || monthOf(check.checkedOn) !== month || check.checkedOn > asOf || !known(check.recordedAt)) continue;
    const own = checks.get(subject);
    if (own === undefined) checks.set(subject, [check]);
    else own.push(check);
  }
  // Somebody with two employments owes the month once.
  const marks = new Map<string, { readonly list: ExclusionList; readonly status: string; readonly on: CivilDate | null }>();
  for (const standing of evaluation.standings) {
    const subject = standing.personId ?? standing.vendorId;
    const period = standing.periods?.find((each) => each.period === month);
    if (subject === undefined || period === undefined) continue;
    // The account is worked out when it is asked for, so a copy does not carry it by itself.
    const coverage = monthCoverage({ ...standing, account: standing.account, periods: [period] }, checks.get(subject) ?? [], decisions, asOf);
    for (const { list, months } of coverage.lists) {
      const mark = months[0];
      if (mark !== undefined) marks.set(`${subject} ${list}`, { list, status: mark.status, on: mark.check?.checkedOn ?? null });
    }
  }
  const all = [...marks.values()];
  const lists = exclusionLists.flatMap((list): readonly ListProgress[] => {
    const own = all.filter((mark) => mark.list === list);
    if (own.length === 0) return [];
    const count = (status: string): number => own.filter((mark) => mark.status === status).length;
    const latestOn = own.reduce<CivilDate | null>((latest, { on }) => (on !== null && (latest === null || on > latest) ? on : latest), null);
    return [{ list, owed: own.length, settled: count('met') + count('exempt'), possible: count('review'), confirmed: count('fail'), latestOn }];
  });
  return { month, closesOn: fromDay(endOfMonth(toDay(asOf))), lists };
}
