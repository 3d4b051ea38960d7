import { readReminderState, type ReminderState } from '../../shared/agenda/reminders/memory.ts';
import type { AgencyDatabase } from './agency-database.ts';
import { isStorageError } from './failures.ts';

/** The memory of reminders of one agency on this computer. It belongs to no file and no backup: losing it repeats, and never misses. */
export type ReminderStore = {
  /** What was kept; an empty memory where nothing was, or it cannot be read. */
  readonly read: () => Promise<ReminderState>;
  /** Whether it was kept. */
  readonly write: (state: ReminderState) => Promise<boolean>;
};

const key = 'reminders';

/** Keeps it beside the record, sealed like the record: keys of deadlines name people. */
export const reminderStore = (db: AgencyDatabase): ReminderStore => ({
  async read() {
    try {
      const row = await db.meta.get(key);
      return readReminderState(row === undefined ? null : db.codec.open('meta', key, row.value));
    } catch (error) {
      if (isStorageError(error)) return readReminderState(null);
      throw error;
    }
  },
  async write(state) {
    try {
      await db.meta.put({ key, value: db.codec.seal('meta', key, state) });
      return true;
    } catch (error) {
      if (isStorageError(error)) return false;
      throw error;
    }
  },
});
