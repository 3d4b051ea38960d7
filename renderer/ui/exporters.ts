import { safeCell, toCsv, type ExportTable } from '../../shared/export-table.ts';

/** UTF-8 with the mark without which Excel reads é as Ã©. */
export const csvBytes = (table: ExportTable): Uint8Array => new TextEncoder().encode(`\uFEFF${toCsv(table)}`);

/** One sheet: bold heads that stay in view, every cell text, nothing a spreadsheet could run. The writer loads when it is needed. */
export async function xlsxBytes(table: ExportTable, sheet: string): Promise<Uint8Array> {
  const { default: write } = await import('write-excel-file/browser');
  const data = [
    table.heads.map((head) => ({ value: safeCell(head), type: String, fontWeight: 'bold' as const })),
    ...table.rows.map((row) => row.map((cell) => (cell === '' ? null : { value: safeCell(cell), type: String }))),
  ];
  const columns = table.heads.map((head, index) => ({ width: widthOf([head, ...table.rows.map((row) => row[index] ?? '')]) }));
  const file = write(data, { sheet: sheet.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31), columns, stickyRowsCount: 1, stickyColumnsCount: 1 });
  return new Uint8Array(await (await file.toBlob()).arrayBuffer());
}

/** Wide enough for most cells, in characters. */
const widthOf = (cells: readonly string[]): number => Math.min(48, Math.max(8, ...cells.slice(0, 200).map((cell) => cell.length + 1)));

/** Puts text on the clipboard; false where the system refuses. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
