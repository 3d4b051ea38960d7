import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../../../shared/civil-date.ts';
import type { SearchIdentity } from '../../../../shared/model/exclusion.ts';
import { identityOfPerson, identityOfVendor, namesSearched, sameIdentity } from '../../../../shared/screening/match/identity.ts';
import { scoreRow } from '../../../../shared/screening/match/score-row.ts';
import { buildIndex, search } from '../../../../shared/screening/match/search.ts';
import { leieList, leieRow, searchedOn, subjectOf } from './support.ts';

const birth = '1987-06-14' as CivilDate;
const born = '19870614';
const other = '19700101';
type Names = Parameters<typeof subjectOf>[0];
type Cells = Parameters<typeof leieRow>[0];

const card = (names: Names, cells: Cells, more: Partial<SearchIdentity> = { birthDate: birth }) => scoreRow(subjectOf(names, more), leieRow(cells), 'oig-leie', searchedOn);
const tier = (names: Names, cells: Cells, more?: Partial<SearchIdentity>): string => card(names, cells, more)?.tier ?? 'none';

const danielle: Names = [{ given: 'Danielle', middle: 'Marie', family: 'Hebert' }];

describe('a person against a row, birth date equal, missing, different', () => {
  // [what, names, last, first, middle, equal, missing, different]
  const table: readonly (readonly [string, Names, string, string, string, string, string, string])[] = [
    ['exact', danielle, 'HEBERT', 'DANIELLE', '', 'strong', 'possible', 'weak'],
    ['accents and apostrophes', [{ given: 'Désirée', family: 'O’Neal' }], "O'NEAL", 'DESIREE', '', 'strong', 'possible', 'weak'],
    ['letters with a stroke', [{ given: 'Łukasz', family: 'Đặng' }], 'DANG', 'LUKASZ', '', 'strong', 'possible', 'weak'],
    ['a hyphen for a space', [{ given: 'Danielle', family: 'Hebert-Cole' }], 'HEBERT COLE', 'DANIELLE', '', 'strong', 'possible', 'weak'],
    ['the first half of ours', [{ given: 'Danielle', family: 'Hebert-Cole' }], 'HEBERT', 'DANIELLE', '', 'strong', 'possible', 'weak'],
    ['the second half of ours', [{ given: 'Danielle', family: 'Hebert-Cole' }], 'COLE', 'DANIELLE', '', 'strong', 'possible', 'weak'],
    ['ours is half of theirs', danielle, 'HEBERT-COLE', 'DANIELLE', '', 'possible', 'possible', 'weak'],
    ['what looks like a particle, before a hyphen', [{ given: 'Ana', family: 'Le' }], 'LE-NGUYEN', 'ANA', '', 'possible', 'possible', 'weak'],
    ['a particle before a hyphen', [{ given: 'Ana', family: 'Al' }], 'AL-SAYED', 'ANA', '', 'weak', 'none', 'none'],
    ['a particle', [{ given: 'Ana', family: 'de la Cruz' }], 'CRUZ', 'ANA', '', 'strong', 'possible', 'weak'],
    ['Saint written out', [{ given: 'Ana', family: 'St. Pierre' }], 'SAINT PIERRE', 'ANA', '', 'strong', 'possible', 'weak'],
    ['a nickname', [{ given: 'Elizabeth', family: 'Hebert' }], 'HEBERT', 'BETH', '', 'strong', 'possible', 'weak'],
    ['two nicknames of one name', [{ given: 'Liz', family: 'Hebert' }], 'HEBERT', 'BETH', '', 'strong', 'possible', 'weak'],
    ['one letter in the surname', danielle, 'HERBERT', 'DANIELLE', '', 'strong', 'possible', 'weak'],
    ['one letter in the first name', danielle, 'HEBERT', 'DANIELE', '', 'strong', 'possible', 'weak'],
    ['neighbours swapped', danielle, 'HEBRET', 'DANIELLE', '', 'strong', 'possible', 'weak'],
    ['one letter in each name', danielle, 'HERBERT', 'DANIELE', '', 'possible', 'possible', 'none'],
    ['two letters in the surname', danielle, 'HERBART', 'DANIELLE', '', 'possible', 'none', 'none'],
    ['two letters in the first name', danielle, 'HEBERT', 'DANEILE', '', 'possible', 'none', 'none'],
    ['three letters', danielle, 'HERBART', 'DANIELE', '', 'none', 'none', 'none'],
    ['one letter in a name of three', [{ given: 'Danielle', family: 'Lee' }], 'LEA', 'DANIELLE', '', 'strong', 'none', 'none'],
    ['one letter in a name of two', [{ given: 'Danielle', family: 'Le' }], 'LEE', 'DANIELLE', '', 'strong', 'none', 'none'],
    ['no letter right in a name of one', [{ given: 'Danielle', family: 'E' }], 'O', 'DANIELLE', '', 'weak', 'none', 'none'],
    ['two letters in a name of three', [{ given: 'Danielle', family: 'Lee' }], 'LIA', 'DANIELLE', '', 'possible', 'none', 'none'],
    ['one letter in a name of four', [{ given: 'Danielle', family: 'Cole' }], 'COLA', 'DANIELLE', '', 'strong', 'possible', 'weak'],
    ['only the initial', danielle, 'HEBERT', 'D', '', 'possible', 'possible', 'weak'],
    ['only initials', danielle, 'HEBERT', 'D K', '', 'possible', 'possible', 'weak'],
    ['another initial', danielle, 'HEBERT', 'E', '', 'none', 'none', 'none'],
    ['swapped', danielle, 'DANIELLE', 'HEBERT', '', 'possible', 'possible', 'weak'],
    ['the middle name as the first', danielle, 'HEBERT', 'MARIE', '', 'possible', 'possible', 'weak'],
    ['the middle name as the first, our first as the middle initial', danielle, 'HEBERT', 'MARIE', 'D', 'possible', 'possible', 'weak'],
    ['the middle name as the first, another beside it', danielle, 'HEBERT', 'MARIE', 'K', 'possible', 'weak', 'none'],
    ['their middle name is our first', [{ given: 'Danielle', family: 'Hebert' }], 'HEBERT', 'ANNE', 'DANIELLE', 'possible', 'possible', 'weak'],
    ['their middle name is our first, our middle name their initial', danielle, 'HEBERT', 'M', 'DANIELLE', 'possible', 'possible', 'weak'],
    ['their middle name is our first, our middle name another', danielle, 'HEBERT', 'ANNE', 'DANIELLE', 'possible', 'weak', 'none'],
    ['an equal name, another middle initial', danielle, 'HEBERT', 'DANIELLE', 'K', 'strong', 'possible', 'weak'],
    ['one letter, another middle initial', danielle, 'HERBERT', 'DANIELLE', 'K', 'strong', 'weak', 'weak'],
    ['one letter, the same middle initial', danielle, 'HERBERT', 'DANIELLE', 'M', 'strong', 'possible', 'weak'],
    ['one letter, a middle name on their side only', [{ given: 'Danielle', family: 'Hebert' }], 'HERBERT', 'DANIELLE', 'K', 'strong', 'possible', 'weak'],
    ['a nickname, another middle initial', [{ given: 'Elizabeth', middle: 'Ann', family: 'Hebert' }], 'HEBERT', 'BETH', 'K', 'strong', 'weak', 'weak'],
    ['an initial, another middle initial', danielle, 'HEBERT', 'D', 'K', 'possible', 'weak', 'weak'],
    ['ours is half of theirs, the middle name as the first', danielle, 'HEBERT-COLE', 'MARIE', '', 'possible', 'none', 'none'],
    ['two words of a first name', [{ given: 'Mary Ann', family: 'Hebert' }], 'HEBERT', 'MARY', 'ANN', 'strong', 'possible', 'weak'],
    ['a first word that is no name', [{ given: 'La Toya', family: 'Hebert' }], 'HEBERT', 'LA KEISHA', '', 'none', 'none', 'none'],
    ['a first name written in one or two words', [{ given: 'La Toya', family: 'Hebert' }], 'HEBERT', 'LATOYA', '', 'strong', 'possible', 'weak'],
    ['our surname kept as a middle name', danielle, 'GUIDRY', 'DANIELLE', 'HEBERT', 'possible', 'none', 'none'],
    ['our middle name is their surname', danielle, 'MARIE', 'DANIELLE', '', 'possible', 'none', 'none'],
    ['another surname', danielle, 'GUIDRY', 'DANIELLE', '', 'weak', 'none', 'none'],
    ['another surname, the middle initial agrees', danielle, 'GUIDRY', 'DANIELLE', 'M', 'possible', 'none', 'none'],
    ['another surname, another middle initial', danielle, 'GUIDRY', 'DANIELLE', 'K', 'weak', 'none', 'none'],
    ['no first name on the list', danielle, 'HEBERT', '', '', 'possible', 'none', 'none'],
    ['another first name', danielle, 'HEBERT', 'SOLANGE', '', 'none', 'none', 'none'],
    ['the suffix in the middle name', [{ given: 'Danielle', family: 'Hebert', suffix: 'Jr.' }], 'HEBERT', 'DANIELLE', 'JR', 'strong', 'possible', 'weak'],
    ['another suffix', [{ given: 'Danielle', family: 'Hebert', suffix: 'Jr' }], 'HEBERT', 'DANIELLE', 'SR', 'strong', 'weak', 'weak'],
    ['a surname cut at twenty letters', [{ given: 'Ana', family: 'Featherstonehaughtons' }], 'FEATHERSTONEHAUGHTON', 'ANA', '', 'strong', 'possible', 'weak'],
    ['a first name cut at fifteen letters', [{ given: 'Christopherjames', family: 'Hebert' }], 'HEBERT', 'CHRISTOPHERJAME', '', 'strong', 'possible', 'weak'],
    ['a beginning that is not cut', [{ given: 'Ana', family: 'Featherstone' }], 'FEATHER', 'ANA', '', 'weak', 'none', 'none'],
    ['the surname NULL', [{ given: 'Ana', family: 'Null' }], 'NULL', 'ANA', '', 'strong', 'possible', 'weak'],
  ];
  test.each(table)('%s', (_what, names, LASTNAME, FIRSTNAME, MIDNAME, equal, missing, different) => {
    const cells = { LASTNAME, FIRSTNAME, MIDNAME };
    expect({ equal: tier(names, { ...cells, DOB: born }), missing: tier(names, cells), different: tier(names, { ...cells, DOB: other }) }).toEqual({ equal, missing, different });
    expect(tier(names, { ...cells, DOB: born }, {})).toBe(missing);
  });
});

