import { fail, ok, type Result } from '../result.ts';
import type { Upright } from './exif.ts';
import { readJpeg, type Measured } from './jpeg.ts';
import { mostPixels, readPng, tooManyPixels } from './png.ts';
import type { DocumentKind, DocumentProblem } from './problem.ts';
import { tiffPages, type TiffPage } from './tiff.ts';
import { turnedBy, type Turn } from './turns.ts';

/**
 * One page of a picture file as bytes that pdf-lib embeds and Chromium shows. `width` and `height` are in points as stored, before
 * `upright` turns them; `stretch` is how much taller than wide a point is. Where `type` is `jpg` and the file itself is a JPEG,
 * `bytes` are the file's own.
 */
export type Picture = TiffPage;

/** A page, from 1, of a JPEG, PNG or TIFF. Fails as `examine` would. */
export function pictureOf(bytes: Uint8Array, kind: Exclude<DocumentKind, 'pdf' | 'kept'>, page = 1): Result<Picture, DocumentProblem> {
  if (kind === 'tiff') {
    const open = tiffPages(bytes);
    return open.ok ? open.value.page(page) : open;
  }
  const read: Result<Measured, DocumentProblem> = kind === 'jpeg' ? readJpeg(bytes) : readPng(bytes);
  if (!read.ok) return read;
  const { width, height, upright } = read.value;
  if (width * height > mostPixels) return fail(tooManyPixels);
  return ok({ type: kind === 'jpeg' ? 'jpg' : 'png', bytes, width, height, upright, stretch: 1 });
}

type Size = { readonly width: number; readonly height: number };
type Box = Size & { readonly left: number; readonly bottom: number };
/** As PDF writes them: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** How the picture is turned clockwise and mirrored once a person turned it further. */
const turnedFurther = ({ mirrored, turn }: Upright, further: Turn): Upright => ({ mirrored, turn: turnedBy(turn, further) });

/** How large a picture is once it stands upright, and is turned further; in its own points, the stretched side counted longer. */
export function uprightSize(picture: Pick<Picture, 'width' | 'height' | 'upright' | 'stretch'>, further: Turn = 0): Size {
  const [width, height] = [picture.width, picture.height * picture.stretch];
  return turnedFurther(picture.upright, further).turn % 180 === 0 ? { width, height } : { width: height, height: width };
}

/**
 * The matrix that puts a picture upright into a box, filling it: what stands between `q` and `Do`. PDF draws a picture into the
 * square from 0,0 to 1,1, its first row at the top.
 */
export function uprightMatrix({ upright }: Pick<Picture, 'upright'>, { left, bottom, width, height }: Box, further: Turn = 0): Matrix {
  const { mirrored, turn } = turnedFurther(upright, further);
  // Where the corners of the square come to lie: its origin, and how far its two sides go.
  const corners: Readonly<Record<Turn, Matrix>> = {
    0: [width, 0, 0, height, left, bottom],
    90: [0, -height, width, 0, left, bottom + height],
    180: [-width, 0, 0, -height, left + width, bottom + height],
    270: [0, height, -width, 0, left + width, bottom],
  };
  const [a, b, c, d, e, f] = corners[turn];
  return mirrored ? [-a, -b, c, d, e + a, f + b] : [a, b, c, d, e, f];
}
