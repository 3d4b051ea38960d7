import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openBytes, sealBytes } from '../../shared/sealing/sealed-body.ts';
import type { ChapterCache } from './chapter-cache.ts';

/** Seals what is kept and opens it again; `null` where it was not sealed so. */
type CacheSeal = { readonly seal: (name: string, plain: Uint8Array) => Uint8Array; readonly open: (name: string, sealed: Uint8Array) => Uint8Array | null };

const digestBytes = 32;
const nameOf = /^[0-9a-f]{64}$/;
const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** Kept as it is, its digest before it: what was cut off by a crash is not taken for whole. */
const plain: CacheSeal = {
  seal: (_, bytes) => Buffer.concat([digest(bytes), bytes]),
  open: (_, kept) => {
    const bytes = kept.subarray(digestBytes);
    return kept.length >= digestBytes && digest(bytes).equals(kept.subarray(0, digestBytes)) ? bytes : null;
  },
};

/** Seals with a key of 32 bytes; what lies under another name does not open. */
export const sealWith = (key: Uint8Array): CacheSeal => ({
  seal: (name, bytes) => sealBytes(key, `chapter/${name}`, bytes, randomBytes(24)),
  open: (name, sealed) => {
    const opened = openBytes(key, `chapter/${name}`, sealed);
    return opened.ok ? opened.value : null;
  },
});

/**
 * Drawn chapters in a folder, a file each. It is a cache: what cannot be written or read is drawn again, and a full disk fails no binder.
 * @param mostBytes together; beyond, what was not used for longest goes
 */
export function diskCache(folder: string, mostBytes: number, seal: CacheSeal = plain): ChapterCache & { readonly trim: () => Promise<void> } {
  const place = (key: string): string => path.join(folder, key);
  return {
    async get(key) {
      if (!nameOf.test(key)) throw new Error('A key of the chapter cache is a digest');
      try {
        const bytes = seal.open(key, await readFile(place(key)));
        const now = new Date();
        if (bytes !== null) await utimes(place(key), now, now);
        return bytes;
      } catch {
        return null;
      }
    },
    async put(key, bytes) {
      const aside = path.join(folder, `${key}.${randomUUID()}.part`);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(aside, seal.seal(key, bytes), { mode: 0o600 });
        await rename(aside, place(key));
      } catch {
        await rm(aside, { force: true }).catch(() => undefined);
      }
    },
    async trim() {
      const names = await readdir(folder).catch(() => []);
      const files = await Promise.all(names.map(async (name) => {
        const facts = await stat(place(name)).catch(() => null);
        return { name, size: facts?.size ?? 0, used: facts?.mtimeMs ?? 0 };
      }));
      let sum = 0;
      for (const file of files.sort((one, other) => other.used - one.used || (one.name < other.name ? -1 : 1))) {
        sum += file.size;
        if (sum > mostBytes || !nameOf.test(file.name)) await rm(place(file.name), { force: true }).catch(() => undefined);
      }
    },
  };
}
