import { statusFacts, statusPrecedence, type Status } from '../rules/status.ts';
import type { Tally } from './binder-model.ts';

/** The order in which what is in order is told: done first, then what comes next. */
const calmOrder: readonly Status[] = ['met', 'exempt', 'expiring', 'due-soon', 'not-yet-due'];

/** Whether a status is a finding: not compliant, whether it can be cured or not. */
export const isFinding = (status: Status): boolean => !statusFacts[status].compliant;

/** Counts statuses into the three columns of a cover; columns leave out what nobody has. */
export function tallyOf(statuses: readonly Status[]): Tally {
  const counts = new Map<Status, number>();
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
  const column = (order: readonly Status[]) => order.flatMap((status) => {
    const count = counts.get(status) ?? 0;
    return count === 0 ? [] : [{ status, count }];
  });
  return { inOrder: column(calmOrder), withFinding: column(statusPrecedence.filter(isFinding)), notApplicable: counts.get('not-applicable') ?? 0 };
}
