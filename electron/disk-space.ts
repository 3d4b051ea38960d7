import { statfs } from 'node:fs/promises';

/** The room on the disk a folder lies on, as an ordinary user has it; null where the system does not say. */
export async function diskSpace(folder: string): Promise<{ readonly freeBytes: number; readonly totalBytes: number } | null> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  } catch {
    return null;
  }
}
