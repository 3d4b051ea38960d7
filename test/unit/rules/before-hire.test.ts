import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../shared/civil-date.ts';
import type { Evidence } from '../../../shared/model/evidence.ts';
import { check, employmentOf, hire, item, shifted, standing, statusOf } from './support.ts';

const later = '2026-07-01';
const registry = (): Evidence => item('sex-offender-registry', { performedOn: shifted(hire, -10), result: 'pass' });

describe('LA-BGC, before the hire and at most 90 days old', () => {
  const judged = (fields: Partial<Evidence>, asOf = later): ReturnType<typeof standing> =>
    standing({ evidence: [item('background-check', { result: 'pass', ...fields }), registry()] }, 'la.bgc', asOf);

  test.each([
    [1, 'met', true, true, null],
    [90, 'met', true, true, null],
    [91, 'stale', false, false, '2026-03-01'],
    [0, 'review', null, null, '2026-03-01'],
    [-1, 'late', false, true, null],
  ])('performed %i days before the hire: %s', (days, status, onTime, validNow, dueOn) => {
    expect(judged({ performedOn: shifted(hire, -days) })).toMatchObject({ status, onTime, validNow, dueOn });
  });

  test('the 90 days count through a leap day', () => {
    const leap = civilDate('2028-03-01');
    const world = (performedOn: string) => ({
      employment: { hiredOn: leap },
      evidence: [item('background-check', { performedOn: civilDate(performedOn), result: 'pass' }), item('sex-offender-registry', { performedOn: civilDate('2028-02-01'), result: 'pass' })],
    });
    expect(statusOf(world('2027-12-02'), 'la.bgc', '2028-06-01')).toBe('met');
    expect(statusOf(world('2027-12-01'), 'la.bgc', '2028-06-01')).toBe('stale');
  });

  test('a result after the hire is late however early the check was performed; on the day it is review', () => {
    expect(judged({ performedOn: shifted(hire, -5), resultOn: shifted(hire, 1) })).toMatchObject({ status: 'late' });
    expect(judged({ performedOn: shifted(hire, -5), resultOn: hire })).toMatchObject({ status: 'review' });
    expect(judged({ performedOn: shifted(hire, -5), resultOn: shifted(hire, -1) })).toMatchObject({ status: 'met' });
  });

  test('a same-day check becomes met by an attestation about it', () => {
    const same = item('background-check', { performedOn: hire, result: 'pass' });
    const world = { evidence: [same, registry(), item('attestation', { about: same.id, performedOn: hire })] };
    expect(standing(world, 'la.bgc', later)).toMatchObject({ status: 'met', onTime: true });
  });

  test('undated, without a result, or only requested: review', () => {
    expect(judged({})).toMatchObject({ status: 'review', dueOn: '2026-03-01' });
    expect(statusOf({ evidence: [item('background-check', { performedOn: shifted(hire, -3) }), registry()] }, 'la.bgc', later)).toBe('review');
    expect(statusOf({ evidence: [item('background-check', { requestedOn: shifted(hire, -3) }), registry()] }, 'la.bgc', later)).toBe('review');
  });

  test('a failing result is fail until a passing one of the same day or later', () => {
    const failed = item('background-check', { performedOn: shifted(hire, -20), result: 'fail' });
    const passed = (days: number): Evidence => item('background-check', { performedOn: shifted(hire, -days), result: 'pass' });
    expect(standing({ evidence: [failed, registry()] }, 'la.bgc', later)).toMatchObject({ status: 'fail', onTime: false, validNow: false, dueOn: null });
    expect(statusOf({ evidence: [failed, passed(21), registry()] }, 'la.bgc', later)).toBe('fail');
    expect(statusOf({ evidence: [failed, passed(20), registry()] }, 'la.bgc', later)).toBe('met');
    expect(statusOf({ evidence: [failed, passed(-3), passed(30), registry()] }, 'la.bgc', later)).toBe('late');
  });

  test('without its paper or its registry check it is incomplete, on time all the same, and says what is missing', () => {
    const bare = item('background-check', { performedOn: shifted(hire, -10), result: 'pass', documents: [] });
    expect(standing({ evidence: [bare, registry()] }, 'la.bgc', later)).toMatchObject({ status: 'incomplete', missing: ['document'], onTime: true, validNow: false, dueOn: '2026-03-01' });
    const full = item('background-check', { performedOn: shifted(hire, -10), result: 'pass' });
    expect(standing({ evidence: [full] }, 'la.bgc', later)).toMatchObject({ status: 'incomplete', missing: ['sex-offender-registry'] });
    expect(statusOf({ evidence: [full] }, 'la.sor', later)).toBe('overdue');
    expect(standing({ evidence: [registry()] }, 'la.bgc', later)).toMatchObject({ status: 'incomplete', missing: ['background-check'] });
  });

  test('a stale, late or failed registry check shows in LA-SOR only', () => {
    const full = item('background-check', { performedOn: shifted(hire, -10), result: 'pass' });
    for (const [fields, status] of [[{ performedOn: shifted(hire, -91), result: 'pass' }, 'stale'], [{ performedOn: shifted(hire, 2), result: 'pass' }, 'late'], [{ performedOn: shifted(hire, -2), result: 'fail' }, 'fail']] as const) {
      const world = { evidence: [full, item('sex-offender-registry', fields)] };
      expect(statusOf(world, 'la.sor', later)).toBe(status);
      expect(standing(world, 'la.bgc', later)).toMatchObject({ status: 'met', onTime: true });
    }
  });

  test('before the hire: open, near, and missing parts are named but not findings', () => {
    const planned = employmentOf({ plannedHireOn: civilDate('2026-09-01') });
    const { hiredOn: _hiredOn, ...candidate } = planned;
    const world = { employments: [candidate] };
    expect(standing(world, 'la.bgc', '2026-08-01')).toMatchObject({ status: 'due-soon', dueOn: '2026-08-31', onTime: null, validNow: null });
    expect(statusOf(world, 'la.bgc', '2026-07-31')).toBe('not-yet-due');
    const early = item('background-check', { performedOn: civilDate('2026-06-02'), result: 'pass' });
    const partial = { ...world, evidence: [early] };
    expect(standing(partial, 'la.bgc', '2026-08-20')).toMatchObject({ status: 'stale' });
    const young = { ...world, evidence: [item('background-check', { performedOn: civilDate('2026-06-03'), result: 'pass' })] };
    expect(standing(young, 'la.bgc', '2026-07-01')).toMatchObject({ status: 'not-yet-due', missing: ['sex-offender-registry'] });
  });
});

