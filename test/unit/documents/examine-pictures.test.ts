import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { examine } from '../../../shared/documents/examine.ts';
import { noteWords, problemWords, type DocumentProblem } from '../../../shared/documents/problem.ts';
import { fittingName, sniff } from '../../../shared/documents/sniff.ts';
import { pictureOf } from '../../../shared/documents/picture.ts';
import { writePng } from '../../../shared/documents/png.ts';
import { ascii, joined, pdfOf } from './fixtures/pdfs.ts';
import { picture, pictures } from './fixtures/pictures.ts';
import { withExif } from './fixtures/exif.ts';

const refused = (code: string, more = {}) => ({ ok: false, error: { code, ...more } });
const names = Object.keys(pictures) as (keyof typeof pictures)[];
const jpegs = names.filter((name) => name.endsWith('.jpg'));
const pngs = names.filter((name) => name.endsWith('.png'));

describe('a JPEG', () => {
  it.each(jpegs)('%s is taken as one page', async (name) => {
    expect(await examine(picture(name), name)).toEqual({ ok: true, value: { mediaType: 'image/jpeg', kind: 'jpeg', pages: 1, notes: [] } });
  });

  it.each(jpegs)('%s is truncated wherever it is cut off', async (name) => {
    const whole = picture(name);
    for (let length = 3; length < whole.length; length += 1) expect([length, await examine(whole.slice(0, length), name)]).toEqual([length, refused('truncated')]);
  });

  it('may have a second picture or other leftovers of a phone behind its end', async () => {
    expect(await examine(joined(picture('base.jpg'), new Uint8Array(500), picture('prog.jpg')), 'a.jpg')).toMatchObject({ ok: true });
  });

  it('is not whole because the thumbnail within is', async () => {
    const thumbnail = picture('base.jpg');
    const withThumbnail = withExif(picture('prog.jpg'), 1, { behind: thumbnail });
    expect(await examine(withThumbnail, 'a.jpg')).toMatchObject({ ok: true });
    expect(pictureOf(withThumbnail, 'jpeg')).toMatchObject({ ok: true, value: { width: 24, height: 16 } });
    expect(await examine(withThumbnail.slice(0, thumbnail.length + 100), 'a.jpg')).toEqual(refused('truncated'));
  });

  it('of a rare kind, which no PDF reader shows, is named', async () => {
    const lossless = picture('base.jpg').slice();
    const frame = lossless.findIndex((byte, at) => byte === 0xff && lossless[at + 1] === 0xc0);
    lossless[frame + 1] = 0xc3;
    expect(await examine(lossless, 'a.jpg')).toEqual(refused('unsupported', { what: 'a lossless JPEG' }));
  });

  it('without a picture, or of no size, is damaged', async () => {
    expect(await examine(Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), 'a.jpg')).toEqual(refused('damaged'));
    const flat = picture('base.jpg').slice();
    const frame = flat.findIndex((byte, at) => byte === 0xff && flat[at + 1] === 0xc0);
    flat.fill(0, frame + 5, frame + 9);
    expect(await examine(flat, 'a.jpg')).toEqual(refused('damaged'));
    flat.fill(0xff, frame + 5, frame + 9);
    expect(await examine(flat, 'a.jpg')).toEqual(refused('too-large', { limit: { megapixels: 200 } }));
  });
});

describe('a PNG', () => {
  it.each(pngs)('%s is taken as one page', async (name) => {
    expect(await examine(picture(name), name)).toEqual({ ok: true, value: { mediaType: 'image/png', kind: 'png', pages: 1, notes: [] } });
  });

  it.each(pngs)('%s is truncated wherever it is cut off', async (name) => {
    const whole = picture(name);
    for (let length = 8; length < whole.length; length += 1) expect([length, await examine(whole.slice(0, length), name)]).toEqual([length, refused('truncated')]);
  });

  it('is damaged where a piece is not as its checksum says', async () => {
    const whole = picture('rgba16i.png');
    for (let at = 16; at < whole.length - 12; at += 3) {
      const spoiled = whole.slice();
      spoiled[at] = (spoiled[at] ?? 0) ^ 1;
      expect(await examine(spoiled, 'a.png')).toMatchObject({ ok: false });
    }
  });

  it('is damaged where its rows are fewer than it says, and too large before they are unpacked', async () => {
    const rows = (width: number, height: number, has: number) => writePng({ width, height, bits: 1, colours: 1, rows: new Uint8Array(has) });
    expect(await examine(rows(8, 4, 4), 'a.png')).toMatchObject({ ok: true });
    const four = rows(8, 4, 4);
    const three = rows(8, 3, 3);
    // The head of four rows before the rows of three.
    expect(await examine(joined(four.slice(0, 33), three.slice(33)), 'a.png')).toEqual(refused('damaged'));
    const wide = rows(20_000, 10_001, 0);
    expect(await examine(wide, 'a.png')).toEqual(refused('too-large', { limit: { megapixels: 200 } }));
  });
});

