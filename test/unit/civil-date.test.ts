import { utc, UTCDate } from '@date-fns/utc';
import { addBusinessDays, addDays, addMonths, addYears, differenceInCalendarDays, endOfMonth, format, getISODay, isValid, startOfMonth } from 'date-fns';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  civilDate, civilDateAt, diffDays, endOfMonth as lastOfMonth, fieldsOf, fromDay, isCivilDate, parseCivilDate, plusDays, plusMonths, plusWeekdays, plusYears,
  startOfMonth as firstOfMonth, toDay, weekdayOf, type Day,
} from '../../shared/civil-date.ts';

// date-fns on UTC dates is the oracle: another implementation, by other people, of the same calendar.
const oracle = (day: Day): UTCDate => new UTCDate(day * 86_400_000);
const written = (date: Date): string => format(date, 'yyyy-MM-dd', { in: utc });
const anyDay = fc.integer({ min: toDay(civilDate('1900-01-01')), max: toDay(civilDate('2200-12-31')) }).map((day) => day as Day);

describe('civil dates agree with date-fns', () => {
  test('text and number', () => {
    fc.assert(fc.property(anyDay, (day) => {
      expect(fromDay(day)).toBe(written(oracle(day)));
      expect(toDay(fromDay(day))).toBe(day);
    }));
  });
  test('days, months, years, weekdays', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, count) => {
      expect(fromDay(plusDays(day, count))).toBe(written(addDays(oracle(day), count)));
      expect(fromDay(plusMonths(day, count))).toBe(written(addMonths(oracle(day), count)));
      expect(fromDay(plusYears(day, Math.trunc(count / 12)))).toBe(written(addYears(oracle(day), Math.trunc(count / 12))));
      expect(fromDay(plusWeekdays(day, Math.abs(count) % 30))).toBe(written(addBusinessDays(oracle(day), Math.abs(count) % 30)));
      expect(weekdayOf(day)).toBe(getISODay(oracle(day)));
      expect(fromDay(firstOfMonth(day))).toBe(written(startOfMonth(oracle(day))));
      expect(fromDay(lastOfMonth(day))).toBe(written(endOfMonth(oracle(day))));
    }));
  });
  test('difference', () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => {
      expect(diffDays(fromDay(a), fromDay(b))).toBe(differenceInCalendarDays(oracle(b), oracle(a)));
    }));
  });
  test('which texts are dates', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 33 }), (year, month, day) => {
      const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      const parsed = new UTCDate(`${text}T00:00:00Z`);
      expect(isCivilDate(text)).toBe(isValid(parsed) && written(parsed) === text);
    }));
  });
});

test.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '0000-01-01', '2026-01-01T00:00:00Z', '', ' 2026-01-01'])('%s is refused, never rolled over', (text) => {
  expect(parseCivilDate(text)).toEqual({ ok: false, error: { code: 'not-a-date', text } });
});

test('a shorter month clamps to its last day', () => {
  const after = (from: string, months: number): string => fromDay(plusMonths(toDay(civilDate(from)), months));
  expect(after('2026-08-31', 6)).toBe('2027-02-28');
  expect(after('2027-08-31', 6)).toBe('2028-02-29');
  expect(after('2028-02-29', 12)).toBe('2029-02-28');
  expect(after('2028-02-29', 48)).toBe('2032-02-29');
});

test('the day an instant falls on depends on the zone alone', () => {
  const instant = Date.parse('2026-03-08T05:30:00Z');
  expect(civilDateAt(instant, 'America/Chicago')).toBe('2026-03-07');
  expect(civilDateAt(instant, 'America/New_York')).toBe('2026-03-08');
  expect(fieldsOf(toDay(civilDate('2026-03-08')))).toEqual({ year: 2026, month: 3, day: 8 });
});
