import { useCallback } from 'react';
import { agencyRecordSchema } from '../../../../shared/model/agency-records/agency-record.ts';
import type { Change } from '../../../../shared/model/changes.ts';
import type { DocRef } from '../../../../shared/model/document.ts';
import { useSession } from '../../../session/session.tsx';
import { useFileDocument } from '../../../session/use-file-document.ts';
import { useRecord } from '../../../session/use-record.ts';

/** Fields of a record as a form has them: what is empty or absent is left out. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * Records one agency record from a form, with its papers. What it takes the place of keeps its papers. Answers null when done, else the
 * sentence that says why not.
 */
export function useKeep(): (fields: Fields, how: { readonly replaces?: { readonly id: string; readonly documents?: readonly DocRef[] } | null; readonly papers?: readonly File[]; readonly what: string }) => Promise<string | null> {
  const { newId, now } = useSession();
  const record = useRecord();
  const fileDocument = useFileDocument();
  return useCallback(async (fields, { replaces = null, papers = [], what }) => {
    const filed: Change[] = [];
    const documents: DocRef[] = [...(replaces?.documents ?? [])];
    for (const paper of papers) {
      const stored = await fileDocument(paper, 'other');
      if (!stored.ok) return stored.error;
      filed.push(...stored.value.changes);
      documents.push(...stored.value.documents);
    }
    const kept = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== ''));
    const read = agencyRecordSchema.safeParse({
      ...kept,
      id: newId(),
      recordedAt: now(),
      ...(documents.length === 0 ? {} : { documents }),
      ...(replaces === null ? {} : { supersedes: replaces.id }),
    });
    if (!read.success) return `Not recorded: ${read.error.issues[0]?.message ?? 'a field does not fit'}.`;
    return record([...filed, { kind: 'add-agency-record', record: read.data }], what, `${what}.`);
  }, [newId, now, record, fileDocument]);
}
