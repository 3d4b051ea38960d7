import type { AgencyFile } from '../../agency-file/schema.ts';
import { toDay, type CivilDate, type Day } from '../../civil-date.ts';
import { defaultSoonDays, type Override, type PackId, type Team } from '../../model/agency.ts';
import { standingRecords, type StandingRecords } from '../../model/agency-records/standing-records.ts';
import { northCarolinaRoles, type Role } from '../../model/person.ts';
import { packsInUse } from '../effective.ts';
import type { Explanation } from '../explanation.ts';
import { packs, type Jurisdiction } from '../packs/packs.ts';
import type { Account, Standing } from '../standing.ts';
import { agencyRowsFor, type EffectiveAgencyRow } from './effective-agency.ts';
import { judgeAgencyRow } from './judge-agency.ts';
import { teamMembers } from './meetings/members.ts';
import type { AgencyContext, AgencyJudgement, JudgedFile } from './row.ts';

const kept = new WeakMap<object, Map<number | null, StandingRecords>>();
const noRecords: NonNullable<AgencyFile['agencyRecords']> = [];

/** The agency records that stood at a moment. Sorted once for each state of the file: evaluations of many days share them. */
function recordsAt(file: AgencyFile, until: number | null): StandingRecords {
  const all = file.agencyRecords ?? noRecords;
  const known = kept.get(all) ?? new Map<number | null, StandingRecords>();
  kept.set(all, known);
  const records = known.get(until) ?? standingRecords(all, until);
  known.set(until, records);
  return records;
}

const everywhere: readonly Jurisdiction[] = ['louisiana', 'north-carolina', 'any'];
const states: readonly Jurisdiction[] = ['louisiana', 'north-carolina'];
const isNorthern = (role: Role): boolean => (northCarolinaRoles as readonly Role[]).includes(role);

/** A team with packs of its own is judged by these; one without by the agency's, of the states its people work in (0.6.20). */
function questionOf(file: JudgedFile, team: Team, on: Day): { readonly agency: boolean; readonly named: readonly PackId[]; readonly jurisdictions: readonly Jurisdiction[] } {
  if (team.packs !== undefined && team.packs.length > 0) return { agency: false, named: team.packs, jurisdictions: everywhere };
  const used = new Set(packsInUse(file.agency).filter((use) => (use.from === null || use.from <= on) && (use.to === null || on <= use.to)).map((use) => packs[use.id].jurisdiction));
  const both = states.every((state) => used.has(state));
  if (!both) return { agency: true, named: [], jurisdictions: everywhere };
  const members = teamMembers(file, team.id);
  const held = members.filter((member) => [...Object.values(member.days)].some((days) => days.some(({ from, to }) => from <= on && on <= to)));
  const roles = (held.length > 0 ? held : members).flatMap((member) => [...member.roles]);
  const northern = roles.some(isNorthern);
  return { agency: true, named: [], jurisdictions: !northern ? ['louisiana', 'any'] : roles.every(isNorthern) ? ['north-carolina', 'any'] : everywhere };
}

type Options = { readonly asOf: CivilDate; readonly until: number | null; readonly overrides: readonly Override[]; readonly all: boolean };

type Subject = { readonly team: Team | null; readonly rows: readonly EffectiveAgencyRow[] };

/** Whom duties are asked of on a day: the agency by the packs of all, then each team that is not closed by its own. */
export function agencySubjects(file: JudgedFile, overrides: readonly Override[], on: Day): readonly Subject[] {
  const teams = (file.teams ?? []).filter((team) => team.closedOn === undefined || toDay(team.closedOn) >= on);
  const questions = teams.map((team) => ({ team, ...questionOf(file, team, on) }));
  const named = [...new Set(teams.flatMap((team) => team.packs ?? []))];
  // Most teams ask the same: their rows are put together once.
  const answered = new Map<string, readonly EffectiveAgencyRow[]>();
  const rows = (scope: 'agency' | 'team', question: Parameters<typeof agencyRowsFor>[2]): readonly EffectiveAgencyRow[] => {
    const key = [scope, question.agency, question.named.join(' '), question.jurisdictions.join(' ')].join('|');
    const known = answered.get(key) ?? agencyRowsFor(file.agency, overrides, question).filter((row) => row.scope === scope);
    answered.set(key, known);
    return known;
  };
  return [
    { team: null, rows: rows('agency', { agency: true, named, jurisdictions: everywhere, on }) },
    ...questions.map(({ team, ...question }) => ({ team, rows: rows('team', { ...question, on }) })),
  ];
}

type Judged = JudgedFile & { readonly records: AgencyFile['agencyRecords']; readonly asOf: CivilDate; readonly until: number | null; readonly all: boolean; readonly standings: readonly Standing[] };
const judged = new WeakMap<AgencyFile['people'], Judged[]>();
/** Days and states of the file whose verdicts are kept: the screens look at one or two, a survey plan at one after the other. */
const keptVerdicts = 4;

