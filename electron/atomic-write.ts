import { randomUUID } from 'node:crypto';
import { open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes a file so that a crash at any moment leaves either the old file or the whole new one: a temporary file beside
 * it, its bytes forced to the disk, then a rename, then the folder's entry forced to the disk.
 */
export const writeWhole = (file: string, bytes: Uint8Array | string): Promise<void> => writeWholeBy(file, (handle) => handle.writeFile(bytes));

/** The same for what is too large to be held: `fill` writes it piece by piece. Where that fails, nothing of it stays. */
export async function writeWholeBy(file: string, fill: (handle: FileHandle) => Promise<void>): Promise<void> {
  const aside = path.join(path.dirname(file), `.${path.basename(file).slice(0, 100)}.${randomUUID()}.part`);
  try {
    const handle = await open(aside, 'wx', 0o600);
    try {
      await fill(handle);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(file));
}

const halfWritten = /^\..+\.[0-9a-f-]{36}\.part$/;

/** Removes what writes that were cut off left beneath a folder of Muster's own. Only at the start, while nobody writes. Answers how many. */
export async function sweepHalfWritten(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const left = entries.filter((entry) => entry.isFile() && halfWritten.test(entry.name));
  for (const entry of left) await rm(path.join(entry.parentPath, entry.name), { force: true });
  return left.length;
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder and needs no such thing: NTFS journals its names.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
