import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { backupDesk, type BackupDesk } from '../../../electron/backup/backup-desk.ts';
import { restoreDesk } from '../../../electron/backup/restore-desk.ts';
import { filesBeneath } from '../../../electron/backup/stored-files.ts';
import type { BackupSource } from '../../../electron/backup/write-backup.ts';
import { createVault } from '../../../electron/vault/vault.ts';
import { fail, type Result } from '../../../shared/result.ts';
import { madeKeys } from '../../support/made-keys.ts';

const value = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(`Expected a success, got ${JSON.stringify(result.error)}`);
  return result.value;
};
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const cost = { memoryKiB: 8_192, passes: 1, lanes: 1 } as const;
const keyStore = { kind: () => 'no-store' as const, seal: () => new Uint8Array(), open: () => '' };
const passphrase = 'seven quiet pelicans';
const source: BackupSource = {
  facts: { agencyName: 'Pelican', schema: 2, lineage: { id: 'l-1', generation: 1 }, logHead: null, digestKey: 'a'.repeat(64), lists: {}, medical: { count: 0, sha256: 'b'.repeat(64) } },
  records: bytes('{"format":"muster-agency"}'),
  medical: bytes('{}'),
};
const quiet = (): void => undefined;

let root = '';
let now = 0;
let vault: ReturnType<typeof createVault>;
let desk: BackupDesk;
let recoveryKey = '';
let userId = '';
const profile = (): string => path.join(root, 'agencies');
const drive = (): string => path.join(root, 'drive');
const folder = (): string => path.join(drive(), 'Pelican backups');
const document = async (name: string, text: string): Promise<void> => {
  const file = path.join(profile(), 'one', 'documents', ...name.split('/'));
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
};
const made = async (days = 1): Promise<string> => {
  now += days * 86_400_000;
  const { name } = value(await desk.write('one', source, quiet));
  value(await desk.prove('one', name, [], quiet));
  return name;
};
const shared = async (): Promise<readonly string[]> => await filesBeneath(path.join(folder(), 'documents'));

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'muster-backups-'));
});
afterAll(async () => {
  await rm(root, { recursive: true });
});
beforeEach(async () => {
  await rm(profile(), { recursive: true, force: true });
  await rm(drive(), { recursive: true, force: true });
  await mkdir(drive(), { recursive: true });
  now = Date.parse('2026-11-01T02:30:00Z');
  vault = createVault({ folder: profile(), keyStore, now: () => now, cost });
  const created = value(await madeKeys(vault, 'one', 'Noémie Guidry', passphrase));
  recoveryKey = created.recoveryKey;
  userId = created.session.user.id;
  desk = backupDesk({ agencies: profile(), vault, now: () => now, appVersion: '0.1.0' });
  value(await desk.choose('one', 'Pelican', drive()));
  await document('ab/first', 'first, sealed');
  await document('ab/first.key', 'key of the first');
});

