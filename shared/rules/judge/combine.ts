import { worseOf, type Status } from '../status.ts';
import type { Lapse } from '../standing.ts';
import { fromDay, type Day } from '../../civil-date.ts';
import type { AnchorDay } from '../subject.ts';
import type { Span } from './judged.ts';
import type { NamedJudged } from './states.ts';
import type { JudgedPeriod, JudgedPeriods } from './months.ts';

/** Days without cover, both inclusive; `to` Infinity while open. */
export type Hole = { readonly from: number; readonly to: number };

/** What the verdict on a row is: what its parts or periods come to. Days are numbers. */
export type Judgement = {
  readonly status: Status;
  readonly onTime: boolean | null;
  readonly validNow: boolean | null;
  readonly dueOn: number | null;
  readonly validThrough: number | null;
  readonly missing: readonly string[];
  readonly evidenceIds: readonly string[];
  readonly parts: readonly NamedJudged[];
  readonly periods: readonly JudgedPeriod[];
  /** Days without cover up to the day judged. */
  readonly holes: readonly Hole[];
  /** Makes what only an explanation needs. */
  readonly told: () => Told;
};

/** What a verdict was measured from and what is remarked on. `from` and `to` are the first and last accepted day; null is open. */
export type Told = {
  readonly anchor: AnchorDay;
  readonly window: { readonly from: number | null; readonly to: number | null };
  readonly notes: readonly string[];
};

const noHoles: readonly Hole[] = [];
const noPeriods: readonly JudgedPeriod[] = [];
const noParts: readonly NamedJudged[] = [];
const nothing: readonly string[] = [];

const openStatuses: readonly Status[] = ['not-yet-due', 'due-soon'];
const absentStatuses: readonly Status[] = ['not-yet-due', 'due-soon', 'overdue', 'incomplete'];
const coveredStatuses: readonly Status[] = ['met', 'expiring', 'late', 'exempt', 'expired'];

const isOpen = (status: Status): boolean => openStatuses.includes(status);

/** Whether the requirement is satisfied today (0.6.6). */
export function validNowOf(status: Status): boolean | null {
  if (isOpen(status) || status === 'review') return null;
  return status === 'met' || status === 'expiring' || status === 'late' || status === 'exempt';
}

/** Whether every deadline so far was met (0.6.31). */
export function onTimeOf(status: Status, missed: boolean): boolean | null {
  if (isOpen(status) || status === 'review' || status === 'exempt') return null;
  if (status === 'fail' || status === 'stale' || status === 'gap') return false;
  return !missed;
}

/**
 * All parts are needed: the worst shows (0.6.3). After the deadline an absent part makes the whole incomplete where
 * something else is on file, overdue where nothing is (0.6.4).
 * @param today the day judged: days without cover are looked for up to it.
 * @param missing what to name as missing where that is not the absent parts.
 */
export function allOf(named: readonly NamedJudged[], today: number, told: () => Told, missing?: readonly string[]): Judgement {
  const anything = named.some((part) => part.judged.onFile);
  const parts = anything && named.some((part) => part.judged.status === 'overdue') ? named.map(incompleteWhereOverdue) : named;
  const [first] = parts;
  if (first === undefined) throw new Error('a standing has at least one part');
  let { status, missed, dueOn, validThrough } = first.judged;
  let { evidenceIds } = first.judged;
  for (let index = 1; index < parts.length; index += 1) {
    const judged = parts[index]?.judged;
    if (judged === undefined) continue;
    status = worseOf(status, judged.status);
    missed ||= judged.missed;
    dueOn = earliest(dueOn, judged.dueOn);
    validThrough = earliest(validThrough, judged.validThrough);
    evidenceIds = joined(evidenceIds, judged.evidenceIds);
  }
  return {
    status,
    onTime: onTimeOf(status, missed),
    validNow: validNowOf(status),
    dueOn: status === 'fail' ? null : dueOn,
    validThrough: coveredStatuses.includes(status) ? validThrough : null,
    missing: missing ?? missingOf(parts),
    evidenceIds,
    parts,
    periods: noPeriods,
    holes: uncovered(parts, today),
    told,
  };
}

const incompleteWhereOverdue = (part: NamedJudged): NamedJudged =>
  part.judged.status === 'overdue' ? { name: part.name, judged: { ...part.judged, status: 'incomplete' } } : part;

const earliest = (one: number | null, other: number | null): number | null => (one === null ? other : other === null ? one : Math.min(one, other));

