import type { CivilDate } from '../../../shared/civil-date.ts';
import type { RequirementInfo } from '../../../shared/rules/requirement.ts';
import type { Standing } from '../../../shared/rules/standing.ts';
import { statusFacts } from '../../../shared/rules/status.ts';
import { daysBeyond } from './cell-text.ts';
import { countOf, dateWords, distanceWords, longMonthWords } from '../../../shared/wording.ts';

const withDistance = (date: CivilDate, asOf: CivilDate): string => `${dateWords(date)} · ${distanceWords(date, asOf)}`;

/** `August 2025`, or the years a training year spans. */
export const periodWords = (period: string): string =>
  period.length === 7 ? longMonthWords(period) : period.split('/').map((date) => dateWords(date as CivilDate)).join(' to ');

/** One sentence beside the verdict's word: the fact that a cell has no room for. */
export function standingSentence(standing: Standing, asOf: CivilDate): string {
  const { dueOn, validThrough, status } = standing;
  const through = validThrough === null ? 'no end' : `valid through ${withDistance(validThrough, asOf)}`;
  const missing = standing.missing === undefined || standing.missing.length === 0 ? '' : ` Missing: ${standing.missing.join(', ')}.`;
  switch (status) {
    case 'met':
      return `Met, ${through}.`;
    case 'exempt': {
      const by = standing.account.parts.map((part) => part.why).find((why) => why.code === 'exempt');
      return by === undefined ? `Exempt, ${through}.` : `Exempt by ${by.by.toUpperCase()}, ${by.through === null ? 'no end' : `through ${withDistance(by.through, asOf)}`}.`;
    }
    case 'expiring':
      return dueOn === null ? `Expiring, ${through}.` : `Met, ends ${withDistance(dueOn, asOf)}.`;
    case 'due-soon':
      return `${dueOn === null ? 'Due soon' : `Due ${withDistance(dueOn, asOf)}`}.${missing}`;
    case 'not-yet-due':
      return `${dueOn === null ? 'Open, no date yet' : `Open until ${withDistance(dueOn, asOf)}`}.${missing}`;
    case 'review':
      return 'A person must decide.';
    case 'overdue':
      return `${dueOn === null ? 'Overdue' : `Due ${withDistance(dueOn, asOf)}`}, nothing on file.`;
    case 'incomplete':
      return `Incomplete.${missing}`;
    case 'expired':
      return `${validThrough === null && dueOn === null ? 'Expired' : `Valid through ${withDistance(validThrough ?? dueOn ?? asOf, asOf)}`}, not renewed.`;
    case 'stale':
      return 'Too old on the day of hire; cannot be cured for this hire.';
    case 'late': {
      const days = daysBeyond(standing);
      return `Done ${days === null ? 'after its deadline' : `${countOf(days, 'day')} late`}. Valid that day: ${standing.validNow === true ? 'yes' : 'no'}.`;
    }
    case 'gap': {
      const gaps = (standing.periods ?? []).filter((period) => period.status === 'gap').map((period) => periodWords(period.period));
      return `${gaps.length === 0 ? 'A period' : gaps.slice(0, 3).join(', ')}${gaps.length > 3 ? ` and ${gaps.length - 3} more` : ''} without a check. A later one does not repair it.`;
    }
    case 'fail':
      return 'Adverse result. Stop work.';
    case 'not-applicable':
      return 'Does not apply to this role.';
  }
}

/** What a reader hears in a cell: "Stale. Criminal background check, Delphine Arceneaux. Too old on the day of hire ..." */
export const cellName = (standing: Standing | undefined, requirement: RequirementInfo, name: string, asOf: CivilDate): string =>
  standing === undefined
    ? `Does not apply. ${requirement.title}, ${name}.`
    : `${statusFacts[standing.status].word}. ${requirement.title}, ${name}. ${standingSentence(standing, asOf)}`;
