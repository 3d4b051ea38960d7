import type { Status } from '../status.ts';
import { statusRank } from '../status.ts';
import type { Lapse } from '../standing.ts';
import { fromDay, type Day } from '../../civil-date.ts';
import type { Judged, Span } from './judged.ts';
import type { NamedJudged } from './states.ts';
import type { JudgedPeriod } from './months.ts';

/** What a standing's parts come to. Days are numbers. */
export type Combined = {
  readonly status: Status;
  readonly onTime: boolean | null;
  readonly validNow: boolean | null;
  readonly dueOn: number | null;
  readonly validThrough: number | null;
  readonly missing: readonly string[];
  readonly evidenceIds: readonly string[];
  readonly parts: readonly NamedJudged[];
};

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
 */
export function allOf(parts: readonly NamedJudged[]): Combined {
  const anything = parts.some((part) => part.judged.onFile);
  const settled = parts.map((part) =>
    part.judged.status === 'overdue' && anything ? { ...part, judged: { ...part.judged, status: 'incomplete' as const } } : part,
  );
  const worst = settled.reduce<NamedJudged | null>(
    (found, part) => (found === null || statusRank(part.judged.status) < statusRank(found.judged.status) ? part : found), null,
  );
  if (worst === null) throw new Error('a standing has at least one part');
  const status = worst.judged.status;
  const due = settled.flatMap((part) => part.judged.dueOn ?? []);
  const through = settled.flatMap((part) => part.judged.validThrough ?? []);
  return {
    status,
    onTime: onTimeOf(status, settled.some((part) => part.judged.missed)),
    validNow: validNowOf(status),
    dueOn: status === 'fail' || due.length === 0 ? null : Math.min(...due),
    validThrough: coveredStatuses.includes(status) && through.length > 0 ? Math.min(...through) : null,
    missing: settled.flatMap((part) => (part.name !== null && absentStatuses.includes(part.judged.status) ? [part.name] : [])),
    evidenceIds: [...new Set(settled.flatMap((part) => part.judged.evidenceIds))],
    parts: settled,
  };
}

/** Merges the days on which every part was covered into what is missing of them: [from, to] pairs, `to` Infinity while open. */
export function uncovered(covers: readonly Judged[], until: number): readonly { readonly from: number; readonly to: number }[] {
  const holes = covers.flatMap((judged) => holesOf(judged.cover, judged.owedFrom, until));
  const sorted = [...holes].sort((a, b) => a.from - b.from);
  const merged: { from: number; to: number }[] = [];
  for (const hole of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && hole.from <= last.to + 1) last.to = Math.max(last.to, hole.to);
    else merged.push({ ...hole });
  }
  return merged;
}

function holesOf(cover: readonly Span[], owedFrom: number, until: number): readonly { from: number; to: number }[] {
  const holes: { from: number; to: number }[] = [];
  let next = owedFrom;
  for (const span of cover.filter((each) => each.from <= until).sort((a, b) => a.from - b.from)) {
    if (span.from > next) holes.push({ from: next, to: span.from - 1 });
    next = Math.max(next, span.to + 1);
  }
  if (next <= until) holes.push({ from: next, to: Infinity });
  return holes;
}

export const toLapse = (hole: { readonly from: number; readonly to: number }): Lapse => ({
  from: fromDay(hole.from as Day),
  to: Number.isFinite(hole.to) ? fromDay(hole.to as Day) : null,
});

/** Months or years together (0.6.25): the worst speaks, but an open period that is not yet due is silent beside others. */
export function overPeriods(periods: readonly JudgedPeriod[], nextEnd: (period: JudgedPeriod) => number): Omit<Combined, 'parts'> {
  const speaking = periods.filter((period) => !(period.open && period.status === 'not-yet-due'));
  const status = (speaking.length > 0 ? speaking : periods).reduce<Status>((worst, period) => (statusRank(period.status) < statusRank(worst) ? period.status : worst), 'met');
  const closed = periods.filter((period) => !period.open);
  const open = periods.find((period) => period.open);
  const lastClosed = closed.at(-1);
  const lastMet = periods.filter((period) => period.status === 'met').at(-1);
  const due = open === undefined ? null : open.status === 'met' ? nextEnd(open) : open.to;
  return {
    status,
    onTime: onTimeOf(status, closed.some((period) => period.status !== 'met')),
    validNow: lastClosed === undefined ? validNowOf(status) : lastClosed.status === 'met',
    dueOn: status === 'fail' ? null : due,
    validThrough: lastMet === undefined ? null : lastMet.to,
    missing: [...new Set((open?.status === 'met' || open === undefined ? [] : [open]).flatMap((period) => period.missing ?? []))],
    evidenceIds: [...new Set(periods.flatMap((period) => period.evidenceIds))],
  };
}
