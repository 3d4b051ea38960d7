import type { CivilDate } from '../civil-date.ts';
import type { ExclusionList, ListScope } from '../model/exclusion.ts';

/** The lists that come as a file and are searched whole on this machine; the others are searched on their web sites. */
export const fileLists = ['oig-leie', 'la-adverse-actions', 'sam', 'nc-excluded-providers'] as const satisfies readonly ExclusionList[];
export type FileList = (typeof fileLists)[number];

/** One entry of a list, every layout brought to the same fields. Text as printed, trimmed; what is blank is the empty string. */
export type ListRow = {
  /** Row of the file as a person counts it; the header is row 1. */
  readonly row: number;
  /** A person's entry has a family or given name, a business's has `business`; some rows have both. */
  readonly family: string;
  readonly given: string;
  readonly middle: string;
  /** JR, SR, II ... taken from whichever name field it stood in; empty where there is none. */
  readonly suffix: string;
  readonly business: string;
  /** The field is exactly as long as the layout allows: the name may go on. */
  readonly familyCut: boolean;
  readonly givenCut: boolean;
  readonly businessCut: boolean;
  readonly birthDate: CivilDate | null;
  /** Ten digits; null for none. */
  readonly npi: string | null;
  /** Two letters, or empty. */
  readonly state: string;
  /** First day of the exclusion; may lie ahead. */
  readonly actionOn: CivilDate | null;
  /** Last day of the exclusion, inclusive, where the entry says so (reinstated, terminated); null: no end. */
  readonly endsOn: CivilDate | null;
  /** The cells as read and repaired, in the order of the list's heads. */
  readonly cells: readonly string[];
};

/** A list read whole. Reading is all or nothing: a malformed file is refused, never read in part. */
export type ReadList = {
  readonly list: FileList;
  readonly fileName: string;
  /** Of the bytes as they came. */
  readonly sha256: string;
  readonly bytes: number;
  readonly heads: readonly string[];
  readonly rows: readonly ListRow[];
  readonly newestAction: CivilDate | null;
  readonly scope: ListScope;
  /** Lists without a fixed layout: field to head. */
  readonly columns: Readonly<Record<string, string>> | null;
  readonly warnings: readonly ListWarning[];
};

/** Something a person should know about a list that was read. Those with `asks` are imported only once somebody says why. */
export type ListWarning = {
  readonly code: 'few-rows' | 'supplement' | 'reinstatements' | 'repaired' | 'duplicate-rows' | 'fewer-than-before' | 'older-than-before' | 'same-as-before' | 'out-of-date' | 'unread-dates';
  readonly words: string;
  readonly asks: boolean;
};
