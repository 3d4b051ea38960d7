import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePages } from '../../../electron/proof/page-changes.ts';

const pages = (text: string): readonly string[] => Array.from(text);
const kinds = (sealed: string, now: string) => comparePages(pages(sealed), pages(now)).changes;

describe('pages as sealed and as they are', () => {
  it('are told with the fewest differences', () => {
    expect(kinds('abcdef', 'abcdef')).toEqual([]);
    expect(kinds('abcdef', 'abdef')).toEqual([{ kind: 'missing', sealed: 2 }]);
    expect(kinds('abcdef', 'abXcdef')).toEqual([{ kind: 'added', now: 2 }]);
    expect(kinds('abcdef', 'abXdef')).toEqual([{ kind: 'changed', sealed: 2, now: 2 }]);
    expect(kinds('abcdef', 'abccdef')).toEqual([{ kind: 'copied', sealed: 2, now: 3 }]);
    expect(kinds('abcdef', 'aecdbf')).toEqual([{ kind: 'moved', sealed: 1, now: 4 }, { kind: 'moved', sealed: 4, now: 1 }]);
    expect(kinds('abcdef', 'bcdefa')).toEqual([{ kind: 'moved', sealed: 0, now: 5 }]);
    expect(kinds('abcdef', '')).toHaveLength(6);
  });

  it('say of every page there is which it was', () => {
    expect(comparePages(pages('abcd'), pages('aXcbY')).sealedAt).toEqual([0, null, 2, 1, 3]);
  });

  it('account for every page, whatever was done', () => {
    const some = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { maxLength: 12 });
    fc.assert(fc.property(some, some, (sealed, now) => {
      const { changes, sealedAt } = comparePages(sealed, now);
      expect(changes.length === 0).toBe(sealed.join() === now.join());
      const found = new Set(sealedAt.filter((at) => at !== null));
      expect(found.size).toBe(sealedAt.filter((at) => at !== null).length);
      const missing = new Set(changes.flatMap((change) => (change.kind === 'missing' ? [change.sealed] : [])));
      sealed.forEach((_, at) => { expect(found.has(at) !== missing.has(at)).toBe(true); });
      now.forEach((_, at) => { expect(sealedAt[at] === null).toBe(changes.some((change) => (change.kind === 'added' || change.kind === 'copied') && change.now === at)); });
    }));
  });
});
