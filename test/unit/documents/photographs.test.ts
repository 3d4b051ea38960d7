import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { examine } from '../../../shared/documents/examine.ts';
import { uprightMatrix, uprightSize } from '../../../shared/documents/picture.ts';
import { uprightOf } from '../../../shared/documents/exif.ts';
import { photographsToPdf, type PictureFile } from '../../../shared/documents/photographs.ts';
import { withExif } from './fixtures/exif.ts';
import { pdfOf } from './fixtures/pdfs.ts';
import { picture } from './fixtures/pictures.ts';
import { tiffOf } from './fixtures/tiffs.ts';

const file = (bytes: Uint8Array, name = 'photo.jpg'): PictureFile => ({ name, bytes });

async function made(...files: readonly PictureFile[]): Promise<{ readonly document: PDFDocument; readonly bytes: Uint8Array }> {
  const result = await photographsToPdf(files);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const document = await PDFDocument.load(result.value.bytes, { updateMetadata: false });
  expect(document.getPageCount()).toBe(result.value.pages);
  return { document, bytes: result.value.bytes };
}

/** Where a page puts the picture on it: the matrix of its content, the picture's own size, and the sheet. */
function placed(document: PDFDocument, page = 0) {
  const leaf = document.getPage(page);
  const content = leaf.node.Contents();
  const stream = content instanceof PDFArray ? content.lookup(0) : content;
  if (!(stream instanceof PDFRawStream)) throw new Error('no stream');
  const text = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
  const numbers = /^q\s+([-\d. e]+) cm\s+\/(\S+) Do\s+Q\s*$/s.exec(text);
  const matrix = (numbers?.[1] ?? '').split(' ').map(Number);
  const image = leaf.node.Resources()?.lookup(PDFName.of('XObject'), PDFDict).lookup(PDFName.of(numbers?.[2] ?? ''));
  if (!(image instanceof PDFRawStream)) throw new Error('no picture');
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = matrix;
  /** Where a corner of the stored picture comes to lie: its top left is 0,1 in the square of PDF. */
  const at = (x: number, y: number) => ({ x: a * x + c * y + e, y: b * x + d * y + f });
  return { image, corners: { topLeft: at(0, 1), topRight: at(1, 1), bottomLeft: at(0, 0), bottomRight: at(1, 0) }, sheet: leaf.getSize() };
}

type Corner = 'topLeft' | 'topRight' | 'bottomLeft' | 'bottomRight';

/** Exif 2.32: which corner of the stored picture is seen top left, and which top right. */
const seen: readonly (readonly [orientation: number, topLeft: Corner, topRight: Corner])[] = [
  [1, 'topLeft', 'topRight'],
  [2, 'topRight', 'topLeft'],
  [3, 'bottomRight', 'bottomLeft'],
  [4, 'bottomLeft', 'bottomRight'],
  [5, 'topLeft', 'bottomLeft'],
  [6, 'bottomLeft', 'topLeft'],
  [7, 'bottomRight', 'topRight'],
  [8, 'topRight', 'bottomRight'],
];

