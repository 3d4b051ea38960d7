import Papa from 'papaparse';
import { fail, ok, type Result } from '../result.ts';
import { assembleTable, type RawRow } from './assemble-table.ts';
import { decodeText } from './decode-text.ts';
import type { Table, TableError } from './table.ts';
import { tableLimits } from './table.ts';

const delimiters = [',', ';', '\t', '|'] as const;
const delimiterWords: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };
const lookedAt = 60;

// Spreadsheet programs may say the delimiter in a first line of its own.
const separatorLine = /^sep=(.)\r?\n?/i;

/** The delimiter under which the first rows agree best with the first row; more columns win between equals. */
function guessDelimiter(text: string): string {
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const rows = Papa.parse(text, { delimiter, preview: lookedAt }).data.filter((row) => row.some((cell) => cell.trim() !== ''));
    const width = Math.max(0, ...rows.slice(0, 3).map((row) => row.length));
    if (width < 2) continue;
    const agreeing = rows.filter((row) => row.length === width).length / rows.length;
    const score = agreeing + Math.min(width, 50) / 1000;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/**
 * Reads delimited text. Encoding and delimiter are detected and named in `readAs`; quoted newlines, blank lines, a `sep=` line
 * and rows of differing length are taken as they come. Rows are counted as records of the file from 1, blank ones included.
 */
export function readCsv(bytes: Uint8Array, fileName: string): Result<Table, TableError> {
  const { text: decoded, encoding } = decodeText(bytes);
  const separator = separatorLine.exec(decoded);
  const text = separator === null ? decoded : decoded.slice(separator[0].length);
  const skipped = separator === null ? 0 : 1;
  const delimiter = separator?.[1] ?? guessDelimiter(text);
  // One row more than allowed is enough to know that there are too many.
  const parsed = Papa.parse(text, { delimiter, preview: tableLimits.rows + 1_000 });
  const openQuote = parsed.errors.find((error) => error.code === 'MissingQuotes');
  if (openQuote !== undefined) {
    return fail({ fileName, code: 'open-quote', detail: String((openQuote.row ?? 0) + 1 + skipped) });
  }
  const rows: RawRow[] = parsed.data.map((cells, at) => ({ row: at + 1 + skipped, cells }));
  const table = assembleTable(rows, {
    fileName,
    format: 'csv',
    readAs: `${encoding}, ${delimiterWords[delimiter] ?? `“${delimiter}”`}`,
    sheets: [],
    serials: null,
  });
  return table.ok ? ok(table.value) : table;
}
