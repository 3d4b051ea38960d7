import { judgeIdle } from './idle-clock.ts';
import type { Vault } from './vault.ts';

/** What the watch hears of the machine, so that tests can speak for it. */
export type LockSurroundings = {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Calls back every second until the function it returns is called. */
  readonly everySecond: (tick: () => void) => () => void;
  readonly onUse: (used: () => void) => void;
  readonly onSleep: (asleep: () => void) => void;
  readonly onSystemLock: (locked: () => void) => void;
  /** Tells the page how soon idleness locks; 0: no longer soon. */
  readonly warn: (seconds: number) => void;
};

/** Locks by itself: after idleness in Muster, before the machine sleeps, when the system is locked, as the agency's rules say. */
export function watchLock(vault: Pick<Vault, 'unlocked' | 'lock' | 'lockRules' | 'onLock' | 'onUnlock'>, { now, everySecond, onUse, onSleep, onSystemLock, warn }: LockSurroundings): void {
  let lastUse = now();
  let warned = false;
  let stop: (() => void) | null = null;
  const calm = (): void => {
    if (warned) warn(0);
    warned = false;
  };
  const tick = (): void => {
    const verdict = judgeIdle(vault.lockRules(), lastUse, now());
    if (verdict.kind === 'lock') vault.lock('idle');
    else if (verdict.kind === 'soon') {
      warned = true;
      warn(verdict.seconds);
    } else calm();
  };
  onUse(() => {
    lastUse = now();
    calm();
  });
  onSleep(() => {
    if (vault.lockRules().onSleep) vault.lock('sleep');
  });
  onSystemLock(() => {
    if (vault.lockRules().onSystemLock) vault.lock('system-lock');
  });
  vault.onUnlock(() => {
    lastUse = now();
    warned = false;
    stop ??= everySecond(tick);
  });
  vault.onLock(() => {
    stop?.();
    stop = null;
    warned = false;
  });
}
