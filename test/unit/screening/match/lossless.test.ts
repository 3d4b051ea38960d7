import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../../../shared/civil-date.ts';
import type { Subject } from '../../../../shared/screening/finding.ts';
import { buildIndex, search, searchNaively } from '../../../../shared/screening/match/search.ts';
import { leieList, searchedOn } from './support.ts';

// Few names, few dates, few letters: rows and people collide all the time, in every way the rules know.
const surname = fc.oneof(
  fc.constantFrom('HEBERT', 'HERBERT', 'COLE', 'HEBERT-COLE', 'COLE HEBERT', 'DE LA CRUZ', 'CRUZ', 'ST PIERRE', 'SAINT-PIERRE', "O'NEAL", 'ONEAL', 'LE', 'LI', 'DANIELLE', 'MARIE', 'NULL', 'TRUE', 'Nguyễn', 'NGUYEN JR', 'VAN DYKE'),
  fc.string({ unit: fc.constantFrom('A', 'B', 'C'), minLength: 2, maxLength: 5 }),
  fc.constantFrom('FEATHERSTONEHAUGHTON', 'FEATHERSTONEHAUGHTONS', 'FEATHERSTONEHAUGHTO', 'FEATHERSTONEHAUGHT', 'EATHERSTONEHAUGHTON', 'FEATHERSTONE-HAUGHTON', 'FEATHERSTONE-HAUGHTO'),
);
const given = fc.oneof(
  fc.constantFrom('DANIELLE', 'DANIELE', 'DANI', 'MARIE', 'MARY ANN', 'MARY', 'ELIZABETH', 'BETH', 'LIZ', 'ROBERT', 'BOB', 'D', 'J ROBERT', 'HEBERT', 'COLE', 'CHRISTOPHERJAMESON', 'CHRISTOPHERJAME'),
  fc.string({ unit: fc.constantFrom('A', 'B', 'C'), minLength: 1, maxLength: 5 }),
);
const middle = fc.constantFrom('', 'MARIE', 'M', 'ROBERT', 'R', 'JR', 'M JR');
const birth = fc.constantFrom('1987-06-14', '1987-06-15', '1987-05-06', '1987-06-05', '1961-01-02');
const npi = fc.constantFrom('1093700026', '1234567893');
const business = fc.constantFrom('', '', '', 'Bayou Staffing, LLC', 'BAYOU STAFFING', 'STAFFING BAYOU INC', 'BAYOU STAFING CO', 'A & B CARE, P.C.', 'THIRTY LETTERS OF A NAME AND NO', 'THIRTY LETTERS OF A NAME AND NO MORE');

const row = fc.record({
  LASTNAME: fc.oneof({ weight: 6, arbitrary: surname.map((text) => text.slice(0, 20)) }, { weight: 1, arbitrary: fc.constant('') }),
  FIRSTNAME: given.map((text) => text.slice(0, 15)),
  MIDNAME: middle,
  BUSNAME: business.map((text) => text.slice(0, 30)),
  DOB: fc.oneof(birth.map((date) => date.replaceAll('-', '')), fc.constant('')),
  NPI: fc.oneof({ weight: 1, arbitrary: npi }, { weight: 5, arbitrary: fc.constant('0000000000') }),
  STATE: fc.constantFrom('LA', 'NC', ''),
  REINDATE: fc.constantFrom('00000000', '00000000', '20200101', '20300101'),
});

const person = fc.record({
  names: fc.array(fc.record({ given, middle, family: surname }), { minLength: 1, maxLength: 3 }),
  birthDate: fc.option(birth, { nil: undefined }),
  npi: fc.option(npi, { nil: undefined }),
  suffix: fc.constantFrom('', 'Jr', 'III'),
  businessNames: fc.array(business.filter((name) => name !== ''), { maxLength: 1 }),
}).map(({ names, birthDate, npi: own, suffix, businessNames }): Subject => ({
  key: { personId: 'p1' },
  identity: {
    names: names.map((name, at) => ({ kind: at === 0 ? 'legal' : 'former', ...name, ...(suffix !== '' && { suffix }) })),
    businessNames, states: ['LA'],
    ...(birthDate !== undefined && { birthDate: birthDate as CivilDate }),
    ...(own !== undefined && { npi: own }),
  },
}));

describe('the index loses nothing', () => {
  test('a search finds what judging every row finds: candidates, score cards and the nearest', () => {
    let matched = 0;
    let nearest = 0;
    fc.assert(fc.property(fc.array(row, { maxLength: 60 }), fc.array(person, { minLength: 1, maxLength: 6 }), (rows, people) => {
      const list = leieList(rows);
      const index = buildIndex(list);
      for (const subject of people) {
        const found = search(index, subject, searchedOn);
        expect(found).toEqual(searchNaively(list, subject, searchedOn));
        matched += found.candidates.length;
        nearest += found.nearest === null ? 0 : 1;
      }
    }), { numRuns: 400 });
    // A test of collisions without collisions would prove nothing.
    expect(matched).toBeGreaterThan(500);
    expect(nearest).toBeGreaterThan(100);
  });

  test('the lines of a score card add up, and the score lies in its tier’s band', () => {
    fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), person, (rows, subject) => {
      for (const { tier, score, parts } of search(buildIndex(leieList(rows)), subject, searchedOn).candidates) {
        expect(parts.reduce((total, part) => total + part.weight, 0)).toBe(score);
        const [least, most] = { strong: [90, 100], possible: [50, 89], weak: [1, 49] }[tier] as [number, number];
        expect(score).toBeGreaterThanOrEqual(least);
        expect(score).toBeLessThanOrEqual(most);
      }
    }), { numRuns: 400 });
  });

  test('another recorded name never lowers what is found', () => {
    const order = ['none', 'weak', 'possible', 'strong'];
    fc.assert(fc.property(row, person, fc.record({ given, middle, family: surname, suffix: fc.constantFrom('', 'Jr', 'III') }), (cells, subject, name) => {
      const index = buildIndex(leieList([cells]));
      const more: Subject = { ...subject, identity: { ...subject.identity, names: [...subject.identity.names, { kind: 'alias', ...name }] } };
      expect(order.indexOf(search(index, more, searchedOn).tier)).toBeGreaterThanOrEqual(order.indexOf(search(index, subject, searchedOn).tier));
    }), { numRuns: 3000 });
  });
});
