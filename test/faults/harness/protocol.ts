import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import type { SourceFacts } from '../../../shared/backup/contents.ts';
import type { LogKind } from '../../../shared/audit/events.ts';
import type { Change } from '../../../shared/model/changes.ts';

/**
 * What the driving process asks of the program under test, one step at a time, and what it answers. Lines of JSON on two pipes; an answer is
 * written before the next step is read, so that whatever was answered counts as acknowledged.
 */
export type Note = { readonly id: string; readonly at: string; readonly what: string; readonly kind?: LogKind; readonly reason?: string };

/** The keys of an agency's records as the page gets them, in hexadecimal. */
export type PageKeys = { readonly records: string; readonly medical: string | null };

/** Steps of the page: everything that touches the database. */
export type PageStep =
  | { readonly do: 'create'; readonly agencyId: string; readonly file: AgencyFile; readonly keys: PageKeys | null }
  /** A database of the first version of the schema, as an older program left it. */
  | { readonly do: 'create-old'; readonly agencyId: string; readonly file: AgencyFile }
  | { readonly do: 'open'; readonly agencyId: string; readonly keys: PageKeys | null }
  | { readonly do: 'read' }
  | { readonly do: 'commit'; readonly changes: readonly Change[]; readonly note: Note }
  /** Two connections that commit at the same moment, as two windows would. */
  | { readonly do: 'race'; readonly commits: readonly { readonly changes: readonly Change[]; readonly note: Note }[] }
  | { readonly do: 'event'; readonly note: Note & { readonly kind: LogKind } }
  | { readonly do: 'undo'; readonly logId: string; readonly note: Note & { readonly reason: string } }
  /** What a start does first: goes on with a renewal of the storage that was cut off. */
  | { readonly do: 'finish' }
  | { readonly do: 'seal'; readonly agencyId: string; readonly keys: PageKeys; readonly note: Note }
  | { readonly do: 'source' }
  /** Bytes in base64. */
  | { readonly do: 'prove'; readonly records: string; readonly medical: string; readonly facts: SourceFacts };

/** Steps of the main process: keys and files. `unlock` and `protect` bring the keys to the page as well. */
export type MainStep =
  | { readonly do: 'protect'; readonly agencyId: string; readonly userName: string; readonly passphrase: string }
  | { readonly do: 'unlock'; readonly agencyId: string; readonly userId: string; readonly passphrase: string }
  | { readonly do: 'change-passphrase'; readonly passphrase: string; readonly next: string }
  | { readonly do: 'add-user'; readonly userId: string; readonly name: string; readonly medical: boolean; readonly passphrase: string }
  | { readonly do: 'renew-recovery'; readonly passphrase: string }
  | { readonly do: 'export'; readonly path: string }
  | { readonly do: 'store'; readonly agencyId: string; readonly text: string }
  /** Destroys what is not on record: first what was noted before, then `sha256`. */
  | { readonly do: 'destroy'; readonly agencyId: string; readonly sha256: string | null; readonly onRecord: readonly string[] }
  | { readonly do: 'read-document'; readonly agencyId: string; readonly sha256: string }
  | { readonly do: 'back-up'; readonly agencyId: string; readonly folder: string }
  /** Limits the space of the database, as a full disk does; null takes the limit away. */
  | { readonly do: 'quota'; readonly bytes: number | null };

export type Step = PageStep | MainStep;

/** An entry of the log as it was acknowledged. */
export type Acknowledged = { readonly id: string; readonly seq: number; readonly hash: string };

export type Answer = Reached | Thrown;

type Reached =
  | { readonly ok: true; readonly value: unknown }
  /** A failure with a closed code; `words` is what a person would read. */
  | { readonly ok: false; readonly code: string; readonly detail: string; readonly words: string };

/** A bug: something was thrown that nobody expected. */
type Thrown = { readonly ok: false; readonly thrown: string };
