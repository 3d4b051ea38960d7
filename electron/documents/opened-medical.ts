import type { LogHead } from '../../shared/ipc/vault.ts';
import type { Vault } from '../vault/vault.ts';

/** How many told entries are remembered: more than can be under way at once. */
const remembered = 1_000;

/**
 * Which entries of the log let a medical document out. An entry is good for one document, and only where this process was told of it, or is told
 * by the asking itself: from then on a log that ends before it is known to have lost something.
 */
export function openedMedical(vault: Pick<Vault, 'headSeen' | 'headWritten' | 'onHead' | 'onLock'>) {
  const told = new Map<string, string>();
  const used = new Set<string>();
  const keyOf = (agencyId: string, seq: number): string => `${agencyId} ${seq}`;
  const note = (agencyId: string, head: LogHead): void => {
    told.set(keyOf(agencyId, head.seq), head.hash);
    const [oldest] = told.keys();
    if (told.size > remembered && oldest !== undefined) told.delete(oldest);
  };
  vault.onHead(note);
  vault.onLock(() => told.clear());

  /** Whether an entry lets one document out; it is used up then. */
  return async (agencyId: string, logged: LogHead | undefined): Promise<boolean> => {
    if (logged === undefined) return false;
    const key = keyOf(agencyId, logged.seq);
    const furthest = await vault.headSeen(agencyId);
    const known = furthest !== null && logged.seq === furthest.seq ? furthest.hash : told.get(key);
    const follows = furthest === null || logged.seq > furthest.seq;
    if (used.has(key) || !(follows || known === logged.hash)) return false;
    used.add(key);
    if (follows) await vault.headWritten(agencyId, logged);
    return true;
  };
}
