import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceBetween } from '../../../../shared/screening/lists/list-difference.ts';
import { listErrorWords } from '../../../../shared/screening/lists/list-error.ts';
import { readList } from '../../../../shared/screening/lists/read-list.ts';
import { contentOfRow, digestOfRow, recordOf, rowFromRecord } from '../../../../shared/screening/lists/row-record.ts';
import { leieCells, leieFile, leieHead, listOf, samFile, utf8, zipOf, type LeieEntry } from './files.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 20 });
const name = fc.oneof(
  { weight: 6, arbitrary: word },
  fc.tuple(word, word).map(([one, other]) => `${one}-${other}`.slice(0, 20)),
  fc.tuple(word, fc.constantFrom('JR', 'SR', 'II', 'III', 'IV')).map((parts) => parts.join(' ')),
  fc.constantFrom('NULL', 'TRUE', 'O\'NEILL', 'DE LA CRUZ', 'SMITH, "BUD"', 'HÉBERT', '12E5', ''),
);
const day = (from: number, to: number): fc.Arbitrary<string> =>
  fc.tuple(fc.integer({ min: from, max: to }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })).map(([year, month, date]) => String(year * 10_000 + month * 100 + date));

const entry: fc.Arbitrary<LeieEntry> = fc.record({
  LASTNAME: name, FIRSTNAME: name, MIDNAME: fc.oneof(fc.constant(' '), name), BUSNAME: fc.oneof(fc.constant(''), name.map((text) => text.slice(0, 30))),
  NPI: fc.oneof(fc.constant('0000000000'), fc.integer({ min: 1_000_000_000, max: 2_999_999_999 }).map(String)),
  DOB: fc.oneof(fc.constant(''), day(1930, 2000)), ZIP: fc.integer({ min: 0, max: 99_999 }).map((zip) => String(zip).padStart(5, '0')),
  EXCLDATE: day(2016, 2030), REINDATE: fc.oneof({ weight: 4, arbitrary: fc.constant('00000000') }, day(2016, 2030)),
});
const entries = fc.array(entry, { minLength: 1, maxLength: 12 });

/** A way of saving the list again that loses nothing which is not certain. */
const saving = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t'), lineEnd: fc.constantFrom('\r\n', '\n'), allQuoted: fc.boolean(), figures: fc.boolean(), dates: fc.constantFrom('kept', 'us', 'iso', 'us-time'),
  mark: fc.boolean(), blankColumns: fc.integer({ min: 0, max: 3 }), blankRows: fc.integer({ min: 0, max: 2 }), lowerHeads: fc.boolean(), trailing: fc.boolean(),
});
type Saving = typeof saving extends fc.Arbitrary<infer Value> ? Value : never;

