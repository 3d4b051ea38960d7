import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../shared/civil-date.ts';
import type { Evidence, EvidenceKind } from '../../../shared/model/evidence.ts';
import type { Role } from '../../../shared/model/person.ts';
import { hire, item, standing, statusOf } from './support.ts';

const nc = { agency: { packs: ['nc-state-funded' as const] } };
const on = (date: string) => ({ performedOn: civilDate(date) });

// Role from 2 March 2026: 90 days end on 31 May, six months on 2 September.
describe.each([
  ['nc.ips101', 'ips-101', 'team-lead', '2026-05-31', '2026-06-01'],
  ['nc.pcep', 'person-centered-planning', 'employment-support-professional', '2026-05-31', '2026-06-01'],
  ['nc.supcpss', 'supervising-cpss', 'team-lead', '2026-05-31', '2026-06-01'],
  ['nc.epmtr', 'employment-peer-mentoring', 'employment-peer-mentor', '2026-09-02', '2026-09-03'],
  ['nc.mi', 'motivational-interviewing', 'benefits-counselor', '2026-09-02', '2026-09-03'],
] as readonly (readonly [string, EvidenceKind, Role, string, string])[])('%s', (id, kind, role, last, after) => {
  const world = (evidence: readonly Evidence[]) => ({ ...nc, role, evidence });
  test(`last compliant day ${last}`, () => {
    expect(statusOf(world([item(kind, on(last))]), id, '2027-01-01')).toBe('met');
    expect(statusOf(world([item(kind, on(after))]), id, '2027-01-01')).toBe('late');
    expect(statusOf(world([]), id, last)).toBe('due-soon');
    expect(statusOf(world([]), id, after)).toBe('overdue');
  });
  test('training before the hire counts by a recorded waiver only', () => {
    expect(statusOf(world([item(kind, on('2026-03-01'))]), id, '2027-01-01')).toBe('review');
    expect(standing(world([item(kind, { ...on('2022-03-02'), result: 'waived' })]), id, '2027-01-01')).toMatchObject({ status: 'exempt', onTime: null, validNow: true, dueOn: null });
    expect(statusOf(world([item(kind, { ...on('2022-03-01'), result: 'waived' })]), id, '2027-01-01')).toBe(id === 'nc.mi' ? 'exempt' : 'overdue');
    expect(statusOf(world([item(kind, { ...on('2025-03-01'), result: 'waived' }), item(kind, on(last))]), id, '2027-01-01')).toBe('met');
  });
});

test('who owes which initial training', () => {
  const owed = (role: Role): string[] =>
    ['nc.ips101', 'nc.pcep', 'nc.supcpss', 'nc.epmtr', 'nc.mi', 'nc.10h'].filter((id) => statusOf({ ...nc, role }, id, '2026-06-15') !== 'none');
  expect(owed('team-lead')).toEqual(['nc.ips101', 'nc.pcep', 'nc.supcpss', 'nc.mi', 'nc.10h']);
  expect(owed('employment-support-professional')).toEqual(['nc.ips101', 'nc.pcep', 'nc.mi', 'nc.10h']);
  expect(owed('employment-peer-mentor')).toEqual(['nc.ips101', 'nc.pcep', 'nc.epmtr', 'nc.10h']);
  expect(owed('benefits-counselor')).toEqual(['nc.ips101', 'nc.mi', 'nc.10h']);
  expect(owed('program-assistant')).toEqual([]);
});

