import { diffDays, type CivilDate } from '../../civil-date.ts';
import type { Evidence, EvidenceKind } from '../../model/evidence.ts';

/** How long items of a kind usually take this agency, in days from the order to the result. */
export type LeadTime = { readonly days: number; readonly items: number };

/** Fewer former items than this say nothing about the next one. */
const leastItems = 3;
/** Only the latest count: an agency changes its laboratory or its vendor. */
const latestItems = 12;

/**
 * The usual time from order to result by kind of evidence: the median of the latest items that carry both dates. Kinds of which the
 * record holds fewer than three such items are left out. From `requestedOn`, else `performedOn`, to `resultOn`, else `performedOn`.
 * @param today items dated later are plans, not experience
 */
export function leadTimes(evidence: readonly Evidence[], today: CivilDate): ReadonlyMap<EvidenceKind, LeadTime> {
  const spans = new Map<EvidenceKind, { readonly on: CivilDate; readonly days: number }[]>();
  for (const item of evidence) {
    if (item.retractedAt !== undefined) continue;
    const from = item.requestedOn ?? item.performedOn;
    const to = item.resultOn ?? (item.requestedOn === undefined ? undefined : item.performedOn);
    if (from === undefined || to === undefined || to > today || to < from) continue;
    const list = spans.get(item.kind);
    const span = { on: to, days: diffDays(from, to) };
    if (list === undefined) spans.set(item.kind, [span]);
    else list.push(span);
  }
  return new Map([...spans].flatMap(([kind, list]) => {
    if (list.length < leastItems) return [];
    const latest = [...list].sort((a, b) => (a.on < b.on ? 1 : -1)).slice(0, latestItems).map((each) => each.days).sort((a, b) => a - b);
    // Of an even number the longer of the two in the middle: an order placed a day early costs nothing.
    return [[kind, { days: latest[Math.floor(latest.length / 2)] ?? 0, items: latest.length }] as const];
  }));
}
