import { digestKey, freshMachine, note, restored, value } from './support/database.ts';
import { vaultOf } from './support/sealed.ts';
import { afterEach, expect, it, vi } from 'vitest';
import { commit, recordEvent } from '../../renderer/db/commit.ts';
import { restoreAgency } from '../../renderer/db/restore.ts';
import { undoImport } from '../../renderer/db/undo-import.ts';
import { evidence, smallAgency } from '../unit/model/small-agency.ts';

freshMachine();
afterEach(() => vi.restoreAllMocks());

it('asks IndexedDB for strict durability wherever a record or the log is written', async () => {
  // Dexie takes hold of the function when it opens a database.
  const asked = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const db = await restored();
  const { id } = value(await commit(db, [{ kind: 'add-evidence', evidence: evidence('e2', 'p1') }], note()));
  value(await recordEvent(db, { ...note(), kind: 'export' }));
  value(await undoImport(db, id, { ...note(), reason: 'Wrong' }));
  value(await restoreAgency(smallAgency(), { agencyId: 'two', digestKey, vault: vaultOf() })).close();
  const writing = asked.mock.calls.filter(([, mode]) => mode === 'readwrite');
  expect(writing.length).toBeGreaterThanOrEqual(4);
  expect(writing.map(([, , options]) => options)).toEqual(writing.map(() => ({ durability: 'strict' })));
});

it('names no row after the keys were forgotten', () => {
  const { codec } = vaultOf();
  const before = codec.rowId('people', 'p1');
  codec.forget();
  expect(() => codec.rowId('people', 'p1')).toThrow('forgotten');
  expect(() => codec.seal('people', before, {})).toThrow('forgotten');
  expect(() => codec.open('people', before, new Uint8Array(60))).toThrow('forgotten');
  expect(() => codec.medical?.seal('evidence', before, {})).toThrow('forgotten');
});