describe('making backups', () => {
  it('writes, reads back, and counts only what was proven', async () => {
    now += 1;
    const written = value(await desk.write('one', source, quiet));
    expect(written.name).toMatch(/^2026-11-01T0230-[a-z0-9]{8}\.muster$/);
    expect(Buffer.from(written.readBack.records).equals(Buffer.from(source.records))).toBe(true);
    expect(written.readBack.files).toBe(2);
    expect((await desk.status('one')).lastGoodAt).toBeNull();
    const status = value(await desk.prove('one', written.name, [], quiet));
    expect(status.lastGoodAt).toBe(new Date(now).toISOString());
    expect(status.backups).toMatchObject([{ name: written.name, good: true }]);
    expect(status.place).toMatchObject({ folder: folder(), reachable: true, sameDisk: true });
  });

  it('takes one away whose record came back otherwise, and says which lists', async () => {
    const { name } = value(await desk.write('one', source, quiet));
    const status = value(await desk.prove('one', name, ['people', 'evidence'], quiet));
    expect(status).toMatchObject({ lastGoodAt: null, lastFailure: { why: 'differs:people, evidence' }, backups: [] });
  });

  it('shares documents between backups, and mends a shared one that went bad', async () => {
    await made();
    const before = await shared();
    expect(before).toHaveLength(2);
    await writeFile(path.join(folder(), 'documents', before[0] ?? ''), 'rotten, same name');
    await document('cd/second', 'second, sealed');
    await made();
    expect(await shared()).toHaveLength(3);
    expect(await readFile(path.join(folder(), 'documents', before[0] ?? ''), 'utf8')).not.toContain('rotten');
  });

  it('rotates: fourteen days stay, and no document that a kept one needs goes', async () => {
    const names: string[] = [];
    for (let day = 0; day < 15; day += 1) {
      if (day === 1) await document('ab/first', 'first, sealed anew');
      names.push(await made());
    }
    const kept = (await readdir(folder())).filter((name) => name.endsWith('.muster'));
    expect(kept.toSorted()).toEqual(names.slice(1).toSorted());
    // Only the first backup needed the first bytes of the first document.
    expect(await shared()).toHaveLength(2);
  });

  it('drops no shared document while a backup in the folder cannot be read', async () => {
    await made();
    await document('ab/first', 'first, sealed anew');
    const [spoiled] = (await readdir(folder())).filter((name) => name.endsWith('.muster'));
    await writeFile(path.join(folder(), '2020-01-01T0000-spoiled.muster'), (await readFile(path.join(folder(), spoiled ?? ''))).subarray(0, 900));
    for (let day = 0; day < 15; day += 1) await made();
    expect(await shared()).toHaveLength(3);
  });

  it('says that the drive is away, keeps the reason, and goes on when it is back', async () => {
    await made();
    await rename(folder(), `${folder()} away`);
    expect(await desk.write('one', source, quiet)).toEqual(fail({ code: 'not-found', detail: 'folder' }));
    expect(await desk.status('one')).toMatchObject({ place: { reachable: false }, lastFailure: { why: 'no-folder:folder' } });
    await rename(`${folder()} away`, folder());
    await made();
    expect((await desk.status('one')).lastFailure).toBeNull();
  });

  it('stops when asked, leaving no file, and sweeps what a crash left', async () => {
    const stopping = desk.write('one', source, quiet);
    desk.stop();
    expect(await stopping).toEqual(fail({ code: 'cancelled' }));
    expect((await readdir(folder())).filter((name) => name.endsWith('.muster'))).toEqual([]);
    await writeFile(path.join(folder(), '.2026-11-01T0230-x.muster.1.part'), 'half');
    await made();
    expect((await readdir(folder())).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('makes one at a time, and none while the agency is locked', async () => {
    const first = desk.write('one', source, quiet);
    expect(await desk.write('one', source, quiet)).toEqual(fail({ code: 'busy', detail: 'backup' }));
    value(await first);
    vault.lock('person');
    expect(await desk.write('one', source, quiet)).toEqual(fail({ code: 'locked' }));
  });

  it('never seals with what a lock leaves of a key', async () => {
    const writing = desk.write('one', source, quiet);
    vault.lock('idle');
    const { name } = value(await writing);
    const restore = restoreDesk({ agencies: profile(), vault });
    const { token } = value(await restore.open(path.join(folder(), name)));
    expect(value(await restore.unlock(token, { userId, passphrase }, quiet)).badFiles).toEqual([]);
    await restore.close(token);
  });

  it('lets only an administrator choose the folder, and keeps agencies of one name apart', async () => {
    await made();
    const other = createVault({ folder: path.join(root, 'other'), keyStore, now: () => now, cost });
    value(await madeKeys(other, 'two', 'Ana Ruiz', passphrase));
    const otherDesk = backupDesk({ agencies: path.join(root, 'other'), vault: other, now: () => now, appVersion: '0.1.0' });
    expect(value(await otherDesk.choose('two', 'Pelican', drive())).place?.folder).toBe(`${folder()} 2`);
    value(await other.putUser({ id: 'u2', name: 'Lee', roles: ['hr'], medical: false, administrator: false }, passphrase));
    value(await other.unlock('two', 'u2', passphrase));
    expect(await otherDesk.choose('two', 'Pelican', drive())).toEqual(fail({ code: 'not-allowed' }));
    await rm(path.join(root, 'other'), { recursive: true });
  });
});

describe('restoring', () => {
  const restore = () => restoreDesk({ agencies: profile(), vault });

  it('with a passphrase: record, documents and keyring for a new agency', async () => {
    const name = await made();
    const opening = restore();
    const opened = value(await opening.open(path.join(folder(), name)));
    expect(opened).toMatchObject({ name, kind: 'backup', users: [{ id: userId, name: 'Noémie Guidry' }] });
    expect(await opening.unlock(opened.token, { userId, passphrase: 'not the one at all' }, quiet)).toEqual(fail({ code: 'wrong-key' }));
    const read = value(await opening.unlock(opened.token, { userId, passphrase }, quiet));
    expect(Buffer.from(read.records).toString()).toBe('{"format":"muster-agency"}');
    const session = value(await opening.adopt(opened.token, 'new', quiet));
    expect(session.user.name).toBe('Noémie Guidry');
    expect(await readFile(path.join(profile(), 'new', 'documents', 'ab', 'first'), 'utf8')).toBe('first, sealed');
    expect(vault.unlocked()?.agencyId).toBe('new');
    expect(await opening.adopt(opened.token, 'new', quiet)).toEqual(fail({ code: 'exists' }));
  });

  it('with the recovery key on another computer, which gives a new passphrase', async () => {
    const file = path.join(root, 'handed.muster');
    expect(value(await desk.save('one', 'hand-over', file, source, quiet)).files).toBe(2);
    const elsewhere = path.join(root, 'elsewhere');
    const there = createVault({ folder: elsewhere, keyStore, now: () => now, cost });
    const opening = restoreDesk({ agencies: elsewhere, vault: there });
    const { token, kind } = value(await opening.open(file));
    expect(kind).toBe('hand-over');
    value(await opening.unlock(token, { userId, passphrase: 'a wholly new passphrase', recoveryKey }, quiet));
    value(await opening.adopt(token, 'there', quiet));
    expect(await readFile(path.join(elsewhere, 'there', 'documents', 'ab', 'first.key'), 'utf8')).toBe('key of the first');
    there.lock('person');
    value(await there.unlock('there', userId, 'a wholly new passphrase'));
    await opening.close(token);
    await rm(elsewhere, { recursive: true });
  });

  it('names documents that are missing or damaged and restores the rest', async () => {
    const name = await made();
    const [one] = await shared();
    await rm(path.join(folder(), 'documents', one ?? ''));
    const opening = restore();
    const { token } = value(await opening.open(path.join(folder(), name)));
    const { badFiles } = value(await opening.unlock(token, { userId, passphrase }, quiet));
    expect(badFiles).toHaveLength(1);
    value(await opening.adopt(token, 'new', quiet));
    expect(await filesBeneath(path.join(profile(), 'new', 'documents'))).toHaveLength(1);
  });

  it('leaves nothing where it is taken back or fails', async () => {
    const name = await made();
    const opening = restore();
    const { token } = value(await opening.open(path.join(folder(), name)));
    value(await opening.unlock(token, { userId, passphrase }, quiet));
    value(await opening.adopt(token, 'new', quiet));
    value(await opening.abandon(token));
    expect(await readdir(profile())).toEqual(['one']);
    const [one] = await shared();
    await writeFile(path.join(folder(), 'documents', one ?? ''), 'changed in the meantime');
    expect(await opening.adopt(token, 'new', quiet)).toMatchObject({ ok: false, error: { code: 'damaged' } });
    expect(await readdir(profile())).toEqual(['one']);
  });

  it('refuses what is no sealed file', async () => {
    await writeFile(path.join(root, 'plain.muster'), 'PK');
    expect(await restore().open(path.join(root, 'plain.muster'))).toEqual(fail({ code: 'wrong-answer', detail: 'not-sealed' }));
    expect(await restore().open(path.join(root, 'nowhere.muster'))).toEqual(fail({ code: 'cannot-read', detail: 'ENOENT' }));
  });
});
