import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { examine } from '../../../shared/documents/examine.ts';
import { hasEnd } from '../../../shared/documents/pdf-end.ts';
import { unlockPdf } from '../../../shared/documents/unlock.ts';
import { textOfPdf } from './fixtures/read-pdf.ts';
import { ascii, joined, pdfOf, stream, written } from './fixtures/pdfs.ts';

const taken = (pages: number, notes: readonly unknown[] = []) => ({ ok: true, value: { mediaType: 'application/pdf', kind: 'pdf', pages, notes } });
const refused = (code: string, more = {}) => ({ ok: false, error: { code, ...more } });
const catalog = '<< /Type /Catalog /Pages 2 0 R >>';
const page = (more: string): string => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] ${more} >>`;

describe('a PDF that is whole', () => {
  it.each([false, true])('is taken with its pages (objects in streams: %s)', async (objectStreams) => {
    expect(await examine(await pdfOf(['one', 'two', 'three'], { objectStreams }), 'File.pdf')).toEqual(taken(3));
  });

  it('may begin with leftovers of a mail within 1,024 bytes, and not behind', async () => {
    const whole = await pdfOf(['one']);
    expect(await examine(joined(ascii('x'.repeat(1_024)), whole), 'File.pdf')).toMatchObject({ ok: true });
    expect(await examine(joined(ascii('x'.repeat(1_025)), whole), 'File.pdf')).toEqual(refused('damaged'));
  });

  it('may end with blanks, zeros or the last line of a fax server', async () => {
    const whole = await pdfOf(['one']);
    for (const tail of ['\r\n\r\n', '\0'.repeat(4_096), '\n--boundary--\n']) expect(await examine(joined(whole, ascii(tail)), 'a.pdf')).toEqual(taken(1));
  });

  it('may lack its last mark where its table is there', async () => {
    const whole = Buffer.from(await pdfOf(['one'])).toString('latin1').replace(/%%EOF\s*$/, '');
    expect(await examine(new Uint8Array(Buffer.from(whole, 'latin1')), 'a.pdf')).toEqual(taken(1));
  });

  it('has pages that are blank named, by what is drawn on them', async () => {
    expect(await examine(await pdfOf(['one', '', 'three', '']), 'a.pdf')).toEqual(taken(4, [{ code: 'blank-pages', pages: [2, 4] }]));
    const contents = [stream('q 1 0 0 1 0 0 cm Q % Tj in a remark'), stream('BT (S Do f) pop ET'), stream('0 0 10 10 re f'), stream('')];
    const byHand = written([catalog, '<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R 6 0 R] /Count 4 >>', ...[7, 8, 9, 10].map((each) => page(`/Contents ${each} 0 R`)), ...contents]);
    expect(await examine(byHand, 'a.pdf')).toEqual(taken(4, [{ code: 'blank-pages', pages: [1, 2, 4] }]));
  });

  it('is not blank where only an annotation stands on the page', async () => {
    const file = written([catalog, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page('/Annots [4 0 R]'), '<< /Type /Annot /Subtype /FreeText /Rect [0 0 100 100] /Contents (Approved) >>']);
    expect(await examine(file, 'a.pdf')).toEqual(taken(1));
  });

  it('has the pages of its tree, whatever it says of their number', async () => {
    const file = (count: string): Uint8Array => written([catalog, `<< /Type /Pages /Kids [3 0 R] /Count ${count} >>`, page('/Contents 4 0 R'), stream('0 0 9 9 re f')]);
    expect(await examine(file('1'), 'a.pdf')).toEqual(taken(1));
    expect(await examine(file('2000000000'), 'a.pdf')).toEqual(taken(1, [{ code: 'miscounted', stated: 2_000_000_000 }]));
    expect(await examine(file('-1'), 'a.pdf')).toMatchObject({ ok: true, value: { pages: 1 } });
  });
});

describe('a PDF that is not whole', () => {
  it('is truncated wherever it is cut off before its end', async () => {
    for (const objectStreams of [false, true]) {
      const whole = await pdfOf(['one', 'two'], { objectStreams });
      const end = Buffer.from(whole).lastIndexOf('startxref');
      for (let length = 16; length < end + 9; length += length < end - 40 ? 37 : 1) expect(await examine(whole.slice(0, length), 'a.pdf')).toEqual(refused('truncated'));
    }
  });

  it('is truncated in the middle of the place of its table', async () => {
    const whole = await pdfOf(Array.from({ length: 40 }, (_each, at) => `page ${at}`));
    const text = Buffer.from(whole).toString('latin1');
    const digits = text.lastIndexOf('startxref\n') + 10;
    expect(await examine(whole.slice(0, digits + 2), 'a.pdf')).toEqual(refused('truncated'));
  });

  it('is truncated where an update of it was cut off, or a file made for the web ends behind its head', async () => {
    const whole = await pdfOf(['one']);
    expect(await examine(joined(whole, ascii('9 0 obj\n<< /Type /Page')), 'a.pdf')).toEqual(refused('truncated'));
    const updated = joined(whole, ascii('9 0 obj\n<< /A 1 >>\nendobj\n'));
    expect(hasEnd(updated)).toBe(false);
    const at = updated.length;
    expect(hasEnd(joined(updated, ascii(`xref\n9 1\n0000000000 00000 n \ntrailer\n<< /Size 10 /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`)))).toBe(true);
  });

  it('has no pages, or has lost them', async () => {
    expect(await examine(written([catalog, '<< /Type /Pages /Kids [] /Count 0 >>']), 'a.pdf')).toEqual(refused('no-pages'));
    expect(await examine(written([catalog, '<< /Type /Pages /Kids [] /Count 3 >>']), 'a.pdf')).toEqual(refused('damaged'));
    expect(await examine(written([catalog, '<< /Type /Pages /Kids [3 0 R 9 0 R] /Count 2 >>', page('')]), 'a.pdf')).toEqual(refused('damaged'));
    expect(await examine(written(['<< /Type /Catalog >>']), 'a.pdf')).toEqual(refused('damaged'));
    expect(await examine(written([catalog, '<< /Type /Pages /Kids [2 0 R] /Count 1 >>']), 'a.pdf')).toEqual(refused('damaged'));
  });

  it('has pages that would come out empty named: content that is gone or cannot be unpacked, a picture without its bytes', async () => {
    const three = '<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>';
    const file = written([
      catalog, three, page('/Contents 6 0 R'), page('/Contents 99 0 R'), page('/Contents 7 0 R'), stream('0 0 9 9 re f'), stream('x\u0001\u0002 no packing at all', '/Filter /FlateDecode '),
    ]);
    expect(await examine(file, 'a.pdf')).toEqual(refused('damaged', { pages: [2, 3] }));
    const scan = (bytes: string): Uint8Array => written([
      catalog, '<< /Type /Pages /Kids [3 0 R] /Count 1 /Resources << /XObject << /I 5 0 R >> >> >>', page('/Contents 4 0 R'), stream('612 0 0 792 0 0 cm /I Do'),
      stream(bytes, '/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray '),
    ]);
    expect(await examine(scan('a'), 'a.pdf')).toEqual(taken(1));
    expect(await examine(scan(''), 'a.pdf')).toEqual(refused('damaged', { pages: [1] }));
  });

  it('is empty, one byte, or holds nothing of a PDF but its name', async () => {
    expect(await examine(new Uint8Array(), 'a.pdf')).toEqual(refused('empty'));
    expect(await examine(Uint8Array.of(0), 'a.pdf')).toEqual(refused('damaged'));
    expect(await examine(new Uint8Array(5_000), 'a.pdf')).toEqual(refused('damaged'));
    expect(await examine(ascii('%PDF-1.7'), 'a.pdf')).toEqual(refused('truncated'));
  });
});

const algorithms = ['AES-256', 'AES-128', 'RC4-128', 'RC4-40'] as const;

describe('a PDF with a password', () => {
  const locked = (algorithm: (typeof algorithms)[number], userPassword: string | undefined, objectStreams = false) =>
    pdfOf(['Negative, read after 48 hours', 'second page'], { objectStreams, lock: { ownerPassword: 'owner-1', ...(userPassword !== undefined && { userPassword }), algorithm, allowWeakCryptography: true } });

  it.each(algorithms)('(%s) asks for it, knows a wrong one, and opens with the right one or the owner\'s', async (algorithm) => {
    const file = await locked(algorithm, 'Tüne-7');
    expect(await examine(file, 'a.pdf')).toEqual(refused('encrypted', { unlockable: true }));
    expect(await examine(file, 'a.pdf', '')).toEqual(refused('encrypted', { unlockable: true }));
    expect(await examine(file, 'a.pdf', 'tüne-7')).toEqual(refused('wrong-password'));
    expect(await examine(file, 'a.pdf', 'Tüne-7')).toEqual(taken(2));
    expect(await examine(file, 'a.pdf', 'owner-1')).toEqual(taken(2));
  });

  it.each(algorithms.flatMap((algorithm) => [[algorithm, false], [algorithm, true]] as const))('(%s) comes out without one, every page with its text (objects in streams: %s)', async (algorithm, objectStreams) => {
    const file = await locked(algorithm, 'secret', objectStreams);
    const made = await unlockPdf(file, 'secret');
    if (!made.ok) throw new Error(made.error.code);
    expect(made.value.pages).toBe(2);
    expect((await PDFDocument.load(made.value.bytes)).isEncrypted).toBe(false);
    expect(await examine(made.value.bytes, 'a.pdf')).toEqual(taken(2));
    expect(await textOfPdf(made.value.bytes)).toEqual(['Negative, read after 48 hours', 'second page']);
    expect(await unlockPdf(file, 'Secret')).toEqual(refused('wrong-password'));
    expect(await unlockPdf(file, 'secret')).toEqual(made);
  });

  it.each(algorithms)('(%s) of its owner alone opens for anybody, and that is said', async (algorithm) => {
    const file = await locked(algorithm, undefined);
    expect(await examine(file, 'a.pdf')).toEqual(taken(2, [{ code: 'restricted' }]));
    expect(await unlockPdf(file, '')).toMatchObject({ ok: true, value: { pages: 2 } });
  });

  it('is truncated, not locked, where its end is missing', async () => {
    const file = await locked('AES-256', 'secret');
    expect(await examine(file.slice(0, file.length - 200), 'a.pdf', 'secret')).toEqual(refused('truncated'));
  });

  it('of a kind no password opens is named', async () => {
    const file = Buffer.from(await locked('AES-128', 'x')).toString('latin1').replace('/Filter /Standard', '/Filter /Acme.Key');
    expect(await examine(new Uint8Array(Buffer.from(file, 'latin1')), 'a.pdf', 'x')).toEqual(refused('encrypted', { unlockable: false }));
  });
});
