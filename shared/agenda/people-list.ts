import type { AgencyFile } from '../agency-file/schema.ts';
import type { CivilDate } from '../civil-date.ts';
import { fullName, listName, shownName, type Person } from '../model/person.ts';
import type { Evaluation, Standing } from '../rules/standing.ts';
import { statusFacts, statusRank, type Status } from '../rules/status.ts';
import { beginOf, employmentOn, personState, roleNames, teamNames, type PersonState } from './employment.ts';

/** One line of the people list. */
export type PeopleRow = {
  readonly personId: string;
  /** "Family, Given", as lists are sorted. */
  readonly name: string;
  /** Every name ever used, for the filter. */
  readonly allNames: readonly string[];
  readonly roles: readonly string[];
  readonly teams: readonly string[];
  readonly state: PersonState;
  /** Hired, or planned to be. */
  readonly beginOn: CivilDate | null;
  readonly planned: boolean;
  readonly endedOn: CivilDate | null;
  /** The worst verdict among the standings of the employment shown; null when nothing is judged. */
  readonly worst: Status | null;
  /** How many standings are not compliant. */
  readonly findings: number;
};

/** Standings by person: one pass instead of one search a person. */
export function standingsByPerson(evaluation: Evaluation): ReadonlyMap<string, readonly Standing[]> {
  const map = new Map<string, Standing[]>();
  for (const standing of evaluation.standings) {
    if (standing.personId === undefined) continue;
    const known = map.get(standing.personId);
    if (known === undefined) map.set(standing.personId, [standing]);
    else known.push(standing);
  }
  return map;
}

function rowOf(person: Person, standings: readonly Standing[], file: AgencyFile, asOf: CivilDate): PeopleRow {
  const employment = employmentOn(person, asOf);
  const own = standings.filter((each) => each.status !== 'not-applicable' && (employment === null || each.employmentId === undefined || each.employmentId === employment.id));
  const worst = own.reduce<Status | null>((found, each) => (found === null || statusRank(each.status) < statusRank(found) ? each.status : found), null);
  return {
    personId: person.id,
    name: listName(shownName(person)),
    allNames: person.names.map(fullName),
    roles: employment === null ? [] : roleNames(employment, asOf),
    teams: employment === null ? [] : teamNames(employment, asOf, file.teams ?? []),
    state: personState(person, asOf),
    beginOn: employment === null ? null : beginOf(employment),
    planned: employment?.hiredOn === undefined,
    endedOn: employment?.endedOn ?? null,
    worst,
    findings: own.filter((each) => !statusFacts[each.status].compliant).length,
  };
}

/** Everybody in the file as of a day, by family and given name: those who left and candidates too. */
export function peopleRows(file: AgencyFile, evaluation: Evaluation, asOf: CivilDate): readonly PeopleRow[] {
  const byPerson = standingsByPerson(evaluation);
  return file.people
    .map((person) => rowOf(person, byPerson.get(person.id) ?? [], file, asOf))
    .sort((one, other) => compareNames(one.name, other.name) || (one.personId < other.personId ? -1 : 1));
}

/** Letters whose stroke no decomposition takes off, and where people look for them. */
const strokes: Readonly<Record<string, string>> = { đ: 'd', ð: 'd', ł: 'l', ø: 'o', ħ: 'h', ŧ: 't', ı: 'i', æ: 'ae', œ: 'oe', ß: 'ss', þ: 'th' };

const plain = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[đðłøħŧıæœßþ]/g, (letter) => strokes[letter] ?? letter);

/** Order of names that is the same on every machine: letters without their accents and strokes first, then the text itself. */
export function compareNames(one: string, other: string): number {
  const a = plain(one);
  const b = plain(other);
  if (a !== b) return a < b ? -1 : 1;
  return one === other ? 0 : one < other ? -1 : 1;
}
