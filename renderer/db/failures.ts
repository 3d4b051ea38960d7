import { Dexie } from 'dexie';
import type { LogHead } from '../../shared/ipc/vault.ts';
import type { ChangeError } from '../../shared/model/change-error.ts';
import { NotGenuine } from './codec.ts';
import type { ReadOnlyCopy } from './standing.ts';
import type { Change } from '../../shared/model/changes.ts';

/** What storage itself can answer. `detail` is for the log and the curious, never needed to know what to do. */
export type StorageFailure =
  | { readonly code: 'storage-full' }
  | { readonly code: 'storage-failed'; readonly detail: string };

/** Why an agency could not be opened. Nothing was changed in any of these cases. */
export type OpenFailure =
  | StorageFailure
  | { readonly code: 'not-here' }
  | { readonly code: 'newer'; readonly found: number; readonly known: number }
  | { readonly code: 'in-use' }
  /** Sealed, and opened without its keys; or keys were brought to a database that is not sealed. */
  | { readonly code: 'locked' }
  /** The log ends before the last entry this computer saw written (`seen`, `found`: numbers of entries), or has another in its place (`found` null). */
  | { readonly code: 'lost-entries'; readonly seen: LogHead['seq']; readonly found: number | null }
  /** Sealed, and its keys are not on this computer, or their file cannot be read. */
  | { readonly code: 'keys-missing'; readonly keys: 'none' | 'damaged' | 'newer' }
  | { readonly code: 'damaged'; readonly where: string; readonly detail: string };

/** Why a commit did not land. Nothing of it was written. */
export type CommitError =
  | StorageFailure
  | { readonly code: 'refused'; readonly error: ChangeError }
  | { readonly code: 'nothing-to-record' }
  /** The user's roles do not include this kind of change. */
  | { readonly code: 'no-right'; readonly change: Change['kind'] }
  /** A note on a medical item, written without the medical right. */
  | { readonly code: 'medical-note' }
  /** This copy was handed over, or another took its place: it is only looked at. */
  | ReadOnlyCopy
  | { readonly code: 'looking-back' };

const namesOf = (error: unknown): readonly string[] => {
  const names: string[] = [];
  for (let each: unknown = error; typeof each === 'object' && each !== null && names.length < 5; each = 'inner' in each ? each.inner : null) {
    if ('name' in each && typeof each.name === 'string') names.push(each.name);
  }
  return names;
};

/** Reads what a database error means. A full disk arrives as an aborted transaction with the cause inside. */
export function storageFailure(error: unknown): StorageFailure {
  if (namesOf(error).includes('QuotaExceededError')) return { code: 'storage-full' };
  return { code: 'storage-failed', detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}

/** Whether an error is the database's own, or of what lies in it; anything else is a bug and goes on upwards. */
export const isStorageError = (error: unknown): boolean => error instanceof Dexie.DexieError || error instanceof DOMException || error instanceof NotGenuine;
