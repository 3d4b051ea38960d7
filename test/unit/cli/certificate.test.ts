import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { agency, clean } from '../report/certificate-fixture.ts';
import { folderForTest, muster, refused } from './run.ts';

const at = ['--as-of', '2026-04-02', '--generated-at', '2026-04-02T14:05:00Z'];

async function folderWith(file: object): Promise<string> {
  const folder = await folderForTest();
  await writeFile(path.join(folder, 'a.json'), JSON.stringify(file));
  return folder;
}

describe('muster certificate', () => {
  it('writes one file for the agency and tells name, pages, bytes and SHA-256; again the same bytes', async () => {
    const folder = await folderWith(clean());
    const ran = await muster(folder, ['certificate', '--agency', 'a.json', '--month', '2026-03', '--out', 'one', ...at]);
    expect(ran.code).toBe(0);
    const name = 'Invented Agency, Inc - exclusion certificate 2026-03.pdf';
    expect(ran.out).toMatch(new RegExp(`^${name}\\t2 pages\\t\\d+ bytes\\t[0-9a-f]{64}\\n$`));
    expect((await muster(folder, ['certificate', '--agency', 'a.json', '--month', '2026-03', '--out', 'two', ...at])).out).toBe(ran.out);
    expect(await readFile(path.join(folder, 'one', name))).toEqual(await readFile(path.join(folder, 'two', name)));
    expect(await readdir(path.join(folder, 'one'))).toEqual([name]);
  });

  it('writes one for each person named, once', async () => {
    const folder = await folderWith(clean());
    const ran = await muster(folder, ['certificate', '--agency', 'a.json', '--month', '2026-03', '--out', 'out', '--person', 'p2', '--person', 'p1', '--person', 'p2', ...at]);
    expect(ran.out.split('\n').map((line) => line.split('\t')[0])).toEqual(['Amand, Zoë - exclusion certificate 2026-03.pdf', 'Duarte, Ana - exclusion certificate 2026-03.pdf', '']);
  });

  it.each([
    [['--month', '2026-13'], '--month: "2026-13" is not a calendar month, write it as 2026-03'],
    [['--month', 'March'], '--month: "March" is not a calendar month, write it as 2026-03'],
    [['--month', '2026-05'], '--month 2026-05: lies after 2026-04-02, the day looked at; name a month that has begun, or --as-of a later day'],
    [['--month', '2026-03', '--person', 'p9'], '--person: nobody has the id "p9", did you mean p1?'],
    [['--month', '2026-03', '--generated-at', 'noon'], '--generated-at: "noon" is not an instant in UTC, write it as 2026-03-19T14:05:00Z'],
  ])('refuses %j in one line and leaves nothing behind', async (options, words) => {
    const folder = await folderWith(agency(clean().people, []));
    const ran = await muster(folder, ['certificate', '--agency', 'a.json', '--out', 'out', '--as-of', '2026-04-02', ...options]);
    expect(ran).toEqual(refused(`certificate: ${words}`));
    expect(await readdir(folder)).toEqual(['a.json']);
  });
});
