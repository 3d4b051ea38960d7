import type { CivilDate } from '../civil-date.ts';
import type { Evidence } from '../model/evidence.ts';

/** An item with what became of it. */
export type HistoryEntry = {
  readonly item: Evidence;
  readonly state: 'counts' | 'corrected' | 'retracted';
  /** The item that took its place, when corrected. */
  readonly correctedBy: Evidence | null;
  /** The day it stands on in the timeline: performed, else result, issued, expiry; null when undated. */
  readonly day: CivilDate | null;
};

/** The day an item speaks of; undated items have none. */
export const dayOf = (item: Evidence): CivilDate | null =>
  item.performedOn ?? item.resultOn ?? item.issuedOn ?? item.requestedOn ?? item.expiresOn ?? null;

/** For every item, the one of its chain of corrections that counts: the newest standing one (rules 0.6.35). */
function chainWinners(own: readonly Evidence[], stands: (item: Evidence) => boolean): ReadonlyMap<string, Evidence> {
  const byId = new Map(own.map((each) => [each.id, each]));
  const rootOf = (item: Evidence): { readonly root: string; readonly depth: number } => {
    let at = item;
    let depth = 0;
    // A cycle cannot be recorded; the bound keeps a file that has one from hanging the screen.
    while (at.supersedes !== undefined && depth <= own.length) {
      const before = byId.get(at.supersedes);
      if (before === undefined) break;
      at = before;
      depth += 1;
    }
    return { root: at.id, depth };
  };
  const placed = own.map((item) => ({ item, ...rootOf(item) }));
  const newest = new Map<string, { readonly item: Evidence; readonly depth: number }>();
  for (const { item, root, depth } of placed) {
    if (!stands(item)) continue;
    const rival = newest.get(root);
    const later = rival !== undefined && (item.recordedAt === rival.item.recordedAt ? depth > rival.depth : item.recordedAt > rival.item.recordedAt);
    if (rival === undefined || later) newest.set(root, { item, depth });
  }
  return new Map(placed.flatMap(({ item, root }) => {
    const winner = newest.get(root)?.item;
    return winner === undefined ? [] : [[item.id, winner] as const];
  }));
}

/**
 * Every item of one person, corrected and retracted ones included, the newest day first (undated last). A retracted
 * correction gives its place back to what it corrected.
 * @param knownAt an ISO instant: what was recorded, corrected or retracted later is not known yet; null knows everything.
 */
export function evidenceHistory(evidence: readonly Evidence[], personId: string, knownAt: string | null = null): readonly HistoryEntry[] {
  const known = (instant: string | undefined): boolean => instant !== undefined && (knownAt === null || instant <= knownAt);
  const own = evidence.filter((each) => each.personId === personId && known(each.recordedAt));
  const retracted = (each: Evidence): boolean => known(each.retractedAt);
  const winners = chainWinners(own, (each) => !retracted(each));
  return own
    .map((item): HistoryEntry => {
      if (retracted(item)) return { item, state: 'retracted', correctedBy: null, day: dayOf(item) };
      const winner = winners.get(item.id) ?? item;
      const counts = winner.id === item.id;
      return { item, state: counts ? 'counts' : 'corrected', correctedBy: counts ? null : winner, day: dayOf(item) };
    })
    .sort((one, other) => {
      const a = one.day ?? '';
      const b = other.day ?? '';
      if (a !== b) return a < b ? 1 : -1;
      if (one.item.recordedAt !== other.item.recordedAt) return one.item.recordedAt < other.item.recordedAt ? 1 : -1;
      return one.item.id < other.item.id ? -1 : 1;
    });
}

/** The items of a person that count: neither retracted nor corrected. The newest first. */
export const standingEvidence = (evidence: readonly Evidence[], personId: string, knownAt: string | null = null): readonly Evidence[] =>
  evidenceHistory(evidence, personId, knownAt).filter((each) => each.state === 'counts').map((each) => each.item);
