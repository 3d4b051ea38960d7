import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { readAgencyFile } from '../../../shared/agency-file/read.ts';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { serialiseAgency } from '../../../shared/agency-file/write.ts';
import { sampleFile } from '../agency-file/sample.ts';
import { folderForTest, muster, refused } from './run.ts';

async function agencyIn(folder: string, name: string): Promise<AgencyFile> {
  const read = readAgencyFile(await readFile(path.join(folder, name)), name);
  if (!read.ok) throw new Error(`${name} cannot be read`);
  return read.value.file;
}

// Files are forced to the disk before they are renamed, which takes as long as the disk pleases.
const patient = { timeout: 60_000 };

describe('muster demo', patient, () => {
  it('writes the agency, its spreadsheets and its lists, the same for the same day', async () => {
    const folder = await folderForTest();
    const ran = await muster(folder, ['demo', '--out', 'new/demo', '--today', '2026-03-19']);
    expect([ran.code, ran.out]).toEqual([0, '']);
    expect((await readdir(path.join(folder, 'new/demo'))).sort()).toEqual([
      'adverse-actions-synthetic.csv', 'agency.json', 'demo.muster', 'evidence.csv', 'exclusion-checks.csv', 'leie-synthetic.csv', 'nc-excluded-providers-synthetic.csv', 'roster.csv', 'sam-synthetic.csv',
    ]);
    expect((await agencyIn(folder, 'new/demo/demo.muster')).agency.synthetic).toBe(true);
    expect(await agencyIn(folder, 'new/demo/agency.json')).toEqual(await agencyIn(folder, 'new/demo/demo.muster'));
    await muster(folder, ['demo', '--out', 'again'], Date.UTC(2026, 2, 19, 12));
    expect(await readFile(path.join(folder, 'again/demo.muster'))).toEqual(await readFile(path.join(folder, 'new/demo/demo.muster')));
  });

  it.each([['2026-02-30', '--today: "2026-02-30" is not a date of the calendar, write it as YYYY-MM-DD'], ['9999-12-31', '--today 9999-12-31: the demo can be dated from 2010 to 2100, choose a day between']])('refuses to be dated %s', async (day, line) => {
    const folder = await folderForTest();
    expect(await muster(folder, ['demo', '--out', 'd', '--today', day])).toEqual(refused(`demo: ${line}`));
    expect(await readdir(folder)).toEqual([]);
  });

  it('leaves nothing behind where it cannot write', async () => {
    const folder = await folderForTest();
    await writeFile(path.join(folder, 'file'), 'mine');
    const ran = await muster(folder, ['demo', '--out', 'file']);
    expect(ran).toEqual(refused(`demo: ${path.join(folder, 'file').slice(0, 60)}${path.join(folder, 'file').length > 60 ? '…' : ''}: is a file where a folder is needed, choose another folder`));
    await mkdir(path.join(folder, 'half', 'evidence.csv'), { recursive: true });
    expect((await muster(folder, ['demo', '--out', 'half'])).code).toBe(2);
    expect(await readdir(path.join(folder, 'half'))).toEqual(['evidence.csv']);
    expect(await readFile(path.join(folder, 'file'), 'utf8')).toBe('mine');
  });
});

