import { z } from 'zod';
import { instantSchema, textSchema } from '../../shared/model/schema.ts';
import type { AgencyFolder } from '../vault/agency-folder.ts';

/** What this computer keeps of an agency's backups, in `backups.json` of its folder. Nothing of the record. */
const schema = z.strictObject({
  format: z.literal('muster-backups'),
  version: z.literal(1),
  /** The folder the backups lie in. */
  folder: z.string().nullable(),
  /** Backups made here, oldest first; `good` once one was compared. */
  made: z.array(z.strictObject({ name: textSchema, at: instantSchema, good: z.boolean() })),
  lastFailure: z.strictObject({ at: instantSchema, why: textSchema }).nullable(),
});
export type BackupState = Readonly<z.infer<typeof schema>>;

const name = 'backups.json';
const empty: BackupState = { format: 'muster-backups', version: 1, folder: null, made: [], lastFailure: null };

/** The state as kept. Where it cannot be read it is empty: the folder has to be chosen again, and the backups in it are found there. */
export async function loadState(folder: AgencyFolder): Promise<BackupState> {
  try {
    const parsed = schema.safeParse(JSON.parse((await folder.read(name)) ?? 'null'));
    return parsed.success ? parsed.data : empty;
  } catch {
    return empty;
  }
}

export const saveState = (folder: AgencyFolder, state: BackupState): Promise<void> => folder.write(name, `${JSON.stringify(state, null, 2)}\n`);
