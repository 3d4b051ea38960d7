import { useCallback } from 'react';
import { evidenceFromDraft, type EvidenceDraft } from '../../../shared/agenda/evidence-draft.ts';
import type { PaperKind } from '../../../shared/intake/kinds.ts';
import { isMixed } from '../../../shared/intake/part-file.ts';
import { alreadyKept, isFiled, isMedicalPaper, type QueueLine, type WaitingFile } from '../../../shared/intake/waiting.ts';
import type { Change } from '../../../shared/model/changes.ts';
import type { DocumentRecord } from '../../../shared/model/document.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { scanFolder, storeDocument } from '../../platform/desktop.ts';
import { commitErrorWords } from '../../session/commit-words.ts';
import { useIntake } from '../../session/intake/intake.tsx';
import { useSession } from '../../session/session.tsx';
import { useDocumentBytes } from '../../session/use-document-copy.ts';

/** What a person confirms of one paper. */
export type Confirmed = { readonly personId: string; readonly paper: PaperKind; readonly draft: EvidenceDraft; readonly pages: string | undefined };

/** A waiting file as the document it is going to be. */
export const documentOf = (file: WaitingFile, vault: DocumentRecord['vault'], apart: PaperKind['apart'], recordedAt: string): DocumentRecord => ({
  id: file.id,
  sha256: file.sha256,
  name: file.name,
  mediaType: file.mediaType,
  bytes: file.bytes,
  ...(file.pages > 0 && { pages: file.pages }),
  vault,
  ...(apart !== null && { apart }),
  ...(file.madeFrom !== undefined && { madeFrom: file.madeFrom }),
  recordedAt,
});

/** The changes that put a paper on record, and the document it rests on; a file that is kept in that vault already is not kept twice. */
export function filingChanges(record: Parameters<typeof alreadyKept>[0], file: WaitingFile, { personId, paper, draft, pages }: Confirmed, ids: { readonly evidenceId: string; readonly recordedAt: string }): { readonly changes: readonly Change[]; readonly isNew: boolean } {
  const vault = isMedicalPaper(paper.kind, paper.apart) ? 'medical' : 'personnel';
  const kept = alreadyKept(record, [file.sha256]).find((each) => each.vault === vault && (each.apart ?? null) === paper.apart);
  // Taken back and filed as something else, it becomes a document of its own.
  const isTaken = (record.documents ?? []).some(({ id }) => id === file.id);
  const document = { ...documentOf(file, vault, paper.apart, ids.recordedAt), ...(isTaken && { id: ids.evidenceId }) };
  const evidence = evidenceFromDraft({ ...draft, kind: paper.kind, category: paper.category ?? draft.category }, {
    id: ids.evidenceId, personId, recordedAt: ids.recordedAt, documents: [{ id: kept?.id ?? document.id, ...(pages !== undefined && { pages }) }],
  });
  return { changes: [...(kept === undefined ? [{ kind: 'add-document', document } as const] : []), { kind: 'add-evidence', evidence }], isNew: kept === undefined };
}

/** Puts a paper on record: one commit, its document in the vault of its kind. Fails with the sentence to show; answers the log entry it can be taken back by. */
export function useFiling(): (line: QueueLine, confirmed: Confirmed, what: string) => Promise<Result<string, string>> {
  const { agencyId, file: record, can, commit, newId, now } = useSession();
  const { change, letGo, seen } = useIntake();
  const bytesOf = useDocumentBytes();
  return useCallback(
    async ({ file, item }, confirmed, what) => {
      const { paper } = confirmed;
      const medical = isMedicalPaper(paper.kind, paper.apart);
      if (medical && !can('read-medical')) return fail('Not filed: this is a medical record, and you have no right to the medical vault. Leave it here: a colleague with the medical right finds it at this desk.');
      const vault = medical ? 'medical' : 'personnel';
      const itemNow = { ...item, proposal: { ...item.proposal, kind: { ...item.proposal.kind, paper } } };
      const now_ = { ...file, items: file.items.map((each) => (each.id === item.id ? itemNow : each)) };
      if (isMixed(now_)) return fail('Not filed yet: this file holds papers that must not lie in one document. Part it first, above.');
      const evidenceId = newId();
      const { changes, isNew } = filingChanges(record, file, confirmed, { evidenceId, recordedAt: now() });
      const moves = isNew && file.vault !== vault;
      if (moves) {
        const bytes = await bytesOf(documentOf(file, file.vault, null, now()));
        if (!bytes.ok) return fail(bytes.error);
        const stored = await storeDocument({ agencyId, vault, bytes: bytes.value });
        if (!stored.ok) return fail(`Not filed, and nothing was recorded: the document could not be stored (${stored.error.detail ?? stored.error.code}). It waits here as before. Check that the disk has room, and try again.`);
      }
      const done = await commit(changes, what);
      if (!done.ok) return fail(commitErrorWords(done.error));
      const { skipped: _put, ...filed } = { ...itemNow, filedAs: evidenceId };
      const next: WaitingFile = { ...now_, ...(isNew && { vault }), items: now_.items.map((each) => (each.id === item.id ? filed : each)) };
      await change([next]);
      if (moves) await letGo([{ sha256: file.sha256, vault: file.vault }]);
      const whole = next.items.every((each) => each.id === item.id || isFiled(each, record));
      if (whole && file.from === 'folder') {
        seen(file.handedIn);
        void scanFolder.filed({ agencyId, sha256: file.handedIn });
      }
      return ok(done.value.logId);
    },
    [agencyId, record, can, commit, newId, now, change, letGo, seen, bytesOf],
  );
}
