import type { OpenFailure, StorageFailure } from '../db/failures.ts';
import type { UndoError } from '../db/undo-import.ts';

/** What happened, what is safe, what to do: for whatever storage can answer. */
export function storageWords(failure: StorageFailure): string {
  switch (failure.code) {
    case 'storage-full':
      return 'The disk is full. Nothing was changed, and everything recorded so far is safe. Free some space, then try again.';
    case 'storage-failed':
      return `The database could not be written or read. Nothing was changed. Close other windows of Muster and try again; if it happens again, export the agency in Settings. (${failure.detail})`;
  }
}

/** Why an import was not undone. */
export function undoWords(error: UndoError): string {
  switch (error.code) {
    case 'cannot-undo':
      return 'This can no longer be undone: it was undone already, or it was not an import. Nothing was changed.';
    case 'reason-missing':
      return 'Write the reason first. Nothing was changed.';
    case 'looking-back':
      return 'You are looking at another day, where nothing can be undone. Go back to today first.';
    case 'no-right':
      return 'Nothing was undone: an auditor looks and changes nothing.';
    case 'handed-over':
    case 'surveyed':
    case 'replaced':
      return 'Nothing was undone: this copy is only looked at.';
    default:
      return storageWords(error);
  }
}

type OpenWords = { readonly title: string; readonly happened: string; readonly safe: string };

/** Why an agency did not open: a heading, what happened, and what is safe. */
export function openWords(failure: OpenFailure): OpenWords {
  switch (failure.code) {
    case 'newer':
      return {
        title: 'A newer Muster wrote this agency',
        happened: `Its database has version ${failure.found}; this Muster knows versions up to ${failure.known}. Opening it here could lose what the newer one recorded, so it stayed closed.`,
        safe: 'The agency is as the newer Muster left it. Start that one again, or update this one.',
      };
    case 'damaged':
      return {
        title: 'This agency cannot be read whole',
        happened: `One of its records is not what Muster writes. ${failure.detail}. Muster does not guess at a record, so the agency stayed closed.`,
        safe: 'Nothing was changed or removed. Stored documents lie apart from the database and are not affected.',
      };
    case 'lost-entries':
      return {
        title: 'This agency is older than what was recorded here',
        happened: failure.found === null
          ? `Its log has another entry ${failure.seen} than the one this computer saw written, so the database was put in the place of the one that was here. It stayed closed.`
          : `Its log ends at entry ${failure.found}, and this computer saw entry ${failure.seen} written. Its database was probably put back from an older copy of the disk, so it stayed closed.`,
        safe: 'Nothing was changed. What it holds can be saved below; a backup may hold what is missing.',
      };
    case 'not-here':
      return {
        title: 'This agency is no longer on this computer',
        happened: 'Its database was not found. It may have been removed, or belong to another user of this computer.',
        safe: 'Nothing was changed. An exported .muster file holds the whole agency.',
      };
    case 'locked':
      return {
        title: 'This agency is sealed with other keys',
        happened: 'Its records are encrypted, and the keys that were used to open it are not theirs.',
        safe: 'Nothing was changed. Unlock it with the passphrase of one of its users, or with its recovery key.',
      };
    case 'keys-missing':
      return {
        title: 'The keys of this agency are not here',
        happened:
          failure.keys === 'none'
            ? 'Its records are encrypted, and the file with its keys is gone from this computer.'
            : failure.keys === 'newer'
              ? 'A newer Muster wrote the file with its keys, and this one cannot read it.'
              : 'The file with its keys cannot be read, nor can the one before it.',
        safe: failure.keys === 'newer' ? 'Nothing was changed. Start the newer Muster again, or update this one.' : 'Nothing was changed. Every backup carries the keys: restore the last one with a passphrase or the recovery key.',
      };
    case 'in-use':
      return {
        title: 'Another window holds this agency',
        happened: 'An older window of Muster keeps the database open.',
        safe: 'Nothing was changed. Close the other window, then try again.',
      };
    case 'storage-full':
      return { title: 'The disk is full', happened: 'The database could not be opened because no space is left on the disk.', safe: 'Everything recorded so far is safe. Free some space, then try again.' };
    case 'storage-failed':
      return { title: 'The database did not open', happened: `The system answered: ${failure.detail}.`, safe: 'Nothing was changed.' };
  }
}
