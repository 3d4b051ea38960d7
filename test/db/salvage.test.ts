import { freshMachine, restored, value } from './support/database.ts';
import { describe, expect, it } from 'vitest';
import { databaseName } from '../../renderer/db/agency-database.ts';
import { salvage } from '../../renderer/db/salvage.ts';
import { contract, review } from '../unit/model/agency-record-samples.ts';
import { evidence, smallAgency } from '../unit/model/small-agency.ts';

freshMachine();

describe('salvaging an agency that does not open', () => {
  it('reads a whole one as it is', async () => {
    (await restored()).close();
    expect(value(await salvage('one'))).toEqual({ file: smallAgency(), records: 9, lost: [], whole: true });
  });

  it('keeps the agency records that can be read', async () => {
    const db = await restored({ ...smallAgency(), agencyRecords: [contract('c1'), review('f1')] });
    await db.agencyRecords.put({ id: 'f2', n: 2, body: { ...review('f2'), total: 'many' } });
    db.close();
    const saved = value(await salvage('one'));
    expect(saved).toMatchObject({ lost: ['agencyRecords f2'], whole: true });
    expect(saved.file.agencyRecords).toEqual([contract('c1'), review('f1')]);
  });

  it('leaves out what cannot be read and says what that was', async () => {
    const db = await restored();
    await db.evidence.put({ id: 'e2', n: 1, personId: 'p1', body: { ...evidence('e2', 'p1'), performedOn: 'yesterday' } });
    await db.agency.clear();
    db.close();
    const saved = value(await salvage('one'));
    expect(saved.lost).toEqual(['evidence e2']);
    expect(saved.file.evidence).toEqual(smallAgency().evidence);
    expect(saved.file.agency.name).toBe('Recovered agency');
  });

  it('says when what is left does not hold together', async () => {
    const db = await restored();
    await db.people.update('p1', { body: 'unreadable' });
    db.close();
    expect(value(await salvage('one'))).toMatchObject({ whole: false, lost: ['people p1'] });
  });

  it('reads the database of a newer program without changing its version', async () => {
    (await restored()).close();
    await new Promise<void>((resolve) => {
      const request = indexedDB.open(databaseName('one'), 990);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
    expect(value(await salvage('one')).file).toEqual(smallAgency());
    expect((await indexedDB.databases())[0]?.version).toBe(990);
  });

  it('answers plainly where there is nothing', async () => {
    expect(await salvage('nobody')).toMatchObject({ ok: false, error: { code: 'storage-failed' } });
    expect(await indexedDB.databases()).toEqual([]);
  });
});
