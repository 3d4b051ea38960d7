import { newCanvas, type Canvas } from './canvas.ts';
import type { Faces } from './faces.ts';
import { sheets, type Sheet } from './ink.ts';
import type { PagePlan } from './page-plan.ts';
import type { Paper } from '../report/binder-job.ts';

/** Pages filled from top to bottom with blocks whose heights are known; a block is never split. */
export type Flow = {
  readonly sheet: Sheet;
  /** The page being filled. */
  readonly page: () => Canvas;
  /** Makes sure so many points are left on the page, beginning another where they are not; returns the top of the block. */
  readonly take: (height: number, keepWithNext?: number) => number;
  /** How far the page is filled. */
  readonly y: () => number;
  readonly finish: () => readonly PagePlan[];
};

/** @param head draws what every page begins with (`index` 0 is the first page) and returns where the body goes on */
export function newFlow(faces: Faces, paper: Paper, head: (canvas: Canvas, index: number) => number): Flow {
  const sheet = sheets[paper];
  const pages: Canvas[] = [newCanvas(faces)];
  let current = pages[0] ?? newCanvas(faces);
  let y = head(current, 0);
  return {
    sheet,
    page: () => current,
    take: (height, keepWithNext = 0) => {
      // A block higher than a page stays on the page it begins: rows are capped below that height when they are measured.
      if (y + height + keepWithNext > sheet.bodyBottom) {
        current = newCanvas(faces);
        pages.push(current);
        y = head(current, pages.length - 1);
      }
      const top = y;
      y += height;
      return top;
    },
    y: () => y,
    finish: () => pages.map((page) => page.finish()),
  };
}
