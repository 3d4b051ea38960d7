import { endOfMonth, plusDays, plusMonths, plusWeekdays, plusYears, type Day } from '../../civil-date.ts';
import { assertNever } from '../../assert.ts';
import { exclusionListWords, type ExclusionList } from '../../model/exclusion.ts';
import type { Validity, Window } from '../../model/window.ts';
import type { Check, Facts, Item } from '../known.ts';
import type { EffectiveRow, Part, Proof, Route } from '../packs/row.ts';
import { anchorOf, type LicenceSpan, type Subject } from '../subject.ts';
import { factsBy, judgeBefore, unansweredAdverse } from './before.ts';
import { judgeListBefore, judgeListRenewed } from './checks.ts';
import { allOf, overPeriods, type Judgement, type Told } from './combine.ts';
import { judgeCover, type Cover } from './cover.ts';
import { judgeHours } from './hours.ts';
import { judgeRoute, type Duty } from './items.ts';
import { againstThem, bestOf, dateOrNull, finiteOrNull, noCover, noIds, nothingOnFile, openStatus, type Judged } from './judged.ts';
import { judgeMonths } from './months.ts';
import { checksKept, documentsKept, identifier, licences, notExcluded, type NamedJudged } from './states.ts';

export type Context = { readonly subject: Subject; readonly facts: Facts; readonly soonDays: number; readonly recordsFrom: Day | null };

/** Days after the last day worked in which the papers of leaving are written; common practice. */
const daysForSeparation = 30;

const noWindow = { from: null, to: null };
const noNotes: readonly string[] = [];
const noItems: readonly Item[] = [];
const noChecks: readonly Check[] = [];
const noLicences: readonly LicenceSpan[] = [];
const forever: Validity = { by: 'forever' };

/** What is told of a row that is measured from the hire alone. */
const fromHire = (subject: Subject) => (): Told => ({ anchor: { name: 'hire', on: subject.hire }, window: noWindow, notes: noNotes });

/** Judges one row for one subject; null where it asks nothing of them on that day (licensed staff, a vendor's row without vendors). */
export function judgeRow(row: EffectiveRow, context: Context): Judgement | null {
  const { subject } = context;
  const licensed = row.applies.unlicensed === true ? subject.licensed : noLicences;
  if (licensed.some((span) => span.from <= subject.today && span.to >= subject.today)) return null;
  switch (row.proof.by) {
    case 'result':
      return judgeResult(row, row.proof, context);
    case 'items':
      return row.window.kind === 'hours-per-year' ? judgeYears(row, row.window, context) : judgeItems(row, row.proof, context, licensed);
    case 'checks':
      return row.window.kind === 'every-month' ? judgeEveryMonth(row, row.window, context) : judgeLists(row, row.proof, context, licensed);
    case 'state':
      return judgeState(row, row.proof.state, context);
    default:
      return assertNever(row.proof, 'proof');
  }
}

const windowBefore = (anchor: number | null, maxAgeDays: number | null, strict: boolean): Told['window'] => ({
  from: anchor === null || maxAgeDays === null ? null : anchor - maxAgeDays,
  to: anchor === null ? null : strict ? anchor - 1 : anchor,
});

