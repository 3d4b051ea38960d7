import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KeyStore } from '../../../electron/vault/key-store.ts';
import { lostAgencies } from '../../../electron/vault/lost-agencies.ts';
import { createVault } from '../../../electron/vault/vault.ts';
import { madeKeys } from '../../support/made-keys.ts';

const keyStore: KeyStore = { kind: () => 'no-store', seal: () => new Uint8Array(), open: () => '' };
const passphrase = 'blue heron over water';
const head = { seq: 3, hash: 'a'.repeat(64) };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'muster-lost-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const vault = () => createVault({ folder, keyStore, now: () => 0, cost: { memoryKiB: 8_192, passes: 1, lanes: 1 } });

/** An agency with keys, and an entry in its log where `recorded`; answers its keyring. */
async function agency(agencyId: string, recorded = true): Promise<string> {
  const keys = vault();
  expect((await madeKeys(keys, agencyId, 'Ines', passphrase)).ok).toBe(true);
  const text = keys.unlocked()?.keyringText() ?? '';
  if (recorded) await keys.headWritten(agencyId, head);
  return text;
}

describe('lostAgencies', () => {
  it('names what was recorded in and has no database, and nothing else', async () => {
    await agency('there');
    await agency('gone');
    await agency('only-begun', false);
    expect(await lostAgencies(folder, ['there', 'demo'])).toEqual(['gone']);
    expect(await lostAgencies(folder, ['there', 'gone'])).toEqual([]);
    expect([...(await lostAgencies(folder, []))].sort()).toEqual(['gone', 'there']);
  });

  it('ends once a copy with the same keys is there', async () => {
    const text = await agency('gone');
    const keys = vault();
    const [user] = (await keys.status('gone')).users;
    expect(await keys.adopt('restored', text, { userId: user?.id ?? '', passphrase })).toMatchObject({ ok: true });
    await keys.headWritten('restored', head);
    expect(await lostAgencies(folder, ['restored'])).toEqual([]);
    expect([...(await lostAgencies(folder, []))].sort()).toEqual(['gone', 'restored']);
  });

  it('counts damaged keys, and is empty where no agency ever had any', async () => {
    await agency('gone');
    await writeFile(path.join(folder, 'gone', 'keyring.json'), 'half a keyr');
    expect(await lostAgencies(folder, [])).toEqual(['gone']);
    expect(await lostAgencies(path.join(folder, 'missing'), [])).toEqual([]);
  });
});
