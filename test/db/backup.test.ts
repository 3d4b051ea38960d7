import { freshMachine, note, value } from './support/database.ts';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupDoor } from '../../renderer/db/backup-door.ts';
import { markReplaced, settle, siblingsOf } from '../../renderer/db/arrival.ts';
import { AgencyDatabase, scratchPrefix, type OpenVault } from '../../renderer/db/agency-database.ts';
import { sealingCodec } from '../../renderer/db/codec.ts';
import { commit, recordEvent } from '../../renderer/db/commit.ts';
import { loadAgencyFile } from '../../renderer/db/open-agency.ts';
import { knownAgencies } from '../../renderer/db/registry.ts';
import { restoreAgency } from '../../renderer/db/restore.ts';
import { readBackedUp } from '../../renderer/db/scratch.ts';
import { undoImport } from '../../renderer/db/undo-import.ts';
import { fail, ok } from '../../shared/result.ts';
import { verifyChain } from '../../shared/audit/chain.ts';
import { at, evidence, person, smallAgency } from '../unit/model/small-agency.ts';

freshMachine();
const records = new Uint8Array(32).fill(1);
const medicalKey = new Uint8Array(32).fill(2);
const vaultOf = (medical: boolean): OpenVault => ({ codec: sealingCodec({ records, medical: medical ? medicalKey : null }), actor: null });
const file = { ...smallAgency(), people: [...smallAgency().people, person('p-9', 'Nguyễn')], evidence: [evidence('e-9', 'p-9', { note: 'reddened, 12 mm' })] };
let opened: AgencyDatabase[] = [];
beforeEach(() => {
  opened = [];
});
afterEach(() => {
  for (const db of opened) db.close();
});
const agency = async (agencyId: string): Promise<AgencyDatabase> => {
  const db = value(await restoreAgency(file, { agencyId, digestKey: new Uint8Array(32).fill(7), vault: vaultOf(true) }));
  opened.push(db);
  value(await recordEvent(db, { ...note('Unlocked'), kind: 'unlock' }));
  return db;
};
const as = (db: AgencyDatabase, vault: OpenVault): AgencyDatabase => {
  const other = new AgencyDatabase(db.agencyId, vault);
  opened.push(other);
  return other;
};
const put = (family: string) => [{ kind: 'put-person', person: person('p-9', family) }] as const;

describe('what goes into a backup', () => {
  it('carries notes that the medical right opens as they are sealed, whoever backs up', async () => {
    const db = await agency('one');
    const with_ = value(await backupDoor(db, randomUUID).source());
    const without = value(await backupDoor(as(db, vaultOf(false)), randomUUID).source());
    expect(without.facts).toEqual(with_.facts);
    expect(new TextDecoder().decode(without.records)).not.toContain('reddened');
    expect(without.facts.medical.count).toBe(1);
    expect(without.facts.lists['people']?.count).toBe(file.people.length);
    expect(without.facts.logHead?.seq).toBe(1);
  });

  it('is proven by a scratch database, which is gone afterwards and never listed', async () => {
    const db = await agency('one');
    for (const vault of [vaultOf(true), vaultOf(false)]) {
      const door = backupDoor(as(db, vault), randomUUID);
      const source = value(await door.source());
      expect(await door.prove(source, source.facts)).toEqual(ok([]));
    }
    expect((await indexedDB.databases()).some(({ name }) => name?.includes(scratchPrefix))).toBe(false);
  });

  it('is not proven where anything came back otherwise', async () => {
    const door = backupDoor(await agency('one'), randomUUID);
    const source = value(await door.source());
    const text = new TextDecoder().decode(source.records);
    const encoder = new TextEncoder();
    expect(await door.prove({ ...source, records: encoder.encode(text.replace('Nguyễn', 'Nguyen')) }, source.facts)).toEqual(ok(['people']));
    expect(await door.prove({ ...source, records: encoder.encode(text.slice(0, -9)) }, source.facts)).toEqual(ok(['record']));
    expect(await door.prove({ ...source, medical: encoder.encode('{}') }, source.facts)).toEqual(ok(['medical notes']));
    expect(await door.prove(source, { ...source.facts, logHead: null })).toEqual(ok(['log']));
    const [[list, parts] = ['', {}]] = Object.entries(JSON.parse(new TextDecoder().decode(source.medical)) as Record<string, Record<string, string>>);
    const [id = '', sealed = ''] = Object.entries(parts)[0] ?? [];
    const flipped = { ...source, medical: encoder.encode(JSON.stringify({ [list]: { [id]: `${sealed.slice(0, 40)}${sealed[40] === 'A' ? 'B' : 'A'}${sealed.slice(41)}` } })) };
    expect((await door.prove(flipped, source.facts))).not.toEqual(ok([]));
  });

  it('sweeps a scratch database that a crash left, before the next proof', async () => {
    const left = value(await restoreAgency(file, { agencyId: `${scratchPrefix}left`, digestKey: records, vault: vaultOf(true) }));
    left.close();
    expect((await knownAgencies()).map(({ id }) => id)).toEqual([]);
    const door = backupDoor(await agency('one'), randomUUID);
    const source = value(await door.source());
    await door.prove(source, source.facts);
    expect((await indexedDB.databases()).map(({ name }) => name).some((name) => name?.includes('left'))).toBe(false);
  });
});

