import { useCallback } from 'react';
import { evidenceKindWords } from '../../shared/model/evidence.ts';
import type { DocumentRecord } from '../../shared/model/document.ts';
import { fullName, shownName } from '../../shared/model/person.ts';
import { useSession } from '../session/session.tsx';
import { useRecord } from '../session/use-record.ts';

/** Corrects which pages of a document an item of evidence rests on; undefined is all of them. What was recorded before stays in the history. Answers null when done, else why not. */
export function useCorrectPages(document: DocumentRecord): (evidenceId: string, pages: string | undefined) => Promise<string | null> {
  const { file, newId, now } = useSession();
  const record = useRecord();
  const { id } = document;
  return useCallback(
    async (evidenceId, pages) => {
      const before = file.evidence.find((each) => each.id === evidenceId);
      const person = file.people.find((each) => each.id === before?.personId);
      if (before === undefined || person === undefined) return 'Not recorded: the item is no longer on file.';
      const documents = (before.documents ?? []).map((ref) => (ref.id === id ? { id, ...(pages !== undefined && { pages }) } : ref));
      // A name that was signed stays with what was signed; the correction gets its own.
      const { recordedBy: _by, retractedAt: _at, retractedReason: _why, ...said } = before;
      const what = `${pages === undefined ? 'All pages' : `Pages ${pages}`}: ${evidenceKindWords[before.kind]}, ${fullName(shownName(person))}`;
      return await record([{ kind: 'add-evidence', evidence: { ...said, id: newId(), documents, supersedes: before.id, recordedAt: now() } }], what, `${what}.`);
    },
    [file, id, newId, now, record],
  );
}
