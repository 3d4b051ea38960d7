import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../shared/civil-date.ts';
import type { Evidence } from '../../../shared/model/evidence.ts';
import { employmentOf, hire, item, shifted, standing, statusOf } from './support.ts';

const on = (date: string) => ({ performedOn: civilDate(date) });
const card = (date: string, fields: Partial<Evidence> = {}): Evidence =>
  item('cpr-first-aid', { ...on(date), parts: ['cpr', 'first-aid'], issuer: 'American Heart Association', ...fields });

describe('LA-CPR, within 90 days, then to the end of the month two years on', () => {
  // Hired 2 March 2026: the last compliant day is 31 May 2026.
  test.each([['2026-05-31', 'met', true], ['2026-06-01', 'late', false]])('card of %s: %s', (date, status, onTime) => {
    expect(standing({ evidence: [card(date)] }, 'la.cpr', '2026-07-01')).toMatchObject({ status, onTime, validNow: true });
  });

  test('open until the last day, overdue after it', () => {
    expect(standing({}, 'la.cpr', '2026-04-30')).toMatchObject({ status: 'not-yet-due', dueOn: '2026-05-31' });
    expect(statusOf({}, 'la.cpr', '2026-05-01')).toBe('due-soon');
    expect(statusOf({}, 'la.cpr', '2026-05-31')).toBe('due-soon');
    expect(standing({}, 'la.cpr', '2026-06-01')).toMatchObject({ status: 'overdue', onTime: false, lapses: [{ from: '2026-06-01', to: null }] });
  });

  test('valid to the end of the issue month, two years later; the printed expiry comes first', () => {
    const world = { evidence: [card('2026-03-10')] };
    expect(standing(world, 'la.cpr', '2028-03-01')).toMatchObject({ status: 'expiring', validThrough: '2028-03-31' });
    expect(statusOf(world, 'la.cpr', '2028-02-29')).toBe('met');
    expect(standing(world, 'la.cpr', '2028-04-01')).toMatchObject({ status: 'expired', dueOn: '2028-03-31', lapses: [{ from: '2028-04-01', to: null }] });
    expect(standing({ evidence: [card('2026-03-10', { expiresOn: civilDate('2027-03-10') })] }, 'la.cpr', '2026-07-01')).toMatchObject({ validThrough: '2027-03-10' });
    expect(standing({ evidence: [card('2024-02-29')] }, 'la.cpr', '2026-07-01')).toMatchObject({ status: 'overdue' });
  });

  test('a card valid on the day of hire counts; one that ended before it is nothing on file', () => {
    expect(statusOf({ evidence: [card('2024-03-20')] }, 'la.cpr', '2026-03-31')).toBe('expiring');
    expect(standing({ evidence: [card('2024-03-20')] }, 'la.cpr', '2026-04-01')).toMatchObject({ status: 'not-yet-due', dueOn: '2026-05-31' });
    expect(standing({ evidence: [card('2024-02-20')] }, 'la.cpr', '2026-06-01')).toMatchObject({ status: 'overdue', missing: ['cpr', 'first-aid'] });
  });

  test('a renewal on the day after the last valid day is no lapse, one day later it is', () => {
    const first = card('2026-03-10', { expiresOn: civilDate('2026-08-31') });
    const prompt = standing({ evidence: [first, card('2026-09-01')] }, 'la.cpr', '2026-12-01');
    expect(prompt).toMatchObject({ status: 'met', onTime: true });
    expect(prompt?.lapses).toBeUndefined();
    expect(standing({ evidence: [first, card('2026-09-02')] }, 'la.cpr', '2026-12-01')).toMatchObject({ status: 'late', onTime: false, validNow: true, lapses: [{ from: '2026-09-01', to: '2026-09-01' }] });
  });

  test('an on-time renewal begins a clean cycle, the history stays', () => {
    const evidence = [card('2026-06-10', { expiresOn: civilDate('2026-12-31') }), card('2026-12-15')];
    expect(standing({ evidence }, 'la.cpr', '2027-02-01')).toMatchObject({ status: 'met', onTime: false, lapses: [{ from: '2026-06-01', to: '2026-06-09' }] });
  });

  test('one part is incomplete after the deadline; cards of both parts may differ', () => {
    const half = card('2026-04-01', { parts: ['cpr'] });
    expect(standing({ evidence: [half] }, 'la.cpr', '2026-05-20')).toMatchObject({ status: 'due-soon', missing: ['first-aid'] });
    expect(standing({ evidence: [half] }, 'la.cpr', '2026-06-01')).toMatchObject({ status: 'incomplete', missing: ['first-aid'], dueOn: '2026-05-31' });
    expect(standing({ evidence: [half, card('2026-05-01', { parts: ['first-aid'] })] }, 'la.cpr', '2026-07-01')).toMatchObject({ status: 'met', validThrough: '2028-04-30' });
  });

  test('another issuer, none, or an online card is review; a certain card beside it is met', () => {
    for (const fields of [{ issuer: 'Red Cross' }, { issuer: '' }, { category: 'online-only' }]) {
      expect(standing({ evidence: [card('2026-04-01', fields)] }, 'la.cpr', '2026-07-01')).toMatchObject({ status: 'review', validNow: null, dueOn: '2026-05-31' });
    }
    expect(statusOf({ evidence: [card('2026-04-01', { issuer: 'Red Cross' }), card('2026-04-02', { issuer: 'AHA' })] }, 'la.cpr', '2026-07-01')).toBe('met');
    expect(statusOf({ evidence: [card('2026-04-01', { result: 'fail' })] }, 'la.cpr', '2026-07-01')).toBe('overdue');
  });

  test('exempt while a named licence is current; then due at the later of its last day and the 90 days', () => {
    const nurse = (expiresOn: string) => ({ person: { licenses: [{ kind: 'rn' as const, expiresOn: civilDate(expiresOn) }] } });
    expect(standing(nurse('2026-08-31'), 'la.cpr', '2026-08-31')).toMatchObject({ status: 'exempt', dueOn: '2026-08-31', validNow: true, onTime: null });
    expect(standing(nurse('2026-08-31'), 'la.cpr', '2026-09-01')).toMatchObject({ status: 'overdue', dueOn: '2026-08-31', lapses: [{ from: '2026-09-01', to: null }] });
    expect(standing(nurse('2026-04-30'), 'la.cpr', '2026-05-01')).toMatchObject({ status: 'due-soon', dueOn: '2026-05-31' });
    expect(statusOf({ person: { licenses: [{ kind: 'lcsw' as const }] } }, 'la.cpr', '2026-09-01')).toBe('overdue');
  });

  test('runs from the start of direct care where that is later, and not at all without it', () => {
    expect(standing({ employment: { directCareFrom: civilDate('2026-04-01') } }, 'la.cpr', '2026-06-15')).toMatchObject({ status: 'due-soon', dueOn: '2026-06-30' });
    expect(statusOf({ employment: { directCare: false } }, 'la.cpr', '2026-09-01')).toBe('none');
  });
});

