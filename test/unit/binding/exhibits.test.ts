import { degrees, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { encode } from 'jpeg-js';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ExhibitTrouble } from '../../../electron/binder/exhibits.ts';
import { lookAt } from '../../../electron/binder/pdfium.ts';
import { readPdf } from '../pdf/reading.ts';
import { qpdfCheck } from './qpdf.ts';
import { bound, documentOf, pdfSaying, shelfOf, shown } from './stacks.ts';

/** All that is in a file: its bytes, and those of every stream unpacked. */
function everything(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes);
  const text = raw.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n/g)].map((found) => {
    try {
      return inflateSync(raw.subarray(found.index + found[0].length)).toString('latin1');
    } catch {
      return '';
    }
  });
  return [text, ...streams].join('\n');
}

/** Where a word of a page of a PDF stands, as shares of the page. */
async function whereIs(bytes: Uint8Array, page: number, word: string) {
  const looked = await lookAt(bytes);
  try {
    return looked?.words(page).find(({ text }) => text === word);
  } finally {
    looked?.close();
  }
}

const middle = { x: 306, y: 396 };
const frame = { left: 78.5 / 612, right: (78.5 + 479) / 612, top: (792 - 710) / 792, bottom: (792 - 90) / 792 };

describe('a page of a PDF in a binder', () => {
  it('is shown at 78 %, inside the frame, its text still text, its content as it was packed', async () => {
    const source = await pdfSaying(['Criminal', 'Second']);
    const made = await bound(shelfOf(source), [documentOf(source, [shown(1), shown(2)])]);
    const pdf = await readPdf(made);
    expect(pdf.pages.map(({ items }) => items.filter((item) => ['Criminal', 'Second'].includes(item)))).toEqual([['Criminal'], ['Second']]);
    const [before, after] = [await whereIs(source, 1, 'Criminal'), await whereIs(made, 1, 'Criminal')];
    expect((after?.width ?? 0) / (before?.width ?? 1)).toBeCloseTo(0.7827, 2);
    expect((after?.left ?? 0) * 612).toBeCloseTo(78.5 + (before?.left ?? 0) * 479, 0);
    expect(await qpdfCheck(made)).toBe(0);
  });

  it.each([0, 90, 180, 270] as const)('stands as a viewer shows it where the file turns it by %i degrees, and as a person turned it further', async (angle) => {
    const source = await pdfSaying(['Turned'], (made) => { made.getPage(0).setRotation(degrees(angle)); });
    for (const turn of [0, 90, 180, 270] as const) {
      const made = await bound(shelfOf(source), [documentOf(source, [shown(1, { turn })])]);
      const word = await whereIs(made, 1, 'Turned');
      const at = { x: ((word?.left ?? 0) + (word?.width ?? 0) / 2) * 612, y: 792 - ((word?.top ?? 0) + (word?.height ?? 0) / 2) * 792 };
      // Upper left of the upright page; clockwise from there.
      const expected = { 0: [-1, 1], 90: [1, 1], 180: [1, -1], 270: [-1, -1] }[((angle + turn) % 360) as 0 | 90 | 180 | 270];
      expect([Math.sign(at.x - middle.x), Math.sign(at.y - (90 + 310))], `${angle} + ${turn}`).toEqual(expected);
      expect(word?.left).toBeGreaterThan(frame.left);
      expect((word?.left ?? 1) + (word?.width ?? 1)).toBeLessThan(frame.right);
      expect(word?.top).toBeGreaterThan(frame.top);
      expect((word?.top ?? 1) + (word?.height ?? 1)).toBeLessThan(frame.bottom);
    }
  });

  it('shows what its crop box shows, as large as the frame allows', async () => {
    const source = await pdfSaying(['Cropped'], (made) => { made.getPage(0).setCropBox(60, 690, 200, 40); });
    const made = await bound(shelfOf(source), [documentOf(source, [shown(1)])]);
    const word = await whereIs(made, 1, 'Cropped');
    expect(((word?.top ?? 0) + (word?.height ?? 0) / 2) * 792).toBeCloseTo(792 - 400, -2);
  });

  it('keeps what was typed into a form and noted on the page, and none of its scripts, links, files or metadata', async () => {
    const source = await pdfSaying(['Form'], async (made) => {
      const field = made.getForm().createTextField('name');
      field.setText('Typed');
      field.addToPage(made.getPage(0), { x: 72, y: 600, width: 200, height: 24 });
      made.addJavaScript('main', 'app.alert("SCRIPT")');
      await made.attach(new TextEncoder().encode('HIDDEN FILE'), 'hidden.txt', {});
      const link = made.context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [72, 690, 200, 720], A: { S: 'URI', URI: PDFString.of('https://elsewhere.example') } });
      made.getPage(0).node.addAnnot(made.context.register(link));
      made.getPage(0).node.Resources()?.set(PDFName.of('Secret'), PDFString.of('PRIVATE'));
      const [, content] = made.getPage(0).node.normalizedEntries().XObject.entries()[0] ?? [];
      expect(content).toBeUndefined();
      made.setSubject('SUBJECT');
    });
    const made = await bound(shelfOf(source), [documentOf(source, [shown(1)])]);
    const [page] = (await readPdf(made)).pages;
    expect(page?.text).toContain('Form');
    expect(page?.text).toContain('Typed');
    expect(everything(made)).not.toMatch(/SCRIPT|HIDDEN|elsewhere|PRIVATE|SUBJECT|hidden\.txt|JavaScript|AcroForm/);
    expect(await qpdfCheck(made)).toBe(0);
  });

  it('comes once with its fonts, however often it is shown, and the same bytes give the same binder', async () => {
    const source = await pdfSaying(Array.from({ length: 20 }, (_, index) => `Page${index}`));
    const documents = [documentOf(source, Array.from({ length: 20 }, (_, index) => shown(index + 1))), documentOf(source, [shown(1)])];
    const made = await bound(shelfOf(source), documents);
    expect(Buffer.from(made).toString('latin1').match(/\/BaseFont \/Helvetica\b/g)).toHaveLength(1);
    expect(await bound(shelfOf(source), documents)).toEqual(made);
    expect((await readPdf(made)).pages.at(-1)?.items).toContain('Page0');
  });

  it('keeps hidden layers hidden', async () => {
    const source = await pdfSaying(['Seen'], (made) => {
      const layer = made.context.register(made.context.obj({ Type: 'OCG', Name: PDFString.of('private') }));
      made.catalog.set(PDFName.of('OCProperties'), made.context.obj({ OCGs: [layer], D: { OFF: [layer] } }));
      made.getPage(0).node.Resources()?.set(PDFName.of('Properties'), made.context.obj({ L: layer }));
    });
    const made = await PDFDocument.load(await bound(shelfOf(source), [documentOf(source, [shown(1)])]));
    expect(made.catalog.lookup(PDFName.of('OCProperties'))?.toString()).toMatch(/\/OFF \[ \d+ 0 R \]/);
  });
});

