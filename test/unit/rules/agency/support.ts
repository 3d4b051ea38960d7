import type { AgencyFile } from '../../../../shared/agency-file/schema.ts';
import { civilDate } from '../../../../shared/civil-date.ts';
import type { Agency, Override, Team } from '../../../../shared/model/agency.ts';
import type { AgencyRecord, Credential } from '../../../../shared/model/agency-records/agency-record.ts';
import type { Employment, Person, Role } from '../../../../shared/model/person.ts';
import { evaluate, type EvaluateOptions } from '../../../../shared/rules/evaluate.ts';
import type { Standing } from '../../../../shared/rules/standing.ts';

let serial = 0;
export const recordedAt = '2020-01-01T12:00:00Z';
const nextId = (): string => `r${String((serial += 1))}`;
type Dated<Fields> = { readonly [Key in keyof Fields]: Key extends `${string}On` ? string : Fields[Key] };

/** Any agency record; its dates are written as texts. */
export const record = (fields: Readonly<Record<string, unknown>> & { readonly kind: AgencyRecord['kind'] }): AgencyRecord => ({ id: nextId(), recordedAt, ...fields }) as unknown as AgencyRecord;
export const paper = (credential: Credential['credential'], fields: Partial<Dated<Credential>> = {}): AgencyRecord => record({ kind: 'credential', credential, ...fields });
export const application = (appliedOn: string, feePaidOn?: string, fields: Readonly<Record<string, unknown>> = {}): AgencyRecord =>
  record({ kind: 'accreditation-application', accreditor: 'carf', appliedOn, ...(feePaidOn !== undefined && { feePaidOn }), ...fields });
export const decision = (outcome: string, decidedOn: string, fields: Readonly<Record<string, unknown>> = {}): AgencyRecord =>
  record({ kind: 'accreditation-decision', accreditor: 'carf', outcome, decidedOn, ...fields });

/** Somebody in a role of team `t` since 2020, with a share of full time. */
export function worker(id: string, role: Role = 'ips-specialist', fields: Partial<Employment> & { readonly fte?: number; readonly teamId?: string } = {}): Person {
  const { fte, teamId = 't', ...rest } = fields;
  const from = civilDate('2020-01-06');
  return {
    id, names: [{ kind: 'legal', given: id.toUpperCase(), family: 'Ample' }],
    employments: [{ id: `e-${id}`, kind: 'employee', hiredOn: from, directCare: true, roles: [{ role, from, teamId, ...(fte !== undefined && { fte }) }], ...rest }],
  };
}

export const attested = (period: string, attestedOn: string, rows: readonly { readonly personId?: string; readonly figure: string; readonly value: number }[], teamId = 't'): AgencyRecord =>
  record({ kind: 'figures', teamId, period, attestedOn, attestedBy: 'S Ample', rows });

export type World = {
  readonly records?: readonly AgencyRecord[];
  readonly people?: readonly Person[];
  readonly teams?: readonly Team[];
  readonly agency?: Partial<Agency>;
};

export const agencyFile = ({ records = [], people = [], teams = [], agency = {} }: World): AgencyFile => ({
  format: 'muster-agency', version: 1, agency: { name: 'Test agency', packs: ['la-medicaid'], timeZone: 'America/Chicago', ...agency },
  teams, people, evidence: [], agencyRecords: records,
});

/** The duties of the agency and its teams as of a day. */
export const duties = (world: World, asOf: string, options: Partial<EvaluateOptions> = {}): readonly Standing[] =>
  evaluate(agencyFile(world), { asOf: civilDate(asOf), ...options }).standings.filter((each) => each.personId === undefined && each.vendorId === undefined);

export const duty = (world: World, requirement: string, asOf: string, options: Partial<EvaluateOptions> = {}): Standing | undefined =>
  duties(world, asOf, options).find((each) => each.requirement === requirement);

export const statusOf = (world: World, requirement: string, asOf: string): string => duty(world, requirement, asOf)?.status ?? 'none';

export const override = (requirement: string, set: Override['set'], fields: Partial<Override> = {}): Override => ({ requirement, set, reason: 'board decision', recordedAt: '2026-01-01T00:00:00Z', ...fields });
export const unit: Team = { id: 't', name: 'Bayou', supervisorId: 's', implementedOn: civilDate('2020-01-06') };
