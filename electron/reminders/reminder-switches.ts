import { readFileSync } from 'node:fs';
import { reminderSwitchesSchema, type ReminderSwitches } from '../../shared/ipc/reminders.ts';
import type { IpcFailure } from '../../shared/ipc/failure.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { writeWhole } from '../atomic-write.ts';
import { systemCode } from '../system-code.ts';

/** The switches this program remembers by itself; start at login is the system's. */
export type KeptSwitches = Omit<ReminderSwitches, 'login'>;

export const usualSwitches: KeptSwitches = { notifications: true, names: false, tray: false, keepRunning: false };

export type SwitchStore = {
  readonly now: () => KeptSwitches;
  /** In force at once, whatever the disk says; a failure means that it will be forgotten with the program's end. */
  readonly set: (switches: KeptSwitches) => Promise<Result<null, IpcFailure>>;
};

const keptSchema = reminderSwitchesSchema.omit({ login: true });

/** The switches in a file. No file, or one that cannot be read or understood, means the usual ones. */
export function switchStore(file: string): SwitchStore {
  let current = read(file);
  let writing: Promise<unknown> = Promise.resolve();
  return {
    now: () => current,
    async set(switches) {
      current = switches;
      const written = writing.then(() => writeWhole(file, `${JSON.stringify(switches)}\n`));
      writing = written.catch(() => undefined);
      try {
        await written;
        return ok(null);
      } catch (error) {
        return fail({ code: 'cannot-write', detail: systemCode(error) });
      }
    },
  };
}

function read(file: string): KeptSwitches {
  try {
    const parsed = keptSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : usualSwitches;
  } catch {
    return usualSwitches;
  }
}
