import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyFor, purposes } from '../../../shared/sealing/keys.ts';
import { openBytes, sealBytes } from '../../../shared/sealing/sealed-body.ts';

const key = Uint8Array.from({ length: 32 }, (_, n) => 0x80 + n);
const nonce = hexToBytes('404142434445464748494a4b4c4d4e4f5051525354555657');
const sunscreen = utf8ToBytes("Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.");

describe('the published vectors', () => {
  it('of XChaCha20-Poly1305 hold (draft-irtf-cfrg-xchacha-03, A.3.1)', () => {
    const sealed = xchacha20poly1305(key, nonce, hexToBytes('50515253c0c1c2c3c4c5c6c7')).encrypt(sunscreen);
    expect(bytesToHex(sealed)).toBe(
      'bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452' +
      '2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812f615c68b13b52e' +
      'c0875924c1c7987947deafd8780acf49',
    );
  });

  it('of HKDF-SHA-256 hold (RFC 5869, A.1)', () => {
    const derived = hkdf(sha256, new Uint8Array(22).fill(0x0b), hexToBytes('000102030405060708090a0b0c'), hexToBytes('f0f1f2f3f4f5f6f7f8f9'), 42);
    expect(bytesToHex(derived)).toBe('3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865');
  });
});

describe('sealed bytes', () => {
  it('are a version, the nonce, then the ciphertext with its tag, in a form that never changes', () => {
    const sealed = sealBytes(key, 'people/p1', sunscreen, nonce);
    expect(sealed.length).toBe(1 + 24 + sunscreen.length + 16);
    expect(sealed[0]).toBe(1);
    expect(sealed.subarray(1, 25)).toEqual(nonce);
    expect(sealed.subarray(25)).toEqual(xchacha20poly1305(key, nonce, utf8ToBytes('people/p1')).encrypt(sunscreen));
  });

  it('open with their key in their place', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.uint8Array({ minLength: 24, maxLength: 24 }), fc.string(), fc.uint8Array({ maxLength: 300 }), (any, once, context, plain) => {
      expect(openBytes(any, context, sealBytes(any, context, plain, once))).toEqual({ ok: true, value: plain });
    }));
  });

  it('open nowhere else: another key, another place, one bit changed, cut off or added to', () => {
    const sealed = sealBytes(key, 'people/p1', sunscreen, nonce);
    const refused = { ok: false, error: 'not-genuine' };
    expect(openBytes(key.map((byte) => byte ^ 1), 'people/p1', sealed)).toEqual(refused);
    expect(openBytes(key, 'people/p2', sealed)).toEqual(refused);
    expect(openBytes(key, 'evidence/p1', sealed)).toEqual(refused);
    fc.assert(fc.property(fc.integer({ min: 8, max: sealed.length * 8 - 1 }), (bit) => {
      const altered = Uint8Array.from(sealed);
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(openBytes(key, 'people/p1', altered)).toEqual(refused);
    }));
    for (const length of [0, 1, 24, 40, 41, sealed.length - 1]) expect(openBytes(key, 'people/p1', sealed.subarray(0, length))).toEqual(refused);
    expect(openBytes(key, 'people/p1', Uint8Array.from([...sealed, 0]))).toEqual(refused);
  });

  it('of a newer program are told apart from altered ones', () => {
    const sealed = sealBytes(key, 'x', sunscreen, nonce);
    expect(openBytes(key, 'x', Uint8Array.from([2, ...sealed.subarray(1)]))).toEqual({ ok: false, error: 'newer' });
    expect(openBytes(key, 'x', Uint8Array.from([0, ...sealed.subarray(1)]))).toEqual({ ok: false, error: 'not-genuine' });
  });
});

describe('keys', () => {
  it('differ by purpose and by data key, and are always the same', () => {
    const all = purposes.map((purpose) => bytesToHex(keyFor(key, purpose)));
    expect(new Set([...all, bytesToHex(key)]).size).toBe(purposes.length + 1);
    expect(all.every((each) => each.length === 64)).toBe(true);
    expect(bytesToHex(keyFor(key.map((byte) => byte ^ 1), 'records'))).not.toBe(all[0]);
    expect(bytesToHex(keyFor(key, 'records'))).toBe(bytesToHex(hkdf(sha256, key, utf8ToBytes('muster'), utf8ToBytes('muster records 1'), 32)));
  });
});
