import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { countOf } from '../../../shared/wording.ts';
import { undoWords } from '../../session/failure-words.ts';
import { useSession } from '../../session/session.tsx';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import { navigate } from '../../ui/navigate.ts';
import type { Done } from './use-import.ts';
import { importedWords } from './words.ts';
import styles from './import.module.css';

/** What was imported, where to go now, and the way back. */
export function DoneStep({ done, onRestart }: { readonly done: Done; readonly onRestart: () => void }) {
  const { undo, undoable } = useSession();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [undone, setUndone] = useState<string | null>(null);
  const [canUndo, setCanUndo] = useState(false);
  const { logId, plan } = done;
  useEffect(() => {
    let stale = false;
    void undoable().then((ids) => {
      if (!stale) setCanUndo(logId !== null && ids.includes(logId));
    });
    return () => {
      stale = true;
    };
  }, [undoable, logId, undone]);

  const confirm = async (reason: string): Promise<void> => {
    if (logId === null) return;
    const result = await undo(logId, reason);
    setProblem(result.ok ? null : undoWords(result.error));
    if (!result.ok) return;
    const { removed, restored, retracted, kept } = result.value;
    const parts = [
      ...(removed.length > 0 ? [`${countOf(removed.length, 'record')} removed`] : []),
      ...(restored.length > 0 ? [`${countOf(restored.length, 'record')} as before`] : []),
      ...(retracted.length > 0 ? [`${countOf(retracted.length, 'item')} retracted`] : []),
      ...(kept.length > 0 ? [`${kept.length} kept because they were used since`] : []),
    ];
    setUndone(`The import was undone: ${parts.join(', ')}.`);
    setAsking(false);
  };

  const leftOut = plan.leftOut.roster.length + plan.leftOut.evidence.length;
  const statement = undone ?? (logId === null ? done.what : `Imported ${importedWords(plan)}.`);
  return (
    <div className={styles.files}>
      <h1 className={styles.statement} role="status">{statement}</h1>
      {undone === null && logId !== null && (
        <p className={styles.lead}>
          Every requirement has been judged anew.
          {leftOut > 0 && ` ${countOf(leftOut, 'row was', 'rows were')} left out; mend them in the spreadsheet and import it again: what is here already is not added twice.`}
        </p>
      )}
      <div className={styles.doneActions}>
        <Button variant="filled" onClick={() => navigate('/matrix')}>Open the matrix</Button>
        <Button onClick={onRestart}>Import another file</Button>
        {canUndo && <Button onClick={() => setAsking(true)}>Undo this import</Button>}
      </div>
      <ConfirmWithReason opened={asking} title="Undo this import?" reasonLabel="Why is it undone?" confirmLabel="Undo the import" problem={problem} onConfirm={confirm} onClose={() => setAsking(false)}>
        What the import created goes, and what it added to comes back as it was. What was changed or referred to since is kept. To have it
        again, import the same files again.
      </ConfirmWithReason>
    </div>
  );
}
