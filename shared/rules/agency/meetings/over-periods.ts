import { fromDay, type Day } from '../../../civil-date.ts';
import { nextPeriod } from '../../../model/agency-records/period.ts';
import type { Lapse, Period } from '../../standing.ts';
import { worseOf, type Status } from '../../status.ts';
import type { AgencyJudgement } from '../row.ts';
import { warningDays, type ToJudge } from './judged-periods.ts';
import { meetingExplanation, type Wording } from './words.ts';

/** One judged period: what was owed in it, how much of that was found, and what is missing, in words. */
export type JudgedSpan = ToJudge & {
  readonly status: Status;
  readonly missing: readonly string[];
  readonly evidenceIds: readonly string[];
  /** The last good day, where it is not the last one of the period: numbers and reports are awaited after it. */
  readonly due?: Day;
};

/** What an open period without all it owes is: near its end it is due soon. */
export const openStatusOf = ({ span }: ToJudge, today: Day): Status => (span.last - today <= warningDays[span.every] ? 'due-soon' : 'not-yet-due');

/** What a period comes to: all found is met; open, it waits; closed, nothing found is a gap, something incomplete, and what nobody can tell yet a review. */
export function periodStatus(period: ToJudge, today: Day, { needed, found, unknown }: { readonly needed: number; readonly found: number; readonly unknown: number }): Status {
  if (found === needed) return 'met';
  if (period.open) return openStatusOf(period, today);
  if (found + unknown === needed) return 'review';
  return found === 0 ? 'gap' : 'incomplete';
}

const silent: readonly Status[] = ['not-yet-due', 'not-applicable'];
const lapsing: readonly Status[] = ['gap', 'incomplete'];
const missed: readonly Status[] = ['gap', 'incomplete', 'overdue'];
/** What can still be done, or made up for: the earliest of them has the next date. */
const awaited: readonly Status[] = ['not-yet-due', 'due-soon', 'overdue'];
const dayOf = ({ due, span }: JudgedSpan): number => due ?? span.last;

/** All periods of a duty together: the worst speaks; an open period that is not yet due is silent beside others (0.6.25). Null where none is owed. */
export function overSpans(spans: readonly JudgedSpan[], wording: Omit<Wording, 'spans' | 'status' | 'dueOn'>): AgencyJudgement | null {
  const owed = spans.filter((each) => each.status !== 'not-applicable');
  const open = owed.find((each) => each.open) ?? null;
  const closed = owed.filter((each) => !each.open);
  const speaking = owed.filter((each) => !(each.open && silent.includes(each.status))).reduce<Status | null>((worst, { status }) => (worst === null ? status : worseOf(worst, status)), null);
  if (owed.length === 0) return null;
  const status = speaking ?? 'not-yet-due';
  const pending = owed.find((each) => awaited.includes(each.status));
  const due = pending !== undefined ? dayOf(pending) : open === null ? null : dayOf(open) + nextPeriod(open.span).last - open.span.last;
  const dueOn = due === null ? null : fromDay(due as Day);
  const lastMet = owed.findLast((each) => each.status === 'met');
  // A number still awaited says nothing yet about its period.
  const lastClosed = closed.findLast((each) => each.status !== 'due-soon');
  const lapses = lapsesOf(closed);
  return {
    status,
    onTime: closed.length === 0 ? (status === 'met' ? true : null) : !closed.some((each) => missed.includes(each.status)),
    validNow: lastClosed === undefined ? (status === 'met' ? true : null) : lastClosed.status === 'review' ? null : lastClosed.status === 'met',
    dueOn,
    validThrough: lastMet === undefined ? null : fromDay(lastMet.span.last),
    periods: spans.map(shownPeriod),
    ...(lapses.length > 0 && { lapses }),
    ...(pending !== undefined && pending.missing.length > 0 && { missing: pending.missing }),
    evidenceIds: [...new Set(owed.flatMap((each) => each.evidenceIds))],
    explain: () => meetingExplanation({ ...wording, spans, status, dueOn }),
  };
}

const shownPeriod = ({ span, status, missing }: JudgedSpan): Period => ({ period: span.period, status, ...(missing.length > 0 && { missing }) });

/** Closed periods without what they owed; those that follow on one another are one. */
function lapsesOf(closed: readonly JudgedSpan[]): readonly Lapse[] {
  const lapses: { from: Day; to: Day }[] = [];
  for (const { span, status } of closed) {
    if (!lapsing.includes(status)) continue;
    const last = lapses.at(-1);
    if (last !== undefined && last.to + 1 === span.first) last.to = span.last;
    else lapses.push({ from: span.first, to: span.last });
  }
  return lapses.map(({ from, to }) => ({ from: fromDay(from), to: fromDay(to) }));
}
