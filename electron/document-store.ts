import { createHash } from 'node:crypto';
import { mkdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { IpcFailure } from '../shared/ipc/failure.ts';
import { fail, ok, type Result } from '../shared/result.ts';
import { systemCode } from './system-code.ts';
import { writeWhole } from './atomic-write.ts';

/** Document bytes under the app's data folder, each file named by the SHA-256 of what is in it. */
export type DocumentStore = {
  readonly store: (bytes: Uint8Array) => Promise<Result<{ readonly sha256: string; readonly bytes: number }, IpcFailure>>;
  readonly read: (sha256: string) => Promise<Result<{ readonly bytes: Uint8Array }, IpcFailure>>;
};

/** A store in `folder`, which is made at the first write. Two digits of the digest make sub-folders, so that none grows huge. */
export function documentStore(folder: string): DocumentStore {
  const placeOf = (sha256: string): string => path.join(folder, sha256.slice(0, 2), sha256);
  return {
    async store(bytes) {
      const sha256 = digest(bytes);
      const file = placeOf(sha256);
      try {
        // A file of another size under this name is damage; writing it again mends it.
        const kept = await stat(file).catch(() => null);
        if (kept?.size !== bytes.byteLength) {
          await mkdir(path.dirname(file), { recursive: true });
          await writeWhole(file, bytes);
        }
        return ok({ sha256, bytes: bytes.byteLength });
      } catch (error) {
        return fail({ code: 'cannot-write', detail: systemCode(error) });
      }
    },
    async read(sha256) {
      try {
        const bytes = await readFile(placeOf(sha256));
        return digest(bytes) === sha256 ? ok({ bytes: new Uint8Array(bytes) }) : fail({ code: 'damaged' });
      } catch (error) {
        const detail = systemCode(error);
        return detail === 'ENOENT' ? fail({ code: 'not-found' }) : fail({ code: 'cannot-read', detail });
      }
    },
  };
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
