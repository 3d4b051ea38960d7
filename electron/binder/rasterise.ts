import { encode } from 'jpeg-js';
import type { Area } from '../../shared/documents/areas.ts';
import type { LookedAt } from './pdfium.ts';

/** A page turned into a picture; `points` is the size it is shown at. */
export type PagePicture = { readonly jpeg: Uint8Array; readonly points: { readonly width: number; readonly height: number } };

const dotsPerInch = 200;
const quality = 82;

/**
 * A page as a JPEG with areas painted black in its pixels, before anything is packed: what stood there is nowhere in the picture.
 * @param areas shares of the page as the file shows it
 */
export function pictureOfPage(document: LookedAt, page: number, areas: readonly Area[]): PagePicture {
  const { width, height, rgba, points } = document.pixels(page, dotsPerInch, areas);
  const { data } = encode({ width, height, data: rgba }, quality);
  return { jpeg: new Uint8Array(data), points };
}
