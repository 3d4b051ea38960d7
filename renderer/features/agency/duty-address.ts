import type { Duty } from './duties.ts';

/** The address of a duty's explanation on the overview. */
export const dutyAddress = (duty: Pick<Duty, 'standing'>): string =>
  `/agency?requirement=${encodeURIComponent(duty.standing.requirement)}${duty.standing.teamId === undefined ? '' : `&team=${encodeURIComponent(duty.standing.teamId)}`}`;
