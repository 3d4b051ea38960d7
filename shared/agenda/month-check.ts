import type { AgencyFile } from '../agency-file/schema.ts';
import { endOfMonth, fromDay, monthOf, toDay, type CivilDate, type CivilMonth } from '../civil-date.ts';
import { exclusionLists, type ExclusionList } from '../model/exclusion.ts';
import type { Evaluation } from '../rules/standing.ts';
import { obligationsOf, type Obligation } from './exclusions/obligations.ts';

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
  const month = monthOf(evaluation.asOf);
  // Somebody with two employments owes the month once.
  const all = obligationsOf(file, evaluation).inMonth(month);
  const lists = exclusionLists.flatMap((list): readonly ListProgress[] => {
    const own = all.filter((each) => each.list === list);
    if (own.length === 0) return [];
    const count = (status: Obligation['status']): number => own.filter((each) => each.status === status).length;
    const latestOn = own.reduce<CivilDate | null>((latest, { check, beforeHire }) => (check !== null && !beforeHire && (latest === null || check.checkedOn > latest) ? check.checkedOn : latest), null);
    return [{ list, owed: own.length, settled: count('met'), possible: count('review'), confirmed: count('fail'), latestOn }];
  });
  return { month, closesOn: fromDay(endOfMonth(toDay(evaluation.asOf))), lists };
}
