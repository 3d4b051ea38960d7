import { fileOf, freshMachine, note, restored, value } from './support/database.ts';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { openDoor, type AgencyDatabase } from '../../renderer/db/agency-database.ts';
import { commit, recordEvent } from '../../renderer/db/commit.ts';
import { disposeFiles } from '../../renderer/db/dispose.ts';
import { reminderStore } from '../../renderer/db/reminder-store.ts';
import { bodyOf, openEntry } from '../../renderer/db/rows.ts';
import { undoable, undoImport } from '../../renderer/db/undo-import.ts';
import { restoreAgency } from '../../renderer/db/restore.ts';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { checkReferences } from '../../shared/agency-file/references.ts';
import { verifyChain } from '../../shared/audit/chain.ts';
import { civilDate } from '../../shared/civil-date.ts';
import type { AgencyRecord } from '../../shared/model/agency-records/agency-record.ts';
import type { Change } from '../../shared/model/changes.ts';
import type { Person } from '../../shared/model/person.ts';
import { evaluate } from '../../shared/rules/evaluate.ts';
import { at, check, evidence, smallAgency } from '../unit/model/small-agency.ts';
import { vaultOf } from './support/sealed.ts';

freshMachine();

const today = civilDate('2026-03-19');
/** Everything about her carries one of these words, so that one search finds whatever stayed: zorah, marchand, 1970-07-07. */
const left: Person = {
  id: 'zorah-1',
  names: [{ kind: 'legal', given: 'Zorah', middle: 'Quill', family: 'Marchand' }, { kind: 'maiden', given: 'Zorah', family: 'Ives' }],
  birthDate: civilDate('1970-07-07'),
  employments: [{ id: 'zorah-e1', kind: 'employee', hiredOn: civilDate('2010-01-04'), endedOn: civilDate('2015-06-30'), directCare: true, roles: [{ role: 'ips-supervisor', from: civilDate('2010-01-04'), to: civilDate('2015-06-30'), teamId: 't1' }] }],
};
const document = (id: string, name: string, digit: string) => ({ id, sha256: digit.repeat(64), name, mediaType: 'application/pdf', bytes: 5, vault: 'medical', recordedAt: at }) as const;
const meeting: AgencyRecord = { id: 'm1', kind: 'meeting', teamId: 't1', meeting: 'supervision', heldOn: civilDate('2015-03-02'), mode: 'in-person', personIds: ['p1', 'zorah-1'], recordedAt: at };
const support: AgencyRecord = { id: 'zorah-fs', kind: 'field-support', teamId: 't1', personId: 'zorah-1', from: civilDate('2014-01-01'), to: civilDate('2014-02-01'), reason: 'new', recordedAt: at };
const theirs: readonly Change[] = [
  { kind: 'put-person', person: left },
  { kind: 'put-team', team: { id: 't1', name: 'Team A', siteId: 's1', supervisorId: 'zorah-1' } },
  { kind: 'add-document', document: document('d2', 'Zorah Marchand TB.pdf', 'b') },
  { kind: 'add-document', document: document('d3', 'paper file.pdf', 'c') },
  { kind: 'add-evidence', evidence: evidence('zorah-tb', 'zorah-1', { documents: [{ id: 'd2' }, { id: 'd3' }], note: 'Zorah was read twice' }) },
  { kind: 'add-evidence', evidence: evidence('e9', 'p1', { documents: [{ id: 'd3' }] }) },
  { kind: 'add-check', check: check('zorah-c', 'zorah-1', '2014-03-02') },
  { kind: 'acknowledge', acknowledgement: { requirement: 'la.tb', personId: 'p1', note: 'stays', recordedAt: at } },
  { kind: 'acknowledge', acknowledgement: { requirement: 'la.tb', personId: 'zorah-1', note: 'of Zorah', recordedAt: at } },
  { kind: 'add-month-record', record: { id: 'close', kind: 'close', month: '2014-04' as never, closedOn: civilDate('2014-05-02'), holes: [{ personId: 'zorah-1', list: 'oig-leie', reason: 'Zorah was away' }], recordedAt: at } },
  { kind: 'add-agency-record', record: meeting },
  { kind: 'add-agency-record', record: support },
];

