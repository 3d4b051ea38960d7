import type { AgencyFile } from '../../../../../shared/agency-file/schema.ts';
import { civilDate, plusDays, toDay, fromDay } from '../../../../../shared/civil-date.ts';
import type { Agency, Team } from '../../../../../shared/model/agency.ts';
import type { AgencyRecord, Figures, Meeting, TreatmentTeam } from '../../../../../shared/model/agency-records/agency-record.ts';
import { standingRecords } from '../../../../../shared/model/agency-records/standing-records.ts';
import type { FigureName, MeetingMode, MeetingType } from '../../../../../shared/model/agency-records/team.ts';
import type { Employment, Person, Role } from '../../../../../shared/model/person.ts';
import type { AgencyContext, AgencyJudgement, AgencyRow, FigureRule, MeetingRule, ReportRule } from '../../../../../shared/rules/agency/row.ts';
import { judgeFigure, judgeMeeting, judgeReport } from '../../../../../shared/rules/agency/meetings/judge.ts';

let serial = 0;
const nextId = (): string => {
  serial += 1;
  return `r${String(serial)}`;
};
const recordedAt = '2026-01-01T12:00:00Z';

/** Ann, Ben, ... by their letter: `a` is Ann Ample. Employed for years unless told. */
export function personOf(id: string, role: Role = 'ips-specialist', fields: Partial<Employment> = {}): Person {
  const from = fields.hiredOn ?? civilDate('2020-01-06');
  return {
    id, names: [{ kind: 'legal', given: id.toUpperCase(), family: 'Ample' }],
    employments: [{ id: `e-${id}`, kind: 'employee', hiredOn: from, directCare: true, roles: [{ role, from, teamId: 't' }], ...fields }],
  };
}

export const meeting = (heldOn: string, personIds: readonly string[], fields: Partial<Meeting> = {}): Meeting => ({
  kind: 'meeting', id: nextId(), teamId: 't', meeting: 'supervision', heldOn: civilDate(heldOn), mode: 'in-person', personIds, recordedAt, ...fields,
});

export const figures = (period: string, attestedOn: string, rows: Figures['rows'], fields: Partial<Figures> = {}): Figures => ({
  kind: 'figures', id: nextId(), teamId: 't', period, attestedBy: 'S Ample', attestedOn: civilDate(attestedOn), rows, recordedAt, ...fields,
});

export const figure = (name: FigureName, value: number, personId?: string): Figures['rows'][number] => ({ figure: name, value, ...(personId !== undefined && { personId }) });

export const treatmentTeam = (name: string, members: readonly string[], fields: Partial<TreatmentTeam> = {}): TreatmentTeam => ({
  kind: 'treatment-team', id: nextId(), teamId: 't', name, from: civilDate('2020-01-06'), recordedAt,
  members: members.map((personId) => ({ personId, from: civilDate('2020-01-06') })), ...fields,
});

/** A meeting of a kind on every Wednesday of so many weeks from a Monday. */
export const weekly = (monday: string, weeks: number, personIds: readonly string[], fields: Partial<Meeting> = {}): readonly Meeting[] =>
  Array.from({ length: weeks }, (_, week) => meeting(fromDay(plusDays(toDay(civilDate(monday)), week * 7 + 2)), personIds, fields));

export type World = {
  readonly asOf: string;
  readonly people?: readonly Person[];
  readonly records: readonly AgencyRecord[];
  readonly recordsFrom?: string;
  readonly demandedFrom?: string;
  readonly team?: Partial<Team>;
  readonly agency?: Partial<Agency>;
};

export function contextOf<Rule extends MeetingRule | FigureRule | ReportRule>(rule: Rule, world: World): AgencyContext<Rule> {
  const asOf = civilDate(world.asOf);
  const team: Team = { id: 't', name: 'Team', supervisorId: 's', ...world.team };
  const file: AgencyFile = {
    format: 'muster-agency', version: 1, agency: { name: 'Test agency', packs: ['la-medicaid'], ...world.agency },
    teams: [team], people: world.people ?? [personOf('a'), personOf('b'), personOf('s', 'ips-supervisor')], evidence: [], agencyRecords: world.records,
  };
  const row: AgencyRow & { readonly rule: Rule } = { id: 'test.row', title: 'Weekly supervision', short: 'Supervision', group: 'meetings', scope: 'team', rule, citations: [] };
  return {
    file, asOf, today: toDay(asOf), soonDays: 30, recordsFrom: world.recordsFrom === undefined ? null : toDay(civilDate(world.recordsFrom)),
    records: standingRecords(world.records), packs: ['la-medicaid'], demandedFrom: world.demandedFrom === undefined ? null : toDay(civilDate(world.demandedFrom)), team, row,
  };
}

export function judged(rule: MeetingRule | FigureRule | ReportRule, world: World): AgencyJudgement {
  const judgement = rule.kind === 'meeting' ? judgeMeeting(contextOf(rule, world)) : rule.kind === 'figure' ? judgeFigure(contextOf(rule, world)) : judgeReport(contextOf(rule, world));
  if (judgement === null) throw new Error('nothing is owed');
  return judgement;
}

/** The verdict on one period, `absent` where it was not judged. */
export const statusOf = (judgement: AgencyJudgement, period: string): string => judgement.periods?.find((each) => each.period === period)?.status ?? 'absent';
export const missingOf = (judgement: AgencyJudgement, period: string): readonly string[] => judgement.periods?.find((each) => each.period === period)?.missing ?? [];

export const weeklyRule = (fields: Partial<MeetingRule> = {}): MeetingRule => ({ kind: 'meeting', meetings: ['supervision', 'unit'], every: 'week', per: 'specialist', ...fields });
export const mode = (value: MeetingMode): { readonly mode: MeetingMode } => ({ mode: value });
export const type = (value: MeetingType): { readonly meeting: MeetingType } => ({ meeting: value });
