import { z } from 'zod';
import { afterFilingSchema } from '../../shared/ipc/scan-folder.ts';
import type { AgencyFolder } from '../vault/agency-folder.ts';

/** What this computer keeps of an agency's scan folder, in `scan-folder.json` of its folder. Neither names of files nor what was in them. */
const schema = z.strictObject({ format: z.literal('muster-scan-folder'), version: z.literal(1), folder: z.string().nullable(), afterFiling: afterFilingSchema });
export type ScanSettings = Readonly<z.infer<typeof schema>>;

const name = 'scan-folder.json';
const usual: ScanSettings = { format: 'muster-scan-folder', version: 1, folder: null, afterFiling: 'leave' };

/** The settings as kept. Where they cannot be read no folder is watched, and none is touched. */
export async function loadSettings(folder: AgencyFolder): Promise<ScanSettings> {
  try {
    const parsed = schema.safeParse(JSON.parse((await folder.read(name)) ?? 'null'));
    return parsed.success ? parsed.data : usual;
  } catch {
    return usual;
  }
}

export const saveSettings = (folder: AgencyFolder, settings: ScanSettings): Promise<void> => folder.write(name, `${JSON.stringify(settings, null, 2)}\n`);
