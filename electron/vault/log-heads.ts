import { logHeadSchema, type LogHead } from '../../shared/ipc/vault.ts';
import type { AgencyFolder } from './agency-folder.ts';

const name = 'log-head.json';

/** The furthest entry of an agency's log this computer has seen written; null where none was, or the note of it cannot be read. */
export async function headSeen(folder: AgencyFolder): Promise<LogHead | null> {
  try {
    const parsed = logHeadSchema.safeParse(JSON.parse((await folder.read(name)) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Keeps a head where it is further than the one kept. */
export async function headWritten(folder: AgencyFolder, head: LogHead): Promise<void> {
  const known = await headSeen(folder);
  if (known === null || head.seq > known.seq) await folder.write(name, `${JSON.stringify(head)}\n`);
}
