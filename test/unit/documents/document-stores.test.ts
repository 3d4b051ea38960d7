import { createHash, randomBytes } from 'node:crypto';
import { appendFile, mkdir, mkdtemp, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LogHead } from '../../../shared/ipc/vault.ts';
import type { Result } from '../../../shared/result.ts';
import { keyFor } from '../../../shared/sealing/keys.ts';
import { documentStores } from '../../../electron/documents/document-stores.ts';
import { filesIn } from '../../../electron/documents/files.ts';
import type { Unlocked } from '../../../electron/vault/vault.ts';

type StoresNeed = Parameters<typeof documentStores>[0]['vault'];

let profile: string;
beforeEach(async () => {
  profile = await mkdtemp(path.join(tmpdir(), 'muster-documents-'));
});
afterEach(() => rm(profile, { recursive: true, force: true }));

function value<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`Expected a success, got ${JSON.stringify(result.error)}`);
  return result.value;
}

const general = randomBytes(32);
const medicalKey = randomBytes(32);

/** A vault as the store sees it: unlocked or locked, with or without the medical right, told of heads. */
function fakeVault({ agencyId = 'a1', keys = true, medical = true, open = true } = {}) {
  const state = { open, medical, head: null as LogHead | null };
  const hearers = new Set<(agency: string, head: LogHead) => void>();
  const lockers = new Set<(why: 'person') => void>();
  const unlocked = (): Unlocked => ({
    agencyId,
    vaultId: 'v1',
    user: { id: 'u1', name: 'Ana Ruiz', roles: ['hr'], medical: state.medical, administrator: true },
    general: (purpose) => keyFor(general, purpose),
    medical: state.medical ? (purpose) => keyFor(medicalKey, purpose) : null,
    keyringText: () => '',
  });
  const vault: StoresNeed = {
    unlocked: () => (keys && state.open ? unlocked() : null),
    hasKeys: (id) => Promise.resolve(keys && id === agencyId),
    headSeen: () => Promise.resolve(state.head),
    headWritten: (id, head) => {
      if (state.head === null || head.seq > state.head.seq) state.head = head;
      for (const hearer of hearers) hearer(id, head);
      return Promise.resolve();
    },
    onHead: (hearer) => void hearers.add(hearer),
    onLock: (listener) => void lockers.add(listener),
  };
  return { vault, state, lock: () => { state.open = false; for (const each of lockers) each('person'); } };
}

const store = (vault: StoresNeed) => documentStores({ profile, vault }).of('a1');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const sha = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');
const head = (seq: number): LogHead => ({ seq, hash: sha(bytes(`entry ${seq}`)) });
const plainPlace = (data: Uint8Array): string => path.join(profile, 'agencies', 'a1', 'documents', 'plain', sha(data).slice(0, 2), sha(data));
const sharedPlace = (data: Uint8Array): string => path.join(profile, 'documents', sha(data).slice(0, 2), sha(data));
const put = async (file: string, data: Uint8Array): Promise<void> => {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, data);
};
/** The file with the bytes, and the one with the key. */
async function sealedFiles(): Promise<{ readonly data: readonly string[]; readonly keys: readonly string[] }> {
  const all = await filesIn(path.join(profile, 'agencies', 'a1', 'documents', 'sealed'));
  return { data: all.filter((each) => !each.endsWith('.key')), keys: all.filter((each) => each.endsWith('.key')) };
}
const only = (files: readonly string[]): string => {
  expect(files).toHaveLength(1);
  return files[0] ?? '';
};
async function holds(text: string): Promise<boolean> {
  for (const file of await filesIn(profile)) if (file.includes(text) || (await readFile(file)).includes(text)) return true;
  return false;
}

