import { app, powerMonitor } from 'electron';
import { tell } from '../ipc.ts';
import { currentPage } from '../window.ts';
import { watchLock } from './lock-watch.ts';
import type { Vault } from './vault.ts';

/** Watches this machine for its reasons to lock, and tells the page when the keys are gone. */
export function lockWithTheMachine(vault: Vault): void {
  watchLock(vault, {
    now: Date.now,
    everySecond: (tick) => {
      const timer = setInterval(tick, 1_000);
      return () => clearInterval(timer);
    },
    // Every key and every movement of the mouse that reaches a page of Muster.
    onUse: (used) => {
      app.on('web-contents-created', (_event, contents) => {
        contents.on('input-event', used);
      });
    },
    onSleep: (asleep) => powerMonitor.on('suspend', asleep),
    onSystemLock: (locked) => powerMonitor.on('lock-screen', locked),
    warn: (seconds) => {
      const page = currentPage();
      if (page !== null) tell(page, 'lock-soon', { seconds });
    },
  });
  // A page that begins anew, breaks or goes has lost its keys; the main process must not keep them for whoever comes next.
  const gone = (): void => vault.lock('page-gone');
  app.on('web-contents-created', (_event, contents) => {
    contents.on('did-navigate', gone);
    contents.on('render-process-gone', gone);
    contents.on('destroyed', gone);
  });
  vault.onLock((why) => {
    const page = currentPage();
    if (page !== null) tell(page, 'locked', { why });
  });
}
