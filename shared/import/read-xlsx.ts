import { InvalidInputError, InvalidSpreadsheetError, readSheet } from 'read-excel-file/universal';
import { fail, type Result } from '../result.ts';
import { assembleTable, type RawRow } from './assemble-table.ts';
import { serialOfInstant, serialToDate } from './serial-dates.ts';
import type { Table, TableError } from './table.ts';
import { tableLimits } from './table.ts';
import { openXlsxPackage, type XlsxPackage } from './xlsx-package.ts';

/**
 * Reads one sheet of a workbook: the named one, else the first visible one with a table in it. Formulas give the value the
 * program last saved. Cells formatted as dates become `YYYY-MM-DD`, in both date systems and with the leap day of 1900 that
 * never was; other numbers stay figures, and a column mapped to dates reads them as serial numbers.
 */
export async function readXlsx(bytes: Uint8Array, fileName: string, sheetName?: string): Promise<Result<Table, TableError>> {
  const opened = openXlsxPackage(bytes, fileName);
  if (!opened.ok) return opened;
  const names = opened.value.sheets.map(({ name }) => name);
  if (sheetName !== undefined) {
    const at = names.indexOf(sheetName);
    return at < 0 ? fail({ fileName, code: 'no-such-sheet', detail: names.join(', ') }) : readOne(opened.value, at, fileName);
  }
  let lastFailure: Result<Table, TableError> = fail({ fileName, code: 'no-sheet' });
  for (const [at, { visible }] of opened.value.sheets.entries()) {
    if (!visible) continue;
    const table = await readOne(opened.value, at, fileName);
    if (table.ok) return table;
    // A cover sheet may be empty; anything else is worth telling.
    if (table.error.code !== 'empty-file' && table.error.code !== 'header-only' && table.error.code !== 'no-sheet') return table;
    lastFailure = table;
  }
  return lastFailure;
}

async function readOne(opened: XlsxPackage, at: number, fileName: string): Promise<Result<Table, TableError>> {
  const sheets = opened.sheets.map(({ name }) => name);
  let cells: readonly (readonly unknown[])[];
  try {
    const read: unknown = await readSheet(opened.bytes, at + 1);
    // A chart sheet has no cells at all, which the reader's types do not say.
    cells = Array.isArray(read) ? (read as readonly (readonly unknown[])[]) : [];
  } catch (error) {
    return fail({ fileName, code: 'damaged', detail: damageOf(error) });
  }
  if ((cells[0]?.length ?? 0) > tableLimits.columns) return fail({ fileName, code: 'too-many-columns', detail: String(tableLimits.columns) });
  const rows: RawRow[] = cells.map((row, index) => ({ row: index + 1, cells: row.map((cell) => cellText(cell, opened.serials)) }));
  return assembleTable(rows, { fileName, format: 'xlsx', readAs: sheets[at] ?? '', sheets, serials: opened.serials });
}

const damageOf = (error: unknown): string =>
  error instanceof InvalidSpreadsheetError || error instanceof InvalidInputError
    ? error.message.replace(/[<>]/g, '').slice(0, 200)
    : 'a part of the workbook cannot be read';

function cellText(cell: unknown, serials: 1900 | 1904): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return plainNumber(cell);
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (cell instanceof Date) {
    const serial = serialOfInstant(cell.getTime(), serials);
    // What is no day of the calendar stays a figure, and the column that wants a date names it.
    return serialToDate(serial, serials) ?? plainNumber(serial);
  }
  return '';
}

function plainNumber(value: number): string {
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
  // 7.1 + 0.2 is stored with fifteen figures of noise.
  return String(Number(value.toPrecision(12)));
}