describe('LA-CRISIS, before service or crisis duty, then every 12 months', () => {
  const training = (date: string): Evidence => item('crisis-intervention', on(date));
  const service = { employment: { firstServiceOn: civilDate('2026-03-16') } };
  test.each([['2026-03-15', 'met'], ['2026-03-16', 'review'], ['2026-03-17', 'late']])('trained %s: %s', (date, status) => {
    expect(statusOf({ ...service, evidence: [training(date)] }, 'la.crisis', '2026-06-01')).toBe(status);
  });
  test('the earlier of crisis duty and first service', () => {
    expect(standing({ employment: { firstServiceOn: civilDate('2026-03-16'), crisisDutyOn: civilDate('2026-03-10') } }, 'la.crisis', '2026-03-05')).toMatchObject({ dueOn: '2026-03-09' });
  });
  test('without direct care and duty it is open without a date, met once trained, and never expires', () => {
    const office = { role: 'other' as const, employment: { directCare: false } };
    expect(standing(office, 'la.crisis', '2026-06-01')).toMatchObject({ status: 'not-yet-due', dueOn: null });
    expect(standing({ ...office, evidence: [training('2026-05-01')] }, 'la.crisis', '2026-06-01')).toMatchObject({ status: 'met', onTime: true, validThrough: '2027-05-01' });
    expect(statusOf({ ...office, evidence: [training('2026-05-01')] }, 'la.crisis', '2027-05-02')).toBe('not-yet-due');
  });
  test('valid through the same date one year later, 29 February to 28 February', () => {
    const world = { ...service, evidence: [training('2026-03-15')] };
    expect(statusOf(world, 'la.crisis', '2027-03-15')).toBe('expiring');
    expect(standing(world, 'la.crisis', '2027-03-16')).toMatchObject({ status: 'expired', validThrough: '2027-03-15', dueOn: '2027-03-15' });
    const leap = { employment: { hiredOn: civilDate('2028-03-10'), roles: [{ role: 'ips-specialist' as const, from: civilDate('2028-03-10') }] }, evidence: [training('2028-02-29')] };
    expect(standing(leap, 'la.crisis', '2028-06-01')).toMatchObject({ status: 'met', validThrough: '2029-02-28' });
  });
  test('re-doing early restarts the clock from the new date', () => {
    expect(standing({ ...service, evidence: [training('2026-03-15'), training('2026-06-01')] }, 'la.crisis', '2026-07-01')).toMatchObject({ status: 'met', validThrough: '2027-06-01' });
  });
});

