import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { medicalKinds, type EvidenceKind } from '../../../shared/model/evidence.ts';
import type { Change } from '../../../shared/model/changes.ts';
import type { DocRef, DocumentRecord } from '../../../shared/model/document.ts';
import { ipcLimits } from '../../../shared/ipc/contract.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { storeDocument } from '../../platform/desktop.ts';
import { commitErrorWords } from '../../session/commit-words.ts';
import { useSession } from '../../session/session.tsx';

/** Commits changes and says so; answers null when done, else the sentence that says why not. */
export function useRecord(): (changes: readonly Change[], what: string, done: string) => Promise<string | null> {
  const { commit } = useSession();
  return useCallback(
    async (changes, what, done) => {
      const result = await commit(changes, what);
      if (!result.ok) return commitErrorWords(result.error);
      notifications.show({ message: done, autoClose: 4000 });
      return null;
    },
    [commit],
  );
}

const mebibyte = 2 ** 20;

/** Files a document's bytes and answers what the record will say of it, or the sentence that says why it could not be filed. */
export function useFileDocument(): (file: File, kind: EvidenceKind | 'exclusion') => Promise<Result<{ readonly change: Change; readonly ref: DocRef }, string>> {
  const { newId, now } = useSession();
  return useCallback(
    async (file, kind) => {
      if (file.size > ipcLimits.document) {
        return fail(`${file.name} was not filed: it is larger than ${Math.floor(ipcLimits.document / mebibyte)} MB. Scan it at a lower resolution, or split it.`);
      }
      const stored = await storeDocument({ bytes: new Uint8Array(await file.arrayBuffer()) });
      if (!stored.ok) {
        return fail(`${file.name} was not filed (${stored.error.detail ?? stored.error.code}). Nothing was recorded. Check that the disk has space, and try again.`);
      }
      const document: DocumentRecord = {
        id: newId(),
        sha256: stored.value.sha256,
        name: file.name,
        mediaType: file.type === '' ? 'application/octet-stream' : file.type,
        bytes: stored.value.bytes,
        vault: kind !== 'exclusion' && medicalKinds.includes(kind) ? 'medical' : 'personnel',
        recordedAt: now(),
      };
      return ok({ change: { kind: 'add-document', document }, ref: { id: document.id } });
    },
    [newId, now],
  );
}
