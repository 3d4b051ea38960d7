import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { DocumentAmendment, DocumentRecord } from '../../shared/model/document.ts';
import { commitErrorWords } from '../session/commit-words.ts';
import { useSession } from '../session/session.tsx';
import { useUndoToast } from '../session/use-undo-toast.tsx';
import { useKeys } from '../ui/keys.ts';

/** What the log calls a document: its name, but of the medical vault only that it is one. */
export const loggedName = ({ vault, name }: DocumentRecord): string => (vault === 'medical' ? 'a document of the medical vault' : name);

/** Records something about a document. `what` is the log's sentence; `said` is shown with a way back, without it nothing is said. Answers whether it was recorded. */
export type Amend = (set: DocumentAmendment, what: string, said?: string) => Promise<boolean>;

/** Records what was found out about a document, such as which way up its pages are; Ctrl+Z takes the last of it back while its notice stands. */
export function useAmend(document: DocumentRecord): Amend {
  const { commit } = useSession();
  const { recorded, canUndo, undoLast } = useUndoToast('Taken back.');
  useKeys('The document', canUndo ? [{ keys: 'Ctrl+Z', does: 'Take it back', overDialogs: true, run: undoLast }] : []);
  const { id } = document;
  return useCallback(
    async (set, what, said) => {
      const done = await commit([{ kind: 'amend-document', documentId: id, set }], what);
      if (!done.ok) notifications.show({ message: commitErrorWords(done.error), color: 'red', autoClose: 8000 });
      else if (said !== undefined) recorded(done.value.logId, said);
      return done.ok;
    },
    [commit, id, recorded],
  );
}
