import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../shared/audit/canonical-json.ts';
import { digestOf, keyedDigest } from '../../../shared/audit/digest.ts';

describe('digests', () => {
  it('do not depend on the order of keys nor on absent values, but on every value', () => {
    expect(canonicalJson({ b: [1, { d: undefined, c: null }], a: 'ñ' })).toBe('{"a":"ñ","b":[1,{"c":null}]}');
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(digestOf(one) === digestOf(other)).toBe(canonicalJson(one) === canonicalJson(other));
        expect(JSON.parse(canonicalJson(one))).toEqual(JSON.parse(JSON.stringify(one)));
      }),
    );
  });

  it('are HMAC-SHA-256 of the canonical JSON under the key, as the platform computes it', () => {
    const key = new TextEncoder().encode('a key of this agency');
    const expected = createHmac('sha256', key).update('{"a":1,"b":"é"}').digest('hex');
    expect(keyedDigest(key, { b: 'é', a: 1 })).toBe(expected);
    expect(keyedDigest(new Uint8Array(32), { b: 'é', a: 1 })).not.toBe(expected);
  });
});
