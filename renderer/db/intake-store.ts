import { readWaitingFile, type WaitingFile } from '../../shared/intake/waiting.ts';
import type { AgencyDatabase } from './agency-database.ts';
import { isStorageError } from './failures.ts';

/**
 * What waits at the intake desk of one agency on this computer, sealed like the record and no part of it: it comes into no file and no backup. The bytes lie in the
 * document store. Every function answers whether it was done; what is not kept is not called taken.
 */
export type IntakeStore = {
  readonly list: () => Promise<readonly WaitingFile[]>;
  readonly put: (files: readonly WaitingFile[], gone?: readonly string[]) => Promise<boolean>;
  readonly remove: (ids: readonly string[]) => Promise<boolean>;
  /** The digests of files of the scan folder that were filed or discarded; they are not offered again. */
  readonly seen: () => Promise<readonly string[]>;
  readonly see: (sha256: string) => Promise<boolean>;
};

const prefix = 'intake/';
const seenKey = 'intake-seen';
const most = 20_000;

const unless = async <Value>(fallback: Value, task: () => Promise<Value>): Promise<Value> => {
  try {
    return await task();
  } catch (error) {
    if (isStorageError(error)) return fallback;
    throw error;
  }
};

export const intakeStore = (db: AgencyDatabase): IntakeStore => {
  const seen = async (): Promise<readonly string[]> => {
    const row = await db.meta.get(seenKey);
    const opened = row === undefined ? [] : db.codec.open('meta', seenKey, row.value);
    return Array.isArray(opened) ? opened.filter((each) => typeof each === 'string') : [];
  };
  return {
    list: () =>
      unless<readonly WaitingFile[]>([], async () => {
        const rows = await db.meta.where('key').startsWith(prefix).toArray();
        return rows.flatMap(({ key, value }) => readWaitingFile(db.codec.open('meta', key, value)) ?? []).sort((one, other) => (one.takenAt < other.takenAt ? -1 : one.takenAt > other.takenAt ? 1 : one.id < other.id ? -1 : 1));
      }),
    put: (files, gone = []) =>
      unless(false, () =>
        db.transaction('rw', db.meta, async () => {
          await db.meta.bulkPut(files.map((file) => ({ key: prefix + file.id, value: db.codec.seal('meta', prefix + file.id, file) })));
          await db.meta.bulkDelete(gone.map((id) => prefix + id));
          return true;
        })),
    remove: (ids) =>
      unless(false, async () => {
        await db.meta.bulkDelete(ids.map((id) => prefix + id));
        return true;
      }),
    seen: () => unless<readonly string[]>([], seen),
    see: (sha256) =>
      unless(false, () =>
        db.transaction('rw', db.meta, async () => {
          const next = [...(await seen()).filter((each) => each !== sha256), sha256].slice(-most);
          await db.meta.put({ key: seenKey, value: db.codec.seal('meta', seenKey, next) });
          return true;
        })),
  };
};
