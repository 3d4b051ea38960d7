/** Numbers that look random and are the same for the same seed, on every machine. */
export type Random = {
  /** From 0, up to but not 1. */
  readonly next: () => number;
  /** A whole number from 0, below `end`. */
  readonly below: (end: number) => number;
  /** True so often of one. */
  readonly chance: (share: number) => boolean;
  readonly pick: <Item>(items: readonly Item[]) => Item;
};

/** Mulberry32: small, fast, and good enough to draw names with. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
  };
}

/** Draws items by their weights: a binary search in their running sum. */
export function weighted<Item>(items: readonly Item[], weightOf: (item: Item, at: number) => number): (random: Random) => Item {
  const sums: number[] = [];
  let total = 0;
  for (const [at, item] of items.entries()) {
    total += weightOf(item, at);
    sums.push(total);
  }
  return (random) => {
    const aim = random.next() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] ?? 0) <= aim) low = middle + 1;
      else high = middle;
    }
    const item = items[low];
    if (item === undefined) throw new Error('nothing to draw from');
    return item;
  };
}

/** The items in another order. */
export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  return items.map((item) => ({ item, key: random.next() })).sort((one, other) => one.key - other.key).map(({ item }) => item);
}
