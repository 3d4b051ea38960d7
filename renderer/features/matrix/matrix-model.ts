import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { beginOf, employmentOn, employmentState, personState, rolesOn, type PersonState } from '../../../shared/agenda/employment.ts';
import { compareNames } from '../../../shared/agenda/people-list.ts';
import type { CivilDate } from '../../../shared/civil-date.ts';
import type { PackId } from '../../../shared/model/agency.ts';
import { fullName, roleWords, shownName, type Employment, type Role } from '../../../shared/model/person.ts';
import { packs } from '../../../shared/rules/packs/packs.ts';
import { requirementGroups, type RequirementInfo } from '../../../shared/rules/requirement.ts';
import type { Evaluation, Standing } from '../../../shared/rules/standing.ts';
import { statusFacts, statusRank, type Status, type StatusFamily } from '../../../shared/rules/status.ts';

/** One employment of one person: a line of the matrix. */
export type MatrixRow = {
  /** Person and employment. */
  readonly key: string;
  readonly personId: string;
  readonly family: string;
  readonly given: string;
  /** "Given Middle Family", for the cell's name. */
  readonly name: string;
  /** Every name ever used, for the filter. */
  readonly search: string;
  readonly roles: readonly Role[];
  /** The first role in a word: "Specialist". */
  readonly roleWord: string;
  readonly teamIds: readonly string[];
  readonly teamWords: string;
  readonly state: PersonState;
  readonly cells: ReadonlyMap<string, Standing>;
  /** The worst verdict; null where nothing is judged. */
  readonly worst: Status | null;
  /** Verdicts that are not compliant. */
  readonly findings: number;
};

/** Whom to show. Empty lists do not narrow. */
export type MatrixFilter = {
  readonly text: string;
  readonly teams: readonly string[];
  readonly roles: readonly Role[];
  readonly packs: readonly PackId[];
  readonly states: readonly PersonState[];
  readonly families: readonly StatusFamily[];
  readonly onlyFindings: boolean;
};

export type MatrixSort = 'name' | 'worst' | 'team';

const shortRoles: Readonly<Record<Role, string>> = {
  'ips-specialist': 'Specialist',
  'ips-peer-specialist': 'Peer',
  'ips-supervisor': 'Supervisor',
  'other-direct-care': 'Direct care',
  other: 'Office',
  'team-lead': 'Team lead',
  'employment-support-professional': 'ESP',
  'employment-peer-mentor': 'Peer mentor',
  'benefits-counselor': 'Benefits',
  'program-assistant': 'Assistant',
};

/** The employments shown of one person: all in force; where none is, the one that is planned or ended last. */
function employmentsShown(person: AgencyFile['people'][number], asOf: CivilDate): readonly Employment[] {
  const current = person.employments.filter((employment) => employmentState(employment, asOf) === 'employed');
  if (current.length > 0) return [...current].sort((one, other) => ((beginOf(one) ?? '') < (beginOf(other) ?? '') ? -1 : 1));
  const one = employmentOn(person, asOf);
  return one === null ? [] : [one];
}

/** Everybody of the file as lines of the matrix, unfiltered, by name. */
export function matrixRows(file: AgencyFile, evaluation: Evaluation, asOf: CivilDate): readonly MatrixRow[] {
  const standings = new Map<string, Map<string, Standing>>();
  for (const standing of evaluation.standings) {
    if (standing.personId === undefined) continue;
    const key = `${standing.personId} ${standing.employmentId ?? ''}`;
    const cells = standings.get(key);
    if (cells === undefined) standings.set(key, new Map([[standing.requirement, standing]]));
    else cells.set(standing.requirement, standing);
  }
  const rows = file.people.flatMap((person) => {
    const name = shownName(person);
    return employmentsShown(person, asOf).map((employment): MatrixRow => {
      const spans = rolesOn(employment, asOf);
      const teamIds = [...new Set(spans.flatMap((span) => (span.teamId === undefined ? [] : [span.teamId])))];
      const teams = (file.teams ?? []).filter((team) => teamIds.includes(team.id)).map((team) => team.name);
      const cells = standings.get(`${person.id} ${employment.id}`) ?? new Map<string, Standing>();
      const statuses = [...cells.values()].map((cell) => cell.status).filter((status) => status !== 'not-applicable');
      const roles = [...new Set(spans.map((span) => span.role))];
      return {
        key: `${person.id} ${employment.id}`,
        personId: person.id,
        family: name.family,
        given: name.given,
        name: fullName(name),
        search: [...person.names.map(fullName), ...teams, ...roles.map((role) => roleWords[role])].join(' '),
        roles,
        roleWord: roles[0] === undefined ? '' : shortRoles[roles[0]],
        teamIds,
        teamWords: teams.join(', '),
        state: person.employments.length === 0 ? personState(person, asOf) : employmentState(employment, asOf),
        cells,
        worst: statuses.reduce<Status | null>((worst, status) => (worst === null || statusRank(status) < statusRank(worst) ? status : worst), null),
        findings: statuses.filter((status) => !statusFacts[status].compliant).length,
      };
    });
  });
  return rows.sort(byName);
}

