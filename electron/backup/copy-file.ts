import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { writeWholeBy } from '../atomic-write.ts';
import { bytesOfFile } from './stored-files.ts';

/** Writes a file whole from pieces, forced to the disk, making its folder where needed. */
export async function copyWhole(to: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
  await writeWholeBy(to, async (handle) => {
    for await (const piece of pieces) await handle.appendFile(piece);
  });
}

export const copyFileWhole = (from: string, to: string): Promise<void> => copyWhole(to, bytesOfFile(from));
