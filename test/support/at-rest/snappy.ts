/** Decodes raw Snappy (google/snappy, format_description.txt), as LevelDB's blocks and Chromium's larger IndexedDB values are. Null where it is none. */
export function unsnapped(from: Uint8Array, largest = 64 * 1024 * 1024): Uint8Array | null {
  let at = 0;
  let length = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = from[at];
    if (byte === undefined || shift > 28) return null;
    at += 1;
    length += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) break;
  }
  if (length > largest) return null;
  const to = new Uint8Array(length);
  let filled = 0;
  const little = (bytes: number): number => {
    let value = 0;
    for (let n = 0; n < bytes; n += 1) value += (from[at + n] ?? 0) * 2 ** (8 * n);
    at += bytes;
    return value;
  };
  while (filled < length) {
    const tag = from[at];
    if (tag === undefined) return null;
    at += 1;
    const kind = tag & 3;
    if (kind === 0) {
      const short = tag >> 2;
      const size = (short < 60 ? short : little(short - 59)) + 1;
      if (at + size > from.length || filled + size > length) return null;
      to.set(from.subarray(at, at + size), filled);
      at += size;
      filled += size;
      continue;
    }
    const size = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    const back = kind === 1 ? (tag >> 5) * 256 + little(1) : little(kind === 2 ? 2 : 4);
    if (back === 0 || back > filled || filled + size > length) return null;
    // Byte by byte: a copy may overlap what it is writing.
    for (let n = 0; n < size; n += 1) to[filled + n] = to[filled + n - back] ?? 0;
    filled += size;
  }
  return to;
}
