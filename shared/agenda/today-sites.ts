import type { AgencyFile } from '../agency-file/schema.ts';
import type { CivilDate } from '../civil-date.ts';
import { rolesOn } from './employment.ts';
import type { TodayList, TodaySubject } from './today-list.ts';

/** The sites whom a line is about belongs to: a team's, and those of the teams somebody works in. The agency, vendors and people without a team belong to none. */
function sitesOf(file: AgencyFile, asOf: CivilDate): (subject: TodaySubject) => ReadonlySet<string> {
  const teams = new Map((file.teams ?? []).map((team) => [team.id, team.siteId]));
  const people = new Map(file.people.map((person) => [person.id, person]));
  const known = new Map<string, ReadonlySet<string>>();
  return ({ kind, id }) => {
    const key = `${kind} ${id}`;
    const ids = kind === 'team' ? [id] : kind === 'person' ? (people.get(id)?.employments ?? []).flatMap((employment) => rolesOn(employment, asOf).flatMap((role) => role.teamId ?? [])) : [];
    const sites = known.get(key) ?? new Set(ids.flatMap((teamId) => teams.get(teamId) ?? []));
    known.set(key, sites);
    return sites;
  };
}

/** The list of one site as of a day: lines that concern somebody of it, with only those named; null is every site. What is explained is counted for all. */
export function atSite(file: AgencyFile, list: TodayList, asOf: CivilDate, siteId: string | null): TodayList {
  if (siteId === null) return list;
  const of = sitesOf(file, asOf);
  const groups = list.groups.flatMap((group) => {
    const items = group.items.flatMap((item) => {
      const [first, ...others] = item.subjects.filter((subject) => of(subject).has(siteId));
      return first === undefined ? [] : [{ ...item, subjects: [first, ...others] as const }];
    });
    return items.length === 0 ? [] : [{ ...group, items }];
  });
  return { ...list, groups, count: groups.reduce((sum, group) => sum + group.items.length, 0) };
}
