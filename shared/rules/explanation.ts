import type { CivilDate } from '../civil-date.ts';

/** A line of the sum shown beside a verdict: a label, a value, and whether it closes the sum or says what is over. */
export type ArithmeticLine = { readonly label: string; readonly value: string; readonly mark?: 'total' | 'over' };

/** What the timeline of one requirement draws. All dates civil, intervals inclusive, `to` null without an end. */
export type Timeline = {
  readonly anchor: CivilDate | null;
  readonly window: { readonly from: CivilDate | null; readonly to: CivilDate | null } | null;
  readonly dots: readonly CivilDate[];
  readonly cover: readonly { readonly from: CivilDate; readonly to: CivilDate | null }[];
  readonly lapses: readonly { readonly from: CivilDate; readonly to: CivilDate | null }[];
  /** Open until this day, where nothing is on file yet. */
  readonly openUntil: CivilDate | null;
};

/** A verdict in words and figures a person can check with a calendar. */
export type Explanation = {
  /** Fact, rule, consequence; at most three sentences. */
  readonly reason: string;
  /** Six words or so for a table: "53 days before hire, limit 90". */
  readonly brief: string;
  /** Noun and what happened, for a list of findings: "Sex-offender registry check was too old on the hire date". */
  readonly headline: string;
  /** The sums as the binder prints them: "29 Dec 2022 to 3 Apr 2023 = 95 days; 90 accepted; 5 too many". */
  readonly sums: readonly string[];
  readonly arithmetic: readonly ArithmeticLine[];
  /** "1 of 2: First Aid missing"; null when nothing is missing. */
  readonly missing: string | null;
  /** "Permanent ..." or "Open, ends when ...", for a finding; null when there is none. */
  readonly effect: string | null;
  readonly timeline: Timeline;
};
