import { packIds } from '../../model/agency.ts';
import type { Cadence } from '../../model/agency-records/period.ts';
import type { AgencyGroup, AgencyRule } from '../../rules/agency/row.ts';
import { packs } from '../../rules/packs/packs.ts';
import type { AgencyArea } from './agency.ts';

const areaOfGroup: Readonly<Record<AgencyGroup, AgencyArea>> = {
  papers: 'papers', accreditation: 'accreditation', staffing: 'teams', meetings: 'teams', fidelity: 'fidelity',
};

const rows = packIds.flatMap((id) => packs[id].agencyRows);

const areas: ReadonlyMap<string, AgencyArea> = new Map(rows.map((row) => [row.id, areaOfGroup[row.group]]));

/** Which area a duty of the agency or of a team belongs to, by its requirement; null where no pack knows it. */
export const areaOfRequirement = (requirement: string): AgencyArea | null => areas.get(requirement) ?? null;

const everyOf = (rule: AgencyRule): Cadence | null => (rule.kind === 'meeting' || rule.kind === 'figure' ? rule.every : rule.kind === 'quarterly-report' ? 'quarter' : null);

const cadences: ReadonlyMap<string, Cadence | null> = new Map(rows.map((row) => [row.id, everyOf(row.rule)]));

/** How often a duty of the agency or of a team recurs; null where it does not, or no pack knows it. */
export const cadenceOfRequirement = (requirement: string): Cadence | null => cadences.get(requirement) ?? null;
