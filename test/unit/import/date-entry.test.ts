import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate, fieldsOf, fromDay, type Day } from '../../../shared/civil-date.ts';
import { readDateText, readTypedDate, type DateOrder } from '../../../shared/date-entry.ts';

const today = civilDate('2026-03-19');
const typed = (text: string) => {
  const read = readTypedDate(text, today);
  return read.ok ? read.value : read.error.code;
};
const inFile = (text: string, order: DateOrder) => {
  const read = readDateText(text, { order, lastShortYear: 2046 });
  return read.ok ? read.value : read.error.code;
};

describe('a date typed into a field', () => {
  it.each([
    ['3/2/26', '2026-03-02'],
    ['3/2/2026', '2026-03-02'],
    [' 03/02/2026 ', '2026-03-02'],
    ['3-2-26', '2026-03-02'],
    ['3.2.2026', '2026-03-02'],
    ['03022026', '2026-03-02'],
    ['030226', '2026-03-02'],
    ['20260302', '2026-03-02'],
    ['12102026', '2026-12-10'],
    ['2026-03-02', '2026-03-02'],
    ['2026-3-2', '2026-03-02'],
    ['2026/03/02', '2026-03-02'],
    ['2 Mar 2026', '2026-03-02'],
    ['Mar 2, 2026', '2026-03-02'],
    ['March 2nd, 2026', '2026-03-02'],
    ['2-Mar-26', '2026-03-02'],
    ['Mon, Mar 2, 2026', '2026-03-02'],
    ['Wednesday 4 March 2026', '2026-03-04'],
    ['3/2/2026 12:00:00 AM', '2026-03-02'],
    ['2026-03-02T14:05:00Z', '2026-03-02'],
    ['today', '2026-03-19'],
    ['2/29/24', '2024-02-29'],
  ])('%s is %s', (text, date) => {
    expect(typed(text)).toBe(date);
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['soon', 'unreadable'],
    ['3/2', 'unreadable'],
    ['2/29/26', 'impossible'],
    ['2026-02-30', 'impossible'],
    ['13/1/2026', 'impossible'],
    ['0/1/2026', 'impossible'],
    ['3/2-2026', 'unreadable'],
    ['2 Foo 2026', 'unreadable'],
    ['1/1/0026', 'out-of-range'],
    ['9999-01-01', 'out-of-range'],
    ['1'.repeat(500), 'unreadable'],
  ])('%s is refused as %s', (text, code) => {
    expect(typed(text)).toBe(code);
  });

  it('lets a two-digit year lie twenty years ahead, a birth year never', () => {
    expect(typed('1/1/46')).toBe('2046-01-01');
    expect(typed('1/1/47')).toBe('1947-01-01');
    expect(readTypedDate('1/1/27', today, { past: true })).toEqual({ ok: true, value: '1927-01-01' });
    expect(readTypedDate('1/1/26', today, { past: true })).toEqual({ ok: true, value: '2026-01-01' });
  });
});

describe('a date in a file', () => {
  it('follows the order that was chosen', () => {
    expect(inFile('3/2/2026', 'us')).toBe('2026-03-02');
    expect(inFile('3/2/2026', 'day-first')).toBe('2026-02-03');
    expect(inFile('3/2/2026', 'iso')).toBe('unreadable');
    expect(inFile('2026-03-02', 'day-first')).toBe('2026-03-02');
    expect(inFile('31/1/2026', 'us')).toBe('impossible');
    expect(inFile('31/1/2026', 'day-first')).toBe('2026-01-31');
  });

  it('reads back every way of writing any day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 40_000 }), (number) => {
        const date = fromDay(number as Day);
        const { year, month, day } = fieldsOf(number as Day);
        const name = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month - 1] ?? '';
        expect(inFile(date, 'iso')).toBe(date);
        expect(inFile(`${month}/${day}/${year}`, 'us')).toBe(date);
        expect(inFile(`${day}.${month}.${year}`, 'day-first')).toBe(date);
        expect(inFile(`${day} ${name} ${year}`, 'us')).toBe(date);
        expect(inFile(`${name} ${day}, ${year}`, 'us')).toBe(date);
        expect(inFile(date.replaceAll('-', ''), 'us')).toBe(date);
      }),
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom<DateOrder>('us', 'day-first', 'iso'), (text, order) => {
        expect(typeof inFile(text, order)).toBe('string');
      }),
    );
  });
});
