import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { serialiseAgency } from '../../../shared/agency-file/write.ts';
import { civilDate } from '../../../shared/civil-date.ts';
import { evaluate } from '../../../shared/rules/evaluate.ts';
import type { Status } from '../../../shared/rules/status.ts';
import { sampleFile, sampleJson, type JsonObject } from '../agency-file/sample.ts';
import { folderForTest, muster, refused } from './run.ts';

type Printed = { readonly asOf: string; readonly from?: string; readonly knownAt?: string; readonly standings: readonly (Readonly<Record<string, unknown>> & { readonly requirement: string; readonly status: Status })[] };

async function folderWithAgency(): Promise<string> {
  const folder = await folderForTest();
  await writeFile(path.join(folder, 'a.json'), serialiseAgency(sampleFile()));
  return folder;
}

const json = async (folder: string, ...more: readonly string[]): Promise<Printed> => {
  const ran = await muster(folder, ['evaluate', '--agency', 'a.json', '--format', 'json', ...more]);
  expect([ran.code, ran.err]).toEqual([0, '']);
  return JSON.parse(ran.out) as Printed;
};

describe('muster evaluate --format json', () => {
  it('prints every standing under the documented keys, in their order', async () => {
    const folder = await folderWithAgency();
    const printed = await json(folder, '--as-of', '2026-01-10');
    const judged = evaluate(sampleFile(), { asOf: civilDate('2026-01-10') });
    expect(Object.keys(printed)).toEqual(['asOf', 'standings']);
    expect(printed.standings.map(({ requirement, status }) => [requirement, status])).toEqual(judged.standings.map(({ requirement, status }) => [requirement, status]));
    const allowed = [
      'personId', 'vendorId', 'teamId', 'employmentId', 'requirement', 'status', 'onTime', 'validNow', 'dueOn', 'validThrough', 'periods', 'lapses', 'missing', 'inPeriod', 'evidenceIds', 'reason', 'citations',
    ];
    for (const standing of printed.standings) {
      const keys = Object.keys(standing);
      expect(keys).toEqual(allowed.filter((key) => keys.includes(key)));
      for (const key of ['requirement', 'status', 'onTime', 'validNow', 'dueOn', 'validThrough', 'evidenceIds', 'reason', 'citations']) expect(keys).toContain(key);
      expect(standing['reason']).toMatch(/\.$/);
    }
  });

  it('without --as-of judges today in the agency’s time zone', async () => {
    const folder = await folderWithAgency();
    const ran = await muster(folder, ['evaluate', '--agency', 'a.json', '--format', 'json'], Date.UTC(2026, 0, 10, 3));
    expect((JSON.parse(ran.out) as Printed).asOf).toBe('2026-01-09');
  });

  it('with a period judges as of its end and adds what was covered', async () => {
    const printed = await json(await folderWithAgency(), '--from', '2026-01-01', '--to', '2026-01-10');
    expect([printed.from, printed.asOf]).toEqual(['2026-01-01', '2026-01-10']);
    // Cover is counted of people; duties of the agency and its teams tell their periods.
    const ofPeople = printed.standings.filter((standing) => typeof standing['personId'] === 'string');
    expect(ofPeople.length).toBeGreaterThan(0);
    expect(ofPeople.every((standing) => 'inPeriod' in standing)).toBe(true);
  });

  it('with --person tells of that person only, with --all also of what does not apply', async () => {
    const folder = await folderWithAgency();
    const one = await json(folder, '--as-of', '2026-01-10', '--person', 'p2');
    expect(new Set(one.standings.map((standing) => standing['personId']))).toEqual(new Set(['p2']));
    const all = await json(folder, '--as-of', '2026-01-10', '--person', 'p2', '--all');
    expect(all.standings.length).toBeGreaterThan(one.standings.length);
    expect(all.standings.some((standing) => standing.status === 'not-applicable')).toBe(true);
  });

  it('with --known-at forgets what was recorded later', async () => {
    const folder = await folderWithAgency();
    const before = await json(folder, '--as-of', '2026-01-10', '--known-at', '2026-01-04');
    expect(before.knownAt).toBe('2026-01-04');
    expect(before.standings.flatMap((standing) => standing['evidenceIds'])).not.toContain('ev1');
  });
});

