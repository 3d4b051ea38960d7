import { mkdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from '../atomic-write.ts';

/** Documents as they are, each file named by the SHA-256 of what is in it: those of the demo, and of an agency before it is sealed. */
export type PlainDocuments = {
  /** @throws what the system answers */
  readonly write: (sha256: string, bytes: Uint8Array) => Promise<void>;
  /** The bytes under a digest, whatever they are; null where there are none. @throws what the system answers otherwise */
  readonly read: (sha256: string) => Promise<Uint8Array | null>;
  readonly placeOf: (sha256: string) => string;
  readonly folder: string;
};

/** Two digits of the digest make sub-folders, so that none grows huge. */
export function plainDocuments(folder: string): PlainDocuments {
  const placeOf = (sha256: string): string => path.join(folder, sha256.slice(0, 2), sha256);
  return {
    folder,
    placeOf,
    async write(sha256, bytes) {
      const file = placeOf(sha256);
      // A file of another size under this name is damage; writing it again mends it.
      const kept = await stat(file).catch(() => null);
      if (kept?.size === bytes.byteLength) return;
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      await writeWhole(file, bytes);
    },
    async read(sha256) {
      try {
        return await readFile(placeOf(sha256));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      }
    },
  };
}
