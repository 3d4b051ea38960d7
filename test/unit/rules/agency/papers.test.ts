import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../../shared/civil-date.ts';
import type { Credential } from '../../../../shared/model/agency-records/agency-record.ts';
import { duty, paper, statusOf, unit } from './support.ts';

const louisiana: readonly (readonly [string, Credential['credential']])[] = [['la.a1', 'license'], ['la.lge', 'lge-agreement'], ['la.pt', 'enrollment'], ['la.a8', 'drug-free-workplace']];
const northern: readonly (readonly [string, Credential['credential']])[] = [['nc.agr', 'dhhs-agreement'], ['nc.lme', 'lme-mco-contract'], ['nc.v', 'dvrs-vendor']];
const all = [
  ...louisiana.map(([id, type]) => [id, type, 'la-medicaid'] as const),
  ...northern.map(([id, type]) => [id, type, 'nc-state-funded'] as const),
];

describe('papers an agency holds', () => {
  test.each(all)('%s: nothing on file is overdue, the printed last day is inclusive', (id, type, pack) => {
    const agency = { packs: [pack] };
    const records = [paper(type, { effectiveOn: '2025-01-01', expiresOn: '2026-06-30' })];
    expect(statusOf({ agency }, id, '2026-03-02')).toBe('overdue');
    expect(statusOf({ agency, records }, id, '2024-12-31')).toBe('overdue');
    expect(statusOf({ agency, records }, id, '2025-01-01')).toBe('met');
    expect(statusOf({ agency, records }, id, '2026-05-30')).toBe('met');
    expect(statusOf({ agency, records }, id, '2026-05-31')).toBe('expiring');
    expect(duty({ agency, records }, id, '2026-06-30')).toMatchObject({ status: 'expiring', validNow: true, validThrough: '2026-06-30' });
    expect(duty({ agency, records }, id, '2026-07-01')).toMatchObject({ status: 'expired', validNow: false, onTime: false });
  });

  test('another kind of paper does not count', () => {
    expect(statusOf({ records: [paper('insurance', { effectiveOn: '2025-01-01' })] }, 'la.a1', '2026-03-02')).toBe('overdue');
  });

  test('a renewal beside the old one is enough; a day without cover stays in the history', () => {
    const old = paper('license', { effectiveOn: '2024-01-01', expiresOn: '2025-12-31' });
    const next = (effectiveOn: string) => ({ records: [old, paper('license', { effectiveOn, expiresOn: '2027-12-31' })] });
    expect(duty(next('2026-01-01'), 'la.a1', '2026-03-02')).toMatchObject({ status: 'met', onTime: true });
    expect(duty(next('2026-01-02'), 'la.a1', '2026-03-02')).toMatchObject({ status: 'late', onTime: false, validNow: true, lapses: [{ from: '2026-01-01', to: '2026-01-01' }] });
    expect(duty({ ...next('2026-01-02'), agency: { recordsFrom: civilDate('2026-01-01') } }, 'la.a1', '2026-03-02')).toMatchObject({ status: 'met' });
  });

  test('papers of different sites are looked at apart, the worst speaks; what was given up does not', () => {
    const houma = paper('enrollment', { siteId: 'h', effectiveOn: '2024-01-01' });
    const ended = (fields: Readonly<Record<string, string>>) => ({ records: [houma, paper('enrollment', { siteId: 'b', effectiveOn: '2024-01-01', ...fields })] });
    expect(statusOf(ended({ expiresOn: '2026-02-28' }), 'la.pt', '2026-03-02')).toBe('expired');
    expect(statusOf(ended({ endedOn: '2026-02-28' }), 'la.pt', '2026-03-02')).toBe('met');
    expect(statusOf({ records: [paper('enrollment', { effectiveOn: '2024-01-01', endedOn: '2026-03-02' })] }, 'la.pt', '2026-03-01')).toBe('met');
    expect(statusOf({ records: [paper('enrollment', { effectiveOn: '2024-01-01', endedOn: '2026-03-02' })] }, 'la.pt', '2026-03-02')).toBe('expiring');
    expect(statusOf({ records: [paper('enrollment', { effectiveOn: '2024-01-01', endedOn: '2026-03-02' })] }, 'la.pt', '2026-03-03')).toBe('expired');
  });

  test('a state of the paper recorded later, with a later first day, was in force before', () => {
    const first = paper('license', { id: 'a', effectiveOn: '2025-01-01', expiresOn: '2026-06-30' });
    const carried = paper('license', { id: 'b', supersedes: 'a', effectiveOn: '2026-07-01', expiresOn: '2028-06-30' });
    expect(statusOf({ records: [first, carried] }, 'la.a1', '2026-03-02')).toBe('met');
  });

  test('a drug-free policy past its review day waits for a person', () => {
    const world = { records: [paper('drug-free-workplace', { effectiveOn: '2025-01-01', reviewOn: '2026-03-02' })] };
    expect(statusOf(world, 'la.a8', '2026-03-02')).toBe('expiring');
    expect(duty(world, 'la.a8', '2026-03-03')).toMatchObject({ status: 'review', dueOn: '2026-03-02', validNow: null });
  });

  test('a DVRS vendor may be in process, an LME/MCO contract may not', () => {
    const agency = { packs: ['nc-state-funded' as const] };
    const records = (type: Credential['credential']) => [paper(type, { inProcess: true, appliedOn: '2026-03-02' })];
    expect(statusOf({ agency, records: records('dvrs-vendor') }, 'nc.v', '2026-03-01')).toBe('overdue');
    expect(statusOf({ agency, records: records('dvrs-vendor') }, 'nc.v', '2026-03-02')).toBe('met');
    expect(statusOf({ agency, records: records('lme-mco-contract') }, 'nc.lme', '2026-03-02')).toBe('overdue');
  });

  test.each([['1234567893', 'met'], ['1234567890', 'review'], [undefined, 'overdue']])('the agency NPI %s is %s', (npi, status) => {
    expect(statusOf({ agency: npi === undefined ? {} : { npi } }, 'la.a12', '2026-03-02')).toBe(status);
  });

  test('the memorandum is submitted before the team begins: the day itself waits for a person, later is late', () => {
    const world = (fields: Readonly<Record<string, string>>) => ({
      agency: { packs: ['nc-state-funded' as const] }, teams: [{ ...unit, implementedOn: civilDate('2026-03-02') }], records: [paper('mou', { signedOn: '2026-01-15', ...fields })],
    });
    expect(statusOf(world({ submittedOn: '2026-03-01' }), 'nc.mou', '2026-04-01')).toBe('met');
    expect(statusOf(world({ submittedOn: '2026-03-02' }), 'nc.mou', '2026-04-01')).toBe('review');
    expect(duty(world({ submittedOn: '2026-03-03' }), 'nc.mou', '2026-04-01')).toMatchObject({ status: 'late', onTime: false, teamId: 't' });
    expect(duty(world({}), 'nc.mou', '2026-04-01')).toMatchObject({ status: 'incomplete', missing: ['the day it was submitted'] });
    expect(statusOf({ ...world({}), records: [] }, 'nc.mou', '2026-04-01')).toBe('review');
    expect(statusOf({ ...world({}), records: [paper('mou', { signedOn: '2026-01-15', submittedOn: '2026-01-20', teamId: 'other' })] }, 'nc.mou', '2026-04-01')).toBe('review');
  });
});
