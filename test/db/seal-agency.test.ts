import { fileOf, freshMachine, note, restored, value } from './support/database.ts';
import { Killed, memoryAside } from './support/set-aside.ts';
import { vaultOf } from './support/sealed.ts';
import { describe, expect, it } from 'vitest';
import { AgencyDatabase, openDoor, schemaHistory, type Row } from '../../renderer/db/agency-database.ts';
import { commit } from '../../renderer/db/commit.ts';
import { documentsInPlain, documentsOfOthers } from '../../renderer/db/documents-in-plain.ts';
import { openAgency } from '../../renderer/db/open-agency.ts';
import { knownAgencies, rememberAgency } from '../../renderer/db/registry.ts';
import { reminderStore } from '../../renderer/db/reminder-store.ts';
import { protectionOf, sealAgency } from '../../renderer/db/seal-agency.ts';
import { finishRenewal } from '../../renderer/db/storage-renewal.ts';
import { undoImport } from '../../renderer/db/undo-import.ts';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { nothingTold } from '../../shared/agenda/reminders/memory.ts';
import { verifyChain } from '../../shared/audit/chain.ts';
import type { Change } from '../../shared/model/changes.ts';
import { evidence, person, smallAgency } from '../unit/model/small-agency.ts';

freshMachine();

const tb: Change = { kind: 'add-evidence', evidence: evidence('tb1', 'p1', { kind: 'tb-test', note: 'Induration 12 mm' } as never) };
const sealing = (aside = memoryAside()) => ({ note: note('Protected the agency with keys'), aside });

/** An agency as it lies on a computer from before: worked with, told reminders, a commit to undo. Answers its file and that commit. */
async function older(): Promise<{ readonly file: AgencyFile; readonly logId: string }> {
  const db = await restored();
  value(await commit(db, [tb], note('Recorded a TB test')));
  const { id } = value(await commit(db, [{ kind: 'put-person', person: person('p1', 'Renamed') }], note()));
  await reminderStore(db).write({ memory: nothingTold, ranAt: '2026-03-19T15:00:00Z', lastTold: null });
  await rememberAgency({ id: 'one', name: 'Small', isDemo: false, lastOpened: '2026-03-01T00:00:00Z' });
  const file = await fileOf(db);
  db.close();
  return { file, logId: id };
}

const rest = ({ audit: _audit, ...file }: AgencyFile): unknown => file;

/** Every row of every database, as text. */
async function dump(): Promise<string> {
  const db = new AgencyDatabase('one');
  const rows = await Promise.all(db.tables.map((table) => table.toArray()));
  db.close();
  return JSON.stringify(rows, (_key, each: unknown) => (each instanceof Uint8Array ? Buffer.from(each).toString('latin1') : each));
}

