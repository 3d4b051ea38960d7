import { describe, expect, it } from 'vitest';
import { digestOfRow } from '../../../../shared/screening/lists/row-record.ts';
import type { ReadList } from '../../../../shared/screening/list.ts';
import { workbook } from '../../import/tables.ts';
import { leieCells, leieFile, leieHead, listOf, refusalOf, utf8, warned, type LeieEntry } from './files.ts';

const entries: readonly LeieEntry[] = [
  { LASTNAME: 'HÉBERT', MIDNAME: 'JR', ZIP: '07001', NPI: '1987654321' },
  { LASTNAME: 'BROUSSARD, JR', ADDRESS: '1 "THE POINT", UNIT 2', ZIP: '00501' },
  { LASTNAME: '', FIRSTNAME: '', BUSNAME: 'QUIET BAYOU HOME CARE', DOB: '', ZIP: '00000', REINDATE: '20200301' },
];
const published = (): Promise<ReadList> => listOf(leieFile(entries));

/** The same rows as Excel writes them after opening the file: figures lose leading zeros, quotes go where they are not needed. */
const resaved = (delimiter = ',', change: (cells: string[]) => string[] = (cells) => cells): string => {
  const figures = (cell: string): string => (/^0\d*$/.test(cell) ? String(Number(cell)) : cell);
  const cell = (text: string): string => (/["\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text);
  return [leieHead.split(','), ...entries.map((entry) => change(leieCells(entry).map(figures)))].map((cells) => `${cells.map(cell).join(delimiter)}\r\n`).join('');
};
const utf16 = (text: string): Uint8Array => Uint8Array.from([0xff, 0xfe, ...Array.from(text, (letter) => letter.charCodeAt(0)).flatMap((unit) => [unit & 255, unit >> 8])]);
const windows1252 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const slashed = (cell: string): string => (/^(19|20)\d{6}$/.test(cell) ? `${String(Number(cell.slice(4, 6)))}/${String(Number(cell.slice(6)))}/${cell.slice(0, 4)}` : cell);

describe('a LEIE file a spreadsheet program saved again', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['without quotes, zeros shortened', resaved(), '3 ZIP codes'],
    ['with dates as M/D/YYYY', resaved(',', (cells) => cells.map(slashed)), 'dates written in another form (first in row 2)'],
    ['with dates and a time of day', resaved(',', (cells) => cells.map((cell) => (slashed(cell) === cell ? cell : `${slashed(cell)} 0:00`))), 'dates written in another form'],
    ['with dates as YYYY-MM-DD', resaved(',', (cells) => cells.map((cell) => (slashed(cell) === cell ? cell : `${cell.slice(0, 4)}-${cell.slice(4, 6)}-${cell.slice(6)}`))), 'another form'],
    ['divided by semicolons', resaved(';'), 'another sign than the comma'],
    ['divided by tabs', resaved('\t'), 'another sign than the comma'],
    ['with a line that names the sign', `sep=;\r\n${resaved(';')}`, 'another sign than the comma'],
    ['with a byte order mark', `\ufeff${resaved()}`, '2 NPIs of zeros shortened'],
    ['in UTF-16', utf16(resaved('\t')), 'another encoding'],
    ['in Windows-1252', windows1252(resaved()), 'another encoding'],
    ['with blank columns at the end', resaved().replaceAll('\r\n', ',,\r\n'), '3 rows with blank columns'],
    ['with blank columns in the rows only', resaved(',', (cells) => [...cells, '', '']), '3 rows with blank columns'],
    ['with blank rows', `${resaved().replace('\r\n', `\r\n${','.repeat(17)}\r\n`)}\r\n\r\n`, '1 blank row (first in row 2)'],
  ])('reads %s to the same rows and digests', async (_, file, repaired) => {
    const [before, after] = await Promise.all([published(), listOf(file)]);
    expect(after.rows.map(({ cells }) => cells)).toEqual(before.rows.map(({ cells }) => cells));
    expect(after.rows.map((row) => ({ ...row, row: 0 }))).toEqual(before.rows.map((row) => ({ ...row, row: 0 })));
    expect(after.rows.map((row) => digestOfRow('oig-leie', row))).toEqual(before.rows.map((row) => digestOfRow('oig-leie', row)));
    expect(warned(before, 'repaired')).toBeUndefined();
    expect(warned(after, 'repaired')?.words).toContain(repaired);
    expect(warned(after, 'repaired')?.asks).toBe(false);
  });

  it('counts rows as the file has them, a line of its own included', async () => {
    const { rows } = await listOf(`sep=;\r\n${resaved(';')}`);
    expect(rows.map(({ row }) => row)).toEqual([3, 4, 5]);
  });

  describe('whose blank last cells Excel left out', () => {
    // Excel looks at sixteen rows at a time, and the heads are in the first sixteen.
    const saved = (count: number, short: (row: number) => boolean): string =>
      [leieHead, ...Array.from({ length: count }, (_, at) => leieCells({ FIRSTNAME: `A${String(at)}` }).join(',')).map((line, at) => (short(at + 2) ? line.slice(0, -1) : line))].map((line) => `${line}\r\n`).join('');

    it('reads whole blocks of sixteen rows, the last one as long as it is', async () => {
      const [full, short] = await Promise.all([listOf(saved(40, () => false)), listOf(saved(40, (row) => row > 16))]);
      expect(short.rows).toEqual(full.rows);
      expect(warned(short, 'repaired')?.words).toContain('25 rows whose blank last cells were left out (first in row 17)');
    });

    it.each<[string, number, (row: number) => boolean, object]>([
      ['one row of a block', 40, (row) => row === 20, { code: 'short-row', row: 20 }],
      ['a block but one', 40, (row) => row > 16 && row !== 20, { code: 'short-row', row: 17 }],
      ['rows of the first block', 14, (row) => row > 1, { code: 'short-row', row: 2 }],
      ['the last row, alone in its block', 16, (row) => row === 17, { code: 'cut-off', row: 17 }],
      ['the last row', 40, (row) => row === 41, { code: 'cut-off', row: 41 }],
    ])('refuses %s', async (_, count, short, expected) => {
      expect(await refusalOf(saved(count, short))).toMatchObject(expected);
    });

    it('refuses a block whose rows lost another cell: Excel leaves out no more than it must', async () => {
      const lines = saved(40, () => false).split('\r\n');
      const without = (file: readonly string[]): string => file.map((line, at) => (at >= 16 ? line.replace('NOWHERE,', '') : line)).join('\r\n');
      expect(await refusalOf(without(lines))).toMatchObject({ code: 'short-row', row: 17 });
      // With a state at the end of the rows, what follows the lost cell is not what its column says.
      expect(await refusalOf(without(lines.map((line) => (line.endsWith(',') ? `${line}LA` : line))))).toMatchObject({ code: 'not-a-date', row: 17, column: 'WAIVERDATE' });
    });
  });

  it('reads a workbook, where a person called True has become a truth value and dates are numbers of days', async () => {
    const line = (cells: readonly string[], at: number): string =>
      `<row r="${String(at)}">${cells.map((cell, column) => {
        const place = `${String.fromCharCode(65 + column)}${String(at)}`;
        if (cell === 'TRUE') return `<c r="${place}" t="b"><v>1</v></c>`;
        if (cell === '20190520') return `<c r="${place}" s="1"><v>43605</v></c>`;
        return /^\d+$/.test(cell) ? `<c r="${place}"><v>${String(Number(cell))}</v></c>` : `<c r="${place}" t="str"><v>${cell}</v></c>`;
      }).join('')}</row>`;
    const cells = leieCells({ LASTNAME: 'TRUE', ZIP: '07001' });
    const book = workbook([{ name: 'UPDATED', rows: line(leieHead.split(','), 1) + line(cells, 2) }]);
    const [saved, before] = await Promise.all([listOf(book, 'UPDATED.xlsx'), listOf(leieFile([{ LASTNAME: 'TRUE', ZIP: '07001' }]))]);
    expect(saved.rows).toEqual(before.rows);
    expect(warned(saved, 'repaired')?.words).toContain('a workbook');
  });
});