describe('beyond the name', () => {
  test('an equal NPI is strong whatever the names; no number and a short one say nothing', () => {
    const cells = { LASTNAME: 'GUIDRY', FIRSTNAME: 'SOLANGE', DOB: other };
    expect(tier(danielle, { ...cells, NPI: '1093700026' }, { birthDate: birth, npi: '1093700026' })).toBe('strong');
    expect(tier(danielle, { ...cells, NPI: '1093700026' }, { birthDate: birth, npi: '1093700027' })).toBe('none');
    expect(tier(danielle, { ...cells, NPI: '0000000000' }, { birthDate: birth, npi: '0000000000' })).toBe('none');
  });

  test('an entry that ended before the day searched is weak at most, and says so; on its last day it still counts', () => {
    const ended = leieRow({ LASTNAME: 'HEBERT', FIRSTNAME: 'DANIELLE', DOB: born, REINDATE: '20260316' });
    const subject = subjectOf(danielle, { birthDate: birth });
    expect(ended.endsOn).toBe('2026-03-15');
    expect(scoreRow(subject, ended, 'oig-leie', '2026-03-15' as CivilDate)?.tier).toBe('strong');
    const after = scoreRow(subject, ended, 'oig-leie', '2026-03-16' as CivilDate);
    expect(after?.tier).toBe('weak');
    expect(after?.why).toContain('ended on 15 Mar 2026');
  });

  test('an exclusion that begins after the day searched is a hit', () => {
    expect(tier(danielle, { LASTNAME: 'HEBERT', FIRSTNAME: 'DANIELLE', DOB: born, EXCLDATE: '20260420' })).toBe('strong');
  });

  test('a former name hits, alone and with the given name of another', () => {
    const names: Names = [{ given: 'Danielle', family: 'Cole' }, { kind: 'former', given: 'Dani', family: 'Hebert' }];
    expect(card(names, { LASTNAME: 'HEBERT', FIRSTNAME: 'DANIELLE' })).toMatchObject({ tier: 'possible', variant: 'former name Hebert' });
  });

  test('a birth date that may be a slip still differs, and is named', () => {
    const day = card(danielle, { LASTNAME: 'HEBERT', FIRSTNAME: 'DANIELLE', DOB: '19870615' });
    expect(day?.tier).toBe('weak');
    expect(day?.parts.find((part) => part.part === 'birth-date')?.verdict).toBe('One digit differs');
    const far = card(danielle, { LASTNAME: 'HEBERT', FIRSTNAME: 'DANIELLE', DOB: other });
    expect(day?.score).toBeGreaterThan(far?.score ?? 100);
    expect(card([{ given: 'Ana', family: 'Hebert' }], { LASTNAME: 'HEBERT', FIRSTNAME: 'ANA', DOB: '19870506' }, { birthDate: '1987-06-05' as CivilDate })?.parts
      .find((part) => part.part === 'birth-date')?.verdict).toBe('Day and month are swapped');
  });

  test('the score card of the design: a former name, no birth date on the list', () => {
    const found = card([{ given: 'Danielle', middle: 'Marie', family: 'Hebert-Cole' }, { kind: 'former', given: 'Danielle', family: 'Hebert' }],
      { LASTNAME: 'HEBERT', FIRSTNAME: 'DANIELLE', MIDNAME: 'M', STATE: 'LA', NPI: '0000000000' }, { birthDate: birth, npi: '1093700026' });
    expect(found).toMatchObject({
      tier: 'possible', score: 78,
      why: 'Surname and first name agree with a former name, and the list row has no birth date. That makes it a possible match. Only a birth date on the list could tell: without one it stays possible. Muster never clears it alone.',
    });
    expect(found?.parts.map(({ part, weight }) => [part, weight])).toEqual([['surname', 40], ['given', 25], ['middle', 8], ['suffix', 0], ['birth-date', 0], ['npi', 0], ['state', 5]]);
  });
});

