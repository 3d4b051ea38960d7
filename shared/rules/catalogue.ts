import type { AgencyFile } from '../agency-file/schema.ts';
import { toDay, type CivilDate } from '../civil-date.ts';
import { packIds } from '../model/agency.ts';
import { catalogueOf, parametersOf } from './effective.ts';
import type { EffectiveRow, Row } from './packs/row.ts';
import { packs } from './packs/packs.ts';
import type { RequirementInfo } from './requirement.ts';
import { windowWords } from './window-words.ts';

const kindsOf = (row: Row): RequirementInfo['kinds'] => {
  if (row.proof.by === 'result') return [row.proof.kind];
  if (row.proof.by !== 'items') return [];
  return [...new Set(row.proof.parts.flatMap((part) => part.routes.map((route) => route.kind)))];
};

const toInfo = (row: EffectiveRow): RequirementInfo => ({
  id: row.id, title: row.title, short: row.short, group: row.group, tab: row.tab, tabOrder: row.tabOrder, clearance: row.clearance,
  kinds: kindsOf(row), windowWords: windowWords(row), parameters: parametersOf(row), citations: row.citations,
});

/**
 * Every requirement that any pack in use (the agency's or a team's) or any custom requirement can demand of somebody on that day,
 * in catalogue order, with the parameters in force. Requirements that are switched off are left out.
 */
export function requirementsOf(file: AgencyFile, asOf: CivilDate): readonly RequirementInfo[] {
  const catalogue = catalogueOf(file.agency, file.agency.overrides ?? []);
  const named = [...new Set((file.teams ?? []).flatMap((team) => team.packs ?? []))];
  return catalogue
    .rowsFor({ packs: { agency: true, named }, jurisdictions: ['louisiana', 'north-carolina'], on: toDay(asOf), hire: toDay(asOf) })
    .map(toInfo);
}

/** Every row of every pack as shipped, for settings and documentation: pack values, switched-off rows included. */
export function shippedRequirements(): readonly (RequirementInfo & { readonly packIds: readonly string[]; readonly off: boolean; readonly readings: NonNullable<Row['readings']> })[] {
  const byId = new Map<string, { readonly row: Row; readonly packIds: string[] }>();
  for (const id of packIds) {
    for (const row of packs[id].rows) {
      const known = byId.get(row.id);
      if (known === undefined) byId.set(row.id, { row, packIds: [id] });
      else known.packIds.push(id);
    }
  }
  return [...byId.values()].map(({ row, packIds: carriers }) => ({
    ...toInfo({ ...row, overrides: [], demandedFrom: null }), packIds: carriers, off: row.off === true, readings: row.readings ?? [],
  }));
}
