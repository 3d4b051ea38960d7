import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { openWithPassphrase, openWithRecovery, readKeyring, type Keyring } from '../../../electron/vault/keyring.ts';
import { finding, type Finding } from './finding.ts';
import type { Secrets } from './world.ts';

export const keyringFile = (profile: string, agencyId: string): string => path.join(profile, 'agencies', agencyId, 'keyring.json');

/** The keyring as it lies on the disk; null where there is none. */
export async function keyringOnDisk(file: string): Promise<Keyring | 'none' | 'unreadable'> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return 'none';
  const read = readKeyring(text);
  return read.ok ? read.value : 'unreadable';
}

/**
 * Whether a keyring is exactly the acknowledged one, or, with a step under way, that one or the one the step makes. Settles in `secrets` which it is.
 */
export async function checkKeyring(file: string, secrets: Secrets): Promise<readonly Finding[]> {
  const keyring = await keyringOnDisk(file);
  if (keyring === 'none') return [finding('lost', 'the keyring is gone')];
  if (keyring === 'unreadable') return [finding('unreadable', 'the keyring cannot be read')];
  const findings: Finding[] = [];
  const opens = async (userId: string, passphrase: string): Promise<boolean> => (await openWithPassphrase(keyring, userId, passphrase)).ok;

  const old = await opens(secrets.userId, secrets.passphrase);
  if (secrets.nextPassphrase !== null) {
    const next = await opens(secrets.userId, secrets.nextPassphrase);
    if (!old && !next) findings.push(finding('lost', 'neither the old passphrase nor the new one opens the keyring'));
    if (next) secrets.passphrase = secrets.nextPassphrase;
    secrets.nextPassphrase = null;
  } else if (!old) findings.push(finding('lost', 'the passphrase that was acknowledged does not open the keyring'));

  for (const [id, passphrase] of secrets.users) {
    if (!(await opens(id, passphrase))) findings.push(finding('lost', `the user ${id} was acknowledged and cannot unlock`));
  }
  const { nextUser } = secrets;
  if (nextUser !== null && keyring.users.some(({ id }) => id === nextUser.id)) {
    if (await opens(nextUser.id, nextUser.passphrase)) secrets.users.set(nextUser.id, nextUser.passphrase);
    else findings.push(finding('half-applied', `the user ${nextUser.id} is there and cannot unlock`));
  }
  secrets.nextUser = null;
  const known = new Set([secrets.userId, ...secrets.users.keys()]);
  const strangers = keyring.users.filter(({ id }) => !known.has(id));
  if (strangers.length > 0) findings.push(finding('half-applied', `the keyring has ${strangers.length} users nobody added`));

  if (secrets.recoveryKey !== null) {
    const recovered = openWithRecovery(keyring, secrets.recoveryKey).ok;
    if (!recovered && !secrets.recoveryInDoubt) findings.push(finding('lost', 'the recovery key that was acknowledged does not open the keyring'));
    if (!recovered) secrets.recoveryKey = null;
  }
  secrets.recoveryInDoubt = false;
  return findings;
}
