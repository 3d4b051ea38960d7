import { fileNameOf, type ExportTable } from '../../shared/export-table.ts';
import type { ChannelResult } from '../../shared/ipc/contract.ts';
import { csvBytes, xlsxBytes } from '../ui/exporters.ts';
import { saveFile } from './desktop.ts';

/** Saves a table where the person says, as CSV or XLSX; a value of null means they closed the dialog. */
export async function saveTable(table: ExportTable, format: 'csv' | 'xlsx', name: string): Promise<ChannelResult<'save-file'>> {
  const bytes = format === 'csv' ? csvBytes(table) : await xlsxBytes(table, name);
  return saveFile({
    suggestedName: `${fileNameOf(name)}.${format}`,
    filters: [format === 'csv' ? { name: 'CSV', extensions: ['csv'] } : { name: 'Excel workbook', extensions: ['xlsx'] }],
    bytes,
  });
}