async function withHer(db?: AgencyDatabase): Promise<AgencyDatabase> {
  const agency = db ?? (await restored());
  value(await commit(agency, theirs, note('Imported Zorah Marchand')));
  value(await recordEvent(agency, { ...note('Made Marchand_Zorah-binder.pdf'), kind: 'binder' }));
  value(await recordEvent(agency, { ...note('Exported the matrix'), kind: 'export' }));
  await reminderStore(agency).write({ ...(await reminderStore(agency).read()) });
  return agency;
}

const request = (more: Partial<Parameters<typeof disposeFiles>[1]> = {}) => ({ people: [{ personId: 'zorah-1', lineId: 'line-1' }], today, reason: 'Ten years are over', ...more });
const dispose = (db: AgencyDatabase, more = {}) => disposeFiles(db, request(more), note());

/** All a database says, opened. */
async function dump(db: AgencyDatabase): Promise<string> {
  const texts: unknown[] = [];
  for (const table of db.tables) {
    for (const row of (await table.toArray()) as readonly { readonly id: string; readonly seq: number; readonly n: number; readonly body: unknown }[]) {
      texts.push(row, table.name === 'log' ? openEntry(db.codec, row) : table.name === 'imports' ? db.codec.open('imports', `${row.seq}`, row.body) : table.name === 'meta' ? null : bodyOf(db.codec, table.name as never, row));
    }
  }
  return JSON.stringify(texts).toLowerCase();
}

