import { fromDay, type CivilDate, type Day } from '../../civil-date.ts';
import type { Why } from '../standing.ts';
import type { Status } from '../status.ts';

/** Days on which something accepted was in force, both inclusive; `to` is Infinity without an end. */
export type Span = { readonly from: number; readonly to: number; readonly evidenceId: string };

/** The verdict on one part, route or list. Days are numbers; deadlines are the last compliant day. */
export type Judged = {
  readonly status: Status;
  /** A deadline was missed or cover lapsed at some time. */
  readonly missed: boolean;
  readonly dueOn: number | null;
  readonly validThrough: number | null;
  readonly cover: readonly Span[];
  /** First day on which cover is owed; Infinity where none ever is. */
  readonly owedFrom: number;
  readonly evidenceIds: readonly string[];
  /** Something that could count is on file. */
  readonly onFile: boolean;
  /** Makes the reason with its dates: thousands are judged at once and a handful explained. */
  readonly why: () => Why;
};

// Verdicts are made by the hundred thousand: they list their keys in one order, so that they have one shape, and share what is empty.
export const noCover: readonly Span[] = [];
export const noIds: readonly string[] = [];

/** A finite day as a date; null for no day and for "without end". */
export const dateOrNull = (day: number | null): CivilDate | null => (day === null || !Number.isFinite(day) ? null : fromDay(day as Day));

/** The date of a day that is known to be one. */
export function dateOf(day: number | null): CivilDate {
  const date = dateOrNull(day);
  if (date === null) throw new Error('a dated fact has a date');
  return date;
}

export const finiteOrNull = (day: number): number | null => (Number.isFinite(day) ? day : null);

/** Whether a coming day is near: 0 to `soonDays` days ahead, inclusive (0.6.2). */
export const isNear = (day: number, today: number, soonDays: number): boolean => day - today <= soonDays;

/** Open before a deadline: due soon or not yet due. */
export const openStatus = (deadline: number, today: number, soonDays: number): Status =>
  isNear(deadline, today, soonDays) ? 'due-soon' : 'not-yet-due';

/** Nothing acceptable is on file: open until the deadline, overdue after it. */
export function nothingOnFile(deadline: number, today: number, soonDays: number, owedFrom = deadline + 1): Judged {
  const open = today <= deadline;
  return {
    status: open ? openStatus(deadline, today, soonDays) : 'overdue',
    missed: !open,
    dueOn: finiteOrNull(deadline),
    validThrough: null,
    cover: noCover,
    owedFrom,
    evidenceIds: noIds,
    onFile: false,
    why: () => ({ code: 'nothing-on-file', deadline: dateOrNull(deadline) }),
  };
}

/** A result or a match that stands against the person; nothing else is asked beside it. */
export const againstThem = (evidenceId: string, on: number | null, result: string): Judged => ({
  status: 'fail', missed: true, dueOn: null, validThrough: null, cover: noCover, owedFrom: Infinity, evidenceIds: [evidenceId], onFile: true,
  why: () => ({ code: 'adverse', on: dateOrNull(on), result }),
});

// Among routes that are alternatives the best counts: what is held, then what a person may still decide, then what came late.
const routeOrder: readonly Status[] = [
  'met', 'expiring', 'exempt', 'review', 'late', 'due-soon', 'not-yet-due', 'expired', 'incomplete', 'overdue', 'gap', 'stale', 'fail', 'not-applicable',
];

/** Of alternatives judged each alone, the best (0.6.19, 0.6.34). Ties keep the first, so the order of routes is the order of preference. */
export function bestOf(alternatives: readonly Judged[]): Judged {
  let best: Judged | undefined;
  for (const one of alternatives) {
    if (best === undefined) best = one;
    else {
      const difference = routeOrder.indexOf(one.status) - routeOrder.indexOf(best.status);
      const longer = difference === 0 && (one.validThrough ?? Infinity) > (best.validThrough ?? Infinity) && one.cover.length > 0;
      if (difference < 0 || longer) best = one;
    }
  }
  if (best === undefined) throw new Error('a part has no route');
  return best;
}
