import { fail, ok, type Result } from '../result.ts';
import { joined } from './bytes.ts';
import { readJpeg } from './jpeg.ts';
import type { DocumentProblem } from './problem.ts';
import { tag, type Directory } from './tiff-directory.ts';
import { valueOf, type Layout } from './tiff-rows.ts';

const rare: Result<never, DocumentProblem> = fail({ code: 'unsupported', what: 'a TIFF with JPEG tiles' });

/**
 * The JPEG of a page packed as one or more JPEG strips, put together without unpacking a point: the strips follow each other behind
 * restart markers, as tiff2pdf does it. Source: TIFF Technical Note 2.
 */
export function jpegOfPage(bytes: Uint8Array, directory: Directory, layout: Layout): Result<Uint8Array, DocumentProblem> {
  const [first] = layout.pieces;
  const color = valueOf(directory, tag.photometric, 6);
  if (first === undefined || first.width !== layout.width || (layout.samples !== 1 && layout.samples !== 3) || ![0, 1, 2, 6].includes(color)) return rare;
  const strips = layout.pieces.map(({ from, length }) => bytes.subarray(from, from + length));
  const tables = Uint8Array.from(directory.tags.get(tag.jpegTables) ?? []);
  const head = joined([Uint8Array.of(0xff, 0xd8), adobe(layout.samples === 3 && color === 6), tables.length > 4 ? tables.subarray(2, tables.length - 2) : new Uint8Array()]);
  const made = strips.length === 1 ? joined([head, (strips[0] ?? bytes).subarray(2)]) : together(head, strips, layout, first.height);
  if (made === undefined) return rare;
  const read = readJpeg(made);
  if (!read.ok) return read;
  return read.value.width === layout.width && read.value.height === layout.height ? ok(made) : fail({ code: 'damaged' });
}

/** What says whether three colors are light or the luma and chroma of video: without it readers guess. */
const adobe = (video: boolean): Uint8Array => Uint8Array.of(0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, video ? 1 : 0);

type Strip = { readonly frame: Uint8Array; readonly scan: Uint8Array; readonly data: Uint8Array };

function together(head: Uint8Array, strips: readonly Uint8Array[], { width, height }: Layout, rows: number): Uint8Array | undefined {
  const read = strips.map(stripOf);
  const [first] = read;
  if (first === undefined || read.includes(undefined)) return undefined;
  const sampling = Array.from({ length: first.frame[9] ?? 0 }, (_each, at) => first.frame[11 + at * 3] ?? 0x11);
  const [across, down] = [Math.max(1, ...sampling.map((each) => each >> 4)), Math.max(1, ...sampling.map((each) => each & 15))];
  const units = Math.ceil(width / (8 * across)) * (rows / (8 * down));
  if (!Number.isInteger(units) || units > 0xffff) return undefined;
  const frame = first.frame.slice();
  frame[5] = height >> 8;
  frame[6] = height & 0xff;
  const pieces = read.flatMap((strip, at) => (strip === undefined ? [] : [...(at === 0 ? [] : [Uint8Array.of(0xff, 0xd0 + ((at - 1) % 8))]), strip.data]));
  return joined([head, frame, Uint8Array.of(0xff, 0xdd, 0, 4, units >> 8, units & 0xff), first.scan, ...pieces, Uint8Array.of(0xff, 0xd9)]);
}

/** The frame, the head of the scan and the data of a strip; `undefined` where it brings tables or restarts of its own. */
function stripOf(bytes: Uint8Array): Strip | undefined {
  let frame: Uint8Array | undefined;
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    const [marker, length] = [bytes[at + 1] ?? 0, ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)];
    const segment = bytes.subarray(at, at + 2 + length);
    at += 2 + length;
    if (marker === 0xda) {
      const last = bytes.length - 2;
      const end = bytes[last] === 0xff && bytes[last + 1] === 0xd9 ? last : bytes.length;
      return frame === undefined ? undefined : { frame, scan: segment, data: bytes.subarray(at, end) };
    }
    if (marker === 0xc0 || marker === 0xc1) frame = segment;
    else if (marker < 0xe0) return undefined;
  }
  return undefined;
}
