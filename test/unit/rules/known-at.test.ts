import { expect, test } from 'vitest';
import { civilDate } from '../../../shared/civil-date.ts';
import { knownUntil } from '../../../shared/rules/known.ts';
import { item, standing, statusOf, check } from './support.ts';

const trained = (id: string, performedOn: string, recordedAt: string, fields = {}) =>
  item('ips-training', { id, performedOn: civilDate(performedOn), recordedAt, ...fields });

test('only what was recorded by then counts, the facts keep their own dates', () => {
  const world = { evidence: [trained('a', '2026-02-20', '2026-04-10T15:00:00Z')] };
  expect(statusOf(world, 'la.ipst', '2026-03-20')).toBe('met');
  expect(standing(world, 'la.ipst', '2026-03-20', { knownAt: '2026-04-10T14:59:59Z' })?.status).toBe('overdue');
  expect(standing(world, 'la.ipst', '2026-03-20', { knownAt: '2026-04-10T15:00:00Z' })?.status).toBe('met');
});

test('a bare date is the end of that day in the agency time zone', () => {
  expect(new Date(knownUntil('2026-04-10', 'America/Chicago') ?? 0).toISOString()).toBe('2026-04-11T04:59:59.999Z');
  expect(new Date(knownUntil('2026-03-07', 'America/Chicago') ?? 0).toISOString()).toBe('2026-03-08T05:59:59.999Z');
  expect(new Date(knownUntil('2026-03-08', 'America/Chicago') ?? 0).toISOString()).toBe('2026-03-09T04:59:59.999Z');
  expect(knownUntil('last week')).toBeNull();
  const world = { evidence: [trained('a', '2026-02-20', '2026-04-11T04:00:00Z')] };
  expect(standing(world, 'la.ipst', '2026-03-20', { knownAt: '2026-04-10' })?.status).toBe('met');
  expect(standing(world, 'la.ipst', '2026-03-20', { knownAt: '2026-04-09' })?.status).toBe('overdue');
});

test('a correction replaces, retracting it revives, only the newest standing one of a chain counts', () => {
  const first = trained('a', '2026-03-05', '2026-03-06T10:00:00Z');
  const second = trained('b', '2026-02-28', '2026-03-08T10:00:00Z', { supersedes: 'a' });
  const third = trained('c', '2026-03-06', '2026-03-10T10:00:00Z', { supersedes: 'b' });
  expect(statusOf({ evidence: [first] }, 'la.ipst', '2026-04-01')).toBe('late');
  expect(statusOf({ evidence: [first, second] }, 'la.ipst', '2026-04-01')).toBe('met');
  expect(statusOf({ evidence: [third, second, first] }, 'la.ipst', '2026-04-01')).toBe('late');
  expect(statusOf({ evidence: [first, { ...second, retractedAt: '2026-03-09T10:00:00Z' }] }, 'la.ipst', '2026-04-01')).toBe('late');
  expect(statusOf({ evidence: [first, second, { ...third, retractedAt: '2026-03-20T10:00:00Z' }] }, 'la.ipst', '2026-04-01')).toBe('met');
  expect(standing({ evidence: [first, second, third] }, 'la.ipst', '2026-04-01', { knownAt: '2026-03-09' })?.status).toBe('met');
  const retracted = { evidence: [first, { ...second, retractedAt: '2026-03-20T10:00:00Z' }] };
  expect(standing(retracted, 'la.ipst', '2026-04-01', { knownAt: '2026-03-19' })?.status).toBe('met');
});

test('checks, decisions, documents and overrides are known from when they were recorded', () => {
  const checks = ['oig-leie', 'la-adverse-actions'].map((list) => check(list as 'oig-leie', '2026-03-10', { recordedAt: '2026-04-20T10:00:00Z' }));
  expect(standing({ checks }, 'la.ex-2', '2026-04-10', { knownAt: '2026-04-10' })?.status).toBe('gap');
  expect(standing({ checks }, 'la.ex-2', '2026-04-10')?.status).toBe('met');
  const file = { documents: [{ id: 'd', sha256: '0'.repeat(64), name: 'd.pdf', mediaType: 'application/pdf', bytes: 1, vault: 'personnel' as const, recordedAt: '2026-05-02T00:00:00Z' }] };
  const filed = { evidence: [trained('a', '2026-02-20', '2026-02-21T10:00:00Z')], file };
  expect(standing(filed, 'la.doc', '2026-06-01', { knownAt: '2026-04-30' })?.status).toBe('incomplete');
  expect(standing(filed, 'la.doc', '2026-06-01')?.status).toBe('met');
});

test('a period: its days, the covered ones, the lapses inside', () => {
  const world = { evidence: [trained('a', '2026-03-12', '2026-03-12T10:00:00Z')] };
  const judged = standing(world, 'la.ipst', '2026-03-31', { from: civilDate('2026-02-01') });
  expect(judged?.inPeriod).toEqual({ days: 30, coveredDays: 20, lapses: [{ from: '2026-03-02', to: '2026-03-11' }] });
  expect(standing({}, 'la.ipst', '2026-03-31', { from: civilDate('2026-03-22') })?.inPeriod).toEqual({ days: 10, coveredDays: 0, lapses: [{ from: '2026-03-22', to: null }] });
});
