import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fusesIn, readFuses } from '../../../electron/diagnostics/fuses.ts';
import { loggedEvents } from '../../../electron/diagnostics/logged-events.ts';
import { machineFacts, type Program } from '../../../electron/diagnostics/machine-facts.ts';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { faultCodes, logEvents } from '../../../shared/diagnostics/log-events.ts';
import { agencyFacts, backupFacts, diagnosticsText, type Diagnostics } from '../../../shared/diagnostics/report.ts';
import { machineFactsSchema, type MachineFacts } from '../../../shared/ipc/diagnostics.ts';
import { sampleFile } from '../agency-file/sample.ts';

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const sentinel = ['dL7pKGdnNz796Pbb', 'jQWNKmHXBZaB9tsX'].join('');
const wire = (fuses: string, before = 'a program ') => Buffer.concat([Buffer.from(`${before}${sentinel}`), Buffer.from([1, fuses.length]), Buffer.from(fuses), Buffer.from(' goes on')]);

const program = (executable: string): Program => ({
  version: '0.1.0',
  packaged: true,
  versions: { electron: '33.2.1', chrome: '130.0.6723.137', node: '20.18.1' },
  platform: 'linux',
  sandbox: true,
  keyStore: { kind: () => 'plain-text', seal: () => new Uint8Array(), open: () => '' },
  executable,
  agenciesWithKeys: () => Promise.resolve(1),
});