describe('muster evaluate as a table', () => {
  it('groups by person, names the status, the due date and the reason, within 100 columns', async () => {
    const { code, out, err } = await muster(await folderWithAgency(), ['evaluate', '--agency', 'a.json', '--as-of', '2026-01-10']);
    expect([code, err]).toEqual([0, '']);
    const lines = out.split('\n');
    expect(lines[0]).toBe('Bayou Ridge Supported Employment, as of 10 Jan 2026');
    expect(lines).toContain('José Đặng-Muñoz (p1)');
    expect(lines).toContain('Delta Staffing (vendor v1)');
    expect(lines.some((line) => /^ {2}LA-BGC +Overdue +2 Mar 2025 +\S/.test(line))).toBe(true);
    expect(lines.at(-2)).toMatch(/^\d+ standings, \d+ findings? \(\d+ % compliant\)\.$/);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});

describe('muster evaluate', () => {
  it('exits 1 on findings only where that is asked for', async () => {
    const folder = await folderWithAgency();
    expect((await muster(folder, ['evaluate', '--agency', 'a.json', '--as-of', '2026-01-10', '--fail-on-findings'])).code).toBe(1);
    const { people: _people, evidence: _evidence, exclusionChecks: _checks, decisions: _decisions, vendors: _vendors, teams: _teams, acknowledgements: _known, listVersions: _versions, monthRecords: _months, agencyRecords: _records, agency, ...rest } = sampleJson();
    await writeFile(path.join(folder, 'empty.json'), JSON.stringify({ ...rest, agency: { ...(agency as JsonObject), packs: [] }, people: [], evidence: [] }));
    expect((await muster(folder, ['evaluate', '--agency', 'empty.json', '--fail-on-findings'])).code).toBe(0);
  });

  it.each<[string, readonly string[], string]>([
    ['no agency', [], '--agency is missing, add --agency FILE'],
    ['a missing file', ['--agency', 'b.json'], 'b.json: there is no such file, check the path'],
    ['a folder', ['--agency', '.'], '.: is a folder, name the file in it'],
    ['a day that does not exist', ['--agency', 'a.json', '--as-of', '2026-02-30'], '--as-of: "2026-02-30" is not a date of the calendar, write it as YYYY-MM-DD'],
    ['a period that ends first', ['--agency', 'a.json', '--from', '2026-02-02', '--to', '2026-02-01'], '--to 2026-02-01 lies before --from 2026-02-02, swap them'],
    ['half a period', ['--agency', 'a.json', '--from', '2026-02-02'], '--from begins a period, add --to D where it ends'],
    ['the other half', ['--agency', 'a.json', '--to', '2026-02-02'], '--to ends a period, add --from D where it begins'],
    ['a day and a period', ['--agency', 'a.json', '--as-of', '2026-02-02', '--from', '2026-02-02', '--to', '2026-02-02'], '--as-of names one day and --from with --to a period, keep one of them'],
    ['a moment that is none', ['--agency', 'a.json', '--known-at', 'noon'], '--known-at: "noon" is neither a date (YYYY-MM-DD) nor an instant in UTC such as 2026-03-19T14:05:00Z'],
    ['an unknown person', ['--agency', 'a.json', '--person', 'p9'], '--person: nobody has the id "p9", did you mean p1?'],
    ['an unknown format', ['--agency', 'a.json', '--format', 'xml'], '--format: "xml" is not one of table, json'],
    ['a misspelt option', ['--agency', 'a.json', '--as-off', '2026-01-01'], 'unknown option --as-off, did you mean --as-of?'],
    ['a short option', ['-x'], 'unknown option -x, use --agency, --as-of, --from, --to, --known-at, --person, --all, --format, --fail-on-findings'],
    ['a stray word', ['a.json'], 'unexpected "a.json", every value follows its option'],
    ['an option without its value', ['--agency', '--all'], '--agency needs a value: --agency FILE'],
    ['an empty value', ['--agency', ''], '--agency is empty, write --agency FILE'],
    ['a value where none belongs', ['--agency', 'a.json', '--all=yes'], '--all takes no value, write it alone'],
    ['an option given twice', ['--agency', 'a.json', '--agency', 'b.json'], '--agency is given twice, keep one'],
  ])('refuses %s in one line', async (_what, argv, line) => {
    expect(await muster(await folderWithAgency(), ['evaluate', ...argv])).toEqual(refused(`evaluate: ${line}`));
  });

  it('refuses a file that does not hold together, naming file, path and mend', async () => {
    const folder = await folderForTest();
    await writeFile(path.join(folder, 'bad.json'), JSON.stringify({ ...sampleJson(), peeple: [] }));
    await writeFile(path.join(folder, 'cut.json'), JSON.stringify(sampleJson()).slice(0, 60));
    await writeFile(path.join(folder, 'empty.json'), '');
    expect(await muster(folder, ['evaluate', '--agency', 'bad.json'])).toEqual(refused('evaluate: bad.json: peeple: unknown key, did you mean people?'));
    expect(await muster(folder, ['evaluate', '--agency', 'cut.json'])).toEqual(refused('evaluate: cut.json: line 1, column 61: the JSON ends too early, the file was cut short'));
    expect(await muster(folder, ['evaluate', '--agency', 'empty.json'])).toEqual(refused('evaluate: empty.json: the file is empty, choose a .muster file or an agency.json'));
  });
});
