import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../shared/civil-date.ts';
import { byNumber, exhibitKey, numberExhibits, sealedNumbers, type Numbered } from '../../../shared/report/exhibit-numbers.ts';
import { agencyOf } from './fixture.ts';

const one = (stands: string, tab: Numbered['tab'], on: string | null): Numbered => ({ stands, tab, on: on === null ? null : civilDate(on) });

const entries = fc.uniqueArray(
  fc.record({
    stands: fc.string({ minLength: 1, maxLength: 4 }),
    tab: fc.constantFrom<Numbered['tab'][]>('A', 'C', 'F'),
    on: fc.option(fc.constantFrom('2023-01-09', '2024-02-29', '2026-03-31').map((date) => civilDate(date))),
  }),
  { selector: ({ stands }) => stands, maxLength: 12 },
);
const sealedOf = (numbers: ReadonlyMap<string, string>) => [...numbers].map(([stands, number]) => ({ stands, number }));

describe('exhibit numbers', () => {
  it('go by tab, then by date, what is undated last', () => {
    const numbers = numberExhibits([one('b', 'C', '2024-01-01'), one('gap', 'C', null), one('a', 'C', '2023-01-09'), one('x', 'A', '2025-01-01')], []);
    expect(Object.fromEntries(numbers)).toEqual({ a: 'C-1', b: 'C-2', gap: 'C-3', x: 'A-1' });
  });

  it('stay once a binder was sealed: an older document filed later takes the next free one', () => {
    const sealed = [{ number: 'C-1', stands: 'a' }, { number: 'C-2', stands: 'gone' }];
    const numbers = numberExhibits([one('a', 'C', '2024-01-01'), one('older', 'C', '2020-01-01')], sealed);
    expect(Object.fromEntries(numbers)).toEqual({ a: 'C-1', older: 'C-3' });
  });

  it('are another’s never: a document found later does not take the number of the gap page', () => {
    const gap = exhibitKey.gap('la.cpr', 'e1');
    const first = numberExhibits([one(gap, 'F', null)], []);
    const found = exhibitKey.document({ id: 'd1' });
    expect(numberExhibits([one(found, 'F', '2026-01-01')], sealedOf(first)).get(found)).toBe('F-2');
  });

  it('are the same whatever the order, unique, and kept by everything added or taken away later', () => {
    fc.assert(fc.property(entries, entries, fc.nat(), (before, more, seed) => {
      const first = numberExhibits(before, []);
      expect(numberExhibits([...before].reverse(), [])).toEqual(first);
      expect(new Set(first.values()).size).toBe(before.length);
      const later = [...before.filter((_, index) => (seed >> index) % 2 === 0), ...more.filter((each) => !before.some(({ stands }) => stands === each.stands))];
      const second = numberExhibits(later, sealedOf(first));
      for (const { stands } of before) if (later.some((each) => each.stands === stands)) expect(second.get(stands)).toBe(first.get(stands));
      const fresh = later.filter(({ stands }) => !first.has(stands)).map(({ stands }) => second.get(stands));
      for (const number of fresh) expect([...first.values()]).not.toContain(number);
      expect(new Set(second.values()).size).toBe(later.length);
    }));
  });

  it('are new in another tab, the old one never given again, and the same again after moving back', () => {
    const moved = numberExhibits([one('a', 'B', '2024-01-01')], [{ number: 'A-1', stands: 'a' }]);
    expect(moved.get('a')).toBe('B-1');
    const both = [{ number: 'A-1', stands: 'a' }, { number: 'B-1', stands: 'a' }];
    expect(Object.fromEntries(numberExhibits([one('a', 'A', '2024-01-01'), one('b', 'B', '2024-01-01')], both))).toEqual({ a: 'A-1', b: 'B-2' });
  });

  it('stay with what had them first, where two machines gave one number to two things', () => {
    const sealed = [{ number: 'C-1', stands: 'here' }, { number: 'C-1', stands: 'there' }];
    expect(Object.fromEntries(numberExhibits([one('there', 'C', '2020-01-01'), one('here', 'C', '2024-01-01')], sealed))).toEqual({ here: 'C-1', there: 'C-2' });
  });

  it('come from the binders on record, retracted ones too', () => {
    const made = {
      id: 'b1', kind: 'binder', recipient: 'Payer', profileId: 'payer', asOf: civilDate('2026-01-31'), generatedAt: '2026-02-01T10:00:00Z', personIds: ['p1'],
      files: [{ name: 'a.pdf', sha256: '0'.repeat(64), pages: 1, bytes: 1, volume: 1 as const }], numbers: [{ personId: 'p1', number: 'C-1', stands: 'document d1' }],
      recordedAt: '2026-02-01T10:00:00Z', retractedAt: '2026-02-02T10:00:00Z', retractedReason: 'made by mistake',
    } as const;
    expect(sealedNumbers(agencyOf({ agencyRecords: [made] })).get('p1')).toEqual([{ number: 'C-1', stands: 'document d1' }]);
  });

  it('stand in the order people count', () => {
    expect(['C-10', 'C-2', 'A-3', 'C-1'].sort(byNumber)).toEqual(['A-3', 'C-1', 'C-2', 'C-10']);
  });
});
