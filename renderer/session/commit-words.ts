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
    case 'no-right':
      return 'Nothing was recorded: your role in this agency does not include this. Ask a colleague whose role does, or an administrator to change yours in Settings, Users.';
    case 'medical-note':
      return 'Nothing was recorded: notes on TB tests and drug screens are medical, and you do not have the medical right. Leave the note out, or ask a colleague who has the right.';
    case 'handed-over':
      return 'Nothing was recorded: this copy was handed over to another computer and is only looked at. Record it there, or take the agency back in Settings, Backup.';
    case 'replaced':
      return 'Nothing was recorded: this copy was replaced by a restored one and is kept to look at. Open the agency that replaced it.';
    case 'surveyed':
      return 'Nothing was recorded: a surveyor is looking, and until surveyor mode is left nothing can be recorded.';
    case 'storage-full':
    case 'storage-failed':
      return storageWords(error);
  }
}