function savedAs(list: readonly LeieEntry[], how: Saving): string {
  const date = (cell: string): string => {
    const [year, month, date_] = [cell.slice(0, 4), cell.slice(4, 6), cell.slice(6)];
    if (how.dates === 'iso') return `${year}-${month}-${date_}`;
    return `${String(Number(month))}/${String(Number(date_))}/${year}${how.dates === 'us-time' ? ' 12:00:00 AM' : ''}`;
  };
  const cellOf = (cell: string, at: number): string => {
    if ([8, 14, 15, 16].includes(at) && /^[12]\d{7}$/.test(cell) && how.dates !== 'kept') return date(cell);
    return how.figures && /^0\d*$/.test(cell) ? String(Number(cell)) : cell;
  };
  const print = (text: string): string => (how.allQuoted || /["\n]/.test(text) || text.includes(how.delimiter) ? `"${text.replaceAll('"', '""')}"` : text);
  const blanks = Array.from({ length: how.blankColumns }, () => '');
  const heads = [...(how.lowerHeads ? leieHead.toLowerCase() : leieHead).split(','), ...blanks];
  const rows = list.map((each) => [...leieCells(each).map(cellOf), ...blanks]);
  const lines = [heads, ...rows].map((cells) => cells.map(print).join(how.delimiter));
  const text = [...lines, ...Array.from({ length: how.blankRows }, () => '')].join(how.lineEnd);
  return `${how.mark ? '\ufeff' : ''}${text}${how.trailing || how.blankRows > 0 ? how.lineEnd : ''}`;
}

describe('one list in every form it may be saved in', () => {
  it('reads to the same rows and digests', async () => {
    await fc.assert(
      fc.asyncProperty(entries, saving, async (each, how) => {
        const [published, saved] = [await listOf(leieFile(each)), await listOf(savedAs(each, how))];
        expect(saved.rows).toEqual(published.rows);
        expect(saved.rows.map((row) => digestOfRow('oig-leie', row))).toEqual(published.rows.map((row) => digestOfRow('oig-leie', row)));
        expect(differenceBetween(published, saved)).toEqual({ added: [], removed: [], changed: [], same: each.length });
      }),
      { numRuns: 150 },
    );
  });

  it('gives every row again from its record', async () => {
    await fc.assert(
      fc.asyncProperty(entries, async (each) => {
        const list = await listOf(leieFile(each));
        for (const row of list.rows) expect(rowFromRecord('oig-leie', recordOf(list, row), row.row)).toEqual(row);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a list that came to harm', () => {
  const lossy = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.integer({ min: 0, max: 60 }), put: fc.uint8Array({ maxLength: 12 }) });

  it('is refused or read whole, and nothing throws', async () => {
    const whole = Array.from({ length: 8 }, (_, at): LeieEntry => ({ FIRSTNAME: `ODALYS${letters[at] ?? ''}`, DOB: `19710${String(at + 1)}07` }));
    const files = [utf8(leieFile(whole)), utf8(samFile(whole.map(({ FIRSTNAME = '' }) => ({ Last: 'DOUCET', First: FIRSTNAME })))), zipOf({ 'a.csv': leieFile(whole) })];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.array(lossy, { minLength: 1, maxLength: 3 }), async (file, changes) => {
        let bytes = file;
        for (const { at, length, put } of changes) {
          const from = Math.floor(at * bytes.length);
          bytes = Uint8Array.from([...bytes.subarray(0, from), ...put, ...bytes.subarray(from + length)]);
        }
        const read = await readList(bytes, 'UPDATED.csv');
        if (!read.ok) {
          expect(listErrorWords(read.error)).toMatch(/previous version stays in force\.$/);
          return;
        }
        // Every line that says anything was read as a row, as many cells as there are heads.
        for (const row of read.value.rows) expect(row.cells).toHaveLength(read.value.heads.length);
      }),
      { numRuns: 400 },
    );
  });

  it('that was cut off anywhere yields no part of the list', async () => {
    const whole: readonly LeieEntry[] = Array.from({ length: 4 }, (_, at) => ({ FIRSTNAME: `ODALYS${letters[at] ?? ''}`, WVRSTATE: 'LA' }));
    const text = leieFile(whole);
    const before = await listOf(text);
    for (let length = 0; length < text.length; length += 1) {
      const read = await readList(utf8(text.slice(0, length)), 'UPDATED.csv');
      // Between two rows a file is a smaller file, which only the number of its entries tells (few-rows, fewer-than-before).
      const atLineEnd = /"\r?\n?$/.test(text.slice(0, length)) && (text.slice(0, length).trimEnd().split('\r\n').at(-1) ?? '').split(',').length === 18;
      const complete = read.ok && read.value.rows.every((row, at) => contentOfRow(row) === contentOfRow(before.rows[at] ?? row));
      if (read.ok) expect([length, complete, atLineEnd]).toEqual([length, true, true]);
    }
  });

  it('of any bytes is refused with words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ maxLength: 300 }).map(utf8), fc.tuple(fc.constant(leieHead), fc.string({ maxLength: 200 })).map((parts) => utf8(parts.join('\n')))), fc.constantFrom(undefined, 'oig-leie', 'la-adverse-actions', 'sam', 'nc-excluded-providers'), async (bytes, list) => {
        const read = await readList(bytes, 'x', list === undefined ? {} : { list });
        if (!read.ok) expect(listErrorWords(read.error)).toContain('x');
      }),
      { numRuns: 300 },
    );
  });
});
