import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { disposalCover } from '../../shared/agenda/retention/disposal.ts';
import type { Result } from '../../shared/result.ts';
import { countOf } from '../../shared/wording.ts';
import { isPurged, type DocumentRecord } from '../../shared/model/document.ts';
import { documents } from '../platform/desktop.ts';
import { commitErrorWords } from './commit-words.ts';
import { disposeWords } from './dispose-words.ts';
import { useSession } from './session.tsx';

type Name = Pick<DocumentRecord, 'sha256' | 'vault'>;
const named = (list: readonly DocumentRecord[]): Name[] => list.filter((document) => !isPurged(document)).map(({ sha256, vault }) => ({ sha256, vault }));

/**
 * Destroys documents around a deed that takes them off the record: noted first, so that a power cut in between is made good at the next opening,
 * destroyed once the deed was written. Answers null when done, else the sentence that says why nothing happened.
 */
async function around<Failure>(agencyId: string, goes: readonly Name[], stays: readonly Name[], deed: () => Promise<Result<unknown, Failure>>, words: (failure: Failure) => string): Promise<string | null> {
  const noted = await documents.condemn({ agencyId, documents: [...goes] });
  if (!noted.ok) return `Nothing was destroyed: it could not be prepared on this computer (${noted.error.detail ?? noted.error.code}). The record is as it was. Check that the disk has room, and try again.`;
  const done = await deed();
  if (!done.ok) {
    await documents.sweep({ agencyId, onRecord: [...goes, ...stays] });
    return words(done.error);
  }
  // Noted once more: the clean-up after an opening may have taken it off the list while it was still on record.
  await documents.condemn({ agencyId, documents: [...goes] });
  const swept = await documents.sweep({ agencyId, onRecord: [...stays] });
  if (!swept.ok) {
    notifications.show({ color: 'yellow', autoClose: false, title: 'Still to be destroyed', message: `The record is changed, but the files could not be destroyed yet (${swept.error.detail ?? swept.error.code}). Muster does it when the agency is opened next.` });
  }
  return null;
}

/** Purges a misfiled document, for good. Answers null when done, else the sentence that says why not. */
export function usePurge(): (document: DocumentRecord, reason: string) => Promise<string | null> {
  const { agencyId, file, commit, now } = useSession();
  return useCallback(
    async (document, reason) => {
      const stays = named((file.documents ?? []).filter(({ id }) => id !== document.id));
      // Its name may be what was wrong with it: the log says which document by its id alone.
      const deed = () => commit([{ kind: 'purge-document', documentId: document.id, purgedAt: now(), reason }], 'Purged a misfiled document');
      const problem = await around(agencyId, named([document]), stays, deed, commitErrorWords);
      if (problem === null) notifications.show({ message: 'The document was purged. What rested on it says so.', autoClose: 4000 });
      return problem;
    },
    [agencyId, file, commit, now],
  );
}

/** Disposes of the files of people, for good. Answers null when done, else the sentence that says why not. */
export function useDispose(): (personIds: readonly string[], reason: string) => Promise<string | null> {
  const { agencyId, file, dispose } = useSession();
  return useCallback(
    async (personIds, reason) => {
      const { documents: goes } = disposalCover(file, new Set(personIds));
      const going = new Set(goes.map(({ id }) => id));
      const stays = named((file.documents ?? []).filter(({ id }) => !going.has(id)));
      const problem = await around(agencyId, goes.map(({ sha256, vault }) => ({ sha256, vault })), stays, () => dispose(personIds, reason), (error) => disposeWords(error, file));
      if (problem === null) notifications.show({ message: `Disposed of ${countOf(personIds.length, 'file')}. The disposal log says so.`, autoClose: 4000 });
      return problem;
    },
    [agencyId, file, dispose],
  );
}
