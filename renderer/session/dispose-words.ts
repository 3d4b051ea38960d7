import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { fullName, shownName } from '../../shared/model/person.ts';
import type { DisposeError } from '../db/dispose.ts';
import { storageWords } from './failure-words.ts';

/** Why nothing was disposed of, what is safe, and what to do. */
export function disposeWords(error: DisposeError, file: AgencyFile): string {
  switch (error.code) {
    case 'no-right':
      return 'Nothing was disposed of: only an administrator disposes of files. Ask one to review the list.';
    case 'reason-missing':
      return 'Write the reason first. Nothing was disposed of.';
    case 'reason-names':
      return 'Nothing was disposed of: the reason names somebody on the list, and the reason stays in the disposal log. Write it without the name.';
    case 'nothing-to-dispose':
      return 'Nobody is ticked, so nothing was disposed of.';
    case 'not-due': {
      const person = file.people.find(({ id }) => id === error.personId);
      return `Nothing was disposed of: ${person === undefined ? 'one of the files is no longer here' : `the file of ${fullName(shownName(person))} is not due any more, or something holds it`}. Look through the list again.`;
    }
    case 'inconsistent':
      return `Nothing was disposed of: another record (${error.where}) rests on one of these files. Look at it first.`;
    case 'handed-over':
    case 'surveyed':
    case 'replaced':
      return 'Nothing was disposed of: this copy is only looked at.';
    case 'looking-back':
      return 'You are looking at another day, where nothing can be disposed of. Go back to today (Esc) first.';
    default:
      return storageWords(error);
  }
}
