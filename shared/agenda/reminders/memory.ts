import { z } from 'zod';
import { dateSchema, instantSchema, textSchema, type Readonlyed } from '../../model/schema.ts';

/**
 * What was told of one deadline: the last good day it was told for, the most urgent rung told, and the day of the telling.
 * `passed` are the rungs that went by untold before it, while the program was off.
 */
const toldSchema = z.strictObject({
  on: dateSchema,
  rung: z.int().min(-1),
  toldOn: dateSchema,
  passed: z.array(z.int().min(-1)).exactOptional(),
});

/** What this computer remembers of an agency's reminders. To lose it is to be told again, never to miss anything. */
export const reminderMemorySchema = z.strictObject({
  /** The day of the last run; null before the first. */
  ranOn: dateSchema.nullable(),
  told: z.record(textSchema, toldSchema),
});

/** The memory with the moments the screen shows: when the last run was, and what the last run that told anything said. */
export const reminderStateSchema = z.strictObject({
  memory: reminderMemorySchema,
  ranAt: instantSchema.nullable(),
  lastTold: z.strictObject({ at: instantSchema, text: textSchema, keys: z.array(textSchema) }).nullable(),
});

export type Told = Readonlyed<z.infer<typeof toldSchema>>;
export type ReminderMemory = Readonlyed<z.infer<typeof reminderMemorySchema>>;
export type ReminderState = Readonlyed<z.infer<typeof reminderStateSchema>>;

export const nothingTold: ReminderMemory = { ranOn: null, told: {} };

/** Reads what was kept; anything that is not a state of this form is as if nothing had been kept. */
export function readReminderState(kept: unknown): ReminderState {
  const read = reminderStateSchema.safeParse(kept);
  return read.success ? read.data : { memory: nothingTold, ranAt: null, lastTold: null };
}
