import { pointsOfPng } from './fixtures/read-png.ts';
import { describe, expect, it } from 'vitest';
import { examine } from '../../../shared/documents/examine.ts';
import { pictureOf } from '../../../shared/documents/picture.ts';
import { tiffPages } from '../../../shared/documents/tiff.ts';
import { picture, pictures } from './fixtures/pictures.ts';
import { tiffOf, type Page } from './fixtures/tiffs.ts';

const refused = (code: string, more = {}) => ({ ok: false, error: { code, ...more } });
const tiffs = (Object.keys(pictures) as (keyof typeof pictures)[]).filter((name) => name.endsWith('.tif') && name !== 'big.tif');

/** The points of a page as a PNG reader of the tests sees them, in words. */
const points = (bytes: Uint8Array, page = 1): readonly string[] => {
  const read = pictureOf(bytes, 'tiff', page);
  if (!read.ok) throw new Error(read.error.code);
  return pointsOfPng(read.value.bytes);
};

const red = 'ff0000';
const [white, blue] = ['ffffff', '0000ff'];
const cross = Array.from({ length: 16 }, (_each, row) => (row < 8 ? [red, white] : [white, blue]).flatMap((color) => Array.from({ length: 12 }, () => color)).join(' '));

describe('a TIFF', () => {
  it.each(['lzw.tif', 'zip.tif', 'rle.tif', 'tile.tif'] as const)('%s has the points it was made of', (name) => {
    expect(points(picture(name))).toEqual(cross);
  });

  it.each(['g3.tif', 'g4.tif'] as const)('%s, a fax, has the points it was made of', (name) => {
    expect(points(picture(name))).toEqual(pointsOfPng(picture('b.png')));
  });

  it('has as many pages as directories', async () => {
    const two = picture('g4x2.tif');
    expect(await examine(two, 'fax.tif')).toEqual({ ok: true, value: { mediaType: 'image/tiff', kind: 'tiff', pages: 2, notes: [] } });
    expect(points(two, 2)).toEqual(points(two, 1));
    expect(pictureOf(two, 'tiff', 3)).toEqual(refused('damaged'));
  });

  it('packed as JPEG strips becomes one JPEG, with nothing unpacked', () => {
    const read = pictureOf(picture('jstrips.tif'), 'tiff');
    if (!read.ok) throw new Error(read.error.code);
    expect(read.value).toMatchObject({ type: 'jpg', width: 32, height: 48 });
    expect(pictureOf(read.value.bytes, 'jpeg')).toMatchObject({ ok: true, value: { width: 32, height: 48 } });
    // Three strips, two restarts between them.
    const restarts = [...read.value.bytes.keys()].filter((at) => read.value.bytes[at] === 0xff && ((read.value.bytes[at + 1] ?? 0) & 0xf8) === 0xd0);
    expect(restarts).toHaveLength(2);
  });

  it.each(tiffs)('%s cut off anywhere is refused, or has lost nothing', async (name) => {
    const whole = picture(name);
    const shown = JSON.stringify(pictureOf(whole, 'tiff'));
    for (let length = 8; length < whole.length; length += 1) {
      const read = await examine(whole.slice(0, length), name);
      if (read.ok) expect([length, JSON.stringify(pictureOf(whole.slice(0, length), 'tiff'))]).toEqual([length, shown]);
      else expect(['truncated', 'damaged']).toContain(read.error.code);
    }
  });

  it('of the big kind is named', async () => {
    expect(await examine(picture('big.tif'), 'a.tif')).toEqual(refused('unsupported', { what: 'a BigTIFF' }));
  });
});

const grey: Page = { width: 4, height: 2, bits: 8, photometric: 1, data: Uint8Array.of(0, 85, 170, 255, 255, 170, 85, 0) };
const values = (page: Page): readonly string[] => points(tiffOf([page]));
const greys = (...rows: readonly (readonly number[])[]): readonly string[] => rows.map((row) => row.map((value) => value.toString(16).padStart(2, '0').repeat(3)).join(' '));

