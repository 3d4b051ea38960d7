import { useCallback } from 'react';
import { ipcLimits } from '../../shared/ipc/contract.ts';
import type { Change } from '../../shared/model/changes.ts';
import type { DocRef, DocumentRecord } from '../../shared/model/document.ts';
import { medicalKinds, type EvidenceKind } from '../../shared/model/evidence.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { storeDocument } from '../platform/desktop.ts';
import { useSession } from './session.tsx';

export type Filed = { readonly changes: readonly Change[]; readonly documents: readonly DocRef[] };

/** Stores the document of an item, or the one that several items share, in the vault of its kind; no file is no document. Fails with the sentence to show. */
export function useFileDocument(): (file: File | null, kind: EvidenceKind | 'exclusion') => Promise<Result<Filed, string>> {
  const { agencyId, newId, now } = useSession();
  return useCallback(
    async (file, kind) => {
      if (file === null) return ok({ changes: [], documents: [] });
      if (file.size > ipcLimits.document) {
        return fail(`${file.name} was not filed: it is larger than ${Math.floor(ipcLimits.document / 2 ** 20)} MB. Scan it at a lower resolution, or split it.`);
      }
      const vault = kind !== 'exclusion' && medicalKinds.includes(kind) ? 'medical' : 'personnel';
      const stored = await storeDocument({ agencyId, vault, bytes: new Uint8Array(await file.arrayBuffer()) });
      if (!stored.ok) return fail(`${file.name} was not filed (${stored.error.detail ?? stored.error.code}), and nothing was recorded. Check that the disk has space, and try again.`);
      const document: DocumentRecord = {
        id: newId(),
        sha256: stored.value.sha256,
        name: file.name,
        mediaType: file.type === '' ? 'application/octet-stream' : file.type,
        bytes: stored.value.bytes,
        vault,
        recordedAt: now(),
      };
      return ok({ changes: [{ kind: 'add-document', document }], documents: [{ id: document.id }] });
    },
    [agencyId, newId, now],
  );
}
