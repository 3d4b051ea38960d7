import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Kbd } from '../ui/kbd.tsx';
import { undoWords } from './failure-words.ts';
import { useSession } from './session.tsx';
import styles from './undo-toast.module.css';

/** How long, in milliseconds, the way back stands beside what was recorded. Later it is corrected by another record. */
const offered = 12_000;

export type UndoToast = { readonly canUndo: boolean; readonly undoLast: () => void; readonly recorded: (logId: string, said: string) => void };

/** What was just recorded can be taken back for a moment: by the button of its toast, or with Ctrl+Z where the screen says so. `takenBack` is said afterwards. */
export function useUndoToast(takenBack: string): UndoToast {
  const { undo, file } = useSession();
  const [last, setLast] = useState<{ readonly logId: string; readonly toast: string } | null>(null);
  const undoNow = useRef(undo);
  const record = useRef(file);
  useEffect(() => {
    undoNow.current = undo;
    record.current = file;
  });

  const takeBack = useCallback(async (logId: string, toast: string): Promise<void> => {
    notifications.hide(toast);
    setLast(null);
    const done = await undoNow.current(logId, 'Taken back right after it was recorded');
    // What was retracted still names its document, which therefore stays: nothing a person recorded was kept.
    notifications.show(done.ok
      ? { message: done.value.kept.every((id) => (record.current.documents ?? []).some((document) => document.id === id)) ? takenBack : 'Part of it was kept, because it is referred to since.', autoClose: 4000 }
      : { message: undoWords(done.error), color: 'red', autoClose: 8000 });
  }, [takenBack]);

  const recorded = useCallback((logId: string, said: string): void => {
    const toast = `recorded ${logId}`;
    setLast({ logId, toast });
    notifications.show({
      id: toast,
      message: (
        <span className={styles.toast}>
          <span>{said}</span>
          <Button size="compact-xs" onClick={() => void takeBack(logId, toast)} rightSection={<Kbd>Ctrl Z</Kbd>}>Undo</Button>
        </span>
      ),
      autoClose: offered,
      onClose: () => setLast((now) => (now?.logId === logId ? null : now)),
    });
  }, [takeBack]);

  return {
    canUndo: last !== null,
    undoLast: () => {
      if (last !== null) void takeBack(last.logId, last.toast);
    },
    recorded,
  };
}
