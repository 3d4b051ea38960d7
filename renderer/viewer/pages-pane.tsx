import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { pagesText } from '../../shared/documents/page-ranges.ts';
import { readPages } from '../../shared/documents/read-pages.ts';
import { countOf } from '../../shared/wording.ts';
import styles from './panes.module.css';

/** Chooses the pages something rests on: by ticking their small pictures, or by typing them. */
export function PagesPane({ title, hint, pages, chosen, onChosen, confirmLabel, onConfirm, onClose }: {
  readonly title: string;
  readonly hint: string;
  readonly pages: number;
  readonly chosen: ReadonlySet<number>;
  readonly onChosen: (pages: readonly number[]) => void;
  readonly confirmLabel: string;
  /** The pages as they are recorded: undefined is all. Answers null when done, else why not. */
  readonly onConfirm: (pages: string | undefined) => Promise<string | null>;
  readonly onClose: () => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const words = chosen.size === pages ? '' : pagesText([...chosen]);
  const type = (text: string): void => {
    setTyped(text);
    const read = readPages(text, pages);
    if ('pages' in read) onChosen(read.pages);
    setProblem('problem' in read ? read.problem : null);
  };
  const confirm = async (): Promise<void> => {
    if (problem !== null) return;
    if (chosen.size === 0) {
      setProblem('Choose at least one page.');
      return;
    }
    const refused = await onConfirm(chosen.size === pages ? undefined : pagesText([...chosen]));
    setProblem(refused);
  };
  return (
    <aside className={styles.pane} aria-label={title}>
      <h3>{title}</h3>
      <p className={styles.quiet}>{hint}</p>
      <TextInput label="Pages" placeholder={`All ${pages}`} value={typed ?? words} error={problem} onChange={(event) => type(event.currentTarget.value)} onBlur={() => { if (problem === null) setTyped(null); }} />
      <p className={styles.quiet}>{`${countOf(chosen.size, 'page')} of ${pages}. Tick their small pictures, or type them: 3-5 or 1,4-6.`}</p>
      <div className={styles.acts}>
        <Button variant="filled" onClick={() => void confirm()}>{confirmLabel}</Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </aside>
  );
}
