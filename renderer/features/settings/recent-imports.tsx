import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { civilDateAt } from '../../../shared/civil-date.ts';
import { defaultTimeZone } from '../../../shared/model/agency.ts';
import { countOf, dateWords } from '../../../shared/wording.ts';
import type { UndoReport } from '../../db/undo-import.ts';
import { undoWords } from '../../session/failure-words.ts';
import { useSession } from '../../session/session.tsx';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import styles from './settings.module.css';

type Entry = { readonly id: string; readonly at: string; readonly what: string; readonly size: number };

/** Imports and bulk entries that can still be taken back, newest first. */
export function RecentImports() {
  const { file, undo, undoable, canRecord } = useSession();
  const [ids, setIds] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<Entry | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [report, setReport] = useState<string | null>(null);
  useEffect(() => {
    let stale = false;
    void undoable().then((found) => {
      if (!stale) setIds(found);
    });
    return () => {
      stale = true;
    };
  }, [undoable, file]);

  const known = new Set(ids);
  const entries = (file.audit ?? []).flatMap(entryOf).filter((entry) => entry.size > 1 && known.has(entry.id)).reverse();
  if (entries.length === 0 && report === null) return null;
  const confirm = async (entry: Entry, reason: string): Promise<void> => {
    const done = await undo(entry.id, reason);
    setProblem(done.ok ? null : undoWords(done.error));
    if (!done.ok) return;
    setReport(reportWords(done.value));
    setChosen(null);
  };

  return (
    <>
      <h3 className={styles.subheading}>Imports and entries for many</h3>
      {entries.length > 0 && (
        <table className={styles.table} style={{ maxWidth: 760 }}>
          <thead><tr><th scope="col">What</th><th scope="col">When</th><th scope="col"><span className="sr-only">Undo</span></th></tr></thead>
          <tbody>
            {entries.slice(0, 10).map((entry) => (
              <tr key={entry.id}>
                <th scope="row">{entry.what}</th>
                <td className={styles.quiet}>{dateWords(civilDateAt(Date.parse(entry.at), file.agency.timeZone ?? defaultTimeZone))}</td>
                <td><Button variant="subtle" disabled={!canRecord} aria-label={`Undo ${entry.what}`} onClick={() => setChosen(entry)}>Undo</Button></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p aria-live="polite" className={styles.quiet}>{report}</p>
      <ConfirmWithReason
        opened={chosen !== null}
        title="Undo this?"
        reasonLabel="Why is it undone?"
        confirmLabel="Undo it"
        problem={problem}
        onConfirm={(reason) => (chosen === null ? undefined : confirm(chosen, reason))}
        onClose={() => setChosen(null)}
      >
        {chosen?.what}. What it created goes, what it replaced comes back, and evidence it recorded for people who stay is retracted with
        your reason. What was changed or referred to since is kept. To have it again, import the same file again.
      </ConfirmWithReason>
    </>
  );
}

function entryOf(entry: Readonly<Record<string, unknown>>): readonly Entry[] {
  const { id, at, what, changes } = entry;
  if (typeof id !== 'string' || typeof at !== 'string' || typeof what !== 'string' || !Array.isArray(changes)) return [];
  return [{ id, at, what, size: changes.length }];
}

function reportWords({ removed, restored, retracted, kept }: UndoReport): string {
  const parts = [
    `${countOf(removed.length, 'record')} removed`,
    `${restored.length} restored`,
    `${countOf(retracted.length, 'item')} of evidence retracted`,
    ...(kept.length === 0 ? [] : [`${kept.length} kept because they were changed or are referred to since`]),
  ];
  return `Undone: ${parts.join(', ')}.`;
}
