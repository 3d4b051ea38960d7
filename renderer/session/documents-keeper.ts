import { useEffect, useRef } from 'react';
import { isPurged } from '../../shared/model/document.ts';
import { documents } from '../platform/desktop.ts';
import { useSession } from './session.tsx';

/** The screen comes first. */
const pauseMs = 8_000;

/** Once after an agency was opened: destroys documents that are off the record, where a power cut came between the record and the disk. */
export function useDocumentsKeeper(): void {
  const { agencyId, file, surveying } = useSession();
  // A surveyor's view lists a part of the documents: what is missing there is not off the record.
  const whole = surveying === null;
  const listed = useRef(file.documents);
  useEffect(() => {
    listed.current = file.documents;
  });
  useEffect(() => {
    if (!whole) return undefined;
    const timer = setTimeout(() => {
      const onRecord = (listed.current ?? []).filter((document) => !isPurged(document)).map(({ sha256, vault }) => ({ sha256, vault }));
      void documents.sweep({ agencyId, onRecord });
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [agencyId, whole]);
}
