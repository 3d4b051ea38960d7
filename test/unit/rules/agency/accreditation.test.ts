import { describe, expect, test } from 'vitest';
import { application, decision, duty, override, paper, record, statusOf } from './support.ts';

describe('accredited (la.a2a)', () => {
  const award = [application('2024-01-10', '2024-01-10'), decision('full', '2024-09-02', { id: 'd', expiresOn: '2026-09-02' })];
  test('through the printed last day', () => {
    expect(statusOf({ records: award }, 'la.a2a', '2024-09-02')).toBe('met');
    expect(statusOf({ records: award }, 'la.a2a', '2026-08-02')).toBe('met');
    expect(statusOf({ records: award }, 'la.a2a', '2026-08-03')).toBe('expiring');
    expect(statusOf({ records: award }, 'la.a2a', '2026-09-02')).toBe('expiring');
    expect(duty({ records: award }, 'la.a2a', '2026-09-03')).toMatchObject({ status: 'expired', validNow: false });
  });
  test('open for eighteen months after applying, overdue without an application', () => {
    expect(duty({ records: award }, 'la.a2a', '2024-09-01')).toMatchObject({ status: 'not-yet-due', dueOn: '2025-07-10' });
    expect(statusOf({ records: award.slice(0, 1) }, 'la.a2a', '2025-07-10')).toBe('due-soon');
    expect(statusOf({ records: award.slice(0, 1) }, 'la.a2a', '2025-07-11')).toBe('overdue');
    expect(statusOf({}, 'la.a2a', '2026-03-02')).toBe('overdue');
  });
  test.each([['provisional', 'review'], ['deferred', 'review'], ['reduced', 'review'], ['denied', 'fail'], ['lost', 'fail']])('%s is %s', (outcome, status) => {
    expect(statusOf({ records: [...award, decision(outcome, '2026-03-02')] }, 'la.a2a', '2026-03-01')).toBe('met');
    expect(statusOf({ records: [...award, decision(outcome, '2026-03-02')] }, 'la.a2a', '2026-03-02')).toBe(status);
  });
  test('a renewal the day after the last one is no lapse; of two accreditors the better counts', () => {
    const next = (from: string) => [...award, decision('full', '2026-08-20', { effectiveOn: from, expiresOn: '2029-09-02' })];
    expect(duty({ records: next('2026-09-03') }, 'la.a2a', '2026-10-01')).toMatchObject({ status: 'met', onTime: true });
    expect(duty({ records: next('2026-09-04') }, 'la.a2a', '2026-10-01')).toMatchObject({ status: 'late', onTime: false, lapses: [{ from: '2026-09-03', to: '2026-09-03' }] });
    expect(statusOf({ records: [...award, decision('lost', '2026-03-02', { accreditor: 'coa' })] }, 'la.a2a', '2026-03-02')).toBe('met');
  });
});

describe('applied and paid before the first contract (la.a2b)', () => {
  const contract = paper('payer-contract', { effectiveOn: '2026-03-02' });
  test.each([['2026-03-01', 'met'], ['2026-03-02', 'review'], ['2026-03-03', 'late']])('paid on %s is %s', (paidOn, status) => {
    expect(statusOf({ records: [contract, application('2026-01-05', paidOn)] }, 'la.a2b', '2026-04-01')).toBe(status);
  });
  test.each([['2026-03-01', 'met'], ['2026-03-02', 'review'], ['2026-03-03', 'late']])('applied for on %s is %s', (appliedOn, status) => {
    expect(statusOf({ records: [contract, application(appliedOn, '2026-02-01')] }, 'la.a2b', '2026-04-01')).toBe(status);
  });
  test('without payment incomplete, without anything overdue, without a contract nothing is asked', () => {
    expect(duty({ records: [contract, application('2026-01-05')] }, 'la.a2b', '2026-04-01')).toMatchObject({ status: 'incomplete', missing: ['the proof of payment'] });
    expect(statusOf({ records: [contract] }, 'la.a2b', '2026-04-01')).toBe('overdue');
    expect(statusOf({ records: [contract] }, 'la.a2b', '2026-03-01')).toBe('none');
    expect(statusOf({ records: [application('2026-01-05', '2026-01-05')] }, 'la.a2b', '2026-04-01')).toBe('met');
    expect(statusOf({ records: [contract, application('2026-01-05', '2026-01-05', { withdrawnOn: '2026-03-20' })] }, 'la.a2b', '2026-04-01')).toBe('overdue');
  });
});

