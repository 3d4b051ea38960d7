import { useEffect, useRef } from 'react';
import { documentsNeededElsewhere } from '../db/needed-documents.ts';
import { documents } from '../platform/desktop.ts';
import { useSession } from './session.tsx';

/** The screen comes first. */
const pauseMs = 8_000;

/**
 * Finishes, once after an agency was opened, what a crash may have interrupted: destroys documents that are off the record, and seals those that still
 * lie plain. Both can be run again at any time; where one does not come through it is tried at the next opening.
 */
export function useDocumentsKeeper(): void {
  const { agencyId, file, isDemo, can } = useSession();
  const onRecord = useRef(file.documents);
  useEffect(() => {
    onRecord.current = file.documents;
  });
  const seals = !isDemo && can('read-medical');
  useEffect(() => {
    const timer = setTimeout(() => {
      const names = (onRecord.current ?? []).map(({ sha256, vault }) => ({ sha256, vault }));
      void documents.sweep({ agencyId, onRecord: names }).then(async () => {
        if (!seals || names.length === 0) return;
        const neededElsewhere = await documentsNeededElsewhere(agencyId);
        await documents.seal({ agencyId, documents: names, neededElsewhere: neededElsewhere === null ? null : [...neededElsewhere] });
      });
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [agencyId, seals]);
}
