import type { DocumentStore } from '../document-store.ts';
import type { Handler } from '../ipc.ts';

/** `store-document` */
export function storeDocument(store: DocumentStore): Handler<'store-document'> {
  return ({ bytes }) => store.store(bytes);
}

/** `read-document` */
export function readDocument(store: DocumentStore): Handler<'read-document'> {
  return ({ sha256 }) => store.read(sha256);
}
