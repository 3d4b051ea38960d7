/** Packings of TIFF 6.0: what unpacks to more than asked for is cut off there; what ends early leaves the rest out, and the length says so. */

/** Section 9, PackBits. */
export function unpackBits(packed: Uint8Array, wanted: number): Uint8Array {
  const out = new Uint8Array(wanted);
  let [at, to] = [0, 0];
  while (at < packed.length && to < wanted) {
    const head = packed[at] ?? 0;
    at += 1;
    if (head < 128) {
      const run = packed.subarray(at, Math.min(at + head + 1, at + wanted - to));
      out.set(run, to);
      to += run.length;
      at += head + 1;
    } else if (head > 128) {
      const upTo = Math.min(wanted, to + 257 - head);
      out.fill(packed[at] ?? 0, to, upTo);
      to = upTo;
      at += 1;
    }
  }
  return out.subarray(0, to);
}

const clear = 256;
const end = 257;

/** Section 13, LZW: codes of 9 to 12 bits, the highest bit first, one code earlier than elsewhere. */
export function unpackLzw(packed: Uint8Array, wanted: number): Uint8Array {
  const out = new Uint8Array(wanted);
  // Each code is a stretch of what was put out already, which saves a table of strings.
  const [starts, lengths] = [new Int32Array(4_096), new Int32Array(4_096)];
  let [next, size, to, at, before] = [258, 9, 0, 0, -1];
  let [startBefore, lengthBefore] = [0, 0];
  while (to < wanted && at + size <= packed.length * 8) {
    const byte = at >> 3;
    const code = ((((packed[byte] ?? 0) << 16) | ((packed[byte + 1] ?? 0) << 8) | (packed[byte + 2] ?? 0)) >> (24 - (at & 7) - size)) & (2 ** size - 1);
    at += size;
    if (code === end) break;
    if (code === clear) {
      [next, size, before] = [258, 9, -1];
      continue;
    }
    const begin = to;
    if (code < 256) {
      out[to] = code;
      to += 1;
    } else if (code < next && before >= 0) {
      to = repeat(out, starts[code] ?? 0, lengths[code] ?? 0, to);
    } else if (code === next && before >= 0) {
      to = repeat(out, startBefore, lengthBefore, to);
      if (to < wanted) {
        out[to] = out[startBefore] ?? 0;
        to += 1;
      }
    } else {
      break;
    }
    if (before >= 0 && next < 4_096) {
      starts[next] = startBefore;
      lengths[next] = lengthBefore + 1;
      next += 1;
    }
    if (next + 1 >= 2 ** size && size < 12) size += 1;
    [before, startBefore, lengthBefore] = [code, begin, to - begin];
  }
  return out.subarray(0, to);
}

function repeat(out: Uint8Array, from: number, length: number, to: number): number {
  const upTo = Math.min(out.length, to + length);
  for (let at = 0; to + at < upTo; at += 1) out[to + at] = out[from + at] ?? 0;
  return upTo;
}
