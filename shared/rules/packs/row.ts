import type { EvidenceKind } from '../../model/evidence.ts';
import type { ExclusionList } from '../../model/exclusion.ts';
import type { EmploymentKind, LicenseKind, Role } from '../../model/person.ts';
import type { Parameters, Validity, Window } from '../../model/window.ts';
import type { BinderTab, Clearance, RequirementGroup } from '../requirement.ts';
import type { Citation } from '../standing.ts';

/**
 * One way to prove a part: items of a kind, narrowed by the parts they speak for.
 * `review` parts count only after a person decided; `months` adds the items' months up to that number (`null`: any length).
 */
export type Route = {
  readonly kind: EvidenceKind;
  readonly accepts?: readonly string[];
  readonly review?: readonly string[];
  readonly months?: number | null;
  readonly validity?: Validity;
  readonly category?: string;
};

/** One thing that must be on file. Its routes are alternatives, each judged alone; the best counts. */
export type Part = {
  /** Name used in `missing`; null where the requirement has only this part. */
  readonly name: string | null;
  readonly routes: readonly Route[];
  /** A window of its own where it differs from the row's. */
  readonly window?: Window;
  /** How many separate items are needed; absent means one. */
  readonly count?: number;
};

/** What a requirement is proven by. */
export type Proof =
  /** A check with a passing or adverse result, before an anchor. */
  | {
      readonly by: 'result';
      readonly kind: EvidenceKind;
      /** `tb`: a positive can be cleared by x-ray or statement, a skin test needs a reading. */
      readonly special?: 'tb';
      /** The result itself must be filed (a check that is ticked but has no paper is incomplete). */
      readonly document?: boolean;
      /** Another check that belongs to this one; absent on file makes this incomplete. */
      readonly companion?: EvidenceKind;
      /** The request counts, not the result. */
      readonly fromRequest?: boolean;
    }
  /** Trainings, cards, certificates, education, experience: all parts, each by any of its routes. */
  | {
      readonly by: 'items';
      readonly parts: readonly Part[];
      /** Issuers that count without a person's decision; others are review. */
      readonly issuers?: readonly string[];
      /** Categories that need a person's decision. */
      readonly reviewCategories?: readonly string[];
      /** Training before hire counts only by a recorded waiver, at most so many months before hire (`null`: any age). */
      readonly waiver?: { readonly maxMonths: number | null };
      /** Held where possible, never a finding. */
      readonly preferred?: { readonly kind: EvidenceKind; readonly part: string; readonly words: string };
    }
  /** Searches of exclusion lists and registries, each list a part. */
  | { readonly by: 'checks'; readonly lists: readonly ExclusionList[]; readonly warnAgeDays?: number }
  | { readonly by: 'state'; readonly state: 'not-excluded' | 'checks-kept' | 'documents-kept' | 'identifier' | 'licences' };

/** Whom a row concerns. Absent keys do not narrow. */
export type RowApplies = {
  readonly roles?: readonly Role[];
  readonly kinds?: readonly EmploymentKind[];
  readonly directCare?: boolean;
  readonly medicaidPaid?: boolean;
  /** Not while a licence other than `other` is current; when it ends, the duty is due at once. */
  readonly unlicensed?: true;
  readonly licensed?: true;
  /** Only once the employment has ended. */
  readonly left?: true;
  /** Vendors (staffing companies, contractors, owners) owe it too. */
  readonly vendors?: true;
};

/** How a doubtful text is read: question, default, and where it is changed. Printed in docs/rule-readings.md and the binder. */
export type Reading = { readonly question: string; readonly reading: string; readonly change: string };

/** One requirement of a pack: a line of data that the evaluator walks. */
export type Row = {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  readonly group: RequirementGroup;
  readonly tab: BinderTab;
  readonly tabOrder: number;
  readonly clearance: Clearance | null;
  readonly applies: RowApplies;
  readonly window: Window;
  readonly proof: Proof;
  /** Exempt while one of these licences is current. */
  readonly exemptLicenses?: readonly LicenseKind[];
  /** After a break in employment only what is dated after the former last day counts (0.6.26). */
  readonly sinceBreak?: true;
  /** Ships switched off; an override with `enabled` switches it on. */
  readonly off?: true;
  /** How to read a same-day "prior to": a person decides, or it is accepted. */
  readonly sameDay?: 'review' | 'accept';
  readonly citations: readonly Citation[];
  readonly readings?: readonly Reading[];
};

/** A row with overrides applied, ready to judge. */
export type EffectiveRow = Row & {
  readonly overrides: readonly { readonly parameter: keyof Parameters; readonly old: string; readonly new: string; readonly reason: string }[];
  /** Judged periods begin on or after this day (day number), where a pack's own date says so. */
  readonly demandedFrom: number | null;
};
