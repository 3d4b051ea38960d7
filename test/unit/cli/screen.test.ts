import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAgencyFile, type AgencyFileContent } from '../../../shared/agency-file/read.ts';
import { unpackCopy } from '../../../shared/screening/lists/kept-copy.ts';
import { folderForTest, muster, refused } from './run.ts';

const heads = 'LASTNAME,FIRSTNAME,MIDNAME,BUSNAME,GENERAL,SPECIALTY,UPIN,NPI,DOB,ADDRESS,CITY,STATE,ZIP,EXCLTYPE,EXCLDATE,REINDATE,WAIVERDATE,WVRSTATE';
type Entry = { readonly family?: string; readonly given?: string; readonly business?: string; readonly born?: string; readonly on?: string; readonly back?: string };
const rowOf = ({ family = '', given = '', business = '', born = '', on = '20240110', back = '00000000' }: Entry): string =>
  [family, given, '', business, 'SYNTHETIC', '', '', '0000000000', born, '1 EXAMPLE ST', 'EXAMPLE', 'LA', '70000', '1128a1', on, back, '00000000', ''].map((each) => `"${each}"`).join(',');
const leie = (entries: readonly Entry[]): string => `${[heads, ...entries.map(rowOf)].join('\r\n')}\r\n`;

const entries: readonly Entry[] = [
  { family: 'ARCENEAUX', given: 'DELPHINE', born: '19800203' },
  { family: 'HOLLOWAY', given: 'GIDEON', born: '19710505' },
  { family: 'PELTIER', given: 'NADINE', born: '19550505', on: '20260301' },
  { family: 'ZELLER', given: 'OSWALD', born: '19600101' },
];

const employment = (id: string, more: object = {}) => [{ id: `${id}-e`, kind: 'employee', hiredOn: '2025-01-06', directCare: true, roles: [{ role: 'ips-specialist', from: '2025-01-06' }], ...more }];
const person = (id: string, given: string, family: string, birthDate: string | null, more: object = {}) =>
  ({ id, names: [{ kind: 'legal', given, family }], ...(birthDate === null ? {} : { birthDate }), employments: employment(id, more) });
const planned = { hiredOn: undefined, plannedHireOn: '2026-05-04', roles: [{ role: 'ips-specialist', from: '2026-05-04' }] };
const agency = (more: object = {}) => ({
  format: 'muster-agency', version: 1, agency: { name: 'Bayou Sample Agency', packs: ['la-medicaid'], timeZone: 'America/Chicago' },
  people: [
    person('p1', 'Delphine', 'Arceneaux', '1980-02-03'),
    person('p2', 'Gideon', 'Holloway', null),
    person('p3', 'Nadine', 'Peltier', '1990-07-07'),
    person('p4', 'Yolanda', 'Quarles', '1991-01-01'),
    person('p5', 'Left', 'Yesterday', '1991-01-01', { endedOn: '2026-03-18' }),
    person('p6', 'Leaves', 'Today', '1991-01-01', { endedOn: '2026-03-19' }),
    person('p7', 'Never', 'Came', '1991-01-01', { ...planned, withdrawnOn: '2026-03-01' }),
    person('p8', 'Comes', 'Later', '1991-01-01', planned),
  ],
  vendors: [
    { id: 'v1', name: 'Delta Staffing', kind: 'staffing', from: '2024-01-01', to: '2026-03-19' },
    { id: 'v2', name: 'Gone Staffing', kind: 'staffing', from: '2024-01-01', to: '2026-03-18' },
    { id: 'v3', name: 'Next Staffing', kind: 'staffing', from: '2026-03-20' },
  ],
  evidence: [], ...more,
});