describe('LA-CE, three parts before the first service, then every 12 months', () => {
  const parts = ['confidentiality', 'hipaa', 'mandated-reporting'];
  test('all three, or what is missing is named', () => {
    expect(statusOf({ evidence: [item('continuing-education', { ...on('2026-03-01'), parts })] }, 'la.ce', '2026-06-01')).toBe('met');
    expect(standing({ evidence: [item('continuing-education', { ...on('2026-03-01'), parts: ['hipaa'] })] }, 'la.ce', '2026-06-01')).toMatchObject({ status: 'incomplete', missing: ['confidentiality', 'mandated-reporting'] });
    expect(standing({}, 'la.ce', '2026-06-01')).toMatchObject({ status: 'overdue', missing: parts });
  });
  test('counts from the role where the first service came before it', () => {
    const employment = {
      firstServiceOn: civilDate('2026-03-10'),
      roles: [{ role: 'other-direct-care' as const, from: hire, to: civilDate('2026-04-30') }, { role: 'ips-specialist' as const, from: civilDate('2026-05-01') }],
    };
    expect(statusOf({ employment, evidence: [item('continuing-education', { ...on('2026-04-30'), parts })] }, 'la.ce', '2026-06-01')).toBe('met');
    expect(statusOf({ employment, evidence: [item('continuing-education', { ...on('2026-05-01'), parts })] }, 'la.ce', '2026-06-01')).toBe('review');
  });
  test('one part expired, the others renewed', () => {
    const evidence = [item('continuing-education', { ...on('2026-03-01'), parts }), item('continuing-education', { ...on('2027-02-01'), parts: ['hipaa', 'confidentiality'] })];
    expect(standing({ evidence }, 'la.ce', '2027-03-02')).toMatchObject({ status: 'expired', validThrough: '2027-03-01', lapses: [{ from: '2027-03-02', to: null }] });
  });
});

