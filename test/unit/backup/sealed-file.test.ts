import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealFile, type PartSource } from '../../../electron/backup/seal-file.ts';
import { openSealedFile } from '../../../electron/backup/sealed-file.ts';
import { chunkBytes, type SealedFault } from '../../../electron/backup/sealed-format.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';

const backupsKey = new Uint8Array(32).fill(9);
const header = { kind: 'backup', madeAt: '2026-11-23T02:30:00Z', appVersion: '0.1.0', vaultId: 'v-1' } as const;
const keyring = '{"format":"muster-keyring"}';
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'muster-sealed-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const text = (words: string): Uint8Array => new Uint8Array(Buffer.from(words));
const seal = async (parts: readonly PartSource[], name = 'a.muster'): Promise<string> => {
  const file = path.join(folder, name);
  await sealFile(file, { header, keyring, backupsKey, parts });
  return file;
};

/** Everything in the file, or the first fault on the way to it. */
async function readAll(file: string, key = backupsKey): Promise<Result<readonly Uint8Array[], SealedFault>> {
  const opened = await openSealedFile(file);
  if (!opened.ok) return opened;
  try {
    const parts = opened.value.unlock(key);
    if (!parts.ok) return parts;
    const all: Uint8Array[] = [];
    for (let part = 0; part < parts.value.count; part += 1) {
      const read = await parts.value.read(part, 2 ** 26);
      if (!read.ok) return read;
      all.push(read.value);
    }
    return ok(all);
  } finally {
    await opened.value.close();
  }
}

async function structure(file: string): Promise<Result<null, SealedFault>> {
  const opened = await openSealedFile(file);
  if (!opened.ok) return opened;
  const checked = await opened.value.checkStructure();
  await opened.value.close();
  return checked;
}

describe('a sealed file', () => {
  it('gives back every part, whatever its size, however it came in pieces', async () => {
    const big = new Uint8Array(chunkBytes * 2 + 5).map((_, index) => index % 251);
    const pieces = async function* () {
      for (let at = 0; at < big.length; at += 70_001) yield await Promise.resolve(big.subarray(at, at + 70_001));
    };
    const file = await seal([text('contents'), big.subarray(0, chunkBytes), new Uint8Array(0), pieces]);
    const read = await readAll(file);
    expect(read.ok && read.value.map((part) => part.length)).toEqual([8, chunkBytes, 0, big.length]);
    expect(read.ok && Buffer.from(read.value[3] ?? []).equals(big)).toBe(true);
    expect(await structure(file)).toEqual(ok(null));
  });

  it('holds nothing readable of its parts, and its keyring as it is', async () => {
    const bytes = await readFile(await seal([text('Fontenot 1984-02-11'), text('r'), text('m')]));
    expect(bytes.includes('Fontenot')).toBe(false);
    expect(bytes.includes('muster-keyring')).toBe(true);
  });

  it('opens with no other key', async () => {
    const file = await seal([text('c'), text('r'), text('m')]);
    expect(await readAll(file, new Uint8Array(32).fill(8))).toEqual(fail({ code: 'wrong-key' }));
  });

  it('refuses one flipped bit anywhere, with and without the key', async () => {
    const bytes = await readFile(await seal([text('contents'), text('records'), text('notes'), text('a document')]));
    const file = path.join(folder, 'flipped.muster');
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << at % 8);
      await writeFile(file, flipped);
      expect((await readAll(file)).ok, `byte ${at} with the key`).toBe(false);
      expect((await structure(file)).ok, `byte ${at} without it`).toBe(false);
    }
  });

  it('names the place of the damage', async () => {
    const file = await seal([text('contents'), new Uint8Array(chunkBytes + 9), text('notes'), text('a document')]);
    const bytes = await readFile(file);
    const faultAt = async (at: number): Promise<unknown> => {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      await writeFile(path.join(folder, 'place.muster'), flipped);
      const read = await readAll(path.join(folder, 'place.muster'));
      return read.ok ? null : read.error;
    };
    expect(await faultAt(30)).toEqual({ code: 'damaged', where: 'header' });
    expect(await faultAt(bytes.indexOf('muster-keyring'))).toEqual({ code: 'damaged', where: 'keyring' });
    expect(await faultAt(bytes.length - 100_000)).toEqual({ code: 'damaged', where: 'chunk 1 of records' });
    expect(await faultAt(bytes.length - 1)).toEqual({ code: 'damaged', where: 'chunk 1 of document 1' });
    expect(await faultAt(16)).toEqual({ code: 'damaged', where: 'header' });
    expect(await faultAt(0)).toEqual({ code: 'not-sealed' });
  });

  it('refuses a file cut short at any length, and bytes behind its end', async () => {
    const bytes = await readFile(await seal([text('contents'), text('records'), text('notes')]));
    const file = path.join(folder, 'short.muster');
    for (let length = 0; length < bytes.length; length += 1) {
      await writeFile(file, bytes.subarray(0, length));
      expect((await readAll(file)).ok, `${length} bytes`).toBe(false);
    }
    await writeFile(file, Buffer.concat([bytes, Buffer.of(0)]));
    expect((await readAll(file)).ok).toBe(false);
  });

  it('refuses chunks and parts that were swapped, repeated or left out', async () => {
    const frame = 4 + chunkBytes + 16 + 8;
    const body = new Uint8Array(chunkBytes * 3);
    const file = await seal([text('c'), body, text('m')], 'long.muster');
    const bytes = await readFile(file);
    const first = bytes.length - (4 + 1 + 24) - 3 * frame;
    const frames = [0, 1, 2].map((index) => bytes.subarray(first + index * frame, first + (index + 1) * frame));
    const [a, b, c] = frames as [Buffer, Buffer, Buffer];
    const rest = bytes.subarray(first + 3 * frame);
    for (const order of [[b, a, c], [a, a, b, c], [a, c], [c, b, a], [a, b]]) {
      await writeFile(path.join(folder, 'moved.muster'), Buffer.concat([bytes.subarray(0, first), ...order, rest]));
      expect((await readAll(path.join(folder, 'moved.muster'))).ok).toBe(false);
      expect((await structure(path.join(folder, 'moved.muster'))).ok).toBe(false);
    }
  });

  it('refuses a newer version by its version', async () => {
    const bytes = await readFile(await seal([text('c'), text('r'), text('m')]));
    bytes[16] = 2;
    await writeFile(path.join(folder, 'newer.muster'), bytes);
    expect(await readAll(path.join(folder, 'newer.muster'))).toEqual(fail({ code: 'newer', version: 2 }));
  });

  it('leaves nothing behind where a source breaks off', async () => {
    const broken = async function* () {
      yield await Promise.resolve(text('half'));
      throw new Error('the drive is gone');
    };
    await expect(seal([text('c'), broken, text('m')], 'broken.muster')).rejects.toThrow('the drive is gone');
    expect((await readdir(folder)).filter((name) => name.includes('broken'))).toEqual([]);
  });

  it('answers any bytes with a fault, never with a throw', async () => {
    const whole = await readFile(await seal([text('contents'), text('records'), text('notes')]));
    const file = path.join(folder, 'any.muster');
    await fc.assert(fc.asyncProperty(fc.nat(whole.length), fc.uint8Array({ maxLength: 64 }), async (at, bytes) => {
      const mutated = Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at + bytes.length)]);
      fc.pre(!mutated.equals(whole));
      await writeFile(file, mutated);
      expect((await readAll(file)).ok).toBe(false);
      expect((await structure(file)).ok).toBe(false);
    }), { numRuns: 150 });
  });
});
