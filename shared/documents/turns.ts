import type { PageTurn } from '../model/document.ts';
import { namesPage, pagesOf, pagesText } from './page-ranges.ts';

/** Degrees clockwise. */
export type Turn = 0 | 90 | 180 | 270;

/** A sum of quarter turns, within the circle. */
export const turnedBy = (...turns: readonly Turn[]): Turn => ((((turns.reduce<number>((sum, turn) => sum + turn, 0) % 360) + 360) % 360) as Turn);

/** How far a page is turned, clockwise, besides what the file itself says. */
export const turnOf = (turns: readonly PageTurn[] | undefined, page: number): Turn =>
  turnedBy(...(turns ?? []).filter(({ pages }) => namesPage(pages, page)).map(({ degrees }) => degrees));

/** The turns of a document of so many pages after some of them were turned further: one entry a quarter, none where nothing is turned. */
export function withTurn(turns: readonly PageTurn[] | undefined, turned: readonly number[], by: Turn, pages: number): readonly PageTurn[] {
  const now = pagesOf(undefined, pages).map((page) => ({ page, turn: turnedBy(turnOf(turns, page), turned.includes(page) ? by : 0) }));
  return ([90, 180, 270] as const).flatMap((degrees) => {
    const of = now.filter(({ turn }) => turn === degrees).map(({ page }) => page);
    return of.length === 0 ? [] : [{ pages: pagesText(of), degrees }];
  });
}
