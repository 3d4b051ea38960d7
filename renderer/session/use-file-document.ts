import { useCallback } from 'react';
import { noteWords, problemWords } from '../../shared/documents/problem.ts';
import { ipcLimits } from '../../shared/ipc/contract.ts';
import type { Change } from '../../shared/model/changes.ts';
import type { DocRef, DocumentRecord } from '../../shared/model/document.ts';
import { medicalKinds, type EvidenceKind } from '../../shared/model/evidence.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { storeDocument } from '../platform/desktop.ts';
import { startIntakeClient, type IntakeClient } from '../workers/intake-client.ts';
import { useSession } from './session.tsx';

export type Filed = { readonly changes: readonly Change[]; readonly documents: readonly DocRef[] };

/** One document to be filed: a file, perhaps with the password it opens with and the pages that count, or photographs that become one document. */
export type HandedDocument =
  | { readonly kind: 'file'; readonly file: File; readonly password?: string; readonly pages?: string }
  | { readonly kind: 'photographs'; readonly files: readonly File[] };

/** What is stored of it, and what is known of it before it is. */
type Ready = Pick<DocumentRecord, 'name' | 'mediaType' | 'pages' | 'madeFrom'> & { readonly bytes: () => Promise<Uint8Array>; readonly ref: string | undefined };

const tooLarge = (file: File): string => `${file.name} was not filed: it is larger than ${Math.floor(ipcLimits.document / 2 ** 20)} MB. Scan it at a lower resolution, or split it.`;

/** The PDF that photographs become is named after the first of them. */
const joinedName = (files: readonly File[]): string => `${(files[0]?.name ?? 'Photographs').replace(/\.[a-z0-9]{1,5}$/i, '')}.pdf`;

/** Examines what was handed in, by its content: what cannot be shown or printed is refused here and named, before anything is stored. */
async function ready(handed: HandedDocument, client: IntakeClient): Promise<Result<Ready, string>> {
  if (handed.kind === 'photographs') {
    const large = handed.files.find((file) => file.size > ipcLimits.document);
    if (large !== undefined) return fail(tooLarge(large));
    const made = await client.photographs(handed.files.map((file) => ({ name: file.name, blob: file })));
    if (!made.ok) return fail(`Nothing was filed. ${problemWords(made.error.problem, made.error.name)}`);
    const { bytes, pages, from } = made.value;
    return ok({ name: joinedName(handed.files), mediaType: 'application/pdf', pages, madeFrom: { how: 'photographs', files: [...from] }, bytes: () => Promise.resolve(bytes), ref: undefined });
  }
  const { file, password, pages: ref } = handed;
  if (file.size > ipcLimits.document) return fail(tooLarge(file));
  if (password !== undefined && password !== '') {
    const made = await client.unlock({ name: file.name, blob: file }, password);
    if (!made.ok) return fail(`${file.name} was not filed. ${problemWords(made.error, file.name)}`);
    const { bytes, pages, from } = made.value;
    return ok({ name: file.name, mediaType: 'application/pdf', pages, madeFrom: { how: 'unlocked', files: [...from] }, bytes: () => Promise.resolve(bytes), ref });
  }
  const found = await client.examine({ name: file.name, blob: file });
  if (!found.ok) return fail(`${file.name} was not filed. ${problemWords(found.error, file.name)}`);
  const { examined } = found.value;
  const lying = examined.notes.find((note) => note.code === 'lying-name');
  return ok({
    name: lying?.name ?? file.name, mediaType: examined.mediaType, ...(examined.pages > 0 && { pages: examined.pages }),
    bytes: async () => new Uint8Array(await file.arrayBuffer()), ref,
  });
}

/** What was noticed about a file that can be filed, or why it cannot; `locked` where a password would open it. */
export type Noticed = { readonly pages: number; readonly picture: boolean; readonly notes: readonly string[]; readonly problem: string | null; readonly locked: boolean };

/** Looks at one file before it is filed. */
export async function noticeFile(file: File, client: IntakeClient): Promise<Noticed> {
  const nothing = { pages: 0, picture: false, notes: [], problem: null, locked: false } as const;
  if (file.size > ipcLimits.document) return { ...nothing, problem: tooLarge(file) };
  const found = await client.examine({ name: file.name, blob: file });
  if (!found.ok) return { ...nothing, problem: problemWords(found.error, file.name), locked: found.error.code === 'encrypted' && found.error.unlockable };
  const { pages, kind, notes } = found.value.examined;
  return { ...nothing, pages, picture: kind === 'jpeg' || kind === 'png', notes: notes.map((note) => noteWords(note, file.name)) };
}

/**
 * Stores the documents of an item, or the one that several items share, in the vault of its kind; no file is no document. All are examined before the
 * first is stored. Fails with the sentence to show.
 */
export function useFileDocument(): (handed: File | null | readonly HandedDocument[], kind: EvidenceKind | 'exclusion') => Promise<Result<Filed, string>> {
  const { agencyId, newId, now } = useSession();
  return useCallback(
    async (handed, kind) => {
      const all: readonly HandedDocument[] = handed === null ? [] : handed instanceof File ? [{ kind: 'file', file: handed }] : handed;
      if (all.length === 0) return ok({ changes: [], documents: [] });
      const vault = kind !== 'exclusion' && medicalKinds.includes(kind) ? 'medical' : 'personnel';
      const client = startIntakeClient();
      try {
        const taken: Ready[] = [];
        for (const each of all) {
          const one = await ready(each, client);
          if (!one.ok) return one;
          taken.push(one.value);
        }
        const changes: Change[] = [];
        const documents: DocRef[] = [];
        for (const { bytes, ref, ...known } of taken) {
          const stored = await storeDocument({ agencyId, vault, bytes: await bytes() });
          if (!stored.ok) return fail(`${known.name} was not filed (${stored.error.detail ?? stored.error.code}), and nothing was recorded. Check that the disk has space, and try again.`);
          const document: DocumentRecord = { id: newId(), sha256: stored.value.sha256, bytes: stored.value.bytes, vault, recordedAt: now(), ...known };
          changes.push({ kind: 'add-document', document });
          documents.push({ id: document.id, ...(ref !== undefined && { pages: ref }) });
        }
        return ok({ changes, documents });
      } finally {
        client.close();
      }
    },
    [agencyId, newId, now],
  );
}
