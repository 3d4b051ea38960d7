import { useState } from 'react';
import { acknowledgementsOf } from '../../shared/agenda/acknowledgements.ts';
import type { Standing } from '../../shared/rules/standing.ts';
import { ConfirmWithReason } from '../ui/confirm-with-reason.tsx';
import { commitErrorWords } from './commit-words.ts';
import { useSession } from './session.tsx';

/** Explains a finding that nothing repairs: it leaves Today, and stays in the record and in every binder with the note beside it. */
export function NoteDialog({ opened, standing, title, name, onClose, onDone }: {
  readonly opened: boolean;
  readonly standing: Standing;
  /** The requirement's title. */
  readonly title: string;
  /** The person's name. */
  readonly name: string;
  readonly onClose: () => void;
  readonly onDone?: () => void;
}) {
  const { file, commit, now } = useSession();
  const [problem, setProblem] = useState<string | null>(null);
  const close = (): void => {
    setProblem(null);
    onClose();
  };
  const write = async (note: string): Promise<void> => {
    const changes = acknowledgementsOf(file, standing, note, now()).map((acknowledgement) => ({ kind: 'acknowledge', acknowledgement }) as const);
    const done = await commit(changes, `Explained a finding on ${title} of ${name}`);
    if (!done.ok) {
      setProblem(commitErrorWords(done.error));
      return;
    }
    close();
    onDone?.();
  };
  return (
    <ConfirmWithReason
      opened={opened}
      title={`Note on ${title}, ${name}`}
      reasonLabel="What happened, for whoever audits this"
      confirmLabel="Write the note"
      problem={problem}
      onConfirm={write}
      onClose={close}
    >
      The finding leaves Today. It stays in the record and in every binder, with this note beside it.
    </ConfirmWithReason>
  );
}
