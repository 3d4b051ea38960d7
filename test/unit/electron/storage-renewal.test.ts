import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { storageRenewal } from '../../../electron/storage-renewal.ts';
import type { StoragePart } from '../../../shared/ipc/storage-renewal.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'muster-renewal-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const part = (name: string): StoragePart => ({ database: name, version: 20, stores: [{ name: 'people', keyPath: 'id', indexes: [] }], rows: [{ store: 'people', row: { id: name, body: Uint8Array.of(1, 2, 3) } }] });

/** Two parts, set aside whole. */
async function two() {
  const place = path.join(folder, 'storage-renewal');
  const clear = vi.fn(() => Promise.resolve());
  const renewal = storageRenewal(place, clear);
  expect(await renewal.put(0, part('a'))).toEqual({ ok: true, value: {} });
  expect(await renewal.put(1, part('b'))).toEqual({ ok: true, value: {} });
  expect(await renewal.parts()).toEqual({ ok: true, value: { parts: 0 } });
  expect(await renewal.clear()).toEqual({ ok: false, error: { code: 'not-found' } });
  expect(await renewal.markWhole(2)).toEqual({ ok: true, value: {} });
  return { place, clear, renewal };
}

it('keeps parts over a start, gives them back with their bytes, and goes when all is done', async () => {
  const { place, clear } = await two();
  const next = storageRenewal(place, clear);
  expect(await next.parts()).toEqual({ ok: true, value: { parts: 2 } });
  expect(await next.put(0, part('c'))).toEqual({ ok: false, error: { code: 'exists' } });
  expect(await next.clear()).toEqual({ ok: true, value: {} });
  expect(clear).toHaveBeenCalledOnce();
  expect(await next.get(1)).toEqual({ ok: true, value: { content: part('b') } });
  expect(await next.get(2)).toEqual({ ok: false, error: { code: 'not-found' } });
  await next.done();
  expect(await next.parts()).toEqual({ ok: true, value: { parts: 0 } });
  expect(await readdir(folder)).toEqual([]);
});

it('clears nothing where a part is not as it was written', async () => {
  const { place, clear, renewal } = await two();
  const bytes = await readFile(path.join(place, '1.part'));
  bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1;
  await writeFile(path.join(place, '1.part'), bytes);
  expect(await renewal.clear()).toEqual({ ok: false, error: { code: 'damaged', detail: 'storage' } });
  await rm(path.join(place, '1.part'));
  expect(await renewal.clear()).toEqual({ ok: false, error: { code: 'damaged', detail: 'storage' } });
  await writeFile(path.join(place, 'whole.json'), '["half');
  expect(await renewal.parts()).toMatchObject({ ok: false, error: { code: 'damaged' } });
  expect(await renewal.clear()).toMatchObject({ ok: false });
  expect(clear).not.toHaveBeenCalled();
});

it('begins anew over what a crash left, and takes no list of other parts than it has', async () => {
  const place = path.join(folder, 'storage-renewal');
  await storageRenewal(place, () => Promise.resolve()).put(0, part('old'));
  const next = storageRenewal(place, () => Promise.resolve());
  expect(await next.put(1, part('b'))).toMatchObject({ ok: false, error: { code: 'bad-arguments' } });
  expect(await next.markWhole(0)).toMatchObject({ ok: false });
  await next.put(0, part('new'));
  expect(await next.markWhole(2)).toMatchObject({ ok: false });
  await next.markWhole(1);
  expect(await next.get(0)).toEqual({ ok: true, value: { content: part('new') } });
});