function judgeResult(row: EffectiveRow, proof: Extract<Proof, { by: 'result' }>, context: Context): Judgement {
  const { subject, facts, soonDays } = context;
  const { window } = row;
  if (proof.fromRequest === true && window.kind === 'within') return judgeRequest(row, window, context);
  const items = facts.items.get(proof.kind) ?? noItems;
  const anchor = anchorOf('anchor' in window ? window.anchor : 'hire', row.applies, subject);
  const maxAgeDays = window.kind === 'before' ? (window.maxAgeDays ?? null) : null;
  const strict = window.kind === 'before' ? window.strict : true;
  const tb = proof.special === 'tb';
  const check = judgeBefore({
    items, anchor: anchor.on, maxAgeDays, strict, sameDay: row.sameDay ?? 'review', after: countsAfter(row, subject), attested: facts.attested,
    tb, today: subject.today, soonDays,
  });
  const deadline = anchor.on === null ? Infinity : strict ? anchor.on - 1 : anchor.on;
  const parts: NamedJudged[] = [{ name: null, judged: check }];
  const missing: string[] = [];
  const lacks = (name: string): void => {
    if (!missing.includes(name)) missing.push(name);
  };
  const paper = (name: string): void => {
    lacks(name);
    parts.push({ name, judged: paperMissing(deadline, subject.today, soonDays) });
  };
  if (tb && check.why().code === 'reading-missing') lacks('reading');
  if (proof.document === true && items.some((item) => !item.documented && check.evidenceIds.includes(item.id))) paper('document');
  if (proof.companion !== undefined) {
    const companion = factsBy(facts.items.get(proof.companion) ?? noItems, subject.today, -Infinity).length > 0;
    if (!companion && check.onFile) paper(proof.companion);
    if (!check.onFile) lacks(proof.kind);
    if (!companion) lacks(proof.companion);
    // Something of the whole is on file: the absent check makes it incomplete, not overdue.
    if (companion && !check.onFile) parts[0] = { name: null, judged: { ...check, onFile: true } };
  }
  return allOf(parts, subject.today, () => ({ anchor, window: windowBefore(anchor.on, maxAgeDays, strict), notes: noNotes }), missing);
}

/** The day after which facts count: where a row looks only after a break in employment, the former last day (0.6.26). */
const countsAfter = (row: EffectiveRow, subject: Subject): number => (row.sinceBreak === true ? subject.formerLastDay : -Infinity);

/** A paper that belongs to a check that is on file: incomplete without it, but no deadline of its own was missed. */
const paperMissing = (deadline: number, today: number, soonDays: number): Judged => ({
  status: today <= deadline ? openStatus(deadline, today, soonDays) : 'incomplete', missed: false, dueOn: finiteOrNull(deadline), validThrough: null,
  cover: noCover, owedFrom: Infinity, evidenceIds: noIds, onFile: false, why: () => ({ code: 'nothing-on-file', deadline: dateOrNull(deadline) }),
});

/** A check whose request counts, within so long after the anchor (NC-PUB-BGC; 0.6.19, 0.6.30). */
function judgeRequest(row: EffectiveRow, window: Extract<Window, { kind: 'within' }>, context: Context): Judgement {
  const { subject, facts, soonDays } = context;
  const { today } = subject;
  const anchor = anchorOf(window.anchor, row.applies, subject);
  const deadline = deadlineOf(window, anchor.on);
  const after = countsAfter(row, subject);
  const all = facts.items.get('background-check') ?? noItems;
  const adverse = unansweredAdverse(factsBy(all, today, after));
  const covers: Cover[] = [];
  for (const item of all) {
    const on = item.requested ?? item.performed;
    if (on !== null && on <= today && on > after) covers.push({ from: on, to: Infinity, evidenceId: item.id, quality: 'good', sameDay: null, why: null });
    if (item.requested === null && item.date === null) {
      covers.push({ from: Math.min(anchor.on ?? today, today), to: Infinity, evidenceId: item.id, quality: 'review', sameDay: null, why: () => ({ code: 'undated' }) });
    }
  }
  const judged = adverse !== null
    ? againstThem(adverse.id, adverse.date, adverse.source.result ?? '')
    : judgeCover({ deadline, beginning: -Infinity, exempt: noLicences, today, soonDays }, covers);
  return allOf([{ name: null, judged }], subject.today, () => ({ anchor, window: { from: anchor.on, to: finiteOrNull(deadline) }, notes: noNotes }));
}

/** Last compliant day of a window's first duty; Infinity where there is none. */
function deadlineOf(window: Window, anchor: Day | null): number {
  if (anchor === null) return Infinity;
  switch (window.kind) {
    case 'before':
    case 'ready':
      return window.strict ? anchor - 1 : anchor;
    case 'within':
      switch (window.unit) {
        case 'days': return plusDays(anchor, window.amount);
        case 'weekdays': return plusWeekdays(anchor, window.amount);
        case 'months': return plusMonths(anchor, window.amount);
        case 'years': return plusYears(anchor, window.amount);
      }
      break;
    case 'always':
    case 'every-month':
    case 'hours-per-year':
      return Infinity;
  }
  return Infinity;
}

