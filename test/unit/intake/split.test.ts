import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeBefore, proposeSplit, splitBefore, toggleLeftOut } from '../../../shared/intake/split.ts';

const pagesOf = (texts: readonly string[]) => proposeSplit(texts).parts.map(({ pages, paper }) => [pages, paper?.category ?? paper?.kind ?? null]);

describe('where a scanned personnel file falls into papers', () => {
  test('by the titles of its pages; blank ones are left out', () => {
    const proposed = proposeSplit([
      'Application for Employment\nName: Ana Ruiz', 'Employment history\nReferences: two', '', 'PROFESSIONAL REFERENCE\nfor Ana Ruiz', 'Professional Reference\npage 2 of 2',
      'Form I-9\nEmployment Eligibility Verification', 'Criminal History Record Check',
    ]);
    expect(proposed.parts.map(({ pages, paper }) => [pages, paper?.category ?? paper?.kind])).toEqual([[[1, 2], 'application'], [[4, 5], 'reference'], [[6], 'Form I-9'], [[7], 'background-check']]);
    expect(proposed.leftOut).toEqual([3]);
    expect(proposed.parts[1]?.why).toBe('page 4 begins with “professional reference”: Reference');
  });
  test('page 1 of n begins a paper, page 2 of n never does', () => {
    expect(pagesOf(['Letter\nPage 1 of 2', 'Job Description\nPage 2 of 2', 'Letter\nPage 1 of 1'])).toEqual([[[1, 2], null], [[3], null]]);
  });
  test('a second paper of the same kind begins where the first has ended', () => {
    expect(pagesOf(['Professional reference\npage 1 of 2', 'page 2 of 2', 'Professional reference\npage 1 of 1'])).toEqual([[[1, 2], 'reference'], [[3], 'reference']]);
  });
  test('without a text layer nothing is guessed', () => {
    expect(proposeSplit(['', '', ''])).toEqual({ parts: [{ pages: [1, 2, 3], paper: null, why: 'No text layer: divide it by hand' }], leftOut: [] });
  });
});

describe('dividing by hand', () => {
  const whole = [{ pages: [1, 2, 3, 4], paper: null, why: '' }];
  test('splits before a page and merges again', () => {
    const split = splitBefore(whole, 3);
    expect(split.map(({ pages }) => pages)).toEqual([[1, 2], [3, 4]]);
    expect(mergeBefore(split, 3).map(({ pages }) => pages)).toEqual([[1, 2, 3, 4]]);
  });
  test('does nothing at the first page', () => {
    expect(splitBefore(whole, 1)).toEqual(whole);
    expect(mergeBefore(whole, 1)).toEqual(whole);
  });
  test('a page is left out and put back', () => {
    const without = toggleLeftOut(whole, 2);
    expect(without.map(({ pages }) => pages)).toEqual([[1, 3, 4]]);
    expect(toggleLeftOut(without, 2).map(({ pages }) => pages)).toEqual([[1, 2, 3, 4]]);
  });
  test('whatever is done, every page is in one part or in none, and no part is empty', () => {
    const deed = fc.record({ how: fc.constantFrom(splitBefore, mergeBefore, toggleLeftOut), page: fc.integer({ min: 1, max: 9 }) });
    fc.assert(fc.property(fc.array(deed, { maxLength: 30 }), (deeds) => {
      const parts = deeds.reduce<ReturnType<typeof splitBefore>>((now, { how, page }) => how(now, page), [{ pages: [1, 2, 3, 4, 5, 6, 7, 8, 9], paper: null, why: '' }]);
      const pages = parts.flatMap((part) => part.pages);
      expect(new Set(pages).size).toBe(pages.length);
      expect(parts.every((part) => part.pages.length > 0)).toBe(true);
      expect(pages.every((page) => page >= 1 && page <= 9)).toBe(true);
    }));
  });
});
