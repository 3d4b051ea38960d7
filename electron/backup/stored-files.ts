import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { StoredFile } from '../../shared/backup/contents.ts';
import { systemCode } from '../system-code.ts';

/** Told how far a longer piece of work is. @throws Stopped where the person stopped it */
export type Tell = (done: number, total: number | null) => void;

/** Carries the person's wish to stop out of the work. */
export class Stopped extends Error {
  constructor() {
    super('stopped');
    this.name = 'Stopped';
  }
}

/** The bytes of a file, piece by piece. */
export const bytesOfFile = (file: string): AsyncIterable<Uint8Array> => createReadStream(file, { highWaterMark: 2 ** 18 });

/** Size and SHA-256 of a file; null where it is not there. */
export async function digestOfFile(file: string): Promise<{ readonly bytes: number; readonly sha256: string } | null> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const piece of bytesOfFile(file)) {
      hash.update(piece);
      bytes += piece.length;
    }
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Whether a file has exactly these bytes. */
export async function isWhole(file: string, { bytes, sha256 }: Pick<StoredFile, 'bytes' | 'sha256'>): Promise<boolean> {
  try {
    if ((await stat(file)).size !== bytes) return false;
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return false;
    throw error;
  }
  return (await digestOfFile(file))?.sha256 === sha256;
}

/** The paths of all files beneath a folder, with slashes, in order; files being written (hidden) are not there yet. Empty where there is no folder. */
export async function filesBeneath(folder: string, within = ''): Promise<readonly string[]> {
  let entries;
  try {
    entries = await readdir(path.join(folder, within), { withFileTypes: true });
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
  const found: string[] = [];
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const each = within === '' ? entry.name : `${within}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await filesBeneath(folder, each)));
    else if (entry.isFile()) found.push(each);
  }
  return found;
}

/** Every file of a document store with its size and digest, as it lies now. What is destroyed meanwhile is left out. */
export async function storedFiles(folder: string, tell: Tell): Promise<readonly StoredFile[]> {
  const paths = await filesBeneath(folder);
  const files: StoredFile[] = [];
  for (const [index, each] of paths.entries()) {
    tell(index, paths.length);
    const facts = await digestOfFile(path.join(folder, ...each.split('/')));
    if (facts !== null) files.push({ path: each, ...facts });
  }
  return files;
}

/** Where a stored file lies on this system. */
export const placeOf = (folder: string, { path: each }: Pick<StoredFile, 'path'>): string => path.join(folder, ...each.split('/'));

/** Where the shared folder of documents beside the backups keeps bytes of this digest. */
export const sharedPlace = (backups: string, sha256: string): string => path.join(backups, 'documents', sha256.slice(0, 2), sha256);
