import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaBefore, onPage, turnedArea, type Degrees } from '../../../shared/documents/areas.ts';
import { subjectOf, textMarks, type MarkSubject, type TextBox } from '../../../shared/documents/text-marks.ts';
import type { CivilDate } from '../../../shared/civil-date.ts';

const letter = 0.01;
const line = (text: string, top = 0.1, left = 0.1): TextBox => ({ text, left, top, width: text.length * letter, height: 0.02 });
const ana: MarkSubject = { birthDate: '1980-03-12' as CivilDate, npi: '1234567890', licenceNumbers: ['LPC-4711', 'RN 00 98', 'X1'], email: 'ana.ruiz@example.org' };
const found = (text: string) => textMarks([line(text)], [ana]).map(({ what, text: words }) => [what, words]);

describe('textMarks', () => {
  it.each([
    '03/12/1980', '3/12/80', '3-12-1980', '3.12.1980', '12/03/1980', '1980-03-12', '1980/3/12', '03121980', '19800312', 'March 12, 1980', 'Mar. 12 1980',
    '12 March 1980', '12th of March 1980', '12-Mar-1980', '12-MAR-80', 'MARCH 12TH, 1980', '3 / 12 / 1980', '03 12 1980', '3\u201312\u20131980',
  ])('finds the birth date written %s', (written) => {
    expect(found(`Name: Ana Ruiz ${written} Class`)).toEqual([['birth-date', written]]);
  });

  it.each(['3/13/1980', '13/12/1980', '3/12/1981', '103/12/1980', '3/12/19801', 'March 2, 1980', '03121981', 'item 3.12', '3 12 80'])('leaves %s', (written) => {
    expect(found(`Issued ${written}`)).toEqual([]);
  });

  it.each(['Date of birth: 4/5/1979', 'DOB 04/05/79', 'D.O.B.: 5 Apr 1979', 'Born on April 5, 1979', 'Birthdate (mm/dd/yyyy): 04051979'])('finds whatever stands behind the label in %s', (written) => {
    expect(textMarks([line(written)], [])).toMatchObject([{ what: 'birth-date' }]);
  });

  it.each(['123-45-6789', '123 45 6789', '123.45.6789', 'XXX-XX-6789', '***-**-6789', 'SSN: 123456789', 'Social Security No. 123456789', 'SSN (last four): 6789'])('finds the social security number in %s', (written) => {
    expect(textMarks([line(written)], [])).toMatchObject([{ what: 'identifier' }]);
  });

  it.each(['000-12-3456', '666-12-3456', '123-45-0000', '70112-1234', '1123-45-6789', '123-45-67890', '504-555-0199', 'Certificate 123456789'])('is not one: %s', (written) => {
    expect(textMarks([line(written)], [])).toEqual([]);
  });

  it('finds the numbers however they are spaced, and none within a longer one', () => {
    expect(found('NPI 1234567890')).toEqual([['identifier', '1234567890']]);
    expect(found('NPI 123-456-7890')).toEqual([['identifier', '123-456-7890']]);
    expect(found('License lpc 4711')).toEqual([['identifier', 'lpc 4711']]);
    expect(found('License LPC4711A, 91234567890')).toEqual([]);
    expect(found('RN0098')).toEqual([['identifier', 'RN0098']]);
    // Too short to identify anybody.
    expect(found('X1')).toEqual([]);
    expect(found('Mail Ana.Ruiz@example.org.')).toEqual([['address', 'Ana.Ruiz@example.org']]);
  });

  it('reads together what a file splits over boxes, letter by letter too, and keeps lines apart', () => {
    const letters = Array.from('DOB 03/12/1980').map((text, index): TextBox => ({ text, left: 0.1 + index * letter, top: 0.1, width: letter, height: 0.02 }));
    const marks = textMarks([...letters].reverse(), [ana]);
    expect(marks).toHaveLength(1);
    expect(marks[0]?.left).toBeCloseTo(0.14, 2);
    expect((marks[0]?.left ?? 0) + (marks[0]?.width ?? 0)).toBeCloseTo(0.24, 2);
    expect(textMarks([line('03/12/', 0.1), line('1980', 0.2)], [ana])).toEqual([]);
    expect(textMarks([line('03/12/', 0.1, 0.1), line('1980', 0.105, 0.17)], [ana])).toHaveLength(1);
  });

  it('covers what it found, on the page, also where the text stands on its side', () => {
    const [mark] = textMarks([line('Born 03/12/1980')], [ana]);
    expect(mark?.left).toBeLessThanOrEqual(0.15);
    expect((mark?.left ?? 0) + (mark?.width ?? 0)).toBeGreaterThanOrEqual(0.25);
    const aside: TextBox = { text: 'Born 03/12/1980', left: 0.1, top: 0.1, width: 0.02, height: 0.3 };
    const [turned] = textMarks([aside], [ana]);
    expect(turned).toMatchObject({ left: 0.1, width: expect.closeTo(0.02, 5) as number });
    expect((turned?.top ?? 1) + (turned?.height ?? 0)).toBeGreaterThanOrEqual(0.4);
  });

  it('every mark lies on the page, whatever the page holds', () => {
    const share = fc.double({ min: 0, max: 0.9, noNaN: true });
    const text = fc.constantFrom('Born 03/12/1980', '123-45-6789', '', ' ', 'NPI', '1234567890', '(', 'ａｎａ');
    fc.assert(fc.property(fc.array(fc.record({ text, left: share, top: share, width: share, height: share })), (items) => {
      for (const { left, top, width, height } of textMarks(items, [ana])) {
        expect(left).toBeGreaterThanOrEqual(0);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(left + width).toBeLessThanOrEqual(1.000001);
        expect(top + height).toBeLessThanOrEqual(1.000001);
      }
    }));
  });

  it('finds whatever is on record, signs and all', () => {
    const hyphened = { licenceNumbers: ['LA/42-17'], email: "o'neil-hayes+hr@bayou-piedmont.example" };
    expect(textMarks([line("LA/42-17 o'neil-hayes+hr@bayou-piedmont.example")], [hyphened])).toHaveLength(2);
    fc.assert(fc.property(fc.string(), fc.string(), fc.string(), (npi, number, email) => {
      expect(() => textMarks([line('Ana Ruiz')], [{ npi, licenceNumbers: [number], email }])).not.toThrow();
    }));
  });

  it('asks for what is on record of a person', () => {
    const person = { id: 'p', names: [{ kind: 'legal', given: 'Ana', family: 'Ruiz' }], employments: [], licenses: [{ kind: 'lpc', number: 'A1' }, { kind: 'rn' }] } as const;
    expect(subjectOf(person)).toEqual({ licenceNumbers: ['A1'] });
    expect(subjectOf({ ...person, npi: '1', birthDate: '1980-03-12' as CivilDate, email: 'a@example.org' })).toEqual({ npi: '1', birthDate: '1980-03-12', email: 'a@example.org', licenceNumbers: ['A1'] });
  });
});

