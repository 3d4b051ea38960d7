import { digestKey, fileOf, freshMachine, note, value } from './support/database.ts';
import { strangersVault, vaultOf } from './support/sealed.ts';
import { describe, expect, it } from 'vitest';
import type { AgencyDatabase, OpenVault } from '../../renderer/db/agency-database.ts';
import { commit } from '../../renderer/db/commit.ts';
import { openAgency } from '../../renderer/db/open-agency.ts';
import { reminderStore } from '../../renderer/db/reminder-store.ts';
import { restoreAgency } from '../../renderer/db/restore.ts';
import { salvage } from '../../renderer/db/salvage.ts';
import { undoImport } from '../../renderer/db/undo-import.ts';
import type { User } from '../../shared/access/user.ts';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { serialiseAgency } from '../../shared/agency-file/write.ts';
import { verifyChain } from '../../shared/audit/chain.ts';
import { keyedDigest } from '../../shared/audit/digest.ts';
import { civilDate } from '../../shared/civil-date.ts';
import { demoAgency } from '../../shared/demo/demo-agency.ts';
import { nothingTold } from '../../shared/agenda/reminders/memory.ts';
import type { Change } from '../../shared/model/changes.ts';
import { medicalKinds } from '../../shared/model/evidence.ts';
import { at, check, evidence, person, smallAgency } from '../unit/model/small-agency.ts';

freshMachine();

const tb = (id = 'tb1', more = {}) => evidence(id, 'p1', { kind: 'tb-test', note: 'Induration 12 mm', ...more } as never);
const addTb = (id?: string, more?: object): Change => ({ kind: 'add-evidence', evidence: tb(id, more) });
const hr: Partial<User> = { medical: false, administrator: false, name: 'Ida Hall', roles: ['hr'] };

async function sealed(file: AgencyFile = smallAgency(), vault: OpenVault = vaultOf()): Promise<AgencyDatabase> {
  return value(await restoreAgency(file, { agencyId: 'one', digestKey, vault }));
}

/** The same database, unlocked by somebody else. */
async function unlocked(vault: OpenVault, task: (db: AgencyDatabase) => Promise<void>): Promise<void> {
  const { db } = value(await openAgency('one', vault));
  try {
    await task(db);
  } finally {
    db.close();
  }
}

const noteOf = async (db: AgencyDatabase, id = 'tb1'): Promise<string | undefined> => (await fileOf(db)).evidence.find((each) => each.id === id)?.note;

