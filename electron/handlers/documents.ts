import { ok } from '../../shared/result.ts';
import type { documentsContract } from '../../shared/ipc/documents.ts';
import type { DocumentStores } from '../documents/document-stores.ts';
import { tell, type Handlers } from '../ipc.ts';

type DocumentChannel = keyof typeof documentsContract | 'store-document' | 'read-document';

/** Every channel of documents. */
export const documentHandlers = (documents: DocumentStores): Pick<Handlers, DocumentChannel> => ({
  'store-document': ({ agencyId, vault, bytes }) => documents.of(agencyId).store(bytes, vault),
  'read-document': ({ agencyId, vault, sha256, logged }) => documents.of(agencyId).read({ sha256, vault }, logged),
  'documents-seal': async ({ agencyId, documents: names, neededElsewhere }, window) => {
    const done = await documents.of(agencyId).sealAll(names, neededElsewhere, (finished, total) => tell(window.webContents, 'documents-progress', { done: finished, total }));
    return done.ok ? ok({ ...done.value, missing: [...done.value.missing], damaged: [...done.value.damaged] }) : done;
  },
  'documents-condemn': ({ agencyId, documents: names }) => documents.of(agencyId).condemn(names),
  'documents-sweep': ({ agencyId, onRecord }) => documents.of(agencyId).sweep(onRecord),
});
