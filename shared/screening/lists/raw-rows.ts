import Papa from 'papaparse';
import { decodeText } from '../../import/decode-text.ts';
import { readTable } from '../../import/read-table.ts';
import { holdsEncryptedPackage, sniff } from '../../import/sniff.ts';
import type { TableError } from '../../import/table.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { FileList } from '../list.ts';
import { findHeader } from './find-header.ts';
import { listLimits } from './limits.ts';
import type { ListError } from './list-error.ts';
import type { Repairs } from './repairs.ts';
import { unpackZip } from './unpack-zip.ts';

/** A file's rows before anybody says what they mean. */
export type RawRows = {
  readonly rows: readonly string[][];
  /** Row of the file as a person counts it, by index. */
  readonly numberOf: (index: number) => number;
  readonly workbook: boolean;
  /** Some cell may be a spreadsheet's error or a figure in powers of ten. */
  readonly suspect: boolean;
  /** Some cell holds a line break. */
  readonly multiline: boolean;
};

const delimiters = [',', ';', '\t', '|'] as const;
const sampleLength = 2 ** 16;
// Spreadsheet programs may say the delimiter in a first line of its own.
const separatorLine = /^sep=(.)\r?\n/i;
const suspectText = /#(?:NAME\?|VALUE!|REF!|N\/A|DIV\/0!|NUM!|NULL!|##)|\dE\+\d/i;

/**
 * Unpacks, decodes and divides a file into rows of cells. Every archive, workbook or text a list may come in; anything else is refused by name.
 * The delimiter is the one under which a list's heads are found.
 */
export async function readRawRows(bytes: Uint8Array, fileName: string, wanted: FileList | undefined, repairs: Repairs): Promise<Result<RawRows, ListError>> {
  if (bytes.length > listLimits.bytes) return fail({ fileName, code: 'too-large' });
  const kind = sniff(bytes);
  switch (kind) {
    case 'empty':
      return fail({ fileName, code: 'empty-file' });
    case 'ole':
      return fail({ fileName, code: holdsEncryptedPackage(bytes) ? 'encrypted' : 'old-xls' });
    case 'pdf':
    case 'html':
    case 'picture':
    case 'binary':
      return fail({ fileName, code: kind });
    case 'zip': {
      const unpacked = unpackZip(bytes, fileName);
      if (!unpacked.ok) return unpacked;
      if (unpacked.value.kind === 'workbook') return readWorkbook(bytes, fileName, repairs);
      const inside = sniff(unpacked.value.bytes);
      if (inside === 'empty') return fail({ fileName, code: 'empty-file' });
      if (inside !== 'text') return fail({ fileName, code: inside === 'html' || inside === 'pdf' || inside === 'picture' ? inside : 'binary' });
      return readText(unpacked.value.bytes, fileName, wanted, repairs);
    }
    case 'text':
      return readText(bytes, fileName, wanted, repairs);
  }
}

function readText(bytes: Uint8Array, fileName: string, wanted: FileList | undefined, repairs: Repairs): Result<RawRows, ListError> {
  const { text: decoded, encoding } = decodeText(bytes);
  if (encoding !== 'UTF-8') repairs.note('encoding', 0);
  const separator = separatorLine.exec(decoded);
  const skipped = separator === null ? 0 : 1;
  // One kind of line break, so that a file with several is divided as one sees it.
  const text = (separator === null ? decoded : decoded.slice(separator[0].length)).replace(/\r\n?/g, '\n');
  const nul = text.indexOf('\0');
  if (nul >= 0) return fail({ fileName, code: 'binary', row: countOfLines(text.slice(0, nul)) + 1 + skipped });
  if (text.trim() === '') return fail({ fileName, code: 'empty-file' });
  // Some pages begin with a comment or a script, which the first bytes do not tell.
  if (/^\s*<[!a-z?]/i.test(text) && /<\/?(?:html|body|head|script|div)\b/i.test(text.slice(0, sampleLength))) return fail({ fileName, code: 'html' });
  const delimiter = separator?.[1] ?? guessDelimiter(text, wanted);
  if (delimiter !== ',') repairs.note('delimiter', 0);
  const parsed = Papa.parse(text, { delimiter, preview: listLimits.rows + 2 });
  const [quoted] = parsed.errors.filter((error) => error.type === 'Quotes');
  // Where no list's heads are found, that is what there is to say.
  if (quoted !== undefined && findHeader(parsed.data, wanted) !== null) {
    return fail({ fileName, code: quoted.code === 'MissingQuotes' ? 'open-quote' : 'stray-quote', row: (quoted.row ?? 0) + 1 + skipped });
  }
  if (endsAfterDelimiter(text, delimiter)) return fail({ fileName, code: 'cut-off', row: parsed.data.length + skipped, detail: 'its last cell is missing' });
  if (parsed.data.length > listLimits.rows + 1) return fail({ fileName, code: 'too-many-rows' });
  return ok({
    rows: parsed.data,
    numberOf: (index) => index + 1 + skipped,
    workbook: false,
    suspect: suspectText.test(text),
    multiline: countOfLines(text) >= parsed.data.length,
  });
}

/** The last row's cells are quoted, and the file ends before the last of them. */
const endsAfterDelimiter = (text: string, delimiter: string): boolean => text.endsWith(`"${delimiter}`) && text[text.lastIndexOf('\n') + 1] === '"';

function countOfLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function guessDelimiter(text: string, wanted: FileList | undefined): string {
  let best: { readonly delimiter: string; readonly share: number; readonly width: number } = { delimiter: ',', share: 0, width: 1 };
  for (const delimiter of delimiters) {
    const rows = Papa.parse(text.slice(0, sampleLength), { delimiter, preview: 24 }).data;
    const share = findHeader(rows, wanted)?.share ?? 0;
    const width = Math.max(0, ...rows.map((row) => row.length));
    if (share > best.share || (share === best.share && best.share < 0.5 && width > best.width)) best = { delimiter, share, width };
  }
  return best.delimiter;
}

async function readWorkbook(bytes: Uint8Array, fileName: string, repairs: Repairs): Promise<Result<RawRows, ListError>> {
  const table = await readTable(bytes, fileName);
  if (!table.ok) return fail(fromTableError(table.error));
  const { headers, rows, tooLong } = table.value;
  const [long] = tooLong;
  if (long !== undefined) return fail({ fileName, code: 'long-row', row: long, detail: `more than ${headers.length}` });
  repairs.note('workbook', 0);
  const numbers = [(rows[0]?.row ?? 2) - 1, ...rows.map(({ row }) => row)];
  return ok({
    rows: [[...headers], ...rows.map(({ cells }) => [...cells])],
    numberOf: (index) => numbers[index] ?? index + 1,
    workbook: true,
    suspect: true,
    multiline: true,
  });
}

function fromTableError({ fileName, code, detail = '' }: TableError): ListError {
  switch (code) {
    case 'header-only':
      return { fileName, code: 'no-rows' };
    case 'open-quote':
      return { fileName, code, row: Number(detail) };
    case 'cell-too-long':
      return { fileName, code, row: Number(detail) };
    case 'too-many-columns':
    case 'too-many-cells':
      return { fileName, code: 'too-many-rows' };
    case 'other-office':
      return { fileName, code: 'damaged', detail: `it is ${detail}` };
    case 'no-such-sheet':
    case 'no-sheet':
      return { fileName, code: 'empty-file' };
    case 'zip':
      return { fileName, code, detail: 'without a list in it' };
    case 'damaged':
      return { fileName, code, detail };
    default:
      return { fileName, code };
  }
}
