import type { CivilDate } from '../civil-date.ts';
import type { Team } from '../model/agency.ts';
import { roleWords, type Employment, type Person, type RoleSpan } from '../model/person.ts';

export type PersonState = 'candidate' | 'employed' | 'left' | 'withdrawn' | 'none';

export const personStateWords: Readonly<Record<PersonState, string>> = {
  candidate: 'Candidate',
  employed: 'Employed',
  left: 'Left',
  withdrawn: 'Withdrawn',
  none: 'No employment',
};

/** The day an employment begins or is planned to; null when neither is known. */
export const beginOf = (employment: Employment): CivilDate | null => employment.hiredOn ?? employment.plannedHireOn ?? null;

export function employmentState(employment: Employment, asOf: CivilDate): Exclude<PersonState, 'none'> {
  if (employment.withdrawnOn !== undefined && employment.withdrawnOn <= asOf) return 'withdrawn';
  if (employment.endedOn !== undefined && employment.endedOn < asOf) return 'left';
  return employment.hiredOn !== undefined && employment.hiredOn <= asOf ? 'employed' : 'candidate';
}

const order: readonly PersonState[] = ['employed', 'candidate', 'left', 'withdrawn', 'none'];

/** The employment a screen opens with: one in force, else one planned, else the latest that ended; null when there is none. */
export function employmentOn(person: Person, asOf: CivilDate): Employment | null {
  const ranked = [...person.employments].sort((one, other) => {
    const states = order.indexOf(employmentState(one, asOf)) - order.indexOf(employmentState(other, asOf));
    if (states !== 0) return states;
    return (beginOf(one) ?? '') < (beginOf(other) ?? '') ? 1 : -1;
  });
  return ranked[0] ?? null;
}

/** Whether somebody works here, is about to, has left or withdrew, as of a day. */
export function personState(person: Person, asOf: CivilDate): PersonState {
  const employment = employmentOn(person, asOf);
  return employment === null ? 'none' : employmentState(employment, asOf);
}

/** Roles held on the day, last day inclusive; before the first begins, those that begin first; after the end, the last ones. */
export function rolesOn(employment: Employment, asOf: CivilDate): readonly RoleSpan[] {
  const day = employment.endedOn !== undefined && employment.endedOn < asOf ? employment.endedOn : asOf;
  const held = employment.roles.filter((each) => each.from <= day && (each.to === undefined || each.to >= day));
  if (held.length > 0) return held;
  const first = [...employment.roles].sort((one, other) => (one.from < other.from ? -1 : 1))[0];
  return first === undefined ? [] : employment.roles.filter((each) => each.from === first.from);
}

export const roleNames = (employment: Employment, asOf: CivilDate): readonly string[] =>
  [...new Set(rolesOn(employment, asOf).map((each) => roleWords[each.role]))];

/** Names of the teams of those roles, in the file's order of roles. */
export function teamNames(employment: Employment, asOf: CivilDate, teams: readonly Team[]): readonly string[] {
  const ids = new Set(rolesOn(employment, asOf).map((each) => each.teamId));
  return teams.filter((each) => ids.has(each.id)).map((each) => each.name);
}
