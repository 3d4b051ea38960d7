import type { AgencyFile } from '../../shared/agency-file/schema.ts';

const named = (id: string, copy: number): string => (copy === 0 ? id : `${String(copy)}-${id}`);

type AgencyRecord = NonNullable<AgencyFile['agencyRecords']>[number];

/** A record of a team for a copy of that team: every id in it but those of documents is the copy's. */
function teamRecord(record: AgencyRecord, copy: number): AgencyRecord {
  const ids = new Set(['id', 'teamId', 'personId', 'supersedes', 'reviewId', 'treatmentTeamId']);
  const renamed = (value: unknown, key: string): unknown => {
    if (key === 'documents') return value;
    if (typeof value === 'string') return ids.has(key) ? named(value, copy) : value;
    if (Array.isArray(value)) return value.map((each: unknown) => (key === 'personIds' && typeof each === 'string' ? named(each, copy) : renamed(each, '')));
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, renamed(each, name)])) : value;
  };
  return renamed(record, '') as AgencyRecord;
}

/**
 * An agency of so many people: the demo's, repeated under fresh ids, with all their evidence and checks, and its teams with all they
 * logged. The first copy keeps its ids; what is the agency's own is there once.
 */
export function repeated(file: AgencyFile, people: number): AgencyFile {
  const copies = Math.ceil(people / file.people.length);
  const renamed = <Shape extends { readonly id: string }>(list: readonly Shape[], copy: number): Shape[] => list.map((each) => ({ ...each, id: named(each.id, copy) }));
  const ofTeams = (file.agencyRecords ?? []).filter((record) => 'teamId' in record);
  const of = (copy: number): Pick<AgencyFile, 'people' | 'evidence' | 'exclusionChecks' | 'decisions' | 'teams' | 'agencyRecords'> => ({
    people: renamed(file.people, copy).map((person) => ({
      ...person,
      employments: person.employments.map((employment) => ({
        ...employment, roles: employment.roles.map((role) => ({ ...role, ...(role.teamId === undefined ? {} : { teamId: named(role.teamId, copy) }) })),
      })),
    })),
    teams: renamed(file.teams ?? [], copy).map((team) => ({ ...team, ...(team.supervisorId === undefined ? {} : { supervisorId: named(team.supervisorId, copy) }) })),
    agencyRecords: copy === 0 ? file.agencyRecords ?? [] : ofTeams.map((record) => teamRecord(record, copy)),
    evidence: renamed(file.evidence, copy).map((item) => ({
      ...item, personId: named(item.personId, copy),
      ...(item.supersedes === undefined ? {} : { supersedes: named(item.supersedes, copy) }),
      ...(item.about === undefined ? {} : { about: named(item.about, copy) }),
    })),
    exclusionChecks: renamed(file.exclusionChecks ?? [], copy).filter((check) => check.personId !== undefined).map((check) => ({
      ...check, personId: named(check.personId ?? '', copy),
      ...(check.decisionId === undefined ? {} : { decisionId: named(check.decisionId, copy) }),
    })),
    decisions: renamed(file.decisions ?? [], copy).map((decision) => ({
      ...decision,
      ...(decision.personId === undefined ? {} : { personId: named(decision.personId, copy) }),
      ...(decision.checkId === undefined || decision.personId === undefined ? {} : { checkId: named(decision.checkId, copy) }),
    })),
  });
  const all = Array.from({ length: copies }, (_, copy) => of(copy));
  const kept = all.flatMap((each) => each.people).slice(0, people);
  const ids = new Set(kept.map((person) => person.id));
  // A copy cut in the middle has no teams: what they logged names people who are not there.
  const whole = all.filter((each) => each.people.every((person) => ids.has(person.id)));
  const teams = whole.flatMap((each) => each.teams ?? []);
  const known = new Set(teams.map((team) => team.id));
  return {
    ...file,
    teams,
    agencyRecords: whole.flatMap((each) => each.agencyRecords ?? []),
    people: kept.map((person) => ({
      ...person,
      employments: person.employments.map((employment) => ({
        ...employment, roles: employment.roles.map(({ teamId, ...role }) => ({ ...role, ...(teamId === undefined || !known.has(teamId) ? {} : { teamId }) })),
      })),
    })),
    evidence: all.flatMap((each) => each.evidence).filter((item) => ids.has(item.personId)),
    exclusionChecks: all.flatMap((each) => each.exclusionChecks ?? []).filter((check) => ids.has(check.personId ?? '')),
    decisions: all.flatMap((each) => each.decisions ?? []).filter((decision) => ids.has(decision.personId ?? '')),
    acknowledgements: [],
  };
}
