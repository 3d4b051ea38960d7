import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { civilDate, fromDay, plusDays, toDay, type CivilDate } from '../../../shared/civil-date.ts';
import type { Agency } from '../../../shared/model/agency.ts';
import type { Evidence, EvidenceKind } from '../../../shared/model/evidence.ts';
import type { ExclusionCheck, ExclusionList } from '../../../shared/model/exclusion.ts';
import type { Employment, Person, Role } from '../../../shared/model/person.ts';
import { evaluate, type EvaluateOptions } from '../../../shared/rules/evaluate.ts';
import type { Standing } from '../../../shared/rules/standing.ts';

export const hire = civilDate('2026-03-02');

/** The day `count` days after (before, when negative) a date. */
export const shifted = (date: CivilDate, count: number): CivilDate => fromDay(plusDays(toDay(date), count));

let serial = 0;

/** One item of evidence of person `p`; recorded at its date unless told. */
export function item(kind: EvidenceKind, fields: Partial<Omit<Evidence, 'kind'>> = {}): Evidence {
  serial += 1;
  const on = fields.resultOn ?? fields.performedOn ?? fields.issuedOn ?? fields.requestedOn ?? hire;
  return { id: `e${String(serial)}`, personId: 'p', kind, recordedAt: `${on}T12:00:00Z`, documents: [{ id: 'd' }], ...fields };
}

export function check(list: ExclusionList, checkedOn: string, fields: Partial<ExclusionCheck> = {}): ExclusionCheck {
  serial += 1;
  return {
    id: `x${String(serial)}`, personId: 'p', list, checkedOn: civilDate(checkedOn), method: 'website', outcome: 'clear',
    recordedAt: `${checkedOn}T12:00:00Z`, documents: [{ id: 'd' }], ...fields,
  };
}

type World = {
  readonly role?: Role;
  readonly employment?: Partial<Employment>;
  readonly employments?: readonly Employment[];
  readonly person?: Partial<Person>;
  readonly evidence?: readonly Evidence[];
  readonly checks?: readonly ExclusionCheck[];
  readonly agency?: Partial<Agency>;
  readonly file?: Partial<AgencyFile>;
};

/** An employment from `hire` in one role, with direct care from the first day. */
export const employmentOf = (fields: Partial<Employment> = {}, role: Role = 'ips-specialist'): Employment => ({
  id: 'e', kind: 'employee', hiredOn: hire, directCare: true, roles: [{ role, from: fields.hiredOn ?? fields.plannedHireOn ?? hire }], ...fields,
});

/** A whole agency around one person, as small as a rule needs. */
export function agencyOf(world: World): AgencyFile {
  return {
    format: 'muster-agency',
    version: 1,
    agency: { name: 'Test agency', packs: ['la-medicaid'], timeZone: 'America/Chicago', ...world.agency },
    people: [{
      id: 'p', names: [{ kind: 'legal', given: 'Ada', family: 'Ample' }],
      employments: world.employments ?? [employmentOf(world.employment, world.role)],
      ...world.person,
    }],
    evidence: world.evidence ?? [],
    documents: [{ id: 'd', sha256: '0'.repeat(64), name: 'd.pdf', mediaType: 'application/pdf', bytes: 1, vault: 'personnel', recordedAt: '2000-01-01T00:00:00Z' }],
    exclusionChecks: world.checks ?? [],
    ...world.file,
  };
}

/** The standing of one requirement of that person as of a day; undefined where the rule does not apply. */
export function standing(world: World, requirement: string, asOf: string, options: Partial<EvaluateOptions> = {}): Standing | undefined {
  return evaluate(agencyOf(world), { asOf: civilDate(asOf), ...options }).standings.filter((each) => each.requirement === requirement).at(-1);
}

/** The status alone, for tables of cases. */
export const statusOf = (world: World, requirement: string, asOf: string): string => standing(world, requirement, asOf)?.status ?? 'none';
