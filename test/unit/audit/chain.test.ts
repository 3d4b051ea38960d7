import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../shared/audit/canonical-json.ts';
import { chained, verifyChain, type CarriedEntry, type LogEntry } from '../../../shared/audit/chain.ts';
import { digestOf, keyedDigest } from '../../../shared/audit/digest.ts';

function logOf(count: number): readonly LogEntry[] {
  const log: LogEntry[] = [];
  for (let n = 1; n <= count; n += 1) {
    log.push(
      chained(log.at(-1) ?? null, {
        id: `l${n}`,
        at: '2026-03-19T15:00:00Z',
        what: `Entry ${n}`,
        changes: [{ list: 'evidence', id: `e${n}`, before: null, after: digestOf(n) }],
      }),
    );
  }
  return log;
}

describe('the log chain', () => {
  it('verifies what was written, through JSON and back, and answers its head', () => {
    const log = logOf(4);
    expect(verifyChain(JSON.parse(JSON.stringify(log)) as CarriedEntry[])).toEqual({ ok: true, value: log.at(-1)?.hash });
    expect(verifyChain([])).toEqual({ ok: true, value: null });
  });

  it('names the first altered entry, whatever was altered in it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.constantFrom('what', 'at', 'id', 'previous', 'seq', 'added'), (index, key) => {
        const log: CarriedEntry[] = logOf(5).map((entry, at) => (at === index ? { ...entry, [key]: 'something else' } : entry));
        expect(verifyChain(log)).toEqual({ ok: false, error: { code: 'altered', at: index } });
      }),
    );
  });

  it('names the place where an entry was taken out, added again or moved', () => {
    const [one, two, three] = logOf(3) as [LogEntry, LogEntry, LogEntry];
    expect(verifyChain([one, three])).toEqual({ ok: false, error: { code: 'not-linked', at: 1 } });
    expect(verifyChain([two, three])).toEqual({ ok: false, error: { code: 'not-linked', at: 0 } });
    expect(verifyChain([one, one, two])).toEqual({ ok: false, error: { code: 'not-linked', at: 1 } });
    expect(verifyChain([one, three, two])).toEqual({ ok: false, error: { code: 'not-linked', at: 1 } });
  });

  it('goes on after an entry of another program, linked to all of it', () => {
    const foreign = { note: 'carried over' };
    const next = chained(foreign, { id: 'l1', at: '2026-03-19T15:00:00Z', what: 'First here', changes: [] });
    expect(next.previous).toBe(digestOf(foreign));
  });
});

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
