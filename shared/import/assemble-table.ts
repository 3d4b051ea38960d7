import { fail, ok, type Result } from '../result.ts';
import { tableLimits, type Table, type TableError, type TableRow } from './table.ts';

export type RawRow = { readonly row: number; readonly cells: readonly string[] };

// Spreadsheets carry non-breaking and zero-width spaces from web pages; nobody sees them, and every comparison would.
const tidy = (cell: string): string => cell.replace(/[\u00a0\u2007\u202f]/g, ' ').replace(/[\u200b\u2060\ufeff]/g, '').trim();

const filled = (row: RawRow): number => row.cells.filter((cell) => cell !== '').length;

/**
 * Finds the header and squares the rows. Blank rows are dropped, their numbers kept. A title above the table (fewer than half
 * as many cells as the widest of the first rows) is passed over. Columns that are empty from head to foot are dropped.
 */
export function assembleTable(
  raw: readonly RawRow[],
  about: Pick<Table, 'fileName' | 'format' | 'readAs' | 'sheets' | 'serials'>,
): Result<Table, TableError> {
  const { fileName } = about;
  if (raw.length > tableLimits.rows + 1) return fail({ fileName, code: 'too-many-rows', detail: String(tableLimits.rows) });
  let cellCount = 0;
  for (const { row, cells } of raw) {
    cellCount += cells.length;
    if (cells.length > tableLimits.columns && lastFilled(cells) >= tableLimits.columns) {
      return fail({ fileName, code: 'too-many-columns', detail: String(tableLimits.columns) });
    }
    if (cellCount > tableLimits.cells) return fail({ fileName, code: 'too-many-cells', detail: String(tableLimits.cells) });
    if (cells.some((cell) => cell.length > tableLimits.cellLength)) return fail({ fileName, code: 'cell-too-long', detail: String(row) });
  }
  const rows = raw.map(({ row, cells }) => ({ row, cells: cells.map(tidy) })).filter((row) => filled(row) > 0);
  const head = rows.slice(0, 10);
  const widest = Math.max(0, ...head.map(filled));
  const headerAt = rows.findIndex((row) => filled(row) * 2 > widest);
  const header = rows[headerAt];
  if (header === undefined) return fail({ fileName, code: 'empty-file' });
  const body = rows.slice(headerAt + 1);
  if (body.length === 0) return fail({ fileName, code: 'header-only' });
  const width = lastFilled(header.cells) + 1;
  const kept = Array.from({ length: width }, (_, at) => at).filter(
    (at) => header.cells[at] !== '' || body.some((row) => (row.cells[at] ?? '') !== ''),
  );
  const tooLong = body.filter((row) => lastFilled(row.cells) >= width).map(({ row }) => row);
  return ok({
    ...about,
    headers: kept.map((at) => header.cells[at] ?? ''),
    rows: body.map(({ row, cells }): TableRow => ({ row, cells: kept.map((at) => cells[at] ?? '') })),
    tooLong,
  });
}

const lastFilled = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell.trim() !== '');
