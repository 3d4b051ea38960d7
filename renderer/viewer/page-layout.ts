import type { Degrees } from '../../shared/documents/areas.ts';
import type { PageSize } from './page-source.ts';

/** How large pages are shown: filling the width, each page whole, or so many pixels a CSS pixel of paper. */
export type Zoom = 'width' | 'page' | number;

/** CSS pixels a point. */
const pixelsAPoint = 96 / 72;
export const pageGap = 14;
export const zoomSteps = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;

/** Where every page stands in the long column of them, in CSS pixels. Index 0 is page 1. */
export type PageLayout = {
  readonly tops: readonly number[];
  readonly sizes: readonly PageSize[];
  readonly scale: number;
  readonly total: number;
  readonly across: number;
};

/** A page's size once it is turned. */
export const turnedSize = ({ width, height }: PageSize, turn: Degrees): PageSize => (turn === 90 || turn === 270 ? { width: height, height: width } : { width, height });

/** CSS pixels a point that a zoom comes to, in a window of this size, for pages of these sizes (turned already). */
export function scaleOf(zoom: Zoom, pages: readonly PageSize[], window: PageSize): number {
  if (typeof zoom === 'number') return zoom * pixelsAPoint;
  const widest = Math.max(1, ...pages.map((page) => page.width));
  const tallest = Math.max(1, ...pages.map((page) => page.height));
  const fits = Math.max(0.05, (window.width - 2 * pageGap) / widest);
  return zoom === 'width' ? fits : Math.min(fits, Math.max(0.05, (window.height - 2 * pageGap) / tallest));
}

/** Sets pages one below the other. */
export function layoutOf(pages: readonly PageSize[], scale: number): PageLayout {
  const tops: number[] = [];
  let at = pageGap;
  const sizes = pages.map(({ width, height }) => ({ width: width * scale, height: height * scale }));
  for (const { height } of sizes) {
    tops.push(at);
    at += height + pageGap;
  }
  return { tops, sizes, scale, total: at, across: Math.max(0, ...sizes.map(({ width }) => width)) + 2 * pageGap };
}

/** The page at a height of the column; the nearest one where none is. */
export function pageAt({ tops }: PageLayout, height: number): number {
  let [low, high] = [0, tops.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return Math.max(1, low + 1);
}

/** The next step of the zoom up or down from a scale. */
export function steppedZoom(scale: number, by: 1 | -1): number {
  const now = scale / pixelsAPoint;
  const further = by === 1 ? zoomSteps.find((step) => step > now * 1.02) : [...zoomSteps].reverse().find((step) => step < now * 0.98);
  return further ?? (by === 1 ? zoomSteps[zoomSteps.length - 1] ?? 1 : zoomSteps[0]);
}

/** "120 %" of a scale. */
export const zoomWords = (scale: number): string => `${Math.round((scale / pixelsAPoint) * 100)} %`;
