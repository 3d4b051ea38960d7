import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { fileNameOf, safeCell, toCsv, toTsv } from '../../../shared/export-table.ts';
import { csvBytes, xlsxBytes } from '../../../renderer/ui/exporters.ts';
import { readSheet } from 'read-excel-file/universal';

const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '＋1', '－1', '＠x'];
/** Text as people and attackers write it: plain, long, with signs, quotes and line breaks in front. */
const cell = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ','), fc.string()).map(([sign, rest]) => sign + rest));
const table = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.record({
    heads: fc.array(cell, { minLength: width, maxLength: width }),
    rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 }),
  }),
);
const runs = /^[=+\-@\t\r\n]/;

describe('cells that leave the app', () => {
  it.each(dangerous)('takes the sting out of %j', (text) => {
    expect(safeCell(text)).toBe(`'${text}`);
  });

  it.each(['Met', '3 Mar 2026', 'a=b', '', ' -1', 'O’Dwyer-Pruitt, Siobhán', '1-2'])('leaves %j as it is', (text) => {
    expect(safeCell(text)).toBe(text);
  });

  it('no cell of a CSV begins like a formula, and all come back', () => {
    fc.assert(
      fc.property(table, (given) => {
        const read = Papa.parse(toCsv(given), { delimiter: ',', skipEmptyLines: false });
        const rows = read.data.slice(0, given.rows.length + 1);
        expect(rows).toEqual([given.heads, ...given.rows].map((row) => row.map(safeCell)));
        for (const text of rows.flat()) expect(text).not.toMatch(runs);
      }),
    );
  });

  it('pasted text keeps rows and columns', () => {
    fc.assert(
      fc.property(table, (given) => {
        const lines = toTsv(given).split('\r\n');
        expect(lines).toHaveLength(given.rows.length + 1);
        for (const line of lines) {
          expect(line.split('\t')).toHaveLength(given.heads.length);
          for (const text of line.split('\t')) expect(text).not.toMatch(runs);
        }
      }),
    );
  });

  it('copies without heads where only a part is chosen', () => {
    expect(toTsv({ heads: ['A'], rows: [['x'], ['y']] }, false)).toBe('x\r\ny');
  });

  it('marks a CSV as UTF-8, for Excel', () => {
    const bytes = csvBytes({ heads: ['Ł'], rows: [] });
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe('Ł\r\n');
  });

  it('writes a workbook that reads back as text', async () => {
    const bytes = await xlsxBytes({ heads: ['Person', 'LA-BGC'], rows: [['Núñez, Ana', '=HYPERLINK("x")'], ['Đặng, Thời', '']] }, 'Matrix: a/b');
    const rows = await readSheet(new Blob([bytes.slice()]));
    expect(rows).toEqual([['Person', 'LA-BGC'], ['Núñez, Ana', '\'=HYPERLINK("x")'], ['Đặng, Thời', null]]);
  });
});

describe('file names', () => {
  it.each([
    ['Bayou: matrix 2026-03-19', 'Bayou- matrix 2026-03-19'],
    ['a/b\\c', 'a-b-c'],
    ['  . ', 'export'],
    ['', 'export'],
  ])('%j becomes %j', (given, expected) => {
    expect(fileNameOf(given)).toBe(expected);
  });

  it('is never longer than the channel takes', () => {
    fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => fileNameOf(text).length <= 200 && fileNameOf(text).length > 0));
  });
});