describe('what is kept as it is', () => {
  const docx = zipSync({ '[Content_Types].xml': ascii('<Types/>'), 'word/document.xml': ascii('<w:document/>') });
  const kept = (mediaType: string, notes: readonly unknown[] = []) => ({ ok: true, value: { mediaType, kind: 'kept', pages: 0, notes } });

  it('is known by its content', async () => {
    expect(await examine(docx, 'Resume.docx')).toEqual(kept('application/vnd.openxmlformats-officedocument.wordprocessingml.document'));
    expect(await examine(zipSync({ '[Content_Types].xml': ascii('x'), 'xl/workbook.xml': ascii('x') }), 'a.xlsx')).toEqual(kept('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'));
    expect(await examine(zipSync({ 'a.txt': ascii('x') }), 'a.zip')).toEqual(kept('application/zip'));
    expect(await examine(ascii('{\\rtf1 x}'), 'a.rtf')).toEqual(kept('application/rtf'));
    expect(await examine(ascii('Trained on 5 May.\r\n'), 'note.txt')).toEqual(kept('text/plain'));
    expect(await examine(ascii('<!DOCTYPE html><html></html>'), 'a.htm')).toEqual(kept('text/html'));
    expect(await examine(ascii('From: a@example.org\r\nMIME-Version: 1.0\r\n\r\n'), 'a.eml')).toEqual(kept('message/rfc822'));
    expect(await examine(joined(new Uint8Array(4), ascii('ftypheic'), new Uint8Array(8), ascii('mif1')), 'IMG_1.HEIC')).toEqual(kept('image/heic', [{ code: 'not-shown', is: 'a HEIC photo' }]));
    expect(await examine(Uint8Array.of(1, 2, 3), 'a.xyz')).toEqual(kept('application/octet-stream'));
  });

  it('is refused where it is cut off, locked, or a program', async () => {
    expect(await examine(docx.slice(0, docx.length - 30), 'Resume.docx')).toEqual(refused('truncated'));
    const office = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
    expect(await examine(joined(office, new Uint8Array(600)), 'a.doc')).toEqual(kept('application/x-cfb'));
    expect(await examine(joined(office, new Uint8Array(600), new Uint8Array(Buffer.from('EncryptedPackage', 'utf16le'))), 'a.docx')).toEqual(refused('encrypted', { unlockable: false }));
    expect(await examine(joined(ascii('MZ'), new Uint8Array(200)), 'scan.pdf')).toEqual(refused('program'));
  });

  it('is broken where its name says a document and nobody knows its content', async () => {
    for (const name of ['a.pdf', 'a.JPG', 'a.tiff', 'a.docx']) expect(await examine(Uint8Array.of(1, 2, 3), name)).toEqual(refused('damaged'));
  });
});

describe('a name that lies', () => {
  it('is said, with the name it should have', async () => {
    const notes = async (bytes: Uint8Array, name: string) => {
      const read = await examine(bytes, name);
      return read.ok ? read.value.notes.map((note) => noteWords(note, name)) : [];
    };
    expect(await notes(picture('base.jpg'), 'CPR card.pdf')).toEqual(['Named .pdf, and is a JPEG picture: kept as CPR card.jpg.']);
    expect(await notes(await pdfOf(['one']), 'CPR card.jpg')).toEqual(['Named .jpg, and is a PDF: kept as CPR card.pdf.']);
    expect(await notes(zipSync({ a: ascii('x') }), 'file.pdf')).toEqual(['Named .pdf, and is a ZIP archive: kept as file.zip.']);
    expect(await notes(ascii('<html>Sign in</html>'), 'certificate.pdf')).toEqual(['Named .pdf, and is a web page: kept as certificate.html.']);
    expect(await notes(picture('base.jpg'), 'photo')).toEqual(['Named without an ending, and is a JPEG picture: kept as photo.jpg.']);
    expect(await notes(picture('base.jpg'), 'photo.JPEG')).toEqual([]);
  });

  it('keeps what is no ending', () => {
    const pdf = sniff(ascii('%PDF-1.4'));
    expect(fittingName('Rev. 3 of Jan', pdf)).toBe('Rev. 3 of Jan.pdf');
    expect(fittingName('Card 2026.05', pdf)).toBe('Card 2026.05.pdf');
    expect(fittingName('.hidden', pdf)).toBe('.hidden.pdf');
    expect(fittingName('scan.tif', pdf)).toBe('scan.pdf');
  });
});

describe('the words', () => {
  it('name the file, say what to do, and never blame', () => {
    const problems: readonly DocumentProblem[] = [
      { code: 'empty' }, { code: 'encrypted', unlockable: true }, { code: 'encrypted', unlockable: false }, { code: 'wrong-password' }, { code: 'truncated' }, { code: 'no-pages' }, { code: 'damaged' },
      { code: 'damaged', pages: [2] }, { code: 'damaged', pages: [2, 3, 5] }, { code: 'too-large', limit: { megabytes: 256 } }, { code: 'too-large', limit: { pages: 5_000 } }, { code: 'too-large', limit: { megapixels: 200 } },
      { code: 'unsupported', what: 'a BigTIFF' }, { code: 'program' }, { code: 'unreachable' }, { code: 'not-examined' },
    ];
    const words = problems.map((problem) => problemWords(problem, 'TB test.pdf'));
    expect(new Set(words).size).toBe(problems.length);
    for (const each of words) {
      expect(each).toMatch(/TB test\.pdf.*[.;:] ?.*\.$/s);
      expect(each).not.toMatch(/error|oops|please|invalid/i);
    }
    expect(words[8]).toContain('pages 2-3,5 cannot be read');
  });
});
