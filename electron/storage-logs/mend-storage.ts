import { cp, mkdir, open, readFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from '../atomic-write.ts';
import { endOfLog } from './log-records.ts';

/** What was mended: logs whose torn end was cut off, and logs with damage before whole records. */
export type Mended = { readonly torn: number; readonly damaged: number };

/** Where what was cut off is kept, beside the storage. */
export const cutFolder = (profile: string): string => path.join(profile, 'storage-cut');

const isLog = (name: string): boolean => /^\d+\.log$/.test(name) || /^MANIFEST-\d+$/.test(name);

/**
 * Cuts off what a crash left half-written at the end of the logs of IndexedDB. Call this at every start, before a page is opened. LevelDB itself
 * passes over such an end, but goes on writing behind it, and finds the log damaged at the start after that; Chromium then deletes the whole
 * storage (google/leveldb issue 1287). What is cut off was never acknowledged. Where whole records follow the damage, which only a failing disk does, the
 * storage is copied aside first: the log of the agency tells whether anything acknowledged was behind it.
 * @param named names what is kept, such as the time
 */
export async function mendStorage(profile: string, named: string): Promise<Mended> {
  const storage = path.join(profile, 'IndexedDB');
  const mended = { torn: 0, damaged: 0 };
  for (const folder of await foldersOf(storage)) {
    for (const name of (await readdir(folder)).filter(isLog)) {
      const file = path.join(folder, name);
      const bytes = await readFile(file);
      const { whole, state: end } = await endOfLog(bytes);
      if (end === 'whole') continue;
      // Without a manifest Chromium gives the storage up, whatever lies beside it.
      const lost = whole === 0 && name.startsWith('MANIFEST');
      const state = lost ? 'damaged' : end;
      const aside = path.join(cutFolder(profile), named, path.basename(folder));
      await mkdir(aside, { recursive: true, mode: 0o700 });
      if (state === 'damaged') await cp(folder, path.join(aside, `before ${name}`), { recursive: true });
      else await writeWhole(path.join(aside, `${name}.${whole}`), bytes.subarray(whole));
      if (!lost) await cutOff(file, whole);
      mended[state] += 1;
    }
  }
  return mended;
}

/** Forgets what was cut off, where nothing written before may be left. */
export const forgetCuts = (profile: string): Promise<void> => rm(cutFolder(profile), { recursive: true, force: true });

async function foldersOf(storage: string): Promise<readonly string[]> {
  const entries = await readdir(storage, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory() && entry.name.endsWith('.leveldb')).map(({ name }) => path.join(storage, name));
}

async function cutOff(file: string, length: number): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.truncate(length);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
