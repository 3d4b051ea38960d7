import { describe, expect, it } from 'vitest';
import { employmentOn, personState, rolesOn } from '../../../shared/agenda/employment.ts';
import { employmentProblems, isValidNpi, likelyDuplicates, personProblems, plainName } from '../../../shared/agenda/identity.ts';
import { compareNames } from '../../../shared/agenda/people-list.ts';
import { candidate, day, employment, person } from './samples.ts';

describe('an NPI', () => {
  // 1234567893 is the worked example of the published check-digit rule.
  it.each([['1234567893', true], ['1234567890', false], ['123456789', false], ['12345678931', false], ['123456789X', false], ['', false]] as const)('%s', (text, valid) => {
    expect(isValidNpi(text)).toBe(valid);
  });
});

describe('likely duplicates', () => {
  const known = [
    person({ id: 'a', names: [{ kind: 'legal', given: 'Zoé', family: 'Hébert-Cole' }, { kind: 'maiden', given: 'Zoé', family: 'Đỗ' }], birthDate: day('1991-08-09') }),
    person({ id: 'b', names: [{ kind: 'legal', given: 'Zoe', family: 'Hebert Cole' }] }),
  ];
  it.each([
    [{ given: 'zoe', family: 'Hebert Cole', birthDate: day('1991-08-09') }, ['a:name-and-birth-date', 'b:name']],
    [{ given: 'Zoe', family: 'Do', birthDate: null }, ['a:name']],
    [{ given: 'Zoe', family: 'Smith', birthDate: day('1991-08-09') }, ['a:birth-date-and-given-name']],
    [{ given: 'Zoe', family: 'Hebert-Cole', birthDate: day('1990-01-01') }, ['b:name']],
    [{ given: 'Ann', family: 'Cole', birthDate: day('1991-08-09') }, []],
    [{ given: '', family: 'Cole', birthDate: null }, []],
  ] as const)('%#', (fresh, found) => {
    expect(likelyDuplicates(known, fresh).map((each) => `${each.person.id}:${each.why}`)).toEqual(found);
  });
  it('compares names without accents, strokes or punctuation', () => {
    expect(plainName("O'Đỗ-Łuk")).toBe('odoluk');
    expect(compareNames('Éa', 'Eb')).toBeLessThan(0);
    expect(compareNames('Đặng', 'Duhon')).toBeLessThan(0);
    expect(compareNames('Łucja', 'Mia')).toBeLessThan(0);
  });
});

describe('which employment is meant', () => {
  const first = employment({ id: 'old', hiredOn: day('2020-01-01'), endedOn: day('2022-01-01') });
  const again = employment({ id: 'new' });
  it.each([
    ['2021-05-01', 'old', 'employed'],
    ['2022-01-01', 'old', 'employed'],
    ['2026-01-01', 'new', 'employed'],
  ] as const)('as of %s it is %s', (on, id, state) => {
    const who = person({ employments: [first, again] });
    expect(employmentOn(who, day(on))?.id).toBe(id);
    expect(personState(who, day(on))).toBe(state);
  });
  it('knows candidates, leavers, withdrawals and nobody', () => {
    expect(personState(person({ employments: [candidate('2026-04-01')] }), day('2026-03-01'))).toBe('candidate');
    expect(personState(person({ employments: [first] }), day('2026-03-01'))).toBe('left');
    expect(personState(person({ employments: [{ ...candidate('2026-04-01'), withdrawnOn: day('2026-02-01') }] }), day('2026-03-01'))).toBe('withdrawn');
    expect(personState(person({ employments: [] }), day('2026-03-01'))).toBe('none');
  });
  it('shows the roles held, the first ones before they begin and the last ones after the end', () => {
    const roles = [{ role: 'ips-specialist', from: day('2025-01-13'), to: day('2025-12-31') }, { role: 'ips-supervisor', from: day('2026-01-01') }] as const;
    const job = employment({ roles });
    expect(rolesOn(job, day('2024-12-01')).map((each) => each.role)).toEqual(['ips-specialist']);
    expect(rolesOn(job, day('2025-12-31')).map((each) => each.role)).toEqual(['ips-specialist']);
    expect(rolesOn({ ...job, endedOn: day('2026-02-01') }, day('2026-03-01')).map((each) => each.role)).toEqual(['ips-supervisor']);
  });
});

describe('what contradicts itself', () => {
  const paths = (job: ReturnType<typeof employment>): readonly string[] => employmentProblems(job).map((each) => each.path);
  const { hiredOn: _hired, ...unhired } = employment();
  it.each([
    ['nothing', employment(), []],
    ['neither hired nor planned', unhired, ['hiredOn']],
    ['service before hire', employment({ firstServiceOn: day('2025-01-12') }), ['firstServiceOn']],
    ['left before hire', employment({ firstServiceOn: day('2025-01-13'), endedOn: day('2025-01-12') }), ['endedOn', 'roles.0.to']],
    ['offer after hire', employment({ offeredOn: day('2025-01-14') }), ['offeredOn']],
    ['hired and withdrawn', employment({ withdrawnOn: day('2025-01-14') }), ['withdrawnOn']],
    ['an end without a hire', { ...candidate('2026-04-01'), roles: [{ role: 'other', from: day('2026-04-01') }], endedOn: day('2026-05-01') } as const, ['endedOn']],
    ['no role', employment({ roles: [] }), ['roles']],
    ['a role before the hire', employment({ roles: [{ role: 'other', from: day('2025-01-12') }] }), ['roles.0.from']],
    ['a role that ends before it begins', employment({ roles: [{ role: 'other', from: day('2025-02-12'), to: day('2025-02-11') }] }), ['roles.0.to']],
    ['a role after the last day', employment({ endedOn: day('2025-06-30'), roles: [{ role: 'other', from: day('2025-02-12'), to: day('2025-07-01') }] }), ['roles.0.to']],
  ] as const)('%s', (_name, job, expected) => {
    expect(paths(job)).toEqual(expected);
  });
  it('looks at the person as a whole', () => {
    const who = person({ names: [{ kind: 'alias', given: ' ', family: 'X' }], npi: '12', email: 'ana at work', birthDate: day('2026-04-01'), employments: [employment({ roles: [] })], licenses: [{ kind: 'rn', issuedOn: day('2026-01-02'), expiresOn: day('2026-01-01') }] });
    expect(personProblems(who, day('2026-03-19')).map((each) => each.path)).toEqual(['names', 'names.0.given', 'birthDate', 'npi', 'email', 'employments.0.roles', 'licenses.0.expiresOn']);
    expect(personProblems(person(), day('2026-03-19'))).toEqual([]);
  });
});
