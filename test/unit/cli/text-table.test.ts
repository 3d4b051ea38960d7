import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folded, sideBySide, wrapped } from '../../../electron/cli/text-table.ts';

describe('text in columns', () => {
  it('is broken at spaces, a longer word wherever it must', () => {
    expect(wrapped('one two three', 7)).toEqual(['one two', 'three']);
    expect(folded('one abcdefghij k', 4)).toEqual(['one', 'abcd', 'efgh', 'ij', 'k']);
    expect(folded('', 4)).toEqual(['']);
  });

  it('never exceeds its width and loses no character', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zé-]{1,40}$/), { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 40 }), (words, width) => {
        const lines = folded(words.join(' '), width);
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
      }),
    );
  });

  it('stands side by side, as tall as the tallest', () => {
    expect(sideBySide([['surname', 12], ['Villeré Hayes', 10], ['', 6], ['+40', 5]], 2)).toEqual(['  surname     Villeré         +40', '              Hayes']);
  });
});
