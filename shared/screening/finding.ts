import type { MatchTier, SearchIdentity } from '../model/exclusion.ts';

/** The version of the matching. It changes with every change that could change a finding, so that a replay knows what it replays. */
export const engineVersion = 'muster-match 1';

/** Whom a search is for. */
export type SubjectKey = { readonly personId: string } | { readonly vendorId: string };
export type Subject = { readonly key: SubjectKey; readonly identity: SearchIdentity };

export const matchParts = ['surname', 'given', 'middle', 'suffix', 'birth-date', 'npi', 'state', 'business', 'limit'] as const;

/**
 * One line of a score card. `ours` and `theirs` are as printed, empty where there is none; `verdict` is a short phrase. The weights of
 * all lines add up to the score; the line `limit` carries what the tier holds back (or lifts), so that the sum is always true.
 */
export type MatchPart = {
  readonly part: (typeof matchParts)[number];
  readonly ours: string;
  readonly theirs: string;
  readonly agrees: 'yes' | 'no' | 'partly' | 'unknown';
  readonly verdict: string;
  readonly weight: number;
};

/** A row that matches, with its score card. */
export type Candidate = {
  readonly row: number;
  readonly digest: string;
  readonly tier: Exclude<MatchTier, 'none'>;
  /** 0 to 100; weak below 50, possible 50 to 89, strong from 90. */
  readonly score: number;
  readonly parts: readonly MatchPart[];
  /** Which name, and which form of it, hit: "former name Hebert, second half of the surname". */
  readonly variant: string;
  /** The tier in one sentence, and why it is not higher. */
  readonly why: string;
  readonly record: Readonly<Record<string, string>>;
};

/** What a list says about one subject. Candidates: best first, then by row. */
export type Finding = {
  readonly subject: Subject;
  /** Every form of every name that was compared, without repeats. */
  readonly namesSearched: readonly string[];
  /** The tier of the best candidate. */
  readonly tier: MatchTier;
  readonly candidates: readonly Candidate[];
  /** Without a candidate: the row that came nearest and why it is none. Null where nothing came near. */
  readonly nearest: { readonly row: number; readonly score: number; readonly why: string; readonly record: Readonly<Record<string, string>> } | null;
};
