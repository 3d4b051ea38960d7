import { Anchor } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import { civilDateAt } from '../../shared/civil-date.ts';
import { defaultTimeZone } from '../../shared/model/agency.ts';
import type { DocumentRecord } from '../../shared/model/document.ts';
import { dateWords } from '../../shared/wording.ts';
import { ConfirmWithReason } from '../ui/confirm-with-reason.tsx';
import { useDocumentCopy } from './use-document-copy.ts';
import { usePurge } from './use-destruction.ts';
import { useSession } from './session.tsx';

/** One document where documents are listed: a copy can be saved, a misfiled one purged; of a purged one the reason is left. `facts` stand behind its name. */
export function DocumentLine({ document, facts, quiet }: { readonly document: DocumentRecord; readonly facts: string; readonly quiet: string | undefined }) {
  const { file, canRecord } = useSession();
  const saveCopy = useDocumentCopy();
  const purge = usePurge();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (document.purgedAt !== undefined) {
    const day = civilDateAt(Date.parse(document.purgedAt), file.agency.timeZone ?? defaultTimeZone);
    return (
      <>
        <IconPaperclip size={14} stroke={1.6} aria-hidden="true" />
        <span className={quiet}>{`Document purged ${dateWords(day)}: ${document.purgedReason ?? 'no reason recorded'}`}</span>
      </>
    );
  }
  const confirm = async (reason: string): Promise<void> => {
    const refused = await purge(document, reason);
    setProblem(refused);
    if (refused === null) setAsking(false);
  };
  return (
    <>
      <IconPaperclip size={14} stroke={1.6} aria-hidden="true" />
      <Anchor component="button" type="button" size="xs" onClick={() => void saveCopy(document)}>{document.name}</Anchor>
      <span className={quiet}>{facts}</span>
      {canRecord && <Anchor component="button" type="button" size="xs" c="var(--text3)" aria-label={`Purge ${document.name}`} onClick={() => setAsking(true)}>Purge</Anchor>}
      <ConfirmWithReason
        opened={asking}
        title="Purge this document?"
        reasonLabel="Why does it not belong here?"
        confirmLabel="Purge for good"
        destructive
        problem={problem}
        onConfirm={confirm}
        onClose={() => {
          setAsking(false);
          setProblem(null);
        }}
      >
        <b>{document.name}</b> is destroyed with its key on this computer. It cannot be undone. What rests on it stays and says that it was
        purged, when and why; write the reason without what must not be read. Backups made before still hold it until they are
        rotated out, the last of them after up to 24 months.
      </ConfirmWithReason>
    </>
  );
}