describe('full accreditation within 18 months (la.a2c)', () => {
  const applied = application('2024-08-31');
  const within = (decidedOn: string, outcome = 'full') => ({ records: [applied, decision(outcome, decidedOn)] });
  test('the same day of the month, the last of a shorter one, inclusive', () => {
    expect(duty({ records: [applied] }, 'la.a2c', '2026-01-28')).toMatchObject({ status: 'not-yet-due', dueOn: '2026-02-28' });
    expect(statusOf({ records: [applied] }, 'la.a2c', '2026-01-29')).toBe('due-soon');
    expect(statusOf({ records: [applied] }, 'la.a2c', '2026-02-28')).toBe('due-soon');
    expect(statusOf({ records: [applied] }, 'la.a2c', '2026-03-01')).toBe('overdue');
    expect(duty(within('2026-02-28'), 'la.a2c', '2026-04-01')).toMatchObject({ status: 'met', onTime: true });
    expect(duty(within('2026-03-01'), 'la.a2c', '2026-04-01')).toMatchObject({ status: 'late', onTime: false, validNow: true });
  });
  test('a decision after the day judged is not known yet; provisional waits for a person', () => {
    expect(statusOf(within('2026-02-28'), 'la.a2c', '2026-02-27')).toBe('due-soon');
    expect(statusOf(within('2026-02-01', 'provisional'), 'la.a2c', '2026-02-02')).toBe('review');
    expect(statusOf(within('2026-02-01', 'deferred'), 'la.a2c', '2026-04-01')).toBe('review');
  });
  test('a later application does not start the clock again; without a first one there is none', () => {
    expect(duty({ records: [applied, application('2025-06-01')] }, 'la.a2c', '2026-01-01')?.dueOn).toBe('2026-02-28');
    expect(statusOf({}, 'la.a2c', '2026-01-01')).toBe('none');
  });
  test('an agency may change the months, shown with old, new and reason', () => {
    const standing = duty({ records: [applied], agency: { overrides: [override('la.a2c', { withinMonths: 12 })] } }, 'la.a2c', '2025-09-01');
    expect(standing).toMatchObject({ status: 'overdue', dueOn: '2025-08-31', account: { overrides: [{ parameter: 'withinMonths', old: '18', new: '12', reason: 'board decision' }] } });
    expect(standing?.explanation?.().reason).toContain('board decision');
  });
});

describe('adverse decisions are reported in writing (la.a2d)', () => {
  // Friday 6 March 2026: one business day later is Monday.
  const told = decision('denied', '2026-03-06', { id: 'd' });
  const contract = paper('payer-contract', { id: 'c', party: 'Pelican', effectiveOn: '2025-01-01' });
  const notice = (sentOn: string) => record({ kind: 'written-notice', decisionId: 'd', contractId: 'c', sentOn, method: 'portal' });
  test('due the same day, overdue after one business day', () => {
    expect(duty({ records: [told, contract] }, 'la.a2d', '2026-03-06')).toMatchObject({ status: 'due-soon', dueOn: '2026-03-06', missing: ['Pelican'] });
    expect(statusOf({ records: [told, contract] }, 'la.a2d', '2026-03-09')).toBe('due-soon');
    expect(statusOf({ records: [told, contract] }, 'la.a2d', '2026-03-10')).toBe('overdue');
  });
  test.each([['2026-03-06', 'met'], ['2026-03-09', 'met'], ['2026-03-10', 'late']])('sent on %s is %s for good', (sentOn, status) => {
    expect(statusOf({ records: [told, contract, notice(sentOn)] }, 'la.a2d', '2027-03-10')).toBe(status);
  });
  test('one for each payer in force that day; nothing adverse asks nothing', () => {
    const second = paper('payer-contract', { party: 'Magnolia', effectiveOn: '2025-01-01', endedOn: '2026-03-06' });
    const gone = paper('payer-contract', { party: 'Gulf', effectiveOn: '2025-01-01', endedOn: '2026-03-05' });
    expect(duty({ records: [told, contract, second, gone, notice('2026-03-06')] }, 'la.a2d', '2026-03-20')).toMatchObject({ status: 'overdue', missing: ['Magnolia'] });
    expect(statusOf({ records: [decision('full', '2026-03-06'), contract] }, 'la.a2d', '2026-03-20')).toBe('none');
  });
});
