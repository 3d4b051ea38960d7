import { fail, ok, type Result } from '../result.ts';
import { isAt } from './bytes.ts';
import { asStored, exifUpright, type Upright } from './exif.ts';
import type { DocumentProblem } from './problem.ts';

/** A picture as it is stored, in pixels, and how it stands upright. */
export type Measured = { readonly width: number; readonly height: number; readonly upright: Upright };

/** What a JPEG says of itself. `colours`: 1 grey, 3 colour, 4 the inks of print. `end` is the place behind its last marker. */
export type Jpeg = Measured & { readonly colours: number; readonly bits: number; readonly end: number };

const unsupported = (what: string): Result<never, DocumentProblem> => fail({ code: 'unsupported', what });

/**
 * Walks a JPEG from its first marker to its last. `truncated` where the last is missing, `damaged` where what is there makes no
 * picture, `unsupported` for the rare kinds no PDF reader shows (lossless, arithmetic coding, 12 bits). A thumbnail within is skipped.
 * Source: ITU-T T.81, annex B.
 */
export function readJpeg(bytes: Uint8Array): Result<Jpeg, DocumentProblem> {
  const two = (at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  if (two(0) !== 0xffd8) return fail({ code: 'damaged' });
  let frame: Pick<Jpeg, 'width' | 'height' | 'colours' | 'bits'> | undefined;
  let upright = asStored;
  let scans = 0;
  let at = 2;
  for (;;) {
    if (at + 1 >= bytes.length) return fail({ code: 'truncated' });
    if (bytes[at] !== 0xff) return fail({ code: 'damaged' });
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    at += 2;
    if (marker === 0xd9) break;
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) continue;
    const length = two(at);
    if (at + 2 > bytes.length || at + length > bytes.length) return fail({ code: 'truncated' });
    if (length < 2) return fail({ code: 'damaged' });
    if (marker === 0xe1 && isAt(bytes, at + 2, 'Exif\0\0')) upright = exifUpright(bytes.subarray(at + 8, at + length));
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) {
      if (marker > 0xc2) return unsupported(marker === 0xc3 ? 'a lossless JPEG' : 'a JPEG of a rare kind');
      frame = { bits: bytes[at + 2] ?? 0, height: two(at + 3), width: two(at + 5), colours: bytes[at + 7] ?? 0 };
      if (frame.bits !== 8) return unsupported(`a JPEG of ${frame.bits} bits`);
    }
    at += length;
    if (marker === 0xda) {
      scans += 1;
      at = endOfScan(bytes, at);
    }
  }
  if (frame === undefined || scans === 0 || frame.width === 0 || frame.height === 0 || ![1, 3, 4].includes(frame.colours)) return fail({ code: 'damaged' });
  return ok({ ...frame, upright, end: at });
}

/** The place of the first marker behind compressed data: a stuffed zero and the restart markers belong to it. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length) {
    const found = bytes.indexOf(0xff, at);
    if (found < 0) return bytes.length;
    const next = bytes[found + 1];
    if (next === undefined) return bytes.length;
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return found;
    at = found + 2;
  }
  return bytes.length;
}
