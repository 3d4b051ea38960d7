import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cutFolder, forgetCuts, mendStorage } from '../../../../electron/storage-logs/mend-storage.ts';
import { asLog } from './log-writer.ts';

let profile: string;
let storage: string;
const one = new Uint8Array(300).fill(1);
const two = new Uint8Array(900).fill(2);

beforeEach(async () => {
  profile = await mkdtemp(path.join(tmpdir(), 'muster-storage-'));
  storage = path.join(profile, 'IndexedDB', 'app_muster_0.indexeddb.leveldb');
  await mkdir(storage, { recursive: true });
});
afterEach(() => rm(profile, { recursive: true, force: true }));

const put = (name: string, bytes: Uint8Array): Promise<void> => writeFile(path.join(storage, name), bytes);

describe('mending the storage at the start', () => {
  it('cuts a torn end off logs and manifests, and keeps what it cut off', async () => {
    const whole = await asLog([one]);
    const torn = (await asLog([one, two])).subarray(0, whole.length + 400);
    await put('000003.log', torn);
    await put('MANIFEST-000001', torn);
    await put('000005.ldb', torn);
    await put('LOG', torn);
    expect(await mendStorage(profile, 'then')).toEqual({ torn: 2, damaged: 0 });
    expect(new Uint8Array(await readFile(path.join(storage, '000003.log')))).toEqual(new Uint8Array(whole));
    expect(new Uint8Array(await readFile(path.join(storage, 'MANIFEST-000001')))).toEqual(new Uint8Array(whole));
    expect((await readFile(path.join(storage, '000005.ldb'))).length).toBe(torn.length);
    const kept = path.join(cutFolder(profile), 'then', path.basename(storage));
    expect((await readdir(kept)).sort()).toEqual([`000003.log.${whole.length}`, `MANIFEST-000001.${whole.length}`]);
    expect(await mendStorage(profile, 'later')).toEqual({ torn: 0, damaged: 0 });
  });

  it('copies a storage aside before it takes whole records away behind damage', async () => {
    const whole = await asLog([one]);
    const damaged = Buffer.concat([(await asLog([one, two])).subarray(0, whole.length + 400), await asLog([one], whole.length + 400)]);
    await put('000003.log', damaged);
    await put('CURRENT', Buffer.from('MANIFEST-000001\n'));
    expect(await mendStorage(profile, 'then')).toEqual({ torn: 0, damaged: 1 });
    const copy = path.join(cutFolder(profile), 'then', path.basename(storage), 'before 000003.log');
    expect(new Uint8Array(await readFile(path.join(copy, '000003.log')))).toEqual(new Uint8Array(damaged));
    expect((await readdir(copy)).sort()).toEqual(['000003.log', 'CURRENT']);
    await forgetCuts(profile);
    expect(await readdir(profile)).toEqual(['IndexedDB']);
  });

  it('copies a storage aside whose manifest says nothing any more: Chromium is about to delete it', async () => {
    await put('MANIFEST-000001', Buffer.from('no manifest'));
    await put('000005.ldb', one);
    expect(await mendStorage(profile, 'then')).toEqual({ torn: 0, damaged: 1 });
    expect(await readdir(path.join(cutFolder(profile), 'then', path.basename(storage), 'before MANIFEST-000001'))).toEqual(['000005.ldb', 'MANIFEST-000001']);
    expect((await readFile(path.join(storage, 'MANIFEST-000001'))).toString()).toBe('no manifest');
  });

  it('leaves a whole storage, other folders and a profile without one alone', async () => {
    await put('000003.log', await asLog([one, two]));
    expect(await mendStorage(profile, 'then')).toEqual({ torn: 0, damaged: 0 });
    expect(await readdir(profile)).toEqual(['IndexedDB']);
    expect(await mendStorage(path.join(profile, 'nothing'), 'then')).toEqual({ torn: 0, damaged: 0 });
  });
});