describe('a photograph', () => {
  it.each(seen)('with orientation %i stands upright: its %s is top left, its %s top right', async (orientation, topLeft, topRight) => {
    for (const little of [true, false]) {
      const { document } = await made(file(withExif(picture('base.jpg'), orientation, { little })));
      const { corners, sheet } = placed(document);
      const xs = Object.values(corners).map(({ x }) => x);
      const ys = Object.values(corners).map(({ y }) => y);
      expect(corners[topLeft].x).toBeCloseTo(Math.min(...xs));
      expect(corners[topLeft].y).toBeCloseTo(Math.max(...ys));
      expect(corners[topRight].x).toBeCloseTo(Math.max(...xs));
      expect(corners[topRight].y).toBeCloseTo(Math.max(...ys));
      // 24 by 16 points: lying, and standing once it is turned.
      expect([sheet.width, sheet.height]).toEqual(orientation > 4 ? [612, 792] : [792, 612]);
      const [width, height] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
      expect(width / height).toBeCloseTo(orientation > 4 ? 16 / 24 : 24 / 16);
      expect(Math.min(...xs) + Math.max(...xs)).toBeCloseTo(sheet.width);
      expect(Math.min(...ys) + Math.max(...ys)).toBeCloseTo(sheet.height);
    }
  });

  it('of a number nobody defined stands as it is stored', () => {
    for (const orientation of [0, 9, 65_535]) expect(uprightOf(orientation)).toEqual({ mirrored: false, turn: 0 });
  });

  it.each(['base.jpg', 'prog.jpg', 'gray.jpg', 'cmyk.jpg'] as const)('%s keeps the very bytes it came with', async (name) => {
    const { document } = await made(file(picture(name)));
    const { image } = placed(document);
    expect(Buffer.from(image.contents).equals(picture(name))).toBe(true);
    expect(image.dict.get(PDFName.of('Filter'))).toBe(PDFName.of('DCTDecode'));
    const color = { 'gray.jpg': 'DeviceGray', 'cmyk.jpg': 'DeviceCMYK' }[name as string] ?? 'DeviceRGB';
    expect(image.dict.get(PDFName.of('ColorSpace'))).toBe(PDFName.of(color));
  });

  it('fills its sheet within the margin, and a small one is not blown up', async () => {
    const large = tiffOf([{ width: 1_600, height: 2_000, bits: 1, photometric: 1, data: new Uint8Array(200 * 2_000) }]);
    const { document } = await made(file(large, 'scan.tif'), file(picture('base.jpg')));
    const { corners } = placed(document);
    expect(corners.topRight.x - corners.topLeft.x).toBeCloseTo(576);
    expect(corners.topLeft.y - corners.bottomLeft.y).toBeCloseTo(720);
    const small = placed(document, 1).corners;
    expect(small.topRight.x - small.topLeft.x).toBeCloseTo((24 * 72) / 100);
  });

  it('of a fax of normal resolution is as high as the paper was', () => {
    const fax = { width: 1_728, height: 1_078, upright: uprightOf(1), stretch: 204 / 98 };
    expect(uprightSize(fax).height).toBeCloseTo(2_244, -1);
    expect(uprightSize(fax, 90)).toEqual({ width: uprightSize(fax).height, height: 1_728 });
  });

  it('turned further by hand goes on from where its tag put it', () => {
    const box = { left: 10, bottom: 20, width: 30, height: 40 };
    expect(uprightMatrix({ upright: uprightOf(6) }, box, 90)).toEqual(uprightMatrix({ upright: uprightOf(3) }, box));
    expect(uprightMatrix({ upright: uprightOf(8) }, box, 90)).toEqual(uprightMatrix({ upright: uprightOf(1) }, box));
    expect(uprightMatrix({ upright: uprightOf(1) }, box)).toEqual([30, 0, 0, 40, 10, 20]);
  });
});

describe('photographs together', () => {
  it('become one document in their order, pages of a TIFF included, and the same files the same bytes', async () => {
    const files = [file(picture('base.jpg')), file(picture('g4x2.tif'), 'fax.tif'), file(picture('rgba16i.png'), 'a.png'), file(picture('jstrips.tif'), 'b.tif')];
    const { document, bytes } = await made(...files);
    expect(document.getPageCount()).toBe(5);
    expect(await examine(bytes, 'photos.pdf')).toEqual({ ok: true, value: { mediaType: 'application/pdf', kind: 'pdf', pages: 5, notes: [] } });
    const again = await made(...files);
    expect(Buffer.from(again.bytes).equals(bytes)).toBe(true);
  });

  it('say how far they are', async () => {
    const told: string[] = [];
    await photographsToPdf([file(picture('base.jpg')), file(picture('bw.png'))], (done, total) => told.push(`${done}/${total}`));
    expect(told).toEqual(['1/2', '2/2']);
  });

  it('name the file that stands in the way, and make nothing', async () => {
    const good = file(picture('base.jpg'));
    const problem = async (bytes: Uint8Array, name: string) => {
      const result = await photographsToPdf([good, file(bytes, name)]);
      return result.ok ? null : result.error;
    };
    expect(await problem(picture('base.jpg').slice(0, 200), 'b.jpg')).toEqual({ at: 1, name: 'b.jpg', problem: { code: 'truncated' } });
    expect(await problem(new Uint8Array(), 'b.jpg')).toEqual({ at: 1, name: 'b.jpg', problem: { code: 'empty' } });
    expect(await problem(await pdfOf(['x']), 'b.pdf')).toEqual({ at: 1, name: 'b.pdf', problem: { code: 'unsupported', what: 'a PDF' } });
    expect(await problem(picture('big.tif'), 'b.tif')).toEqual({ at: 1, name: 'b.tif', problem: { code: 'unsupported', what: 'a BigTIFF' } });
    expect(await photographsToPdf([])).toMatchObject({ ok: false, error: { problem: { code: 'no-pages' } } });
  });
});
