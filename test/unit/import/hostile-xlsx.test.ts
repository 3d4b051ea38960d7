import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../shared/import/read-table.ts';
import { tableLimits } from '../../../shared/import/table.ts';
import { tableOf, workbook } from './tables.ts';

const sheet = 'xl/worksheets/sheet1.xml';
const whole = unzipSync(workbook([{ name: 'People', rows: '<row r="1"><c r="A1" t="str"><v>Last name</v></c></row><row r="2"><c r="A2" t="str"><v>Guidry</v></c></row>' }]));
const withSheet = (content: Uint8Array, level: 0 | 6): Uint8Array => zipSync({ ...whole, [sheet]: content }, { level });
const codeOf = async (bytes: Uint8Array): Promise<string> => {
  const read = await readTable(bytes, 'roster.xlsx');
  return read.ok ? 'read' : read.error.code;
};

describe('a workbook made to keep the reader busy', () => {
  it('is a bomb where a part unpacks to hundreds of times its size', async () => {
    expect(await codeOf(withSheet(new Uint8Array(2 ** 24), 6))).toBe('bomb');
  });

  it.each([['NULs', '\0'], ['letters', 'a'], ['tags without an end', '<a '], ['brackets', '<']])('is refused at once where megabytes of %s stand in a sheet', async (_what, fill) => {
    const began = performance.now();
    expect(await codeOf(withSheet(strToU8(fill.repeat(2 ** 22 / fill.length)), 0))).toBe('damaged');
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('is read where a cell is as long as cells can be', async () => {
    const xml = new TextDecoder().decode(whole[sheet]);
    const long = 'b'.repeat(tableLimits.cellLength - 1);
    expect((await tableOf(withSheet(strToU8(xml.replace('Guidry', long)), 6), 'roster.xlsx')).rows[0]?.cells).toEqual([long]);
  });
});
