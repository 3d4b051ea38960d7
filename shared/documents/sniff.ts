import { firstPlace, isAt, lastPlace, latin } from './bytes.ts';
import type { DocumentKind } from './problem.ts';

/** What a file is by its content: its media type, how its pages are shown, its name in words, the endings it may have (the usual one first). */
export type Sniffed = { readonly mediaType: string; readonly kind: DocumentKind; readonly is: string; readonly endings: readonly string[] };

const types = {
  pdf: { mediaType: 'application/pdf', kind: 'pdf', is: 'a PDF', endings: ['pdf'] },
  jpeg: { mediaType: 'image/jpeg', kind: 'jpeg', is: 'a JPEG picture', endings: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  png: { mediaType: 'image/png', kind: 'png', is: 'a PNG picture', endings: ['png'] },
  tiff: { mediaType: 'image/tiff', kind: 'tiff', is: 'a TIFF picture', endings: ['tif', 'tiff', 'fax'] },
  heic: { mediaType: 'image/heic', kind: 'kept', is: 'a HEIC photo', endings: ['heic', 'heif', 'hif'] },
  avif: { mediaType: 'image/avif', kind: 'kept', is: 'an AVIF picture', endings: ['avif'] },
  webp: { mediaType: 'image/webp', kind: 'kept', is: 'a WebP picture', endings: ['webp'] },
  gif: { mediaType: 'image/gif', kind: 'kept', is: 'a GIF picture', endings: ['gif'] },
  bmp: { mediaType: 'image/bmp', kind: 'kept', is: 'a BMP picture', endings: ['bmp', 'dib'] },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', kind: 'kept', is: 'a Word document', endings: ['docx', 'docm', 'dotx'] },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', kind: 'kept', is: 'an Excel workbook', endings: ['xlsx', 'xlsm', 'xltx', 'xlsb'] },
  pptx: { mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', kind: 'kept', is: 'a PowerPoint presentation', endings: ['pptx', 'pptm', 'ppsx'] },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', kind: 'kept', is: 'an OpenDocument text', endings: ['odt', 'ott'] },
  ods: { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', kind: 'kept', is: 'an OpenDocument spreadsheet', endings: ['ods'] },
  zip: { mediaType: 'application/zip', kind: 'kept', is: 'a ZIP archive', endings: ['zip', 'pages', 'numbers', 'key', 'muster'] },
  office: { mediaType: 'application/x-cfb', kind: 'kept', is: 'an old Office document', endings: ['doc', 'xls', 'ppt', 'msg', 'dot', 'pub', 'wps'] },
  lockedOffice: { mediaType: 'application/x-cfb', kind: 'kept', is: 'an Office document with a password', endings: ['docx', 'xlsx', 'pptx', 'doc', 'xls', 'ppt'] },
  gzip: { mediaType: 'application/gzip', kind: 'kept', is: 'a gzip archive', endings: ['gz', 'tgz'] },
  rar: { mediaType: 'application/vnd.rar', kind: 'kept', is: 'a RAR archive', endings: ['rar'] },
  sevenZip: { mediaType: 'application/x-7z-compressed', kind: 'kept', is: 'a 7-Zip archive', endings: ['7z'] },
  rtf: { mediaType: 'application/rtf', kind: 'kept', is: 'an RTF document', endings: ['rtf', 'doc'] },
  html: { mediaType: 'text/html', kind: 'kept', is: 'a web page', endings: ['html', 'htm', 'xhtml', 'mht'] },
  xml: { mediaType: 'application/xml', kind: 'kept', is: 'an XML file', endings: ['xml', 'svg', 'xhtml', 'rels', 'fdf', 'xfdf', 'xdp'] },
  mail: { mediaType: 'message/rfc822', kind: 'kept', is: 'a mail message', endings: ['eml', 'mht', 'mhtml', 'txt'] },
  audio: { mediaType: 'audio/mpeg', kind: 'kept', is: 'a sound recording', endings: ['mp3'] },
  video: { mediaType: 'video/mp4', kind: 'kept', is: 'a video', endings: ['mp4', 'm4v', 'mov', 'm4a', '3gp'] },
  program: { mediaType: 'application/x-msdownload', kind: 'kept', is: 'a program', endings: ['exe', 'dll', 'scr', 'com'] },
  text: { mediaType: 'text/plain', kind: 'kept', is: 'plain text', endings: ['txt', 'csv', 'tsv', 'md', 'log', 'json', 'ics', 'vcf', 'eml', 'html', 'htm', 'xml', 'ini'] },
  unknown: { mediaType: 'application/octet-stream', kind: 'kept', is: 'of a kind Muster does not know', endings: [] },
} as const satisfies Readonly<Record<string, Sniffed>>;

type TypeName = keyof typeof types;

/** Where the head of a PDF may stand: readers take it anywhere in the first 1,024 bytes (ISO 32000-1, annex H, 3.4.1). */
const headWithin = 1_024;

/** What a file is, by its bytes alone. Never fails: what nothing is known of is `application/octet-stream`. */
export const sniff = (bytes: Uint8Array): Sniffed => types[typeOf(bytes)];

/** Whether Muster refuses the file: it would run on this machine when opened. */
export const isProgram = (bytes: Uint8Array): boolean => typeOf(bytes) === 'program';

/** Whether it is an Office file that only its own program opens, with a password. */
export const isLockedOffice = (bytes: Uint8Array): boolean => typeOf(bytes) === 'lockedOffice';

/** Where the `%PDF-` of a PDF stands; -1 for nowhere it may. */
export const pdfHeadAt = (bytes: Uint8Array): number => firstPlace(bytes, '%PDF-', 0, headWithin + 5);

function typeOf(bytes: Uint8Array): TypeName {
  return pictureOfBytes(bytes) ?? containerOf(bytes) ?? (pdfHeadAt(bytes) >= 0 ? 'pdf' : textOf(bytes));
}

function pictureOfBytes(bytes: Uint8Array): TypeName | undefined {
  if (isAt(bytes, 0, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (isAt(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  // 43 is BigTIFF, which is a TIFF too, and refused by name when it is read.
  if (isAt(bytes, 0, [0x49, 0x49, 42, 0]) || isAt(bytes, 0, [0x4d, 0x4d, 0, 42]) || isAt(bytes, 0, [0x49, 0x49, 43, 0]) || isAt(bytes, 0, [0x4d, 0x4d, 0, 43])) return 'tiff';
  if (isAt(bytes, 0, 'GIF87a') || isAt(bytes, 0, 'GIF89a')) return 'gif';
  if (isAt(bytes, 0, 'RIFF') && isAt(bytes, 8, 'WEBP')) return 'webp';
  if (isAt(bytes, 0, 'BM') && isAt(bytes, 6, [0, 0, 0, 0]) && bytes.length > 26) return 'bmp';
  if (isAt(bytes, 4, 'ftyp')) {
    const brands = latin(bytes, 8, 32);
    if (/avif|avis/.test(brands)) return 'avif';
    return /heic|heix|hevc|heim|heis|mif1|msf1/.test(brands) ? 'heic' : 'video';
  }
  return undefined;
}

function containerOf(bytes: Uint8Array): TypeName | undefined {
  if (isAt(bytes, 0, [0x50, 0x4b, 3, 4]) || isAt(bytes, 0, [0x50, 0x4b, 5, 6])) return zipOf(bytes);
  if (isAt(bytes, 0, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return firstPlace(bytes, 'E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e') < 0 ? 'office' : 'lockedOffice';
  if (isAt(bytes, 0, [0x1f, 0x8b])) return 'gzip';
  if (isAt(bytes, 0, 'Rar!\x1a\x07')) return 'rar';
  if (isAt(bytes, 0, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])) return 'sevenZip';
  if (isAt(bytes, 0, '{\\rtf')) return 'rtf';
  if (isAt(bytes, 0, 'ID3') || (bytes[0] === 0xff && (bytes[1] === 0xfb || bytes[1] === 0xf3))) return 'audio';
  if ((isAt(bytes, 0, 'MZ') && bytes.length >= 64 && binary(bytes)) || isAt(bytes, 0, '\x7fELF') || isAt(bytes, 0, [0xcf, 0xfa, 0xed, 0xfe]) || isAt(bytes, 0, [0xca, 0xfe, 0xba, 0xbe])) return 'program';
  return undefined;
}

/** What a ZIP holds is told by the names in it, which its directory, at the end, lists again. */
function zipOf(bytes: Uint8Array): TypeName {
  const names = `${latin(bytes, 0, 4_096)}${latin(bytes, lastPlace(bytes, 'PK\x01\x02') - 65_536, bytes.length)}`;
  if (names.includes('opendocument.text')) return 'odt';
  if (names.includes('opendocument.spreadsheet')) return 'ods';
  if (!names.includes('[Content_Types].xml')) return 'zip';
  return names.includes('word/') ? 'docx' : names.includes('xl/') ? 'xlsx' : names.includes('ppt/') ? 'pptx' : 'zip';
}

function textOf(bytes: Uint8Array): TypeName {
  if (bytes.length === 0 || binary(bytes)) return 'unknown';
  const start = latin(bytes, 0, 1_024).replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  if (/^<!doctype html|^<html|^<head|^<body/i.test(start)) return 'html';
  if (start.startsWith('<?xml')) return /<html/i.test(start) ? 'html' : 'xml';
  return /^(received|return-path|from|mime-version|delivered-to|subject|date): /i.test(start) && /^mime-version: |^message-id: /im.test(start) ? 'mail' : 'text';
}

/** Text has no control characters but these: tabs, ends of lines and of pages. UTF-16 with its mark is text. */
function binary(bytes: Uint8Array): boolean {
  if (isAt(bytes, 0, [0xff, 0xfe]) || isAt(bytes, 0, [0xfe, 0xff])) return false;
  for (let at = 0; at < Math.min(bytes.length, 4_096); at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) return true;
  }
  return false;
}

/** The name a file should have: its own where the ending fits what it is, else with the usual ending in its place (`scan.pdf` that is a JPEG: `scan.jpg`). */
export function fittingName(name: string, is: Sniffed): string {
  const at = name.lastIndexOf('.');
  const ending = at < 1 ? '' : name.slice(at + 1).toLowerCase();
  const [usual] = is.endings;
  if (usual === undefined || is.endings.includes(ending)) return name;
  // An ending of letters and digits is one; "Rev. 3 of Jan" has none, and keeps all it has.
  return /^[a-z0-9]{1,5}$/.test(ending) && !/^\d+$/.test(ending) ? `${name.slice(0, at)}.${usual}` : `${name}.${usual}`;
}
