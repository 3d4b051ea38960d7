import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { serialiseAgency } from '../../../shared/agency-file/write.ts';
import { demoAgency } from '../../../shared/demo/demo-agency.ts';
import { day } from '../agenda/samples.ts';
import { folderForTest, muster, refused } from './run.ts';

const { file } = demoAgency(day('2026-03-19'));

async function withAgency(): Promise<string> {
  const folder = await folderForTest();
  await writeFile(path.join(folder, 'a.json'), serialiseAgency(file));
  return folder;
}

const eventsIn = async (folder: string, name: string): Promise<readonly ICAL.Event[]> =>
  new ICAL.Component(ICAL.parse(await readFile(path.join(folder, name), 'utf8')) as unknown[]).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));

describe('muster calendar', { timeout: 60_000 }, () => {
  it('writes every deadline, the same bytes for the same file and day', async () => {
    const folder = await withAgency();
    const ran = await muster(folder, ['calendar', '--agency', 'a.json', '--out', 'new/a.ics']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    const events = await eventsIn(folder, 'new/a.ics');
    const live = events.filter((event) => event.component.getFirstPropertyValue('status') === 'CONFIRMED');
    expect(ran.out).toBe(`new/a.ics\t${live.length} deadlines\n`);
    expect(live.length).toBeGreaterThan(100);
    expect(live.some((event) => event.summary === 'Denise Thibodeaux-Marsh: CPR and First Aid expires' && event.startDate.toString() === '2026-04-06')).toBe(true);
    await muster(folder, ['calendar', '--agency', 'a.json', '--out', 'b.ics', '--as-of', '2026-03-19'], Date.UTC(2030, 1, 1));
    expect(await readFile(path.join(folder, 'b.ics'))).toEqual(await readFile(path.join(folder, 'new/a.ics')));
  });

  it('leaves out names, alarms and areas where asked', async () => {
    const folder = await withAgency();
    expect((await muster(folder, ['calendar', '--agency', 'a.json', '--out', 'a.ics', '--no-names', '--no-alarms', '--area', 'staff'])).code).toBe(0);
    const text = await readFile(path.join(folder, 'a.ics'), 'utf8');
    for (const name of file.people.flatMap((person) => person.names)) expect(text).not.toContain(name.family);
    expect(text).toContain('SUMMARY:DTM: CPR and First Aid expires');
    expect(text).not.toContain('VALARM');
    expect(text).not.toContain('CATEGORIES:Exclusion checks');
  });

  it.each([
    [['--agency', 'a.json'], '--out is missing, add --out FILE.ics'],
    [['--agency', 'a.json', '--out', 'a.txt'], '--out a.txt: a calendar is a file whose name ends in .ics'],
    [['--agency', 'none.json', '--out', 'a.ics'], 'none.json: there is no such file, check the path'],
    [['--agency', 'a.json', '--out', 'a.ics', '--as-of', '2026-02-30'], '--as-of: "2026-02-30" is not a date of the calendar, write it as YYYY-MM-DD'],
    [['--agency', 'a.json', '--out', 'a.ics', '--area', 'people'], '--area: "people" is not one of staff, exclusions, papers, accreditation, fidelity, teams, surveys'],
  ])('refuses %j and writes nothing', async (argv, line) => {
    const folder = await withAgency();
    expect(await muster(folder, ['calendar', ...argv])).toEqual(refused(`calendar: ${line}`));
    expect(await readdir(folder)).toEqual(['a.json']);
  });
});