describe('LA-TB, at most 30 days old, read before the hire', () => {
  const judged = (...fields: Partial<Evidence>[]): string =>
    statusOf({ evidence: fields.map((each) => item('tb-test', { result: 'negative', parts: ['igra'], ...each })) }, 'la.tb', later);

  test.each([[1, 'met'], [30, 'met'], [31, 'stale'], [0, 'review'], [-1, 'late']])('drawn %i days before: %s', (days, status) => {
    expect(judged({ performedOn: shifted(hire, -days) })).toBe(status);
  });

  test('a skin test is judged by its placement and must be read before the hire', () => {
    expect(judged({ parts: ['tst'], performedOn: shifted(hire, -30), resultOn: shifted(hire, -28) })).toBe('met');
    expect(judged({ parts: ['tst'], performedOn: shifted(hire, -31), resultOn: shifted(hire, -29) })).toBe('stale');
    expect(judged({ parts: ['tst'], performedOn: shifted(hire, -2), resultOn: shifted(hire, 1) })).toBe('late');
    const unread = { evidence: [item('tb-test', { parts: ['tst'], performedOn: shifted(hire, -4) })] };
    expect(standing(unread, 'la.tb', later)).toMatchObject({ status: 'incomplete', missing: ['reading'] });
  });

  test('a positive is fail until it is cleared; a clearance inside the 30 days is met', () => {
    const positive = { performedOn: shifted(hire, -25), result: 'positive' } as const;
    const cleared = (days: number) => ({ parts: ['chest-xray'], performedOn: shifted(hire, -days), result: 'cleared' }) as const;
    expect(judged(positive)).toBe('fail');
    expect(judged(positive, cleared(20))).toBe('met');
    expect(judged({ performedOn: shifted(hire, -60), result: 'positive' }, cleared(31))).toBe('stale');
    expect(judged(positive, cleared(-5))).toBe('late');
    expect(judged({ performedOn: shifted(hire, -28), result: 'negative' }, positive, cleared(-5))).toBe('late');
  });

  test('counts from the first IPS role where that is later than the hire', () => {
    const employment = { roles: [{ role: 'other' as const, from: hire, to: civilDate('2026-05-31') }, { role: 'ips-specialist' as const, from: civilDate('2026-06-01') }] };
    const at = (performedOn: string): string => statusOf({ employment, evidence: [item('tb-test', { performedOn: civilDate(performedOn), result: 'negative' })] }, 'la.tb', later);
    expect(at('2026-05-02')).toBe('met');
    expect(at('2026-05-01')).toBe('stale');
    expect(statusOf({ employment }, 'la.tb', '2026-05-31')).toBe('none');
  });
});

describe('LA-DRUG, on or before the first day', () => {
  test.each([[0, 'met'], [400, 'met'], [-1, 'late']])('%i days before: %s', (days, status) => {
    expect(statusOf({ evidence: [item('drug-screen', { performedOn: shifted(hire, -days), result: 'negative' })] }, 'la.drug', later)).toBe(status);
  });

  test('looks only at what is dated after a break', () => {
    const former = employmentOf({ id: 'former', hiredOn: civilDate('2024-01-08'), endedOn: civilDate('2025-06-30') });
    const world = (on: string) => ({ employments: [former, employmentOf()], evidence: [item('drug-screen', { performedOn: civilDate(on), result: 'negative' })] });
    expect(statusOf(world('2025-06-30'), 'la.drug', later)).toBe('overdue');
    expect(statusOf(world('2025-07-01'), 'la.drug', later)).toBe('met');
  });
});

