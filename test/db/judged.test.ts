import { digestKey, freshMachine, note, value } from './support/database.ts';
import { vaultOf } from './support/sealed.ts';
import { describe, expect, it } from 'vitest';
import { openDoor, type AgencyDatabase, type OpenVault } from '../../renderer/db/agency-database.ts';
import { commit } from '../../renderer/db/commit.ts';
import { buildOf } from '../../renderer/db/judged.ts';
import { loadAgencyFile } from '../../renderer/db/open-agency.ts';
import { restoreAgency } from '../../renderer/db/restore.ts';
import { rowOf } from '../../renderer/db/rows.ts';
import { evidence, person, smallAgency } from '../unit/model/small-agency.ts';

freshMachine();

const made = async (vault: OpenVault): Promise<AgencyDatabase> => value(await restoreAgency(smallAgency(), { agencyId: 'one', digestKey, vault }));
/** Only somebody with the key can do this: a row that Muster never writes, sealed rightly. */
const spoil = (db: AgencyDatabase) => db.evidence.put(rowOf(db.codec, 'evidence', 'e1', 0, { ...evidence('e1', 'p1'), performedOn: 'yesterday' }));

describe('a record that this build has judged', () => {
  it('is not judged again while it is sealed, and is the same record', async () => {
    const db = await made(vaultOf());
    const first = value(await loadAgencyFile(db, 'build-01'));
    value(await commit(db, [{ kind: 'put-person', person: person('p3') }], note()));
    expect(value(await loadAgencyFile(db, 'build-01')).people.slice(0, 2)).toEqual(first.people);
    await spoil(db);
    expect(await loadAgencyFile(db, 'build-01')).toMatchObject({ ok: true });
    expect(await loadAgencyFile(db, 'build-02')).toMatchObject({ ok: false, error: { code: 'damaged', where: 'evidence[0].performedOn' } });
    expect(await loadAgencyFile(db, null)).toMatchObject({ ok: false });
    db.close();
  });

  it('is judged all the same where a row is missing, or the note of the judging is not genuine', async () => {
    const db = await made(vaultOf());
    value(await loadAgencyFile(db, 'build-01'));
    await db.people.delete(db.codec.rowId('people', 'p1'));
    expect(await loadAgencyFile(db, 'build-01')).toMatchObject({ ok: false, error: { code: 'damaged' } });
    await db.people.put(rowOf(db.codec, 'people', 'p1', 0, person('p1')));
    await spoil(db);
    await db.meta.put({ key: 'judged', value: Uint8Array.of(1) });
    expect(await loadAgencyFile(db, 'build-01')).toMatchObject({ ok: false, error: { where: 'evidence[0].performedOn' } });
    db.close();
  });

  it('is judged every time while it is not sealed', async () => {
    const db = await made(openDoor);
    value(await loadAgencyFile(db, 'build-01'));
    await spoil(db);
    expect(await loadAgencyFile(db, 'build-01')).toMatchObject({ ok: false });
    db.close();
  });

  it('is named by the digest in the name of the bundle', () => {
    expect(buildOf('app://muster/assets/index-B3x_k9-Q.js')).toBe('B3x_k9-Q');
    expect(buildOf('http://localhost:5173/db/open-agency.ts')).toBeNull();
    expect(buildOf('file:///anywhere/renderer/db/open-agency.ts')).toBeNull();
  });
});