describe('muster import', patient, () => {
  const roster = 'Last name,First name,Birth date,Hire date,Role,Direct care\nGarza,Élodie,1990-02-03,2025-05-05,IPS specialist,Yes\n';
  const evidence = 'Last name,First name,Kind,Performed on,Result\nGarza,Élodie,Background check,2025-04-20,pass\n';

  it('makes a new agency from two spreadsheets, judged by the pack its roles belong to', async () => {
    const folder = await folderForTest();
    await writeFile(path.join(folder, 'r.csv'), roster);
    await writeFile(path.join(folder, 'e.csv'), evidence);
    const ran = await muster(folder, ['import', '--roster', 'r.csv', '--evidence', 'e.csv', '--out', 'a.muster', '--name', 'Garza House']);
    expect([ran.code, ran.err]).toEqual([0, 'Wrote a.muster.\n']);
    expect(ran.out).toContain('people: 1 new, 0 changed, 0 as on file\n');
    const file = await agencyIn(folder, 'a.muster');
    expect([file.agency.name, file.agency.packs, file.people[0]?.names[0]?.given, file.evidence[0]?.kind]).toEqual(['Garza House', ['la-medicaid'], 'Élodie', 'background-check']);
  });

  it('adds to an agency, and adding the same again changes nothing', async () => {
    const folder = await folderForTest();
    await writeFile(path.join(folder, 'a.json'), serialiseAgency(sampleFile()));
    await writeFile(path.join(folder, 'r.csv'), roster);
    expect((await muster(folder, ['import', '--roster', 'r.csv', '--into', 'a.json', '--out', 'b.json'])).code).toBe(0);
    const once = await agencyIn(folder, 'b.json');
    expect(once.people).toHaveLength(3);
    const again = await muster(folder, ['import', '--roster', 'r.csv', '--into', 'b.json', '--out', 'c.json']);
    expect(again.out).toContain('people: 0 new, 0 changed, 1 as on file\n');
    expect(await agencyIn(folder, 'c.json')).toEqual(once);
  });

  it('takes the demo’s own spreadsheets', async () => {
    const folder = await folderForTest();
    await muster(folder, ['demo', '--out', '.', '--today', '2026-03-19']);
    const ran = await muster(folder, ['import', '--roster', 'roster.csv', '--evidence', 'evidence.csv', '--out', 'a.muster']);
    expect([ran.code, ran.err]).toEqual([0, 'Wrote a.muster.\n']);
    const demo = await agencyIn(folder, 'demo.muster');
    const imported = await agencyIn(folder, 'a.muster');
    expect(imported.people.map((person) => [person.id, person.employments.length])).toEqual(demo.people.map((person) => [person.id, person.employments.length]));
    const checks = await muster(folder, ['import', '--evidence', 'exclusion-checks.csv', '--into', 'a.muster', '--out', 'a.muster']);
    expect([checks.code, checks.err]).toEqual([0, 'Wrote a.muster.\n']);
    expect((await agencyIn(folder, 'a.muster')).exclusionChecks?.length).toBeGreaterThan(500);
  });

  it('writes nothing in a dry run, and nothing at all when one row is wrong', async () => {
    const folder = await folderForTest();
    await writeFile(path.join(folder, 'r.csv'), roster);
    expect((await muster(folder, ['import', '--roster', 'r.csv', '--dry-run'])).code).toBe(0);
    await writeFile(path.join(folder, 'bad.csv'), `${roster}Hill,Ada,1990-02-03,2025-02-30,IPS specialist,Yes\n`);
    const ran = await muster(folder, ['import', '--roster', 'bad.csv', '--out', 'a.muster']);
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(/^muster: import: roster, row 3, Hire date “2025-02-30”: [^\n]+Nothing was written\.\n$/);
    expect((await readdir(folder)).sort()).toEqual(['bad.csv', 'r.csv']);
  });

  it.each<[string, readonly string[], string]>([
    ['no file', ['--out', 'a.muster'], '--roster is missing, add --roster FILE, or --evidence FILE with --into'],
    ['evidence of nobody', ['--evidence', 'e.csv', '--out', 'a.muster'], '--evidence alone needs people to belong to, add --roster FILE or --into AGENCY'],
    ['no place to write to', ['--roster', 'r.csv'], '--out is missing, add --out AGENCY, or --dry-run to write nothing'],
    ['a missing roster', ['--roster', 'r.csv', '--out', 'a.muster'], 'r.csv: there is no such file, check the path'],
    ['an unknown pack', ['--roster', 'r.csv', '--out', 'a.muster', '--pack', 'la'], '--pack: "la" is not one of la-medicaid, la-lhcc, la-lhcc-2022, la-amerihealth, nc-state-funded, personnel-file'],
    ['a pack for an agency that has its own', ['--roster', 'r.csv', '--into', 'b.json', '--out', 'a.muster', '--pack', 'la-lhcc'], '--name and --pack are for a new agency, leave them out with --into'],
    ['an unknown order of dates', ['--roster', 'r.csv', '--out', 'a.muster', '--dates', 'uk'], '--dates: "uk" is not one of us, iso, day-first'],
  ])('refuses %s in one line', async (_what, argv, line) => {
    expect(await muster(await folderForTest(), ['import', ...argv])).toEqual(refused(`import: ${line}`));
  });
});

describe('muster binder', patient, () => {
  it('prints a person’s binder, the same bytes for the same moment', async () => {
    const folder = await folderForTest();
    await writeFile(path.join(folder, 'a.json'), serialiseAgency(sampleFile()));
    const argv = ['binder', '--agency', 'a.json', '--person', 'p1', '--as-of', '2026-01-10', '--generated-at', '2026-01-10T12:00:00Z'];
    const ran = await muster(folder, [...argv, '--out', 'b/one']);
    expect(ran.code).toBe(0);
    const [index, side, name = ''] = await readdir(path.join(folder, 'b/one'));
    expect(index).toBe(name.replace(/\.pdf$/, '.html'));
    expect(side).toBe(name.replace(/\.pdf$/, '.manifest.json'));
    expect(ran.out).toMatch(new RegExp(`^${name}\\t\\d+ pages\\t\\d+ bytes\\t[0-9a-f]{64}\\n$`));
    const bytes = await readFile(path.join(folder, 'b/one', name));
    expect((await PDFDocument.load(bytes)).getPageCount()).toBeGreaterThan(1);
    await muster(folder, [...argv, '--out', 'b/two']);
    expect(await readFile(path.join(folder, 'b/two', name))).toEqual(bytes);
  });

  it.each<[string, readonly string[], string]>([
    ['volume 2 without documents', ['--volume', 'both', '--exhibits', 'no'], '--volume: volume 2 holds health documents, and none are bound in without --exhibits yes'],
    ['volume 2 for who gets none', ['--volume', 'both', '--exhibits', 'yes', '--recipient', 'accreditor'], '--volume: volume 2 holds health documents, and Accreditor gets none'],
    ['a recipient nobody knows', ['--recipient', 'x'], '--recipient: "x" is nobody the agency makes binders for, name one of internal, payer, state, accreditor'],
    ['a size that is none', ['--split', '0.5'], '--split: "0.5" is not a size in megabytes from 1 to 10000'],
    ['a key that is none', ['--signing-key', 'a.json'], '--signing-key: a.json: is not a private key without a password, make one with openssl genpkey -algorithm ed25519'],
    ['an unknown person', ['--person', 'q'], '--person: nobody has the id "q", use an id of people in the agency file'],
    ['a moment that is none', ['--generated-at', '2026-01-10'], '--generated-at: "2026-01-10" is not an instant in UTC, write it as 2026-03-19T14:05:00Z'],
  ])('refuses %s in one line and makes no folder', async (_what, argv, line) => {
    const folder = await folderForTest();
    await writeFile(path.join(folder, 'a.json'), serialiseAgency(sampleFile()));
    expect(await muster(folder, ['binder', '--agency', 'a.json', '--out', 'b', ...argv])).toEqual(refused(`binder: ${line}`));
    expect(await readdir(folder)).toEqual(['a.json']);
  });
});
