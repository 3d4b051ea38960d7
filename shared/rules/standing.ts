import type { CivilDate } from '../civil-date.ts';
import type { ExclusionList } from '../model/exclusion.ts';
import type { Parameters, Window } from '../model/window.ts';
import type { Explanation } from './explanation.ts';
import type { Status } from './status.ts';

/** Where a requirement comes from: `S2` and the like are keys of `sources` in packs/sources.ts. */
export type Citation = { readonly source: string; readonly section: string };

/** One judged calendar month (`2026-03`) or training year (`2025-06-10/2026-06-09`, both days inclusive). */
export type Period = { readonly period: string; readonly status: Status; readonly missing?: readonly string[] };

/** Days without cover, both ends inclusive; `to` null while it is still open. */
export type Lapse = { readonly from: CivilDate; readonly to: CivilDate | null };

/** An override at work in a standing: what the pack says, what the agency set, why. */
export type OverrideAtWork = { readonly parameter: keyof Parameters; readonly old: string; readonly new: string; readonly reason: string };

/** Days of an asked period, how many were covered, and the lapses inside it. */
export type InPeriod = { readonly days: number; readonly coveredDays: number; readonly lapses: readonly Lapse[] };

/** What a standing was computed from: facts an explanation is worded from, never words themselves. */
export type Account = {
  /** The window the row was judged by, overrides applied. */
  readonly rule: Window;
  /** The lists and registries a requirement of searches demands; absent for others. */
  readonly lists?: readonly ExclusionList[];
  /** The moment the window is measured from, and its name as shown ("hire", "first client service"). */
  readonly anchor: { readonly name: string; readonly on: CivilDate | null; readonly planned: boolean } | null;
  /** First and last day of the accepted window; null where it is open on that side. */
  readonly window: { readonly from: CivilDate | null; readonly to: CivilDate | null } | null;
  /** One line per part, route, list or item that decided. */
  readonly parts: readonly PartAccount[];
  readonly overrides: readonly OverrideAtWork[];
  /** Remarks that change no verdict ("preferred: master's degree, not held"). */
  readonly notes: readonly string[];
};

/** How one part (First Aid, the OIG list, the diploma) was judged. */
export type PartAccount = {
  /** Part id of the agency file or list id; null when the requirement has one part only. */
  readonly part: string | null;
  readonly status: Status;
  readonly why: Why;
  /** Cover by accepted items: intervals, both ends inclusive, `to` null without an end. */
  readonly cover: readonly { readonly from: CivilDate; readonly to: CivilDate | null; readonly evidenceId: string }[];
};

/** Why a part has its status, with the numbers that make the sum. Dates are civil; counts are days unless named otherwise. */
export type Why =
  | { readonly code: 'nothing-on-file'; readonly deadline: CivilDate | null }
  | { readonly code: 'age'; readonly performedOn: CivilDate; readonly completedOn: CivilDate; readonly ageDays: number; readonly maxAgeDays: number | null }
  | { readonly code: 'done'; readonly on: CivilDate; readonly deadline: CivilDate | null; readonly daysLate: number; readonly validThrough: CivilDate | null }
  | { readonly code: 'expired'; readonly on: CivilDate; readonly validThrough: CivilDate; readonly daysWithout: number }
  | { readonly code: 'same-day'; readonly on: CivilDate }
  | { readonly code: 'undated' }
  | { readonly code: 'no-result'; readonly on: CivilDate }
  | { readonly code: 'not-recognised'; readonly on: CivilDate; readonly what: string }
  | { readonly code: 'adverse'; readonly on: CivilDate | null; readonly result: string }
  | { readonly code: 'exempt'; readonly by: string; readonly through: CivilDate | null }
  | { readonly code: 'months'; readonly held: number; readonly needed: number; readonly stated: boolean; readonly on: CivilDate | null }
  | { readonly code: 'no-document'; readonly count: number; readonly of: number }
  | { readonly code: 'periods'; readonly closed: number; readonly met: number; readonly open: boolean }
  | { readonly code: 'checks'; readonly latestOn: CivilDate | null; readonly lists: number }
  | { readonly code: 'match'; readonly on: CivilDate; readonly list: string }
  | { readonly code: 'identifier'; readonly value: string | null; readonly valid: boolean }
  | { readonly code: 'licence'; readonly kind: string; readonly through: CivilDate | null }
  | { readonly code: 'unwaived'; readonly on: CivilDate }
  | { readonly code: 'reading-missing'; readonly on: CivilDate };

/** The verdict on one requirement for one person and employment (or vendor), as of one day. */
export type Standing = {
  readonly personId?: string;
  readonly vendorId?: string;
  /** A duty of one team. A standing that names nobody is a duty of the agency. */
  readonly teamId?: string;
  readonly employmentId?: string;
  /** Requirement id, e.g. `la.bgc`. */
  readonly requirement: string;
  readonly status: Status;
  readonly onTime: boolean | null;
  readonly validNow: boolean | null;
  readonly dueOn: CivilDate | null;
  readonly validThrough: CivilDate | null;
  readonly periods?: readonly Period[];
  readonly lapses?: readonly Lapse[];
  readonly missing?: readonly string[];
  readonly inPeriod?: InPeriod;
  readonly evidenceIds: readonly string[];
  readonly citations: readonly Citation[];
  readonly account: Account;
  /** Duties of the agency and its teams bring their own words; those of people are worded from the account. */
  readonly explanation?: () => Explanation;
};

/** What `evaluate` answers. Standings are in the order of people, employments, catalogue, then vendors, the agency, its teams. */
export type Evaluation = {
  readonly asOf: CivilDate;
  readonly knownAt?: string;
  readonly standings: readonly Standing[];
};
