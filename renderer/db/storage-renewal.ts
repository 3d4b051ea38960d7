import type { IpcFailure } from '../../shared/ipc/failure.ts';
import type { StoragePart } from '../../shared/ipc/storage-renewal.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { isStorageError, storageFailure, type StorageFailure } from './failures.ts';

type Answer<Value> = Promise<Result<Value, IpcFailure>>;

/** Where databases are set aside while the storage is written anew: files of the main process, see `shared/ipc/storage-renewal.ts`. */
export type SetAside = {
  readonly parts: () => Answer<{ readonly parts: number }>;
  readonly put: (args: { readonly part: number; readonly content: StoragePart }) => Answer<unknown>;
  readonly whole: (args: { readonly parts: number }) => Answer<unknown>;
  readonly clear: () => Answer<unknown>;
  readonly get: (args: { readonly part: number }) => Answer<{ readonly content: StoragePart }>;
  readonly done: () => Answer<unknown>;
};

/** A row of `meta` that says that plain text from before the sealing may still lie in the files of the storage. It is not carried over. */
export const leftoversKey = 'leftovers';

const rowsInPart = 2_000;

/**
 * Writes all databases of this computer anew, so that nothing that was deleted or replaced in them is left in their files:
 * IndexedDB takes it out of its files only when it happens to rewrite them, which may be never (`docs/decisions/0006`). No database may be
 * open but the list of agencies. Killed at any moment, `finishRenewal` goes on at the next start.
 */
export async function renewStorage(aside: SetAside): Promise<Result<null, StorageFailure>> {
  return await guarded(async () => {
    let part = 0;
    for (const { name, version } of await indexedDB.databases()) {
      if (name === undefined || version === undefined) continue;
      for await (const content of partsOf(name, version)) {
        const put = await aside.put({ part, content });
        if (!put.ok) return notAside(put.error);
        part += 1;
      }
    }
    const whole = await aside.whole({ parts: part });
    return whole.ok ? await putBack(aside, part) : notAside(whole.error);
  });
}

/**
 * Call this at every start, before any database is opened. Puts back what a killed renewal had set aside; does nothing where there is none. Where
 * it fails, nothing is lost, and nothing may be opened: what was set aside counts, not the storage.
 */
export async function finishRenewal(aside: SetAside): Promise<Result<null, StorageFailure>> {
  return await guarded(async () => {
    const pending = await aside.parts();
    if (!pending.ok) return notAside(pending.error);
    return pending.value.parts === 0 ? ok(null) : await putBack(aside, pending.value.parts);
  });
}

async function putBack(aside: SetAside, parts: number): Promise<Result<null, StorageFailure>> {
  const cleared = await aside.clear();
  if (!cleared.ok) return notAside(cleared.error);
  for (let part = 0; part < parts; part += 1) {
    const there = await aside.get({ part });
    if (!there.ok) return notAside(there.error);
    await write(there.value.content);
  }
  const done = await aside.done();
  return done.ok ? ok(null) : notAside(done.error);
}

const notAside = ({ code, detail }: IpcFailure): Result<never, StorageFailure> =>
  fail(detail === 'ENOSPC' ? { code: 'storage-full' } : { code: 'storage-failed', detail: `setting aside: ${code}${detail === undefined ? '' : ` ${detail}`}` });

async function guarded<Value>(task: () => Promise<Result<Value, StorageFailure>>): Promise<Result<Value, StorageFailure>> {
  try {
    return await task();
  } catch (error) {
    if (isStorageError(error)) return fail(storageFailure(error));
    throw error;
  }
}

/** A database in parts, as it lies there: no program needs to know it to carry it over. */
async function* partsOf(name: string, version: number): AsyncGenerator<StoragePart> {
  const db = await opened(indexedDB.open(name));
  try {
    const names = [...db.objectStoreNames];
    if (names.length === 0) return;
    const all = db.transaction(names);
    const stores = names.map((each) => {
      const store = all.objectStore(each);
      const indexes = [...store.indexNames].map((index) => store.index(index)).map((index) => ({ name: index.name, keyPath: String(index.keyPath), unique: index.unique, multiEntry: index.multiEntry }));
      return { name: each, keyPath: String(store.keyPath), indexes };
    });
    let rows: { readonly store: string; readonly row: unknown }[] = [];
    for (const { name: store } of stores) {
      const found: readonly unknown[] = await answered(db.transaction(store).objectStore(store).getAll());
      for (const row of found) {
        if (store === 'meta' && isLeftovers(row)) continue;
        rows.push({ store, row });
        if (rows.length < rowsInPart) continue;
        yield { database: name, version, stores, rows };
        rows = [];
      }
    }
    yield { database: name, version, stores, rows };
  } finally {
    db.close();
  }
}

const isLeftovers = (row: unknown): boolean => typeof row === 'object' && row !== null && 'key' in row && row.key === leftoversKey;

/** Makes the database where it is not there yet, and writes the rows of a part into it. */
async function write({ database, version, stores, rows }: StoragePart): Promise<void> {
  const request = indexedDB.open(database, version);
  request.onupgradeneeded = () => {
    for (const { name, keyPath, indexes } of stores) {
      const known = request.result.objectStoreNames.contains(name);
      const store = known ? null : request.result.createObjectStore(name, { keyPath });
      for (const index of indexes) store?.createIndex(index.name, index.keyPath, { unique: index.unique, multiEntry: index.multiEntry });
    }
  };
  const db = await opened(request);
  try {
    if (rows.length === 0) return;
    const transaction = db.transaction(stores.map(({ name }) => name), 'readwrite', { durability: 'strict' });
    for (const { store, row } of rows) transaction.objectStore(store).put(row);
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new DOMException('The transaction was aborted', 'AbortError'));
    });
  } finally {
    db.close();
  }
}

const answered = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException('The request failed', 'UnknownError'));
  });

const opened = (request: IDBOpenDBRequest): Promise<IDBDatabase> => answered(request);
