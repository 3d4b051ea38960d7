import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { fail, ok, type Result } from '../result.ts';
import { tableLimits, type TableError } from './table.ts';

/** A workbook's parts, opened within bounds and made safe for the reader that follows. */
export type XlsxPackage = {
  /** The same workbook, stored without compression. */
  readonly bytes: ArrayBuffer;
  /** Sheets in their order, with whether the person can see them. */
  readonly sheets: readonly { readonly name: string; readonly visible: boolean }[];
  readonly serials: 1900 | 1904;
};

class OverBounds extends Error {}

/** A cell of the largest workbook has 32,767 characters. */
const endlessRun = 2 ** 17;

const wanted = (path: string): boolean => path.endsWith('.xml') || path.endsWith('.xml.rels');
// Bounded repeats: a part of a hostile workbook may be one endless tag.
const cellType = /(<(?:\w{1,20}:)?c\b[^<>]{0,300}?\bt\s{0,3}=\s{0,3})(["'])[de]\2/g;
const sheetTag = /<(?:\w{1,20}:)?sheet\b([^<>]{0,1000})>/g;

/**
 * Opens the archive: bounded in entries and in unpacked size (what the archive claims is what it gets), and only the XML
 * parts. Then evens out what the workbook reader does not handle: it takes cells of ISO dates in the machine's time zone and
 * drops errors such as #REF!, so both become text; and it makes a row for every number up to the highest one named.
 */
export function openXlsxPackage(bytes: Uint8Array, fileName: string): Result<XlsxPackage, TableError> {
  const parts = unpack(bytes, fileName);
  if (!parts.ok) return parts;
  const names = Object.keys(parts.value);
  const workbookPath = names.find((name) => name.toLowerCase() === 'xl/workbook.xml');
  if (workbookPath === undefined) return fail({ fileName, ...whatElse(bytes) });
  const texts: Record<string, Uint8Array> = {};
  let workbook = '';
  for (const [path, content] of Object.entries(parts.value)) {
    let text = strFromU8(content);
    // An entity declaration in a spreadsheet is an attack, never a need.
    if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) return fail({ fileName, code: 'damaged', detail: `${path} declares entities` });
    if (path === workbookPath) {
      text = text.replace(/\bdate1904\s*=\s*(["'])(?:true|1)\1/, 'date1904="1"');
      workbook = text;
    }
    if (hasEndlessRun(text)) return fail({ fileName, code: 'damaged', detail: `${path} is not made as a workbook is` });
    if (text.includes('sheetData')) {
      const outside = beyondBounds(text);
      if (outside !== null) return fail({ fileName, ...outside });
      text = text.replace(cellType, '$1$2str$2');
    }
    texts[path] = strToU8(text);
  }
  const sheets = [...workbook.matchAll(sheetTag)].map(([, attributes = '']) => ({
    name: unescapeXml(/\bname\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes)?.slice(1).join('') ?? ''),
    visible: !/\bstate\s*=\s*["'](?:hidden|veryHidden)["']/.test(attributes),
  }));
  if (sheets.length === 0) return fail({ fileName, code: 'damaged', detail: 'it names no sheet' });
  return ok({
    // Stored parts are unpacked on the spot; large compressed ones would be sent to a worker made from a blob, which the
    // page's content security policy forbids.
    bytes: ownBuffer(zipSync(texts, { level: 0 })),
    sheets,
    serials: workbook.includes('date1904="1"') ? 1904 : 1900,
  });
}

function unpack(bytes: Uint8Array, fileName: string): Result<Readonly<Record<string, Uint8Array>>, TableError> {
  let entries = 0;
  let unpacked = 0;
  try {
    return ok(
      unzipSync(bytes, {
        filter: ({ name, size, originalSize }) => {
          entries += 1;
          if (entries > tableLimits.entries) throw new OverBounds();
          if (!wanted(name)) return false;
          // No sheet is as regular as this: what is would keep the reader busy for minutes.
          if (originalSize > 2 ** 20 && originalSize > size * tableLimits.ratio) throw new OverBounds();
          unpacked += originalSize;
          if (unpacked > tableLimits.unpackedBytes) throw new OverBounds();
          return true;
        },
      }),
    );
  } catch (error) {
    return error instanceof OverBounds
      ? fail({ fileName, code: 'bomb' })
      : fail({ fileName, code: 'damaged', detail: 'the archive cannot be unpacked; the file may be cut off' });
  }
}

/** Whether a part runs on for longer than any cell or tag is. The reader's time grows with the square of such a run. */
function hasEndlessRun(text: string): boolean {
  for (const mark of ['<', '>']) {
    for (let at = 0; at < text.length; ) {
      const next = text.indexOf(mark, at);
      const end = next < 0 ? text.length : next;
      if (end - at > endlessRun) return true;
      at = end + 1;
    }
  }
  return false;
}

/** Names in an archive that is not a workbook say what it is. */
function whatElse(bytes: Uint8Array): Pick<TableError, 'code' | 'detail'> {
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        if (names.length < tableLimits.entries) names.push(name);
        return false;
      },
    });
  } catch {
    return { code: 'zip' };
  }
  const has = (part: string): boolean => names.some((name) => name.startsWith(part));
  if (has('xl/workbook.bin')) return { code: 'other-office', detail: 'an Excel binary workbook (.xlsb)' };
  if (has('word/')) return { code: 'other-office', detail: 'a Word document' };
  if (has('ppt/')) return { code: 'other-office', detail: 'a presentation' };
  if (has('content.xml')) return { code: 'other-office', detail: 'an OpenDocument file (.ods)' };
  if (has('Index/') || has('Index.zip')) return { code: 'other-office', detail: 'an Apple Numbers file' };
  if (has('agency.json')) return { code: 'other-office', detail: 'a Muster agency file, which is opened on the first screen' };
  return { code: 'zip' };
}

/** A sheet whose addresses lie outside the limits, whatever the amount of real cells: the reader would fill the space between. */
function beyondBounds(sheet: string): Pick<TableError, 'code' | 'detail'> | null {
  for (const [, letters = '', digits = '', rest = ''] of sheet.matchAll(/\sr\s*=\s*["']([A-Za-z]*)(\d*)([^"']*)["']/g)) {
    if (rest !== '') return { code: 'damaged', detail: 'a cell has an address that is none' };
    if (digits.length > 7 || Number(digits) > 1_048_576 || letters.length > 3) return { code: 'damaged', detail: 'a cell lies outside the sheet' };
    if (Number(digits) > tableLimits.rows + 1) return { code: 'too-many-rows', detail: String(tableLimits.rows) };
  }
  return null;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescapeXml = (text: string): string => text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '');

function ownBuffer(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
}