function judgeItems(row: EffectiveRow, proof: Extract<Proof, { by: 'items' }>, context: Context, licensed: readonly LicenceSpan[]): Judgement {
  const { subject, facts } = context;
  const anchor = anchorOf('anchor' in row.window ? row.window.anchor : 'hire', row.applies, subject);
  const exempt = row.exemptLicenses === undefined || subject.licences.length === 0
    ? licensed
    : subject.licences.filter((span) => row.exemptLicenses?.includes(span.by));
  const common = dutyOf(row, row.window, anchor.on, exempt, context);
  const parts = proof.parts.map((part): NamedJudged => {
    const { window } = part;
    const own = window === undefined ? common : dutyOf(row, window, 'anchor' in window ? anchorOf(window.anchor, row.applies, subject).on : anchor.on, exempt, context);
    return { name: part.name, judged: judgePart(part, proof, own, facts) };
  });
  return allOf(parts, subject.today, () => ({
    anchor,
    window: { from: row.window.kind === 'within' ? anchor.on : null, to: finiteOrNull(deadlineOf(row.window, anchor.on)) },
    notes: preferredNotes(proof, facts),
  }));
}

/** What a window asks of the items of a row or of one of its parts. */
function dutyOf(row: EffectiveRow, window: Window, on: Day | null, exempt: readonly LicenceSpan[], { subject, facts, soonDays }: Context): Duty {
  const leaving = row.applies.left === true;
  return {
    anchor: window.kind === 'always' ? null : on,
    deadline: leaving ? subject.today + daysForSeparation : deadlineOf(window, on),
    beginning: window.kind === 'always' ? -Infinity : (on ?? -Infinity),
    strict: 'strict' in window && window.strict,
    sameDay: row.sameDay ?? 'review',
    validity: 'validity' in window ? window.validity : forever,
    hire: subject.hire, exempt, attested: facts.attested,
    // A separation record is written after the last day: it is read as of the day asked.
    today: leaving ? subject.asOf : subject.today,
    soonDays,
  };
}

function judgePart({ routes, count = 1 }: Part, proof: Extract<Proof, { by: 'items' }>, duty: Duty, facts: Facts): Judged {
  const judge = (route: Route): Judged => judgeRoute(facts.items.get(route.kind) ?? noItems, route, count, proof, duty);
  const [only, other] = routes;
  return only !== undefined && other === undefined ? judge(only) : bestOf(routes.map(judge));
}

function preferredNotes({ preferred }: Extract<Proof, { by: 'items' }>, facts: Facts): readonly string[] {
  if (preferred === undefined) return noNotes;
  const has = (facts.items.get(preferred.kind) ?? noItems).some((item) => item.source.parts?.includes(preferred.part) === true);
  return [`Preferred: ${preferred.words}, ${has ? 'held' : 'not held'}.`];
}

function judgeLists(row: EffectiveRow, proof: Extract<Proof, { by: 'checks' }>, context: Context, licensed: readonly LicenceSpan[]): Judgement {
  const { subject, facts, soonDays } = context;
  const anchor = anchorOf('anchor' in row.window ? row.window.anchor : 'hire', row.applies, subject);
  const { window } = row;
  const strict = 'strict' in window ? window.strict : true;
  const maxAgeDays = window.kind === 'before' ? (window.maxAgeDays ?? null) : null;
  const from = owedSince(anchor.on, licensed, subject.today);
  const judge = (list: ExclusionList): Judged => {
    if (from === null) return nothingOnFile(Infinity, subject.today, soonDays);
    const question = {
      list, checks: facts.checks.get(list) ?? noChecks, anchor: from, maxAgeDays, strict, sameDay: row.sameDay ?? 'review',
      after: countsAfter(row, subject), attested: facts.attested, today: subject.today, soonDays,
    } as const;
    return window.kind === 'ready' ? judgeListRenewed(question, window.validity) : judgeListBefore(question);
  };
  const parts = proof.lists.map((list): NamedJudged => ({ name: proof.lists.length > 1 ? list : null, judged: judge(list) }));
  return allOf(parts, subject.today, () => ({ anchor, window: windowBefore(anchor.on, maxAgeDays, strict), notes: ageNotes(proof, parts) }));
}