/** A photograph with notes of its camera: a JPEG of stripes, its Exif asking for a quarter turn. */
function photograph(width: number, height: number): Uint8Array {
  const data = new Uint8Array(width * height * 4).map((_, index) => (index % 4 === 3 ? 255 : (index * 37) % 256));
  const plain = encode({ width, height, data }, 70).data;
  const exif = Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0', 'latin1'), Buffer.from('GPS 30.4515 N 91.1871 W')]);
  const head = Buffer.from([0xff, 0xe1, (exif.length + 2) >> 8, (exif.length + 2) & 255]);
  return new Uint8Array(Buffer.concat([plain.subarray(0, 2), head, exif, plain.subarray(2)]));
}

describe('a picture in a binder', () => {
  it('is packed as it was, stands upright, and tells nothing of where it was taken', async () => {
    const source = photograph(400, 200);
    const made = await bound(shelfOf(source), [documentOf(source, [shown(1)], { name: 'photo.jpg', mediaType: 'image/jpeg' })]);
    expect(await qpdfCheck(made)).toBe(0);
    const raw = Buffer.from(made);
    const pixels = Buffer.from(source).subarray(Buffer.from(source).indexOf(Buffer.from([0xff, 0xda])));
    expect(raw.includes(pixels)).toBe(true);
    expect(raw.includes('GPS 30.4515')).toBe(false);
    // Wider than high as stored, higher than wide as held.
    const matrix = everything(made).match(/([\d.-]+ ){6}cm\n\/X1 Do/g)?.[0]?.split(' ').map(Number) ?? [];
    expect(matrix[0]).toBe(0);
    expect(Math.abs(matrix[1] ?? 0)).toBe(400);
  });
});

