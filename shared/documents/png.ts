import { Unzlib, zlibSync } from 'fflate';
import { fail, ok, type Result } from '../result.ts';
import { isAt, joined, latin } from './bytes.ts';
import { asStored, exifUpright } from './exif.ts';
import type { Measured } from './jpeg.ts';
import type { DocumentProblem } from './problem.ts';

/** More points than this on one page would take gigabytes to open. */
export const mostPixels = 200_000_000;
export const tooManyPixels: DocumentProblem = { code: 'too-large', limit: { megapixels: mostPixels / 1_000_000 } };

const head = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
/** How many values a point has, by colour type; the types that are none are missing. */
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const depths: Readonly<Record<number, readonly number[]>> = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] };

/** Walks a PNG: every piece is whole and as its checksum says, and its rows unpack to the size it states. Source: W3C PNG, second edition. */
export function readPng(bytes: Uint8Array): Result<Measured, DocumentProblem> {
  if (!isAt(bytes, 0, head)) return fail({ code: 'damaged' });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size: { readonly width: number; readonly height: number; readonly bits: number; readonly interlaced: boolean } | undefined;
  let upright = asStored;
  const data: Uint8Array[] = [];
  let [at, palette, isIndexed] = [8, false, false];
  for (;;) {
    if (at + 12 > bytes.length) return fail({ code: 'truncated' });
    const length = view.getUint32(at);
    if (at + 12 + length > bytes.length) return fail({ code: 'truncated' });
    const type = latin(bytes, at + 4, at + 8);
    if (view.getUint32(at + 8 + length) !== crc32(bytes.subarray(at + 4, at + 8 + length))) return fail({ code: 'damaged' });
    const chunk = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      const [depth = 0, colour = 0] = [chunk[8], chunk[9]];
      if (length !== 13 || size !== undefined || depths[colour]?.includes(depth) !== true || (chunk[12] ?? 2) > 1) return fail({ code: 'damaged' });
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12), bits: depth * (channels[colour] ?? 0), interlaced: chunk[12] === 1 };
      isIndexed = colour === 3;
      if (size.width === 0 || size.height === 0) return fail({ code: 'damaged' });
      if (size.width * size.height > mostPixels) return fail(tooManyPixels);
    } else if (type === 'PLTE') palette = true;
    else if (type === 'eXIf') upright = exifUpright(chunk);
    else if (type === 'IDAT') data.push(chunk);
    at += 12 + length;
    if (type === 'IEND') break;
  }
  if (size === undefined || (isIndexed && !palette)) return fail({ code: 'damaged' });
  return unpacksTo(data, bytesOf(size)) ? ok({ width: size.width, height: size.height, upright }) : fail({ code: 'damaged' });
}

/** What the rows come to, each with the byte that says how it is filtered; interlaced, in seven passes. */
function bytesOf({ width, height, bits, interlaced }: { readonly width: number; readonly height: number; readonly bits: number; readonly interlaced: boolean }): number {
  const passes = interlaced ? [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]] : [[0, 0, 1, 1]];
  return passes.reduce((sum, [left = 0, top = 0, across = 1, down = 1]) => {
    const [columns, rows] = [Math.ceil((width - left) / across), Math.ceil((height - top) / down)];
    return columns <= 0 || rows <= 0 ? sum : sum + rows * (1 + Math.ceil((columns * bits) / 8));
  }, 0);
}

function unpacksTo(packed: readonly Uint8Array[], wanted: number): boolean {
  let length = 0;
  const unpack = new Unzlib((data) => {
    length += data.length;
  });
  try {
    const step = 64 * 2 ** 10;
    for (const [each, data] of packed.entries()) {
      for (let at = 0; at < data.length && length < wanted; at += step) unpack.push(data.subarray(at, at + step), each === packed.length - 1 && at + step >= data.length);
    }
  } catch {
    return false;
  }
  return length >= wanted;
}

let table: Uint32Array | undefined;

function crc32(bytes: Uint8Array): number {
  table ??= Uint32Array.from({ length: 256 }, (_each, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
  });
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Rows of points as a PNG. `rows` has them one after the other, `bits` 1 or 8 a value and each row filled up to a byte; 1 is white. Same rows, same bytes. */
export function writePng({ width, height, bits, colours, rows }: { readonly width: number; readonly height: number; readonly bits: 1 | 8; readonly colours: 1 | 3; readonly rows: Uint8Array }): Uint8Array {
  const stride = Math.ceil((width * bits * colours) / 8);
  const filtered = new Uint8Array((stride + 1) * height);
  for (let row = 0; row < height; row += 1) filtered.set(rows.subarray(row * stride, (row + 1) * stride), row * (stride + 1) + 1);
  const size = new Uint8Array(13);
  const view = new DataView(size.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  size.set([bits, colours === 1 ? 0 : 2, 0, 0, 0], 8);
  return joined([Uint8Array.from(head), chunkOf('IHDR', size), chunkOf('IDAT', zlibSync(filtered, { level: 6 })), chunkOf('IEND', new Uint8Array())]);
}

function chunkOf(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(12 + data.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  for (let at = 0; at < 4; at += 1) chunk[4 + at] = type.charCodeAt(at);
  chunk.set(data, 8);
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)));
  return chunk;
}
