import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTaken, judgePassphrase, passphraseWords } from '../../../shared/access/passphrase.ts';

const judged = (text: string, names: readonly string[] = []) => judgePassphrase(text, names);

describe('a new passphrase', () => {
  it('has twelve characters at least, counted as a person sees them, without blanks around', () => {
    expect(judged('abcdefghijk')).toBe('too-short');
    expect(judged('abcdefghijkl')).toBe('good');
    expect(judged('  abcdefghijk  ')).toBe('too-short');
    expect(judged('🐊🐢🦆🦉🐝🐞🦋🐌🐛🦀🦐')).toBe('too-short');
  });

  it('has six different characters at least, whatever their case', () => {
    expect(judged('aAbBcCdDeEeE')).toBe('repeats');
    expect(judged('aAbBcCdDeEfF')).toBe('good');
  });

  it('is not digits alone, however many', () => {
    expect(judged('1234567890 1234567890')).toBe('digits-only');
    expect(judged('1234567890 12 ducks')).toBe('good');
  });

  it('rests on more than the names of the unlock screen', () => {
    const names = ['Ana Ruiz', 'Bayou Work First'];
    expect(judged('ruiz bayou 2026', names)).toBe('names-you');
    expect(judged('Bayou First 1', names)).toBe('names-you');
    expect(judged('bayou heron umbrella', names)).toBe('strong');
  });

  it('is strong with three words of four letters, or with twenty characters', () => {
    expect(judged('duck lake moon')).toBe('strong');
    expect(judged('duck lake moo')).toBe('good');
    expect(judged('abcdefghijklmnopqrs')).toBe('good');
    expect(judged('abcdefghijklmnopqrst')).toBe('strong');
  });

  it('is never taken below twelve characters, and always answered with a sentence', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.array(fc.string(), { maxLength: 3 }), (text, names) => {
        const remark = judgePassphrase(text, names);
        if (Array.from(text.normalize('NFKC').trim()).length < 12) expect(isTaken(remark)).toBe(false);
        expect(passphraseWords(remark)).toMatch(/\.$/);
      }),
    );
  });
});
