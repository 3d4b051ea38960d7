import { Unzlib } from 'fflate';
import { fail, ok, type Result } from '../result.ts';
import { unpackFax } from './ccitt.ts';
import { mostPixels, tooManyPixels } from './png.ts';
import type { DocumentProblem } from './problem.ts';
import { tag, type Directory } from './tiff-directory.ts';
import { unpackBits, unpackLzw } from './unpack.ts';

/** How the points of a page are stored. */
export type Layout = {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly samples: number;
  readonly compression: number;
  /** The piece of the page each stretch of bytes holds: strips as wide as the page, or tiles. */
  readonly pieces: readonly { readonly left: number; readonly top: number; readonly width: number; readonly height: number; readonly from: number; readonly length: number }[];
};

const rare = (what: string): Result<never, DocumentProblem> => fail({ code: 'unsupported', what: `a TIFF ${what}` });
export const jpegPacked = 7;
const packings: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, jpegPacked, 8, 32946, 32773]);

/** One value of a tag, or what stands where it is missing. */
export const valueOf = (directory: Directory, which: number, otherwise: number): number => directory.tags.get(which)?.[0] ?? otherwise;

/** How a page is stored, with every piece inside the file. Fails as `truncated`, `damaged`, `too-large`, or `unsupported` for what no scanner writes. */
export function layoutOf(directory: Directory, fileLength: number): Result<Layout, DocumentProblem> {
  const of = (which: number, otherwise = 0): number => valueOf(directory, which, otherwise);
  const [width, height, bits, samples, compression] = [of(tag.width), of(tag.height), of(tag.bits, 1), of(tag.samples, 1), of(tag.compression, 1)];
  if (width < 1 || height < 1) return fail({ code: 'damaged' });
  if (width * height > mostPixels || width > 100_000 || height > 1_000_000) return fail(tooManyPixels);
  if (!packings.has(compression)) return rare(`of a rare packing (${compression})`);
  if (![1, 2, 4, 8, 16].includes(bits) || directory.tags.get(tag.bits)?.some((each) => each !== bits) === true || ![0, 1, 4].includes(of(tag.sampleFormat, 1))) return rare('for measurements');
  if (samples < 1 || samples > 5 || (samples > 1 && bits < 8)) return rare('of a rare kind');
  if (samples > 1 && of(tag.planar, 1) === 2) return rare('with its colors apart');
  if (of(tag.predictor, 1) > 2 || (of(tag.predictor, 1) === 2 && bits < 8)) return rare('for measurements');
  if (of(tag.fillOrder, 1) === 2 && (compression < 2 || compression > 4)) return rare('of a rare kind');
  if ((compression === 2 || compression === 3 || compression === 4) && (bits !== 1 || samples !== 1)) return fail({ code: 'damaged' });
  const tiled = directory.tags.has(tag.tileOffsets) || directory.tags.has(tag.tileWidth);
  const across = tiled ? of(tag.tileWidth) : width;
  const down = tiled ? of(tag.tileHeight) : Math.min(of(tag.rows, height) || height, height);
  if (across < 1 || down < 1 || across * down > mostPixels || (tiled && (across % 8 !== 0 || across > 2 * width + 512))) return fail({ code: 'damaged' });
  const froms = directory.tags.get(tiled ? tag.tileOffsets : tag.offsets) ?? [];
  const lengths = directory.tags.get(tiled ? tag.tileCounts : tag.counts) ?? [];
  const [columns, lines] = [Math.ceil(width / across), Math.ceil(height / down)];
  if (columns * lines > froms.length) return fail({ code: 'damaged' });
  const pieces: Layout['pieces'][number][] = [];
  for (let at = 0; at < columns * lines; at += 1) {
    const [left, top] = [(at % columns) * across, Math.floor(at / columns) * down];
    const piece = { left, top, width: across, height: tiled ? down : Math.min(down, height - top) };
    const from = froms[at] ?? 0;
    // Old scanners leave the lengths out where nothing is packed, or where there is one strip up to the end.
    const length = lengths[at] ?? (compression === 1 ? Math.ceil((piece.width * bits * samples) / 8) * piece.height : fileLength - from);
    if (from + length > fileLength) return fail({ code: 'truncated' });
    if (length === 0) return fail({ code: 'damaged' });
    pieces.push({ ...piece, from, length });
  }
  return ok({ width, height, bits, samples, compression, pieces });
}