describe('vendors', () => {
  const vendor = (name: string, kind: 'staffing' | 'owner', more: { readonly npi?: string; readonly otherNames?: readonly string[] } = {}) =>
    ({ key: { vendorId: 'v1' }, identity: identityOfVendor({ id: 'v1', name, kind, from: '2024-01-01' as CivilDate, ...more }, ['LA']) });
  const against = (subject: ReturnType<typeof vendor>, cells: Cells): string => scoreRow(subject, leieRow(cells), 'oig-leie', searchedOn)?.tier ?? 'none';

  test.each([
    ['Bayou Staffing, LLC', 'BAYOU STAFFING INC', 'possible'],
    ['The Bayou Staffing Company', 'BAYOU STAFFING, L.L.C.', 'possible'],
    ['A & B Care P.C.', 'A AND B CARE', 'possible'],
    ['Community Mental Health Services of Acadiana', 'COMMUNITY MENTAL HEALTH SERVIC', 'possible'],
    ['Staffing of the Bayou', 'BAYOU STAFFING OF', 'weak'],
    ['Bayou Staffing', 'BAYOU STAFING', 'weak'],
    ['Acme', 'ACNE', 'none'],
    ['Bayou Staffing', 'BAYOU NURSING', 'none'],
  ])('%s against %s: %s', (name, BUSNAME, expected) => {
    expect(against(vendor(name, 'staffing'), { BUSNAME })).toBe(expected);
  });

  test('a business’s other names count, and an equal NPI is strong', () => {
    expect(against(vendor('New Name LLC', 'staffing', { otherNames: ['Bayou Staffing'] }), { BUSNAME: 'BAYOU STAFFING' })).toBe('possible');
    expect(against(vendor('New Name LLC', 'staffing', { npi: '1093700026' }), { BUSNAME: 'OTHER', NPI: '1093700026' })).toBe('strong');
  });

  test('an owner whose name reads like a person’s is searched as a person too; a staffing company is not', () => {
    expect(against(vendor('Danielle Hebert', 'owner'), { LASTNAME: 'HEBERT', FIRSTNAME: 'DANIELLE', DOB: born })).toBe('possible');
    expect(against(vendor('Danielle Hebert', 'staffing'), { LASTNAME: 'HEBERT', FIRSTNAME: 'DANIELLE', DOB: born })).toBe('none');
    expect(against(vendor('Hebert Holdings LLC', 'owner'), { LASTNAME: 'HOLDINGS', FIRSTNAME: 'HEBERT' })).toBe('none');
  });
});

