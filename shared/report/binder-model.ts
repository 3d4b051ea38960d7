import type { CivilDate } from '../civil-date.ts';
import type { BinderTab } from '../rules/requirement.ts';
import type { Status } from '../rules/status.ts';
import type { Paper } from './binder-job.ts';
import type { BinderSection } from '../model/recipient-profile.ts';
import type { PageMark } from '../model/document.ts';
import type { Certificate } from './certificate-model.ts';
import type { LogMark } from './log-mark.ts';

/** A label and what stands beside it; `note` is a second, quieter line. */
export type Fact = { readonly label: string; readonly value: string; readonly note: string | null };

/** How many requirements have one status. */
export type StatusCount = { readonly status: Status; readonly count: number };

/** The three columns of a cover: what is in order, what has a finding, what does not concern the person. */
export type Tally = {
  readonly inOrder: readonly StatusCount[];
  readonly withFinding: readonly StatusCount[];
  readonly notApplicable: number;
};

/** "yes", "no", "open" (nothing can be said yet), or a dash where the question does not arise. */
export type Answer = 'yes' | 'no' | 'open' | '–';

/** What the exhibit column says: the numbers of the exhibits that prove the line, and words where there are none or more is to be said. */
export type Exhibit = { readonly numbers: readonly string[]; readonly words: string };

/** One line of the checklist: one standing. */
export type ChecklistRow = {
  /** Running number over the whole chapter; what findings refer to. */
  readonly number: number;
  readonly id: string;
  readonly title: string;
  /** `LA-BGC · Manual 2.3, Agency 3, 4a` */
  readonly source: string;
  readonly status: Status;
  readonly onTime: Answer;
  readonly validToday: Answer;
  readonly window: string;
  /** The sums of the verdict, then what an override changed. */
  readonly arithmetic: readonly string[];
  /** One entry an item of evidence, newest last. */
  readonly evidence: readonly string[];
  readonly exhibit: Exhibit;
  /** Number of the finding this row has, if any. */
  readonly finding: number | null;
};

export type ChecklistTab = { readonly tab: BinderTab; readonly title: string; readonly rows: readonly ChecklistRow[] };

/** The checklist of one employment. A person hired again has several, the current one first. */
export type ChecklistPart = { readonly heading: string | null; readonly tabs: readonly ChecklistTab[]; readonly notApplicable: readonly string[] };

export type Finding = {
  /** 1 is the worst (precedence of statuses, then order of the checklist). */
  readonly number: number;
  readonly status: Status;
  readonly shownId: string;
  readonly tab: BinderTab;
  readonly row: number;
  readonly headline: string;
  readonly fileShows: string;
  readonly effect: string;
  readonly action: string;
  /** Permanent history that no later evidence can cure. */
  readonly lasting: boolean;
};

/** Days without cover. `days` counts both ends, up to the day judged while the lapse is open. */
export type LapseRow = {
  readonly shownId: string;
  readonly what: string;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  readonly days: number;
  readonly endedBy: string;
};

export type CellOutcome = 'clear' | 'decided' | 'possible' | 'confirmed' | 'unable';

/** One month of one list. `day` is the day of the month searched; `before-hire`: the search before hire stands for the month. */
export type GridCell =
  | { readonly kind: 'outside' }
  | { readonly kind: 'open' }
  | { readonly kind: 'none' }
  | { readonly kind: 'searched'; readonly day: number; readonly outcome: CellOutcome }
  | { readonly kind: 'before-hire'; readonly outcome: CellOutcome };

export type GridRow = {
  readonly label: string;
  /** January to December. */
  readonly cells: readonly GridCell[];
};
export type GridYear = { readonly year: number; readonly rows: readonly GridRow[]; readonly fileLabel: string; readonly files: readonly string[] };

export type ExclusionGrid = {
  readonly lead: string;
  /** A number as large as it matters and what it counts. */
  readonly figures: readonly { readonly value: string; readonly label: string }[];
  readonly years: readonly GridYear[];
  readonly notes: readonly string[];
  readonly finding: number | null;
};

export type CitationRow = { readonly short: string; readonly requirements: string; readonly document: string; readonly head: boolean };
export type ReadingRow = { readonly number: string; readonly question: string; readonly reading: string };
/** A rule pack in force, its version and what it is made from. */
export type PackRow = { readonly id: string; readonly version: string; readonly title: string };
export type Appendix = { readonly citations: readonly CitationRow[]; readonly readings: readonly ReadingRow[]; readonly packs?: readonly PackRow[] };

/** Everything one person's chapter prints. Plain data: the unit that is rendered, hashed and kept. */
export type PersonChapter = {
  readonly personId: string;
  readonly name: string;
  readonly listName: string;
  /** The other names under which lists are searched; null where there is one name only. */
  readonly otherNames: string | null;
  readonly roleLine: string;
  readonly facts: { readonly left: readonly Fact[]; readonly right: readonly Fact[] };
  readonly tally: Tally;
  readonly judged: number;
  readonly checklist: readonly ChecklistPart[];
  readonly findings: readonly Finding[];
  readonly lapses: readonly LapseRow[];
  readonly lapsesSince: CivilDate | null;
  /** Null where no list has to be searched for this person. */
  readonly grid: ExclusionGrid | null;
  readonly appendix: Appendix;
  /** What is in it after cover and contents, in this order. */
  readonly sections: readonly BinderSection[];
  readonly exhibits: readonly ExhibitTab[];
  readonly history: readonly HistoryRow[];
  readonly crosswalk: readonly CrosswalkRow[];
  /** Absent where no binder was made for this recipient before. */
  readonly changes?: ChangesSince;
};

