import { notifications } from '@mantine/notifications';
import { createElement, useCallback, useEffect, useRef, useState } from 'react';
import { undoWords } from '../../../session/failure-words.ts';
import { useSession } from '../../../session/session.tsx';
import { UndoToast } from './undo-toast.tsx';

/** How long, in milliseconds, the way back stands beside a decision. Later it is revised by another one. */
const offered = 12_000;

/** A decision just recorded can be taken back for a moment: by the button of its toast, or with Ctrl+Z. */
export function useUndoDecision(): { readonly canUndo: boolean; readonly undoLast: () => void; readonly recorded: (logId: string, what: string) => void } {
  const { undo } = useSession();
  const [last, setLast] = useState<{ readonly logId: string; readonly toast: string } | null>(null);
  const undoNow = useRef(undo);
  useEffect(() => {
    undoNow.current = undo;
  });

  const takeBack = useCallback(async (logId: string, toast: string): Promise<void> => {
    notifications.hide(toast);
    setLast(null);
    const done = await undoNow.current(logId, 'Taken back right after it was recorded');
    notifications.show(done.ok
      ? { message: done.value.kept.length === 0 ? 'The decision was taken back. The match is open again.' : 'Part of it was kept, because it is referred to since.', autoClose: 4000 }
      : { message: undoWords(done.error), color: 'red', autoClose: 8000 });
  }, []);

  const recorded = useCallback((logId: string, what: string): void => {
    const toast = `decision ${logId}`;
    setLast({ logId, toast });
    notifications.show({
      id: toast,
      message: createElement(UndoToast, { what, onUndo: () => void takeBack(logId, toast) }),
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
