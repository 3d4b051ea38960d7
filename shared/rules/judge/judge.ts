import { endOfMonth, plusDays, plusMonths, plusWeekdays, plusYears, type Day } from '../../civil-date.ts';
import { assertNever } from '../../assert.ts';
import { exclusionListWords, type ExclusionList } from '../../model/exclusion.ts';
import type { Window } from '../../model/window.ts';
import type { Facts } from '../known.ts';
import type { EffectiveRow, Part, Proof } from '../packs/row.ts';
import { anchorOf, licensedSpans, type Subject } from '../subject.ts';
import { factsBy, judgeBefore, unansweredAdverse } from './before.ts';
import { judgeListBefore, judgeListRenewed } from './checks.ts';
import { allOf, overPeriods, uncovered, type Combined } from './combine.ts';
import { judgeCover } from './cover.ts';
import { judgeHours } from './hours.ts';
import { judgeRoute, type Duty } from './items.ts';
import { bestOf, dateOrNull, nothingOnFile, openStatus, type Judged } from './judged.ts';
import { judgeMonths, type JudgedPeriod } from './months.ts';
import { checksKept, documentsKept, identifier, licences, licenceSpans, notExcluded, type NamedJudged } from './states.ts';

export type Judgement = Combined & {
  readonly periods: readonly JudgedPeriod[];
  /** Days without cover up to the day judged; `to` Infinity while open. */
  readonly holes: readonly { readonly from: number; readonly to: number }[];
  readonly anchor: { readonly name: string; readonly on: number | null };
  readonly window: { readonly from: number | null; readonly to: number | null };
  readonly notes: readonly string[];
};

export type Context = { readonly subject: Subject; readonly facts: Facts; readonly soonDays: number; readonly recordsFrom: Day | null };

/** Days after the last day worked in which the papers of leaving are written; common practice. */
const daysForSeparation = 30;

const noWindow = { from: null, to: null };

/** Judges one row for one subject; null where it asks nothing of them on that day (licensed staff, a vendor's row without vendors). */
export function judgeRow(row: EffectiveRow, context: Context): Judgement | null {
  const { subject } = context;
  const licensed = row.applies.unlicensed === true ? licensedSpans(subject) : [];
  if (licensed.some((span) => span.from <= subject.today && span.to >= subject.today)) return null;
  // Once a licence has ended the duty it kept away is due at once (0.6.33).
  const licensedUntil = Math.max(-Infinity, ...licensed.filter((span) => span.to < subject.today).map((span) => span.to));
  switch (row.proof.by) {
    case 'result':
      return judgeResult(row, row.proof, context);
    case 'items':
      return row.window.kind === 'hours-per-year' ? judgeYears(row, row.window, context) : judgeItems(row, row.proof, context, licensed);
    case 'checks':
      return row.window.kind === 'every-month' ? judgeEveryMonth(row, row.window, context) : judgeLists(row, row.proof, context, licensedUntil);
    case 'state':
      return judgeState(row, row.proof.state, context);
    default:
      return assertNever(row.proof, 'proof');
  }
}

function complete(parts: readonly NamedJudged[], context: Context, rest: Partial<Judgement> & Pick<Judgement, 'anchor'>): Judgement {
  return {
    ...allOf(parts), periods: [], window: noWindow, notes: [],
    holes: uncovered(parts.map((part) => part.judged), context.subject.today),
    ...rest,
  };
}

const windowBefore = (anchor: number | null, maxAgeDays: number | null, strict: boolean): Judgement['window'] => ({
  from: anchor === null || maxAgeDays === null ? null : anchor - maxAgeDays,
  to: anchor === null ? null : strict ? anchor - 1 : anchor,
});