/** A fax says more rows than it has now and then; a page with less than this share of them is damaged. */
const enough = 0.9;

/** The rows of a page, unpacked, each from a byte of its own; values of 16 bits with the high byte first. Not for pages packed as JPEG. */
export function unpackRows(bytes: Uint8Array, directory: Directory, layout: Layout): Result<Uint8Array, DocumentProblem> {
  const perPoint = layout.bits * layout.samples;
  const stride = Math.ceil((layout.width * perPoint) / 8);
  const rows = new Uint8Array(stride * layout.height);
  for (const piece of layout.pieces) {
    const pieceStride = Math.ceil((piece.width * perPoint) / 8);
    const unpacked = unpackPiece(bytes.subarray(piece.from, piece.from + piece.length), directory, layout, { ...piece, stride: pieceStride });
    if (unpacked === undefined) return fail({ code: 'damaged' });
    if (layout.bits === 16 && directory.little) swapBytes(unpacked);
    if (valueOf(directory, tag.predictor, 1) === 2) undoDifferences(unpacked, pieceStride, layout);
    const start = (piece.left * perPoint) / 8;
    const shown = Math.min(pieceStride, stride - start);
    for (let row = 0; row < piece.height && piece.top + row < layout.height; row += 1) {
      rows.set(unpacked.subarray(row * pieceStride, row * pieceStride + shown), (piece.top + row) * stride + start);
    }
  }
  return ok(rows);
}

/** `undefined` where it holds less than the piece needs. The bytes are the caller's own to change. */
function unpackPiece(packed: Uint8Array, directory: Directory, { compression }: Layout, piece: { readonly width: number; readonly height: number; readonly stride: number }): Uint8Array | undefined {
  const wanted = piece.stride * piece.height;
  switch (compression) {
    case 2:
    case 3:
    case 4: {
      const scheme = compression === 2 ? 'plain' as const : compression === 3 ? 'group3' as const : 'group4' as const;
      const fax = unpackFax(packed, { width: piece.width, rows: piece.height, scheme, mixed: (valueOf(directory, tag.fax3Options, 0) & 1) === 1, reversed: valueOf(directory, tag.fillOrder, 1) === 2 });
      return fax.rows >= piece.height * (scheme === 'group4' ? 1 : enough) ? fax.points : undefined;
    }
    case 5:
      return whole(unpackLzw(packed, wanted), wanted);
    case 32773:
      return whole(unpackBits(packed, wanted), wanted);
    case 8:
    case 32946:
      return inflated(packed, wanted);
    default:
      return packed.length < wanted ? undefined : packed.slice(0, wanted);
  }
}

const whole = (bytes: Uint8Array, wanted: number): Uint8Array | undefined => (bytes.length < wanted ? undefined : bytes);

function inflated(packed: Uint8Array, wanted: number): Uint8Array | undefined {
  const out = new Uint8Array(wanted);
  let length = 0;
  const unpack = new Unzlib((data) => {
    out.set(data.subarray(0, Math.max(0, wanted - length)), Math.min(length, wanted));
    length += data.length;
  });
  try {
    const step = 64 * 2 ** 10;
    for (let at = 0; at < packed.length && length < wanted; at += step) unpack.push(packed.subarray(at, at + step), at + step >= packed.length);
  } catch {
    return undefined;
  }
  return length < wanted ? undefined : out;
}

function swapBytes(bytes: Uint8Array): void {
  for (let at = 0; at + 1 < bytes.length; at += 2) [bytes[at], bytes[at + 1]] = [bytes[at + 1] ?? 0, bytes[at] ?? 0];
}

/** Section 14: each value is kept as its difference from the one of the point before. */
function undoDifferences(bytes: Uint8Array, stride: number, { bits, samples }: Layout): void {
  const step = (bits / 8) * samples;
  for (let row = 0; row + stride <= bytes.length; row += stride) {
    for (let at = row + step; at < row + stride; at += bits / 8) {
      if (bits === 8) {
        bytes[at] = (bytes[at] ?? 0) + (bytes[at - step] ?? 0);
      } else {
        const sum = (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)) + (((bytes[at - step] ?? 0) << 8) | (bytes[at - step + 1] ?? 0));
        bytes[at] = sum >> 8;
        bytes[at + 1] = sum;
      }
    }
  }
}
