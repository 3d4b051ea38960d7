import type { AgencyFile } from '../agency-file/schema.ts';
import { toDay, type CivilDate } from '../civil-date.ts';
import { packIds, type PackId } from '../model/agency.ts';
import type { Parameters } from '../model/window.ts';
import { agencyParametersOf, type EffectiveAgencyRow } from './agency/effective-agency.ts';
import { agencySubjects } from './agency/evaluate-agency.ts';
import { periodRuleWords } from './agency/meetings/judge.ts';
import type { AgencyGroup, AgencyRow, AgencyRule } from './agency/row.ts';
import { catalogueOf, parametersOf } from './effective.ts';
import type { EffectiveRow, Reading, Row } from './packs/row.ts';
import { packs } from './packs/packs.ts';
import type { RequirementInfo } from './requirement.ts';
import type { Citation } from './standing.ts';
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

/** What screens and the agency packet need to know of a duty of the agency or of its teams. */
export type AgencyRequirementInfo = {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  readonly group: AgencyGroup;
  readonly scope: 'agency' | 'team';
  readonly rule: AgencyRule;
  /** The rule in words, with the numbers in force. */
  readonly ruleWords: string;
  readonly parameters: Parameters;
  readonly citations: readonly Citation[];
  readonly readings: readonly Reading[];
  readonly off: boolean;
};

/** What a duty asks for, as one sentence. */
function ruleWordsOf({ title, rule }: AgencyRow): string {
  switch (rule.kind) {
    case 'credential':
      if (rule.before === 'implementation') return 'Signed, and submitted before the team begins.';
      return rule.inProcess === true ? 'In force, or applied for.' : 'In force on every day.';
    case 'npi': return 'A number with a valid check digit.';
    case 'accredited': return 'Accredited by one of the three, through the printed last day.';
    case 'applied-before-contract': return 'Applied for and paid before the first payer contract.';
    case 'accredited-within': return `Full accreditation within ${String(rule.months)} months of the first application.`;
    case 'adverse-notice': return `Every payer is told in writing the same day, ${String(rule.businessDays)} business ${rule.businessDays === 1 ? 'day' : 'days'} later at the latest.`;
    case 'employment-unit': return 'At least one specialist and a supervisor on every day.';
    case 'caseload': return `At most ${String(rule.members)} active members per full-time specialist, pro rata${rule.leadMembers === undefined ? '' : `; a team lead at most ${String(rule.leadMembers)}`}.`;
    case 'supervisor-ratio': return `At most ${String(rule.specialists)} specialists per full-time supervisor; other duties in proportion.`;
    case 'meeting':
    case 'figure':
    case 'quarterly-report': return periodRuleWords(rule);
    case 'la-fidelity':
    case 'nc-fidelity': return `${title}.`;
  }
}

const toAgencyInfo = (row: AgencyRow): AgencyRequirementInfo => ({
  id: row.id, title: row.title, short: row.short, group: row.group, scope: row.scope, rule: row.rule, ruleWords: ruleWordsOf(row),
  parameters: agencyParametersOf(row), citations: row.citations, readings: row.readings ?? [], off: row.off === true,
});

/**
 * Every duty that the packs in use ask of the agency or of any of its teams on a day, in catalogue order, with the numbers in force;
 * of a duty that teams owe by different numbers the first team's. Duties that are switched off are left out.
 */
export function agencyRequirementsOf(file: AgencyFile, asOf: CivilDate): readonly AgencyRequirementInfo[] {
  const rows = new Map<string, EffectiveAgencyRow>();
  for (const subject of agencySubjects(file, file.agency.overrides ?? [], toDay(asOf))) {
    for (const row of subject.rows) if (!rows.has(row.id)) rows.set(row.id, row);
  }
  return shippedAgencyRequirements().flatMap(({ id }) => {
    const row = rows.get(id);
    return row === undefined ? [] : [toAgencyInfo(row)];
  });
}

/** Every duty of every pack as shipped, for settings and documentation: pack values, readings of all packs. */
export function shippedAgencyRequirements(): readonly (AgencyRequirementInfo & { readonly packIds: readonly PackId[] })[] {
  const byId = new Map<string, { readonly row: AgencyRow; readonly packIds: PackId[]; readonly readings: Reading[]; readonly citations: Citation[] }>();
  for (const id of packIds) {
    for (const row of packs[id].agencyRows) {
      const known = byId.get(row.id) ?? { row, packIds: [], readings: [], citations: [] };
      byId.set(row.id, known);
      known.packIds.push(id);
      known.citations.push(...row.citations);
      known.readings.push(...(row.readings ?? []).filter((each) => !known.readings.some((mine) => mine.question === each.question && mine.reading === each.reading)));
    }
  }
  return [...byId.values()].map(({ row, packIds: carriers, readings, citations }) => ({ ...toAgencyInfo(row), readings, citations, packIds: carriers }));
}
