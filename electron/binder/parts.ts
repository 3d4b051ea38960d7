import type { DrawnPage } from './chapter-messages.ts';

/** What a page adds to the size of a file, about: its own stream, what stands round it, and its share of the document it shows. */
export function weightOf({ content, source }: DrawnPage, pagesOf: ReadonlyMap<string, number>): number {
  if (source === null) return content.length + 1_500;
  const { document, page } = source;
  if (page.show === 'left-out') return content.length + 1_500;
  // A page turned into pixels weighs about what a photograph of it does, whatever its document weighs.
  const share = page.show === 'rasterised' ? 600_000 : document.bytes / Math.max(1, pagesOf.get(document.sha256) ?? 1);
  return content.length + 2_000 + share;
}

/** Where a binder may be cut: before a page that begins an exhibit or is none. */
const mayCut = (page: DrawnPage): boolean => page.head.stamp === null || page.head.stamp.page === 1;

/**
 * Cuts pages into parts no heavier than `limit`, in order, between exhibits; an exhibit heavier than that alone is cut between its pages. A single page
 * beyond the limit is a part of its own: it cannot be made lighter.
 * @param limit what pages may weigh in a part, with what every part has besides already taken off
 * @returns first page of each part, from 0
 */
export function partsOf(pages: readonly DrawnPage[], limit: number): readonly number[] {
  const shown = new Map<string, number>();
  for (const { source } of pages) if (source !== null) shown.set(source.document.sha256, (shown.get(source.document.sha256) ?? 0) + 1);
  const starts: number[] = [0];
  let weight = 0;
  // Pages since the last place where the binder may be cut: they stay together if they can.
  let held = { at: 0, weight: 0 };
  pages.forEach((page, index) => {
    const own = weightOf(page, shown);
    if (mayCut(page)) held = { at: index, weight: 0 };
    if (weight + own > limit && index > (starts.at(-1) ?? 0)) {
      const together = held.at > (starts.at(-1) ?? 0) && held.weight + own <= limit;
      starts.push(together ? held.at : index);
      weight = together ? held.weight : 0;
    }
    weight += own;
    held = { at: held.at, weight: held.weight + own };
  });
  return starts;
}
