import { changeErrorWords } from '../../shared/model/change-error.ts';
import type { CommitError } from '../db/failures.ts';
import { storageWords } from './failure-words.ts';

/** Why something was not recorded, for the person who tried. */
export function commitErrorWords(error: CommitError): string {
  switch (error.code) {
    case 'refused':
      return `${changeErrorWords(error.error)} Nothing was changed.`;
    case 'nothing-to-record':
      return 'There is nothing to record.';
    case 'looking-back':
      return 'You are looking at another day, where nothing can be recorded. Go back to today first.';
    default:
      return storageWords(error);
  }
}
