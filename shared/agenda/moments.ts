import type { RequirementInfo } from '../rules/requirement.ts';
import type { Standing } from '../rules/standing.ts';

/** The moments of a working life, in order: what a requirement has to precede. */
export const moments = ['before-hire', 'before-service', 'before-crisis', 'while-employed'] as const;
export type Moment = (typeof moments)[number];

export const momentWords: Readonly<Record<Moment, string>> = {
  'before-hire': 'Before hire',
  'before-service': 'Before serving clients',
  'before-crisis': 'Before handling crises',
  'while-employed': 'While employed',
};

/** Whether the last day for an open duty lies after the moment it is measured from (CPR within 90 days of hire). */
export function hasGrace(standing: Standing): boolean {
  const anchor = standing.account.anchor?.on ?? null;
  const last = standing.account.window?.to ?? standing.dueOn;
  return anchor !== null && last !== null && last > anchor;
}

/** Which moment a requirement guards for this person: by what it clears, unless its window only ends after that moment. */
export function momentOf(info: RequirementInfo | undefined, standing: Standing): Moment {
  // What must hold on any day bars a hire, but is lived with month after month.
  if (info?.group === 'exclusion') return 'while-employed';
  switch (info?.clearance) {
    case 'hire':
      return 'before-hire';
    case 'serve':
      return standing.account.window !== null && hasGrace(standing) ? 'while-employed' : 'before-service';
    case 'crisis':
      return 'before-crisis';
    default:
      return 'while-employed';
  }
}
