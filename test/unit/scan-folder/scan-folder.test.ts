import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { scanFolders } from '../../../electron/scan-folder/scan-folder.ts';
import { filedFolder } from '../../../shared/ipc/scan-folder.ts';

let root = '';
let scans = '';
let clock = 0;
let unlocked: string | null = null;
let keys = false;
let onLock: (() => void)[] = [];
const limits = { settleMs: 2_000, largest: 100, atOnce: 150, most: 20 };

const folders = () => scanFolders({
  agencies: path.join(root, 'agencies'),
  vault: { unlocked: () => (unlocked === null ? null : ({ agencyId: unlocked } as never)), hasKeys: () => Promise.resolve(keys), onLock: (listener) => void onLock.push(() => listener('person')) },
  now: () => clock,
  limits,
});
const names = async (desk: ReturnType<typeof folders>) => {
  const looked = await desk.look('a');
  if (!looked.ok) throw new Error(looked.error.code);
  return looked.value.files.map(({ name }) => name);
};
/** Two looks, the second once everything has settled. */
const settled = async (desk: ReturnType<typeof folders>) => {
  await desk.look('a');
  clock += limits.settleMs;
  return await names(desk);
};

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'muster-scan-'));
  scans = path.join(root, 'Scans');
  await mkdir(scans);
  clock = 1_000_000;
  unlocked = null;
  keys = false;
  onLock = [];
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('a watched folder', () => {
  test('is none before one is chosen, and says when it is not there', async () => {
    const desk = folders();
    expect(await desk.look('a')).toEqual({ ok: true, value: { state: 'none', files: [], arriving: 0, tooLarge: [] } });
    await desk.choose('a', path.join(root, 'gone'));
    expect(await desk.look('a')).toMatchObject({ value: { state: 'unreachable' } });
    expect(await desk.forget('a')).toEqual({ ok: true, value: { folder: null, afterFiling: 'leave' } });
  });

  test('tells of a file once size and time have stayed the same long enough, and of a half-written one never', async () => {
    const desk = folders();
    await desk.choose('a', scans);
    await writeFile(path.join(scans, 'scan.pdf'), 'half');
    expect(await names(desk)).toEqual([]);
    clock += limits.settleMs - 1;
    expect(await names(desk)).toEqual([]);
    await writeFile(path.join(scans, 'scan.pdf'), 'half and the other half');
    clock += 1;
    expect(await names(desk)).toEqual([]);
    clock += limits.settleMs - 1;
    expect(await desk.look('a')).toMatchObject({ value: { files: [], arriving: 1 } });
    clock += 1;
    expect(await desk.look('a')).toMatchObject({ value: { files: [{ name: 'scan.pdf', bytes: 23 }], arriving: 0 } });
  });

  test('leaves out empty, hidden, passing and linked files and subfolders, and names what is too large', async () => {
    const desk = folders();
    await desk.choose('a', scans);
    await mkdir(path.join(scans, 'old'));
    for (const name of ['.hidden', '~$open.docx', 'scan.pdf.part', 'Thumbs.db', 'good.pdf']) await writeFile(path.join(scans, name), 'x');
    await writeFile(path.join(scans, 'empty.pdf'), '');
    await writeFile(path.join(scans, 'large.tif'), 'x'.repeat(limits.largest + 1));
    await writeFile(path.join(scans, 'just.tif'), 'x'.repeat(limits.largest));
    await writeFile(path.join(root, 'secret.pdf'), 'secret');
    await symlink(path.join(root, 'secret.pdf'), path.join(scans, 'link.pdf'));
    expect(await settled(desk)).toEqual(['good.pdf', 'just.tif']);
    expect(await desk.look('a')).toMatchObject({ value: { tooLarge: ['large.tif'], arriving: 1 } });
  });

  test('reads no more at one look than fits, the rest at the next', async () => {
    const desk = folders();
    await desk.choose('a', scans);
    for (const name of ['1', '2', '3']) await writeFile(path.join(scans, name), name.repeat(100));
    expect(await settled(desk)).toEqual(['1']);
    expect(await names(desk)).toEqual(['1', '2']);
    expect(await names(desk)).toEqual(['1', '2', '3']);
  });

  test('hands out the bytes by digest, and not what was written over since', async () => {
    const desk = folders();
    await desk.choose('a', scans);
    await writeFile(path.join(scans, 'scan.pdf'), 'first');
    await settled(desk);
    const looked = await desk.look('a');
    const sha256 = looked.ok ? (looked.value.files[0]?.sha256 ?? '') : '';
    const read = await desk.read('a', sha256);
    expect(read.ok && new TextDecoder().decode(read.value.bytes)).toBe('first');
    expect(await desk.read('a', '0'.repeat(64))).toEqual({ ok: false, error: { code: 'not-found' } });
    await writeFile(path.join(scans, 'scan.pdf'), 'other');
    expect(await desk.read('a', sha256)).toEqual({ ok: false, error: { code: 'not-found' } });
  });
});

