import { across, ccittCodes, lookedAt, pass, type Codes } from './ccitt-codes.ts';

export type Fax = {
  readonly width: number;
  readonly rows: number;
  /** `plain`: runs without ends of lines, each row from a byte of its own (TIFF compression 2). `group3`: ends of lines, two-dimensional rows where `mixed`. */
  readonly scheme: 'plain' | 'group3' | 'group4';
  readonly mixed?: boolean;
  /** The lowest bit of a byte comes first. */
  readonly reversed: boolean;
};

/**
 * Unpacks the rows of a fax: one bit a point, 1 is black, each row from a byte of its own. Also how many rows were there: fewer than
 * asked for means that the rest is missing. What cannot be read ends the picture, never the program. Source: ITU-T T.4 and T.6.
 */
export function unpackFax(packed: Uint8Array, { width, rows, scheme, mixed = false, reversed }: Fax): { readonly points: Uint8Array; readonly rows: number } {
  const { white, black, modes } = ccittCodes();
  const bits = bitsOf(packed, reversed);
  const stride = Math.ceil(width / 8);
  const points = new Uint8Array(stride * rows);
  // The places where the color changes in the row above and in this one; both begin with white and end with the width, twice.
  let above = new Int32Array(width + 4).fill(width, 0, 3);
  let line = new Int32Array(width + 4);
  let row = 0;

  const run = (codes: Codes): number => {
    for (let sum = 0; ;) {
      const code = codes[bits.peek(lookedAt)] ?? 0;
      if (code === 0) return -1;
      bits.skip(code & 15);
      const length = code >> 4;
      sum += length;
      if (sum > width) return -1;
      if (length < 64) return sum;
    }
  };
  const inOneDimension = (): number => {
    let [at, edges] = [0, 0];
    for (let dark = false; at < width; dark = !dark) {
      const length = run(dark ? black : white);
      if (length < 0 || at + length > width) return -1;
      at += length;
      line[edges] = at;
      edges += 1;
      if (edges > width + 1) return -1;
    }
    return edges;
  };
  const inTwoDimensions = (): number => {
    let [at, edges, looked, dark, begun] = [0, 0, 0, false, false];
    while (at < width) {
      // The first change above, right of here, to the other color: those at even places go to black, those at odd ones to white.
      while (looked > 0 && (above[looked - 1] ?? width) > at) looked -= 1;
      while (looked % 2 !== (dark ? 1 : 0) || ((above[looked] ?? width) <= at && (begun || (above[looked] ?? width) < at) && (above[looked] ?? width) < width)) looked += 1;
      const [first, second] = [above[looked] ?? width, above[looked + 1] ?? width];
      const code = modes[bits.peek(lookedAt)] ?? 0;
      if (code === 0) return -1;
      bits.skip(code & 15);
      const mode = code >> 4;
      if (mode === pass) {
        at = second;
      } else if (mode === across) {
        const one = run(dark ? black : white);
        const other = one < 0 ? -1 : run(dark ? white : black);
        if (other < 0 || at + one + other > width) return -1;
        line[edges] = at + one;
        line[edges + 1] = at + one + other;
        edges += 2;
        at += one + other;
      } else {
        const edge = first + mode;
        if (edge < at || edge > width) return -1;
        line[edges] = edge;
        edges += 1;
        at = edge;
        dark = !dark;
      }
      begun = true;
      if (edges > width + 1) return -1;
    }
    return edges;
  };

  while (row < rows && !bits.done()) {
    if (scheme === 'plain') bits.toByte();
    if (scheme === 'group3') {
      const ends = bits.skipEnds();
      if (ends > 1 && row > 0) break;
    }
    const flat = scheme === 'plain' || (scheme === 'group3' && (!mixed || bits.take() === 1));
    const edges = flat ? inOneDimension() : inTwoDimensions();
    if (edges < 0) {
      // A disturbed line of a fax: the next end of a line is where it goes on, and the line above stands in its place.
      if (scheme !== 'group3' || !bits.toNextEnd()) break;
      if (row > 0) points.copyWithin(row * stride, (row - 1) * stride, row * stride);
      row += 1;
      continue;
    }
    line.fill(width, edges, edges + 3);
    for (let edge = 0; edge < edges; edge += 2) blacken(points, row * stride, line[edge] ?? width, line[edge + 1] ?? width);
    [above, line] = [line, above];
    row += 1;
  }
  return { points, rows: row };
}

function blacken(points: Uint8Array, start: number, from: number, to: number): void {
  for (let at = from; at < to;) {
    if (at % 8 === 0 && at + 8 <= to) {
      points[start + (at >> 3)] = 0xff;
      at += 8;
    } else {
      points[start + (at >> 3)] = (points[start + (at >> 3)] ?? 0) | (0x80 >> (at & 7));
      at += 1;
    }
  }
}

type Bits = { readonly peek: (count: number) => number; readonly skip: (count: number) => void; readonly take: () => number; readonly done: () => boolean; readonly toByte: () => void; readonly skipEnds: () => number; readonly toNextEnd: () => boolean };

function bitsOf(bytes: Uint8Array, reversed: boolean): Bits {
  const data = reversed ? bytes.map(mirrored) : bytes;
  const end = data.length * 8;
  let at = 0;
  const peek = (count: number): number => {
    const byte = at >> 3;
    const next = ((data[byte] ?? 0) << 16) | ((data[byte + 1] ?? 0) << 8) | (data[byte + 2] ?? 0);
    return (next >> (24 - (at & 7) - count)) & (2 ** count - 1);
  };
  /** Whether an end of a line, eleven zeros or more and a one, begins here; the place behind it. */
  const endHere = (): number => {
    if (peek(11) !== 0) return -1;
    for (let place = at + 11; place < end; place += 1) if (((data[place >> 3] ?? 0) >> (7 - (place & 7))) & 1) return place + 1;
    return -1;
  };
  return {
    peek,
    skip: (count) => void (at += count),
    take: () => {
      const bit = peek(1);
      at += 1;
      return bit;
    },
    done: () => at >= end,
    toByte: () => void (at = Math.ceil(at / 8) * 8),
    skipEnds: () => {
      let ends = 0;
      for (let behind = endHere(); behind >= 0; behind = endHere()) {
        at = behind;
        ends += 1;
      }
      return ends;
    },
    toNextEnd: () => {
      while (at < end) {
        if (endHere() >= 0) return true;
        at += 1;
      }
      return false;
    },
  };
}

const mirrored = (byte: number): number => {
  let result = 0;
  for (let bit = 0; bit < 8; bit += 1) result |= ((byte >> bit) & 1) << (7 - bit);
  return result;
};
