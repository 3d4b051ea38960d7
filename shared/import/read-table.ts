import { fail, type Result } from '../result.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { holdsEncryptedPackage, sniff } from './sniff.ts';
import { tableLimits, type Table, type TableError } from './table.ts';

/**
 * Reads a roster or evidence file as a table: XLSX workbooks and delimited text, told apart by their bytes, not their name.
 * `sheet` names the sheet of a workbook; without it the first visible one with a table is read. Fails with a closed code
 * (`TableError`) on anything else, and never throws.
 */
export async function readTable(bytes: Uint8Array, fileName: string, sheet?: string): Promise<Result<Table, TableError>> {
  if (bytes.length > tableLimits.bytes) return fail({ fileName, code: 'too-large', detail: String(tableLimits.bytes) });
  const kind = sniff(bytes);
  switch (kind) {
    case 'empty':
      return fail({ fileName, code: 'empty-file' });
    case 'zip':
      return readXlsx(bytes, fileName, sheet);
    case 'ole':
      return fail({ fileName, code: holdsEncryptedPackage(bytes) ? 'encrypted' : 'old-xls' });
    case 'pdf':
    case 'html':
    case 'picture':
    case 'binary':
      return fail({ fileName, code: kind });
    case 'text':
      return readCsv(bytes, fileName);
  }
}