function judgeResult(row: EffectiveRow, proof: Extract<Proof, { by: 'result' }>, context: Context): Judgement {
  const { subject, facts, soonDays } = context;
  const { window } = row;
  const items = facts.items.get(proof.kind) ?? [];
  const after = row.sinceBreak === true ? subject.formerLastDay : -Infinity;
  const anchor = anchorOf('anchor' in window ? window.anchor : 'hire', row.applies, subject);
  if (proof.fromRequest === true && window.kind === 'within') return judgeRequest(row, window, context);
  const maxAgeDays = window.kind === 'before' ? (window.maxAgeDays ?? null) : null;
  const strict = window.kind === 'before' ? window.strict : true;
  const check = judgeBefore({
    items, anchor: anchor.on, maxAgeDays, strict, sameDay: row.sameDay ?? 'review', after, attested: facts.attested,
    tb: proof.special === 'tb', today: subject.today, soonDays,
  });
  const deadline = anchor.on === null ? Infinity : strict ? anchor.on - 1 : anchor.on;
  const parts: NamedJudged[] = [{ name: null, judged: check }];
  const missing: string[] = check.why.code === 'reading-missing' ? ['reading'] : [];
  const paper = (name: string): void => {
    const open = subject.today <= deadline;
    missing.push(name);
    parts.push({
      name,
      judged: {
        status: open ? openStatus(deadline, subject.today, soonDays) : 'incomplete', missed: false, dueOn: Number.isFinite(deadline) ? deadline : null,
        validThrough: null, cover: [], owedFrom: Infinity, evidenceIds: [], onFile: false, why: { code: 'nothing-on-file', deadline: dateOrNull(deadline) },
      },
    });
  };
  const deciding = items.find((item) => check.evidenceIds.includes(item.id));
  if (proof.document === true && deciding !== undefined && !deciding.documented) paper('document');
  if (proof.companion !== undefined) {
    const companion = factsBy(facts.items.get(proof.companion) ?? [], subject.today, -Infinity).length > 0;
    if (!companion && check.onFile) paper(proof.companion);
    if (!companion && !check.onFile) missing.push(proof.kind, proof.companion);
    // Something of the whole is on file: the absent check makes it incomplete, not overdue.
    if (companion && !check.onFile) {
      missing.push(proof.kind);
      parts[0] = { name: null, judged: { ...check, onFile: true } };
    }
  }
  const judged = complete(parts, context, { anchor, window: windowBefore(anchor.on, maxAgeDays, strict) });
  return { ...judged, missing: [...new Set(missing)] };
}

