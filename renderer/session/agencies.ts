import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { OpenFailure, StorageFailure } from '../db/failures.ts';
import { liveAgency, type LiveAgency } from '../db/live-agency.ts';
import { openAgency } from '../db/open-agency.ts';
import { knownAgency, rememberAgency } from '../db/registry.ts';
import { restoreAgency } from '../db/restore.ts';
import type { Surroundings } from './use-session-value.ts';

/** Makes an agency of its own from a file: a new one, a restored one, or the demo. Its id is new. */
export async function keepAgency(
  agencyId: string,
  file: AgencyFile,
  isDemo: boolean,
  { clock, newKey }: Pick<Surroundings, 'clock' | 'newKey'>,
): Promise<Result<string, StorageFailure>> {
  const restored = await restoreAgency(file, { agencyId, digestKey: newKey() });
  if (!restored.ok) return restored;
  restored.value.close();
  await rememberAgency({ id: agencyId, name: file.agency.name, isDemo, lastOpened: new Date(clock()).toISOString() });
  return ok(agencyId);
}

/** Opens an agency of this machine and notes that it was opened. */
export async function openLive(
  agencyId: string,
  clock: () => number,
  failed: (failure: OpenFailure) => void,
): Promise<Result<{ readonly live: LiveAgency; readonly isDemo: boolean }, OpenFailure>> {
  const opened = await openAgency(agencyId);
  if (!opened.ok) return opened;
  const isDemo = (await knownAgency(agencyId))?.isDemo ?? false;
  await rememberAgency({ id: agencyId, name: opened.value.file.agency.name, isDemo, lastOpened: new Date(clock()).toISOString() });
  return ok({ live: liveAgency(opened.value, failed), isDemo });
}