describe('a page with something to take out', () => {
  const secret = 'DOB04071985';
  it('is a picture with the area black in its pixels: neither its text nor its bytes are in the binder', async () => {
    const source = await pdfSaying([`Public ${secret}`]);
    const word = await whereIs(source, 1, secret);
    expect(word).toBeDefined();
    const { left = 0, top = 0, width = 0, height = 0 } = word ?? {};
    const made = await bound(shelfOf(source), [documentOf(source, [shown(1, { show: 'rasterised', marks: [{ page: 1, left, top, width, height, what: 'birth-date' }] })])]);
    expect((await readPdf(made)).pages[0]?.text).not.toMatch(/Public|DOB/);
    expect(everything(made)).not.toContain(secret);
    expect(everything(made)).not.toMatch(/444f423034303731393835/i);
    expect(await qpdfCheck(made)).toBe(0);
    const looked = await lookAt(made);
    const pixels = looked?.pixels(1, 72, []);
    looked?.close();
    const at = (x: number, y: number): number => pixels?.rgba[(Math.round(y) * (pixels.width) + Math.round(x)) * 4] ?? -1;
    const [x, y] = [78.5 + (left + width / 2) * 479, 82 + (top + height / 2) * 620];
    expect(at(x, y)).toBeLessThan(10);
    expect(at(x, y + 40)).toBeGreaterThan(245);
  });

  it('of a photograph is painted over in the picture too', async () => {
    const source = photograph(400, 200);
    const made = await bound(shelfOf(source), [
      documentOf(source, [shown(1, { show: 'rasterised', marks: [{ page: 1, left: 0, top: 0, width: 1, height: 1, what: 'other' }] })], { name: 'photo.jpg', mediaType: 'image/jpeg' }),
    ]);
    const pixels = Buffer.from(source).subarray(Buffer.from(source).indexOf(Buffer.from([0xff, 0xda])) + 40);
    expect(Buffer.from(made).includes(pixels)).toBe(false);
  });
});

describe('a document that cannot be shown', () => {
  const troublesOf = async (source: ReturnType<typeof shelfOf>, documents: Parameters<typeof bound>[1]) => {
    try {
      await bound(source, documents);
      return [];
    } catch (error) {
      if (error instanceof ExhibitTrouble) return error.troubles.map(({ why }) => why);
      throw error;
    }
  };

  it('is named with its reason, every one of them, and no page comes out blank', async () => {
    const good = await pdfSaying(['Good']);
    const cut = good.subarray(0, 400);
    const short = await pdfSaying(['One']);
    const why = await troublesOf(shelfOf(good, cut, short), [
      documentOf(good, [shown(1)]),
      documentOf(cut, [shown(1)], { name: 'cut.pdf' }),
      documentOf(short, [shown(2)], { name: 'short.pdf' }),
      documentOf(new Uint8Array([1, 2, 3]), [shown(1)], { name: 'gone.pdf' }),
    ]);
    expect(why).toHaveLength(3);
    expect(why[0]).toMatch(/^cut\.pdf is cut off/);
    expect(why[1]).toBe('short.pdf has 1 page where page 2 was filed. Look at the document and file it anew.');
    expect(why[2]).toBe('gone.pdf is on record, and its bytes are not on this machine.');
  });
});