/** The beginning a search is measured from. Once a licence has ended, the duty it kept away is due at once (0.6.33). */
function owedSince(anchor: Day | null, licensed: readonly LicenceSpan[], today: Day): Day | null {
  if (anchor === null) return null;
  const licensedUntil = Math.max(-Infinity, ...licensed.filter((span) => span.to < today).map((span) => span.to));
  return licensedUntil > anchor ? ((licensedUntil + 1) as Day) : anchor;
}

function ageNotes({ lists, warnAgeDays }: Extract<Proof, { by: 'checks' }>, parts: readonly NamedJudged[]): readonly string[] {
  if (warnAgeDays === undefined) return noNotes;
  return lists.flatMap((list, index) => {
    const judged = parts[index]?.judged;
    const why = judged?.status === 'met' ? judged.why() : null;
    return why?.code === 'age' && why.ageDays > warnAgeDays
      ? [`The search of ${exclusionListWords[list].short} was ${String(why.ageDays)} days old on the day of hire; no limit is set, over ${String(warnAgeDays)} days is remarked on.`]
      : [];
  });
}

const judgedFrom = (row: EffectiveRow, context: Context): number => Math.max(context.recordsFrom ?? -Infinity, row.demandedFrom ?? -Infinity);

/** A subject without a beginning, or one whose planned day has not become a hire, owes no periods (0.6.9, 0.6.34). */
function owesNoPeriods(context: Context, told: () => Told): Judgement {
  const { subject, soonDays } = context;
  return allOf([{ name: null, judged: nothingOnFile(Infinity, subject.today, soonDays) }], subject.today, told);
}

function judgeEveryMonth(row: EffectiveRow, window: Extract<Window, { kind: 'every-month' }>, context: Context): Judgement {
  const { subject, facts } = context;
  const told = fromHire(subject);
  if (subject.hire === null || subject.planned || subject.hire > subject.today) return owesNoPeriods(context, told);
  const judged = judgeMonths({
    lists: window.lists, checks: facts.checks, hire: subject.hire, hireMonth: window.hireMonth, judgedFrom: judgedFrom(row, context),
    today: subject.today, left: subject.left, asOf: subject.asOf,
  });
  if (judged.periods.length === 0) return owesNoPeriods(context, told);
  return overPeriods(judged, (period) => endOfMonth(plusDays(period.to as Day, 1)), told);
}

function judgeYears(row: EffectiveRow, window: Extract<Window, { kind: 'hours-per-year' }>, context: Context): Judgement {
  const { subject, facts, soonDays } = context;
  const start = anchorOf('role-start', row.applies, subject).on;
  const told = fromHire(subject);
  if (subject.hire === null || start === null || subject.planned || subject.hire > subject.today) return owesNoPeriods(context, told);
  const judged = judgeHours({
    items: facts.items.get('training-hours') ?? noItems, needed: window.hours, year: window.year, hire: subject.hire, roleStart: start,
    judgedFrom: judgedFrom(row, context), today: subject.today, left: subject.left, asOf: subject.asOf, soonDays,
  });
  if (judged.periods.length === 0) return owesNoPeriods(context, told);
  return overPeriods(judged, (period) => plusYears(plusDays(period.to as Day, 1), 1) - 1, told);
}

function judgeState(row: EffectiveRow, state: Extract<Proof, { by: 'state' }>['state'], context: Context): Judgement {
  const { subject, facts, soonDays } = context;
  const question = { facts, after: countsAfter(row, subject), today: subject.today, soonDays };
  const told = fromHire(subject);
  switch (state) {
    case 'not-excluded':
      return allOf(notExcluded(question), subject.today, told);
    case 'checks-kept': {
      const { parts, missing } = checksKept(question);
      return allOf(parts, subject.today, told, missing);
    }
    case 'documents-kept': {
      const { parts, missing } = documentsKept(question);
      return allOf(parts, subject.today, told, missing);
    }
    case 'identifier':
      return allOf([{ name: null, judged: identifier(subject.npi) }], subject.today, told);
    case 'licences':
      return allOf(licences(subject.licences, subject.hire ?? -Infinity, subject.today, soonDays), subject.today, told);
  }
}
