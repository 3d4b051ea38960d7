import { asciiOf } from '../one-page-pdf.ts';

/** A picture in the making: a number of a color a point, row by row; 0 is the ground. */
export type Sheet = { readonly width: number; readonly height: number; readonly points: Uint8Array };

export const emptySheet = (width: number, height: number): Sheet => ({ width, height, points: new Uint8Array(width * height) });

/** Letters of five by seven points, a column a byte from left to right, the lowest bit on top. */
const letters: Readonly<Record<string, string>> = {
  0: '3e5149453e', 1: '00427f4000', 2: '4261514946', 3: '2141454b31', 4: '1814127f10', 5: '2745454539', 6: '3c4a494930', 7: '0171090503', 8: '3649494936', 9: '064949291e',
  A: '7e1111117e', B: '7f49494936', C: '3e41414122', D: '7f4141221c', E: '7f49494941', F: '7f09090901', G: '3e4149497a', H: '7f0808087f', I: '00417f4100', J: '2040413f01',
  K: '7f08142241', L: '7f40404040', M: '7f020c027f', N: '7f0408107f', O: '3e4141413e', P: '7f09090906', Q: '3e4151215e', R: '7f09192946', S: '4649494931', T: '01017f0101',
  U: '3f4040403f', V: '1f2040201f', W: '3f4038403f', X: '6314081463', Y: '0708700807', Z: '6151494543',
  a: '2054545478', b: '7f48444438', c: '3844444420', d: '384444487f', e: '3854545418', f: '087e090102', g: '0c5252523e', h: '7f08040478', i: '00447d4000', j: '2040443d00',
  k: '7f10284400', l: '00417f4000', m: '7c04180478', n: '7c08040478', o: '3844444438', p: '7c14141408', q: '081414187c', r: '7c08040408', s: '4854545420', t: '043f444020',
  u: '3c4040207c', v: '1c2040201c', w: '3c4030403c', x: '4428102844', y: '0c5050503c', z: '4464544c44',
  '.': '0060600000', ',': '0050300000', '-': '0808080808', ':': '0036360000', '/': '2010080402', '(': '001c224100', ')': '0041221c00', "'": '0005030000', '&': '3649552250',
};

/** Writes a line in letters so many points thick a dot; what the letters lack is left out. The place is its top left. */
export function write(sheet: Sheet, left: number, top: number, text: string, thick: number, color: number): void {
  for (const [at, letter] of Array.from(asciiOf(text)).entries()) {
    const columns = letters[letter] ?? '0000000000';
    for (let column = 0; column < 5; column += 1) {
      const dots = Number.parseInt(columns.slice(column * 2, column * 2 + 2), 16);
      for (let row = 0; row < 7; row += 1) if ((dots >> row) & 1) fill(sheet, { left: left + (at * 6 + column) * thick, top: top + row * thick, width: thick, height: thick }, color);
    }
  }
}

/** Fills a box, as far as it lies on the sheet. */
export function fill({ width, height, points }: Sheet, box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number }, color: number): void {
  const [from, to] = [Math.max(0, box.left), Math.min(width, box.left + box.width)];
  for (let row = Math.max(0, box.top); row < Math.min(height, box.top + box.height); row += 1) points.fill(color, row * width + from, Math.max(row * width + from, row * width + to));
}

/** The points eight to a byte, each row from a byte of its own; `ink` is the bit of what is no ground. */
export function packed({ width, height, points }: Sheet, ink: 0 | 1): Uint8Array {
  const stride = Math.ceil(width / 8);
  const bytes = new Uint8Array(stride * height).fill(ink === 0 ? 0xff : 0);
  for (let row = 0; row < height; row += 1) {
    for (let at = 0; at < width; at += 1) if ((points[row * width + at] ?? 0) !== 0) bytes[row * stride + (at >> 3)] = (bytes[row * stride + (at >> 3)] ?? 0) ^ (0x80 >> (at & 7));
  }
  return bytes;
}
