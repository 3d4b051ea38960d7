import type { Press, Stack } from './assemble.ts';
import type { Drawn } from './chapter-messages.ts';
import { installedFaces } from './font-files.ts';
import { joinUse, type GlyphUse } from './painter.ts';
import type { Faces } from '../../shared/pdf/faces.ts';
import type { PrintFacts } from '../../shared/pdf/frame.ts';

let opened: Faces | null = null;
/** The faces as this thread has opened them: what one page laid out the next need not. */
export const facesHere = (): Faces => (opened ??= installedFaces());

/** The frame in which documents are shown (points, origin at the lower left), and the share of its size a Letter page has in it. */
const exhibitFrame = { letter: { x: 78.5, y: 90, width: 479, height: 620 }, a4: { x: 72.5, y: 90, width: 479, height: 669 } } as const;
const exhibitScale = 0.783;

export const pressFor = (print: PrintFacts): Press => ({ faces: facesHere(), print, frame: exhibitFrame[print.paper], scale: exhibitScale });

/** Stretches one behind the other, from page 1. */
export function stackOf(drawn: readonly Drawn[]): Stack {
  const use: GlyphUse = {};
  for (const each of drawn) joinUse(use, each.use);
  const pages = drawn.flatMap((each) => each.pages);
  const numbers = new Map(pages.flatMap((page, index) => page.places.map(({ name }) => [name, index + 1] as const)));
  return { pages, first: 1, total: pages.length, part: null, pageOf: (place) => numbers.get(place) ?? null, bookmarks: drawn.flatMap(({ bookmarks }) => bookmarks), use };
}
