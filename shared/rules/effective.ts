import { fromDay, plusDays, toDay, type CivilDate, type Day } from '../civil-date.ts';
import type { Agency, Override, PackId } from '../model/agency.ts';
import type { CustomRequirement, Parameters, Validity, Window } from '../model/window.ts';
import type { Citation } from './standing.ts';
import { packs, requirementIds, type Jurisdiction } from './packs/packs.ts';
import type { EffectiveRow, Row } from './packs/row.ts';

/** A pack as an agency uses it: from when to when, and for whose hires. Day numbers; null is open. */
type PackInUse = { readonly id: PackId; readonly from: Day | null; readonly to: Day | null; readonly hiresFrom: Day | null };

const dayOrNull = (date: CivilDate | undefined): Day | null => (date === undefined ? null : toDay(date));

/** The packs an agency lists, with their dates. */
export const packsInUse = (agency: Agency): readonly PackInUse[] =>
  agency.packs.map((use) =>
    typeof use === 'string'
      ? { id: use, from: null, to: null, hiresFrom: null }
      : { id: use.pack, from: dayOrNull(use.from), to: dayOrNull(use.to), hiresFrom: dayOrNull(use.appliesToHiresFrom) },
  );

/** The editable parameters a row has, with the packs' values (settled reading 0.6.21). */
export function parametersOf(row: Row): Parameters {
  const { window } = row;
  const validity = 'validity' in window ? window.validity : null;
  return {
    enabled: row.off !== true,
    ...(row.applies.roles ? { roles: [...row.applies.roles] } : {}),
    ...('anchor' in window ? { anchor: window.anchor } : {}),
    ...(window.kind === 'before' && window.maxAgeDays !== undefined ? { maxAgeDays: window.maxAgeDays } : {}),
    ...(window.kind === 'within' && (window.unit === 'days' || window.unit === 'weekdays') ? { withinDays: window.amount } : {}),
    ...(window.kind === 'within' && window.unit === 'months' ? { withinMonths: window.amount } : {}),
    ...(window.kind === 'within' && window.unit === 'years' ? { withinMonths: window.amount * 12 } : {}),
    ...(validity !== null && 'months' in validity ? { everyMonths: validity.months } : {}),
    ...(window.kind === 'hours-per-year' ? { hours: window.hours, year: window.year } : {}),
    ...(window.kind === 'every-month' ? { hireMonth: window.hireMonth } : {}),
    ...('strict' in window && window.strict ? { sameDay: row.sameDay ?? 'review' } : {}),
  };
}

const withValidity = (window: Window, everyMonths: number | undefined): Window => {
  if (everyMonths === undefined || !('validity' in window)) return window;
  const by: Validity['by'] = window.validity.by === 'month-end' ? 'month-end' : 'months';
  return { ...window, validity: { by, months: everyMonths } };
};

function changedWindow(window: Window, set: Parameters): Window {
  let changed = withValidity(window, set.everyMonths);
  if ('anchor' in changed && set.anchor !== undefined) changed = { ...changed, anchor: set.anchor };
  if (changed.kind === 'before' && set.maxAgeDays !== undefined) changed = { ...changed, maxAgeDays: set.maxAgeDays };
  if (changed.kind === 'within' && set.withinDays !== undefined) {
    changed = { ...changed, amount: set.withinDays, unit: changed.unit === 'weekdays' ? 'weekdays' : 'days' };
  }
  if (changed.kind === 'within' && set.withinMonths !== undefined) changed = { ...changed, amount: set.withinMonths, unit: 'months' };
  if (changed.kind === 'hours-per-year') changed = { ...changed, hours: set.hours ?? changed.hours, year: set.year ?? changed.year };
  if (changed.kind === 'every-month' && set.hireMonth !== undefined) changed = { ...changed, hireMonth: set.hireMonth };
  return changed;
}

const written = (value: Parameters[keyof Parameters]): string =>
  value === undefined ? 'none' : typeof value === 'object' ? value.join(', ') : String(value);