describe('areas', () => {
  const share = fc.double({ min: 0, max: 0.5, noNaN: true });
  const area = fc.record({ left: share, top: share, width: share, height: share });
  const degrees = fc.constantFrom<Degrees>(0, 90, 180, 270);

  it('turn with the page and come back', () => {
    expect(turnedArea({ left: 0, top: 0, width: 0.2, height: 0.1 }, 90)).toEqual({ left: 0.9, top: 0, width: 0.1, height: 0.2 });
    expect(turnedArea({ left: 0, top: 0, width: 0.2, height: 0.1 }, 180)).toEqual({ left: 0.8, top: 0.9, width: 0.2, height: 0.1 });
    expect(turnedArea({ left: 0, top: 0, width: 0.2, height: 0.1 }, 270)).toEqual({ left: 0, top: 0.8, width: 0.1, height: 0.2 });
    fc.assert(fc.property(area, degrees, (each, turn) => {
      const again = areaBefore(turnedArea(each, turn), turn);
      for (const key of ['left', 'top', 'width', 'height'] as const) expect(again[key]).toBeCloseTo(each[key], 9);
    }));
  });

  it('are held on the page', () => {
    expect(onPage({ left: 0.95, top: -0.2, width: 0.2, height: 0 })).toEqual({ left: 0.8, top: 0, width: 0.2, height: 0.004 });
    expect(onPage({ left: -1, top: 0.5, width: 3, height: 0.1 })).toEqual({ left: 0, top: 0.5, width: 1, height: 0.1 });
  });
});