type Printed = {
  readonly list: Readonly<Record<string, unknown>>;
  readonly on: string;
  readonly engine: string;
  readonly elapsedMs: number;
  readonly people: readonly (Readonly<Record<string, unknown>> & {
    readonly personId?: string; readonly vendorId?: string; readonly tier: string; readonly namesSearched: readonly string[];
    readonly candidates: readonly { readonly row: number; readonly tier: string; readonly score: number; readonly parts: readonly { readonly weight: number }[]; readonly record: Readonly<Record<string, string>> }[];
  })[];
};

async function folderWith(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await folderForTest();
  const all = { 'a.json': JSON.stringify(agency()), 'UPDATED.csv': leie(entries), ...files };
  for (const [name, text] of Object.entries(all)) await writeFile(path.join(folder, name), text);
  return folder;
}

async function contentOf(folder: string, name: string): Promise<AgencyFileContent> {
  const read = readAgencyFile(await readFile(path.join(folder, name)), name);
  if (!read.ok) throw new Error(`${name} cannot be read`);
  return read.value;
}

const json = async (folder: string, ...more: readonly string[]): Promise<Printed> => {
  const ran = await muster(folder, ['screen', '--agency', 'a.json', '--list', 'UPDATED.csv', '--format', 'json', ...more]);
  expect(ran.code, ran.err).toBe(0);
  return JSON.parse(ran.out) as Printed;
};

describe('muster screen --format json', () => {
  it('prints the list, the engine and everybody searched under the documented keys', async () => {
    const printed = await json(await folderWith());
    expect(Object.keys(printed)).toEqual(['list', 'on', 'engine', 'elapsedMs', 'people']);
    expect(printed.list).toMatchObject({ kind: 'oig-leie', name: 'UPDATED.csv', sha256: createHash('sha256').update(leie(entries)).digest('hex'), rows: 4, newestAction: '2026-03-01' });
    expect(printed.on).toBe('2026-03-19');
    const [first] = printed.people;
    expect(Object.keys(first ?? {})).toEqual(['personId', 'namesSearched', 'tier', 'candidates']);
    expect(first).toMatchObject({ personId: 'p1', tier: 'strong' });
    expect(first?.candidates[0]).toMatchObject({ row: 2, tier: 'strong', record: { LASTNAME: 'ARCENEAUX', FIRSTNAME: 'DELPHINE', DOB: '19800203' } });
    for (const { candidates } of printed.people) {
      for (const candidate of candidates) {
        expect(Object.keys(candidate)).toEqual(expect.arrayContaining(['row', 'tier', 'score', 'parts', 'record']));
        for (const part of candidate.parts) expect(Object.keys(part)).toEqual(expect.arrayContaining(['part', 'ours', 'theirs', 'verdict', 'weight']));
        expect(candidate.parts.reduce((sum, part) => sum + part.weight, 0)).toBe(candidate.score);
      }
    }
  });

  it('searches whoever is employed, expected or engaged on the day, and nobody else', async () => {
    const whom = ({ people }: Printed) => people.map(({ personId, vendorId }) => personId ?? vendorId);
    const folder = await folderWith();
    expect(whom(await json(folder))).toEqual(['p1', 'p2', 'p3', 'p4', 'p6', 'p8', 'v1']);
    expect(whom(await json(folder, '--on', '2026-03-18'))).toEqual(['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p8', 'v1', 'v2']);
    expect(whom(await json(folder, '--on', '2026-03-20'))).toEqual(['p1', 'p2', 'p3', 'p4', 'p8', 'v3']);
  });

  it('tells strong from possible, weak and none', async () => {
    const printed = await json(await folderWith());
    expect(printed.people.map(({ personId, vendorId, tier }) => `${personId ?? vendorId ?? ''} ${tier}`)).toEqual(['p1 strong', 'p2 possible', 'p3 weak', 'p4 none', 'p6 none', 'p8 none', 'v1 none']);
  });

  it('takes today of the agency, wherever the computer is', async () => {
    const folder = await folderWith();
    const late = await muster(folder, ['screen', '--agency', 'a.json', '--list', 'UPDATED.csv', '--format', 'json'], Date.UTC(2026, 2, 19, 4, 59));
    expect((JSON.parse(late.out) as Printed).on).toBe('2026-03-18');
  });
});

