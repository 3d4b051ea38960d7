import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import type { VaultSession } from '../../shared/ipc/vault.ts';
import { ok, type Result } from '../../shared/result.ts';
import { countOf } from '../../shared/wording.ts';
import { openDoor, type OpenVault } from '../db/agency-database.ts';
import { sealingCodec } from '../db/codec.ts';
import { recordEvent } from '../db/commit.ts';
import type { OpenFailure, StorageFailure } from '../db/failures.ts';
import { liveAgency, type LiveAgency } from '../db/live-agency.ts';
import { openAgency } from '../db/open-agency.ts';
import { knownAgency, rememberAgency } from '../db/registry.ts';
import { restoreAgency } from '../db/restore.ts';
import { vault as keys } from '../platform/desktop.ts';
import type { Surroundings } from './use-session-value.ts';

/** What an agency is opened with: the keys of an unlocked one and who unlocked it, or, for the demo, nothing. */
export const vaultOf = (session: VaultSession | null): OpenVault => (session === null ? openDoor : { codec: sealingCodec(session), actor: session.user });

/** An agency that is not on this computer yet. Its id is new; the keys, if it has any, were made for that id. */
export type NewAgency = { readonly agencyId: string; readonly file: AgencyFile; readonly session: VaultSession | null };

/** Makes an agency of its own from a file: a new one, a restored one, or the demo, which alone has no keys. */
export async function keepAgency({ agencyId, file, session }: NewAgency, { clock, newId, newKey }: Surroundings): Promise<Result<null, StorageFailure>> {
  const vault = vaultOf(session);
  const restored = await restoreAgency(file, { agencyId, digestKey: newKey(), vault });
  if (restored.ok && session !== null) {
    await recordEvent(restored.value, { id: newId(), at: new Date(clock()).toISOString(), kind: 'users', what: `Protected the agency with a passphrase; ${session.user.name} is its first user` });
  }
  vault.codec.forget();
  if (!restored.ok) return restored;
  restored.value.close();
  await rememberAgency({ id: agencyId, name: file.agency.name, isDemo: session === null, lastOpened: new Date(clock()).toISOString() });
  return ok(null);
}

/** Opens an agency of this machine, notes that it was opened, and writes to its log who unlocked it and who tried to. */
export async function openLive(
  agencyId: string,
  session: VaultSession | null,
  { clock, newId }: Pick<Surroundings, 'clock' | 'newId'>,
  failed: (failure: OpenFailure) => void,
): Promise<Result<{ readonly live: LiveAgency; readonly isDemo: boolean }, OpenFailure>> {
  const vault = vaultOf(session);
  const seen = session === null ? null : await keys.logHeadSeen({ agencyId });
  const opened = await openAgency(agencyId, vault, seen?.ok === true ? seen.value.head : null);
  if (!opened.ok) {
    vault.codec.forget();
    return opened;
  }
  const known = await knownAgency(agencyId);
  await rememberAgency({ ...known, id: agencyId, name: opened.value.file.agency.name, isDemo: known?.isDemo ?? false, lastOpened: new Date(clock()).toISOString() });
  const live = liveAgency(opened.value, failed);
  if (session !== null) await logUnlock(live, session, { clock, newId });
  return ok({ live, isDemo: known?.isDemo ?? false });
}

/** Writes an unlock to the log, and before it the wrong passphrases since the last one. A log that cannot be written is told by the next commit. */
export async function logUnlock(live: LiveAgency, { user, failedUnlocks }: VaultSession, { clock, newId }: Pick<Surroundings, 'clock' | 'newId'>): Promise<void> {
  const entry = () => ({ id: newId(), at: new Date(clock()).toISOString() });
  if (failedUnlocks.length > 0) {
    const names = [...new Set(failedUnlocks.map(({ userName }) => userName))].join(', ');
    await live.recordEvent({ ...entry(), kind: 'failed-unlock', what: `${countOf(failedUnlocks.length, 'wrong passphrase')} for ${names}, the last one at ${failedUnlocks.at(-1)?.at ?? ''}` });
  }
  await live.recordEvent({ ...entry(), kind: 'unlock', what: `Unlocked by ${user.name}` });
}
