import type { LockRules } from '../../shared/ipc/vault.ts';

/** How long before the lock the page is told, in seconds. */
export const warningSeconds = 60;

/** What idleness asks for now. */
export type IdleVerdict = { readonly kind: 'nothing' } | { readonly kind: 'soon'; readonly seconds: number } | { readonly kind: 'lock' };

/** Judges idleness: `lastUse` and `now` in milliseconds. A clock set back counts as no time passed. */
export function judgeIdle({ idleMinutes }: Pick<LockRules, 'idleMinutes'>, lastUse: number, now: number): IdleVerdict {
  if (idleMinutes === 0) return { kind: 'nothing' };
  const left = idleMinutes * 60 - Math.max(0, now - lastUse) / 1000;
  if (left <= 0) return { kind: 'lock' };
  return left <= warningSeconds ? { kind: 'soon', seconds: Math.ceil(left) } : { kind: 'nothing' };
}
