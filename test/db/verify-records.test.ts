import { digestKey, fileOf, freshMachine, note, value } from './support/database.ts';
import { vaultOf } from './support/sealed.ts';
import { expect, it } from 'vitest';
import type { OpenVault } from '../../renderer/db/agency-database.ts';
import { openDoor, type AgencyDatabase } from '../../renderer/db/agency-database.ts';
import { commit, type CommitNote } from '../../renderer/db/commit.ts';
import { restoreAgency } from '../../renderer/db/restore.ts';
import { rowOf } from '../../renderer/db/rows.ts';
import { undoImport } from '../../renderer/db/undo-import.ts';
import { verifyRecords } from '../../renderer/db/verify-records.ts';
import { keyedDigest } from '../../shared/audit/digest.ts';
import type { Change } from '../../shared/model/changes.ts';
import { at, evidence, person, smallAgency } from '../unit/model/small-agency.ts';

freshMachine();

const made = async (vault: OpenVault = vaultOf(), file = smallAgency(), agencyId = 'one'): Promise<AgencyDatabase> => value(await restoreAgency(file, { agencyId, digestKey, vault }));
const tb: Change = { kind: 'add-evidence', evidence: evidence('tb1', 'p1', { kind: 'tb-test', note: 'Induration 12 mm' } as never) };
const work: readonly Change[] = [
  tb,
  { kind: 'put-person', person: person('p3') },
  { kind: 'set-agency', agency: { ...smallAgency().agency, npi: '1234567890' } },
  { kind: 'acknowledge', acknowledgement: { requirement: 'la.bgc', personId: 'p1', note: 'Explained', recordedAt: at } },
];
const why = (): CommitNote & { readonly reason: string } => ({ ...note(), reason: 'Wrong' });

it.each([['sealed', vaultOf()], ['plain', openDoor]] as const)('finds every record as the log last wrote it, %s, and counts those it never wrote', async (_name, vault) => {
  const db = await made(vault);
  value(await commit(db, work, note()));
  const { id } = value(await commit(db, [{ kind: 'put-person', person: person('p4') }], note()));
  value(await undoImport(db, id, why()));
  expect(await verifyRecords(db)).toEqual({ checked: 4, differing: [], unlogged: 8, medical: 0 });
  db.close();
});

it('names what was altered, what is gone and what came back', async () => {
  const db = await made();
  value(await commit(db, work, note()));
  const { id } = value(await commit(db, [{ kind: 'put-person', person: person('p4') }], note()));
  value(await undoImport(db, id, why()));
  // Somebody with the keys, past the one door.
  await db.people.put(rowOf(db.codec, 'people', 'p3', 2, person('p3', 'Altered')));
  await db.people.put(rowOf(db.codec, 'people', 'p4', 3, person('p4')));
  await db.evidence.delete(db.codec.rowId('evidence', 'tb1'));
  const { differing, checked } = await verifyRecords(db);
  expect([...differing].sort((one, other) => (one.id < other.id ? -1 : 1))).toEqual([{ list: 'people', id: 'p3', how: 'altered' }, { list: 'people', id: 'p4', how: 'returned' }, { list: 'evidence', id: 'tb1', how: 'missing' }]);
  expect(checked).toBe(5);
  db.close();
});

it('accepts digests of whole records, from before notes had a part of their own, and proves none of them to who may not read the note', async () => {
  const db = await made(vaultOf());
  const old = evidence('tb1', 'p1', { kind: 'tb-test', note: 'Induration 12 mm' } as never);
  await db.evidence.put(rowOf(db.codec, 'evidence', 'tb1', 1, old));
  const entry = value(await commit(db, [{ kind: 'put-person', person: person('p3') }], note()));
  const changes = [{ list: 'evidence', id: 'tb1', before: null, after: keyedDigest(digestKey, old) }];
  await db.log.put({ seq: 1, id: 'x', body: db.codec.seal('log', '1', { ...entry, changes: [...entry.changes, ...changes] }) });
  expect(await verifyRecords(db)).toMatchObject({ differing: [], medical: 0, checked: 2 });
  Object.assign(db, { vault: vaultOf({ medical: false }) });
  expect(await verifyRecords(db)).toMatchObject({ differing: [], medical: 1, checked: 1 });
  db.close();
});

it('compares nothing with entries that came with a file, since their key did not', async () => {
  const source = await made();
  value(await commit(source, work, note()));
  const file = await fileOf(source);
  source.close();
  const db = value(await restoreAgency(file, { agencyId: 'two', digestKey: new Uint8Array(32).fill(9), vault: vaultOf() }));
  expect(await verifyRecords(db)).toEqual({ checked: 0, differing: [], unlogged: 12, medical: 0 });
  value(await commit(db, [{ kind: 'put-person', person: person('p3', 'Renamed') }], note()));
  expect(await verifyRecords(db)).toMatchObject({ checked: 1, differing: [] });
  db.close();
  const same = value(await restoreAgency(file, { agencyId: 'three', digestKey, vault: vaultOf(), digestsFrom: 0 }));
  expect(await verifyRecords(same)).toMatchObject({ checked: 4, differing: [] });
  same.close();
});
