import type { Page } from '@playwright/test';
import { databaseName, schemaHistory } from '../../renderer/db/agency-database.ts';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';

/** Writes an agency without keys straight into the page's storage, as the demo lies there: the app itself makes none but the demo. */
export async function plant(page: Page, file: AgencyFile, as: { readonly id: string; readonly name: string }): Promise<void> {
  const stores = Object.entries(Object.assign({}, ...schemaHistory.map((each) => each.stores)) as Readonly<Record<string, string>>);
  await page.evaluate(async ({ stores, database, agency, text }) => {
    const file = JSON.parse(text) as Record<string, unknown>;
    const opened = (name: string, version?: number, upgrade?: (db: IDBDatabase) => void): Promise<IDBDatabase> => new Promise((resolve, reject) => {
      const request = indexedDB.open(name, version);
      request.onupgradeneeded = () => upgrade?.(request.result);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error(`cannot open ${name}`));
    });
    const done = (transaction: IDBTransaction): Promise<unknown> => new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    const db = await opened(database, 20, (made) => {
      for (const [name, columns] of stores) {
        const [key = 'id', ...indexes] = columns.replaceAll('&', '').split(', ');
        const store = made.createObjectStore(name, { keyPath: key });
        for (const index of indexes) store.createIndex(index, index, { unique: columns.includes(`&${index}`) });
      }
    });
    const writing = db.transaction([...db.objectStoreNames], 'readwrite');
    writing.objectStore('meta').put({ key: 'digest-key', value: new Uint8Array(32).fill(7) });
    writing.objectStore('meta').put({ key: 'sealed', value: false });
    writing.objectStore('agency').put({ id: 'agency', n: 0, body: { ...(file['agency'] as object), name: agency.name } });
    for (const [name] of stores) {
      if (['meta', 'agency', 'log', 'imports'].includes(name)) continue;
      for (const [n, body] of ((file[name] ?? []) as readonly { readonly id?: string; readonly personId?: string; readonly month?: string }[]).entries()) {
        writing.objectStore(name).put({ id: body.id ?? `${n}`, n, ...(body.personId === undefined ? {} : { personId: body.personId }), ...(body.month === undefined ? {} : { month: body.month }), body });
      }
    }
    await done(writing);
    db.close();
    const registry = await opened('muster-registry');
    const noting = registry.transaction('agencies', 'readwrite');
    noting.objectStore('agencies').put({ ...agency, isDemo: true, lastOpened: '2026-01-01T00:00:00.000Z' });
    await done(noting);
    registry.close();
  }, { stores, database: databaseName(as.id), agency: as, text: JSON.stringify(file) });
}
