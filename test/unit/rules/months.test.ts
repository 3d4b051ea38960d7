import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../shared/civil-date.ts';
import type { Decision, ExclusionCheck } from '../../../shared/model/exclusion.ts';
import { check, employmentOf, hire, standing, statusOf } from './support.ts';

const both = (...dates: string[]): ExclusionCheck[] => dates.flatMap((date) => [check('oig-leie', date), check('la-adverse-actions', date)]);
const decision = (checkId: string, verdict: Decision['verdict'], decidedOn: string): Decision =>
  ({ id: `decision-${checkId}-${decidedOn}`, personId: 'p', list: 'oig-leie', checkId, verdict, decidedOn: civilDate(decidedOn), reason: 'compared', recordedAt: `${decidedOn}T12:00:00Z` });

describe('LA-EX-2, every calendar month', () => {
  test('the hire month: a check in it, or one at most 31 days before the hire', () => {
    expect(standing({ checks: both('2026-03-31') }, 'la.ex-2', '2026-04-05')).toMatchObject({ status: 'met', periods: [{ period: '2026-03', status: 'met' }, { period: '2026-04', status: 'not-yet-due' }] });
    expect(statusOf({ checks: both('2026-01-30') }, 'la.ex-2', '2026-04-05')).toBe('met');
    expect(statusOf({ checks: both('2026-01-29') }, 'la.ex-2', '2026-04-05')).toBe('gap');
    const same = { agency: { packs: ['la-medicaid' as const], overrides: [{ requirement: 'la.ex-2', set: { hireMonth: 'same-month' as const }, reason: 'policy', recordedAt: '2026-01-01T00:00:00Z' }] } };
    expect(statusOf({ ...same, checks: both('2026-02-28') }, 'la.ex-2', '2026-04-05')).toBe('gap');
    expect(statusOf({ ...same, checks: both('2026-03-01') }, 'la.ex-2', '2026-04-05')).toBe('met');
  });

  test('the open month: silent until ten days before its end, then due soon', () => {
    const checks = both('2026-03-10');
    expect(standing({ checks }, 'la.ex-2', '2026-04-19')).toMatchObject({ status: 'met', validNow: true, onTime: true, dueOn: '2026-04-30', validThrough: '2026-03-31' });
    expect(standing({ checks }, 'la.ex-2', '2026-04-20')).toMatchObject({ status: 'due-soon', dueOn: '2026-04-30', missing: ['oig-leie', 'la-adverse-actions'] });
    expect(standing({ checks }, 'la.ex-2', '2026-05-01')).toMatchObject({ status: 'gap', onTime: false, validNow: false });
    expect(standing({ checks: both('2026-03-10', '2026-04-02') }, 'la.ex-2', '2026-04-05')).toMatchObject({ status: 'met', dueOn: '2026-05-31' });
  });

  test('one list is incomplete once closed, and a later check repairs nothing', () => {
    const checks = [...both('2026-03-10', '2026-05-04', '2026-06-01'), check('oig-leie', '2026-04-08')];
    expect(standing({ checks }, 'la.ex-2', '2026-06-05')).toMatchObject({
      status: 'incomplete', validNow: true, onTime: false, lapses: [{ from: '2026-04-01', to: '2026-04-30' }],
    });
  });

  test('an undecided match is review, a decided one what was decided, from that day on', () => {
    const possible = check('oig-leie', '2026-04-08', { outcome: 'possible' });
    const checks = [...both('2026-03-10', '2026-05-04'), possible, check('la-adverse-actions', '2026-04-08')];
    expect(statusOf({ checks }, 'la.ex-2', '2026-05-15')).toBe('review');
    const decided = (verdict: Decision['verdict']) => ({ checks, file: { decisions: [decision(possible.id, verdict, '2026-05-10')] } });
    expect(statusOf(decided('not-the-person'), 'la.ex-2', '2026-05-15')).toBe('met');
    expect(statusOf(decided('not-the-person'), 'la.ex-2', '2026-05-09')).toBe('review');
    expect(standing(decided('the-person'), 'la.ex-2', '2026-05-15')).toMatchObject({ status: 'fail', dueOn: null });
    expect(statusOf(decided('unable'), 'la.ex-2', '2026-05-15')).toBe('incomplete');
  });

  test('a decision keeps speaking for later checks that name it', () => {
    const first = check('oig-leie', '2026-03-08', { outcome: 'possible' });
    const made = decision(first.id, 'not-the-person', '2026-03-09');
    const checks = [first, check('la-adverse-actions', '2026-03-08'), check('oig-leie', '2026-04-08', { outcome: 'possible', decisionId: made.id }), check('la-adverse-actions', '2026-04-08')];
    expect(statusOf({ checks, file: { decisions: [made] } }, 'la.ex-2', '2026-05-05')).toBe('met');
  });

  test('the month of leaving is owed only when its last day was worked', () => {
    const checks = both('2026-03-10', '2026-04-10');
    expect(statusOf({ checks, employment: { endedOn: civilDate('2026-05-30') } }, 'la.ex-2', '2026-08-01')).toBe('met');
    expect(standing({ checks, employment: { endedOn: civilDate('2026-05-31') } }, 'la.ex-2', '2026-08-01')).toMatchObject({ status: 'gap', dueOn: null });
    expect(statusOf({ checks, employment: { endedOn: civilDate('2026-05-31') } }, 'la.ex-2', '2026-05-31')).toBe('due-soon');
    expect(standing({ checks: both('2026-03-10', '2026-04-10', '2026-05-02'), employment: { endedOn: civilDate('2026-05-30') } }, 'la.ex-2', '2026-08-01')?.periods).toHaveLength(3);
  });

  test('months before the records begin are not judged, nor the one they cut', () => {
    const agency = (recordsFrom: string) => ({ packs: ['la-medicaid' as const], recordsFrom: civilDate(recordsFrom) });
    const checks = both('2026-06-10');
    expect(standing({ checks, agency: agency('2026-06-01') }, 'la.ex-2', '2026-07-05')?.periods?.map((period) => period.period)).toEqual(['2026-06', '2026-07']);
    expect(standing({ checks, agency: agency('2026-05-02') }, 'la.ex-2', '2026-07-05')?.periods?.map((period) => period.period)).toEqual(['2026-06', '2026-07']);
  });

  test('a pack in force since a day judges from that day', () => {
    const agency = { packs: [{ pack: 'la-medicaid' as const, from: civilDate('2026-05-01') }] };
    expect(standing({ agency, checks: both('2026-05-10', '2026-06-10') }, 'la.ex-2', '2026-07-05')).toMatchObject({ status: 'met' });
    expect(statusOf({ agency }, 'la.ex-2', '2026-04-30')).toBe('none');
  });

  test('nobody owes a month before the hire has happened', () => {
    const { hiredOn: _hiredOn, ...candidate } = employmentOf({ plannedHireOn: hire });
    expect(standing({ employments: [candidate] }, 'la.ex-2', '2026-06-05')).toMatchObject({ status: 'not-yet-due', dueOn: null });
  });
});

describe('NC-PUB-EX, three lists every month, whoever pays', () => {
  const base = { role: 'team-lead' as const, agency: { packs: ['nc-state-funded' as const] }, employment: { medicaidPaid: false } };
  const lists = ['oig-leie', 'sam', 'nc-excluded-providers'] as const;
  test('all three, two, none', () => {
    const checks = (count: number) => lists.slice(0, count).map((list) => check(list, '2026-03-10'));
    expect(statusOf({ ...base, checks: checks(3) }, 'nc.pub-ex', '2026-04-05')).toBe('met');
    expect(standing({ ...base, checks: checks(2) }, 'nc.pub-ex', '2026-04-05')).toMatchObject({ status: 'incomplete', periods: [{ status: 'incomplete', missing: ['nc-excluded-providers'] }, { status: 'not-yet-due' }] });
    expect(statusOf({ ...base, checks: [] }, 'nc.pub-ex', '2026-04-05')).toBe('gap');
  });
});
