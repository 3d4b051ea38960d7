import { fromDay, type Day } from '../../civil-date.ts';
import type { Agency, Override, PackId } from '../../model/agency.ts';
import type { Parameters } from '../../model/window.ts';
import { packsInUse } from '../effective.ts';
import { agencyRequirementIds, packs, type Jurisdiction } from '../packs/packs.ts';
import type { Citation, OverrideAtWork } from '../standing.ts';
import type { AgencyRow, AgencyRule, MeetingRule } from './row.ts';

/** A duty as the packs in force and the agency's overrides make it. */
export type EffectiveAgencyRow = AgencyRow & {
  readonly packs: readonly PackId[];
  readonly overrides: readonly OverrideAtWork[];
  /** The first day a pack demands it, where every pack that does has a date. */
  readonly demandedFrom: Day | null;
};

/** The number of a rule that an agency may change under `limit`, and the rule with another; null where it has none. */
function limitOf(rule: AgencyRule): { readonly value: number; readonly changed: (limit: number) => AgencyRule } | null {
  switch (rule.kind) {
    case 'caseload': return { value: rule.members, changed: (members) => ({ ...rule, members }) };
    case 'supervisor-ratio': return { value: rule.specialists, changed: (specialists) => ({ ...rule, specialists }) };
    case 'figure': return { value: rule.atLeast, changed: (atLeast) => ({ ...rule, atLeast }) };
    case 'meeting':
      if (rule.videoPerMonth !== undefined) return { value: rule.videoPerMonth, changed: (videoPerMonth) => ({ ...rule, videoPerMonth }) };
      return rule.reliefMembers === undefined ? null : { value: rule.reliefMembers, changed: (reliefMembers) => ({ ...rule, reliefMembers }) };
    default: return null;
  }
}

/** The parameters of a duty an agency may change, with the packs' values: switched on, the number, the months or the business days. */
export function agencyParametersOf(row: AgencyRow): Parameters {
  const { rule } = row;
  const limit = limitOf(rule);
  return {
    enabled: row.off !== true,
    ...(limit === null ? {} : { limit: limit.value }),
    ...(rule.kind === 'accredited-within' ? { withinMonths: rule.months } : {}),
    ...(rule.kind === 'adverse-notice' ? { withinDays: rule.businessDays } : {}),
  };
}

function changedRule(rule: AgencyRule, set: Parameters): AgencyRule {
  if (rule.kind === 'accredited-within' && set.withinMonths !== undefined) return { ...rule, months: set.withinMonths };
  if (rule.kind === 'adverse-notice' && set.withinDays !== undefined) return { ...rule, businessDays: set.withinDays };
  return set.limit === undefined ? rule : (limitOf(rule)?.changed(set.limit) ?? rule);
}

function overridden(row: EffectiveAgencyRow, overrides: readonly Override[]): EffectiveAgencyRow | null {
  const packValues = agencyParametersOf(row);
  let set: Parameters = {};
  const atWork = new Map<keyof Parameters, OverrideAtWork>();
  for (const override of overrides) {
    if (override.requirement !== row.id) continue;
    set = { ...set, ...override.set };
    for (const parameter of Object.keys(override.set) as (keyof Parameters)[]) {
      if (packValues[parameter] === undefined) continue;
      atWork.set(parameter, { parameter, old: String(packValues[parameter]), new: String(override.set[parameter]), reason: override.reason });
    }
  }
  if (!(set.enabled ?? row.off !== true)) return null;
  return atWork.size === 0 ? row : { ...row, rule: changedRule(row.rule, set), overrides: [...atWork.values()] };
}

const least = (one: number | undefined, other: number | undefined): number | undefined => (one === undefined ? other : other === undefined ? one : Math.min(one, other));

/** Of two meeting rules every limit takes the stricter value: relief only where both give it, a refusal where either refuses. */
function stricterMeeting(one: MeetingRule, other: MeetingRule): MeetingRule {
  const { reliefMembers: _relief, videoPerMonth: _video, ifShared: _shared, ...rest } = one;
  const relief = one.reliefMembers === undefined || other.reliefMembers === undefined ? undefined : Math.min(one.reliefMembers, other.reliefMembers);
  const video = least(one.videoPerMonth, other.videoPerMonth);
  return {
    ...rest,
    ...(one.noTelephone === true || other.noTelephone === true ? { noTelephone: true } : {}),
    ...(one.groupOnly === true || other.groupOnly === true ? { groupOnly: true } : {}),
    ...(relief === undefined ? {} : { reliefMembers: relief }),
    ...(video === undefined ? {} : { videoPerMonth: video }),
    ...(one.ifShared === true && other.ifShared === true ? { ifShared: true } : {}),
  };
}

