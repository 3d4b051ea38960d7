import type { CivilDate } from '../../civil-date.ts';
import { exclusionListWords, type ExclusionCheck, type MonthHole } from '../../model/exclusion.ts';
import { dateWords } from '../../wording.ts';
import type { Obligation } from './obligations.ts';

const how = (check: ExclusionCheck): string => (check.method === 'website' ? 'on the web site' : check.listVersion === undefined ? 'on the whole list' : `in ${check.listVersion.name}`);

function clause({ list, status, check, beforeHire }: Obligation, closesOn: CivilDate): string {
  const name = exclusionListWords[list].short;
  switch (status) {
    case 'met':
      return check === null ? `${name}: searched.` : `${name}: searched on ${dateWords(check.checkedOn)} ${how(check)}${beforeHire ? ', before the hire' : ''}.`;
    case 'review':
      return `${name}: a possible match of ${check === null ? 'this month' : dateWords(check.checkedOn)} waits for a decision.`;
    case 'fail':
      return `${name}: found on the list${check === null ? '' : `, search of ${dateWords(check.checkedOn)}`}.`;
    case 'gap':
      return check === null ? `${name}: not searched; a later check does not repair a month.` : `${name}: the search of ${dateWords(check.checkedOn)} could not be determined, so it counts as none.`;
    case 'due-soon':
    case 'not-yet-due':
      return check === null ? `${name}: to be searched by ${dateWords(closesOn)}.` : `${name}: the search of ${dateWords(check.checkedOn)} could not be determined; a search is owed by ${dateWords(closesOn)}.`;
  }
}

/** What a cell of the grid says, list by list, and how its hole was explained. */
export const cellWords = (owed: readonly Obligation[], hole: MonthHole | null, closesOn: CivilDate): string =>
  [...owed.map((each) => clause(each, closesOn)), ...(hole === null ? [] : [`Explained when the month was closed: ${hole.reason}`])].join(' ');
