import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../shared/import/decode-text.ts';
import type { ReadList } from '../../shared/screening/list.ts';
import { listErrorWords } from '../../shared/screening/lists/list-error.ts';
import { readList } from '../../shared/screening/lists/read-list.ts';
import { digestOfRow, recordOf, rowFromRecord } from '../../shared/screening/lists/row-record.ts';

// Files as their publishers made them, in a folder of the machine that runs this; none is part of the project. The people in them are real:
// everything is compared as counts, so that no failure prints a name.

const folder = process.env['MUSTER_REAL_LISTS'] ?? '';

const files = folder === '' ? [] : readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:csv|txt|zip|xlsx)$/i.test(name)).toSorted();

async function imported(bytes: Uint8Array, name: string): Promise<ReadList> {
  const read = await readList(bytes, name);
  if (!read.ok) throw new Error(listErrorWords({ ...read.error, value: '(not shown)' }));
  return read.value;
}

const count = <Value>(all: readonly Value[], is: (value: Value) => boolean): number => all.filter(is).length;
const blank = (cell: string | undefined): boolean => /^0*$/.test(cell ?? '');

it('MUSTER_REAL_LISTS names a folder with list files', () => {
  expect(files.length, `MUSTER_REAL_LISTS names the folder of real list files to import; ${folder === '' ? 'it is not set' : `${folder} has none`}`).toBeGreaterThan(0);
});

describe.each(files)('%s', (name) => {
  const bytes = new Uint8Array(readFileSync(path.join(folder, name)));
  const base = path.basename(name);

  it('has a row for every line but the heads', async () => {
    const list = await imported(bytes, base);
    expect(list.rows.length).toBeGreaterThan(0);
    if (/\.(?:csv|txt)$/i.test(base) && list.columns === null) {
      const lines = decodeText(bytes).text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
      expect(list.rows.length).toBe(lines.length - 1);
    }
    expect(count(list.rows, ({ cells }) => cells.length !== list.heads.length)).toBe(0);
    expect(list.warnings.filter(({ code }) => code === 'unread-dates')).toEqual([]);
  });

  it('has every date, number and name read', async () => {
    const list = await imported(bytes, base);
    const at = (head: string): number => list.heads.indexOf(head);
    if (list.list === 'oig-leie') {
      expect(count(list.rows, ({ actionOn }) => actionOn === null)).toBe(0);
      expect(count(list.rows, ({ birthDate, cells }) => (birthDate === null) !== blank(cells[at('DOB')]))).toBe(0);
      expect(count(list.rows, ({ endsOn, cells }) => (endsOn === null) !== blank(cells[at('REINDATE')]))).toBe(0);
      expect(count(list.rows, ({ npi, cells }) => (npi === null) !== blank(cells[at('NPI')]))).toBe(0);
      // Nobody was excluded as a child.
      expect(count(list.rows, ({ birthDate, actionOn }) => birthDate !== null && actionOn !== null && Number(actionOn.slice(0, 4)) - Number(birthDate.slice(0, 4)) < 15)).toBe(0);
      expect(list.scope).toBe(/^\d{4}REIN/i.test(base) ? 'reinstatements' : /^\d{4}EXCL/i.test(base) ? 'supplement' : 'full');
    }
    if (list.list === 'sam') {
      expect([...new Set(list.rows.map(({ cells }) => cells[0]))].filter((each) => !['Individual', 'Firm', 'Special Entity Designation', 'Vessel'].includes(each ?? ''))).toEqual([]);
      expect(count(list.rows, ({ actionOn, cells }) => (actionOn === null) !== (cells[at('Active Date')] === ''))).toBe(0);
      expect(count(list.rows, ({ endsOn, cells }) => (endsOn === null) !== /^(?:Indefinite)?$/i.test(cells[at('Termination Date')] ?? ''))).toBe(0);
      expect(count(list.rows, ({ cells, family, given }) => cells[0] === 'Individual' && family === '' && given === '')).toBe(0);
      expect(count(list.rows, ({ cells, business }) => (cells[0] !== 'Individual') !== (business !== ''))).toBe(0);
    }
    expect(count(list.rows, ({ family, given, business }) => family === '' && given === '' && business === '')).toBe(0);
  });

  it('gives every row again from its record, and the same digests after a spreadsheet program saved it', async () => {
    const list = await imported(bytes, base);
    expect(count(list.rows, (row) => JSON.stringify(rowFromRecord(list.list, recordOf(list, row), row.row, list.columns)) !== JSON.stringify(row))).toBe(0);
    const print = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : /^0\d*$/.test(cell) ? String(Number(cell)) : cell);
    const saved = await imported(new TextEncoder().encode([list.heads, ...list.rows.map(({ cells }) => cells)].map((cells) => `${cells.map(print).join(',')}\r\n`).join('')), base);
    expect(saved.rows.length).toBe(list.rows.length);
    const digests = (rows: ReadList['rows']): readonly string[] => rows.map((row) => digestOfRow(list.list, row));
    const before = digests(list.rows);
    expect(digests(saved.rows).filter((digest, at) => digest !== before[at])).toEqual([]);
  });
});
