import { PDFArray, PDFName, type PDFRawStream } from '@cantoo/pdf-lib';
import { Unzlib } from 'fflate';

/** How much of a page's content is looked through for the first thing it draws; the longest heads of colours and fonts are shorter by far. */
const lookedThrough = 4 * 2 ** 20;
/** Unpacked piece by piece, so that a stream that unpacks to gigabytes is given up early. */
const piece = 16 * 2 ** 10;

/** Every operator that leaves ink: text, filled and stroked paths, shadings, pictures and forms (ISO 32000-1, annex A). */
const inks = new Set(['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'BI']);

/**
 * Whether the content of a page draws anything. `unreadable`: what is there cannot be unpacked before anything was drawn, so that the
 * page would come out empty. Packings other than the usual one are believed.
 */
export function drawsAnything(streams: readonly PDFRawStream[]): 'something' | 'nothing' | 'unreadable' {
  let unreadable = false;
  for (const stream of streams) {
    const packing = packingOf(stream);
    if (packing === 'other') return 'something';
    const answer = packing === 'plain' ? inkIn([stream.contents.subarray(0, lookedThrough)]) : unpackedInk(stream.contents);
    if (answer === true) return 'something';
    if (answer === undefined) unreadable = true;
  }
  return unreadable ? 'unreadable' : 'nothing';
}

function packingOf({ dict }: PDFRawStream): 'plain' | 'flate' | 'other' {
  const filter = dict.lookup(PDFName.of('Filter'));
  if (filter === undefined) return 'plain';
  const only = filter instanceof PDFArray ? (filter.size() === 1 ? filter.lookup(0) : undefined) : filter;
  if (filter instanceof PDFArray && filter.size() === 0) return 'plain';
  return only === PDFName.of('FlateDecode') && dict.get(PDFName.of('DecodeParms')) === undefined ? 'flate' : 'other';
}

/** `undefined` where it cannot be unpacked. */
function unpackedInk(packed: Uint8Array): boolean | undefined {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const unpack = new Unzlib((data) => {
    pieces.push(data);
    length += data.length;
  });
  try {
    for (let at = 0; at < packed.length; at += piece) {
      unpack.push(packed.subarray(at, at + piece), at + piece >= packed.length);
      if (length > 0 && (at === 0 || at % (piece * 16) === 0) && inkIn(pieces)) return true;
      if (length > lookedThrough) return true;
    }
  } catch {
    return inkIn(pieces) ? true : undefined;
  }
  return inkIn(pieces);
}

/** Looks for an operator that leaves ink, past strings and comments, whose letters are no operators. */
function inkIn(pieces: readonly Uint8Array[]): boolean {
  let word = '';
  let depth = 0;
  let skipping: 'none' | 'comment' | 'escape' = 'none';
  for (const bytes of pieces) {
    for (const byte of bytes) {
      if (skipping === 'comment') {
        if (byte === 10 || byte === 13) skipping = 'none';
      } else if (skipping === 'escape') {
        skipping = 'none';
      } else if (depth > 0) {
        if (byte === 0x5c) skipping = 'escape';
        else if (byte === 0x28) depth += 1;
        else if (byte === 0x29) depth -= 1;
      } else if (ends(byte)) {
        if (inks.has(word)) return true;
        word = byte === 0x2f ? '/' : '';
        if (byte === 0x28) depth = 1;
        else if (byte === 0x25) skipping = 'comment';
      } else if (word.length < 4) {
        word += String.fromCharCode(byte);
      }
    }
  }
  return inks.has(word);
}

/** White space and the delimiters of the format. */
const ends = (byte: number): boolean =>
  byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 12 || byte === 0 ||
  byte === 0x28 || byte === 0x29 || byte === 0x25 || byte === 0x2f || byte === 0x3c || byte === 0x3e || byte === 0x5b || byte === 0x5d;