describe('muster screen as a table', () => {
  it('puts the surest first, counts the rest, and stays within 100 columns', async () => {
    const long = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch-Hebert';
    const people = [...agency().people, person('p9', 'Aurelia', long, '1980-01-01')];
    const folder = await folderWith({ 'a.json': JSON.stringify(agency({ people })), 'UPDATED.csv': leie([...entries, { family: 'HEBERT', given: 'AURELIA', born: '19800101' }]) });
    const { code, out, err } = await muster(folder, ['screen', '--agency', 'a.json', '--list', 'UPDATED.csv']);
    expect(code, err).toBe(0);
    const lines = out.split('\n');
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
    expect(out).toMatch(/^OIG List of Excluded Individuals and Entities: UPDATED\.csv, 5 entries, newest of 1 Mar 2026\nSearched on 19 Mar 2026 for 7 people and 1 vendor, under \d+ names/);
    const at = (text: string): number => lines.findIndex((line) => line.startsWith(text));
    expect(at('Delphine Arceneaux (p1): strong')).toBeGreaterThan(0);
    expect(at('Gideon Holloway (p2): possible')).toBeGreaterThan(at('Delphine Arceneaux (p1): strong'));
    expect(at('Nadine Peltier (p3): weak')).toBeGreaterThan(at('Gideon Holloway (p2): possible'));
    expect(out).not.toContain('Quarles');
    expect(out).toMatch(/strong \d, possible \d, weak \d, none \d\n\d of 8 have a match that a person must decide/);
  });
});

describe('warnings', () => {
  it('go to standard error, one line each', async () => {
    const ran = await muster(await folderWith(), ['screen', '--agency', 'a.json', '--list', 'UPDATED.csv', '--format', 'json', '--on', '2026-06-30']);
    const lines = ran.err.trimEnd().split('\n');
    expect(lines).toEqual([
      expect.stringMatching(/^Warning: UPDATED\.csv: This file has 4 entries; the whole list has more than 60000\./),
      expect.stringMatching(/^Warning: UPDATED\.csv: This list may be out of date/),
      'Warning: UPDATED.csv: 30 Jun 2026 lies ahead; today is 19 Mar 2026. What is searched is the list as it is now.',
    ]);
    expect(() => JSON.parse(ran.out) as unknown).not.toThrow();
  });

  it('name a supplement, which is searched and never recorded', async () => {
    const folder = await folderWith({ '2602EXCL.csv': leie(entries), '2602REIN.csv': leie(entries.map((each) => ({ ...each, back: '20260210' }))) });
    const looked = await muster(folder, ['screen', '--agency', 'a.json', '--list', '2602EXCL.csv']);
    expect([looked.code, looked.err]).toEqual([0, expect.stringContaining("Warning: 2602EXCL.csv: This file holds one month's additions")]);
    for (const [name, what] of [['2602EXCL.csv', 'one month\'s additions'], ['2602REIN.csv', 'those one month took off the list']] as const) {
      const ran = await muster(folder, ['screen', '--agency', 'a.json', '--list', name, '--out', 'b.muster']);
      expect(ran).toEqual(refused(`screen: ${name}: lists only ${what}, so a search of it proves nothing and is not recorded; give the full file, or leave --out out`));
    }
    expect(await readdir(folder)).not.toContain('b.muster');
  });
});

