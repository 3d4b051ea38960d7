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
  readonly why: Why;
};

/** A finite day as a date; null for no day and for "without end". */
export const dateOrNull = (day: number | null): CivilDate | null => (day === null || !Number.isFinite(day) ? null : fromDay(day as Day));

export const finiteOrNull = (day: number): number | null => (Number.isFinite(day) ? day : null);

/** Whether a coming day is near: 0 to `soonDays` days ahead, inclusive (0.6.2). */
export const isNear = (day: number, today: number, soonDays: number): boolean => day - today <= soonDays;

/** Open before a deadline: due soon or not yet due. */
export const openStatus = (deadline: number, today: number, soonDays: number): Status =>
  isNear(deadline, today, soonDays) ? 'due-soon' : 'not-yet-due';

/** Nothing acceptable is on file: open until the deadline, overdue after it. */
export function nothingOnFile(deadline: number, today: number, soonDays: number, why?: Why): Judged {
  const open = today <= deadline;
  return {
    status: open ? openStatus(deadline, today, soonDays) : 'overdue',
    missed: !open,
    dueOn: finiteOrNull(deadline),
    validThrough: null,
    cover: [],
    owedFrom: deadline + 1,
    evidenceIds: [],
    onFile: false,
    why: why ?? { code: 'nothing-on-file', deadline: dateOrNull(deadline) },
  };
}

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
