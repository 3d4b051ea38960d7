import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { undoWords } from '../../session/failure-words.ts';
import { useSession } from '../../session/session.tsx';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useKeys } from '../../ui/keys.ts';
import styles from './bulk.module.css';

export type Outcome = { readonly ok: true; readonly logId: string; readonly words: string } | { readonly ok: false; readonly words: string };

/** Form and people side by side, and under them what will be written before it is. */
export function BulkFrame({ children, label, why, summary, onRecord }: {
  readonly children: ReactNode;
  /** Verb and object, with the count: "Record 38 items". */
  readonly label: string;
  /** What is still open; null when it can be recorded. */
  readonly why: string | null;
  readonly summary: string;
  readonly onRecord: () => Promise<Outcome>;
}) {
  const { undo } = useSession();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [working, setWorking] = useState(false);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async (): Promise<void> => {
    if (working) return;
    setWorking(true);
    try {
      setOutcome(await onRecord());
    } finally {
      setWorking(false);
    }
  };
  useKeys('Record for many', [{ keys: 'Ctrl+Enter', does: label, inFields: true, run: () => void run() }]);
  const logId = outcome?.ok === true ? outcome.logId : null;
  const confirm = async (reason: string): Promise<void> => {
    if (logId === null) return;
    const result = await undo(logId, reason);
    setProblem(result.ok ? null : undoWords(result.error));
    if (!result.ok) return;
    setOutcome(null);
    setAsking(false);
  };

  return (
    <div className={styles.frame}>
      <div className={styles.panes}>{children}</div>
      <footer className={styles.foot}>
        <div className={styles.footText}>
          <p className={styles.summary} aria-live="polite">{summary}</p>
          <p className={styles.hint}>{why ?? 'Nothing has been written yet.'}</p>
        </div>
        {outcome !== null && (
          <p className={styles.outcome} data-ok={outcome.ok} role={outcome.ok ? 'status' : 'alert'}>
            {outcome.words}
            {logId !== null && <Button variant="subtle" onClick={() => setAsking(true)}>Undo</Button>}
          </p>
        )}
        <Button
          variant="filled"
          loading={working}
          rightSection={<><Kbd onAccent>Ctrl</Kbd><Kbd onAccent>Enter</Kbd></>}
          onClick={() => void run()}
          {...(why === null ? {} : { 'data-disabled': true, 'aria-disabled': true })}
        >
          {label}
        </Button>
      </footer>
      <ConfirmWithReason opened={asking} title="Undo this?" reasonLabel="Why is it undone?" confirmLabel="Undo it" problem={problem} onConfirm={confirm} onClose={() => setAsking(false)}>
        What was recorded is taken back: evidence stays in the history as retracted with your reason, checks are removed. To have it again, record it again.
      </ConfirmWithReason>
    </div>
  );
}