describe('muster screen --out', () => {
  const out = async (folder: string, from: string, to: string, ...more: readonly string[]) => {
    const ran = await muster(folder, ['screen', '--agency', from, '--list', 'UPDATED.csv', '--out', to, ...more]);
    expect(ran.code, ran.err).toBe(0);
    return ran;
  };

  it('records a check for everybody, and the version of the list with its copy in an archive', async () => {
    const folder = await folderWith();
    const ran = await out(folder, 'a.json', 'b.muster', '--reason', 'A list for trying out.');
    expect(ran.err).toContain('Wrote b.muster: 7 checks of 2026-03-19 (5 clear, 2 possible).\n');
    const { file, documents } = await contentOf(folder, 'b.muster');
    const [version] = file.listVersions ?? [];
    expect(version).toMatchObject({ list: 'oig-leie', name: 'UPDATED.csv', rows: 4, scope: 'full', source: 'file', newestAction: '2026-03-01', reason: 'A list for trying out.', recordedAt: '2026-03-19T12:00:00.000Z' });
    const document = file.documents?.find(({ id }) => id === version?.documents?.[0]?.id);
    expect(document).toMatchObject({ name: 'UPDATED.csv.gz', mediaType: 'application/gzip', vault: 'personnel' });
    const copy = unpackCopy(documents.get(document?.sha256 ?? '') ?? new Uint8Array());
    expect(copy.ok && new TextDecoder().decode(copy.value)).toBe(leie(entries));
    expect(file.exclusionChecks?.map(({ personId, vendorId, outcome }) => `${personId ?? vendorId ?? ''} ${outcome}`)).toEqual(['p1 possible', 'p2 possible', 'p3 clear', 'p4 clear', 'p6 clear', 'p8 clear', 'v1 clear']);
    expect(file.exclusionChecks?.[0]).toMatchObject({ method: 'whole-list', checkedOn: '2026-03-19', listVersion: { name: 'UPDATED.csv', sha256: version?.sha256, rows: 4 }, search: { listVersionId: version?.id, tier: 'strong' } });
  });

  it('keeps a version once, in a bare file without the copy, and gives an archive its copy later', async () => {
    const folder = await folderWith();
    await out(folder, 'a.json', 'b.json');
    await out(folder, 'b.json', 'b.json', '--on', '2026-04-02');
    const bare = await contentOf(folder, 'b.json');
    expect([bare.file.listVersions?.length, bare.file.listVersions?.[0]?.documents, bare.file.documents, bare.file.exclusionChecks?.length]).toEqual([1, undefined, undefined, 13]);
    await out(folder, 'b.json', 'c.muster', '--on', '2026-05-02');
    await out(folder, 'c.muster', 'd.muster', '--on', '2026-06-02');
    const { file, documents } = await contentOf(folder, 'd.muster');
    expect([file.listVersions?.length, file.listVersions?.filter((version) => version.documents !== undefined).length, documents.size]).toEqual([2, 1, 1]);
  });

  it('remembers what was decided about the same person and the same row', async () => {
    const folder = await folderWith();
    await out(folder, 'a.json', 'b.json');
    const { file } = await contentOf(folder, 'b.json');
    const check = file.exclusionChecks?.find(({ personId }) => personId === 'p1');
    const candidate = check?.search?.candidates[0];
    const decision = {
      id: 'n1', personId: 'p1', list: 'oig-leie', checkId: check?.id, rowDigest: candidate?.digest, verdict: 'not-the-person', decidedOn: '2026-03-20', reason: 'Another person.',
      identity: check?.search?.identity, record: candidate?.record, recordedAt: '2026-03-20T12:00:00Z',
    };
    await writeFile(path.join(folder, 'c.json'), JSON.stringify({ ...file, decisions: [decision] }));
    await out(folder, 'c.json', 'd.json', '--on', '2026-04-02');
    const later = (await contentOf(folder, 'd.json')).file.exclusionChecks?.find(({ personId, checkedOn }) => personId === 'p1' && checkedOn === '2026-04-02');
    expect([later?.outcome, later?.search?.candidates[0]?.decisionId]).toEqual(['clear', 'n1']);
  });

  it('is refused in a month that is closed, and writes nothing', async () => {
    const close = { id: 'm1', kind: 'close', month: '2026-03', closedOn: '2026-03-31', holes: [], recordedAt: '2026-03-31T12:00:00Z' };
    const folder = await folderWith({ 'a.json': JSON.stringify(agency({ monthRecords: [close] })) });
    const ran = await muster(folder, ['screen', '--agency', 'a.json', '--list', 'UPDATED.csv', '--out', 'b.muster']);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toMatch(/^muster: screen: The check \S+ is dated in March 2026, which was closed on 31 Mar 2026\. [^\n]+ Nothing was written\.\n$/);
    expect((await readdir(folder)).sort()).toEqual(['UPDATED.csv', 'a.json']);
    expect((await muster(folder, ['screen', '--agency', 'a.json', '--list', 'UPDATED.csv', '--out', 'b.muster', '--on', '2026-04-01'])).code).toBe(0);
  });
});