function stricter(one: AgencyRule, other: AgencyRule): AgencyRule {
  if (one.kind === 'caseload' && other.kind === 'caseload') {
    const lead = least(one.leadMembers, other.leadMembers);
    return { ...one, members: Math.min(one.members, other.members), ...(lead === undefined ? {} : { leadMembers: lead }) };
  }
  if (one.kind === 'supervisor-ratio' && other.kind === 'supervisor-ratio') return { ...one, specialists: Math.min(one.specialists, other.specialists) };
  if (one.kind === 'accredited-within' && other.kind === 'accredited-within') return { ...one, months: Math.min(one.months, other.months) };
  if (one.kind === 'adverse-notice' && other.kind === 'adverse-notice') return { ...one, businessDays: Math.min(one.businessDays, other.businessDays) };
  if (one.kind === 'figure' && other.kind === 'figure') return { ...one, atLeast: Math.max(one.atLeast, other.atLeast) };
  if (one.kind === 'meeting' && other.kind === 'meeting') return stricterMeeting(one, other);
  return one;
}

/** Two packs demand one duty: the stricter limit wins, every citation and reading is kept. */
export function mergedAgency(one: EffectiveAgencyRow, other: EffectiveAgencyRow): EffectiveAgencyRow {
  const known = new Set(one.citations.map(({ source, section }) => `${source} ${section}`));
  const citations: readonly Citation[] = [...one.citations, ...other.citations.filter(({ source, section }) => !known.has(`${source} ${section}`))];
  const readings = [...(one.readings ?? []), ...(other.readings ?? []).filter((each) => !(one.readings ?? []).some((mine) => mine.question === each.question && mine.reading === each.reading))];
  return {
    ...one, rule: stricter(one.rule, other.rule), citations, readings, packs: [...new Set([...one.packs, ...other.packs])],
    demandedFrom: one.demandedFrom === null || other.demandedFrom === null ? null : (Math.min(one.demandedFrom, other.demandedFrom) as Day),
  };
}

const order = new Map(agencyRequirementIds.map((id, index) => [id, index]));
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whose packs, and in which states. */
export type AgencyQuestion = { readonly agency: boolean; readonly named: readonly PackId[]; readonly jurisdictions: readonly Jurisdiction[]; readonly on: Day };

/**
 * The duties that packs in force on a day demand, in catalogue order, overrides in force applied. A pack that a team names follows the
 * dates the agency gives that pack; for whose hires a pack applies says nothing about the agency.
 */
export function agencyRowsFor(agency: Agency, overrides: readonly Override[], { agency: own, named, jurisdictions, on }: AgencyQuestion): readonly EffectiveAgencyRow[] {
  const inUse = packsInUse(agency);
  const listed = named.flatMap((id) => {
    const dated = inUse.filter((use) => use.id === id);
    return dated.length > 0 ? dated : [{ id, from: null, to: null, hiresFrom: null }];
  });
  const applying = [...new Set([...(own ? inUse : []), ...listed])].filter(
    (use) => (use.from === null || use.from <= on) && (use.to === null || on <= use.to) && jurisdictions.includes(packs[use.id].jurisdiction),
  );
  const byId = new Map<string, EffectiveAgencyRow>();
  for (const use of applying) {
    for (const row of packs[use.id].agencyRows) {
      const mine: EffectiveAgencyRow = { ...row, packs: [use.id], overrides: [], demandedFrom: use.from };
      const other = byId.get(row.id);
      byId.set(row.id, other === undefined ? mine : mergedAgency(other, mine));
    }
  }
  const onDate = fromDay(on);
  const inForce = overrides
    .filter((override) => override.from === undefined || override.from <= onDate)
    .sort((a, b) => compareText(a.from ?? '', b.from ?? '') || Date.parse(a.recordedAt) - Date.parse(b.recordedAt));
  return [...byId.values()].sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)).flatMap((row) => overridden(row, inForce) ?? []);
}
