/** A record that may correct an earlier one. */
export type Correctable = { readonly id: string; readonly recordedAt: string; readonly supersedes?: string };

/**
 * The items that something newer of their chain of corrections replaces: of each chain only the newest one that stands (recorded by
 * then, not retracted by then) counts. Retracting a correction revives what it corrected (0.6.1, 0.6.35).
 */
export function replaced<Item extends Correctable>(items: readonly Item[], stands: (item: Item) => boolean): ReadonlySet<Item> {
  const corrected = new Set<string>();
  for (const item of items) if (item.supersedes !== undefined) corrected.add(item.supersedes);
  const losers = new Set<Item>();
  if (corrected.size === 0) return losers;
  // Few items are corrections or corrected; only those are looked at again.
  const chained = items.filter((item) => item.supersedes !== undefined || corrected.has(item.id));
  const byId = new Map(chained.map((item) => [item.id, item]));
  const place = (item: Item): { readonly root: string; readonly depth: number } => {
    let at = item;
    let depth = 0;
    for (;;) {
      const before = at.supersedes === undefined ? undefined : byId.get(at.supersedes);
      if (before === undefined || depth > chained.length) return { root: at.id, depth };
      at = before;
      depth += 1;
    }
  };
  const newest = new Map<string, { readonly item: Item; readonly depth: number; readonly at: number }>();
  for (const item of chained) {
    if (!stands(item)) continue;
    const { root, depth } = place(item);
    const at = Date.parse(item.recordedAt);
    const rival = newest.get(root);
    const wins = rival === undefined || at > rival.at || (at === rival.at && (depth > rival.depth || (depth === rival.depth && item.id > rival.item.id)));
    if (!wins) losers.add(item);
    else {
      if (rival !== undefined) losers.add(rival.item);
      newest.set(root, { item, depth, at });
    }
  }
  return losers;
}
