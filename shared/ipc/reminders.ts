import { z } from 'zod';
import { instantSchema } from '../model/schema.ts';

/** What this computer does about reminders. Kept by the main process; all but notifications is off until somebody switches it on. */
export const reminderSwitchesSchema = z.strictObject({
  notifications: z.boolean(),
  /** Names of people in notifications, while the screen is not locked. */
  names: z.boolean(),
  tray: z.boolean(),
  /** Closing the window leaves Muster in the tray; counts only while `tray` is on. */
  keepRunning: z.boolean(),
  /** Starts with the computer. Asked of the system each time, never remembered. */
  login: z.boolean(),
});
export type ReminderSwitches = Readonly<z.infer<typeof reminderSwitchesSchema>>;

/** What a run tells the machine: how many deadlines are where, and the one notification of the run, if it told anything. */
export const reminderRunSchema = z.strictObject({
  overdue: z.int().nonnegative(),
  /** Today and within 7 days. */
  soon: z.int().nonnegative(),
  /** Told today. */
  told: z.int().nonnegative(),
  /** `text` names nobody; `named` is shown in its place where names are allowed. */
  notice: z.strictObject({ text: z.string().min(1).max(300), named: z.string().max(2_000) }).nullable(),
});
export type ReminderRun = Readonly<z.infer<typeof reminderRunSchema>>;

export const reminderStatusSchema = z.strictObject({
  switches: reminderSwitchesSchema,
  can: z.strictObject({
    notifications: z.boolean(),
    tray: z.boolean(),
    login: z.enum(['yes', 'not-installed', 'no']),
  }),
  /** The last notification since Muster started; `text` is what it said without names. */
  last: z.strictObject({ at: instantSchema, text: z.string(), outcome: z.enum(['shown', 'shown-with-names', 'switched-off', 'not-possible']) }).nullable(),
});
export type ReminderStatus = Readonly<z.infer<typeof reminderStatusSchema>>;