describe('the points of a TIFF', () => {
  it('are read of every usual depth, light or dark first, in both orders of bytes', () => {
    expect(values(grey)).toEqual(greys([0, 85, 170, 255], [255, 170, 85, 0]));
    expect(values({ ...grey, photometric: 0 })).toEqual(greys([255, 170, 85, 0], [0, 85, 170, 255]));
    expect(values({ ...grey, little: false })).toEqual(values(grey));
    expect(values({ ...grey, bits: 4, data: Uint8Array.of(0x05, 0xaf, 0xfa, 0x50) })).toEqual(values(grey));
    expect(values({ ...grey, bits: 2, data: Uint8Array.of(0b00011011, 0b11100100) })).toEqual(values(grey));
    expect(values({ ...grey, bits: 1, data: Uint8Array.of(0b01010000, 0b10100000) })).toEqual(greys([0, 255, 0, 255], [255, 0, 255, 0]));
    expect(values({ ...grey, bits: 1, photometric: 0, data: Uint8Array.of(0b01010000, 0b10100000) })).toEqual(greys([255, 0, 255, 0], [0, 255, 0, 255]));
    const deep = Uint8Array.of(0, 0, 1, 85, 2, 170, 3, 255, 3, 255, 2, 170, 1, 85, 0, 0);
    expect(values({ ...grey, bits: 16, data: deep })).toEqual(values(grey));
    expect(values({ ...grey, bits: 16, little: false, data: new Uint8Array(Buffer.from(deep).swap16()) })).toEqual(values(grey));
  });

  it('are read of a palette, of inks, and with what shows through laid on white', () => {
    const map = [0x1111, 0x2222, 0, 0, 0xffff, 0xffff].flatMap((value, at) => (at % 2 === 0 ? [value, 0x4444] : [value, 0x5555]));
    expect(values({ width: 2, height: 1, bits: 2, photometric: 3, data: Uint8Array.of(0b00010000), palette: map })).toHaveLength(1);
    expect(values({ width: 2, height: 1, bits: 1, photometric: 3, data: Uint8Array.of(0b01000000), palette: [0x1111, 0xffff, 0x2222, 0, 0x3333, 0] })).toEqual(['112233 ff0000']);
    expect(values({ width: 2, height: 1, bits: 8, samples: 4, photometric: 5, data: Uint8Array.of(255, 0, 0, 0, 0, 0, 0, 255) })).toEqual(['00ffff 000000']);
    expect(values({ width: 2, height: 1, bits: 8, samples: 4, photometric: 2, extra: 2, data: Uint8Array.of(255, 0, 0, 0, 0, 0, 0, 255) })).toEqual(['ffffff 000000']);
    expect(values({ width: 1, height: 1, bits: 8, samples: 4, photometric: 2, extra: 1, data: Uint8Array.of(100, 0, 0, 155) })).toEqual(['c86464']);
    expect(values({ width: 1, height: 1, bits: 8, samples: 4, photometric: 2, extra: 0, data: Uint8Array.of(100, 0, 0, 0) })).toEqual(['640000']);
  });

  it('stand upright by their tag, and as high as the fax machine scanned them', () => {
    expect(tiffPages(tiffOf([grey]))).toMatchObject({ ok: true, value: { pages: 1 } });
    const turned = pictureOf(tiffOf([{ ...grey, orientation: 6 }]), 'tiff');
    expect(turned).toMatchObject({ ok: true, value: { upright: { mirrored: false, turn: 90 }, stretch: 1 } });
    expect(pictureOf(tiffOf([{ ...grey, resolution: [204, 98] }]), 'tiff')).toMatchObject({ ok: true, value: { stretch: 204 / 98 } });
    for (const resolution of [[0, 0], [72, 0], [1, 1_000], [300, 300]] as const) expect(pictureOf(tiffOf([{ ...grey, resolution }]), 'tiff')).toMatchObject({ ok: true, value: { stretch: 1 } });
  });
});

describe('a TIFF that lies', () => {
  const examined = (page: Partial<Page>) => examine(tiffOf([{ ...grey, ...page }]), 'a.tif');

  it('about its size is bounded before anything is unpacked', async () => {
    expect(await examined({ width: 99_999, height: 99_999 })).toEqual(refused('too-large', { limit: { megapixels: 200 } }));
    expect(await examined({ width: 20_000, height: 10_000, bits: 1, compression: 4 })).toEqual(refused('damaged', { pages: [1] }));
    expect(await examined({ width: 0 })).toEqual(refused('damaged', { pages: [1] }));
    expect(await examined({ height: 3 })).toEqual(refused('damaged', { pages: [1] }));
  });

  it('about its pieces is refused', async () => {
    expect(await examined({ rows: 1 })).toEqual(refused('damaged', { pages: [1] }));
    expect(await examined({ offset: 1_000_000 })).toEqual(refused('truncated'));
    expect(await examined({ compression: 99 })).toMatchObject(refused('unsupported'));
    expect(await examined({ compression: 5 })).toEqual(refused('damaged', { pages: [1] }));
    expect(await examined({ samples: 3 })).toEqual(refused('damaged', { pages: [1] }));
  });

  it('and runs in a circle, or on and on, ends', async () => {
    const circle = tiffOf([grey, grey], { circle: true });
    expect(await examine(circle, 'a.tif')).toEqual(refused('damaged'));
    expect(await examine(tiffOf(Array.from({ length: 5_001 }, () => grey)), 'a.tif')).toEqual(refused('too-large', { limit: { pages: 5_000 } }));
    expect(await examine(tiffOf([{ ...grey, subfile: 1 }]), 'a.tif')).toEqual(refused('no-pages'));
    expect(await examine(tiffOf([grey, { ...grey, subfile: 1 }]), 'a.tif')).toMatchObject({ ok: true, value: { pages: 1 } });
  });

  it('names the pages that cannot be read', async () => {
    const bad: Page = { ...grey, height: 3 };
    expect(await examine(tiffOf([grey, bad, grey, bad]), 'a.tif')).toEqual(refused('damaged', { pages: [2, 4] }));
  });
});
