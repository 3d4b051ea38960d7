import { diffDays, type CivilDate } from '../../civil-date.ts';
import type { Status } from '../../rules/status.ts';

/** How a day that stands on its own looks from another: gone by, within the days called soon, or further off. Days are inclusive. */
export function statusByDay(on: CivilDate, asOf: CivilDate, soonDays: number, runsOut: boolean): Status {
  if (on < asOf) return runsOut ? 'expired' : 'overdue';
  if (diffDays(asOf, on) <= soonDays) return runsOut ? 'expiring' : 'due-soon';
  return runsOut ? 'met' : 'not-yet-due';
}
