import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, afterAll, beforeEach, describe, expect, it } from 'vitest';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { serialiseAgency } from '../../../shared/agency-file/write.ts';
import { chained } from '../../../shared/audit/chain.ts';
import { listDigestsOf, medicalDigestOf } from '../../../shared/backup/contents.ts';
import { backupDesk } from '../../../electron/backup/backup-desk.ts';
import { createVault } from '../../../electron/vault/vault.ts';
import { smallAgency } from '../model/small-agency.ts';
import { folderForTest, muster } from './run.ts';
import { madeKeys } from '../../support/made-keys.ts';

const passphrase = 'seven quiet pelicans';
const audit = [chained(null, { id: 'l1', at: '2026-03-01T14:05:00Z', what: 'Began', salt: '1'.repeat(32), changes: [] })];
const file = { ...smallAgency(), audit };
let made = '';
let recoveryKey = '';
let folder = '';

beforeAll(async () => {
  made = await mkdtemp(path.join(tmpdir(), 'muster-verify-'));
  const vault = createVault({ folder: path.join(made, 'profile'), keyStore: { kind: () => 'no-store', seal: () => new Uint8Array(), open: () => '' }, now: () => 0, cost: { memoryKiB: 8_192, passes: 1, lanes: 1 } });
  const created = await madeKeys(vault, 'one', 'Noémie Guidry', passphrase);
  if (created.ok) ({ recoveryKey } = created.value);
  await mkdir(path.join(made, 'profile', 'one', 'documents', 'ab'), { recursive: true });
  await writeFile(path.join(made, 'profile', 'one', 'documents', 'ab', 'first'), 'sealed bytes of a document');
  const desk = backupDesk({ agencies: path.join(made, 'profile'), vault, now: () => Date.parse('2026-03-19T02:30:00Z'), appVersion: '0.1.0' });
  const facts = { agencyName: 'Pelican', schema: 2, lineage: { id: 'l', generation: 1 }, logHead: { seq: 1, hash: audit[0]?.hash ?? '' }, digestKey: 'a'.repeat(64), lists: listDigestsOf(file), medical: medicalDigestOf({}) };
  const encoder = new TextEncoder();
  const saved = await desk.save('one', 'copy', path.join(made, 'copy.muster'), { facts, records: encoder.encode(serialiseAgency(file)), medical: encoder.encode('{}') }, () => undefined);
  expect(saved.ok).toBe(true);
});
afterAll(() => rm(made, { recursive: true }));
beforeEach(async () => {
  folder = await folderForTest();
  await writeFile(path.join(folder, 'copy.muster'), await readFile(path.join(made, 'copy.muster')));
  await writeFile(path.join(folder, 'secret.txt'), `${passphrase}\n`);
});

describe('muster verify of a sealed file', () => {
  it('without a passphrase says that nothing is damaged, and how to look inside', async () => {
    const { code, out } = await muster(folder, ['verify', 'copy.muster']);
    expect(code).toBe(0);
    expect(out).toContain('copy of 2026-03-19T02:30:00.000Z by Muster 0.1.0');
    expect(out).toContain('sealed; what is in it is verified with --passphrase-file FILE or MUSTER_PASSPHRASE');
    expect(out).not.toContain('Guidry');
  });

  it('with a passphrase or the recovery key verifies everything in it', async () => {
    for (const ran of [
      await muster(folder, ['verify', 'copy.muster', '--passphrase-file', 'secret.txt']),
      await muster(folder, ['verify', 'copy.muster'], undefined, { MUSTER_PASSPHRASE: recoveryKey }),
    ]) {
      expect([ran.code, ran.err]).toEqual([0, '']);
      expect(ran.out).toContain('every list as counted when it was written');
      expect(ran.out).toContain('documents  1 file, each with its size and SHA-256');
      expect(ran.out).toContain('log        1 entry, ');
    }
  });

  it('names the place of one flipped bit, with and without a passphrase, and exits 1', async () => {
    const bytes = await readFile(path.join(folder, 'copy.muster'));
    bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
    await writeFile(path.join(folder, 'copy.muster'), bytes);
    for (const more of [[], ['--passphrase-file', 'secret.txt']]) {
      const { code, out } = await muster(folder, ['verify', 'copy.muster', ...more]);
      expect(code).toBe(1);
      expect(out).toContain('BROKEN: damaged at chunk 1 of document 1');
    }
  });

  it('refuses a wrong passphrase and a newer file in one line', async () => {
    const wrong = await muster(folder, ['verify', 'copy.muster'], undefined, { MUSTER_PASSPHRASE: 'something else' });
    expect([wrong.code, wrong.err]).toEqual([2, 'muster: verify: copy.muster: neither a passphrase of its users nor its recovery key, check the passphrase\n']);
    const bytes = await readFile(path.join(folder, 'copy.muster'));
    bytes[16] = 9;
    await writeFile(path.join(folder, 'copy.muster'), bytes);
    expect((await muster(folder, ['verify', 'copy.muster'])).err).toContain('is of version 9, which a newer Muster wrote');
    expect((await muster(folder, ['verify', 'copy.muster', '--passphrase-file', 'none.txt'])).err).toContain('--passphrase-file: none.txt could not be read (ENOENT)');
  });
});
