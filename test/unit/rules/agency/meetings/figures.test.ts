import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../../../shared/civil-date.ts';
import type { AgencyRecord } from '../../../../../shared/model/agency-records/agency-record.ts';
import type { FigureRule, ReportRule } from '../../../../../shared/rules/agency/row.ts';
import { judgeFigure } from '../../../../../shared/rules/agency/meetings/judge.ts';
import { contextOf, figure, figures, judged, missingOf, personOf, statusOf } from './support.ts';

describe('employer contacts', () => {
  const rule: FigureRule = { kind: 'figure', figure: 'employer-contacts', every: 'week', per: 'specialist', atLeast: 6, ifLooking: true };
  const people = [personOf('a'), personOf('s', 'ips-supervisor')];
  const week = '2026-03-02';
  const contacts = (value: number, attestedOn = '2026-03-09'): AgencyRecord => figures(week, attestedOn, [figure('employer-contacts', value, 'a')]);
  const looking = (value: number, period = week): AgencyRecord => figures(period, '2026-03-09', [figure('members-looking', value, 'a')]);
  const on = (asOf: string, ...records: readonly AgencyRecord[]): ReturnType<typeof judged> => judged(rule, { asOf, records, recordsFrom: week, people });

  it.each([[6, 'met'], [5, 'gap']])('%i contacts: %s', (value, status) => {
    const verdict = on('2026-03-10', contacts(value), looking(3));
    expect(statusOf(verdict, week)).toBe(status);
    expect(missingOf(verdict, week)).toEqual(status === 'met' ? [] : ['A Ample: 5 of 6']);
  });

  it('nothing is owed while nobody looks for work', () => {
    expect(statusOf(on('2026-03-10', contacts(2), looking(0)), week)).toBe('not-applicable');
    // The whole month without: nothing is left to judge.
    expect(judgeFigure(contextOf(rule, { asOf: '2026-03-10', records: [looking(0, '2026-03')], recordsFrom: week, people }))).toBeNull();
  });

  it('too few without a word on who is looking is a question; enough is enough', () => {
    expect(statusOf(on('2026-03-10', contacts(2)), week)).toBe('review');
    expect(statusOf(on('2026-03-10', contacts(6)), week)).toBe('met');
  });

  it('is awaited for seven days, then overdue, and can still be attested', () => {
    const late = [looking(3)];
    expect(statusOf(on('2026-03-08', ...late), week)).toBe('not-yet-due');
    expect(statusOf(on('2026-03-15', ...late), week)).toBe('due-soon');
    expect(on('2026-03-16', ...late)).toMatchObject({ status: 'overdue', dueOn: '2026-03-15', missing: ['A Ample: not attested'] });
    expect(statusOf(on('2026-03-20', ...late, contacts(7, '2026-03-20')), week)).toBe('met');
  });

  it('a week still awaited is neither good nor bad, and not among the closed ones', () => {
    const records = [looking(3), contacts(6), figures('2026-03-09', '2026-03-16', [figure('members-looking', 3, 'a')])];
    expect(on('2026-03-22', ...records)).toMatchObject({ status: 'due-soon', validNow: true, onTime: true, dueOn: '2026-03-22' });
    expect(on('2026-03-22', ...records).explain().brief).toBe('1 of 1 closed weeks complete');
    expect(on('2026-03-23', ...records)).toMatchObject({ status: 'overdue', validNow: false, onTime: false });
    expect(on('2026-03-23', ...records).explain().brief).toBe('1 of 2 closed weeks complete');
  });

  it('a number attested after the day judged does not count', () => {
    expect(statusOf(on('2026-03-17', looking(1), contacts(7, '2026-03-18')), week)).toBe('overdue');
  });

  it('a week’s own number of those looking beats the month’s', () => {
    expect(statusOf(on('2026-03-10', contacts(2), looking(4, '2026-03'), looking(0)), week)).toBe('not-applicable');
  });

  it('explains a week below', () => {
    const { headline, effect } = on('2026-03-10', contacts(5), looking(3)).explain();
    expect(headline).toBe('Weekly supervision: 1 week below the least number');
    expect(effect).toBe('Permanent. A later number does not repair a closed week.');
  });
});

describe('time in the community', () => {
  const rule: FigureRule = { kind: 'figure', figure: 'community-time-percent', every: 'month', per: 'team', atLeast: 65 };
  it.each([[65, 'met'], [64.9, 'gap']])('%d per cent: %s', (value, status) => {
    const records = [figures('2026-03', '2026-04-01', [figure('community-time-percent', value)])];
    expect(statusOf(judged(rule, { asOf: '2026-04-02', records, recordsFrom: '2026-03-01' }), '2026-03')).toBe(status);
  });
});

describe('quarterly reports', () => {
  const rule: ReportRule = { kind: 'quarterly-report', report: 'outcome-tracking' };
  const report = (quarter: string, submittedOn: string, kind: 'outcome-tracking' | 'nc-topps' = 'outcome-tracking'): AgencyRecord =>
    ({ kind: 'report', id: `q-${quarter}-${kind}`, teamId: 't', report: kind, quarter, submittedOn: civilDate(submittedOn), recordedAt: '2026-01-01T12:00:00Z' });
  const on = (asOf: string, ...records: readonly AgencyRecord[]): ReturnType<typeof judged> => judged(rule, { asOf, records, recordsFrom: '2026-01-01' });

  it('is awaited until the end of the month after the quarter', () => {
    expect(on('2026-03-31')).toMatchObject({ status: 'not-yet-due', dueOn: '2026-04-30' });
    expect(on('2026-04-30')).toMatchObject({ status: 'due-soon', dueOn: '2026-04-30' });
    expect(on('2026-05-01')).toMatchObject({ status: 'overdue', dueOn: '2026-04-30', onTime: false });
  });

  it('is met by the report of that quarter and that kind, from the day it was handed in', () => {
    expect(statusOf(on('2026-05-10', report('2026-Q1', '2026-05-10')), '2026-Q1')).toBe('met');
    expect(statusOf(on('2026-05-09', report('2026-Q1', '2026-05-10')), '2026-Q1')).toBe('overdue');
    expect(statusOf(on('2026-05-10', report('2026-Q1', '2026-04-10', 'nc-topps')), '2026-Q1')).toBe('overdue');
    expect(on('2026-05-10', report('2026-Q1', '2026-04-10'))).toMatchObject({ status: 'met', dueOn: '2026-07-31' });
  });
});