describe('LA-EX-1, both lists before the hire', () => {
  const both = (leie: string, state: string) => ({ checks: [check('oig-leie', leie), check('la-adverse-actions', state)] });

  test('any age before the hire is met; over 30 days is remarked on', () => {
    const fine = standing(both('2026-01-31', '2026-03-01'), 'la.ex-1', later);
    expect(fine).toMatchObject({ status: 'met', onTime: true });
    expect(fine?.account.notes).toEqual([]);
    expect(standing(both('2026-01-30', '2026-03-01'), 'la.ex-1', later)?.account.notes).toHaveLength(1);
  });

  test.each([
    ['2026-03-01', '2026-03-02', 'review'],
    ['2026-03-01', '2026-03-03', 'late'],
    ['2026-03-02', '2026-03-03', 'review'],
  ])('%s and %s: %s', (leie, state, status) => {
    expect(statusOf(both(leie, state), 'la.ex-1', later)).toBe(status);
  });

  test('one list is incomplete, none overdue, an undecided match review, a confirmed one fail', () => {
    expect(standing({ checks: [check('oig-leie', '2026-03-01')] }, 'la.ex-1', later)).toMatchObject({ status: 'incomplete', missing: ['la-adverse-actions'] });
    expect(statusOf({}, 'la.ex-1', later)).toBe('overdue');
    expect(statusOf({ checks: [check('oig-leie', '2026-02-20', { outcome: 'possible' }), check('la-adverse-actions', '2026-02-20')] }, 'la.ex-1', later)).toBe('review');
    expect(statusOf({ checks: [check('oig-leie', '2026-02-20', { outcome: 'confirmed' }), check('la-adverse-actions', '2026-02-20')] }, 'la.ex-1', later)).toBe('fail');
    expect(statusOf({ checks: [check('oig-leie', '2026-02-20', { outcome: 'unable' }), check('la-adverse-actions', '2026-02-20')] }, 'la.ex-1', later)).toBe('incomplete');
  });

  test('what is found after the hire belongs to the months', () => {
    const world = { checks: [...both('2026-02-20', '2026-02-20').checks, check('oig-leie', '2026-04-02', { outcome: 'confirmed' as const })] };
    expect(statusOf(world, 'la.ex-1', later)).toBe('met');
  });

  test('nobody outside Medicaid-paid work owes it', () => {
    expect(statusOf({ employment: { medicaidPaid: false } }, 'la.ex-1', later)).toBe('none');
  });
});

describe('NC-PUB-BGC, requested within five weekdays of the offer', () => {
  // 2026-02-13 was a Friday: the fifth weekday after it is Friday 20 February.
  const world = (requestedOn: string) => ({
    role: 'employment-support-professional' as const, agency: { packs: ['nc-state-funded' as const] }, employment: { offeredOn: civilDate('2026-02-13') },
    evidence: [item('background-check', { requestedOn: civilDate(requestedOn) })],
  });
  test.each([['2026-02-13', 'met'], ['2026-02-20', 'met'], ['2026-02-23', 'late']])('requested %s: %s', (on, status) => {
    expect(statusOf(world(on), 'nc.pub-bgc', later)).toBe(status);
  });
  test('without an offer it runs from the hire', () => {
    const { employment: _employment, ...without } = world('2026-03-09');
    expect(statusOf(without, 'nc.pub-bgc', later)).toBe('met');
    expect(statusOf({ ...without, evidence: [item('background-check', { requestedOn: civilDate('2026-03-10') })] }, 'nc.pub-bgc', later)).toBe('late');
  });
});

describe('NC-PUB-HCPR, before the hire of unlicensed staff', () => {
  const base = { role: 'employment-support-professional' as const, agency: { packs: ['nc-state-funded' as const] } };
  test.each([['2026-03-01', 'met'], ['2026-03-02', 'review'], ['2026-03-03', 'late']])('checked %s: %s', (on, status) => {
    expect(statusOf({ ...base, checks: [check('nc-hcpr', on)] }, 'nc.pub-hcpr', later)).toBe(status);
  });
  test('not while licensed; when the licence ends it is due at once', () => {
    const licensed = { ...base, person: { licenses: [{ kind: 'lcsw' as const, expiresOn: civilDate('2026-06-30') }] } };
    expect(statusOf(licensed, 'nc.pub-hcpr', '2026-06-30')).toBe('none');
    expect(standing(licensed, 'nc.pub-hcpr', '2026-07-01')).toMatchObject({ status: 'overdue', dueOn: '2026-06-30' });
    expect(statusOf({ ...base, person: { licenses: [{ kind: 'other' as const }] } }, 'nc.pub-hcpr', '2026-06-30')).toBe('overdue');
  });
});
