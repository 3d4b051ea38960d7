import { rm } from 'node:fs/promises';
import path from 'node:path';
import { surplusBackups } from '../../shared/backup/rotation.ts';
import { namesIn } from './backup-place.ts';
import type { BackupState } from './backup-state.ts';
import { readContents } from './read-backup.ts';
import { openSealedFile } from './sealed-file.ts';
import { filesBeneath, type Tell } from './stored-files.ts';

/**
 * Takes away what the rotation no longer keeps: backups first, then the document files that none of the remaining needs. Killed in between,
 * only files stay that nobody needs; the next time they go. Answers the backups that are left of `made`.
 */
export async function rotate(folder: string, made: BackupState['made'], backupsKey: Uint8Array, tell: Tell): Promise<BackupState['made']> {
  const gone = new Set(surplusBackups(made).map(({ name }) => name));
  for (const name of gone) await rm(path.join(folder, name), { force: true });
  if (gone.size > 0) await dropUnneeded(folder, backupsKey, tell);
  return made.filter(({ name }) => !gone.has(name));
}

/** Removes shared document files that no backup in the folder lists. Where one of them cannot be read, nobody knows what it needs, and nothing goes. */
async function dropUnneeded(folder: string, backupsKey: Uint8Array, tell: Tell): Promise<void> {
  const needed = new Set<string>();
  for (const name of await namesIn(folder)) {
    const listed = await listedIn(path.join(folder, name), backupsKey);
    if (listed === null) return;
    for (const sha256 of listed) needed.add(sha256);
  }
  const shared = path.join(folder, 'documents');
  const files = await filesBeneath(shared);
  for (const [index, file] of files.entries()) {
    tell(index, files.length);
    if (!needed.has(path.basename(file))) await rm(path.join(shared, ...file.split('/')), { force: true });
  }
}

async function listedIn(file: string, backupsKey: Uint8Array): Promise<readonly string[] | null> {
  const sealed = await openSealedFile(file);
  if (!sealed.ok) return null;
  try {
    const parts = sealed.value.unlock(backupsKey);
    const contents = parts.ok ? await readContents(sealed.value, parts.value) : null;
    return contents?.ok === true ? contents.value.files.map(({ sha256 }) => sha256) : null;
  } finally {
    await sealed.value.close();
  }
}
