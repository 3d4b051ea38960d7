import { access, constants, mkdir, readdir, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { BackupStatus, ListedBackup } from '../../shared/backup/status.ts';
import { systemCode } from '../system-code.ts';
import type { BackupState } from './backup-state.ts';
import { openSealedFile } from './sealed-file.ts';

const backupName = /^(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})-[A-Za-z0-9-]{1,40}\.muster$/;

/** `2026-11-23T0230-1f2e3d4c.muster`: the minute in UTC, and the beginning of the vault's id. `taken` are the names in the folder. */
export function newName(at: string, vaultId: string, taken: ReadonlySet<string>): string {
  const stem = `${at.slice(0, 13)}${at.slice(14, 16)}-${vaultId.replace(/[^A-Za-z0-9]/g, '').slice(0, 8)}`;
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? `${stem}.muster` : `${stem}-${number}.muster`;
    if (!taken.has(name)) return name;
  }
}

/** The names of the backups in a folder; empty where it is not there. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => backupName.test(name));
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return [];
    throw error;
  }
}

/** The backups in a folder, newest first. */
export async function listIn(folder: string, { made }: BackupState): Promise<readonly ListedBackup[]> {
  const known = new Map(made.map((each) => [each.name, each]));
  const listed: ListedBackup[] = [];
  for (const name of await namesIn(folder)) {
    const ours = known.get(name);
    const [, day, hour, minute] = backupName.exec(name) ?? [];
    const bytes = await stat(path.join(folder, name)).then((facts) => facts.size, () => null);
    if (bytes !== null) listed.push({ name, at: ours?.at ?? `${day}T${hour}:${minute}:00Z`, bytes, good: ours?.good ?? null });
  }
  return listed.toSorted((one, other) => (one.at < other.at ? 1 : -1));
}

/** What can be said of the folder of backups now. */
export async function placeStatus(folder: string, profile: string): Promise<NonNullable<BackupStatus['place']>> {
  try {
    const [there, here, disk] = await Promise.all([stat(folder), stat(profile), statfs(folder)]);
    return { folder, reachable: there.isDirectory(), sameDisk: there.dev === here.dev, freeBytes: disk.bavail * disk.bsize };
  } catch {
    return { folder, reachable: false, sameDisk: false, freeBytes: null };
  }
}

/**
 * The folder for the backups of one agency in the place a person chose: that place itself where backups of this agency lie in it, else a
 * folder of its name, numbered where another agency's backups lie there already. @throws what the system answers
 */
export async function folderFor(chosen: string, agencyName: string, vaultId: string): Promise<string> {
  if ((await vaultsIn(chosen)).has(vaultId)) return chosen;
  const stem = `${safeName(agencyName)} backups`;
  for (let number = 1; ; number += 1) {
    const folder = path.join(chosen, number === 1 ? stem : `${stem} ${number}`);
    const vaults = await vaultsIn(folder);
    if (vaults.size > 0 && !vaults.has(vaultId)) continue;
    await mkdir(folder, { recursive: true });
    await access(folder, constants.R_OK | constants.W_OK);
    return folder;
  }
}

/** Whose backups lie in a folder, by vault. */
async function vaultsIn(folder: string): Promise<ReadonlySet<string>> {
  const vaults = new Set<string>();
  for (const name of await namesIn(folder)) {
    const opened = await openSealedFile(path.join(folder, name));
    if (!opened.ok) continue;
    vaults.add(opened.value.header.vaultId);
    await opened.value.close();
  }
  return vaults;
}

/** A name every system takes for a folder. */
const safeName = (name: string): string => name.replace(/[^\p{L}\p{N} ._-]+/gu, ' ').replace(/\s+/g, ' ').replace(/^[ .]+|[ .]+$/g, '').slice(0, 80).trimEnd() || 'Agency';

/** Removes what a crash left half-written: hidden temporary files of ours. Only while nothing is being written there. */
export async function sweep(folder: string): Promise<void> {
  const shared = path.join(folder, 'documents');
  const folders = [folder, ...(await readdir(shared, { withFileTypes: true }).catch(() => [])).filter((each) => each.isDirectory()).map((each) => path.join(shared, each.name))];
  for (const each of folders) {
    const names = await readdir(each).catch(() => []);
    for (const name of names) if (name.startsWith('.') && name.endsWith('.part')) await rm(path.join(each, name), { force: true });
  }
}
