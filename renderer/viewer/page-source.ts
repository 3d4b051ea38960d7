import type { Degrees } from '../../shared/documents/areas.ts';
import type { TextBox } from '../../shared/documents/text-marks.ts';

/** Points of 1/72 inch, as the file shows the page. */
export type PageSize = { readonly width: number; readonly height: number };

/** A run of text of a page: its box, which way it runs (degrees clockwise), and how high its letters are in points. */
export type PageText = TextBox & { readonly angle: number; readonly letters: number; readonly length: number };

/** The pages of one open document, whatever it is kept as. Pages count from 1. */
export type PageSource = {
  readonly pages: number;
  readonly sizeOf: (page: number) => Promise<PageSize>;
  /** Paints a page into a canvas, which gets the size it takes: `scale` device pixels a point, turned clockwise. Rejects once the signal says stop. */
  readonly paint: (page: number, canvas: HTMLCanvasElement, look: { readonly scale: number; readonly turn: Degrees }, signal: AbortSignal) => Promise<void>;
  /** The text of a page; empty where it is a picture. */
  readonly textOf: (page: number) => Promise<readonly PageText[]>;
  /** Frees everything. The source is of no use afterwards. */
  readonly close: () => void;
};

/** What one canvas may hold, in pixels: beyond it a page is painted coarser, rather than not at all. */
export const mostPixels = 24_000_000;

/** The scale a page is painted at: as asked, or the finest its canvas can hold. */
export const paintedScale = ({ width, height }: PageSize, scale: number): number => Math.min(scale, Math.sqrt(mostPixels / (width * height)));
