import type { Page } from '@playwright/test';

export type Scrolled = { readonly frames: number; readonly blank: number; readonly slowest: number; readonly median: number; readonly over: number };

type Sampling = { stop: boolean; readonly gaps: number[]; blank: number; last: number };
declare global {
  var musterScroll: Sampling | undefined;
}

/**
 * Turns the wheel over the matrix and looks at every frame on the way. A frame is blank when at one of the heights at which
 * a line should be there is none.
 */
export async function scrollMatrix(page: Page, steps: number, pixels: number): Promise<Scrolled> {
  const grid = page.getByRole('grid');
  await grid.evaluate((scroller) => {
    scroller.scrollTop = 0;
  });
  const box = await grid.boundingBox();
  if (box === null) throw new Error('The matrix is not on the screen.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await grid.evaluate((scroller) => {
    const sampling: Sampling = { stop: false, gaps: [], blank: 0, last: performance.now() };
    globalThis.musterScroll = sampling;
    const heads = 72;
    const frame = (now: number): void => {
      if (sampling.stop) return;
      sampling.gaps.push(now - sampling.last);
      sampling.last = now;
      const frameBox = scroller.getBoundingClientRect();
      const lines = [...scroller.querySelectorAll('[data-row]')].map((line) => line.getBoundingClientRect());
      const top = Math.min(...lines.map((line) => line.top));
      const bottom = Math.max(...lines.map((line) => line.bottom));
      const covered = lines.reduce((sum, line) => sum + line.height, 0) >= bottom - top - 1;
      const end = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2;
      if (!covered || top > frameBox.top + heads || (!end && bottom < frameBox.top + scroller.clientHeight)) sampling.blank += 1;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame((now) => {
      sampling.last = now;
      requestAnimationFrame(frame);
    });
  });
  for (let step = 0; step < steps; step += 1) await page.mouse.wheel(0, pixels);
  return page.evaluate(async () => {
    // Two frames more, so that the last step is seen too.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const sampling = globalThis.musterScroll;
    if (sampling === undefined) throw new Error('Nothing was sampled.');
    sampling.stop = true;
    const sorted = [...sampling.gaps].sort((one, two) => one - two);
    return {
      frames: sorted.length,
      blank: sampling.blank,
      slowest: sorted.at(-1) ?? 0,
      median: sorted[Math.floor(sorted.length / 2)] ?? 0,
      over: sorted.filter((gap) => gap > 34).length,
    };
  });
}
