import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FoundScan } from '../../shared/ipc/scan-folder.ts';
import { systemCode } from '../system-code.ts';

/** One file as it was at a look. `since`: when it was first seen like this. `sha256`: once it was whole and read. */
type Seen = { readonly bytes: number; readonly modified: number; readonly since: number; readonly sha256: string | null };

/** What is remembered of a folder from look to look. */
export type FolderMemory = Map<string, Seen>;

export type FolderLimits = {
  /** How long size and time must stay the same, in milliseconds, before a file counts as whole. */
  readonly settleMs: number;
  /** Larger files are named, not taken. */
  readonly largest: number;
  /** How many bytes are read at one look, so that a full folder does not hold up the next; a single file may be larger. */
  readonly atOnce: number;
  /** No more files than these are looked at; the rest comes when some are gone. */
  readonly most: number;
};

export type FolderLook = { readonly files: readonly FoundScan[]; readonly arriving: number; readonly tooLarge: readonly string[] };

/** Half-written and hidden files of scanners, browsers, offices and systems. */
const passing = /^[.~]|^thumbs\.db$|^desktop\.ini$|\.(?:tmp|temp|part|partial|crdownload|download|lock|filepart)$/i;

/**
 * Looks at a folder, itself only: regular files by their names, neither links nor subfolders. A file is told of once its size and time have stayed the same for
 * `settleMs`, so that a scan that is still being written never is. Null where the folder is not there.
 */
export async function lookAtFolder(folder: string, memory: FolderMemory, now: number, limits: FolderLimits): Promise<FolderLook | null> {
  let names: readonly string[];
  try {
    names = (await readdir(folder, { withFileTypes: true })).filter((each) => each.isFile() && !passing.test(each.name)).map(({ name }) => name).sort().slice(0, limits.most);
  } catch {
    return null;
  }
  const files: FoundScan[] = [];
  const tooLarge: string[] = [];
  let arriving = 0;
  let read = 0;
  const present = new Set(names);
  for (const name of memory.keys()) if (!present.has(name)) memory.delete(name);
  for (const name of names) {
    const file = path.join(folder, name);
    try {
      const { size, mtimeMs } = await lstat(file);
      const before = memory.get(name);
      if (before?.bytes !== size || before.modified !== mtimeMs) {
        memory.set(name, { bytes: size, modified: mtimeMs, since: now, sha256: null });
        arriving += 1;
      } else if (size > limits.largest) tooLarge.push(name);
      else if (before.sha256 !== null) files.push({ name, bytes: size, sha256: before.sha256 });
      else if (size === 0 || now - before.since < limits.settleMs || (read > 0 && read + size > limits.atOnce)) arriving += 1;
      else {
        read += size;
        const sha256 = await digestOfFile(file);
        const after = await lstat(file);
        // It grew while it was read: not whole after all.
        if (after.size !== size || after.mtimeMs !== mtimeMs) {
          memory.set(name, { bytes: after.size, modified: after.mtimeMs, since: now, sha256: null });
          arriving += 1;
        } else {
          memory.set(name, { ...before, sha256 });
          files.push({ name, bytes: size, sha256 });
        }
      }
    } catch (error) {
      // Gone again, or held by the scanner's program: the next look sees.
      if (systemCode(error) !== 'ENOENT') arriving += 1;
    }
  }
  return { files, arriving, tooLarge };
}

async function digestOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
