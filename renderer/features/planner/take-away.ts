import { notifications } from '@mantine/notifications';
import type { ExportTable } from '../../../shared/export-table.ts';
import { failureWords } from '../../platform/failure-words.ts';
import { saveTable } from '../../platform/save-table.ts';

/** Saves a plan as a spreadsheet and says what became of it. */
export async function saveAndSay(table: ExportTable, format: 'csv' | 'xlsx', name: string): Promise<void> {
  const saved = await saveTable(table, format, name);
  if (!saved.ok) notifications.show({ color: 'red', title: 'The plan was not saved', message: `${failureWords(saved.error)} Your records are unchanged.`, autoClose: false });
  else if (saved.value !== null) notifications.show({ message: `Saved ${saved.value.name}` });
}