describe('a sealed agency', () => {
  it('is the same record, byte for byte: the whole demo with its medical notes', async () => {
    const { file } = demoAgency(civilDate('2026-03-19'));
    const medicalNote = file.evidence.find((item) => medicalKinds.includes(item.kind));
    expect(medicalNote).toBeDefined();
    const withNote = { ...file, evidence: file.evidence.map((item) => (item === medicalNote ? { ...item, note: 'Read by the nurse' } : item)) };
    (await sealed(withNote)).close();
    await unlocked(vaultOf(), async (db) => expect(serialiseAgency(await fileOf(db))).toBe(serialiseAgency(withNote)));
    await unlocked(vaultOf(hr), async (db) => {
      expect(await fileOf(db)).toEqual({ ...withNote, evidence: withNote.evidence.map(({ note: words, ...item }) => (medicalKinds.includes(item.kind) || words === undefined ? item : { ...item, note: words })) });
    });
  });

  it('holds no id, name, date, note or result in any row', async () => {
    const db = await sealed();
    const changes: readonly Change[] = [
      addTb(), { kind: 'put-person', person: person('p3', 'Thibodeaux') }, { kind: 'add-check', check: check('c9', 'p3') },
      { kind: 'acknowledge', acknowledgement: { requirement: 'la.bgc', personId: 'p1', note: 'Explained at length', recordedAt: at } },
    ];
    value(await commit(db, changes, { ...note('Recorded what Thibodeaux brought'), reason: 'First day' }));
    await reminderStore(db).write({ memory: { ...nothingTold }, ranAt: at, lastTold: { at, text: 'Ana Ruiz: CPR expires', keys: ['p1'] } });
    const rows = await Promise.all(db.tables.filter(({ name }) => name !== 'imports').map((table) => table.toArray()));
    const imports = (await db.imports.toArray()).map(({ seq, body }) => ({ seq, body }));
    const plain = [...rows, imports].map((each) => JSON.stringify(each, (_key, inner: unknown) => (inner instanceof Uint8Array ? Buffer.from(inner).toString('latin1') : inner))).join('\n');
    for (const word of ['Thibodeaux', 'Induration', 'tb1', '"p3"', '"p1"', '"c9"', 'Explained', 'First day', 'Ana', 'log-', 'tb-test', '1990', 'employments']) expect(plain).not.toContain(word);
    const inPlain = value(await restoreAgency(await fileOf(db), { agencyId: 'two', digestKey }));
    expect(JSON.stringify(await Promise.all(inPlain.tables.map((table) => table.toArray())))).toMatch(/Thibodeaux[^]*Explained/);
    inPlain.close();
    db.close();
  });

  it('stamps who is at work on records and entries, and every entry is of the second kind', async () => {
    const db = await sealed();
    value(await commit(db, [addTb()], note()));
    const { audit = [], evidence: items } = await fileOf(db);
    expect(audit[0]).toMatchObject({ by: 'Hanna Roy', kind: 'change', salt: expect.stringMatching(/^[0-9a-f]{32}$/) as string, words: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    expect(verifyChain(audit).ok).toBe(true);
    expect(items.find(({ id }) => id === 'tb1')).toMatchObject({ recordedBy: 'Hanna Roy' });
    db.close();
  });

  it('goes on with a log whose older entries have no kind, no salt and no words', async () => {
    const old = { id: 'l1', seq: 1, at, what: 'Recorded before', changes: [], previous: null };
    const { digestOf } = await import('../../shared/audit/digest.ts');
    const db = await sealed({ ...smallAgency(), audit: [{ ...old, hash: digestOf(old) }] });
    value(await commit(db, [addTb()], note()));
    expect(verifyChain((await fileOf(db)).audit ?? [])).toMatchObject({ ok: true });
    db.close();
  });

  it('opens with no other keys, and names the place', async () => {
    (await sealed()).close();
    expect(await openAgency('one')).toEqual({ ok: false, error: { code: 'locked' } });
    expect(await openAgency('one', strangersVault())).toMatchObject({ ok: false, error: { code: 'damaged', where: expect.stringMatching(/^\w+ [0-9a-f]{32}$/) as string } });
    value(await restoreAgency(smallAgency(), { agencyId: 'plain', digestKey })).close();
    expect(await openAgency('plain', vaultOf())).toEqual({ ok: false, error: { code: 'locked' } });
  });

  it('refuses a row with one flipped byte, a moved row and a row put in place of another, naming it', async () => {
    const db = await sealed();
    const rows = await db.people.toArray();
    const [first, second] = rows;
    if (first === undefined || second === undefined) throw new Error('two people are on file');
    const flipped = Uint8Array.from(first.body as Uint8Array);
    for (const place of [0, 5, 30, flipped.length - 1]) {
      const altered = Uint8Array.from(flipped);
      altered[place] = (altered[place] ?? 0) ^ 1;
      await db.people.put({ ...first, body: altered });
      expect(await openAgency('one', vaultOf())).toMatchObject({ ok: false, error: { code: 'damaged', where: `people ${first.id}` } });
    }
    await db.people.put({ ...first, body: second.body });
    expect(await openAgency('one', vaultOf())).toMatchObject({ ok: false, error: { code: 'damaged', where: `people ${first.id}` } });
    await db.people.put({ ...first, body: flipped });
    const [team] = await db.teams.toArray();
    await db.teams.put({ id: first.id, n: 9, body: first.body });
    expect(await openAgency('one', vaultOf())).toMatchObject({ ok: false, error: { where: `teams ${first.id}` } });
    await db.teams.delete(first.id);
    expect(team).toBeDefined();
    expect(await openAgency('one', vaultOf())).toMatchObject({ ok: true });
    db.close();
  });

  it('answers a row that was altered while it is open, and writes nothing', async () => {
    const db = await sealed();
    const [first] = await db.people.toArray();
    await db.people.update(first?.id ?? '', { body: Uint8Array.of(1, 2, 3) });
    expect(await commit(db, [{ kind: 'put-person', person: person('p1', 'Changed') }], note())).toMatchObject({ ok: false, error: { code: 'storage-failed', detail: expect.stringContaining('people') as string } });
    expect(await db.log.count()).toBe(0);
    await db.meta.put({ key: 'reminders', value: Uint8Array.of(1) });
    expect((await reminderStore(db).read()).ranAt).toBeNull();
    db.close();
  });

  it('undoes, also what somebody else recorded', async () => {
    const db = await sealed();
    const { id } = value(await commit(db, [addTb(), { kind: 'put-person', person: person('p1', 'Renamed') }, { kind: 'put-person', person: person('p3') }], note()));
    db.close();
    await unlocked(vaultOf(hr), async (theirs) => {
      expect(value(await undoImport(theirs, id, { ...note(), reason: 'Wrong file' }))).toMatchObject({ removed: ['p3'], restored: ['p1'], retracted: ['tb1'], kept: [] });
    });
    await unlocked(vaultOf(), async (again) => {
      const { evidence: items, people } = await fileOf(again);
      expect(items.find((each) => each.id === 'tb1')).toEqual({ ...tb(), recordedBy: 'Hanna Roy', retractedAt: at, retractedReason: 'Wrong file' });
      expect(people.map((each) => each.id)).toEqual(['p1', 'p2']);
    });
  });

  it('is salvaged without what is not genuine, which is named', async () => {
    const db = await sealed();
    value(await commit(db, [addTb()], note()));
    const [first] = await db.evidence.toArray();
    const [entry] = await db.log.toArray();
    await db.evidence.update(first?.id ?? '', { body: Uint8Array.of(1) });
    await db.log.update(entry?.seq ?? 0, { body: Uint8Array.of(1) });
    db.close();
    const saved = value(await salvage('one', vaultOf().codec));
    expect([...saved.lost].sort()).toEqual([`evidence ${first?.id ?? ''}`, 'log 1']);
    expect(saved.file.people).toEqual(smallAgency().people);
    expect(saved.file.audit).toBeUndefined();
    expect(value(await salvage('one', strangersVault().codec))).toMatchObject({ records: 0, whole: true });
  });
});

describe('medical notes', () => {
  it('are carried along, unread, by who has no medical right', async () => {
    const db = await sealed();
    value(await commit(db, [addTb(), addTb('tb2')], note()));
    db.close();
    await unlocked(vaultOf(hr), async (theirs) => {
      expect(await noteOf(theirs)).toBeUndefined();
      value(await commit(theirs, [{ kind: 'retract-evidence', evidenceId: 'tb1', retractedAt: at, reason: 'Of somebody else' }], note()));
      const { id } = value(await commit(theirs, [{ kind: 'retract-evidence', evidenceId: 'tb2', retractedAt: at, reason: 'Mistaken' }], note()));
      value(await undoImport(theirs, id, { ...note(), reason: 'It was right' }));
      value(await commit(theirs, [{ kind: 'add-evidence', evidence: evidence('tb3', 'p2', { kind: 'tb-test' } as never) }], note('Imported a roster')));
    });
    await unlocked(vaultOf(), async (again) => {
      expect(await noteOf(again)).toBe('Induration 12 mm');
      expect(await noteOf(again, 'tb2')).toBe('Induration 12 mm');
      const items = (await fileOf(again)).evidence;
      expect(items.find(({ id }) => id === 'tb1')?.retractedReason).toBe('Of somebody else');
      expect(items.find(({ id }) => id === 'tb2')?.retractedAt).toBeUndefined();
    });
  });

  it('are not written without the medical right; other notes are', async () => {
    const db = await sealed(smallAgency(), vaultOf(hr));
    expect(await commit(db, [addTb()], note())).toEqual({ ok: false, error: { code: 'medical-note' } });
    value(await commit(db, [{ kind: 'add-evidence', evidence: evidence('cpr', 'p1', { kind: 'cpr-first-aid', note: 'Card seen' } as never) }], note()));
    expect(await noteOf(db, 'cpr')).toBe('Card seen');
    expect(await db.log.count()).toBe(1);
    db.close();
  });

  it('are in no digest of the log, so that everybody can verify it', async () => {
    const db = await sealed();
    const entry = value(await commit(db, [addTb()], note()));
    const { note: _words, ...general } = { ...tb(), recordedBy: 'Hanna Roy' };
    expect(entry.changes[0]?.after).toBe(keyedDigest(digestKey, general));
    db.close();
  });
});

describe('roles at the door', () => {
  const refused: readonly (readonly [OpenVault, Change])[] = [
    [vaultOf({ roles: ['compliance'] }), { kind: 'put-person', person: person('p9') }],
    [vaultOf({ roles: ['compliance'] }), { kind: 'add-evidence', evidence: evidence('x', 'p1') }],
    [vaultOf({ roles: ['hr'] }), { kind: 'set-agency', agency: smallAgency().agency }],
    [vaultOf({ roles: ['auditor'], administrator: false }), { kind: 'put-site', site: { id: 's9', name: 'Lafayette' } }],
    [vaultOf({ roles: ['auditor'], administrator: false }), { kind: 'acknowledge', acknowledgement: { requirement: 'la.bgc', personId: 'p1', note: 'n', recordedAt: at } }],
  ];

  it.each(refused)('are asked before anything is written (%#)', async (vault, change) => {
    const db = await sealed(smallAgency(), vault);
    const allowed: Change = { kind: 'put-site', site: { id: 's8', name: 'Houma' } };
    expect(await commit(db, [allowed, change], note())).toEqual({ ok: false, error: { code: 'no-right', change: vault.actor?.roles.includes('auditor') === true ? 'put-site' : change.kind } });
    expect(await fileOf(db)).toEqual(smallAgency());
    db.close();
  });

  it('let an auditor undo nothing', async () => {
    const db = await sealed();
    const { id } = value(await commit(db, [{ kind: 'put-person', person: person('p9') }], note()));
    db.close();
    await unlocked(vaultOf({ roles: ['auditor'], administrator: false }), async (theirs) => {
      expect(await undoImport(theirs, id, { ...note(), reason: 'Curious' })).toEqual({ ok: false, error: { code: 'no-right' } });
      expect((await fileOf(theirs)).people.length).toBe(3);
    });
  });
});

describe('a log that lost entries', () => {
  it('is refused with what this computer saw, and opens where it reaches it', async () => {
    const db = await sealed();
    const first = value(await commit(db, [addTb()], note()));
    const second = value(await commit(db, [addTb('tb2')], note()));
    db.close();
    const open = async (seen: { readonly seq: number; readonly hash: string }) => {
      const opened = await openAgency('one', vaultOf(), seen);
      if (opened.ok) opened.value.db.close();
      return opened.ok ? 'open' : opened.error;
    };
    expect(await open(first)).toBe('open');
    expect(await open(second)).toBe('open');
    expect(await open({ seq: 3, hash: 'a'.repeat(64) })).toEqual({ code: 'lost-entries', seen: 3, found: 2 });
    expect(await open({ seq: 2, hash: first.hash })).toEqual({ code: 'lost-entries', seen: 2, found: null });
  });
});
