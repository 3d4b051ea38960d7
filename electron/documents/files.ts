import { createHash } from 'node:crypto';
import { open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { systemCode } from '../system-code.ts';

const step = 8 * 2 ** 20;

/** SHA-256 of bytes, lower-case hexadecimal; breathes in between, so that a large scan holds up nothing else. */
export async function digestOf(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at < bytes.byteLength; at += step) {
    if (at > 0) await setImmediate();
    hash.update(bytes.subarray(at, at + step));
  }
  return hash.digest('hex');
}

export const isThere = (file: string): Promise<boolean> => stat(file).then((facts) => facts.isFile(), () => false);

/**
 * Overwrites a file in place, forces that to the disk, and removes it. What a disk that moves its blocks still holds elsewhere nobody can reach
 * from here; that is why documents are sealed, and why their keys are what is destroyed. A file that is not there is destroyed.
 */
export async function destroyFile(file: string): Promise<void> {
  let handle;
  try {
    handle = await open(file, 'r+');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    throw error;
  }
  try {
    const { size } = await handle.stat();
    const nothing = Buffer.alloc(Math.min(size, step));
    for (let at = 0; at < size; ) {
      const { bytesWritten } = await handle.write(nothing, 0, Math.min(nothing.length, size - at), at);
      // Nothing written and no complaint would go on for ever; the rest is no more readable without its key.
      if (bytesWritten === 0) break;
      at += bytesWritten;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rm(file, { force: true });
}

/** Every file beneath a folder, those half-written too. Empty where there is no folder. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name)).sort();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}
