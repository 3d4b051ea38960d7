import { fromDay, type CivilDate, type Day } from '../../../civil-date.ts';
import type { Citation } from '../../standing.ts';

/** One thing that moved, or did not move, the state of a team. `on` is the day it took effect. */
export type FidelityStep<State extends string> = {
  readonly on: CivilDate;
  /** What happened, a sentence without a full stop: "Review of 3 Mar 2026: 98 of 125". */
  readonly event: string;
  readonly from: State | null;
  readonly to: State;
  readonly rule: Citation;
};

export const nextIds = [
  'began', 'self-evaluation', 'review', 'reach-100', 'plan', 'items', 'score', 'day', 'final-date', 'baseline', 'action-plan', 'contest', 'assistance', 'renewed-certification',
] as const;

/** What comes next for a team: by a day (inclusive), or once a fact that is missing has been recorded. One of the two is always there. */
export type NextStep = {
  readonly id: (typeof nextIds)[number];
  /** Verb and object: "Hold the next fidelity review". */
  readonly what: string;
  readonly dueOn: CivilDate | null;
  /** `earliest`: not before that day, and no deadline. */
  readonly earliest?: true;
  /** The fact that must be recorded first; absent where the day is known. */
  readonly missing?: string;
  readonly rule: Citation;
  /** The sum behind the day: "6 months after the last day on site, 3 Mar 2026". */
  readonly why: string;
};

/** Days without the review that was due: from the day after the deadline to the day before it was held, inclusive. */
export type ReviewLapse = { readonly from: Day; readonly to: Day };

/** Steps in order of their day, those that wait for a fact first. */
export const inOrder = (next: readonly NextStep[]): readonly NextStep[] =>
  next.toSorted((a, b) => (a.dueOn === b.dueOn ? 0 : (a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1));

/** The later of two days, as a date: a history never runs backwards, whatever order its reports came in. */
export const notBefore = (day: Day, last: CivilDate | undefined): CivilDate => {
  const date = fromDay(day);
  return last !== undefined && last > date ? last : date;
};
