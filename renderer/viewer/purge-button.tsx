import { Anchor } from '@mantine/core';
import { useState } from 'react';
import type { DocumentRecord } from '../../shared/model/document.ts';
import { useSession } from '../session/session.tsx';
import { usePurge } from '../session/use-destruction.ts';
import { ConfirmWithReason } from '../ui/confirm-with-reason.tsx';

/** Destroys a misfiled document, after asking why. Nothing where nothing can be recorded. `shown`: what the document is called here. */
export function PurgeButton({ document, shown = document.name }: { readonly document: DocumentRecord; readonly shown?: string }) {
  const { canRecord } = useSession();
  const purge = usePurge();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const confirm = async (reason: string): Promise<void> => {
    const refused = await purge(document, reason);
    setProblem(refused);
    if (refused === null) setAsking(false);
  };
  if (!canRecord) return null;
  return (
    <>
      <Anchor component="button" type="button" size="xs" c="var(--text3)" aria-label={`Purge ${shown}`} onClick={() => setAsking(true)}>Purge</Anchor>
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
        <b>{shown}</b> is destroyed with its key on this computer. It cannot be undone. What rests on it stays and says that it was
        purged, when and why; write the reason without what must not be read. Backups made before still hold it until they are
        rotated out, the last of them after up to 24 months.
      </ConfirmWithReason>
    </>
  );
}
