import { fromDay, monthOf, plusMonths, startOfMonth, toDay, type CivilMonth } from '../civil-date.ts';
import type { EvidenceKind } from '../model/evidence.ts';
import type { RequirementInfo } from '../rules/requirement.ts';
import type { Evaluation } from '../rules/standing.ts';
import { statusFacts } from '../rules/status.ts';

export const horizonKinds = ['training', 'cards', 'other'] as const;
export type HorizonKind = (typeof horizonKinds)[number];
export const horizonWords: Readonly<Record<HorizonKind, string>> = { training: 'Training', cards: 'Cards and licences', other: 'Files and other' };

/** What runs out or falls due in one month. */
export type HorizonMonth = { readonly month: CivilMonth } & Readonly<Record<HorizonKind, number>>;

const cards: readonly EvidenceKind[] = [
  'cpr-first-aid', 'cips', 'cpss', 'cesp', 'qmhp', 'amhp', 'cwic', 'wip-c', 'peer-certification', 'license-verification', 'drivers-license', 'motor-insurance',
];

function kindOf(requirement: RequirementInfo): HorizonKind {
  if (requirement.kinds.some((kind) => cards.includes(kind)) || requirement.id.endsWith('.license')) return 'cards';
  return requirement.group === 'training' ? 'training' : 'other';
}

/**
 * The twelve months from the one judged: how many duties that are in order today end or fall due in each. Monthly exclusion
 * checks are left out, they are due every month; what is overdue is on the list of today, not ahead.
 */
export function horizon(evaluation: Evaluation, requirements: readonly RequirementInfo[]): readonly HorizonMonth[] {
  const infos = new Map(requirements.map((requirement) => [requirement.id, requirement]));
  const first = startOfMonth(toDay(evaluation.asOf));
  const months = Array.from({ length: 12 }, (_, index) => ({ month: monthOf(fromDay(plusMonths(first, index))), training: 0, cards: 0, other: 0 }));
  const byMonth = new Map(months.map((month) => [month.month, month]));
  for (const standing of evaluation.standings) {
    const requirement = infos.get(standing.requirement);
    const monthly = standing.periods?.some((period) => period.period.length === 7) === true;
    if (requirement === undefined || monthly || standing.dueOn === null || standing.dueOn < evaluation.asOf) continue;
    if (!statusFacts[standing.status].compliant && standing.status !== 'late') continue;
    const month = byMonth.get(monthOf(standing.dueOn));
    if (month !== undefined) month[kindOf(requirement)] += 1;
  }
  return months;
}