describe('LA-BCC and LA-IPST, once, before the first service', () => {
  const service = { employment: { firstServiceOn: civilDate('2026-03-16') } };
  test.each([['basic-clinical-competency', 'la.bcc'], ['ips-training', 'la.ipst']] as const)('%s: the day before, the day, the day after', (kind, id) => {
    for (const [date, status] of [['2026-03-15', 'met'], ['2026-03-16', 'review'], ['2026-03-17', 'late']] as const) {
      expect(statusOf({ ...service, evidence: [item(kind, on(date))] }, id, '2026-06-01')).toBe(status);
    }
  });
  test('a duty done late stays late, whatever is repeated', () => {
    const evidence = [item('ips-training', on('2026-03-20')), item('ips-training', on('2026-04-20'))];
    expect(standing({ ...service, evidence }, 'la.ipst', '2026-06-01')).toMatchObject({ status: 'late', onTime: false, validNow: true, validThrough: null, lapses: [{ from: '2026-03-16', to: '2026-03-19' }] });
  });
  test('licensed staff owe no clinical basics until the licence ends', () => {
    const licensed = { ...service, person: { licenses: [{ kind: 'lpc' as const, expiresOn: civilDate('2026-08-31') }] } };
    expect(statusOf(licensed, 'la.bcc', '2026-08-31')).toBe('none');
    expect(standing(licensed, 'la.bcc', '2026-09-01')).toMatchObject({ status: 'overdue', dueOn: '2026-08-31' });
  });
  test('a peer specialist owes no IPS training', () => {
    expect(statusOf({ role: 'ips-peer-specialist' }, 'la.ipst', '2026-06-01')).toBe('none');
  });
});

describe('LA-CIPS, two years for staff, four for peers, then as printed', () => {
  test.each([['2028-03-02', 'met'], ['2028-03-03', 'late']])('certified %s: %s', (date, status) => {
    expect(statusOf({ evidence: [item('cips', on(date))] }, 'la.cips', '2028-06-01')).toBe(status);
  });
  test.each([['2030-03-02', 'met'], ['2030-03-03', 'late']])('peer certified %s: %s', (date, status) => {
    expect(statusOf({ role: 'ips-peer-specialist', evidence: [item('cips', on(date))] }, 'la.cips-p', '2030-06-01')).toBe(status);
  });
  test('hired on 29 February: due on 28 February two years later', () => {
    const leap = civilDate('2028-02-29');
    expect(standing({ employment: { hiredOn: leap, roles: [{ role: 'ips-specialist', from: leap }] } }, 'la.cips', '2029-01-01')).toMatchObject({ dueOn: '2030-02-28' });
  });
  test('kept by the expiry on the certificate', () => {
    const world = { evidence: [item('cips', { ...on('2026-03-01'), expiresOn: civilDate('2029-03-01') })] };
    expect(standing(world, 'la.cips', '2029-03-01')).toMatchObject({ status: 'expiring' });
    expect(standing(world, 'la.cips', '2029-03-02')).toMatchObject({ status: 'expired' });
    expect(standing({ evidence: [item('cips', on('2026-03-01'))] }, 'la.cips', '2036-03-02')).toMatchObject({ status: 'met', validThrough: null });
  });
  test('a promoted specialist keeps the clock, peer time does not count for it', () => {
    const spans = (first: 'ips-specialist' | 'ips-peer-specialist') => ({
      roles: [{ role: first, from: hire, to: civilDate('2027-02-28') }, { role: 'ips-supervisor' as const, from: civilDate('2027-03-01') }],
    });
    expect(standing({ employment: spans('ips-specialist') }, 'la.cips', '2027-06-01')).toMatchObject({ dueOn: '2028-03-02' });
    expect(standing({ employment: spans('ips-peer-specialist') }, 'la.cips', '2027-06-01')).toMatchObject({ dueOn: '2029-03-01' });
  });
  test('a rehire starts the clock anew', () => {
    const former = employmentOf({ id: 'former', hiredOn: civilDate('2020-01-06'), endedOn: civilDate('2021-06-30') });
    expect(standing({ employments: [former, employmentOf()] }, 'la.cips', '2026-06-01')).toMatchObject({ employmentId: 'e', status: 'not-yet-due', dueOn: '2028-03-02' });
  });
});

test('an undated training is review, not met', () => {
  const { performedOn: _performedOn, ...undated } = item('ips-training', { performedOn: shifted(hire, -3) });
  expect(statusOf({ evidence: [undated] }, 'la.ipst', '2026-06-01')).toBe('review');
});