describe('sealing an agency that lies in plain text', () => {
  it('keeps all of it, its log, what can be undone and what reminders told, and says who did it', async () => {
    const { file, logId } = await older();
    expect(value(await protectionOf('one'))).toBe('plain');
    const steps: number[] = [];
    const done = value(await sealAgency('one', vaultOf(), { ...sealing(), progress: (rows, of) => steps.push(rows / of) }));
    expect(done.rows).toBe(10 + 3 + 2);
    expect(steps.at(-1)).toBe(1);
    expect(value(await protectionOf('one'))).toBe('sealed');
    const { db, file: after } = value(await openAgency('one', vaultOf()));
    expect(rest(after)).toEqual(rest(file));
    expect(after.audit?.slice(0, -1)).toEqual(file.audit);
    expect(after.audit?.at(-1)).toMatchObject({ what: 'Protected the agency with keys', by: 'Hanna Roy', kind: 'users' });
    expect(verifyChain(after.audit ?? []).ok).toBe(true);
    expect((await reminderStore(db).read()).ranAt).toBe('2026-03-19T15:00:00Z');
    expect(value(await undoImport(db, logId, { ...note(), reason: 'Wrong' }))).toMatchObject({ restored: ['p1'] });
    expect((await fileOf(db)).people[0]?.names[0]?.family).toBe(smallAgency().people[0]?.names[0]?.family);
    db.close();
    expect((await knownAgencies()).map(({ id }) => id)).toEqual(['one']);
    expect(await dump()).not.toMatch(/Renamed|Induration|tb1|"p1"/);
  });

  it('seals a database of the first version', async () => {
    const file = smallAgency();
    const old = new AgencyDatabase('one', openDoor, schemaHistory.slice(0, 1));
    await old.open();
    await old.meta.bulkAdd([{ key: 'digest-key', value: new Uint8Array(32) }, { key: 'lists', value: ['sites', 'teams', 'vendors', 'documents', 'exclusionChecks'] }]);
    await old.agency.add({ id: 'agency', n: 0, body: file.agency });
    for (const list of ['sites', 'teams', 'people', 'vendors', 'evidence', 'documents', 'exclusionChecks'] as const) {
      await old.table<Row, string>(list).bulkAdd((file[list] ?? []).map((body, n) => ({ id: body.id, n, body })));
    }
    old.close();
    value(await sealAgency('one', vaultOf(), sealing()));
    const { db, file: after } = value(await openAgency('one', vaultOf()));
    expect(rest(after)).toEqual(file);
    db.close();
  });

  it('goes on by itself wherever it was killed, and never loses the agency', async () => {
    const { file } = await older();
    const uncut = memoryAside();
    value(await sealAgency('one', vaultOf(), sealing(uncut)));
    expect(uncut.calls()).toBeGreaterThan(6);
    for (let killAt = 1; killAt <= uncut.calls(); killAt += 1) {
      for (const { name } of await indexedDB.databases()) await deleted(name ?? '');
      (await restored(file)).close();
      await rememberAgency({ id: 'one', name: 'Small', isDemo: false, lastOpened: '2026-03-01T00:00:00Z' });
      const aside = memoryAside();
      aside.killAt = killAt;
      await expect(sealAgency('one', vaultOf(), sealing(aside))).rejects.toThrow(Killed);
      aside.killAt = Infinity;
      // The next start.
      value(await finishRenewal(aside));
      expect(['leftovers', 'sealed']).toContain(value(await protectionOf('one')));
      value(await sealAgency('one', vaultOf(), sealing(aside)));
      expect(value(await protectionOf('one'))).toBe('sealed');
      expect(aside.whole_()).toBe(0);
      const { db, file: after } = value(await openAgency('one', vaultOf()));
      expect(rest(after)).toEqual(rest(file));
      expect(after.audit?.length).toBe((file.audit?.length ?? 0) + 1);
      db.close();
      expect((await knownAgencies()).map((each) => each.name)).toEqual(['Small']);
    }
  });

  it('is all or nothing where a row cannot be written', async () => {
    const { file } = await older();
    const broken = vaultOf();
    const vault = { ...broken, codec: { ...broken.codec, seal: (list: string, rowId: string, body: unknown) => (list === 'log' ? refuse() : broken.codec.seal(list, rowId, body)) } };
    expect(await sealAgency('one', vault, sealing())).toEqual({ ok: false, error: { code: 'storage-full' } });
    expect(value(await protectionOf('one'))).toBe('plain');
    const { db, file: after } = value(await openAgency('one'));
    expect(after).toEqual(file);
    db.close();
  });

  it('refuses what it could not keep: no medical key, an agency that cannot be read whole, none at all', async () => {
    await older();
    expect(await sealAgency('one', vaultOf({ medical: false }), sealing())).toEqual({ ok: false, error: { code: 'locked' } });
    expect(await sealAgency('two', vaultOf(), sealing())).toEqual({ ok: false, error: { code: 'not-here' } });
    expect(value(await protectionOf('two'))).toBe('none');
    const db = new AgencyDatabase('one');
    await db.people.update('p1', { body: 'unreadable' });
    db.close();
    expect(await sealAgency('one', vaultOf(), sealing())).toMatchObject({ ok: false, error: { code: 'damaged' } });
    expect(value(await protectionOf('one'))).toBe('plain');
  });

  it('does nothing to one that is sealed', async () => {
    const db = await restored();
    db.close();
    value(await sealAgency('one', vaultOf(), sealing()));
    const again = memoryAside();
    expect(value(await sealAgency('one', vaultOf(), sealing(again)))).toEqual({ rows: 0 });
    expect(again.calls()).toBe(0);
  });

  it('carries the databases of other agencies over as they are', async () => {
    await older();
    const other = await restored(smallAgency(), 'two');
    value(await commit(other, [tb], note()));
    const before = await fileOf(other);
    other.close();
    value(await sealAgency('one', vaultOf(), sealing()));
    const { db, file } = value(await openAgency('two'));
    expect(file).toEqual(before);
    db.close();
  });
});

function refuse(): never {
  throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
}

const deleted = (name: string): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
  });

describe('the documents of an agency that is not sealed', () => {
  it('are known before its record is sealed, and those the other unsealed agencies still need', async () => {
    await older();
    const name = { sha256: 'a'.repeat(64), vault: 'medical' };
    expect(value(await documentsInPlain('one'))).toEqual([name]);
    (await restored({ ...smallAgency(), documents: [] }, 'two')).close();
    expect(await documentsOfOthers('two')).toEqual([name.sha256]);
    expect(await documentsOfOthers('one')).toEqual([]);
    value(await sealAgency('one', vaultOf(), sealing()));
    expect(await documentsOfOthers('two')).toEqual([]);
  });
});