describe('a search', () => {
  const list = leieList([
    { LASTNAME: 'HEBERT', FIRSTNAME: 'DANIEL', DOB: other },
    { LASTNAME: 'HEBERT', FIRSTNAME: 'DANIELLE', DOB: other },
    { LASTNAME: 'HEBERT', FIRSTNAME: 'DANIELLE' },
    { LASTNAME: 'HEBERT', FIRSTNAME: 'DANIELLE', DOB: born },
    { LASTNAME: 'HEBERT', FIRSTNAME: 'SOLANGE', DOB: other },
  ]);

  test('answers the best first', () => {
    expect(search(buildIndex(list), subjectOf(danielle, { birthDate: birth }), searchedOn).candidates.map(({ row, tier: found }) => [row, found])).toEqual([[5, 'strong'], [4, 'possible'], [3, 'weak']]);
  });

  test('without a match names the nearest row and says why it is none', () => {
    const dated = leieList([{ LASTNAME: 'HEBERT', FIRSTNAME: 'DANIELLE', DOB: other }, { LASTNAME: 'HEBERT', FIRSTNAME: 'SOLANGE', DOB: other }]);
    const found = search(buildIndex(dated), subjectOf([{ given: 'Solomon', family: 'Hebert' }], { birthDate: '1950-02-03' as CivilDate }), searchedOn);
    expect(found).toMatchObject({ tier: 'none', candidates: [], nearest: { row: 3, why: 'The surname agrees, the first names differ, the birth dates differ.' } });
  });

  test('an equal birth date alone comes near; where nothing does, nothing is named', () => {
    const amos: Names = [{ given: 'Amos', family: 'Quarles' }];
    expect(search(buildIndex(list), subjectOf(amos, { birthDate: birth }), searchedOn).nearest?.row).toBe(5);
    expect(search(buildIndex(list), subjectOf(amos, { birthDate: '1950-02-03' as CivilDate }), searchedOn).nearest).toBeNull();
  });
});

describe('identities', () => {
  const person = { id: 'p1', names: [{ kind: 'legal' as const, given: 'Danielle', middle: 'Marie', family: 'Hebert-Cole' }, { kind: 'former' as const, given: 'Danielle', family: 'Cole' }], birthDate: birth, employments: [] };

  test('every name is searched whole and by the parts of its surname, none twice', () => {
    expect(namesSearched(identityOfPerson(person, ['LA']))).toEqual(['Danielle Marie Hebert-Cole', 'Danielle Cole', 'Danielle Hebert-Cole', 'Danielle Hebert']);
  });

  test('are the same whatever the order and the states, and differ by a name, the birth date or the NPI', () => {
    const identity = identityOfPerson(person, ['LA']);
    expect(sameIdentity(identity, { ...identity, names: [...identity.names].reverse(), states: ['NC'] })).toBe(true);
    expect(sameIdentity(identity, identityOfPerson({ ...person, names: person.names.slice(0, 1) }, ['LA']))).toBe(false);
    expect(sameIdentity(identity, { ...identity, birthDate: '1987-06-15' as CivilDate })).toBe(false);
    expect(sameIdentity(identity, { ...identity, npi: '1093700026' })).toBe(false);
  });
});