let profile = '';
beforeEach(() => {
  profile = mkdtempSync(path.join(tmpdir(), 'muster-diagnostics-'));
});
afterEach(() => {
  rmSync(profile, { recursive: true });
});
const put = (name: string, content: string | Buffer): string => {
  const file = path.join(profile, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
};

describe('fuses', () => {
  it('are read in their order, each state by its sign', () => {
    expect(fusesIn(wire('01001r10'))).toEqual({
      runAsNode: 'off', cookieEncryption: 'on', nodeOptions: 'off', nodeCliInspect: 'off', embeddedAsarIntegrity: 'on', onlyLoadAppFromAsar: 'removed', browserProcessSnapshot: 'on', fileProtocolPrivileges: 'off',
    });
    expect(fusesIn(wire('01'))).toMatchObject({ runAsNode: 'off', cookieEncryption: 'on', nodeOptions: 'unknown' });
  });

  it('are found wherever they stand, also on the border of two pieces, and nowhere else', async () => {
    for (const before of [0, 4 * 2 ** 20 - 20, 4 * 2 ** 20 + 5]) expect((await readFuses(put('program', wire('01001100', 'x'.repeat(before)))))?.cookieEncryption).toBe('on');
    expect(await readFuses(put('program', 'no fuses here'))).toBeNull();
    expect(await readFuses(path.join(profile, 'missing'))).toBeNull();
    expect(fusesIn(Buffer.from(sentinel))).toBeNull();
  });
});

describe('the local log', () => {
  const line = (event: string, facts: Record<string, unknown> = {}, at = '2026-03-19T10:00:00.000Z', level = 'error'): string => JSON.stringify({ at, level, event, ...facts });

  it('is counted kind by kind with the codes it came with', () => {
    const { events, unread } = loggedEvents([
      line('page-gone', { reason: 'oom', exitCode: 9 }),
      line('page-gone', { reason: 'crashed' }, '2026-03-20T10:00:00.000Z'),
      line('uncaught', { frames: 'TypeError at save main.js:12:5 < at x' }),
      'half a li',
    ].join('\n'));
    expect(events).toEqual([
      { event: 'page-gone', level: 'error', count: 2, lastAt: '2026-03-20T10:00:00.000Z', codes: ['crashed', 'oom'] },
      { event: 'uncaught', level: 'error', count: 1, lastAt: '2026-03-19T10:00:00.000Z', codes: ['TypeError'] },
    ]);
    expect(unread).toBe(1);
  });

  it('knows every word the main process writes', () => {
    const written = readdirSync(path.join(root, 'electron'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [...readFileSync(path.join(root, 'electron', file), 'utf8').matchAll(/\blog\('(?:info|warn|error)', '([^']+)'/g)].map(([, event]) => event ?? ''));
    expect(written.length).toBeGreaterThan(15);
    expect([...new Set(written)].filter((event) => !(logEvents as readonly string[]).includes(event))).toEqual([]);
  });

  it('says `other` for a word that is not its own, and repeats no fact that is no code', () => {
    const { events } = loggedEvents(line('Delphine Arceneaux', { code: 'Delphine', frames: 'Arceneaux at Delphine.js' }));
    expect(events).toEqual([{ event: 'other', level: 'error', count: 1, lastAt: '2026-03-19T10:00:00.000Z', codes: [] }]);
  });
});

describe('the facts of the machine', () => {
  it('count the profile part by part and fit their own schema', async () => {
    put('IndexedDB/app_muster_0.indexeddb.leveldb/000003.log', 'x'.repeat(500));
    put('agencies/a1/keyring.json', 'x'.repeat(30));
    put('agencies/a1/documents/ab/abcd', 'x'.repeat(70));
    put('documents/ab/abcd', 'x'.repeat(7));
    put('logs/muster.log', '');
    put('runtime.json', '{}');
    const facts = await machineFacts(profile, program(put('logs/program', wire('01001100'))));
    expect(machineFactsSchema.parse(facts)).toEqual(facts);
    expect(facts.profile).toMatchObject({ records: { files: 1, bytes: 500 }, keys: { files: 1, bytes: 30 }, documents: { files: 2, bytes: 77 }, rest: { files: 1, bytes: 2 } });
    expect(facts).toMatchObject({ muster: '0.1.0', keyStore: 'plain-text', agenciesWithKeys: 1, fuses: { runAsNode: 'off' } });
    expect(facts.disk?.freeBytes).toBeGreaterThan(0);
  });
});

const plain = (machine: MachineFacts): Diagnostics => ({ at: '2026-03-19T14:05:06Z', machine, page: { persisted: true, usage: 5e6, quota: 1e11 }, agency: null, backup: null });

describe('the report', () => {
  it('says what helps: versions, sizes, counts, fuses, log, backups', async () => {
    put('logs/muster.log', JSON.stringify({ at: '2026-03-19T10:00:00.000Z', level: 'warn', event: 'request-denied', kind: 'image' }));
    const machine = await machineFacts(profile, program(put('program', wire('01001100'))));
    const text = diagnosticsText({
      ...plain(machine),
      agency: agencyFacts(sampleFile(), { demo: false, schemaVersion: 2 }),
      backup: { chosen: true, reachable: false, lastGoodAt: '2026-03-18T02:30:00Z', kept: 14, lastFailedAt: '2026-03-19T02:30:00Z', trouble: 'disk-full' },
    });
    for (const part of ['2026-03-19 14:05 UTC', 'Run as Node', 'version 2', 'chosen, away', '2026-03-18 02:30 UTC', '(disk-full)', 'request-denied', '1 x, last 2026-03-19 10:00 UTC warning']) {
      expect(text).toContain(part);
    }
    expect(text).toMatch(/Muster +0\.1\.0\n[^]*Chromium +130\.0\.6723\.137\n[^]*Protected from removal +yes\n[^]*People +2\n/);
    expect(text).not.toMatch(/undefined|NaN|null/);
  });

  it('lets nothing of an agency, a folder or a tampered log in', async () => {
    const ours = (await machineFacts(profile, program(put('program', wire('01001100')))));
    const words = fc.stringMatching(/^zq[a-z]{5,12}( zq[a-z]{5,9})?$/);
    fc.assert(fc.property(fc.array(words, { minLength: 12, maxLength: 12 }), (secrets) => {
      let next = 0;
      const secret = (): string => secrets[(next += 1) % secrets.length] ?? 'zqzqzqzq';
      const everyText = (value: unknown): unknown => {
        if (typeof value === 'string') return secret();
        if (Array.isArray(value)) return value.map(everyText);
        return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, everyText(each)])) : value;
      };
      const file = everyText(sampleFile()) as AgencyFile;
      const lines = secrets.flatMap((word, index) => [
        JSON.stringify({ at: '2026-03-19T10:00:00.000Z', level: 'error', event: index % 2 === 0 ? word : 'handler-failed', code: word, [word]: word, frames: `${word} at /home/${word}/x.js` }),
        JSON.stringify({ at: word, level: word, event: word }),
        word,
      ]);
      const { events, unread } = loggedEvents(lines.join('\n'));
      const backup = backupFacts({
        place: { folder: secret(), reachable: true, sameDisk: false, freeBytes: 5 },
        lastGoodAt: secret(),
        lastFailure: { at: secret(), why: `cannot-read:${secret()}` },
        backups: [{ name: secret(), at: secret(), bytes: 1, good: true }],
      });
      expect(backup.trouble).toBe('cannot-read');
      const text = diagnosticsText({ ...plain({ ...ours, log: [...events], logUnread: unread }), agency: agencyFacts(file, { demo: false, schemaVersion: 2 }), backup });
      expect(secrets.filter((word) => text.includes(word))).toEqual([]);
      expect(unread).toBe(secrets.length * 2);
    }), { numRuns: 40 });
    // And the folders of the profile, which name whoever uses the computer.
    put('agencies/zq-delphine/documents/zq-tb-result', 'x');
    expect(diagnosticsText(plain(await machineFacts(profile, program(path.join(profile, 'program')))))).not.toMatch(/zq-|muster-diagnostics-|\//);
  });

  it('has no room in its facts for words of somebody', () => {
    const text = fc.string({ minLength: 1 }).filter((word) => !/^[\d.]{1,20}$/.test(word));
    fc.assert(fc.property(text, (word) => {
      const shape = machineFactsSchema.shape;
      for (const field of ['muster', 'electron', 'chromium', 'node', 'release', 'platform', 'arch', 'keyStore'] as const) {
        if (!['windows', 'macos', 'linux', 'other', 'x64', 'arm64', 'ia32', 'real', 'no-store', 'plain-text'].includes(word)) expect(shape[field].safeParse(word).success).toBe(false);
      }
    }));
    expect(faultCodes.every((code) => /^[A-Za-z-]+$/.test(code))).toBe(true);
  });
});
