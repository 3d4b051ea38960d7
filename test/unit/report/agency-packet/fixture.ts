import type { AgencyFile } from '../../../../shared/agency-file/schema.ts';
import { civilDate, type CivilDate } from '../../../../shared/civil-date.ts';
import { demoAgency } from '../../../../shared/demo/demo-agency.ts';
import type { AgencyRecord } from '../../../../shared/model/agency-records/agency-record.ts';
import { agencyPacket } from '../../../../shared/report/agency-packet/build.ts';
import type { PacketOptions } from '../../../../shared/report/agency-packet/context.ts';
import type { AgencyPacket, PacketBlock, PacketCell, PacketSection } from '../../../../shared/report/agency-packet/model.ts';
import { agencyRequirementsOf, requirementsOf } from '../../../../shared/rules/catalogue.ts';
import { evaluate } from '../../../../shared/rules/evaluate.ts';
import { explainer } from '../../../../shared/rules/explain.ts';

export const asOf = civilDate('2026-03-31');
export const generatedAt = '2026-04-02T14:05:00Z';
export const demo = demoAgency(asOf).file;

export function packetOf(file: AgencyFile, more: Partial<PacketOptions> = {}): AgencyPacket {
  const options: PacketOptions = { asOf, generatedAt, synthetic: true, paper: 'letter', ...more };
  const evaluation = evaluate(file, { asOf: options.asOf, all: true, ...(options.knownAt === undefined ? {} : { knownAt: options.knownAt }) });
  return agencyPacket(file, evaluation, requirementsOf(file, options.asOf), agencyRequirementsOf(file, options.asOf), explainer(file, evaluation), options);
}

export const kept = <Fields extends object>(id: string, on: string, fields: Fields) => ({ id, recordedAt: `${on}T12:00:00Z`, ...fields });

/** One team, one specialist, and whatever a test adds. */
export function agencyWith(records: readonly AgencyRecord[], more: Partial<AgencyFile> = {}): AgencyFile {
  return {
    format: 'muster-agency', version: 1,
    agency: { name: 'Invented Agency, Inc.', packs: ['la-medicaid'] },
    teams: [{ id: 't', name: 'Bayou team', implementedOn: civilDate('2024-01-08') }],
    people: [{ id: 'p1', names: [{ kind: 'legal', given: 'Ada', family: 'Ample' }], employments: [{ id: 'e1', kind: 'employee', hiredOn: civilDate('2024-01-08'), directCare: true, roles: [{ role: 'ips-specialist', from: civilDate('2024-01-08'), teamId: 't' }] }] }],
    evidence: [], agencyRecords: [...records], ...more,
  };
}

export function section(packet: AgencyPacket, id: string): PacketSection {
  const found = packet.sections.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no section ${id}`);
  return found;
}

export const textOf = (cell: PacketCell | undefined): string => (cell === undefined ? '' : cell.kind === 'status' ? cell.status : cell.texts.map((each) => each.text).join(' | '));

/** Every table row of a section as one text. */
export const rowsOf = (of: PacketSection): readonly string[] => of.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.cells.map(textOf).join(' / ')) : []));

export const blocksOf = <Kind extends PacketBlock['kind']>(of: PacketSection, kind: Kind): readonly Extract<PacketBlock, { readonly kind: Kind }>[] =>
  of.blocks.filter((block): block is Extract<PacketBlock, { readonly kind: Kind }> => block.kind === kind);

export const day = (text: string): CivilDate => civilDate(text);
