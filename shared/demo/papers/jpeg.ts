/** Points of three colors, 0 to 255, row by row. */
export type Colors = { readonly width: number; readonly height: number; readonly rgb: Uint8Array };

/** The order in which the 64 values of a block are kept (ITU-T T.81, figure A.6). */
const zigzag = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46,
  53, 60, 61, 54, 47, 55, 62, 63,
];

// Rounded, so that no machine's cosine makes another picture of it.
const cosines = Array.from({ length: 64 }, (_each, at) => Math.round(Math.cos((((at % 8) * 2 + 1) * Math.floor(at / 8) * Math.PI) / 16) * (at < 8 ? Math.SQRT1_2 : 1) * 1e6) / 2e6);
const coarseness = Array.from({ length: 64 }, (_each, at) => 6 + 2 * (Math.floor((zigzag[at] ?? 0) / 8) + ((zigzag[at] ?? 0) % 8)));
/** How many zeros go before a value and how many bits it has: every code of one length, which is simple, and no longer than it has to be for a demo. */
const runs = [0x00, 0xf0, ...Array.from({ length: 160 }, (_each, at) => (Math.floor(at / 10) << 4) | ((at % 10) + 1))];
const codeOf = new Map(runs.map((run, code) => [run, code]));

const segment = (marker: number, data: readonly number[]): readonly number[] => [0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255, ...data];
const lengths = (bits: number, count: number): readonly number[] => Array.from({ length: 16 }, (_each, at) => (at + 1 === bits ? count : 0));
const codesOf = (text: string): readonly number[] => Array.from(text, (letter) => letter.charCodeAt(0));

/**
 * A baseline JPEG as a telephone makes one, with the orientation in its Exif (6: held upright, so that it has to be turned to the right)
 * and a remark. Made for the demo's own pictures; same points, same bytes.
 */
export function writeJpeg({ width, height, rgb }: Colors, orientation: number, remark: string): Uint8Array {
  const exif = [...codesOf('Exif'), 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  const out: number[] = [
    0xff, 0xd8, ...segment(0xe1, exif), ...segment(0xfe, codesOf(remark)), ...segment(0xdb, [0, ...coarseness]),
    ...segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]),
    ...segment(0xc4, [0, ...lengths(4, 12), ...Array.from({ length: 12 }, (_each, at) => at)]), ...segment(0xc4, [0x10, ...lengths(8, runs.length), ...runs]),
    ...segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
  ];
  let [held, count] = [0, 0];
  const put = (value: number, bits: number): void => {
    held = (held << bits) | value;
    count += bits;
    while (count >= 8) {
      const byte = (held >> (count - 8)) & 255;
      out.push(byte);
      if (byte === 255) out.push(0);
      count -= 8;
    }
    held &= 2 ** count - 1;
  };
  const putValue = (value: number, bits: number): void => put(value < 0 ? value + 2 ** bits - 1 : value, bits);
  const before = [0, 0, 0];
  for (let top = 0; top < height; top += 8) {
    for (let left = 0; left < width; left += 8) {
      for (let component = 0; component < 3; component += 1) {
        const values = blockOf({ width, height, rgb }, left, top, component);
        const step = (values[0] ?? 0) - (before[component] ?? 0);
        before[component] = values[0] ?? 0;
        put(sizeOf(step), 4);
        putValue(step, sizeOf(step));
        let zeros = 0;
        for (let at = 1; at < 64; at += 1) {
          const value = values[at] ?? 0;
          if (value === 0) {
            zeros += 1;
            continue;
          }
          for (; zeros > 15; zeros -= 16) put(codeOf.get(0xf0) ?? 0, 8);
          put(codeOf.get((zeros << 4) | sizeOf(value)) ?? 0, 8);
          putValue(value, sizeOf(value));
          zeros = 0;
        }
        if (zeros > 0) put(codeOf.get(0) ?? 0, 8);
      }
    }
  }
  if (count > 0) put(2 ** (8 - count) - 1, 8 - count);
  return Uint8Array.from(out.concat(0xff, 0xd9));
}

const sizeOf = (value: number): number => (value === 0 ? 0 : 32 - Math.clz32(Math.abs(value)));

/** The 64 values of a block: light or chroma, transformed and made coarser, in the order they are kept. */
function blockOf({ width, height, rgb }: Colors, left: number, top: number, component: number): readonly number[] {
  const block = new Float64Array(64);
  let flat = true;
  for (let at = 0; at < 64; at += 1) {
    const point = (Math.min(height - 1, top + (at >> 3)) * width + Math.min(width - 1, left + (at & 7))) * 3;
    const [red, green, blue] = [rgb[point] ?? 0, rgb[point + 1] ?? 0, rgb[point + 2] ?? 0];
    block[at] = component === 0 ? 0.299 * red + 0.587 * green + 0.114 * blue - 128 : component === 1 ? -0.168736 * red - 0.331264 * green + 0.5 * blue : 0.5 * red - 0.418688 * green - 0.081312 * blue;
    flat &&= block[at] === block[0];
  }
  if (flat) return [Math.round(((block[0] ?? 0) * 8) / (coarseness[0] ?? 1)), ...Array.from({ length: 63 }, () => 0)];
  const half = new Float64Array(64);
  const whole = new Float64Array(64);
  for (let row = 0; row < 8; row += 1) for (let wave = 0; wave < 8; wave += 1) for (let at = 0; at < 8; at += 1) half[row * 8 + wave] = (half[row * 8 + wave] ?? 0) + (block[row * 8 + at] ?? 0) * (cosines[wave * 8 + at] ?? 0);
  for (let wave = 0; wave < 8; wave += 1) for (let column = 0; column < 8; column += 1) for (let at = 0; at < 8; at += 1) whole[wave * 8 + column] = (whole[wave * 8 + column] ?? 0) + (half[at * 8 + column] ?? 0) * (cosines[wave * 8 + at] ?? 0);
  return zigzag.map((place, at) => Math.round((whole[place] ?? 0) / (coarseness[at] ?? 1)));
}
