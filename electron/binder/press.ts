import type { Press, Stack } from './assemble.ts';
import type { Drawn } from './chapter-messages.ts';
import { installedFaces } from './font-files.ts';
import { joinUse, type GlyphUse } from './painter.ts';
import { exhibitFrame } from '../../shared/pdf/exhibit-pages.ts';
import type { Faces } from '../../shared/pdf/faces.ts';
import type { PrintFacts } from '../../shared/pdf/frame.ts';
import { sheets } from '../../shared/pdf/ink.ts';

let opened: Faces | null = null;
/** The faces as this thread has opened them: what one page laid out the next need not. */
export const facesHere = (): Faces => (opened ??= installedFaces());

/** The share of its size a Letter page has in the frame: nothing is shown larger, so that sizes can be compared. */
const exhibitScale = 0.783;

export function pressFor(print: PrintFacts): Press {
  const { x, y, width, height } = exhibitFrame[print.paper];
  return { faces: facesHere(), print, frame: { x, y: sheets[print.paper].height - y - height, width, height }, scale: exhibitScale };
}

/** Stretches one behind the other, from page 1. */
export function stackOf(drawn: readonly Drawn[]): Stack {
  const use: GlyphUse = {};
  for (const each of drawn) joinUse(use, each.use);
  const pages = drawn.flatMap((each) => each.pages);
  const numbers = new Map(pages.flatMap((page, index) => page.places.map(({ name }) => [name, index + 1] as const)));
  return { pages, first: 1, total: pages.length, part: null, pageOf: (place) => numbers.get(place) ?? null, bookmarks: drawn.flatMap(({ bookmarks }) => bookmarks), use };
}
