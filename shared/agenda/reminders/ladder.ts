import type { Agency } from '../../model/agency.ts';
import { fail, ok, type Result } from '../../result.ts';

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

/** The most days ahead a ladder may begin: two years, longer than any term is usually planned for. */
export const mostLeadDays = 730;

/** Reads the steps of a ladder as typed. Fails on the first that is not a whole number of days from 1 to `mostLeadDays`. */
export function readLeadDays(texts: readonly string[]): Result<readonly number[], { readonly code: 'not-days'; readonly text: string }> {
  const wrong = texts.find((text) => !/^\d{1,3}$/.test(text.trim()) || Number(text) < 1 || Number(text) > mostLeadDays);
  return wrong === undefined ? ok(tidyLeadDays(texts.map(Number))) : fail({ code: 'not-days', text: wrong.trim() });
}

const same = (one: readonly number[], other: readonly number[]): boolean => one.length === other.length && one.every((each, index) => each === other[index]);

/** The agency with another ladder: its own for a requirement, or where that is null the one of all others. Days null: the usual one again. */
export function withLadder(agency: Agency, requirement: string | null, days: readonly number[] | null): Agency {
  if (requirement === null) {
    const { leadDays: _before, ...rest } = agency;
    return days === null || same(tidyLeadDays(days), defaultLeadDays) ? rest : { ...rest, leadDays: tidyLeadDays(days) };
  }
  const { reminders, ...rest } = agency;
  const others = (reminders?.ladders ?? []).filter((each) => each.requirement !== requirement);
  const kept = days === null ? others : [...others, { requirement, leadDays: tidyLeadDays(days) }];
  return kept.length === 0 ? rest : { ...rest, reminders: { ...reminders, ladders: kept } };
}
