import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { z } from 'zod';
import { storagePartSchema, type StoragePart } from '../shared/ipc/storage-renewal.ts';
import type { IpcFailure } from '../shared/ipc/failure.ts';
import { digestSchema } from '../shared/model/schema.ts';
import { fail, ok, type Result } from '../shared/result.ts';
import { writeWhole } from './atomic-write.ts';
import { systemCode } from './system-code.ts';

type Answer<Value> = Promise<Result<Value, IpcFailure>>;
type Nothing = Record<string, never>;
type Read = Result<StoragePart, IpcFailure>;

const damaged = { code: 'damaged', detail: 'storage' } as const satisfies IpcFailure;
const digestsSchema = z.array(digestSchema);

/**
 * The page's databases while they are set aside, in a folder of the profile: one file a part, and last the list of their digests. With the list
 * the parts are whole and count; without it they are leftovers of an attempt that a crash ended, and the storage counts. What a sealed agency
 * has in them is sealed.
 */
export function storageRenewal(folder: string, clearStorage: () => Promise<void>) {
  const list = path.join(folder, 'whole.json');
  const fileOf = (part: number): string => path.join(folder, `${part}.part`);
  let digests: string[] = [];

  /** The digests of the parts that are set aside whole; null where none are. */
  async function whole(): Promise<readonly string[] | null> {
    try {
      const parsed = digestsSchema.safeParse(JSON.parse(await readFile(list, 'utf8')));
      return parsed.success ? parsed.data : [];
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return null;
      if (error instanceof SyntaxError) return [];
      throw error;
    }
  }

  async function read(part: number, digest: string | undefined): Promise<Read> {
    try {
      const bytes = await readFile(fileOf(part));
      if (createHash('sha256').update(bytes).digest('hex') !== digest) return fail(damaged);
      const parsed = storagePartSchema.safeParse(deserialize(bytes));
      return parsed.success ? ok(parsed.data) : fail(damaged);
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return fail(damaged);
      throw error;
    }
  }

  return {
    async parts(): Answer<{ readonly parts: number }> {
      const known = await whole();
      if (known?.length === 0) return fail(damaged);
      return ok({ parts: known?.length ?? 0 });
    },

    async put(part: number, content: StoragePart): Answer<Nothing> {
      if ((await whole()) !== null) return fail({ code: 'exists' });
      if (part === 0) {
        await rm(folder, { recursive: true, force: true });
        await mkdir(folder, { recursive: true, mode: 0o700 });
        digests = [];
      }
      if (part !== digests.length) return fail({ code: 'bad-arguments', detail: 'part' });
      const bytes = serialize(content);
      try {
        await writeWhole(fileOf(part), bytes);
      } catch (error) {
        return fail({ code: 'cannot-write', detail: systemCode(error) });
      }
      digests.push(createHash('sha256').update(bytes).digest('hex'));
      return ok({});
    },

    async markWhole(parts: number): Answer<Nothing> {
      if (parts === 0 || parts !== digests.length) return fail({ code: 'bad-arguments', detail: 'parts' });
      try {
        await writeWhole(list, JSON.stringify(digests));
      } catch (error) {
        return fail({ code: 'cannot-write', detail: systemCode(error) });
      }
      return ok({});
    },

    async clear(): Answer<Nothing> {
      const known = await whole();
      if (known === null) return fail({ code: 'not-found' });
      if (known.length === 0) return fail(damaged);
      for (const [part, digest] of known.entries()) {
        const there = await read(part, digest);
        if (!there.ok) return there;
      }
      await clearStorage();
      return ok({});
    },

    async get(part: number): Answer<{ readonly content: StoragePart }> {
      const known = await whole();
      if (known === null || known[part] === undefined) return fail({ code: 'not-found' });
      const there = await read(part, known[part]);
      return there.ok ? ok({ content: there.value }) : there;
    },

    async done(): Answer<Nothing> {
      // The list first: parts without it are leftovers, the list without them would be damage.
      await rm(list, { force: true });
      await rm(folder, { recursive: true, force: true });
      digests = [];
      return ok({});
    },
  };
}

export type StorageRenewal = ReturnType<typeof storageRenewal>;
