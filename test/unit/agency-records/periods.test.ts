import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate, fromDay, toDay, type Day } from '../../../shared/civil-date.ts';
import { caseloadOf } from '../../../shared/model/agency-records/caseload.ts';
import { agencyPeriodWords, nextPeriod, periodAt, periodsBetween, quarterOf, spanOf, weekOf, type Cadence } from '../../../shared/model/agency-records/period.ts';
import { standingRecords } from '../../../shared/model/agency-records/standing-records.ts';
import { figure, figures } from '../rules/agency/meetings/support.ts';

const days = (name: string): readonly string[] => {
  const span = spanOf(name);
  return span === null ? [] : [fromDay(span.first), fromDay(span.last)];
};

describe('periods', () => {
  it.each([
    ['2026-03', ['2026-03-01', '2026-03-31']],
    ['2028-02', ['2028-02-01', '2028-02-29']],
    ['2026-Q1', ['2026-01-01', '2026-03-31']],
    ['2026-Q4', ['2026-10-01', '2026-12-31']],
    ['2026-03-16', ['2026-03-16', '2026-03-22']],
    // Not a Monday: the week it lies in.
    ['2026-03-18', ['2026-03-16', '2026-03-22']],
    ['2026-02-30', []],
    ['2026-13', []],
    ['2026-Q5', []],
    ['soon', []],
  ])('%s is %j', (name, expected) => {
    expect(days(name)).toEqual(expected);
  });

  it('keeps the weeks of a year end whole, also in years of 53 weeks', () => {
    expect(weekOf(toDay(civilDate('2025-12-31'))).period).toBe('2025-12-29');
    expect(weekOf(toDay(civilDate('2026-01-01'))).period).toBe('2025-12-29');
    // 2026 has 53 ISO weeks: 28 December 2026 to 3 January 2027 is one of them.
    expect(weekOf(toDay(civilDate('2027-01-03'))).period).toBe('2026-12-28');
    expect(weekOf(toDay(civilDate('2027-01-04'))).period).toBe('2027-01-04');
    expect(periodsBetween('week', toDay(civilDate('2025-12-29')), toDay(civilDate('2027-01-03')))).toHaveLength(53);
  });

  it.each([['2026-03-31', '2026-Q1'], ['2026-04-01', '2026-Q2'], ['2026-12-31', '2026-Q4'], ['2027-01-01', '2027-Q1']])('%s lies in %s', (day, quarter) => {
    expect(quarterOf(toDay(civilDate(day))).period).toBe(quarter);
  });

  it('is said in words', () => {
    expect(agencyPeriodWords('2026-03-16')).toBe('week of 16 Mar 2026');
    expect(agencyPeriodWords('2026-Q1')).toBe('Q1 2026');
    expect(agencyPeriodWords('2026-03')).toBe('Mar 2026');
    expect(agencyPeriodWords('whenever')).toBe('whenever');
  });

  it('has no day between two periods, and a name for every one', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 40_000 }), fc.constantFrom<Cadence>('week', 'month', 'quarter'), (day, every) => {
      const span = periodAt(every, day as Day);
      expect(span.first <= day && day <= span.last).toBe(true);
      expect(nextPeriod(span).first).toBe(span.last + 1);
      expect(nextPeriod(span, -1).last).toBe(span.first - 1);
      expect(spanOf(span.period)).toEqual(span);
    }));
  });
});

describe('the attested caseload', () => {
  const at = (asOf: string, ...records: ReturnType<typeof figures>[]): number | null => caseloadOf(standingRecords(records), 'a', civilDate(asOf))?.value ?? null;
  const march = figures('2026-03', '2026-04-02', [figure('active-members', 12, 'a'), figure('active-members', 3, 'b')]);
  const february = figures('2026-02', '2026-04-20', [figure('active-members', 8, 'a')]);

  it('is the one of the latest period, however late an earlier one was attested', () => {
    expect(at('2026-04-30', march, february)).toBe(12);
  });

  it('counts from the day it was attested', () => {
    expect(at('2026-04-01', march)).toBeNull();
    expect(at('2026-04-02', march)).toBe(12);
  });

  it('prefers the newer of two numbers for one period', () => {
    expect(at('2026-04-30', march, figures('2026-03', '2026-04-05', [figure('active-members', 11, 'a')]))).toBe(11);
  });

  it('knows what was attested of weeks gone by', () => {
    const records = standingRecords([march, february]);
    expect(caseloadOf(records, 'a', civilDate('2026-04-30'), civilDate('2026-02-10'))?.value).toBe(8);
    expect(caseloadOf(records, 'a', civilDate('2026-04-30'), civilDate('2026-01-10'))).toBeNull();
  });

  it('is nobody else’s', () => {
    expect(caseloadOf(standingRecords([march]), 'c', civilDate('2026-04-30'))).toBeNull();
  });
});
