import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagesText } from '../../../shared/documents/page-ranges.ts';
import { readPages } from '../../../shared/documents/read-pages.ts';

describe('readPages', () => {
  it.each([['3-5', [3, 4, 5]], [' 1 , 4 – 6 ', [1, 4, 5, 6]], ['2;3', [2, 3]], ['5,', [5]], ['6-4', [4, 5, 6]], ['', [1, 2, 3, 4, 5, 6]]])('reads %j', (typed, pages) => {
    expect(readPages(typed, 6)).toEqual({ pages });
  });

  it.each(['a', '3-', '-3', '1,,2', '3..5', '1-2-3'])('does not take %j for pages', (typed) => {
    expect(readPages(typed, 6)).toEqual({ problem: 'Write pages such as 3-5 or 1,4-6.' });
  });

  it('names the first page that is not there, on both sides', () => {
    expect(readPages('6', 6)).toEqual({ pages: [6] });
    expect(readPages('5-7', 6)).toEqual({ problem: 'There is no page 7: the document has 6 pages.' });
    expect(readPages('0', 6)).toEqual({ problem: 'There is no page 0: the document has 6 pages.' });
  });

  it('reads back whatever is recorded', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (numbers) => {
      expect(readPages(pagesText(numbers), 60)).toEqual({ pages: [...numbers].sort((one, other) => one - other) });
    }));
  });
});
