import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey, namesClash, readFullName, readOtherNames } from '../../../shared/import/person-names.ts';
import { plain } from '../../../shared/import/plain.ts';

const parts = (text: string): readonly string[] | null => {
  const name = readFullName(text);
  return name === null ? null : [name.given, name.middle, name.family, name.suffix];
};

describe('a full name', () => {
  it.each([
    ['Hebert-Cole, Danielle', ['Danielle', '', 'Hebert-Cole', '']],
    ['Hebert-Cole, Danielle Marie', ['Danielle', 'Marie', 'Hebert-Cole', '']],
    ['Cole, Dan M., Jr.', ['Dan', 'M.', 'Cole', 'Jr.']],
    ['Cole Jr., Dan', ['Dan', '', 'Cole', 'Jr.']],
    ['Cole, Dan III', ['Dan', '', 'Cole', 'III']],
    ['Danielle Hebert-Cole', ['Danielle', '', 'Hebert-Cole', '']],
    ['Danielle Marie Hebert-Cole', ['Danielle', 'Marie', 'Hebert-Cole', '']],
    ['Dan Cole Jr', ['Dan', '', 'Cole', 'Jr']],
    ['Dan Cole, Jr.', ['Dan', '', 'Cole', 'Jr.']],
    ['Ana de la Cruz', ['Ana', '', 'de la Cruz', '']],
    ['Iris St. Pierre', ['Iris', '', 'St. Pierre', '']],
    ['Nguyễn, Thị Đào', ['Thị', 'Đào', 'Nguyễn', '']],
  ])('%s', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  it.each(['Cher', '', ',', 'Cole,', 'a, b, c, d'])('%j is not both names', (text) => {
    expect(parts(text)).toBeNull();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      readOtherNames(text, 'Dan');
      expect(() => readFullName(text)).not.toThrow();
    }));
  });
});

describe('other names', () => {
  it('are divided, and a lone word is a family name', () => {
    expect(readOtherNames('née Hebert; Danielle Roe / Cole, Dani', 'Danielle').map(({ given, family }) => `${given} ${family}`)).toEqual([
      'Danielle Hebert', 'Danielle Roe', 'Dani Cole',
    ]);
    expect(readOtherNames('', 'Danielle')).toEqual([]);
  });
});

describe('comparing', () => {
  it('forgives accents, signs and case, not letters', () => {
    expect(nameKey({ given: 'Zoë', family: 'Hébert-Cole' })).toBe(nameKey({ given: 'ZOE', family: 'hebert cole' }));
    expect(nameKey({ given: 'Đào', family: 'Nguyễn' })).toBe(nameKey({ given: 'Dao', family: 'Nguyen' }));
    expect(nameKey({ given: 'Pat', family: 'O’Brien' })).toBe(nameKey({ given: 'Pat', family: "O'Brien" }));
    expect(nameKey({ given: '伟', family: '李' })).not.toBe(nameKey({ given: '娜', family: '李' }));
    expect(nameKey({ given: 'Ann', family: 'Lee' })).not.toBe(nameKey({ given: 'Anne', family: 'Lee' }));
    expect(plain('  CPR / First-Aid  (AHA) ')).toBe('cpr first aid aha');
  });

  it('tells apart other middle initials and suffixes, if both are known', () => {
    expect(namesClash({ middle: 'A.' }, { middle: 'Beth' })).toBe(true);
    expect(namesClash({ middle: 'B' }, { middle: 'Beth' })).toBe(false);
    expect(namesClash({ middle: 'A' }, {})).toBe(false);
    expect(namesClash({ suffix: 'Jr.' }, { suffix: 'Sr' })).toBe(true);
  });
});
