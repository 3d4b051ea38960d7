import { agencyFolder, agencyIdsIn } from './agency-folder.ts';
import { loadKeyring } from './keyring-file.ts';
import { headSeen } from './log-heads.ts';

/**
 * The agencies that were recorded in here and whose database the page does not find among `present`. Chromium answers damage to its storage with
 * a new, empty one and says nothing; the keys and the last entry of the log, which lie beside it, know better. Not lost is what was
 * only begun (no entry was ever seen), and what lives on in a restored copy (one that shares its keys).
 */
export async function lostAgencies(folder: string, present: readonly string[]): Promise<readonly string[]> {
  const here = new Set(present);
  const kept = await Promise.all(
    (await agencyIdsIn(folder)).map(async (id) => {
      const files = agencyFolder(folder, id);
      const keyring = await loadKeyring(files);
      // Damaged keys are keys all the same: their agency opens no better for not being told.
      const vaultId = keyring.ok ? (keyring.value?.vaultId ?? null) : id;
      return { id, vaultId, recorded: (await headSeen(files)) !== null };
    }),
  );
  const living = new Set(kept.filter(({ id }) => here.has(id)).map(({ vaultId }) => vaultId));
  return kept.filter(({ id, vaultId, recorded }) => vaultId !== null && recorded && !here.has(id) && !living.has(vaultId)).map(({ id }) => id);
}
