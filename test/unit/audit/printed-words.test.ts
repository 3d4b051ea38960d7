import { describe, expect, it } from 'vitest';
import { namesWords, printedWords } from '../../../shared/audit/printed-words.ts';

const sha256 = 'a'.repeat(64);

describe('what the log says of what was printed', () => {
  it('names everybody up to forty, then how many more', () => {
    const names = Array.from({ length: 41 }, (_, index) => `P${index + 1}`);
    expect(namesWords([])).toBe('');
    expect(namesWords(['Ana'])).toBe('Ana');
    expect(namesWords(['Ana', 'Ben'])).toBe('Ana and Ben');
    expect(namesWords(names.slice(0, 40))).toMatch(/P39 and P40$/);
    expect(namesWords(names)).toMatch(/P40 and 1 more$/);
  });

  it('names every file with its pages and its whole SHA-256', () => {
    const words = printedWords('a binder of Ana Ruiz', { ok: true, value: { files: [{ name: 'ruiz.pdf', pages: 1, bytes: 9, sha256 }] } }, 'Documents/Muster');
    expect(words).toBe(`Made a binder of Ana Ruiz: 1 file in Documents/Muster. ruiz.pdf (1 page, SHA-256 ${sha256})`);
  });

  it('says that a job ended early, and where finished files stay', () => {
    const words = printedWords('2 binders', { ok: false, error: { code: 'cancelled' } }, 'Documents/Muster');
    expect(words).toBe('Ended before it was finished (cancelled): 2 binders. Files finished by then stay in Documents/Muster');
  });
});
