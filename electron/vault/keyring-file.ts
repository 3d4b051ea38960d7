import { fail, ok, type Result } from '../../shared/result.ts';
import type { AgencyFolder } from './agency-folder.ts';
import { keyringText, readKeyring, type Keyring, type KeyringError } from './keyring.ts';

export const keyringName = 'keyring.json';
const previousName = 'keyring.previous.json';

/**
 * The keyring of an agency; null where it has none. Where the file cannot be read the one before is taken: it opens the same data, with
 * the users of then.
 */
export async function loadKeyring(folder: AgencyFolder): Promise<Result<Keyring | null, KeyringError>> {
  const text = await folder.read(keyringName);
  const current = text === null ? null : readKeyring(text);
  if (current?.ok === true) return current;
  if (current?.error === 'newer') return current;
  const before = await folder.read(previousName);
  if (before === null) return current === null ? ok(null) : fail(current.error);
  return readKeyring(before);
}

/** Writes a keyring whole and keeps the one before beside it. */
export async function saveKeyring(folder: AgencyFolder, keyring: Keyring): Promise<void> {
  const before = await folder.read(keyringName);
  if (before !== null && readKeyring(before).ok) await folder.write(previousName, before);
  await folder.write(keyringName, keyringText(keyring));
}

/** Takes the keys of an agency away. What they sealed can never be read again. */
export async function removeKeyring(folder: AgencyFolder): Promise<void> {
  await folder.remove(previousName);
  await folder.remove(keyringName);
}
