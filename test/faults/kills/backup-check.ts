import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readBackup } from '../../../electron/backup/read-backup.ts';
import { openSealedFile } from '../../../electron/backup/sealed-file.ts';
import { openWithPassphrase, readKeyring } from '../../../electron/vault/keyring.ts';
import { readAgencyFile } from '../../../shared/agency-file/read.ts';
import { keyFor } from '../../../shared/sealing/keys.ts';
import { finding, type Finding } from './finding.ts';
import { keyringFile } from './keyring-check.ts';
import type { Secrets, World } from './world.ts';

type State = { readonly folder: string | null; readonly made: readonly { readonly name: string; readonly good: boolean }[] };

/** Every backup that counts as good reads back whole with the agency's key; the last one that was acknowledged is among them, and has what was recorded by then. */
export async function checkBackups(profile: string, agencyId: string, secrets: Secrets, last: World['backedUp']): Promise<readonly Finding[]> {
  const text = await readFile(path.join(profile, 'agencies', agencyId, 'backups.json'), 'utf8').catch(() => null);
  if (text === null) return last === null ? [] : [finding('lost', 'nothing is known of the backups any more')];
  const state = stateOf(text);
  if (state === null) return [finding('half-applied', 'what is known of the backups cannot be read')];
  const findings: Finding[] = [];
  const good = state.made.filter((each) => each.good).slice(-4);
  if (last !== null && !good.some(({ name }) => name === last.name)) findings.push(finding('lost', `the backup ${last.name} was acknowledged and does not count as good`));
  const key = await backupsKey(profile, agencyId, secrets);
  if (key === null) return good.length === 0 ? findings : [...findings, finding('unreadable', 'the keyring does not open, so no backup does')];
  for (const { name } of good) {
    const entries = await entriesIn(path.join(state.folder ?? '', name), key);
    if (typeof entries === 'string') findings.push(finding('lost', `the backup ${name} counts as good and is not: ${entries}`));
    else if (name === last?.name && entries !== last.entries) findings.push(finding('lost', `the backup ${name} has ${entries} entries of the log, not ${last.entries}`));
  }
  return findings;
}

function stateOf(text: string): State | null {
  try {
    return JSON.parse(text) as State;
  } catch {
    return null;
  }
}

async function backupsKey(profile: string, agencyId: string, secrets: Secrets): Promise<Uint8Array | null> {
  const keyring = readKeyring(await readFile(keyringFile(profile, agencyId), 'utf8'));
  if (!keyring.ok) return null;
  const opened = await openWithPassphrase(keyring.value, secrets.userId, secrets.passphrase);
  return opened.ok ? keyFor(opened.value.keys.general, 'backups') : null;
}

/** How many entries the log in a backup has; a code where it does not read back whole. */
async function entriesIn(file: string, key: Uint8Array): Promise<number | string> {
  const sealed = await openSealedFile(file);
  if (!sealed.ok) return sealed.error.code;
  try {
    const structure = await sealed.value.checkStructure();
    if (!structure.ok) return structure.error.code;
    const parts = sealed.value.unlock(key);
    if (!parts.ok) return parts.error.code;
    const read = await readBackup(sealed.value, parts.value, path.dirname(file), () => undefined);
    if (!read.ok) return read.error.code;
    if (read.value.badFiles.length > 0) return `${read.value.badFiles.length} documents are not whole`;
    const record = readAgencyFile(read.value.records, 'backup');
    return record.ok ? (record.value.file.audit ?? []).length : record.error.code;
  } finally {
    await sealed.value.close();
  }
}