/** Applies the overrides in force to a row; a switched-off row answers null. */
function overridden(row: EffectiveRow, overrides: readonly Override[]): EffectiveRow | null {
  const mine = overrides.filter((override) => override.requirement === row.id);
  if (mine.length === 0) return row.off === true ? null : row;
  const packValues = parametersOf(row);
  let set: Parameters = {};
  const atWork = new Map<keyof Parameters, EffectiveRow['overrides'][number]>();
  for (const override of mine) {
    set = { ...set, ...override.set };
    for (const parameter of Object.keys(override.set) as (keyof Parameters)[]) {
      atWork.set(parameter, { parameter, old: written(packValues[parameter]), new: written(override.set[parameter]), reason: override.reason });
    }
  }
  if (!(set.enabled ?? row.off !== true)) return null;
  return {
    ...row,
    window: changedWindow(row.window, set),
    applies: set.roles === undefined ? row.applies : { ...row.applies, roles: set.roles },
    ...(set.sameDay === undefined ? {} : { sameDay: set.sameDay }),
    overrides: [...atWork.values()],
  };
}

/** Windows of the same kind from two packs: every limit takes the stricter value. */
function stricter(one: Window, other: Window): Window {
  if (one.kind !== other.kind) return one;
  switch (one.kind) {
    case 'before': {
      const age = Math.min(one.maxAgeDays ?? Infinity, (other as typeof one).maxAgeDays ?? Infinity);
      return { ...one, strict: one.strict || (other as typeof one).strict, ...(age === Infinity ? {} : { maxAgeDays: age }) };
    }
    case 'within': {
      const rival = other as typeof one;
      const days = (window: typeof one): number => window.amount * { days: 1, weekdays: 1.4, months: 30.4, years: 365.25 }[window.unit];
      return { ...(days(rival) < days(one) ? rival : one), validity: shorter(one.validity, rival.validity) };
    }
    case 'ready':
      return { ...one, strict: one.strict || (other as typeof one).strict, validity: shorter(one.validity, (other as typeof one).validity) };
    case 'every-month': {
      const rival = other as typeof one;
      return { ...one, lists: [...new Set([...one.lists, ...rival.lists])], hireMonth: one.hireMonth === 'same-month' ? 'same-month' : rival.hireMonth };
    }
    case 'hours-per-year':
      return { ...one, hours: Math.max(one.hours, (other as typeof one).hours) };
    case 'always':
      return one;
  }
}

const months = (validity: Validity): number => ('months' in validity ? validity.months : validity.by === 'printed' ? 1e6 : Infinity);
const shorter = (one: Validity, other: Validity): Validity => (months(other) < months(one) ? other : one);

/** Two packs demand one requirement: the strictest window wins, every citation is kept. */
export function merged(one: EffectiveRow, other: EffectiveRow): EffectiveRow {
  const known = new Set(one.citations.map((citation) => `${citation.source} ${citation.section}`));
  const citations: readonly Citation[] = [...one.citations, ...other.citations.filter((citation) => !known.has(`${citation.source} ${citation.section}`))];
  return {
    ...one,
    window: stricter(one.window, other.window),
    citations,
    demandedFrom: one.demandedFrom === null || other.demandedFrom === null ? null : Math.min(one.demandedFrom, other.demandedFrom),
  };
}

/** A requirement of the agency's own as a row. */
function customRow(custom: CustomRequirement, index: number): EffectiveRow {
  return {
    id: custom.id, title: custom.title, short: custom.title, group: 'files', tab: 'I', tabOrder: 100 + index, clearance: null,
    applies: custom.appliesTo,
    window: custom.window,
    proof:
      custom.window.kind === 'every-month'
        ? { by: 'checks', lists: custom.window.lists }
        : custom.window.kind === 'before'
          ? { by: 'result', kind: custom.kind }
          : { by: 'items', parts: [{ name: null, routes: [{ kind: custom.kind, ...(custom.category === undefined ? {} : { category: custom.category }) }] }] },
    citations: [{ source: 'AGENCY', section: custom.reason }],
    overrides: [],
    demandedFrom: null,
  };
}

/** Whose packs: the agency's, those that teams name, or both. */
export type PackQuestion = { readonly agency: boolean; readonly named: readonly PackId[] };

type RowsQuestion = { readonly packs: PackQuestion; readonly jurisdictions: readonly Jurisdiction[]; readonly on: Day; readonly hire: Day | null };