describe('sealed documents', () => {
  it('come back as they were stored, of any length, and twice the same bytes are one copy', async () => {
    const { vault } = fakeVault();
    const documents = store(vault);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.nat(3_000), fc.constantFrom(0, 1, 2 ** 20 - 1, 2 ** 20, 2 ** 20 + 1, 2 * 2 ** 20)), async (length) => {
        const data = new Uint8Array(randomBytes(length));
        expect(value(await documents.store(data, 'personnel'))).toEqual({ sha256: sha(data), bytes: length });
        expect(Buffer.from(value(await documents.read({ sha256: sha(data), vault: 'personnel' })).bytes).equals(data)).toBe(true);
      }),
      { numRuns: 12 },
    );
    const before = (await sealedFiles()).data.length;
    await documents.store(bytes('the same'), 'personnel');
    const kept = await stat((await sealedFiles()).data.at(-1) ?? '');
    await documents.store(bytes('the same'), 'personnel');
    expect((await sealedFiles()).data).toHaveLength(before + 1);
    expect((await stat((await sealedFiles()).data.at(-1) ?? '')).mtimeMs).toBe(kept.mtimeMs);
  });

  it('show neither words nor digests on the disk, and two alike files of two vaults are two', async () => {
    const { vault } = fakeVault();
    const data = bytes('Result of Ximena Quillfeather: negative');
    await store(vault).store(data, 'personnel');
    await store(vault).store(data, 'medical');
    expect(await holds('Quillfeather')).toBe(false);
    expect(await holds(sha(data))).toBe(false);
    expect((await sealedFiles()).data).toHaveLength(2);
  });

  it('name what is wrong with one: cut off, altered, moved, another key; the others stay readable', async () => {
    const { vault } = fakeVault();
    const documents = store(vault);
    const read = (data: Uint8Array) => documents.read({ sha256: sha(data), vault: 'personnel' });
    const good = bytes('good');
    await documents.store(good, 'personnel');
    const goodFile = only((await sealedFiles()).data);
    const goodKey = only((await sealedFiles()).keys);
    const other = new Uint8Array(randomBytes(2 ** 20 + 5));
    await documents.store(other, 'personnel');
    const file = only((await sealedFiles()).data.filter((each) => each !== goodFile));
    const key = only((await sealedFiles()).keys.filter((each) => each !== goodKey));
    const whole = await readFile(file);
    const wholeKey = await readFile(key);
    const damage = async (deed: () => Promise<void>, detail: string): Promise<void> => {
      await deed();
      expect(await read(other)).toEqual({ ok: false, error: { code: 'damaged', detail } });
      await writeFile(file, whole);
      await writeFile(key, wholeKey);
    };
    await damage(() => truncate(file, whole.length - 1), 'cut-off');
    await damage(() => truncate(file, 56 + 2 ** 20 + 16), 'cut-off');
    await damage(() => truncate(file, 20), 'altered');
    await damage(() => appendFile(file, 'x'), 'cut-off');
    await damage(() => rm(file), 'cut-off');
    for (const at of [0, 12, 60, whole.length - 1]) {
      const altered = Buffer.from(whole);
      altered.writeUInt8(altered.readUInt8(at) ^ 1, at);
      await damage(() => writeFile(file, altered), 'altered');
    }
    await damage(async () => writeFile(file, await readFile(goodFile)), 'moved');
    await damage(async () => writeFile(key, await readFile(goodKey)), 'key');
    await damage(() => writeFile(key, ''), 'key');
    expect(value(await read(good)).bytes).toEqual(good);
    expect(value(await read(other)).bytes.byteLength).toBe(other.byteLength);
  });

  it('refuse every flipped bit', async () => {
    const { vault } = fakeVault();
    const documents = store(vault);
    const data = bytes('a short letter');
    await documents.store(data, 'personnel');
    const { data: files, keys } = await sealedFiles();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(only(files), only(keys)), fc.nat(), fc.nat(7), async (file, where, bit) => {
        const whole = await readFile(file);
        const altered = Buffer.from(whole);
        const at = where % whole.length;
        altered.writeUInt8(altered.readUInt8(at) ^ (1 << bit), at);
        await writeFile(file, altered);
        const read = await documents.read({ sha256: sha(data), vault: 'personnel' });
        await writeFile(file, whole);
        expect(read.ok).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('are mended by storing the same bytes again', async () => {
    const { vault } = fakeVault();
    const data = bytes('to be mended');
    await store(vault).store(data, 'personnel');
    await writeFile(only((await sealedFiles()).data), 'rubbish');
    await store(vault).store(data, 'personnel');
    expect(value(await store(vault).read({ sha256: sha(data), vault: 'personnel' })).bytes).toEqual(data);
  });

  it('are stored by many at once without mixing a document with the key of another writing', async () => {
    const { vault } = fakeVault();
    const documents = store(vault);
    const data = bytes('everybody files this');
    await Promise.all(Array.from({ length: 8 }, () => documents.store(data, 'personnel')));
    expect(value(await documents.read({ sha256: sha(data), vault: 'personnel' })).bytes).toEqual(data);
  });

  it('are out of reach while the agency is locked, and those it does not have are not found', async () => {
    const { vault, lock } = fakeVault();
    const data = bytes('locked away');
    await store(vault).store(data, 'personnel');
    expect(await store(vault).read({ sha256: sha(bytes('other')), vault: 'personnel' })).toEqual({ ok: false, error: { code: 'not-found' } });
    lock();
    expect(await store(vault).read({ sha256: sha(data), vault: 'personnel' })).toEqual({ ok: false, error: { code: 'locked' } });
    expect(await store(vault).store(data, 'personnel')).toEqual({ ok: false, error: { code: 'locked' } });
    expect(await store(vault).sweep([])).toEqual({ ok: false, error: { code: 'locked' } });
  });

  it('say what the disk refused and leave nothing half', async () => {
    const { vault } = fakeVault();
    await put(path.join(profile, 'agencies', 'a1', 'documents', 'sealed'), bytes('a file where a folder belongs'));
    const done = await store(vault).store(bytes('x'), 'personnel');
    expect(done).toMatchObject({ ok: false, error: { code: 'cannot-write' } });
    expect(await filesIn(profile)).toEqual([path.join(profile, 'agencies', 'a1', 'documents', 'sealed')]);
  });
});

describe('the medical vault', () => {
  const data = bytes('chest x-ray');
  const name = { sha256: sha(data), vault: 'medical' } as const;

  it('is shut to who has no medical right, who can still destroy what is in it', async () => {
    const { vault, state } = fakeVault();
    await store(vault).store(data, 'medical');
    state.medical = false;
    expect(await store(vault).read(name, head(1))).toEqual({ ok: false, error: { code: 'not-allowed' } });
    expect(await store(vault).store(bytes('another'), 'medical')).toEqual({ ok: false, error: { code: 'not-allowed' } });
    value(await store(vault).condemn([name]));
    expect(value(await store(vault).sweep([]))).toEqual({ destroyed: 1, kept: 0 });
    expect(await sealedFiles()).toEqual({ data: [], keys: [] });
  });

  it('hands a document out only with an entry of the log, one entry for one document', async () => {
    const { vault, state } = fakeVault();
    const documents = store(vault);
    await documents.store(data, 'medical');
    const refused = { ok: false, error: { code: 'not-allowed', detail: 'not-logged' } };
    expect(await documents.read(name)).toEqual(refused);
    await vault.headWritten('a1', head(7));
    expect(await documents.read(name, { ...head(7), hash: sha(bytes('forged')) })).toEqual(refused);
    expect(await documents.read(name, head(6))).toEqual(refused);
    expect((await documents.read(name, head(7))).ok).toBe(true);
    expect(await documents.read(name, head(7))).toEqual(refused);
    // An entry that was not told of is told of by the asking.
    expect((await documents.read(name, head(8))).ok).toBe(true);
    expect(state.head).toEqual(head(8));
  });

  it('opens two documents that were asked for at once, each with its own entry', async () => {
    const { vault } = fakeVault();
    const documents = store(vault);
    await documents.store(data, 'medical');
    await vault.headWritten('a1', head(1));
    await vault.headWritten('a1', head(2));
    expect((await documents.read(name, head(2))).ok).toBe(true);
    expect((await documents.read(name, head(1))).ok).toBe(true);
  });
});

describe('plain documents', () => {
  it('are kept as they are where an agency has no keys, damage is named, and those of the shared folder are still found', async () => {
    const { vault } = fakeVault({ keys: false });
    const documents = store(vault);
    const data = bytes('a letter');
    expect(value(await documents.store(data, 'medical')).sha256).toBe(sha(data));
    expect(value(await documents.read({ sha256: sha(data), vault: 'medical' })).bytes).toEqual(Buffer.from(data));
    const old = bytes('from before');
    await put(sharedPlace(old), old);
    expect((await documents.read({ sha256: sha(old), vault: 'personnel' })).ok).toBe(true);
    await writeFile(plainPlace(data), 'b letter');
    expect(await documents.read({ sha256: sha(data), vault: 'medical' })).toMatchObject({ ok: false, error: { code: 'damaged' } });
    expect(await documents.sealAll([], null, () => undefined)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  });

  it('are sealed all, own and shared, and nothing readable stays; running again changes nothing', async () => {
    const own = bytes('own Quillfeather');
    const shared = bytes('shared Quillfeather');
    const orphan = bytes('orphan Quillfeather');
    await put(plainPlace(own), own);
    await put(plainPlace(orphan), orphan);
    await put(sharedPlace(shared), shared);
    const { vault } = fakeVault();
    const documents = store(vault);
    const names = [{ sha256: sha(own), vault: 'medical' }, { sha256: sha(shared), vault: 'personnel' }, { sha256: sha(bytes('nowhere')), vault: 'personnel' }] as const;
    const steps: (readonly [number, number])[] = [];
    const report = { sealed: 2, missing: [sha(bytes('nowhere'))], damaged: [], sharedLeft: 0 };
    expect(value(await documents.sealAll(names, [], (done, total) => steps.push([done, total])))).toEqual(report);
    expect(steps.at(-1)).toEqual([3, 3]);
    expect(await holds('Quillfeather')).toBe(false);
    expect(value(await documents.sealAll(names, [], () => undefined))).toEqual(report);
    expect((await documents.read(names[0], head(1))).ok).toBe(true);
    expect((await documents.read(names[1])).ok).toBe(true);
  });

  it('of the shared folder stay where another agency needs them, or nobody knows', async () => {
    const data = bytes('needed by two');
    await put(sharedPlace(data), data);
    const { vault } = fakeVault();
    const names = [{ sha256: sha(data), vault: 'personnel' }] as const;
    expect(value(await store(vault).sealAll(names, null, () => undefined)).sharedLeft).toBe(1);
    expect(value(await store(vault).sealAll(names, [sha(data)], () => undefined)).sharedLeft).toBe(1);
    expect(await readFile(sharedPlace(data))).toEqual(Buffer.from(data));
    expect(value(await store(vault).sealAll(names, [], () => undefined)).sharedLeft).toBe(0);
    expect((await store(vault).read(names[0])).ok).toBe(true);
  });

  it('that are damaged are sealed as they were found and named, and never replace a whole sealed copy', async () => {
    const data = bytes('whole');
    const { vault } = fakeVault();
    const documents = store(vault);
    const names = [{ sha256: sha(data), vault: 'personnel' }] as const;
    await put(plainPlace(data), bytes('holed'));
    expect(value(await documents.sealAll(names, [], () => undefined)).damaged).toEqual([sha(data)]);
    expect(await documents.read(names[0])).toEqual({ ok: false, error: { code: 'damaged', detail: 'altered' } });
    await documents.store(data, 'personnel');
    await put(plainPlace(data), bytes('holed'));
    expect(value(await documents.sealAll(names, [], () => undefined)).damaged).toEqual([]);
    expect((await documents.read(names[0])).ok).toBe(true);
    expect(await holds('holed')).toBe(false);
  });

  it('a crash between the two files of a document leaves the plain one, and sealing again finishes', async () => {
    const data = bytes('half sealed');
    const { vault } = fakeVault();
    const names = [{ sha256: sha(data), vault: 'personnel' }] as const;
    await put(plainPlace(data), data);
    value(await store(vault).sealAll(names, null, () => undefined));
    const key = only((await sealedFiles()).keys);
    await put(plainPlace(data), data);
    await rename(key, `${key}.away`);
    expect((await store(vault).read(names[0])).ok).toBe(true);
    expect(value(await store(vault).sealAll(names, null, () => undefined)).sealed).toBe(1);
    expect((await store(vault).read(names[0])).ok).toBe(true);
  });
});

describe('destroying', () => {
  it('touches nothing before the record says so, then key and bytes, and takes off the list what stayed on record', async () => {
    const { vault } = fakeVault();
    const documents = store(vault);
    const goes = { sha256: sha(bytes('goes')), vault: 'personnel' } as const;
    const stays = { sha256: sha(bytes('stays')), vault: 'medical' } as const;
    await documents.store(bytes('goes'), 'personnel');
    await documents.store(bytes('stays'), 'medical');
    value(await documents.condemn([goes, stays]));
    expect((await documents.read(goes)).ok).toBe(true);
    // A crash before the change was written: everything is still on record.
    expect(value(await store(fakeVault().vault).sweep([goes, stays]))).toEqual({ destroyed: 0, kept: 2 });
    value(await documents.condemn([goes, stays]));
    expect(value(await store(fakeVault().vault).sweep([stays]))).toEqual({ destroyed: 1, kept: 1 });
    expect(await documents.read(goes)).toEqual({ ok: false, error: { code: 'not-found' } });
    expect((await documents.read(stays, head(1))).ok).toBe(true);
    expect(value(await documents.sweep([]))).toEqual({ destroyed: 0, kept: 0 });
    expect((await sealedFiles()).data).toHaveLength(1);
  });

  it('works on plain documents too, and a list somebody wrote rubbish into condemns nothing', async () => {
    const { vault } = fakeVault({ keys: false });
    const documents = store(vault);
    const data = bytes('plain and gone');
    await documents.store(data, 'personnel');
    value(await documents.condemn([{ sha256: sha(data), vault: 'personnel' }]));
    await writeFile(path.join(profile, 'agencies', 'a1', 'condemned-documents.json'), '["sealed/../../x"]');
    expect(value(await documents.sweep([])).destroyed).toBe(0);
    value(await documents.condemn([{ sha256: sha(data), vault: 'personnel' }]));
    expect(value(await documents.sweep([])).destroyed).toBe(1);
    expect(await holds('plain and gone')).toBe(false);
  });
});