/** What every page of a binder says. */
export type BinderFacts = {
  readonly agencyName: string;
  readonly agencyNpi: string | null;
  readonly asOf: CivilDate;
  /** Only what was recorded by then counts, in words; null when everything recorded counts. */
  readonly knownAtWords: string | null;
  readonly generatedAt: string;
  readonly generatedWords: string;
  readonly synthetic: boolean;
  readonly paper: Paper;
  /** Volume 2, with the health documents, is bound apart. */
  readonly volume: { readonly number: number; readonly of: number; readonly words: string };
  /** SHA-256 of the canonical model, 64 hexadecimal digits. It says which data were printed; a signature is another matter. */
  readonly fingerprint: string;
  /** Where the log stood; null where the record has none. */
  readonly logHead: LogMark | null;
  /** SHA-256 of the public half of the key the binder is signed with, 64 hexadecimal digits; null where it is not signed. */
  readonly keyFingerprint: string | null;
  /** For whom, as the profile names them; null where nobody is named. */
  readonly recipient: string | null;
  /** What was taken out for this recipient, in words for the cover; empty where nothing was. */
  readonly takenOut: readonly string[];
};

export type StaffRow = { readonly number: number; readonly personId: string; readonly name: string; readonly role: string; readonly employed: string; readonly findings: number; readonly worst: Status };

/** The first pages of a binder for the whole agency. */
export type AgencyFront = {
  readonly facts: { readonly left: readonly Fact[]; readonly right: readonly Fact[] };
  readonly tally: Tally;
  readonly judged: number;
  readonly withFindings: number;
  readonly staff: readonly StaffRow[];
  readonly appendix: Appendix;
};

/** One page of a document as a binder shows it. */
export type ExhibitPage = {
  /** Page of the document, from 1. */
  readonly page: number;
  /** Degrees clockwise, besides what the file says. */
  readonly turn: 0 | 90 | 180 | 270;
  /** `left-out`: another page stands in its place and says why. */
  readonly show: 'as-it-is' | 'rasterised' | 'left-out';
  /** What is taken out of a rasterised page. */
  readonly marks: readonly PageMark[];
  readonly why: string | null;
};

/** A stored file that stands in a binder. */
export type ExhibitDocument = {
  readonly documentId: string;
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly vault: 'personnel' | 'medical';
  readonly bytes: number;
  /** The pages shown, in order; empty for a file that is kept as it is. */
  readonly pages: readonly ExhibitPage[];
};

/** A page that stands where evidence is missing: what would close it, line by line. */
export type GapPage = { readonly title: string; readonly status: Status; readonly facts: readonly { readonly label: string; readonly text: string }[] };

export type ExhibitBody =
  | { readonly kind: 'document'; readonly document: ExhibitDocument }
  /** Neither a PDF nor a picture: a cover page stands for it, and the file itself is attached unless something had to be taken out. */
  | { readonly kind: 'kept-file'; readonly document: ExhibitDocument; readonly attached: boolean }
  | { readonly kind: 'gap'; readonly gap: GapPage }
  | { readonly kind: 'certificates'; readonly certificates: readonly Certificate[] }
  /** It lies in volume 2; volume 1 shows date and result only. It has no page here. */
  | { readonly kind: 'volume-2' }
  /** The document is on record and could not be shown: not on this machine, damaged, purged. One page says so. */
  | { readonly kind: 'not-shown'; readonly name: string; readonly why: string };

/** One exhibit of a chapter. */
export type ExhibitEntry = {
  /** `C-1`; in a binder of several people `07-C-1`. */
  readonly number: string;
  /** What the number means for ever, see `exhibitKey`. */
  readonly stands: string;
  /** "Criminal background report, 9 Jan 2023" */
  readonly title: string;
  /** The worst status of the lines it stands for; null where it stands for none. */
  readonly status: Status | null;
  /** Checklist lines and findings it supports. */
  readonly rows: readonly number[];
  readonly findings: readonly number[];
  /** "filed 11 Jan 2023 by Ana Ruiz"; null for what was never filed. */
  readonly filed: string | null;
  readonly body: ExhibitBody;
};
export type ExhibitTab = { readonly tab: BinderTab; readonly title: string; readonly entries: readonly ExhibitEntry[] };

/** What became of a finding: when it was first one, what was noted, when it was cured. Oldest first. */
export type HistoryRow = { readonly shownId: string; readonly what: string; readonly from: CivilDate; readonly to: CivilDate | null; readonly status: Status; readonly notes: readonly string[] };

/** One line of the crosswalk: an item an auditor asks for, and where it is. Pages are filled in when the binder is bound. */
export type CrosswalkRow = { readonly item: string; readonly personId: string; readonly name: string; readonly row: number; readonly status: Status; readonly exhibits: readonly string[]; readonly words: string };

/** What changed since the last binder for the same recipient. `to`: the place a row leads to, `person:ID/row/4` or `person:ID/exhibit/C-1`. */
export type ChangesSince = { readonly lead: string; readonly rows: readonly { readonly what: string; readonly words: string; readonly to: string | null }[] };

/** A whole binder: of one person (`front` null), or of the agency. */
export type BinderModel = { readonly facts: BinderFacts; readonly front: AgencyFront | null; readonly chapters: readonly PersonChapter[] };