describe('muster screen refuses in one line', () => {
  const good = rowOf(entries[0] ?? {});
  it.each<[string, Readonly<Record<string, string>>, readonly string[], RegExp]>([
    ['no list', {}, ['--agency', 'a.json'], /^--list is missing, add --list FILE, or --replay to search every recorded list again$/],
    ['a list that is not there', {}, ['--agency', 'a.json', '--list', 'none.csv'], /^none\.csv: there is no such file, check the path$/],
    ['an unknown kind', {}, ['--agency', 'a.json', '--list', 'UPDATED.csv', '--kind', 'leie'], /^--kind: "leie" is not one of oig-leie, la-adverse-actions, sam, nc-excluded-providers$/],
    ['a list of another kind', {}, ['--agency', 'a.json', '--list', 'UPDATED.csv', '--kind', 'sam'], /^UPDATED\.csv is the OIG List .*, not the SAM/],
    ['a web page', { 'l.csv': '<!doctype html><title>Sorry</title>' }, ['--agency', 'a.json', '--list', 'l.csv'], /^l\.csv is a web page, not a list/],
    ['an empty file', { 'l.csv': '' }, ['--agency', 'a.json', '--list', 'l.csv'], /^l\.csv is empty\./],
    ['a row with a cell too few', { 'l.csv': `${heads}\r\n${good}\r\n${good.slice(0, -3)}\r\n${good}\r\n` }, ['--agency', 'a.json', '--list', 'l.csv'], /^l\.csv, row 3: the row has too few cells/],
    ['a date that does not exist', { 'l.csv': leie([{ family: 'A', given: 'B', born: '19800230' }]) }, ['--agency', 'a.json', '--list', 'l.csv'], /^l\.csv, row 2, column DOB: “19800230” is no date/],
    ['a day that does not exist', {}, ['--agency', 'a.json', '--list', 'UPDATED.csv', '--on', '2026-02-30'], /^--on: "2026-02-30" is not a date of the calendar/],
    ['an agency file that is none', { 'x.json': '{}' }, ['--agency', 'x.json', '--list', 'UPDATED.csv'], /^x\.json/],
  ])('%s, and writes nothing', async (_what, files, argv, line) => {
    const folder = await folderWith(files);
    const before = await readdir(folder);
    const ran = await muster(folder, ['screen', ...argv, '--out', 'out.muster']);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toMatch(/^muster: screen: [^\n]+\n$/);
    expect(ran.err.slice('muster: screen: '.length).trimEnd()).toMatch(line);
    expect(await readdir(folder)).toEqual(before);
  });
});

describe('options without a meaning', () => {
  it.each<[string, readonly string[], string]>([
    ['a reason where nothing is recorded', ['--list', 'UPDATED.csv', '--reason', 'x'], '--reason is kept with what is recorded, add --out AGENCY'],
    ['--out with --replay', ['--replay', '--out', 'b.json'], '--out has no meaning with --replay, which changes nothing, leave it out'],
    ['--on with --replay', ['--replay', '--on', '2026-03-19'], '--on has no meaning with --replay, which changes nothing, leave it out'],
    ['--kind without a file', ['--replay', '--kind', 'sam'], '--kind says which list a file is, add --list FILE'],
  ])('are refused: %s', async (_what, argv, line) => {
    const folder = await folderWith();
    expect(await muster(folder, ['screen', '--agency', 'a.json', ...argv])).toEqual(refused(`screen: ${line}`));
    expect((await readdir(folder)).sort()).toEqual(['UPDATED.csv', 'a.json']);
  });
});

