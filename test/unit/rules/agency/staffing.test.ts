import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../../shared/civil-date.ts';
import { attested, duty, override, statusOf, unit, worker } from './support.ts';

const boss = worker('s', 'ips-supervisor');
const people = (count: number, fields = {}) => Array.from({ length: count }, (_, at) => worker(`a${String(at)}`, 'ips-specialist', fields));

describe('the employment unit (la.unit)', () => {
  const world = (endedOn: string) => ({ teams: [unit], people: [boss, worker('a', 'ips-specialist', { endedOn: civilDate(endedOn) })] });
  test('needs a specialist through the last day worked, and a supervisor', () => {
    expect(statusOf(world('2026-03-02'), 'la.unit', '2026-03-02')).toBe('met');
    expect(duty(world('2026-03-02'), 'la.unit', '2026-03-03')).toMatchObject({ status: 'incomplete', missing: ['a specialist'], teamId: 't' });
    expect(duty({ teams: [{ id: 't', name: 'Bayou' }], people: [worker('a')] }, 'la.unit', '2026-03-03')).toMatchObject({ missing: ['a supervisor'] });
    expect(statusOf({ teams: [unit] }, 'la.unit', '2026-03-03')).toBe('overdue');
    expect(statusOf({ teams: [unit], people: [boss, worker('p', 'ips-peer-specialist')] }, 'la.unit', '2026-03-03')).toBe('incomplete');
  });
  test('whoever is named on the team supervises it while employed', () => {
    const named = worker('s', 'ips-supervisor', { teamId: 'elsewhere', endedOn: civilDate('2026-03-02') });
    expect(statusOf({ teams: [unit], people: [named, worker('a')] }, 'la.unit', '2026-03-02')).toBe('met');
    expect(statusOf({ teams: [unit], people: [named, worker('a')] }, 'la.unit', '2026-03-03')).toBe('incomplete');
  });
  test('is open before the first day of the team', () => {
    const teams = [{ ...unit, implementedOn: civilDate('2026-03-02') }];
    expect(statusOf({ teams }, 'la.unit', '2026-01-30')).toBe('not-yet-due');
    expect(statusOf({ teams }, 'la.unit', '2026-03-01')).toBe('due-soon');
    expect(statusOf({ teams }, 'la.unit', '2026-03-02')).toBe('overdue');
  });
});

describe('caseloads (la.ratio, nc.case)', () => {
  const load = (value: number, fte?: number, attestedOn = '2026-02-27') => ({
    teams: [unit], people: [worker('a', 'ips-specialist', fte === undefined ? {} : { fte })], records: [attested('2026-02', attestedOn, [{ personId: 'a', figure: 'active-members', value }])],
  });
  test.each([[20, undefined, 'met'], [21, undefined, 'incomplete'], [10, 0.5, 'met'], [11, 0.5, 'incomplete'], [6, 0.33, 'met'], [7, 0.33, 'incomplete']])('%d members at %s of full time: %s', (value, fte, status) => {
    expect(statusOf(load(value, fte), 'la.ratio', '2026-03-02')).toBe(status);
  });
  test('a number attested after the day judged is not known; without one a person decides', () => {
    expect(statusOf(load(21), 'la.ratio', '2026-02-26')).toBe('review');
    expect(statusOf(load(21), 'la.ratio', '2026-02-27')).toBe('incomplete');
    // 28 February and 92 days.
    expect(statusOf(load(20), 'la.ratio', '2026-05-31')).toBe('met');
    expect(statusOf(load(20), 'la.ratio', '2026-06-01')).toBe('review');
  });
  test('somebody new is asked for a number once the first month is over', () => {
    const fresh = worker('a', 'ips-specialist', { hiredOn: civilDate('2026-03-09') });
    expect(statusOf({ teams: [unit], people: [fresh] }, 'la.ratio', '2026-03-31')).toBe('not-yet-due');
    expect(statusOf({ teams: [unit], people: [fresh] }, 'la.ratio', '2026-04-01')).toBe('review');
  });
  test('an agency may set another number', () => {
    expect(statusOf({ ...load(20), agency: { overrides: [override('la.ratio', { limit: 18 })] } }, 'la.ratio', '2026-03-02')).toBe('incomplete');
    expect(statusOf({ ...load(18), agency: { overrides: [override('la.ratio', { limit: 18 })] } }, 'la.ratio', '2026-03-02')).toBe('met');
  });
  test.each([['employment-support-professional', 25, 'met'], ['employment-support-professional', 26, 'incomplete'], ['team-lead', 9, 'met'], ['team-lead', 10, 'incomplete']] as const)('in North Carolina a %s with %d: %s', (role, value, status) => {
    const world = { agency: { packs: ['nc-state-funded' as const] }, teams: [unit], people: [worker('a', role)], records: [attested('2026-02', '2026-02-27', [{ personId: 'a', figure: 'active-members', value }])] };
    expect(statusOf(world, 'nc.case', '2026-03-02')).toBe(status);
  });
});

describe('supervisor ratio (la.sup10)', () => {
  const duties = (count: number, percent?: number, fte?: number) => ({
    teams: [unit], people: [worker('s', 'ips-supervisor', fte === undefined ? {} : { fte }), ...people(count)],
    records: percent === undefined ? [] : [attested('2026-02', '2026-02-27', [{ personId: 's', figure: 'other-duty-percent', value: percent }])],
  });
  test.each([
    [10, undefined, undefined, 'met'], [11, undefined, undefined, 'incomplete'], [4, 50, undefined, 'met'], [4, 70, undefined, 'met'], [4, 71, undefined, 'incomplete'],
    [10, 10, undefined, 'met'], [10, 11, undefined, 'incomplete'], [5, undefined, 0.5, 'met'], [6, undefined, 0.5, 'incomplete'],
  ])('%d specialists, %s %% other duties, %s of full time: %s', (count, percent, fte, status) => {
    expect(statusOf(duties(count, percent, fte), 'la.sup10', '2026-03-02')).toBe(status);
  });
  test('is counted over all teams of the supervisor, closed ones left out; without one it is silent', () => {
    const second = { id: 'u', name: 'River', supervisorId: 's' };
    const both = [...people(6), ...Array.from({ length: 5 }, (_, at) => worker(`b${String(at)}`, 'ips-specialist', { teamId: 'u' }))];
    expect(statusOf({ teams: [unit, second], people: [boss, ...both] }, 'la.sup10', '2026-03-02')).toBe('incomplete');
    expect(statusOf({ teams: [unit, { ...second, closedOn: civilDate('2026-03-01') }], people: [boss, ...both] }, 'la.sup10', '2026-03-02')).toBe('met');
    expect(statusOf({ teams: [{ id: 't', name: 'Bayou' }], people: people(2) }, 'la.sup10', '2026-03-02')).toBe('none');
  });
});