export type Catalogue = {
  /** The rows that packs in force on a day demand of an employment hired on a day, in catalogue order. */
  readonly rowsFor: (question: RowsQuestion) => readonly EffectiveRow[];
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const catalogueOrder = new Map(requirementIds.map((id, index) => [id, index]));

/** How many of some days, in order, have come by a day; none where there is no day. */
function passed(days: readonly Day[], day: Day | null): number {
  if (day === null) return 0;
  let count = 0;
  while (count < days.length && (days[count] ?? 0) <= day) count += 1;
  return count;
}

/**
 * Prepares an agency's rules. Answers are shared between people with the same question, so asking is cheap; questions whose
 * lists are the same objects are answered without being read.
 * @param overrides those recorded by the moment known-at asks for.
 */
export function catalogueOf(agency: Agency, overrides: readonly Override[]): Catalogue {
  const inUse = packsInUse(agency);
  const ordered = [...overrides].sort(
    (a, b) => compareText(a.from ?? '', b.from ?? '') || Date.parse(a.recordedAt) - Date.parse(b.recordedAt),
  );
  const customs = (agency.customRequirements ?? []).map(customRow);
  const cache = new Map<string, readonly EffectiveRow[]>();
  // Rows change only on these days: where a day asked for lies among them says all about it.
  const turningDays = [
    ...inUse.flatMap((use) => [use.from, use.to === null ? null : plusDays(use.to, 1), use.hiresFrom]),
    ...ordered.map((override) => dayOrNull(override.from)),
  ].filter((day) => day !== null).sort((a, b) => a - b);
  const answers = new Map<PackQuestion, Map<readonly Jurisdiction[], (readonly EffectiveRow[])[]>>();

  const assemble = ({ packs: asked, jurisdictions, on, hire }: RowsQuestion): readonly EffectiveRow[] => {
    // A team's pack follows the dates the agency gives that pack, if the agency lists it.
    const named = asked.named.flatMap((id) => {
      const listed = inUse.filter((use) => use.id === id);
      return listed.length > 0 ? listed : [{ id, from: null, to: null, hiresFrom: null }];
    });
    const demanded = asked.agency ? [...new Set([...inUse, ...named])] : named;
    const applying = demanded.filter(
      (use) =>
        (use.from === null || use.from <= on) && (use.to === null || on <= use.to) &&
        (use.hiresFrom === null || (hire !== null && use.hiresFrom <= hire)) &&
        (packs[use.id].jurisdiction === 'any' || jurisdictions.includes(packs[use.id].jurisdiction)),
    );
    const onDate = fromDay(on);
    const inForce = ordered.filter((override) => override.from === undefined || override.from <= onDate);
    const key = `${applying.map((use) => `${use.id}@${String(use.from)}`).join(' ')}|${inForce.map((override) => ordered.indexOf(override)).join(' ')}`;
    const known = cache.get(key);
    if (known !== undefined) return known;

    const byId = new Map<string, EffectiveRow>();
    for (const use of applying) {
      for (const row of packs[use.id].rows) {
        const mine: EffectiveRow = { ...row, overrides: [], demandedFrom: use.from };
        const other = byId.get(row.id);
        byId.set(row.id, other === undefined ? mine : merged(other, mine));
      }
    }
    const rows = [...byId.values()].sort((a, b) => (catalogueOrder.get(a.id) ?? 0) - (catalogueOrder.get(b.id) ?? 0));
    const answer = [...rows, ...customs].flatMap((row) => overridden(row, inForce) ?? []);
    cache.set(key, answer);
    return answer;
  };

  return {
    rowsFor: (question) => {
      const byPlace = answers.get(question.packs) ?? new Map<readonly Jurisdiction[], (readonly EffectiveRow[])[]>();
      answers.set(question.packs, byPlace);
      const byMoment = byPlace.get(question.jurisdictions) ?? [];
      byPlace.set(question.jurisdictions, byMoment);
      const moment = passed(turningDays, question.on) * (turningDays.length + 1) + passed(turningDays, question.hire);
      return (byMoment[moment] ??= assemble(question));
    },
  };
}
