import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../shared/civil-date.ts';
import { canonicalJson, fingerprintOf } from '../../../shared/report/fingerprint.ts';
import { instantWords, sentenceCount, shortFingerprint, spanWords } from '../../../shared/report/words.ts';
import { agencyOf, infoOf, modelOf, standingOf } from './fixture.ts';

describe('words of a binder', () => {
  it.each([
    ['2023-04-03', '2026-03-31', '2 years 11 months 28 days'],
    ['2026-03-31', '2026-03-31', '0 days'],
    ['2024-02-29', '2025-02-28', '1 year'],
    ['2026-01-31', '2026-03-01', '1 month 1 day'],
  ])('says the distance from %s to %s', (from, to, words) => {
    expect(spanWords(civilDate(from), civilDate(to))).toBe(words);
  });

  it('says instants in UTC, counts as sentences begin, fingerprints as people compare them', () => {
    expect(instantWords('2026-04-02T14:14:09Z')).toBe('2 Apr 2026 14:14 UTC');
    expect([sentenceCount(6), sentenceCount(13)]).toEqual(['Six', '13']);
    expect(shortFingerprint('7f3a91c2')).toBe('7F3A 91C2');
  });
});

describe('the fingerprint', () => {
  it('does not depend on the order of keys and tells every other difference', () => {
    expect(canonicalJson({ b: [1, { d: null, c: undefined }], a: 'é' })).toBe('{"a":"é","b":[1,{"d":null}]}');
    expect(fingerprintOf({ a: 1, b: 2 })).toBe(fingerprintOf({ b: 2, a: 1 }));
    expect(fingerprintOf({ a: 1, b: 2 })).not.toBe(fingerprintOf({ a: 1, b: 3 }));
  });

  it('of a binder changes with a verdict and with the generation time', () => {
    const made = (status: 'met' | 'late', generatedAt?: string) =>
      modelOf(agencyOf(), [infoOf('la.a', 'C')], [standingOf('la.a', status)], generatedAt === undefined ? {} : { generatedAt }).facts.fingerprint;
    expect(made('met')).toMatch(/^[0-9a-f]{64}$/);
    expect(made('met')).toBe(made('met'));
    expect(new Set([made('met'), made('late'), made('met', '2026-04-02T14:15:00Z')]).size).toBe(3);
  });
});
