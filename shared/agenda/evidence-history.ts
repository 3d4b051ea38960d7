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

/**
 * Every item of one person, corrected and retracted ones included, the newest day first (undated last). A retracted
 * correction gives its place back to what it corrected.
 * @param knownAt an ISO instant: what was recorded, corrected or retracted later is not known yet; null knows everything.
 */
export function evidenceHistory(evidence: readonly Evidence[], personId: string, knownAt: string | null = null): readonly HistoryEntry[] {
  const known = (instant: string | undefined): boolean => instant !== undefined && (knownAt === null || instant <= knownAt);
  const own = evidence.filter((each) => each.personId === personId && known(each.recordedAt));
  const retracted = (each: Evidence): boolean => known(each.retractedAt);
  const corrections = new Map<string, Evidence>();
  for (const each of own) {
    if (each.supersedes === undefined || retracted(each)) continue;
    const other = corrections.get(each.supersedes);
    // Two corrections of one item: the later recorded one speaks.
    if (other === undefined || other.recordedAt < each.recordedAt) corrections.set(each.supersedes, each);
  }
  return own
    .map((item): HistoryEntry => {
      const correctedBy = corrections.get(item.id) ?? null;
      return { item, state: retracted(item) ? 'retracted' : correctedBy === null ? 'counts' : 'corrected', correctedBy, day: dayOf(item) };
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
