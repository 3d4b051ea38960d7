import type { DocumentRecord } from '../../shared/model/document.ts';
import type { Result } from '../../shared/result.ts';

/** Why the bytes of a document could not be had. */
export type DocumentFault = 'not-here' | 'damaged' | 'not-allowed' | 'locked' | 'purged';

/** Where whoever binds gets the bytes of documents: the archive on the command line, the main process in the app. */
export type DocumentSource = { readonly read: (document: Pick<DocumentRecord, 'sha256' | 'vault'>) => Promise<Result<Uint8Array, DocumentFault>> };
