import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../shared/civil-date.ts';
import { isValidNpi } from '../../../shared/rules/npi.ts';
import { check, item, standing, statusOf } from './support.ts';

const later = '2026-07-01';

describe('LA-EX-3', () => {
  const judged = (...outcomes: readonly ('clear' | 'confirmed' | 'possible' | 'unable')[]): string =>
    statusOf({ checks: outcomes.map((outcome, index) => check('oig-leie', `2026-0${String(index + 3)}-05`, { outcome })) }, 'la.ex-3', later);
  test.each([
    [['clear'], 'met'], [['clear', 'confirmed'], 'fail'], [['confirmed', 'clear'], 'review'], [['possible', 'clear'], 'review'],
    [['unable'], 'not-yet-due'], [[], 'not-yet-due'], [['confirmed', 'possible'], 'fail'],
  ] as const)('%j: %s', (outcomes, status) => {
    expect(judged(...outcomes)).toBe(status);
  });
  test('a clear search of one list does not answer a confirmed one of another', () => {
    expect(statusOf({ checks: [check('oig-leie', '2026-03-05', { outcome: 'confirmed' }), check('la-adverse-actions', '2026-04-05')] }, 'la.ex-3', later)).toBe('fail');
  });
  test('a vendor is judged too', () => {
    const file = { vendors: [{ id: 'v', name: 'Invented Staffing', kind: 'staffing' as const, from: civilDate('2026-03-02') }] };
    expect(standing({ file, checks: [{ ...check('oig-leie', '2026-03-01', { vendorId: 'v', outcome: 'confirmed' }), personId: undefined as never }].map(({ personId: _personId, ...rest }) => rest) }, 'la.ex-3', later)).toMatchObject({ vendorId: 'v', status: 'fail' });
  });
});

describe('LA-EX-4 and LA-DOC, the papers', () => {
  test('a search needs a document or a whole list with its version', () => {
    const version = { name: 'UPDATED.csv', sha256: 'a'.repeat(64), rows: 80_000 };
    expect(statusOf({ checks: [check('oig-leie', '2026-03-05', { documents: [], method: 'whole-list', listVersion: version })] }, 'la.ex-4', later)).toBe('met');
    const bare = check('oig-leie', '2026-03-05', { documents: [], method: 'whole-list' });
    expect(standing({ checks: [bare] }, 'la.ex-4', later)).toMatchObject({ status: 'incomplete', missing: [`document:${bare.id}`], validNow: false });
    expect(statusOf({}, 'la.ex-4', later)).toBe('not-yet-due');
  });
  test('a missing paper of a training makes LA-DOC incomplete and changes nothing else', () => {
    const training = item('ips-training', { performedOn: civilDate('2026-02-20'), documents: [] });
    expect(standing({ evidence: [training] }, 'la.doc', later)).toMatchObject({ status: 'incomplete', missing: [`document:${training.id}`] });
    expect(statusOf({ evidence: [training] }, 'la.ipst', later)).toBe('met');
    expect(statusOf({ evidence: [item('ips-training', { performedOn: civilDate('2026-02-20') })] }, 'la.doc', later)).toBe('met');
    expect(statusOf({ role: 'other', evidence: [training] }, 'la.doc', later)).toBe('none');
  });
});

describe('LA-NPI and LA-SCOPE', () => {
  test('check digit', () => {
    expect(isValidNpi('1234567893')).toBe(true);
    expect(isValidNpi('1234567890')).toBe(false);
    expect(isValidNpi('123456789')).toBe(false);
  });
  test.each([['1234567893', 'met'], ['1234567890', 'review'], ['', 'not-yet-due']])('NPI "%s": %s', (npi, status) => {
    expect(statusOf({ person: { npi } }, 'la.npi', later)).toBe(status);
  });
  test('a licence counts through its printed day; the latest of a kind, the worst kind', () => {
    const licences = (...ends: readonly ['rn' | 'lcsw', string][]) => ({ person: { licenses: ends.map(([kind, end]) => ({ kind, expiresOn: civilDate(end) })) } });
    expect(statusOf(licences(['rn', '2026-07-01']), 'la.scope', later)).toBe('expiring');
    expect(standing(licences(['rn', '2026-06-30']), 'la.scope', later)).toMatchObject({ status: 'expired', dueOn: '2026-06-30', onTime: false, validNow: false });
    expect(statusOf(licences(['rn', '2026-06-30'], ['rn', '2027-06-30']), 'la.scope', later)).toBe('met');
    expect(statusOf(licences(['rn', '2027-06-30'], ['lcsw', '2026-06-30']), 'la.scope', later)).toBe('expired');
    expect(statusOf({}, 'la.scope', later)).toBe('none');
  });
});