const byName = (one: MatrixRow, other: MatrixRow): number =>
  compareNames(`${one.family}, ${one.given}`, `${other.family}, ${other.given}`) || (one.key < other.key ? -1 : 1);

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The lines that pass every filter but the families, in the order asked for. */
export function filteredMatrixRows(rows: readonly MatrixRow[], filter: MatrixFilter, sort: MatrixSort): readonly MatrixRow[] {
  const words = folded(filter.text).split(/\s+/).filter((word) => word !== '');
  const some = rows.filter(
    (row) =>
      filter.states.includes(row.state) &&
      (filter.teams.length === 0 || filter.teams.some((team) => row.teamIds.includes(team))) &&
      (filter.roles.length === 0 || filter.roles.some((role) => row.roles.includes(role))) &&
      (!filter.onlyFindings || row.findings > 0) &&
      (words.length === 0 || words.every((word) => folded(row.search).includes(word))),
  );
  // The lines come sorted by name, and sorting keeps the order of equals: names decide within a team or a verdict.
  if (sort === 'team') return [...some].sort((one, other) => compareNames(one.teamWords, other.teamWords));
  if (sort === 'worst') return [...some].sort((one, other) => worstRank(one) - worstRank(other) || other.findings - one.findings);
  return some;
}

const worstRank = (row: MatrixRow): number => (row.worst === null ? 99 : statusRank(row.worst));

/** The lines that have a verdict in any of the columns. */
export const concernedBy = (rows: readonly MatrixRow[], columns: readonly RequirementInfo[]): readonly MatrixRow[] =>
  rows.filter((row) => columns.some((column) => (row.cells.get(column.id)?.status ?? 'not-applicable') !== 'not-applicable'));

/** The lines that have a cell of one of the families; no family asked for is every line. */
export const withFamilies = (rows: readonly MatrixRow[], columns: readonly RequirementInfo[], families: readonly StatusFamily[]): readonly MatrixRow[] =>
  families.length === 0
    ? rows
    : rows.filter((row) =>
        columns.some((column) => {
          const cell = row.cells.get(column.id);
          const family = cell === undefined ? null : statusFacts[cell.status].family;
          return family !== null && families.includes(family);
        }),
      );

/** The requirements that concern anybody shown, by group, in catalogue order; only of the packs asked for. */
export function matrixColumns(requirements: readonly RequirementInfo[], rows: readonly MatrixRow[], packIds: readonly PackId[]): readonly RequirementInfo[] {
  const inPacks = packIds.length === 0 ? null : new Set(packIds.flatMap((id) => packs[id].rows.map((row) => row.id)));
  const concerning = requirements.filter(
    (requirement) =>
      (inPacks === null || inPacks.has(requirement.id)) &&
      rows.some((row) => (row.cells.get(requirement.id)?.status ?? 'not-applicable') !== 'not-applicable'),
  );
  return requirementGroups.flatMap((group) => concerning.filter((requirement) => requirement.group === group));
}

/** How many verdicts each family has, in the order of consequence of the legend; and totals for the footer. */
export function countFamilies(rows: readonly MatrixRow[], columns: readonly RequirementInfo[]): {
  readonly byFamily: ReadonlyMap<StatusFamily, number>;
  readonly standings: number;
  readonly compliant: number;
} {
  const byFamily = new Map<StatusFamily, number>();
  let standings = 0;
  let compliant = 0;
  for (const row of rows) {
    for (const column of columns) {
      const status = row.cells.get(column.id)?.status;
      const family = status === undefined ? null : statusFacts[status].family;
      if (status === undefined || family === null) continue;
      byFamily.set(family, (byFamily.get(family) ?? 0) + 1);
      standings += 1;
      if (statusFacts[status].compliant) compliant += 1;
    }
  }
  return { byFamily, standings, compliant };
}

/** Lines whose verdict in a column is not compliant: the figure under its head. */
export const failingIn = (rows: readonly MatrixRow[], column: RequirementInfo): number =>
  rows.reduce((count, row) => {
    const status = row.cells.get(column.id)?.status;
    return status !== undefined && !statusFacts[status].compliant ? count + 1 : count;
  }, 0);
