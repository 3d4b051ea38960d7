import type { Turn } from './turns.ts';

/** How a picture has to be turned to stand upright: mirrored left to right first, then turned clockwise. */
export type Upright = { readonly mirrored: boolean; readonly turn: Turn };

/** Exif 2.32, 4.6.4, tag 0112: what each of the eight numbers asks for. */
const orientations: Readonly<Record<number, Upright>> = {
  1: { mirrored: false, turn: 0 },
  2: { mirrored: true, turn: 0 },
  3: { mirrored: false, turn: 180 },
  4: { mirrored: true, turn: 180 },
  5: { mirrored: true, turn: 270 },
  6: { mirrored: false, turn: 90 },
  7: { mirrored: true, turn: 90 },
  8: { mirrored: false, turn: 270 },
};

/** The picture stands as it is stored. */
export const asStored: Upright = { mirrored: false, turn: 0 };

/** What a number of the orientation tag asks for; numbers nobody defined ask for nothing. */
export const uprightOf = (orientation: number): Upright => orientations[orientation] ?? asStored;

/**
 * The orientation a block of Exif asks for: `bytes` begin with the head of a TIFF. One tag of the first directory is all that is
 * read; a reader of everything a camera writes is a hundred times as long, and the kept ones are under licences that do not fit.
 */
export function exifUpright(bytes: Uint8Array): Upright {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8) return asStored;
  const little = view.getUint16(0) === 0x4949;
  if (!little && view.getUint16(0) !== 0x4d4d) return asStored;
  const at = view.getUint32(4, little);
  if (at + 2 > bytes.length) return asStored;
  const entries = view.getUint16(at, little);
  for (let entry = 0; entry < entries; entry += 1) {
    const place = at + 2 + entry * 12;
    if (place + 12 > bytes.length) return asStored;
    // A short number; its value stands in the entry itself.
    if (view.getUint16(place, little) === 0x0112 && view.getUint16(place + 2, little) === 3) return uprightOf(view.getUint16(place + 8, little));
  }
  return asStored;
}
