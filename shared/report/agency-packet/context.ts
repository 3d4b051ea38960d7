import type { AgencyFile } from '../../agency-file/schema.ts';
import type { CivilDate } from '../../civil-date.ts';
import type { Site, Team } from '../../model/agency.ts';
import { standingRecords, type StandingRecords } from '../../model/agency-records/standing-records.ts';
import { fullName, listName, shownName, type Person } from '../../model/person.ts';
import type { AgencyGroup } from '../../rules/agency/row.ts';
import type { Explanation } from '../../rules/explanation.ts';
import { knownUntil } from '../../rules/known.ts';
import type { Reading } from '../../rules/packs/row.ts';
import type { RequirementInfo } from '../../rules/requirement.ts';
import type { Citation, Evaluation, Standing } from '../../rules/standing.ts';
import { binderContext, type BinderContext } from '../context.ts';
import type { Paper } from '../binder-job.ts';

/** What the packet needs to know of a duty of the agency or of a team. */
export type PacketDuty = {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  readonly group: AgencyGroup;
  readonly scope: 'agency' | 'team';
  readonly ruleWords: string;
  readonly citations: readonly Citation[];
  readonly readings?: readonly Reading[];
};

export type PacketOptions = {
  readonly asOf: CivilDate;
  readonly knownAt?: string;
  /** ISO instant in UTC. */
  readonly generatedAt: string;
  readonly synthetic: boolean;
  readonly paper: Paper;
};

/** An agency's record sorted once for the sections of its packet. */
export type PacketContext = {
  readonly file: AgencyFile;
  readonly binder: BinderContext;
  readonly asOf: CivilDate;
  readonly evaluation: Evaluation;
  readonly records: StandingRecords;
  readonly duties: readonly PacketDuty[];
  readonly duty: (id: string) => PacketDuty | undefined;
  readonly staff: readonly RequirementInfo[];
  readonly explain: (standing: Standing) => Explanation;
  /** Teams that exist on the day, by site where there are several, then by name of the file. */
  readonly teams: readonly Team[];
  /** The name of a team's site; null where the agency has one site at most, or the team none. */
  readonly siteOf: (team: Team) => string | null;
  readonly severalSites: boolean;
  readonly team: (id: string) => Team | undefined;
  readonly personName: (id: string) => string;
  readonly personListName: (id: string) => string;
};

/** @param evaluation of the same file, as-of and known-at, with `all` so that what does not apply can be told from what is missing */
export function packetContext(
  file: AgencyFile, evaluation: Evaluation, staff: readonly RequirementInfo[], duties: readonly PacketDuty[], explain: (standing: Standing) => Explanation, options: PacketOptions,
): PacketContext {
  const { asOf, knownAt } = options;
  const until = knownAt === undefined ? null : knownUntil(knownAt, file.agency.timeZone);
  const sites: readonly Site[] = file.sites ?? [];
  const severalSites = sites.length > 1;
  const people = new Map<string, Person>(file.people.map((person) => [person.id, person]));
  const siteNames = new Map(sites.map((site) => [site.id, site.name]));
  const siteIndex = new Map(sites.map((site, index) => [site.id, index]));
  const indexOf = (team: Team): number => (team.siteId === undefined ? sites.length : (siteIndex.get(team.siteId) ?? sites.length));
  const teams = (file.teams ?? [])
    .filter((team) => (team.closedOn === undefined || team.closedOn >= asOf) && (team.implementedOn === undefined || team.implementedOn <= asOf))
    .map((team, index) => ({ team, index }))
    .sort((a, b) => (severalSites ? indexOf(a.team) - indexOf(b.team) : 0) || a.index - b.index)
    .map(({ team }) => team);
  const teamById = new Map((file.teams ?? []).map((team) => [team.id, team]));
  const dutyById = new Map(duties.map((duty) => [duty.id, duty]));
  const said = (standing: Standing): Explanation => standing.explanation?.() ?? explain(standing);
  return {
    file, asOf, evaluation, duties, staff,
    binder: binderContext(file, evaluation, staff, said, { people: 'all', ...options }),
    records: standingRecords(file.agencyRecords ?? [], until),
    duty: (id) => dutyById.get(id),
    explain: said,
    teams,
    siteOf: (team) => (severalSites && team.siteId !== undefined ? (siteNames.get(team.siteId) ?? null) : null),
    severalSites,
    team: (id) => teamById.get(id),
    personName: (id) => { const person = people.get(id); return person === undefined ? 'somebody no longer on record' : fullName(shownName(person)); },
    personListName: (id) => { const person = people.get(id); return person === undefined ? id : listName(shownName(person)); },
  };
}
