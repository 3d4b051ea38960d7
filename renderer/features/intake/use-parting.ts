import { useCallback } from 'react';
import { problemWords } from '../../../shared/documents/problem.ts';
import { fileParts } from '../../../shared/intake/part-file.ts';
import { classWords, type WaitingFile } from '../../../shared/intake/waiting.ts';
import { storeDocument } from '../../platform/desktop.ts';
import { useIntake } from '../../session/intake/intake.tsx';
import { useSession } from '../../session/session.tsx';
import { useDocumentBytes } from '../../session/use-document-copy.ts';
import { partPdf } from '../../workers/part-client.ts';
import { documentOf } from './use-filing.ts';

/** Parts a file whose papers belong to different vaults into one file each; the whole is destroyed with its key. Answers null when done, else the sentence that says why not. */
export function useParting(): (file: WaitingFile) => Promise<string | null> {
  const { agencyId, can, newId, now } = useSession();
  const { change, letGo } = useIntake();
  const bytesOf = useDocumentBytes();
  return useCallback(
    async (file) => {
      const parts = fileParts(file);
      if (parts.some((part) => part.class === 'medical') && !can('read-medical')) return 'Not parted: some pages are medical records, and you have no right to the medical vault. Leave the file here for a colleague who has the medical right.';
      if (file.mediaType !== 'application/pdf') return 'Only a PDF can be parted. Scan these pages as files of their own.';
      const bytes = await bytesOf(documentOf(file, file.vault, null, now()));
      if (!bytes.ok) return bytes.error;
      const made = await partPdf(bytes.value, parts.map(({ pages }) => pages));
      if (!made.ok) return `The file was not parted and waits as before. ${problemWords(made.error, file.name)}`;
      const next: WaitingFile[] = [];
      for (const [at, part] of parts.entries()) {
        const own = made.value[at];
        if (own === undefined) continue;
        const vault = part.class === 'medical' ? 'medical' : 'personnel';
        const { byteLength } = own;
        const stored = await storeDocument({ agencyId, vault, bytes: own });
        if (!stored.ok) {
          await letGo(next);
          return `The file was not parted and waits as before: a part could not be stored (${stored.error.detail ?? stored.error.code}). Check that the disk has room, and try again.`;
        }
        next.push({
          ...file, id: newId(), sha256: stored.value.sha256, bytes: byteLength, pages: part.pages.length, vault, from: file.from === 'folder' ? 'folder' : 'parted',
          name: `${file.name.replace(/\.pdf$/i, '')} (${classWords[part.class].split(',')[0] ?? ''}).pdf`,
          madeFrom: { how: 'parted', files: [{ name: file.name, sha256: file.handedIn, bytes: file.bytes }] },
          notes: [`Parted: ${classWords[part.class]}.`],
          items: [...part.items],
        });
      }
      if (!(await change(next, [file.id]))) return 'The file was not parted and waits as before: the desk could not be written on this computer. Check that the disk has room.';
      await letGo([file]);
      return null;
    },
    [agencyId, can, newId, now, change, letGo, bytesOf],
  );
}
