import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { agencyWith } from '../report/agency-packet/fixture.ts';
import { folderForTest, muster, refused } from './run.ts';

const at = ['--as-of', '2026-03-31', '--generated-at', '2026-04-02T14:05:00Z'];

async function folder(): Promise<string> {
  const made = await folderForTest();
  await writeFile(path.join(made, 'a.json'), JSON.stringify(agencyWith([], { teams: [], people: [] })));
  return made;
}

describe('muster binder --packet', () => {
  it('writes one file about the agency, even one without people, and tells name, pages, bytes and SHA-256', async () => {
    const cwd = await folder();
    const ran = await muster(cwd, ['binder', '--agency', 'a.json', '--out', 'out', '--packet', ...at]);
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/^Invented Agency, Inc - agency packet as of 2026-03-31\.pdf\t\d+ pages\t\d+ bytes\t[0-9a-f]{64}\n$/);
    expect(await readdir(path.join(cwd, 'out'))).toEqual(['Invented Agency, Inc - agency packet as of 2026-03-31.pdf']);
  });

  it.each([
    [['--person', 'p1'], '--person: the agency packet is one file about the whole agency, leave the option out'],
    [['--layout', 'one-file'], '--layout: the agency packet is one file about the whole agency, leave the option out'],
  ])('refuses %j', async (options, words) => {
    const cwd = await folder();
    expect(await muster(cwd, ['binder', '--agency', 'a.json', '--out', 'out', '--packet', ...options])).toEqual(refused(`binder: ${words}`));
    expect(await readdir(cwd)).toEqual(['a.json']);
  });
});