/** Both lists without repeats; one of the lists itself where the other adds nothing. */
function joined(one: readonly string[], other: readonly string[]): readonly string[] {
  if (one.length === 0) return other;
  const fresh = other.filter((id) => !one.includes(id));
  return fresh.length === 0 ? one : [...one, ...fresh];
}

function missingOf(parts: readonly NamedJudged[]): readonly string[] {
  let missing: string[] | null = null;
  for (const { name, judged } of parts) {
    if (name === null || !absentStatuses.includes(judged.status)) continue;
    missing ??= [];
    missing.push(name);
  }
  return missing ?? nothing;
}

/** Merges the days on which any part was not covered: in order, `to` Infinity while open. */
function uncovered(parts: readonly NamedJudged[], until: number): readonly Hole[] {
  let holes = noHoles;
  for (const { judged } of parts) {
    const more = holesOf(judged.cover, judged.owedFrom, until);
    if (more.length > 0) holes = holes.length === 0 ? more : merged([...holes, ...more]);
  }
  return holes;
}

function merged(holes: Hole[]): readonly Hole[] {
  const all: { from: number; to: number }[] = [];
  for (const { from, to } of holes.sort((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last !== undefined && from <= last.to + 1) last.to = Math.max(last.to, to);
    else all.push({ from, to });
  }
  return all;
}

/** The days of one part without cover; its spans may overlap and come in any order. */
function holesOf(cover: readonly Span[], owedFrom: number, until: number): readonly Hole[] {
  let holes: Hole[] | null = null;
  let next = owedFrom;
  for (const span of inOrder(cover)) {
    if (span.from > until) break;
    // An item that expired before it was done covers no day.
    if (span.to < span.from) continue;
    if (span.from > next) (holes ??= []).push({ from: next, to: span.from - 1 });
    next = Math.max(next, span.to + 1);
  }
  if (next <= until) (holes ??= []).push({ from: next, to: Infinity });
  return holes ?? noHoles;
}

function inOrder(cover: readonly Span[]): readonly Span[] {
  for (let index = 1; index < cover.length; index += 1) {
    if ((cover[index - 1]?.from ?? 0) > (cover[index]?.from ?? 0)) return [...cover].sort((a, b) => a.from - b.from);
  }
  return cover;
}

export const toLapse = (hole: Hole): Lapse => ({
  from: fromDay(hole.from as Day),
  to: Number.isFinite(hole.to) ? fromDay(hole.to as Day) : null,
});

/** Months or years together (0.6.25): the worst speaks, but an open period that is not yet due is silent beside others. */
export function overPeriods({ periods, evidenceIds }: JudgedPeriods, nextEnd: (period: JudgedPeriod) => number, told: () => Told): Judgement {
  let speaking: Status | null = null;
  let open: JudgedPeriod | null = null;
  let lastClosed: JudgedPeriod | null = null;
  let lastMet: JudgedPeriod | null = null;
  let missed = false;
  for (const period of periods) {
    const { status } = period.shown;
    if (!(period.open && status === 'not-yet-due')) speaking = speaking === null ? status : worseOf(speaking, status);
    if (status === 'met') lastMet = period;
    if (period.open) open ??= period;
    else {
      lastClosed = period;
      missed ||= status !== 'met';
    }
  }
  // Nothing speaks where every period is open and not yet due; that is then what the whole is.
  const status = speaking ?? (periods.length === 0 ? 'met' : 'not-yet-due');
  const due = open === null ? null : open.shown.status === 'met' ? nextEnd(open) : open.to;
  return {
    status,
    onTime: onTimeOf(status, missed),
    validNow: lastClosed === null ? validNowOf(status) : lastClosed.shown.status === 'met',
    dueOn: status === 'fail' ? null : due,
    validThrough: lastMet === null ? null : lastMet.to,
    missing: open?.shown.missing === undefined ? nothing : [...new Set(open.shown.missing)],
    evidenceIds,
    parts: noParts,
    periods,
    holes: lapsedPeriods(periods),
    told,
  };
}

/** Days of closed periods without what was owed in them; periods that follow on one another are one. */
function lapsedPeriods(periods: readonly JudgedPeriod[]): readonly Hole[] {
  const holes: { from: number; to: number }[] = [];
  for (const { shown, from, to, open } of periods) {
    if (open || (shown.status !== 'gap' && shown.status !== 'incomplete')) continue;
    const last = holes.at(-1);
    if (last?.to === from - 1) last.to = to;
    else holes.push({ from, to });
  }
  return holes.length === 0 ? noHoles : holes;
}
