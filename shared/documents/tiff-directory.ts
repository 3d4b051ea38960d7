import { fail, ok, type Result } from '../result.ts';
import type { DocumentProblem } from './problem.ts';

/** One page of a TIFF as its directory says: tags by number, each a list of whole numbers (fractions for resolutions). */
export type Directory = { readonly little: boolean; readonly tags: ReadonlyMap<number, readonly number[]> };

/** A scanned file of more pages is split before it is filed. */
export const mostPages = 5_000;
/** Strips or tiles of one page; a page of a million rows has no more. */
const mostValues = 1_000_000;

/** Tags that say how the points of a page are stored (TIFF 6.0). Others are left alone. */
export const tag = {
  subfile: 254, width: 256, height: 257, bits: 258, compression: 259, photometric: 262, fillOrder: 266, offsets: 273, orientation: 274, samples: 277, rows: 278,
  counts: 279, xResolution: 282, yResolution: 283, planar: 284, fax3Options: 292, unit: 296, predictor: 317, palette: 320, tileWidth: 322, tileHeight: 323,
  tileOffsets: 324, tileCounts: 325, extraSamples: 338, sampleFormat: 339, jpegTables: 347, subsampling: 530,
} as const;

const wanted: ReadonlySet<number> = new Set(Object.values(tag));
/** Bytes of a value by its type: byte, text, short, long, fraction, signed byte, undefined, signed short, signed long, signed fraction. */
const sizes: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8 };

/**
 * The directories of a TIFF, one a page; reduced copies of a page are left out. Fails as `unsupported` (BigTIFF), `truncated` where
 * one lies behind the end, `damaged` where they run in a circle, `no-pages`, `too-large`.
 */
export function readDirectories(bytes: Uint8Array): Result<readonly Directory[], DocumentProblem> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8) return fail({ code: 'truncated' });
  const little = view.getUint16(0) === 0x4949;
  if (view.getUint16(2, little) === 43) return fail({ code: 'unsupported', what: 'a BigTIFF' });
  if ((!little && view.getUint16(0) !== 0x4d4d) || view.getUint16(2, little) !== 42) return fail({ code: 'damaged' });
  const directories: Directory[] = [];
  const seen = new Set<number>();
  for (let at = view.getUint32(4, little); at !== 0;) {
    if (seen.has(at)) return fail({ code: 'damaged' });
    seen.add(at);
    if (seen.size > mostPages) return fail({ code: 'too-large', limit: { pages: mostPages } });
    if (at + 2 > bytes.length) return fail({ code: 'truncated' });
    const entries = view.getUint16(at, little);
    const next = at + 2 + entries * 12;
    if (next + 4 > bytes.length) return fail({ code: 'truncated' });
    const tags = new Map<number, readonly number[]>();
    for (let entry = 0; entry < entries; entry += 1) {
      const place = at + 2 + entry * 12;
      const number = view.getUint16(place, little);
      if (!wanted.has(number)) continue;
      const values = valuesAt(view, place, little);
      if (!values.ok) return values;
      tags.set(number, values.value);
    }
    // A picture of its own, or a page of several; 1 is a reduced copy, 4 a mask.
    if (((tags.get(tag.subfile)?.[0] ?? 0) & 5) === 0) directories.push({ little, tags });
    at = view.getUint32(next, little);
  }
  return directories.length === 0 ? fail({ code: 'no-pages' }) : ok(directories);
}

function valuesAt(view: DataView, entry: number, little: boolean): Result<readonly number[], DocumentProblem> {
  const [type, count] = [view.getUint16(entry + 2, little), view.getUint32(entry + 4, little)];
  const size = sizes[type];
  if (size === undefined) return ok([]);
  if (count > mostValues) return fail({ code: 'damaged' });
  const from = size * count <= 4 ? entry + 8 : view.getUint32(entry + 8, little);
  if (from + size * count > view.byteLength) return fail({ code: 'truncated' });
  return ok(Array.from({ length: count }, (_each, at) => valueAt(view, from + at * size, type, little)));
}

function valueAt(view: DataView, at: number, type: number, little: boolean): number {
  switch (type) {
    case 3:
    case 8:
      return view.getUint16(at, little);
    case 4:
    case 9:
      return view.getUint32(at, little);
    case 5:
    case 10:
      return view.getUint32(at, little) / Math.max(1, view.getUint32(at + 4, little));
    default:
      return view.getUint8(at);
  }
}
