import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NearTexts } from '../../../../shared/screening/match/near-texts.ts';
import { typosBetween } from '../../../../shared/screening/match/typos.ts';

/** Optimal string alignment by its textbook table: slow, plain, whole. */
function table(a: string, b: string): number {
  const cost = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)));
  const at = (i: number, j: number): number => cost[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, at(i - 2, j - 2) + 1);
      const row = cost[i];
      if (row !== undefined) row[j] = best;
    }
  }
  return at(a.length, b.length);
}

const word = fc.string({ unit: fc.constantFrom('A', 'B', 'C'), maxLength: 9 });

describe('typing mistakes', () => {
  test.each([
    ['HEBERT', 'HEBERT', 0],
    ['HEBERT', 'HERBERT', 1],
    ['HEBERT', 'HEBER', 1],
    ['HEBERT', 'HEBART', 1],
    ['HEBERT', 'HEBRET', 1],
    ['HEBERT', 'EHBERT', 1],
    ['HEBERT', 'HBEERT', 1],
    ['HEBERT', 'HBERTE', 2],
    ['HEBERT', 'HEBEAUX', 3],
    ['', 'AB', 2],
  ] as const)('%s and %s: %i', (one, other, typos) => {
    expect(typosBetween(one, other, 2)).toBe(Math.min(typos, 3));
    expect(typosBetween(other, one, 2)).toBe(Math.min(typos, 3));
    expect(typosBetween(one, other, 1)).toBe(Math.min(typos, 2));
  });

  test('are counted as the whole table counts them, as far as is asked', () => {
    fc.assert(fc.property(word, word, fc.constantFrom(1 as const, 2 as const), (one, other, most) => {
      expect(typosBetween(one, other, most)).toBe(Math.min(table(one, other), most + 1));
    }), { numRuns: 3000 });
  });

  test('every text within one is found among many, and no other', () => {
    fc.assert(fc.property(fc.uniqueArray(word.filter((text) => text !== ''), { minLength: 1, maxLength: 40 }), word, (texts, text) => {
      const near = new NearTexts(texts).near(text).map((id) => texts[id]);
      expect(near).toEqual(texts.filter((each) => table(each, text) <= 1));
    }), { numRuns: 400 });
  });
});
