import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { IpcFailure } from '../../shared/ipc/failure.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { writeWhole } from '../atomic-write.ts';
import { systemCode } from '../system-code.ts';

const permissionSchema = z.strictObject({ allowDownloads: z.boolean() });

/** Whether this computer may fetch lists. Kept by the main process, out of the page's reach but for the switch itself. */
export type DownloadPermission = {
  readonly allowed: () => boolean;
  readonly set: (allowed: boolean) => Promise<Result<null, IpcFailure>>;
};

/** The permission in a file. No file, or one that cannot be read or understood, means no. */
export function downloadPermission(file: string): DownloadPermission {
  let allowed = readPermission(file);
  let asked = 0;
  let writing: Promise<unknown> = Promise.resolve();
  return {
    allowed: () => allowed,
    async set(wanted) {
      asked += 1;
      const turn = asked;
      // Off holds at once, whatever the disk says; on holds once it is written down.
      if (!wanted) allowed = false;
      const written = writing.then(() => writeWhole(file, `${JSON.stringify({ allowDownloads: wanted })}\n`));
      writing = written.catch(() => undefined);
      try {
        await written;
      } catch (error) {
        return fail({ code: 'cannot-write', detail: systemCode(error) });
      }
      // Asked otherwise in the meantime: the later word holds.
      if (turn === asked) allowed = wanted;
      return ok(null);
    },
  };
}

function readPermission(file: string): boolean {
  try {
    const parsed = permissionSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success && parsed.data.allowDownloads;
  } catch {
    return false;
  }
}
