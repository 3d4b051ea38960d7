import type { IpcFailure } from '../../shared/ipc/failure.ts';

/** A disk without room, a quota used up, a file larger than the disk's format takes. */
const fullDisk: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** What a refusal of the machine means to a person: what happened, and what to do. What is safe, the caller says. */
export function failureWords(failure: IpcFailure): string {
  switch (failure.code) {
    case 'cannot-write':
      return failure.detail === 'EBUSY' || failure.detail === 'EPERM'
        ? 'The file could not be written: it is open in another program, or the folder is protected. Close it there, or choose another folder.'
        : fullDisk.has(failure.detail ?? '')
          ? 'The file could not be written: the disk is full. Make room, or choose another disk.'
          : `The file could not be written${failure.detail === undefined ? '' : ` (${failure.detail})`}. Choose another folder.`;
    case 'cannot-read':
      return `The file could not be read${failure.detail === undefined ? '' : ` (${failure.detail})`}. Close it in other programs and choose it again.`;
    case 'too-large':
      return 'The file is larger than Muster takes.';
    case 'not-found':
      return 'The file is no longer there.';
    case 'damaged':
      return 'The stored file was changed outside Muster and is not used.';
    case 'busy':
      return failure.detail === 'download'
        ? 'The list is being downloaded already. Wait for it, or cancel it.'
        : 'A binder is being made already. Wait for it, or cancel it.';
    case 'not-allowed':
      return 'Downloads are switched off on this computer. Switch them on in Settings, Network, or download the file in your browser and import it.';
    case 'cancelled':
      return 'The download was cancelled.';
    case 'no-connection':
      return `The site could not be reached, or the connection broke off${failure.detail === undefined ? '' : ` (${failure.detail})`}. Try again later, or download the file in your browser and import it.`;
    case 'wrong-answer':
      return `${answerWords(failure.detail)} Try again later, or download the file in your browser and import it.`;
    case 'locked':
      return 'The agency is locked. Unlock it and try again.';
    case 'wrong-key':
      return 'That passphrase or key is not the right one. Nothing was touched.';
    case 'wait':
      return `Too many wrong tries. Wait ${failure.detail ?? 'a few'} seconds, then try again.`;
    case 'exists':
      return 'It is there already.';
    case 'newer':
      return 'It was written by a newer Muster. Update this one.';
    case 'bad-arguments':
    case 'failed':
      return 'Muster made a mistake while asking the system. Try again; if it happens again, start Muster anew.';
  }
}

function answerWords(detail: string | undefined): string {
  switch (detail) {
    case 'html':
      return 'The site answered with a web page instead of the list.';
    case 'elsewhere':
      return 'The site pointed to an address that is not its own, which was not asked.';
    case 'not-the-list':
      return 'What the site sent is not the list.';
    default:
      return `The site did not hand out the list${detail === undefined ? '' : ` (${detail})`}.`;
  }
}