describe('muster screen --replay', () => {
  const replay = (folder: string, agencyFile: string, ...more: readonly string[]) => muster(folder, ['screen', '--agency', agencyFile, '--replay', ...more]);
  const recorded = async (name: string): Promise<string> => {
    const folder = await folderWith();
    for (const [from, on] of [['a.json', '2026-03-19'], [name, '2026-04-02']] as const) {
      const ran = await muster(folder, ['screen', '--agency', from, '--list', 'UPDATED.csv', '--out', name, '--on', on]);
      expect(ran.code, ran.err).toBe(0);
    }
    return folder;
  };

  it('finds the same again in the copies an archive holds', async () => {
    const folder = await recorded('b.muster');
    const ran = await replay(folder, 'b.muster');
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out).toMatch(/^13 recorded searches of 1 list made again \(muster-match \d+\)\.\nOIG LEIE, UPDATED\.csv \([0-9a-f]{12}\): from its kept copy\n\n13 the same\n$/);
  });

  it('needs the file where there is no copy, and says which', async () => {
    const folder = await recorded('b.json');
    const without = await replay(folder, 'b.json');
    expect([without.code, without.out]).toEqual([1, expect.stringContaining('UPDATED.csv (') as string]);
    expect(without.out).toContain('not at hand; give the file with --list\n');
    expect(without.out).toContain('13 not searched again: the list is not at hand\n');
    expect((await replay(folder, 'b.json', '--list', 'UPDATED.csv')).code).toBe(0);
    await writeFile(path.join(folder, 'other.csv'), leie(entries.slice(1)));
    expect((await replay(folder, 'b.json', '--list', 'other.csv')).code).toBe(1);
  });

  it('names whose search came out differently, and in what', async () => {
    const folder = await recorded('b.json');
    const { file } = await contentOf(folder, 'b.json');
    const [first, second, ...others] = file.exclusionChecks ?? [];
    const search = first?.search;
    const [candidate] = search?.candidates ?? [];
    const changed = { ...first, search: { ...search, tier: 'weak', candidates: [{ ...candidate, score: 1 }] } };
    const older = { ...second, search: { ...second?.search, engine: 'muster-match 0' } };
    await writeFile(path.join(folder, 'c.json'), JSON.stringify({ ...file, exclusionChecks: [changed, older, ...others] }));
    const ran = await replay(folder, 'c.json', '--list', 'UPDATED.csv');
    expect(ran.code).toBe(1);
    expect(ran.out.replaceAll('\n', ' ')).toContain('Delphine Arceneaux (p1), OIG LEIE, 19 Mar 2026: different (tier, candidates[0].score)');
    expect(ran.out.replaceAll('\n', ' ')).toContain('Gideon Holloway (p2), OIG LEIE, 19 Mar 2026: made by another version of the matching');
    const printed = JSON.parse((await replay(folder, 'c.json', '--list', 'UPDATED.csv', '--format', 'json')).out) as { readonly counts: object; readonly checks: readonly object[] };
    expect(printed.counts).toEqual({ same: 11, different: 1, 'other-engine': 1, 'list-missing': 0, 'list-changed': 0 });
    expect(printed.checks[0]).toEqual({ checkId: first?.id, personId: 'p1', list: 'oig-leie', checkedOn: '2026-03-19', result: 'different', fields: ['tier', 'candidates[0].score'] });
  });

  it('has nothing to do where no search is on record', async () => {
    const ran = await replay(await folderWith(), 'a.json');
    expect(ran).toEqual({ code: 0, out: 'No search of a whole list is on record, so there is nothing to search again.\n', err: '' });
  });
});
