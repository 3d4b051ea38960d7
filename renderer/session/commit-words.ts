import { changeErrorWords } from '../../shared/model/change-error.ts';
import type { CommitError } from '../db/failures.ts';
import { storageWords } from './failure-words.ts';

/** Why nothing was recorded, what is safe, and what to do; for a person to read. */
export function commitErrorWords(error: CommitError): string {
  switch (error.code) {
    case 'refused':
      return `Nothing was recorded. ${changeErrorWords(error.error)}`;
    case 'looking-back':
      return 'Nothing was recorded: you are looking at another day. Go back to today (Esc) and record it again.';
    case 'nothing-to-record':
      return 'Nothing was changed, so nothing was recorded.';
    case 'storage-full':
    case 'storage-failed':
      return storageWords(error);
  }
}
