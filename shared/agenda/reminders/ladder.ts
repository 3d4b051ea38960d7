import type { Agency } from '../../model/agency.ts';

/** Days ahead at which a deadline is told of where the agency has said nothing else. */
export const defaultLeadDays = [90, 60, 30, 14, 7, 1] as const;

/** One step of a ladder: days left on which it is reached. 0 is the day itself, `overdueRung` the day after. */
export type Rung = number;
export const overdueRung: Rung = -1;

/** What an agency has set about its reminders. */
export type ReminderSettings = Pick<Agency, 'leadDays' | 'reminders'>;

/** The steps as days ahead, largest first, each once. Numbers that are no whole days ahead are left out. */
export const tidyLeadDays = (days: readonly number[]): readonly number[] =>
  [...new Set(days)].filter((each) => Number.isInteger(each) && each > 0).toSorted((one, other) => other - one);

/** The ladder of every deadline without one of its own: days ahead, largest first. */
export const defaultLadderOf = (settings: ReminderSettings): readonly number[] => tidyLeadDays(settings.leadDays ?? defaultLeadDays);

/** Looks up ladders: rungs from the earliest to the most urgent. The day itself and overdue belong to every ladder, whatever was set. */
export function ladders(settings: ReminderSettings): (requirement: string | null) => readonly Rung[] {
  const whole = (days: readonly number[]): readonly Rung[] => [...tidyLeadDays(days), 0, overdueRung];
  const usual = whole(settings.leadDays ?? defaultLeadDays);
  const own = new Map((settings.reminders?.ladders ?? []).map((each) => [each.requirement, whole(each.leadDays)]));
  return (requirement) => (requirement === null ? usual : (own.get(requirement) ?? usual));
}

/**
 * The most urgent rung reached with so many days left (negative: days since the last good day); null while the deadline is
 * further away than the first rung.
 */
export function rungInForce(ladder: readonly Rung[], daysLeft: number): Rung | null {
  let reached: Rung | null = null;
  for (const rung of ladder) if (daysLeft <= rung) reached = rung;
  return reached;
}

/** `90 days ahead`, `on the day`, `overdue`. */
export function rungWords(rung: Rung): string {
  if (rung === overdueRung) return 'overdue';
  if (rung === 0) return 'on the day';
  return rung === 1 ? '1 day ahead' : `${rung} days ahead`;
}
