import { digestKey, fileOf, freshMachine, note, restored, value } from './support/database.ts';
import { describe, expect, it, vi } from 'vitest';
import { AgencyDatabase, databaseName, schemaVersion } from '../../renderer/db/agency-database.ts';
import { commit } from '../../renderer/db/commit.ts';
import { openAgency } from '../../renderer/db/open-agency.ts';
import { forgetAgency, knownAgencies, rememberAgency } from '../../renderer/db/registry.ts';
import { restoreAgency } from '../../renderer/db/restore.ts';
import { protectionOf } from '../../renderer/db/seal-agency.ts';
import { serialiseAgency } from '../../shared/agency-file/write.ts';
import { readAgencyFile } from '../../shared/agency-file/read.ts';
import { evidence, smallAgency } from '../unit/model/small-agency.ts';

freshMachine();

const rawOpen = (version: number): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName('one'), version);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('cannot open'));
  });

describe('opening an agency', () => {
  it('answers the whole record', async () => {
    (await restored()).close();
    const { db, file } = value(await openAgency('one'));
    expect(file).toEqual(smallAgency());
    db.close();
  });

  it('does not make an agency that is not there', async () => {
    expect(await openAgency('nobody')).toEqual({ ok: false, error: { code: 'not-here' } });
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('refuses a database of a newer program and leaves it as it is', async () => {
    (await restored()).close();
    (await rawOpen((schemaVersion + 1) * 10)).close();
    expect(await openAgency('one')).toEqual({ ok: false, error: { code: 'newer', found: schemaVersion + 1, known: schemaVersion } });
    expect((await indexedDB.databases())[0]?.version).toBe((schemaVersion + 1) * 10);
  });

  it('names where a damaged record is, and never starts empty', async () => {
    const db = await restored();
    await db.evidence.put({ id: 'e1', n: 0, personId: 'p1', body: { ...evidence('e1', 'p1'), performedOn: 'yesterday' } });
    db.close();
    expect(await openAgency('one')).toMatchObject({ ok: false, error: { code: 'damaged', where: 'evidence[0].performedOn' } });
  });

  it('takes a database without its agency for damaged, not for new', async () => {
    const db = await restored();
    await db.agency.clear();
    db.close();
    expect(await openAgency('one')).toMatchObject({ ok: false, error: { code: 'damaged', where: 'agency' } });
  });
});

describe('restoring an agency file', () => {
  it('gives back the same file, byte for byte, the log and empty lists included', async () => {
    const source = await restored();
    value(await commit(source, [{ kind: 'add-evidence', evidence: evidence('e2', 'p2') }], note()));
    const close = { id: 'm1', kind: 'close' as const, month: '2026-02' as never, closedOn: '2026-03-01' as never, holes: [{ personId: 'p1', list: 'sam' as const, reason: 'New' }], recordedAt: '2026-03-01T15:00:00Z' };
    const file = { ...(await fileOf(source)), decisions: [], listVersions: [], monthRecords: [close], people: [...smallAgency().people].reverse() };
    const db = await restored(file, 'two');
    expect(serialiseAgency(await fileOf(db))).toBe(serialiseAgency(file));
    const read = value(readAgencyFile(new TextEncoder().encode(serialiseAgency(await fileOf(db))), 'agency.json'));
    expect(read.file).toEqual(file);
  });

  it('goes on with the log that came along', async () => {
    const source = await restored();
    value(await commit(source, [{ kind: 'add-evidence', evidence: evidence('e2', 'p2') }], note()));
    const db = await restored(await fileOf(source), 'two');
    const entry = value(await commit(db, [{ kind: 'add-evidence', evidence: evidence('e3', 'p2') }], note()));
    expect(entry).toMatchObject({ seq: 2, previous: (await fileOf(source)).audit?.[0]?.['hash'] });
  });

  it('leaves no database when a record cannot be written', async () => {
    const file = smallAgency();
    const twice = { ...file, evidence: [...file.evidence, ...file.evidence] };
    expect(await restoreAgency(twice, { agencyId: 'two', digestKey })).toMatchObject({ ok: false, error: { code: 'storage-failed' } });
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('never writes into an agency that exists', async () => {
    const db = await restored();
    await expect(restoreAgency(smallAgency(), { agencyId: 'one', digestKey })).rejects.toThrow('exists');
    expect((await fileOf(db)).people.length).toBe(2);
  });
});

describe('a database whose making was cut off', () => {
  it('is a name alone: not listed, not opened into an empty agency, and no hindrance to making it', async () => {
    (await rawOpen(1)).close();
    expect(await knownAgencies()).toEqual([]);
    expect(await openAgency('one')).toEqual({ ok: false, error: { code: 'not-here' } });
    expect((await indexedDB.databases()).find(({ name }) => name === databaseName('one'))?.version).toBe(1);
    value(await restoreAgency(smallAgency(), { agencyId: 'one', digestKey })).close();
    const { db, file } = value(await openAgency('one'));
    expect(file.people).toHaveLength(2);
    db.close();
  });

  it('may have its stores and nothing in them: it counts as not there, and is made over', async () => {
    const empty = new AgencyDatabase('one');
    await empty.open();
    empty.close();
    expect(await openAgency('one')).toEqual({ ok: false, error: { code: 'not-here' } });
    expect(await protectionOf('one')).toEqual({ ok: true, value: 'none' });
    value(await restoreAgency(smallAgency(), { agencyId: 'one', digestKey })).close();
    const { db } = value(await openAgency('one'));
    // With a single row it is damaged, and never made over.
    await db.transaction('rw', db.tables, () => Promise.all(db.tables.filter(({ name }) => name !== 'meta').map((table) => table.clear())));
    db.close();
    expect(await openAgency('one')).toMatchObject({ ok: false, error: { code: 'damaged' } });
    await expect(restoreAgency(smallAgency(), { agencyId: 'one', digestKey })).rejects.toThrow('exists');
  });
});

describe('the agencies of this machine', () => {
  it('are found by their databases where the list itself cannot be opened', async () => {
    (await restored(smallAgency(), 'a')).close();
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    expect((await knownAgencies()).map((each) => each.id)).toEqual(['a']);
    await expect(rememberAgency({ id: 'a', name: 'First', isDemo: false, lastOpened: '2026-03-01T00:00:00Z' })).resolves.toBeUndefined();
    expect(open).toHaveBeenCalled();
    open.mockRestore();
  });

  it('are listed last opened first, and are found without their entry', async () => {
    for (const id of ['a', 'b', 'c']) (await restored(smallAgency(), id)).close();
    await rememberAgency({ id: 'a', name: 'First', isDemo: false, lastOpened: '2026-03-01T00:00:00Z' });
    await rememberAgency({ id: 'b', name: 'Second', isDemo: true, lastOpened: '2026-03-02T00:00:00Z' });
    await rememberAgency({ id: 'gone', name: 'No database', isDemo: false, lastOpened: '2026-03-03T00:00:00Z' });
    expect((await knownAgencies()).map((each) => each.id)).toEqual(['b', 'a', 'c']);
    await forgetAgency('b');
    expect((await knownAgencies()).map((each) => each.id)).toEqual(['a', 'b', 'c']);
  });
});