/** The dump without the ids the hash chain covers: they are random in the app and name nobody. */
const withoutChainIds = (text: string): string => text.replaceAll(/\{"list":"[a-z]+","id":"[^"]+","before":[^,]+,"after":[^}]+\}/gi, '');

describe('disposing of a file', () => {
  it.each(['plain', 'sealed'] as const)('takes every word of the person out of a %s database, the file and the undo copies, and the chain holds', async (kind) => {
    const db = kind === 'plain' ? await withHer() : await withHer(value(await restoreAgency(smallAgency(), { agencyId: 'two', digestKey: new Uint8Array(32).fill(7), vault: vaultOf() })));
    expect((await dump(db)).includes('zorah')).toBe(true);
    value(await dispose(db));
    const text = await dump(db);
    const found = ['zorah', 'marchand', '1970-07-07'].flatMap((word) => [...withoutChainIds(text).matchAll(new RegExp(`.{0,60}${word}.{0,60}`, 'g'))].map(([around]) => around));
    expect(found).toEqual([]);
    const after = await fileOf(db);
    expect(checkReferences(after)).toEqual([]);
    expect(verifyChain(after.audit ?? []).ok).toBe(true);
    const words = (after.audit ?? []).map((entry) => entry['what'] ?? null);
    expect(words).toEqual([null, null, 'Exported the matrix', 'Disposed of 1 file after review, 10 years after separation']);
    db.close();
    await Dexie.delete(db.name);
  });

  it('leaves what others need: the shared document, the meeting without her, the closed month without its hole, the team without its supervisor', async () => {
    const db = await withHer();
    const before = await fileOf(db);
    value(await dispose(db));
    const after = await fileOf(db);
    expect(after.documents?.map(({ id }) => id)).toEqual(['d1', 'd3']);
    expect(after.agencyRecords?.map(({ id }) => id)).toEqual(['m1', 'line-1']);
    expect(after.agencyRecords?.[0]).toMatchObject({ personIds: ['p1'] });
    expect(after.monthRecords?.[0]).toMatchObject({ holes: [] });
    expect(after.teams?.[0]).not.toHaveProperty('supervisorId');
    expect(after.acknowledgements).toMatchObject([{ personId: 'p1', note: 'stays' }]);
    const others = (file: AgencyFile) => evaluate(file, { asOf: today }).standings.filter(({ personId }) => personId !== undefined && personId !== 'zorah-1');
    expect(others(after)).toEqual(others(before));
  });

  it('writes a line that says what went, by which rule and by whom, and not who', async () => {
    const db = await withHer();
    value(await dispose(db));
    expect((await fileOf(db)).agencyRecords?.at(-1)).toEqual({
      kind: 'disposal', id: 'line-1', disposedOn: today, initials: 'Z. M.', employedFrom: '2010-01-04', employedTo: '2015-06-30', dueSince: '2025-07-01',
      rule: '10 years after separation', reason: 'Ten years are over', reviewedBy: 'The user of this computer', recordedAt: note().at, recordedBy: 'The user of this computer',
      counts: { evidence: 1, documents: 1, checks: 1, decisions: 0, explanations: 1 },
    });
  });

  it('is refused without an administrator, without a reason, with a reason that names the person, too early, and under a hold; nothing is touched', async () => {
    const db = await withHer();
    const before = await dump(db);
    const clerk = { ...vaultOf({ administrator: false }), codec: openDoor.codec };
    expect(await disposeFiles(Object.assign(Object.create(db) as AgencyDatabase, { vault: clerk }), request(), note())).toEqual({ ok: false, error: { code: 'no-right' } });
    expect(await dispose(db, { reason: ' ' })).toEqual({ ok: false, error: { code: 'reason-missing' } });
    expect(await dispose(db, { reason: 'Marchand, Zorah left' })).toEqual({ ok: false, error: { code: 'reason-names' } });
    expect(await dispose(db, { people: [] })).toEqual({ ok: false, error: { code: 'nothing-to-dispose' } });
    expect(await dispose(db, { today: civilDate('2025-06-30') })).toEqual({ ok: false, error: { code: 'not-due', personId: 'zorah-1' } });
    expect(await dispose(db, { people: [{ personId: 'p1', lineId: 'x' }] })).toEqual({ ok: false, error: { code: 'not-due', personId: 'p1' } });
    expect(await dump(db)).toBe(before);
    const hold: AgencyRecord = { id: 'h1', kind: 'legal-hold', hold: 'legal', from: civilDate('2026-01-01'), reason: 'Lawsuit', recordedAt: at };
    const entry = value(await commit(db, [{ kind: 'add-agency-record', record: hold }], note()));
    expect(entry.kind).toBe('hold');
    expect(await dispose(db)).toEqual({ ok: false, error: { code: 'not-due', personId: 'zorah-1' } });
    value(await commit(db, [{ kind: 'add-agency-record', record: { ...hold, id: 'h2', supersedes: 'h1', releasedOn: today } }], note()));
    expect((await dispose(db)).ok).toBe(true);
  });

  it('leaves an entry of the disposal log that cannot be retracted', async () => {
    const db = await withHer();
    value(await dispose(db));
    expect(await commit(db, [{ kind: 'retract-agency-record', recordId: 'line-1', retractedAt: at, reason: 'x' }], note())).toEqual({ ok: false, error: { code: 'refused', error: { code: 'disposal-stays', id: 'line-1' } } });
  });
});

describe('purging a document', () => {
  const purge: Change = { kind: 'purge-document', documentId: 'd2', purgedAt: at, reason: 'Filed under the wrong person' };

  it('blanks it and keeps the reason; evidence still refers to it, and no undo brings it back', async () => {
    const db = await withHer();
    const entry = value(await commit(db, [purge], note('Purged a document')));
    expect(entry.kind).toBe('purge');
    const after = await fileOf(db);
    expect(after.documents?.find(({ id }) => id === 'd2')).toEqual({
      id: 'd2', sha256: '0'.repeat(64), name: 'Purged document', mediaType: 'application/octet-stream', bytes: 0, vault: 'medical', purgedAt: at, purgedReason: 'Filed under the wrong person', recordedAt: at,
    });
    expect(checkReferences(after)).toEqual([]);
    expect(await undoable(db)).toEqual([]);
    expect(await undoImport(db, entry.id, { ...note(), reason: 'x' })).toEqual({ ok: false, error: { code: 'cannot-undo' } });
    expect(await dump(db)).not.toContain('b'.repeat(64));
    expect(await commit(db, [purge], note())).toMatchObject({ error: { error: { code: 'already-purged' } } });
  });

  it('needs a reason and a document', async () => {
    const db = await withHer();
    expect(await commit(db, [{ ...purge, reason: ' ' }], note())).toMatchObject({ error: { error: { code: 'reason-missing' } } });
    expect(await commit(db, [{ ...purge, documentId: 'nobody' }], note())).toMatchObject({ error: { error: { code: 'unknown-reference' } } });
  });
});
