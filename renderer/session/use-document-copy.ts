import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { namesWords } from '../../shared/audit/printed-words.ts';
import { peopleOfDocument } from '../../shared/agenda/document-people.ts';
import type { DocumentRecord } from '../../shared/model/document.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { commitErrorWords } from './commit-words.ts';
import { readDocument } from '../platform/desktop.ts';
import { useSession } from './session.tsx';
import { useTakeAway } from './use-take-away.ts';

/** ", of Ana Ruiz": so that the log can be searched for whose document it was. */
function whoseWords(file: AgencyFile, document: DocumentRecord): string {
  const names = peopleOfDocument(file, document.id);
  return names.length === 0 ? '' : `, of ${namesWords(names)}`;
}

/**
 * Reads a document from the store; fails with the sentence to show. Opening one of the medical vault is written to the log first: without that
 * entry the main process does not hand it out.
 */
export function useDocumentBytes(): (document: DocumentRecord) => Promise<Result<Uint8Array, string>> {
  const { agencyId, file, surveying, can, logEvent } = useSession();
  return useCallback(
    async (document) => {
      const { vault, sha256, name } = document;
      if (document.purgedAt !== undefined) return fail(`This document was purged: ${document.purgedReason ?? 'no reason recorded'}. There is nothing of it to open.`);
      if (vault === 'medical' && !can('read-medical')) return fail(`${name} lies in the medical vault, which you have no right to open. Ask a colleague who has the medical right.`);
      if (surveying !== null) {
        const seen = await logEvent('survey', `Surveyor ${surveying.surveyor} opened the document ${name}${whoseWords(file, document)}`);
        if (!seen.ok) return fail(`${name} was not opened, because the opening could not be logged. ${commitErrorWords(seen.error)}`);
      }
      const logged = vault === 'medical' ? await logEvent('medical-opening', `Opened ${name} of the medical vault${whoseWords(file, document)}`) : null;
      if (logged !== null && !logged.ok) return fail(`${name} was not opened, because the opening could not be logged. ${commitErrorWords(logged.error)}`);
      const read = await readDocument({ agencyId, vault, sha256, ...(logged !== null && { logged: logged.value }) });
      if (read.ok) return ok(read.value.bytes);
      switch (read.error.code) {
        case 'damaged':
          return fail(`${name} was not opened: its bytes are not the ones that were filed. Restore it from a backup.`);
        case 'not-allowed':
          return fail(`${name} was not opened: you have no right to the medical vault.`);
        case 'locked':
          return fail(`${name} was not opened: the agency is locked. Unlock it and try again.`);
        default:
          return fail(`${name} is not on this machine. Its record is kept; file it again to have it here.`);
      }
    },
    [agencyId, file, surveying, can, logEvent],
  );
}

/** Lets the person put a copy of a document where they want it, and logs that it left. */
export function useDocumentCopy(): (document: DocumentRecord) => Promise<void> {
  const { file } = useSession();
  const { saveFile } = useTakeAway();
  const bytesOf = useDocumentBytes();
  return useCallback(
    async (document) => {
      const bytes = await bytesOf(document);
      if (!bytes.ok) {
        notifications.show({ message: bytes.error, color: 'red', autoClose: 8000 });
        return;
      }
      const extension = /\.([a-z0-9]{1,10})$/i.exec(document.name)?.[1]?.toLowerCase() ?? 'pdf';
      const saved = await saveFile({ suggestedName: document.name.replace(/[<>:"/\\|?*]/g, ' ').slice(0, 150), filters: [{ name: 'Document', extensions: [extension] }], bytes: bytes.value }, `a copy of the document ${document.name}${whoseWords(file, document)}`);
      if (saved.ok && saved.value !== null) {
        notifications.show({ message: `A copy was saved as ${saved.value.name}.`, autoClose: 4000 });
      }
      if (!saved.ok) notifications.show({ message: `No copy was saved (${saved.error.detail ?? saved.error.code}). The document on file is untouched. Choose another place.`, color: 'red', autoClose: 8000 });
    },
    [bytesOf, file, saveFile],
  );
}
