import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { pack } from '../../../shared/agency-file/archive.ts';
import { manifestOf } from '../../../shared/agency-file/manifest.ts';
import { serialiseAgency, writeAgencyFile } from '../../../shared/agency-file/write.ts';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { chained, type LogEntry } from '../../../shared/audit/chain.ts';
import { writeLogFile } from '../../../shared/audit/log-file.ts';
import { folderForTest, muster, refused } from './run.ts';

const audit: LogEntry[] = [];
for (let n = 1; n <= 3; n += 1) {
  audit.push(chained(audit.at(-1) ?? null, { id: `l${n}`, at: `2026-03-0${n}T14:05:00Z`, what: `Entry ${n}`, salt: `${n}`.repeat(32), changes: [] }));
}
const [, second, last] = audit as [LogEntry, LogEntry, LogEntry];
const file: AgencyFile = { format: 'muster-agency', version: 1, agency: { name: 'Gulf Bridge', packs: [] }, people: [], evidence: [], audit };
const altered = { ...file, audit: audit.map((entry) => (entry.seq === 2 ? { ...entry, what: 'Another' } : entry)) };

let folder = '';
beforeEach(async () => {
  folder = await folderForTest();
  await writeFile(path.join(folder, 'good.json'), JSON.stringify(file));
  await writeFile(path.join(folder, 'good.muster'), writeAgencyFile(file, new Map(), { appVersion: '1.0.0' }));
});
const put = (name: string, content: string | Uint8Array): Promise<void> => writeFile(path.join(folder, name), content);

describe('muster verify', () => {
  it('says of a whole archive what was compared, and names the head of its log', async () => {
    const { code, out, err } = await muster(folder, ['verify', 'good.muster']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('archive    1 entry, each with the size and SHA-256 of the manifest, which is not signed');
    expect(out).toContain('log        3 entries, each as it was written and linked to the one before it');
    expect(out).toContain(`head       entry 3 of 3 Mar 2026 14:05 UTC, ${last.hash}`);
    expect(out).toMatch(/Nothing was changed since it was written, as far as the file itself can show\.\n$/);
  });

  it('names the first entry that does not hold by number and time, and exits 1', async () => {
    await put('bad.json', JSON.stringify(altered));
    const { code, out } = await muster(folder, ['verify', 'bad.json']);
    expect(code).toBe(1);
    expect(out).toContain('log        BROKEN: first at entry 2 of 2 Mar 2026 14:05 UTC: its content is not what was written');
    expect(out).not.toContain('head ');
    expect(out).toMatch(/Not as it was written: log\.\n$/);
  });

  it('names what was cut off or out of a log, and a log that begins late', async () => {
    for (const [entries, at] of [[[audit[0], audit[2]], 3], [audit.slice(1), 2]] as const) {
      await put('cut.json', JSON.stringify({ ...file, audit: entries }));
      const { code, out } = await muster(folder, ['verify', 'cut.json']);
      expect(code).toBe(1);
      expect(out).toContain(`BROKEN: first at entry ${at} `);
    }
  });

  it('finds a flipped byte of an archive, wherever it is', async () => {
    const bytes = await readFile(path.join(folder, 'good.muster'));
    const codes = new Set<number>();
    for (let at = 0; at < bytes.length; at += 37) {
      const flipped = Uint8Array.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      await put('flipped.muster', flipped);
      codes.add((await muster(folder, ['verify', 'flipped.muster'])).code);
    }
    // A few bytes of a ZIP say nothing, such as the time of an entry: then the content is what it was.
    expect(codes).toContain(1);
    expect([...codes].every((code) => code === 0 || code === 1 || code === 2)).toBe(true);
  });

  it('compares the head of the log with the one the manifest names', async () => {
    const later = chained(last, { id: 'l4', at: '2026-03-04T14:05:00Z', what: 'Added afterwards', salt: '4'.repeat(32), changes: [] });
    const agency = new TextEncoder().encode(serialiseAgency(file));
    const entries = new Map([['agency.json', agency]]);
    const manifest = { ...manifestOf(file, entries, '1.0.0'), auditHead: second.hash };
    await put('other-head.muster', pack(new Map([...entries, ['manifest.json', new TextEncoder().encode(JSON.stringify(manifest))]])));
    const verdict = await muster(folder, ['verify', 'other-head.muster', '--format', 'json']);
    expect(verdict.code).toBe(1);
    expect(JSON.parse(verdict.out)).toMatchObject({ file: 'other-head.muster', kind: 'agency file', findings: [{ sound: true }, { sound: true }, { sound: true }, { sound: true }, { sound: true }, { part: 'manifest', sound: false }] });
    await put('longer.muster', writeAgencyFile({ ...file, audit: [...audit, later] }, new Map(), { appVersion: '1.0.0' }));
    expect((await muster(folder, ['verify', 'longer.muster', '--head', last.hash.slice(0, 16)])).code).toBe(0);
  });

  it('finds the head that was printed on paper, in groups and capitals too, and says when it is not there', async () => {
    const grouped = `${second.hash.slice(0, 8)} ${second.hash.slice(8, 16)}`.toUpperCase();
    const found = await muster(folder, ['verify', 'good.json', '--head', grouped]);
    expect([found.code, found.out.includes('printed    the head that was given is entry 2 of 2 Mar 2026 14:05 UTC')]).toEqual([0, true]);
    const gone = await muster(folder, ['verify', 'good.json', '--head', 'f'.repeat(16)]);
    expect([gone.code, gone.out.includes('printed    BROKEN: no entry of this log has the head')]).toEqual([1, true]);
    expect(await muster(folder, ['verify', 'good.json', '--head', 'nonsense'])).toEqual(refused('verify: --head: "nonsense" is not the printed head of a log, write its 16 hexadecimal digits'));
  });

  it('takes an exported log too', async () => {
    const log = { agency: 'Gulf Bridge', exportedAt: '2026-03-19T12:00:00Z' };
    await put('log.json', writeLogFile({ ...log, entries: audit }));
    expect((await muster(folder, ['verify', 'log.json'])).code).toBe(0);
    await put('log.json', writeLogFile({ ...log, entries: altered.audit }));
    expect((await muster(folder, ['verify', 'log.json'])).out).toContain('BROKEN: first at entry 2');
    await put('log.json', writeLogFile({ ...log, entries: audit }).replace('"version": 1', '"version": 2'));
    expect(await muster(folder, ['verify', 'log.json'])).toEqual(refused('verify: log.json: was written by a newer Muster, update this one'));
  });

  it('refuses what is no file of Muster’s, no file, and two files', async () => {
    await put('other.json', '{}');
    expect((await muster(folder, ['verify', 'other.json'])).code).toBe(2);
    expect((await muster(folder, ['verify', 'not-there.muster'])).code).toBe(2);
    expect(await muster(folder, ['verify'])).toEqual(refused('verify: name the file: FILE is missing'));
    expect(await muster(folder, ['verify', 'good.json', 'good.muster'])).toEqual(refused('verify: unexpected "good.muster", every value follows its option'));
    expect((await muster(folder, ['verify', '--file', 'good.json'])).code).toBe(0);
    expect((await muster(folder, ['verify', '--help'])).out).toMatch(/^muster verify FILE \[--head DIGITS\] \[--passphrase-file FILE\] .*\[--format table\|json\]/);
  });
});
