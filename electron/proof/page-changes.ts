/** One difference between the pages as sealed and as they are; both counted from 0. */
export type PageChange =
  | { readonly kind: 'changed'; readonly sealed: number; readonly now: number }
  | { readonly kind: 'moved'; readonly sealed: number; readonly now: number }
  | { readonly kind: 'missing'; readonly sealed: number }
  | { readonly kind: 'added'; readonly now: number }
  | { readonly kind: 'copied'; readonly sealed: number; readonly now: number };

/** `sealedAt`: for every page there is now, which it was; null for one that was added. */
export type PageComparison = { readonly changes: readonly PageChange[]; readonly sealedAt: readonly (number | null)[] };

/** Compares pages by their digests: the reading with the fewest differences, so that one page taken out is not told as every later page moved. */
export function comparePages(sealed: readonly string[], now: readonly string[]): PageComparison {
  const inOrder = compareBy(anchorsInOrder(sealed, now), sealed, now);
  if (sealed.length !== now.length) return inOrder;
  const inPlace = compareBy(new Map(now.flatMap((digest, at) => (digest === sealed[at] ? [[at, at] as const] : []))), sealed, now);
  return inPlace.changes.length <= inOrder.changes.length ? inPlace : inOrder;
}

/** The longest run of pages that are as sealed and in their order, however many were put between or taken out: from where they are to where they were. */
function anchorsInOrder(sealed: readonly string[], now: readonly string[]): ReadonlyMap<number, number> {
  const places = new Map<string, number[]>();
  sealed.forEach((digest, at) => places.set(digest, [...(places.get(digest) ?? []), at]));
  // Longest increasing subsequence; of equal digests the later places come first, so that a page is used once.
  type Link = { readonly now: number; readonly sealed: number; readonly before: Link | null };
  const ends: Link[] = [];
  now.forEach((digest, at) => {
    for (const place of [...(places.get(digest) ?? [])].reverse()) {
      let low = 0;
      let high = ends.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((ends[middle]?.sealed ?? 0) < place) low = middle + 1;
        else high = middle;
      }
      ends[low] = { now: at, sealed: place, before: ends[low - 1] ?? null };
    }
  });
  const anchors = new Map<number, number>();
  for (let link = ends.at(-1) ?? null; link !== null; link = link.before) {
    // Of a page and its repetition the first is the page.
    let first = link.now;
    while (first - 1 > (link.before?.now ?? -1) && now[first - 1] === now[link.now]) first -= 1;
    anchors.set(first, link.sealed);
  }
  return anchors;
}

function compareBy(anchors: ReadonlyMap<number, number>, sealed: readonly string[], now: readonly string[]): PageComparison {
  const changes: PageChange[] = [];
  const sealedAt: (number | null)[] = now.map((_, at) => anchors.get(at) ?? null);
  const left = new Map<string, number[]>();
  const taken = new Set(anchors.values());
  sealed.forEach((digest, at) => {
    if (!taken.has(at)) left.set(digest, [...(left.get(digest) ?? []), at]);
  });
  now.forEach((digest, at) => {
    const from = sealedAt[at] === null ? left.get(digest)?.shift() : undefined;
    if (from === undefined) return;
    sealedAt[at] = from;
    taken.add(from);
    changes.push({ kind: 'moved', sealed: from, now: at });
  });
  const copies = new Map(sealed.map((digest, at) => [digest, at] as const));
  let now0 = 0;
  let sealed0 = 0;
  for (const [nowEnd, sealedEnd] of [...[...anchors].sort(([one], [other]) => one - other), [now.length, sealed.length] as const]) {
    // What is left on both sides between two pages that are in their order is the same page, changed.
    const gone: number[] = [];
    for (let place = sealed0; place < sealedEnd; place += 1) if (!taken.has(place)) gone.push(place);
    for (let at = now0; at < nowEnd; at += 1) {
      if (sealedAt[at] !== null) continue;
      const copied = copies.get(now[at] ?? '');
      const was = copied === undefined ? gone.shift() : undefined;
      if (copied !== undefined) changes.push({ kind: 'copied', sealed: copied, now: at });
      else if (was === undefined) changes.push({ kind: 'added', now: at });
      else {
        changes.push({ kind: 'changed', sealed: was, now: at });
        sealedAt[at] = was;
      }
    }
    changes.push(...gone.map((place) => ({ kind: 'missing' as const, sealed: place })));
    now0 = nowEnd + 1;
    sealed0 = sealedEnd + 1;
  }
  return { changes: changes.sort((one, other) => placeOf(one) - placeOf(other)), sealedAt };
}

const placeOf = (change: PageChange): number => ('sealed' in change ? change.sealed : change.now);