/**
 * Judges the duties of the agency, then of its teams in their order, as of a day and as known at a moment. What people's evidence or
 * checks say changes none of them: where only that changed, the verdicts of before are given again.
 * @param options `overrides` are those of `file.agency` recorded by `until`.
 */
export function agencyStandings(file: AgencyFile, options: Options): readonly Standing[] {
  const { agency, people, teams, agencyRecords: records } = file;
  const { asOf, until, all } = options;
  const before = judged.get(people) ?? [];
  const known = before.find((each) => each.agency === agency && each.teams === teams && each.records === records && each.asOf === asOf && each.until === until && each.all === all);
  if (known !== undefined) return known.standings;
  const standings = judge(file, options);
  judged.set(people, [{ agency, people, ...(teams === undefined ? {} : { teams }), records, asOf, until, all, standings }, ...before].slice(0, keptVerdicts));
  return standings;
}

function judge(whole: AgencyFile, { asOf, until, overrides, all }: Options): readonly Standing[] {
  const today = toDay(asOf);
  const { agency, people, teams } = whole;
  const file: JudgedFile = { agency, people, ...(teams === undefined ? {} : { teams }) };
  const shared = {
    file, asOf, today, soonDays: file.agency.soonDays ?? defaultSoonDays, recordsFrom: file.agency.recordsFrom === undefined ? null : toDay(file.agency.recordsFrom),
    records: recordsAt(whole, until),
  };
  return agencySubjects(file, overrides, today).flatMap(({ team, rows }) => rows.flatMap((row): readonly Standing[] => {
    const context: AgencyContext = { ...shared, packs: row.packs, demandedFrom: row.demandedFrom, team, row };
    const judgement = judgeAgencyRow(context);
    if (judgement !== null) return [new AgencyStanding(row, team, judgement)];
    return all ? [notApplicable(row, team)] : [];
  }));
}

const accountOf = (row: EffectiveAgencyRow): Account => ({
  rule: { kind: 'always', validity: { by: 'forever' } }, anchor: null, window: null, parts: [], overrides: row.overrides, notes: [],
});

/** A standing of the agency or of a team; its words are made when somebody asks for them. */
class AgencyStanding implements Standing {
  declare readonly teamId?: string;
  readonly requirement: string;
  readonly status: Standing['status'];
  readonly onTime: boolean | null;
  readonly validNow: boolean | null;
  readonly dueOn: CivilDate | null;
  readonly validThrough: CivilDate | null;
  declare readonly periods?: NonNullable<Standing['periods']>;
  declare readonly lapses?: NonNullable<Standing['lapses']>;
  declare readonly missing?: readonly string[];
  readonly evidenceIds: readonly string[];
  readonly citations: Standing['citations'];
  readonly #row: EffectiveAgencyRow;
  readonly #explain: () => Explanation;

  constructor(row: EffectiveAgencyRow, team: Team | null, judgement: AgencyJudgement) {
    if (team !== null) this.teamId = team.id;
    this.requirement = row.id;
    this.status = judgement.status;
    this.onTime = judgement.onTime;
    this.validNow = judgement.validNow;
    this.dueOn = judgement.dueOn;
    this.validThrough = judgement.validThrough;
    if (judgement.periods !== undefined) this.periods = judgement.periods;
    if (judgement.lapses !== undefined) this.lapses = judgement.lapses;
    if (judgement.missing !== undefined) this.missing = judgement.missing;
    this.evidenceIds = judgement.evidenceIds;
    this.citations = row.citations;
    this.#row = row;
    this.#explain = judgement.explain;
  }

  get account(): Account {
    return accountOf(this.#row);
  }

  explanation(): Explanation {
    const told = this.#explain();
    const changes = this.#row.overrides.map(({ old, new: changed, reason }) => `The agency changed ${old} to ${changed}: ${reason}${reason.endsWith('.') ? '' : '.'}`);
    return changes.length === 0 ? told : { ...told, reason: [told.reason, ...changes].join(' '), sums: [...told.sums, ...changes] };
  }
}

const silent: Explanation = {
  reason: 'The requirement does not concern the agency or the team on this day.', brief: 'Does not apply', headline: 'Does not apply', sums: [], arithmetic: [], missing: null, effect: null,
  timeline: { anchor: null, window: null, dots: [], cover: [], lapses: [], openUntil: null },
};

const notApplicable = (row: EffectiveAgencyRow, team: Team | null): Standing => ({
  ...(team === null ? {} : { teamId: team.id }), requirement: row.id, status: 'not-applicable', onTime: null, validNow: null, dueOn: null, validThrough: null,
  evidenceIds: [], citations: row.citations, account: accountOf(row), explanation: () => silent,
});