describe('NC-10H, ten hours in every employment year', () => {
  const hours = (date: string, count: number, approvingBody = 'NASW'): Evidence => item('training-hours', { ...on(date), hours: count, approvingBody });
  const world = (evidence: readonly Evidence[], fields = {}) => ({ ...nc, role: 'team-lead' as const, evidence, ...fields });

  test('decimal hours add exactly; the last day of the year counts, the next does not', () => {
    const nine = [hours('2026-04-01', 9.1), hours('2026-05-01', 0.1), hours('2026-06-01', 0.2), hours('2026-07-01', 0.6)];
    expect(statusOf(world(nine), 'nc.10h', '2027-03-10')).toBe('met');
    expect(statusOf(world([...nine.slice(0, 3), hours('2026-07-01', 0.5)]), 'nc.10h', '2027-03-10')).toBe('incomplete');
    expect(statusOf(world([hours('2027-03-01', 10)]), 'nc.10h', '2027-03-10')).toBe('met');
    expect(standing(world([hours('2027-03-02', 10)]), 'nc.10h', '2027-03-10')).toMatchObject({
      status: 'gap', validNow: false, dueOn: '2029-03-01', lapses: [{ from: '2026-03-02', to: '2027-03-01' }],
      periods: [{ period: '2026-03-02/2027-03-01', status: 'gap' }, { period: '2027-03-02/2028-03-01', status: 'met' }],
    });
  });
  test('the open year is never incomplete; near its end it is due soon', () => {
    expect(standing(world([hours('2026-04-01', 4)]), 'nc.10h', '2027-01-29')).toMatchObject({ status: 'not-yet-due', dueOn: '2027-03-01', missing: ['6 hours'] });
    expect(statusOf(world([hours('2026-04-01', 4)]), 'nc.10h', '2027-01-30')).toBe('due-soon');
    expect(standing(world([hours('2026-04-01', 10)]), 'nc.10h', '2026-06-01')).toMatchObject({ status: 'met', dueOn: '2028-03-01' });
  });
  test('reached only with hours nobody approved: review', () => {
    expect(statusOf(world([hours('2026-04-01', 9), hours('2026-05-01', 1, '')]), 'nc.10h', '2027-03-10')).toBe('review');
  });
  test('calendar and fiscal years, by an override', () => {
    const override = (year: 'calendar' | 'fiscal') => ({
      agency: { packs: ['nc-state-funded' as const], overrides: [{ requirement: 'nc.10h', set: { year }, reason: 'contract', recordedAt: '2026-01-01T00:00:00Z' }] },
    });
    expect(standing(world([], override('calendar')), 'nc.10h', '2026-06-01')?.periods).toEqual([{ period: '2026-01-01/2026-12-31', status: 'not-yet-due', missing: ['10 hours'] }]);
    expect(standing(world([], override('fiscal')), 'nc.10h', '2026-06-20')?.periods?.[0]).toMatchObject({ period: '2025-07-01/2026-06-30', status: 'due-soon' });
  });
  test('a year cut by leaving is not owed, unless its last day was the last worked', () => {
    const left = (endedOn: string) => ({ employment: { endedOn: civilDate(endedOn) } });
    expect(standing(world([], left('2026-12-31')), 'nc.10h', '2027-06-01')).toMatchObject({ status: 'not-yet-due', dueOn: null });
    expect(statusOf(world([], left('2027-03-01')), 'nc.10h', '2027-06-01')).toBe('gap');
    expect(statusOf(world([], left('2027-03-01')), 'nc.10h', '2027-03-01')).toBe('due-soon');
  });
  test('years begin again on 29 February', () => {
    const leap = civilDate('2024-02-29');
    const judged = standing({ ...nc, employment: { hiredOn: leap, roles: [{ role: 'team-lead', from: leap }] } }, 'nc.10h', '2028-03-05');
    expect(judged?.periods?.map((period) => period.period)).toEqual(['2024-02-29/2025-02-27', '2025-02-28/2026-02-27', '2026-02-28/2027-02-27', '2027-02-28/2028-02-28', '2028-02-29/2029-02-27']);
  });
});

test('the anchor of the NC trainings is the role the row names', () => {
  const employment = { roles: [{ role: 'program-assistant' as const, from: hire, to: civilDate('2026-04-30') }, { role: 'employment-support-professional' as const, from: civilDate('2026-05-01') }] };
  expect(standing({ ...nc, employment }, 'nc.ips101', '2026-06-01')).toMatchObject({ dueOn: '2026-07-30' });
});