describe('a restored copy', () => {
  it('is the record again, notes and log included, and its log goes on', async () => {
    const db = await agency('one');
    const source = value(await backupDoor(as(db, vaultOf(false)), randomUUID).source());
    const read = readBackedUp(source);
    if (read === null) throw new Error('not read');
    const vault = vaultOf(true);
    value(await settle({ agencyId: 'two', ...read, facts: source.facts, vault, note: { ...note('Restored'), kind: 'restore', reason: 'a test' } }));
    const copy = new AgencyDatabase('two', vault);
    opened.push(copy);
    const back = value(await loadAgencyFile(copy));
    expect({ ...back, audit: [] }).toEqual({ ...value(await loadAgencyFile(db)), audit: [] });
    expect(back.evidence[0]?.note).toBe('reddened, 12 mm');
    expect(back.audit?.map((entry) => entry['kind'])).toEqual(['unlock', 'restore']);
    expect(verifyChain(back.audit ?? []).ok).toBe(true);
  });

  it('knows its siblings by their keys, and how their logs stand to it', async () => {
    const db = await agency('one');
    const source = value(await backupDoor(db, randomUUID).source());
    const read = readBackedUp(source);
    if (read === null) throw new Error('not read');
    value(await recordEvent(db, { ...note('Locked'), kind: 'lock' }));
    opened.push(value(await restoreAgency(smallAgency(), { agencyId: 'strange', digestKey: records, vault: { codec: sealingCodec({ records: medicalKey, medical: null }), actor: null } })));
    const arrival = { ...read, facts: source.facts, vault: vaultOf(true), agencyId: 'two' };
    expect(await siblingsOf(arrival)).toMatchObject([{ agencyId: 'one', handedOverTo: null, relation: { kind: 'behind', more: 1 } }]);
    value(await markReplaced('one', 'two', at, vaultOf(true)));
    expect(await siblingsOf(arrival)).toEqual([]);
  });
});

describe('handing over', () => {
  it('makes this copy read-only at once, and back with a reason', async () => {
    const db = await agency('one');
    const door = backupDoor(db, randomUUID);
    const head = value(await door.handOver('the office in Houma', note('Handed over to the office in Houma')));
    expect(await door.standing()).toMatchObject({ kind: 'handed-over', to: 'the office in Houma', head });
    expect(await commit(db, put('Fontenot'), note())).toEqual(fail({ code: 'handed-over' }));
    expect(await undoImport(db, 'any', { ...note(), reason: 'because' })).toEqual(fail({ code: 'handed-over' }));
    expect((await recordEvent(db, { ...note('Unlocked'), kind: 'unlock' })).ok).toBe(true);
    value(await door.takeBack({ ...note('Took the agency back'), reason: 'the drive was lost' }));
    expect((await commit(db, put('Fontenot'), note())).ok).toBe(true);
    const { audit } = value(await loadAgencyFile(db));
    expect(audit?.map((entry) => entry['kind'])).toEqual(['unlock', 'hand-over', 'unlock', 'hand-over', 'change']);
    expect(verifyChain(audit ?? []).ok).toBe(true);
  });

  it('takes a returned log for a continuation as far as this copy went along, and no other', async () => {
    const db = await agency('one');
    const door = backupDoor(db, randomUUID);
    value(await door.handOver('Houma', note('Handed over')));
    const source = value(await door.source());
    const read = readBackedUp(source);
    if (read === null) throw new Error('not read');
    // What was only looked at meanwhile does not part the logs.
    value(await recordEvent(db, { ...note('Unlocked'), kind: 'unlock' }));
    const vault = vaultOf(true);
    value(await settle({ agencyId: 'there', ...read, facts: source.facts, vault, note: { ...note('Took over'), kind: 'hand-over' } }));
    const there = new AgencyDatabase('there', vault);
    opened.push(there);
    value(await commit(there, put('Fontenot'), note()));
    const returned = value(await loadAgencyFile(there));
    const arrival = { file: returned, facts: source.facts, vault, agencyId: 'back' };
    expect((await siblingsOf(arrival)).find(({ agencyId }) => agencyId === 'one')).toMatchObject({ handedOverTo: 'Houma', relation: { kind: 'ahead', more: 2 } });
    value(await door.takeBack({ ...note('Took back'), reason: 'impatient' }));
    expect((await siblingsOf(arrival)).find(({ agencyId }) => agencyId === 'one')).toMatchObject({ handedOverTo: null, relation: { kind: 'apart', common: 2 } });
  });
});