/** A check whose request counts, within so long after the anchor (NC-PUB-BGC; 0.6.19, 0.6.30). */
function judgeRequest(row: EffectiveRow, window: Extract<Window, { kind: 'within' }>, context: Context): Judgement {
  const { subject, facts, soonDays } = context;
  const anchor = anchorOf(window.anchor, row.applies, subject);
  const deadline = deadlineOf(window, anchor.on);
  const after = row.sinceBreak === true ? subject.formerLastDay : -Infinity;
  const all = facts.items.get('background-check') ?? [];
  const adverse = unansweredAdverse(factsBy(all, subject.today, after));
  const made = all.flatMap((item) => {
    const on = item.requested ?? item.performed;
    return on === null || on > subject.today || on <= after ? [] : [{ from: on, to: Infinity, evidenceId: item.id, quality: 'good' as const }];
  });
  const undated = all.filter((item) => item.requested === null && item.date === null);
  const judged: Judged = adverse !== null
    ? {
        status: 'fail', missed: true, dueOn: null, validThrough: null, cover: [], owedFrom: Infinity, evidenceIds: [adverse.id], onFile: true,
        why: { code: 'adverse', on: dateOrNull(adverse.date), result: adverse.source.result ?? '' },
      }
    : judgeCover({
        covers: [...made, ...undated.map((item) => ({ from: Math.min(anchor.on ?? subject.today, subject.today), to: Infinity, evidenceId: item.id, quality: 'review' as const, why: { code: 'undated' as const } }))],
        deadline, beginning: -Infinity, exempt: [], today: subject.today, soonDays,
      });
  return complete([{ name: null, judged }], context, { anchor, window: { from: anchor.on, to: Number.isFinite(deadline) ? deadline : null } });
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

function judgeItems(row: EffectiveRow, proof: Extract<Proof, { by: 'items' }>, context: Context, licensed: ReturnType<typeof licensedSpans>): Judgement {
  const { subject, facts, soonDays } = context;
  const anchor = anchorOf('anchor' in row.window ? row.window.anchor : 'hire', row.applies, subject);
  const exemptions = row.exemptLicenses === undefined
    ? licensed
    : licenceSpans(subject.licenses).filter((span) => row.exemptLicenses?.includes(span.kind)).map((span) => ({ from: span.from, to: span.to, by: span.kind }));
  const judgePart = (part: Part): NamedJudged => {
    const window = part.window ?? row.window;
    const partAnchor = part.window === undefined || !('anchor' in part.window) ? anchor : anchorOf(part.window.anchor, row.applies, subject);
    const duty: Duty = {
      anchor: window.kind === 'always' ? null : partAnchor.on,
      deadline: row.applies.left === true ? subject.today + daysForSeparation : deadlineOf(window, partAnchor.on),
      strict: 'strict' in window && window.strict,
      sameDay: row.sameDay ?? 'review',
      validity: 'validity' in window ? window.validity : { by: 'forever' },
      hire: subject.hire, exempt: exemptions, attested: facts.attested,
      // A separation record is written after the last day: it is read as of the day asked.
      today: row.applies.left === true ? subject.asOf : subject.today,
      soonDays,
    };
    return { name: part.name, judged: bestOf(part.routes.map((route) => judgeRoute(facts.items.get(route.kind) ?? [], route, part.count ?? 1, proof, duty))) };
  };
  const parts = proof.parts.map(judgePart);
  const notes: string[] = [];
  if (proof.preferred !== undefined) {
    const { kind, part, words } = proof.preferred;
    const has = (facts.items.get(kind) ?? []).some((item) => item.source.parts?.includes(part) === true);
    notes.push(`Preferred: ${words}, ${has ? 'held' : 'not held'}.`);
  }
  const deadline = deadlineOf(row.window, anchor.on);
  const from = row.window.kind === 'within' ? anchor.on : null;
  return complete(parts, context, { anchor, notes, window: { from, to: Number.isFinite(deadline) ? deadline : null } });
}

function judgeLists(row: EffectiveRow, proof: Extract<Proof, { by: 'checks' }>, context: Context, licensedUntil: number): Judgement {
  const { subject, facts, soonDays } = context;
  const anchor = anchorOf('anchor' in row.window ? row.window.anchor : 'hire', row.applies, subject);
  const { window } = row;
  const strict = 'strict' in window ? window.strict : true;
  const maxAgeDays = window.kind === 'before' ? (window.maxAgeDays ?? null) : null;
  const parts = proof.lists.map((list): NamedJudged & { readonly list: ExclusionList } => {
    const name = proof.lists.length > 1 ? list : null;
    if (anchor.on === null) return { list, name, judged: nothingOnFile(Infinity, subject.today, soonDays) };
    // Staff whose licence ended after the hire owe the search from that day on.
    const from = licensedUntil > anchor.on ? ((licensedUntil + 1) as Day) : anchor.on;
    const question = {
      list, checks: facts.checks.get(list) ?? [], anchor: from, maxAgeDays, strict, sameDay: row.sameDay ?? 'review',
      after: row.sinceBreak === true ? subject.formerLastDay : -Infinity, attested: facts.attested, today: subject.today, soonDays,
    } as const;
    return { list, name, judged: window.kind === 'ready' ? judgeListRenewed(question, window.validity) : judgeListBefore(question) };
  });
  const warnAge = proof.warnAgeDays;
  const notes = warnAge === undefined ? [] : parts.flatMap((part) =>
    part.judged.status === 'met' && part.judged.why.code === 'age' && part.judged.why.ageDays > warnAge
      ? [`The search of ${exclusionListWords[part.list].short} was ${String(part.judged.why.ageDays)} days old on the day of hire; no limit is set, over ${String(warnAge)} days is remarked on.`]
      : []);
  return complete(parts, context, { anchor, notes, window: windowBefore(anchor.on, maxAgeDays, strict) });
}

const judgedFrom = (row: EffectiveRow, context: Context): number => Math.max(context.recordsFrom ?? -Infinity, row.demandedFrom ?? -Infinity);

/** A subject without a beginning, or one whose planned day has not become a hire, owes no periods (0.6.9, 0.6.34). */
function owesNoPeriods(context: Context, anchor: Judgement['anchor']): Judgement {
  const judged = nothingOnFile(Infinity, context.subject.today, context.soonDays);
  return complete([{ name: null, judged }], context, { anchor });
}

function fromPeriods(periods: readonly JudgedPeriod[], nextEnd: (period: JudgedPeriod) => number, anchor: Judgement['anchor']): Judgement {
  const uncoveredPeriods = periods.filter((period) => !period.open && (period.status === 'gap' || period.status === 'incomplete'));
  const holes: { from: number; to: number }[] = [];
  for (const period of uncoveredPeriods) {
    const last = holes.at(-1);
    if (last?.to === period.from - 1) last.to = period.to;
    else holes.push({ from: period.from, to: period.to });
  }
  return { ...overPeriods(periods, nextEnd), parts: [], periods, holes, anchor, window: noWindow, notes: [] };
}

function judgeEveryMonth(row: EffectiveRow, window: Extract<Window, { kind: 'every-month' }>, context: Context): Judgement {
  const { subject, facts } = context;
  const anchor = { name: 'hire', on: subject.hire };
  if (subject.hire === null || subject.planned || subject.hire > subject.today) return owesNoPeriods(context, anchor);
  const periods = judgeMonths({
    lists: window.lists, checks: facts.checks, hire: subject.hire, hireMonth: window.hireMonth, judgedFrom: judgedFrom(row, context),
    today: subject.today, left: subject.left, asOf: subject.asOf,
  });
  if (periods.length === 0) return owesNoPeriods(context, anchor);
  return fromPeriods(periods, (period) => endOfMonth(plusDays(period.to as Day, 1)), anchor);
}

function judgeYears(row: EffectiveRow, window: Extract<Window, { kind: 'hours-per-year' }>, context: Context): Judgement {
  const { subject, facts, soonDays } = context;
  const start = anchorOf('role-start', row.applies, subject).on;
  const anchor = { name: 'hire', on: subject.hire };
  if (subject.hire === null || start === null || subject.planned || subject.hire > subject.today) return owesNoPeriods(context, anchor);
  const periods = judgeHours({
    items: facts.items.get('training-hours') ?? [], needed: window.hours, year: window.year, hire: subject.hire, roleStart: start,
    judgedFrom: judgedFrom(row, context), today: subject.today, left: subject.left, asOf: subject.asOf, soonDays,
  });
  if (periods.length === 0) return owesNoPeriods(context, anchor);
  return fromPeriods(periods, (period) => plusYears(plusDays(period.to as Day, 1), 1) - 1, anchor);
}

function judgeState(row: EffectiveRow, state: Extract<Proof, { by: 'state' }>['state'], context: Context): Judgement {
  const { subject, facts, soonDays } = context;
  const question = { facts, after: row.sinceBreak === true ? subject.formerLastDay : -Infinity, today: subject.today, soonDays };
  const anchor = { name: 'hire', on: subject.hire };
  switch (state) {
    case 'not-excluded':
      return complete(notExcluded(question), context, { anchor });
    case 'checks-kept': {
      const { parts, missing } = checksKept(question);
      return { ...complete(parts, context, { anchor }), missing };
    }
    case 'documents-kept': {
      const { parts, missing } = documentsKept(question);
      return { ...complete(parts, context, { anchor }), missing };
    }
    case 'identifier':
      return complete([{ name: null, judged: identifier(subject.npi) }], context, { anchor });
    case 'licences':
      return complete(licences(subject.licenses, subject.hire ?? -Infinity, subject.today, soonDays), context, { anchor });
  }
}