describe('after filing', () => {
  const filed = async (desk: ReturnType<typeof folders>) => {
    await settled(desk);
    const looked = await desk.look('a');
    return await desk.filed('a', looked.ok ? (looked.value.files[0]?.sha256 ?? '') : '');
  };
  test('a file stays where it is unless the person asked otherwise', async () => {
    const desk = folders();
    await desk.choose('a', scans);
    await writeFile(path.join(scans, 'scan.pdf'), 'first');
    expect(await filed(desk)).toEqual({ ok: true, value: { moved: false } });
    expect(await readdir(scans)).toEqual(['scan.pdf']);
  });
  test('it moves to its folder under a free name, never over another file', async () => {
    const desk = folders();
    await desk.choose('a', scans);
    await desk.set('a', 'move');
    await mkdir(path.join(scans, filedFolder));
    await writeFile(path.join(scans, filedFolder, 'scan.pdf'), 'an older one');
    await writeFile(path.join(scans, 'scan.pdf'), 'first');
    expect(await filed(desk)).toEqual({ ok: true, value: { moved: true } });
    expect(await readdir(scans)).toEqual([filedFolder]);
    expect(await readFile(path.join(scans, filedFolder, 'scan.pdf'), 'utf8')).toBe('an older one');
    expect(await readFile(path.join(scans, filedFolder, 'scan (2).pdf'), 'utf8')).toBe('first');
  });
});

describe('the lock', () => {
  test('while the agency is locked nothing is read, shown or changed', async () => {
    const desk = folders();
    await desk.choose('a', scans);
    await writeFile(path.join(scans, 'scan.pdf'), 'first');
    keys = true;
    for (const asked of [desk.look('a'), desk.status('a'), desk.read('a', '0'.repeat(64)), desk.filed('a', '0'.repeat(64)), desk.set('a', 'move'), desk.forget('a')]) expect(await asked).toEqual({ ok: false, error: { code: 'locked' } });
    unlocked = 'another';
    expect(await desk.look('a')).toMatchObject({ error: { code: 'locked' } });
    unlocked = 'a';
    expect(await desk.look('a')).toMatchObject({ value: { state: 'here' } });
  });
  test('what was seen is forgotten, and the settings hold no names of files', async () => {
    const desk = folders();
    await desk.choose('a', scans);
    await writeFile(path.join(scans, 'Ana Ruiz TB.pdf'), 'first');
    expect(await settled(desk)).toEqual(['Ana Ruiz TB.pdf']);
    for (const listener of onLock) listener();
    expect(await names(desk)).toEqual([]);
    expect(await readFile(path.join(root, 'agencies', 'a', 'scan-folder.json'), 'utf8')).not.toContain('Ana');
    expect(await settled(folders())).toEqual(['Ana Ruiz TB.pdf']);
  });
});
