import type { Vault } from '../../electron/vault/vault.ts';

/** Makes the keys of an agency and writes them, as the page does once the recovery key is in somebody's hands. */
export async function madeKeys(vault: Pick<Vault, 'prepare' | 'confirm'>, agencyId: string, userName: string, passphrase: string): ReturnType<Vault['prepare']> {
  const made = await vault.prepare(agencyId, userName, passphrase);
  if (!made.ok) return made;
  const kept = await vault.confirm(agencyId);
  return kept.ok ? made : kept;
}
