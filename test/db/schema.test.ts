import { fileOf, freshMachine, note, restored } from './support/database.ts';
import { describe, expect, it } from 'vitest';
import { AgencyDatabase, databaseName, schemaHistory, schemaVersion, type Row, type SchemaVersion } from '../../renderer/db/agency-database.ts';
import { commit } from '../../renderer/db/commit.ts';
import { openAgency, storedVersion } from '../../renderer/db/open-agency.ts';
import { smallAgency } from '../unit/model/small-agency.ts';
import committed from './schema.snapshot.json' with { type: 'json' };

freshMachine();

/** Each version with an upgrade names the test that starts one version before it; see CONTRIBUTING, "a migration". */
const testedUpgrades: readonly number[] = [];

describe('the schema history', () => {
  it('is what is committed: a version that was shipped is never edited, only followed', () => {
    expect(schemaHistory.map(({ version, stores, upgrade }) => ({ version, stores, upgrade: upgrade?.name ?? null }))).toEqual(committed);
  });

  it('is numbered without holes and ends at the version this program writes', () => {
    expect(schemaHistory.map((each) => each.version)).toEqual(schemaHistory.map((_each, index) => index + 1));
    expect(schemaHistory.at(-1)?.version).toBe(schemaVersion);
  });

  it('has a test for every upgrade, and names every upgrade', () => {
    const upgrades = schemaHistory.filter((each) => each.upgrade !== undefined);
    expect(upgrades.map((each) => each.version)).toEqual(testedUpgrades);
    expect(upgrades.every((each) => each.upgrade?.name !== '')).toBe(true);
  });

  it('never reuses the name of a store that was dropped', () => {
    const dropped = new Set<string>();
    for (const { stores } of schemaHistory) {
      for (const [name, columns] of Object.entries(stores)) {
        expect(dropped.has(name)).toBe(false);
        if (columns === null) dropped.add(name);
      }
    }
  });

  it('makes the same stores on disk whether a database is new or was upgraded step by step', async () => {
    for (const { version } of schemaHistory) {
      const older = new AgencyDatabase('stepped', undefined, schemaHistory.slice(0, version));
      await older.open();
      older.close();
    }
    const fresh = await restored();
    expect(await storesOf(databaseName('stepped'))).toEqual(await storesOf(fresh.name));
    expect(await storedVersion('stepped')).toBe(schemaVersion);
  });
});

describe('version 2', () => {
  it('opens a database of version 1 whole, and takes list versions and closed months from then on', async () => {
    const file = smallAgency();
    const old = new AgencyDatabase('one', undefined, schemaHistory.slice(0, 1));
    await old.open();
    await old.meta.bulkAdd([{ key: 'digest-key', value: new Uint8Array(32) }, { key: 'lists', value: ['sites', 'teams', 'vendors', 'documents', 'exclusionChecks'] }]);
    await old.agency.add({ id: 'agency', n: 0, body: file.agency });
    for (const list of ['sites', 'teams', 'people', 'vendors', 'evidence', 'documents', 'exclusionChecks'] as const) {
      await old.table<Row, string>(list).bulkAdd((file[list] ?? []).map((body, n) => ({ id: body.id, n, body })));
    }
    old.close();
    expect(await storedVersion('one')).toBe(1);
    const opened = await openAgency('one');
    if (!opened.ok) throw new Error(opened.error.code);
    expect(opened.value.file).toEqual(file);
    const close = { id: 'm1', kind: 'close', month: '2026-02', closedOn: '2026-03-01', holes: [], recordedAt: '2026-03-01T15:00:00Z' } as never;
    const done = await commit(opened.value.db, [{ kind: 'add-month-record', record: close }], note());
    expect(done.ok).toBe(true);
    expect((await fileOf(opened.value.db)).monthRecords).toEqual([close]);
    opened.value.db.close();
    expect(await storedVersion('one')).toBe(2);
  });
});

describe('an upgrade', () => {
  const next: SchemaVersion = {
    version: schemaVersion + 1,
    stores: { people: '&id, n, family' },
    upgrade: async function addFamily(transaction) {
      await transaction.table<Row & { family?: string }>('people').toCollection().modify((row) => {
        row.family = (row.body as { names: { family: string }[] }).names[0]?.family ?? '';
      });
    },
  };

  it('turns the records of the version before into its own', async () => {
    (await restored()).close();
    const upgraded = new AgencyDatabase('one', undefined, [...schemaHistory, next]);
    expect((await upgraded.people.orderBy('family').toArray()).map((row) => row.id)).toEqual(['p1', 'p2']);
    expect((await upgraded.evidence.toArray()).length).toBe(smallAgency().evidence.length);
    upgraded.close();
  });

  it('that fails leaves the database at the version before, whole', async () => {
    (await restored()).close();
    const broken = new AgencyDatabase('one', undefined, [...schemaHistory, { ...next, upgrade: () => Promise.reject(new Error('cannot upgrade')) }]);
    await expect(broken.open()).rejects.toThrow('cannot upgrade');
    broken.close();
    expect(await storedVersion('one')).toBe(schemaVersion);
    const again = new AgencyDatabase('one');
    expect(await again.people.count()).toBe(2);
    again.close();
  });
});

function storesOf(name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onerror = () => reject(new Error(`cannot open ${name}`));
    request.onsuccess = () => {
      const db = request.result;
      const names = [...db.objectStoreNames].sort();
      const transaction = db.transaction(names);
      resolve(names.map((each) => ({ name: each, indexes: [...transaction.objectStore(each).indexNames].sort() })));
      db.close();
    };
  });
}