describe('what a spreadsheet program made uncertain', () => {
  const with_ = (column: string, value: string): string => resaved(',', (cells) => cells.map((cell, at) => (leieHead.split(',')[at] === column && cells[0] === 'BROUSSARD, JR' ? value : cell)));
  it.each([
    ['NPI', '1.98765E+09', 'lost-digits'],
    ['NPI', '198765432', 'lost-digits'],
    ['NPI', '19876543210', 'lost-digits'],
    ['NPI', 'A987654321', 'not-an-npi'],
    ['DOB', '1.97E+07', 'lost-digits'],
    ['DOB', '1972034', 'lost-digits'],
    ['DOB', '26362', 'lost-digits'],
    ['DOB', '13/02/1980', 'not-a-date'],
    ['DOB', '2/30/1980', 'not-a-date'],
    ['DOB', '19800230', 'not-a-date'],
    ['DOB', '########', 'spreadsheet-error'],
    ['DOB', 'March', 'not-a-date'],
    ['DOB', 'N/A', 'not-a-date'],
    ['EXCLDATE', '20191301', 'not-a-date'],
    ['REINDATE', '2020', 'lost-digits'],
    ['WAIVERDATE', 'soon', 'not-a-date'],
    ['LASTNAME', '#NAME?', 'spreadsheet-error'],
    ['UPIN', '1E+45', 'lost-digits'],
    ['ADDRESS', '#REF!', 'spreadsheet-error'],
  ])('refuses %s “%s” with its row', async (column, value, code) => {
    expect(await refusalOf(with_(column, value))).toMatchObject({ code, row: 3, column, value, list: 'oig-leie' });
  });

  it('says that the day seems to stand before the month', async () => {
    expect((await refusalOf(with_('DOB', '13/02/1980'))).detail).toContain('before the month');
    expect((await refusalOf(with_('DOB', '2/30/1980'))).detail).toContain('no such day');
  });

  it('takes an address that only looks like it', async () => {
    const { rows } = await listOf(with_('ADDRESS', 'APT # 4, ROAD 1E+2 EAST'));
    expect(rows[1]?.cells[9]).toBe('APT # 4, ROAD 1E+2 EAST');
  });

  it('refuses a cell with two lines: a quotation mark was lost there', async () => {
    const lines = leieFile([{}, {}, {}]).split('\r\n');
    // The closing mark of row 2's last cell and the opening one of row 3 are gone: both rows are still 18 cells of one row.
    expect(await refusalOf(utf8([lines[0], `${lines[1]?.slice(0, -2) ?? ''}"x`, `y"`, lines[2]].join('\r\n')))).toMatchObject({ row: 2 });
  });

  it('finds a workbook of another kind', async () => {
    expect(await refusalOf(workbook([{ name: 'A', rows: '<row r="1"><c r="A1" t="str"><v>Name</v></c><c r="B1" t="str"><v>Phone</v></c></row><row r="2"><c r="A2" t="str"><v>x</v></c><c r="B2" t="str"><v>y</v></c></row>' }]), 'phones.xlsx')).toMatchObject({ code: 'unknown-list', detail: 'Name, Phone' });
  });
});
