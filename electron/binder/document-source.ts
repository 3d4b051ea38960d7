import type { DocumentRecord } from '../../shared/model/document.ts';
import type { Result } from '../../shared/result.ts';

/** Why the bytes of a document could not be had. */
export type DocumentFault = 'not-here' | 'damaged' | 'not-allowed' | 'locked' | 'purged';

/** Where whoever binds gets the bytes of documents: the archive on the command line, the main process in the app. */
export type DocumentSource = { readonly read: (document: Pick<DocumentRecord, 'sha256' | 'vault'>) => Promise<Result<Uint8Array, DocumentFault>> };

/** Why a document is not shown, as the page in its place says it. */
export function faultWords(fault: DocumentFault, name: string): string {
  switch (fault) {
    case 'not-here':
      return `${name} is on record, and its bytes are not on this machine.`;
    case 'damaged':
      return `${name} is on record, and its bytes are not those that were filed.`;
    case 'not-allowed':
      return `${name} lies in the medical vault and was not opened for this binder.`;
    case 'locked':
      return `${name} could not be opened: the agency was locked.`;
    case 'purged':
      return `${name} was destroyed as misfiled.`;
  }
}
