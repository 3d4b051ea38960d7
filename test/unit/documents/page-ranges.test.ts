import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesPage, pagesOf, pagesText } from '../../../shared/documents/page-ranges.ts';
import { turnedBy, turnOf, withTurn, type Turn } from '../../../shared/documents/turns.ts';
import { docRefSchema } from '../../../shared/model/document.ts';

describe('pages of a document', () => {
  it('are all, or those named that it has, each once and in order', () => {
    expect(pagesOf(undefined, 3)).toEqual([1, 2, 3]);
    expect(pagesOf('3-5', 9)).toEqual([3, 4, 5]);
    expect(pagesOf('4-6,1', 9)).toEqual([1, 4, 5, 6]);
    expect(pagesOf('2,2,1-2', 9)).toEqual([1, 2]);
    expect(pagesOf('5-3', 9)).toEqual([3, 4, 5]);
    expect(pagesOf('8-12', 9)).toEqual([8, 9]);
    expect(pagesOf('0', 9)).toEqual([]);
    expect(pagesOf('10', 9)).toEqual([]);
    expect(pagesOf(undefined, 0)).toEqual([]);
    expect(pagesOf('1-999999999999', 2)).toEqual([1, 2]);
  });

  it('are said in the shortest form', () => {
    expect(pagesText([3, 4, 5])).toBe('3-5');
    expect(pagesText([6, 1, 4, 5, 4])).toBe('1,4-6');
    expect(pagesText([7])).toBe('7');
    expect(pagesText([])).toBe('');
  });

  it('read back are the same, and the schema of the record takes them', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (pages) => {
      const text = pagesText(pages);
      expect(pagesOf(text, 60)).toEqual([...pages].sort((one, other) => one - other));
      expect(docRefSchema.safeParse({ id: 'd1', pages: text }).success).toBe(true);
      for (let page = 1; page <= 60; page += 1) expect(namesPage(text, page)).toBe(pages.includes(page));
    }));
  });
});

describe('turned pages', () => {
  it('turn as the entries that name them say, together', () => {
    const turns = [{ pages: '1-3', degrees: 90 as const }, { pages: '3', degrees: 270 as const }];
    expect([1, 3, 4].map((page) => turnOf(turns, page))).toEqual([90, 0, 0]);
    expect(turnOf(undefined, 1)).toBe(0);
    expect(turnedBy(270, 180)).toBe(90);
  });

  it('are kept one entry a quarter, and four quarters are none', () => {
    let turns = withTurn(undefined, [2, 3], 90, 5);
    expect(turns).toEqual([{ pages: '2-3', degrees: 90 }]);
    turns = withTurn(turns, [3, 5], 180, 5);
    expect(turns).toEqual([{ pages: '2', degrees: 90 }, { pages: '5', degrees: 180 }, { pages: '3', degrees: 270 }]);
    for (const page of [2, 3, 5]) for (let turn = turnOf(turns, page); turn !== 0; turn = turnOf(turns, page)) turns = withTurn(turns, [page], 90, 5);
    expect(turns).toEqual([]);
  });

  it('turned and turned back are as before', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 9 })), fc.constantFrom<Turn>(90, 180, 270), (pages, by) => {
      const start = withTurn(undefined, [1, 4], 90, 9);
      expect(withTurn(withTurn(start, pages, by, 9), pages, turnedBy(180, 180, (360 - by) as Turn), 9)).toEqual(start);
    }));
  });
});
