import type { Random } from '../../support/random.ts';

/** Ways to spoil any bytes. The name is what a finding says. */
export const spoilers = {
  'flipped bits': (bytes, random) => {
    const next = bytes.slice();
    for (let more = 1 + random.below(6); more > 0 && next.length > 0; more -= 1) {
      const at = random.below(next.length);
      next[at] = (next[at] ?? 0) ^ (1 << random.below(8));
    }
    return next;
  },
  'cut off': (bytes, random) => bytes.slice(0, random.below(bytes.length + 1)),
  'a piece gone': (bytes, random) => {
    const [from, to] = span(bytes, random);
    return joined(bytes.subarray(0, from), bytes.subarray(to));
  },
  'a piece twice': (bytes, random) => {
    const [from, to] = span(bytes, random);
    return joined(bytes.subarray(0, to), bytes.subarray(from, to), bytes.subarray(to));
  },
  'pieces swapped': (bytes, random) => {
    const cuts = [random, random, random].map((each) => each.below(bytes.length + 1)).sort((one, other) => one - other);
    const [one = 0, two = 0, three = 0] = cuts;
    return joined(bytes.subarray(0, one), bytes.subarray(two, three), bytes.subarray(one, two), bytes.subarray(three));
  },
  'the whole twice': (bytes) => joined(bytes, bytes),
  NULs: (bytes, random) => inserted(bytes, random, new Uint8Array(1 + random.below(20))),
  'bytes that are no UTF-8': (bytes, random) => inserted(bytes, random, random.pick([Uint8Array.of(0xff, 0xfe), Uint8Array.of(0xc3), Uint8Array.of(0xed, 0xa0, 0x80), Uint8Array.of(0xf8, 0x88, 0x80, 0x80, 0x80)])),
  'random bytes': (bytes, random) => inserted(bytes, random, noise(random, 1 + random.below(40))),
  'a byte order mark': (bytes, random) => joined(random.pick([Uint8Array.of(0xef, 0xbb, 0xbf), Uint8Array.of(0xff, 0xfe), Uint8Array.of(0xfe, 0xff)]), bytes),
  'a huge number': (bytes, random) => inDigits(bytes, random, random.pick(['9'.repeat(400), '1e999', '-1', '18446744073709551616', '0x7fffffff', '1e-400', 'NaN'])),
  'deep nesting': (bytes, random) => inserted(bytes, random, text(random.pick(['[', '{"a":', '<a>', '(']).repeat(2_000 + random.below(60_000)))),
  'a long run': (bytes, random) => inserted(bytes, random, text(random.pick(['a', ' ', ',', '"', '\n', '\\']).repeat(20_000 + random.below(200_000)))),
  'noise behind': (bytes, random) => joined(bytes, noise(random, 1 + random.below(300))),
  'nothing but noise': (_bytes, random) => noise(random, random.below(500)),
  'the start of another kind of file': (bytes, random) => joined(random.pick([text('%PDF-1.7\n'), Uint8Array.of(0x50, 0x4b, 3, 4), text('<!DOCTYPE html><html>'), Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), Uint8Array.of(0x1f, 0x8b, 8)]), bytes),
} as const satisfies Readonly<Record<string, (bytes: Uint8Array, random: Random) => Uint8Array>>;

export type Spoiled = { readonly bytes: Uint8Array; readonly how: string };

/** Bytes spoiled once, and sometimes again. */
export function spoiled(bytes: Uint8Array, random: Random): Spoiled {
  const names = Object.keys(spoilers) as (keyof typeof spoilers)[];
  const first = random.pick(names);
  const once = spoilers[first](bytes, random);
  if (!random.chance(0.2)) return { bytes: once, how: first };
  const second = random.pick(names);
  return { bytes: spoilers[second](once, random), how: `${first}, ${second}` };
}

export const text = (words: string): Uint8Array => new TextEncoder().encode(words);

function span(bytes: Uint8Array, random: Random): readonly [number, number] {
  const from = random.below(bytes.length + 1);
  return [from, Math.min(bytes.length, from + 1 + random.below(random.pick([4, 64, 4_096])))];
}

function inserted(bytes: Uint8Array, random: Random, piece: Uint8Array): Uint8Array {
  const at = random.below(bytes.length + 1);
  return joined(bytes.subarray(0, at), piece, bytes.subarray(at));
}

/** Puts something in the place of a run of digits, where there is one. */
function inDigits(bytes: Uint8Array, random: Random, piece: string): Uint8Array {
  const isDigit = (at: number): boolean => (bytes[at] ?? 0) >= 0x30 && (bytes[at] ?? 0) <= 0x39;
  for (let tries = 0; tries < 50; tries += 1) {
    let from = random.below(bytes.length + 1);
    if (!isDigit(from)) continue;
    let to = from;
    while (from > 0 && isDigit(from - 1)) from -= 1;
    while (isDigit(to)) to += 1;
    return joined(bytes.subarray(0, from), text(piece), bytes.subarray(to));
  }
  return inserted(bytes, random, text(piece));
}

const noise = (random: Random, length: number): Uint8Array => Uint8Array.from({ length }, () => random.below(256));

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
