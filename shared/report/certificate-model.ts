import type { CivilDate, CivilMonth } from '../civil-date.ts';
import type { ExclusionList } from '../model/exclusion.ts';
import type { Paper } from './binder-job.ts';
import type { LogMark } from './log-mark.ts';

/** Which month to certify, for whom, as of which day, written down at which instant. The same record and job give the same pages. */
export type CertificateJob = {
  readonly month: CivilMonth;
  /** A certificate for each of them, naming nobody else; absent: one for the agency. */
  readonly personIds?: readonly string[];
  /** The day looked at: decisions and closings after it do not count. */
  readonly asOf: CivilDate;
  /** Only what was recorded by then counts: an ISO instant or a bare date. */
  readonly knownAt?: string;
  /** ISO instant in UTC, printed on every page. */
  readonly generatedAt: string;
  readonly paper?: Paper;
};

/** What every page of a certificate says. */
export type CertificateFacts = {
  readonly agencyName: string;
  readonly agencyNpi: string | null;
  readonly month: CivilMonth;
  readonly monthWords: string;
  readonly asOf: CivilDate;
  readonly knownAtWords: string | null;
  readonly generatedAt: string;
  readonly generatedWords: string;
  readonly synthetic: boolean;
  readonly paper: Paper;
  /** Where the log stood; null where the record has none. */
  readonly logHead: LogMark | null;
  /** SHA-256 of the canonical model, 64 hexadecimal digits. */
  readonly fingerprint: string;
};

/**
 * How a month stands. `complete`: every search owed was made and every match decided; otherwise what is missing. A month can be
 * closed and not complete: a hole that was explained stays a hole.
 */
export type MonthStanding = 'complete' | 'not-complete' | 'nothing-owed';

/** One version of a list, or one day on a web site, that this month's searches were made with. */
export type ListUsed = {
  readonly list: ExclusionList;
  readonly short: string;
  readonly long: string;
  readonly method: 'whole-list' | 'website';
  readonly file: string;
  readonly rows: number | null;
  readonly newest: CivilDate | null;
  /** When the version was brought in, and when it was published; null where the record does not say. */
  readonly loaded: string | null;
  readonly published: CivilDate | null;
  /** 64 hexadecimal digits; of the list's file, or of the saved result of a web site. */
  readonly sha256: string | null;
  /** First and last day searched with it. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly searches: number;
  /** What was noticed about it on the way in. */
  readonly warnings: readonly string[];
};

export type SearchOutcome = 'clear' | 'decided' | 'possible' | 'confirmed' | 'unable' | 'before-hire' | 'none' | 'open';

/** One list in one subject's month: searched, still to be searched, or not searched. */
export type CertifiedSearch = {
  readonly list: ExclusionList;
  readonly short: string;
  readonly on: CivilDate | null;
  readonly outcome: SearchOutcome;
  /** "clear", "one match, decided: not the person", "not searched". */
  readonly words: string;
  /** What the search found, or the entry that came nearest: one line each, the weightiest first. */
  readonly found: readonly string[];
  /** Numbers of the decisions about it. */
  readonly decisions: readonly number[];
  /** Further days of the month on which the list was searched too. */
  readonly alsoOn: readonly CivilDate[];
  /** Nobody owes this search: it was made all the same. */
  readonly unasked: boolean;
  readonly engine: string | null;
  /** Every form of every name that was compared. */
  readonly forms: readonly string[];
};

export type CertifiedSubject = {
  readonly number: number;
  readonly key: string;
  readonly kind: 'person' | 'vendor';
  readonly name: string;
  readonly listName: string;
  /** "born 1987 · Employment specialist, hired 4 Mar 2024". */
  readonly about: string;
  /** The names searched, the shown one first; empty where the record does not say. */
  readonly names: readonly string[];
  readonly searches: readonly CertifiedSearch[];
};

export type CertifiedDecision = {
  readonly number: number;
  readonly subject: string;
  readonly short: string;
  /** The entry decided about. */
  readonly entry: string;
  /** What differs, or agrees, between the two. */
  readonly comparison: string | null;
  readonly verdict: 'not-the-person' | 'the-person' | 'unable';
  readonly words: string;
  readonly reason: string;
  /** "Compared: birth date, middle name. SSN checked on the OIG site." and the proofs kept. */
  readonly evidence: readonly string[];
  readonly on: CivilDate;
  readonly by: string | null;
  /** It was made for an earlier month and holds, since neither the person's identity nor the entry changed. */
  readonly remembered: boolean;
};

export type CertifiedHole = { readonly subject: string; readonly short: string; readonly reason: string | null };

/** A saved result of a web site. */
export type CertifiedProof = { readonly name: string; readonly sha256: string; readonly on: CivilDate; readonly lists: readonly string[] };

export type Closing = { readonly on: CivilDate; readonly by: string | null; readonly note: string | null; readonly later: readonly string[] };

/** Everything one certificate prints. Plain data: what is drawn and hashed. */
export type Certificate = {
  readonly facts: CertificateFacts;
  readonly scope: 'agency' | 'person';
  /** Whose certificate it is, as the head of every page says it, and as a list would sort it. */
  readonly whose: { readonly name: string; readonly listName: string };
  readonly title: string;
  readonly subtitle: string;
  readonly standing: MonthStanding;
  /** Sentences in prose; the first one says whether the month is complete. */
  readonly lead: readonly string[];
  readonly figures: readonly { readonly value: string; readonly label: string }[];
  readonly lists: readonly ListUsed[];
  readonly subjects: readonly CertifiedSubject[];
  readonly decisions: readonly CertifiedDecision[];
  readonly holes: readonly CertifiedHole[];
  readonly proofs: readonly CertifiedProof[];
  /** People and vendors of that month whom no rule asks to search, with the reason in a word. */
  readonly notRequired: readonly string[];
  readonly closing: Closing | null;
  readonly method: readonly string[];
  readonly signatures: readonly { readonly label: string; readonly name: string | null; readonly on: string | null }[];
};
