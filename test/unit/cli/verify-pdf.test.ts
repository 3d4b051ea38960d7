import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { finishProof, sideManifestText, type Proven } from '../../../electron/proof/seal.ts';
import { fingerprintOf } from '../../../shared/proof/key-words.ts';
import { mutations } from '../proof/mutations.ts';
import { agencySigner, factsFor, sealedBinder, smallBinder } from '../proof/sealed-binder.ts';
import { folderForTest, muster, refused } from './run.ts';

const key = fingerprintOf(Buffer.from(agencySigner.publicKey).toString('hex'));
let folder = '';
let sealed: Proven;
const put = (name: string, content: string | Uint8Array): Promise<void> => writeFile(path.join(folder, name), content);
const agencyThatMade = (sha256: string) => JSON.stringify({
  format: 'muster-agency', version: 1, agency: { name: 'Bayou Harbor', packs: [] }, people: [], evidence: [],
  audit: [{ seq: 1, what: `Made a binder of Mei Li: 1 file in /out. li.pdf (8 pages, SHA-256 ${sha256})` }],
});

beforeEach(async () => {
  folder = await folderForTest();
  sealed = await sealedBinder();
  await put('li.pdf', sealed.bytes);
  await put('li.manifest.json', sideManifestText('li.pdf', sealed));
});

describe('muster verify of a PDF', () => {
  it('says by whom it was signed, that the manifest beside it fits, and that the agency knows it', async () => {
    await put('agency.json', agencyThatMade(sealed.sha256));
    const { code, out, err } = await muster(folder, ['verify', 'li.pdf', '--key', key.toUpperCase().replace(/(.{4})/g, '$1 '), '--agency', 'agency.json']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('li.pdf: Bayou Harbor, binder for Healthy Pelican as of 19 Mar 2026, made 20 Mar 2026');
    expect(out).toContain('The manifest beside it tells of this very file.');
    expect(out).toContain('The record of the agency names this very file among those it made.');
    expect(out).toMatch(/Unaltered: 8 pages as signed by Bayou Harbor, key /);
  });

  it('names the page that was changed, of which exhibit and whose, and exits 1', async () => {
    const changed = await mutations['a stamp painted over']?.(sealed, () => 1);
    await put('li.pdf', changed?.bytes ?? '');
    const { code, out } = await muster(folder, ['verify', 'li.pdf']);
    expect(code).toBe(1);
    expect(out).toContain('Page 4 (exhibit C-2, Mei Li) was changed');
    expect(out).toContain('Not as it was signed');
  });

  it('answers machines with every finding', async () => {
    const { code, out } = await muster(folder, ['verify', 'li.pdf', '--key', '0'.repeat(64), '--format', 'json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ pdf: { standing: 'other-key', sha256: sealed.sha256 } });
  });

  it('exits 1 where the agency has no record of it, and where it is cut off', async () => {
    await put('agency.json', agencyThatMade('0'.repeat(64)));
    expect((await muster(folder, ['verify', 'li.pdf', '--agency', 'agency.json'])).out).toContain('Neither the record nor the log of the agency names this file.');
    await put('cut.pdf', sealed.bytes.subarray(0, 200));
    expect((await muster(folder, ['verify', 'cut.pdf'])).code).toBe(1);
  });

  it('reads the pages of one with a password when it has it', async () => {
    await put('locked.pdf', (await finishProof(await smallBinder(), factsFor(8), agencySigner, { password: 'Heron 4711' })).bytes);
    await put('word.txt', 'Heron 4711\n');
    expect((await muster(folder, ['verify', 'locked.pdf'])).out).toContain('It has a password that was not given');
    expect((await muster(folder, ['verify', 'locked.pdf', '--password-file', 'word.txt'])).out).toContain('Unaltered: 8 pages');
  });

  it('refuses what makes no sense', async () => {
    expect(await muster(folder, ['verify', 'li.pdf', '--key', 'abc'])).toEqual(refused('verify: --key: "abc" is not the fingerprint of a key, write its 64 hexadecimal digits'));
    await put('agency.json', agencyThatMade('0'.repeat(64)));
    expect(await muster(folder, ['verify', 'agency.json', '--key', key])).toEqual(refused('verify: --key: only a PDF is verified with it, leave the option out'));
    expect(await muster(folder, ['verify', 'li.pdf', '--head', 'abcdefab'])).toEqual(refused('verify: --head: a PDF has no log to look in, verify an agency file or an exported log with it'));
  });
});
