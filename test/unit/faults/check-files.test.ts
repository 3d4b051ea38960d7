import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyringText, newKeyring } from '../../../electron/vault/keyring.ts';
import { writeAgencyFile } from '../../../shared/agency-file/write.ts';
import { checkExport } from '../../faults/kills/folder-check.ts';
import { checkKeyring } from '../../faults/kills/keyring-check.ts';
import type { Secrets } from '../../faults/kills/world.ts';
import { smallAgency } from '../model/small-agency.ts';

const cost = { memoryKiB: 8_192, passes: 1, lanes: 1 } as const;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'muster-faults-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the check of an exported file', () => {
  const whole = writeAgencyFile(smallAgency(), new Map(), { appVersion: '0' });
  const other = { ...smallAgency(), agency: { ...smallAgency().agency, name: 'Another' } };

  it('takes one that was exported, and none where none was acknowledged', async () => {
    const file = path.join(folder, 'whole.muster');
    await writeFile(file, whole);
    expect(await checkExport(file, [smallAgency()])).toEqual([]);
    expect(await checkExport(file, [other, smallAgency()])).toEqual([]);
    expect(await checkExport(path.join(folder, 'none.muster'), [null, smallAgency()])).toEqual([]);
  });

  it('finds a partial file, a missing one and another one', async () => {
    const file = path.join(folder, 'partial.muster');
    await writeFile(file, whole.subarray(0, whole.length - 7));
    expect((await checkExport(file, [smallAgency()])).map(({ kind }) => kind)).toEqual(['half-applied']);
    expect((await checkExport(path.join(folder, 'none.muster'), [smallAgency()])).map(({ kind }) => kind)).toEqual(['lost']);
    await writeFile(file, whole);
    expect((await checkExport(file, [other])).map(({ kind }) => kind)).toEqual(['lost']);
  });
});

describe('the check of a keyring', () => {
  it('wants the acknowledged passphrase, or with a change under way either one', async () => {
    const { keyring, recoveryKey } = await newKeyring('Odalys', 'the first passphrase', cost);
    const file = path.join(folder, 'keyring.json');
    await writeFile(file, keyringText(keyring));
    const userId = keyring.users[0]?.id ?? '';
    const secrets = (more: Partial<Secrets> = {}): Secrets =>
      ({ userId, passphrase: 'the first passphrase', nextPassphrase: null, recoveryKey, recoveryInDoubt: false, users: new Map(), nextUser: null, ...more });
    const kinds = async (of: Secrets): Promise<readonly string[]> => (await checkKeyring(file, of)).map(({ kind }) => kind);
    expect(await kinds(secrets())).toEqual([]);
    expect(await kinds(secrets({ passphrase: 'another passphrase' }))).toEqual(['lost']);
    const doubtful = secrets({ passphrase: 'another passphrase', nextPassphrase: 'the first passphrase' });
    expect(await kinds(doubtful)).toEqual([]);
    expect(doubtful.passphrase).toBe('the first passphrase');
    expect(await kinds(secrets({ passphrase: 'one', nextPassphrase: 'other' }))).toEqual(['lost']);
    expect(await kinds(secrets({ users: new Map([['gone', 'whose passphrase']]) }))).toEqual(['lost']);
    expect(await kinds(secrets({ userId: 'somebody else', passphrase: 'the first passphrase' }))).toContain('half-applied');
    const otherKey = (await newKeyring('Odalys', 'the first passphrase', cost)).recoveryKey;
    expect(await kinds(secrets({ recoveryKey: otherKey }))).toEqual(['lost']);
    expect(await kinds(secrets({ recoveryKey: otherKey, recoveryInDoubt: true }))).toEqual([]);
    await writeFile(file, keyringText(keyring).slice(0, -40));
    expect(await kinds(secrets())).toEqual(['unreadable']);
    await rm(file);
    expect(await kinds(secrets())).toEqual(['lost']);
  });
});
