import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import type { CivilDate } from '../../shared/civil-date.ts';
import type { ListVersion } from '../../shared/model/exclusion.ts';
import type { ReplayReport } from '../../shared/agenda/exclusions/replay.ts';
import type { Result } from '../../shared/result.ts';
import type { Finding, Subject, SubjectKey } from '../../shared/screening/finding.ts';
import type { FileList, ReadList } from '../../shared/screening/list.ts';
import type { ListError } from '../../shared/screening/lists/list-error.ts';
import type { listVersionOf } from '../../shared/screening/lists/list-version.ts';
import type { ListPreview } from '../../shared/screening/lists/preview-list.ts';

/** What the page needs of a list; the rows stay in the worker and go by the digest of the file. */
export type ListSummary = Omit<ReadList, 'rows'> & { readonly rowCount: number };

/** Which list a file is, and which head stands for which field, where the file does not say so itself. */
export type ListOptions = { readonly list?: FileList; readonly columns?: Readonly<Record<string, string>> };

/** A list as it is kept: the copy, and what is needed to read it again. */
export type KeptList = { readonly sha256: string; readonly name: string; readonly packed: Uint8Array; readonly options: ListOptions };

/** An entry that came, went or changed, as it is shown. */
export type EntryLine = { readonly row: number; readonly name: string; readonly columns: readonly string[] };

/** Somebody the agency searches for whom an entry that came, went or changed would concern. */
export type Touched = {
  readonly key: SubjectKey;
  readonly change: 'added' | 'removed' | 'changed';
  readonly tier: 'strong' | 'possible' | 'weak';
  readonly entry: string;
  readonly why: string;
};

/** What differs between two versions of a list, and whom it touches. Lines are the first of each kind; the counts are whole. */
export type Comparison = {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly lines: Readonly<Record<'added' | 'removed' | 'changed', readonly EntryLine[]>>;
  readonly touched: readonly Touched[];
};

/** One list and those to be searched for on it. */
export type SearchTask = { readonly sha256: string; readonly subjects: readonly Subject[] };

export type ScreeningRequests = {
  /** Reads a file and keeps its rows. */
  readonly read: { readonly bytes: Uint8Array; readonly fileName: string; readonly options: ListOptions };
  readonly preview: { readonly bytes: Uint8Array; readonly fileName: string; readonly list: ListPreview['list'] };
  readonly pack: { readonly bytes: Uint8Array };
  /** Reads a kept copy again and keeps its rows. */
  readonly hold: KeptList;
  readonly warnings: { readonly sha256: string; readonly before: ListVersion | null; readonly today: CivilDate; readonly publishedOn: CivilDate | null };
  /** The record of a list that was read. */
  readonly version: { readonly sha256: string; readonly more: Parameters<typeof listVersionOf>[1] };
  readonly compare: { readonly before: string; readonly after: string; readonly subjects: readonly Subject[]; readonly on: CivilDate };
  readonly search: { readonly tasks: readonly SearchTask[]; readonly on: CivilDate };
  /** Searches the recorded checks again whose ids are named, on the lists held. */
  readonly replay: { readonly file: AgencyFile; readonly checkIds: readonly string[] };
};

/** Why a kept copy does not stand for its list any more. */
export type HoldFailure = { readonly code: 'damaged' } | { readonly code: 'unreadable'; readonly error: ListError };

export type ScreeningAnswers = {
  readonly read: Result<ListSummary, ListError>;
  readonly preview: Result<ListPreview, ListError>;
  readonly pack: Uint8Array;
  readonly hold: Result<null, HoldFailure>;
  readonly warnings: ReadList['warnings'];
  readonly version: ListVersion;
  readonly compare: Comparison;
  /** Findings in the order of the tasks and their subjects. */
  readonly search: readonly (readonly Finding[])[];
  readonly replay: ReplayReport;
};

export type ScreeningKind = keyof ScreeningRequests;

export type ScreeningRequestMessage =
  | { readonly [Kind in ScreeningKind]: { readonly id: number; readonly kind: Kind; readonly ask: ScreeningRequests[Kind] } }[ScreeningKind]
  | { readonly id: number; readonly kind: 'cancel' };

export type ScreeningAnswerMessage =
  | { readonly id: number; readonly kind: 'answer'; readonly answer: ScreeningAnswers[ScreeningKind] }
  | { readonly id: number; readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly id: number; readonly kind: 'cancelled' }
  | { readonly id: number; readonly kind: 'broken'; readonly detail: string };
