import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { fail, ok, type Result } from '../result.ts';

/** The first byte of everything sealed here; another number is another way of sealing. */
const sealVersion = 1;
const nonceBytes = 24;
const tagBytes = 16;

/**
 * Seals bytes with a key: XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha), version byte, nonce, then ciphertext with its tag.
 * `context` says where the bytes belong and is proven together with them, so that sealed bytes cannot be moved to another place.
 * @param nonce 24 random bytes, never used twice with one key.
 */
export function sealBytes(key: Uint8Array, context: string, plain: Uint8Array, nonce: Uint8Array): Uint8Array {
  return concatBytes(Uint8Array.of(sealVersion), nonce, xchacha20poly1305(key, nonce, utf8ToBytes(context)).encrypt(plain));
}

/** Why sealed bytes did not open: made by a newer program, or altered, moved, cut off or sealed with another key (nobody can tell which). */
export type SealError = 'newer' | 'not-genuine';

/** Opens what `sealBytes` made in the same context. */
export function openBytes(key: Uint8Array, context: string, sealed: Uint8Array): Result<Uint8Array, SealError> {
  if (sealed.length === 0) return fail('not-genuine');
  if (sealed[0] !== sealVersion) return fail(Number(sealed[0]) > sealVersion ? 'newer' : 'not-genuine');
  if (sealed.length < 1 + nonceBytes + tagBytes) return fail('not-genuine');
  try {
    return ok(xchacha20poly1305(key, sealed.subarray(1, 1 + nonceBytes), utf8ToBytes(context)).decrypt(sealed.subarray(1 + nonceBytes)));
  } catch {
    return fail('not-genuine');
  }
}
