import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { pageReturned } from '../platform/desktop.ts';
import { pageStorage } from './storage-watch.ts';

/** Once, when the page begins: asks that its storage is never removed to make room, and says so where the page was opened again after it ended by itself. */
export function PageKeeper() {
  useEffect(() => {
    void pageStorage();
    void pageReturned().then((answer) => {
      if (!answer.ok || !answer.value.returned) return;
      notifications.show({
        title: 'The screen ended and was opened again',
        message: 'Everything you recorded is there. What you were typing and had not yet saved is not: look whether it needs to be entered again.',
        autoClose: false,
      });
    });
  }, []);
  return null;
}
