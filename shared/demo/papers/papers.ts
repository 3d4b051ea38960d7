import { zipSync, zlibSync } from 'fflate';
import { bytesToHex } from '@noble/hashes/utils.js';
import { asciiOf, onePagePdf, writtenPdf } from '../one-page-pdf.ts';
import { writeJpeg } from './jpeg.ts';
import { emptySheet, fill, packed, write, type Sheet } from './sheet.ts';

/** How a paper came to the agency: printed by a program, photographed with a telephone, faxed, or written as a Word file. */
export type PaperKind = 'printed' | 'photo' | 'fax' | 'word';

export type Paper = { readonly bytes: Uint8Array; readonly mediaType: string; readonly ending: string; readonly pages?: number };

/** A paper with a title and some lines. Every one says SYNTHETIC, to the eye and in its bytes. Same words, same bytes. */
export function paperOf(kind: PaperKind, title: string, lines: readonly string[]): Paper {
  switch (kind) {
    case 'printed':
      return { bytes: onePagePdf(title, lines), mediaType: 'application/pdf', ending: 'pdf', pages: 1 };
    case 'photo':
      return { bytes: cardPhoto(title, lines), mediaType: 'image/jpeg', ending: 'jpg', pages: 1 };
    case 'fax':
      return { bytes: fax([faxCover(), typed(title, lines)]), mediaType: 'image/tiff', ending: 'tif', pages: 2 };
    case 'word':
      return { bytes: wordFile(title, lines), mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', ending: 'docx' };
  }
}

const note = '(SYNTHETIC)';
const small = 'SYNTHETIC: made for the demo agency of Muster.';

/** A sheet of paper at 100 points an inch, as a scanner or fax sees it, with a hole punched and a line of dirt. */
function typed(title: string, lines: readonly string[], footer = small): Sheet {
  const sheet = emptySheet(850, 1_100);
  write(sheet, 100, 110, title.slice(0, 36), 3, 1);
  fill(sheet, { left: 100, top: 140, width: 650, height: 2 }, 1);
  for (const [at, line] of lines.entries()) write(sheet, 100, 180 + at * 30, line.slice(0, 54), 2, 1);
  write(sheet, 100, 700, 'SYNTHETIC', 12, 1);
  write(sheet, 100, 1_020, footer, 2, 1);
  fill(sheet, { left: 24, top: 540, width: 20, height: 20 }, 1);
  fill(sheet, { left: 838, top: 0, width: 1, height: 1_100 }, 1);
  return sheet;
}

/** A personnel file that went through the scanner in one go: a page for each list of lines, pictures without a text, in one PDF. */
export function scannedFile(pages: readonly { readonly title: string; readonly lines: readonly string[] }[]): Uint8Array {
  const content = `% ${note}\nq 612 0 0 792 0 0 cm /Scan Do Q`;
  const objects = pages.flatMap(({ title, lines }, at) => {
    const sheet = typed(title, lines, `${small} Page ${at + 1} of ${pages.length}`);
    const data = `${bytesToHex(zlibSync(packed(sheet, 0), { level: 9 }))}>`;
    const first = 3 + at * 3;
    return [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /XObject << /Scan ${first + 2} 0 R >> >> /Contents ${first + 1} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      `<< /Type /XObject /Subtype /Image /Width ${sheet.width} /Height ${sheet.height} /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter [/ASCIIHexDecode /FlateDecode] /Length ${data.length} >>\nstream\n${data}\nendstream`,
    ];
  });
  const kids = pages.map((_each, at) => `${3 + at * 3} 0 R`).join(' ');
  return writtenPdf(['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`, ...objects]);
}

/** What one line of the card holds; the rest of a longer one goes on the next, moved in. */
const perLine = 33;

function brokenLine(line: string): readonly string[] {
  const at = line.length <= perLine ? -1 : line.lastIndexOf(' ', perLine);
  return at < 1 ? [line.slice(0, perLine)] : [line.slice(0, at), `  ${line.slice(at + 1, at + perLine)}`];
}

/** A card on a desk, photographed with the telephone held upright: stored lying on its side, with the tag that says so. */
function cardPhoto(title: string, lines: readonly string[]): Uint8Array {
  const palette = [[122, 92, 66], [250, 249, 246], [178, 34, 44], [34, 34, 40], [208, 205, 198], [104, 78, 56]];
  const sheet = emptySheet(720, 544);
  for (let row = 0; row < sheet.height; row += 24) fill(sheet, { left: 0, top: row, width: sheet.width, height: 2 }, 5);
  fill(sheet, { left: 46, top: 62, width: 640, height: 424 }, 5);
  fill(sheet, { left: 40, top: 56, width: 640, height: 424 }, 1);
  fill(sheet, { left: 40, top: 56, width: 640, height: 68 }, 2);
  write(sheet, 64, 78, title.slice(0, 25), 4, 1);
  write(sheet, 92, 384, 'SYNTHETIC', 10, 4);
  for (const [at, line] of lines.flatMap(brokenLine).slice(0, 7).entries()) write(sheet, 64, 144 + at * 32, line, 3, 3);
  const [width, height] = [sheet.height, sheet.width];
  const rgb = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row += 1) {
    for (let at = 0; at < width; at += 1) rgb.set(palette[sheet.points[at * sheet.width + (sheet.width - 1 - row)] ?? 0] ?? [], (row * width + at) * 3);
  }
  return writeJpeg({ width, height, rgb }, 6, note);
}

const faxCover = (): Sheet => typed('FAX', ['To: Personnel office', 'From: Records', 'Pages: 2, this one included', 'As asked for. The original follows by mail.']);

/** Pages of a fax: half as many lines an inch as points, as machines send them, each row packed by itself (TIFF 6.0, PackBits). */
function fax(pages: readonly Sheet[]): Uint8Array {
  const out: number[] = [0x49, 0x49, 42, 0, 0, 0, 0, 0];
  const four = (value: number): readonly number[] => [value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >> 24) & 255];
  const put = (data: Iterable<number>): number => {
    if (out.length % 2 === 1) out.push(0);
    const at = out.length;
    for (const each of data) out.push(each);
    return at;
  };
  let pointer = 4;
  for (const sheet of pages) {
    const lines = { width: sheet.width, height: sheet.height / 2, points: halved(sheet) };
    const data = packBits(packed(lines, 1), Math.ceil(lines.width / 8));
    const strip = put(data);
    const remark = put([...Array.from(note, (letter) => letter.charCodeAt(0)), 0]);
    const [across, down] = [put([...four(100), ...four(1)]), put([...four(50), ...four(1)])];
    const entry = (tag: number, type: number, count: number, value: number): readonly number[] => [tag & 255, tag >> 8, type, 0, ...four(count), ...four(value)];
    const entries = [
      entry(254, 4, 1, 2), entry(256, 4, 1, lines.width), entry(257, 4, 1, lines.height), entry(258, 3, 1, 1), entry(259, 3, 1, 32773), entry(262, 3, 1, 0), entry(270, 2, note.length + 1, remark),
      entry(273, 4, 1, strip), entry(277, 3, 1, 1), entry(278, 4, 1, lines.height), entry(279, 4, 1, data.length), entry(282, 5, 1, across), entry(283, 5, 1, down), entry(296, 3, 1, 2),
    ];
    const directory = put([entries.length, 0, ...entries.flat()]);
    for (const [at, byte] of four(directory).entries()) out[pointer + at] = byte;
    pointer = out.length;
    out.push(0, 0, 0, 0);
  }
  return Uint8Array.from(out);
}

const halved = ({ width, height, points }: Sheet): Uint8Array => {
  const half = new Uint8Array(width * (height / 2));
  for (let row = 0; row < height / 2; row += 1) for (let at = 0; at < width; at += 1) half[row * width + at] = (points[row * 2 * width + at] ?? 0) | (points[(row * 2 + 1) * width + at] ?? 0);
  return half;
};

function packBits(rows: Uint8Array, stride: number): readonly number[] {
  const out: number[] = [];
  for (let start = 0; start < rows.length; start += stride) {
    for (let at = 0; at < stride;) {
      let same = 1;
      while (at + same < stride && same < 128 && rows[start + at + same] === rows[start + at]) same += 1;
      if (same > 1) {
        out.push(257 - same, rows[start + at] ?? 0);
        at += same;
        continue;
      }
      let other = 1;
      while (at + other < stride && other < 128 && rows[start + at + other] !== rows[start + at + other - 1]) other += 1;
      out.push(other - 1, ...rows.subarray(start + at, start + at + other));
      at += other;
    }
  }
  return out;
}

const escaped = (text: string): string => asciiOf(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A Word file of one page, stored unpacked. Its three parts are what Word needs to open it. */
function wordFile(title: string, lines: readonly string[]): Uint8Array {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const paragraph = (text: string, look = ''): string => `<w:p><w:r>${look}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
  const body = [paragraph(title, '<w:rPr><w:b/><w:sz w:val="36"/></w:rPr>'), ...lines.map((line) => paragraph(line)), paragraph(`${note} ${small}`, '<w:rPr><w:i/></w:rPr>')].join('');
  const parts = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, new TextEncoder().encode(text)])), { level: 0, mtime: new Date(1980, 0, 1, 12) });
}
