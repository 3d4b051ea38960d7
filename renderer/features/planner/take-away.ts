import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { ExportTable } from '../../../shared/export-table.ts';
import { failureWords } from '../../platform/failure-words.ts';
import { useTakeAway } from '../../session/use-take-away.ts';

/** Saves a plan as a spreadsheet and says what became of it; `what` is what the log calls it. */
export function useSavePlan(): (table: ExportTable, format: 'csv' | 'xlsx', name: string, what: string) => void {
  const { saveTable } = useTakeAway();
  return useCallback((table, format, name, what) => {
    void saveTable(table, format, name, what).then((saved) => {
      if (!saved.ok) notifications.show({ color: 'red', title: 'The plan was not saved', message: `${failureWords(saved.error)} Your records are unchanged.`, autoClose: false });
      else if (saved.value !== null) notifications.show({ message: `Saved ${saved.value.name}` });
    });
  }, [saveTable]);
}
