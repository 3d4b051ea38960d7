import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

/** What identifies a key and can be read out on the telephone: the SHA-256 of its public half, 64 hexadecimal digits. `publicKey`: 64 hexadecimal digits. */
export const fingerprintOf = (publicKey: string): string => bytesToHex(sha256(hexToBytes(publicKey)));

/** A fingerprint in groups of four, for people. */
export const fingerprintWords = (fingerprint: string): string => (fingerprint.match(/.{1,4}/g) ?? []).join(' ');

/** A fingerprint as somebody typed or pasted it, whole; null where it is none. Spaces and capitals do not matter. */
export function readFingerprint(typed: string): string | null {
  const digits = typed.replace(/[\s:-]/g, '').toLowerCase();
  return /^[0-9a-f]{64}$/.test(digits) ? digits : null;
}

/** The public half of the key that signs what the demo agency makes. Its private half is published: it proves nothing but that the mechanism works. */
export const demonstrationPublicKey = '7a0bfa8cd7222bb3120fa1c2e74928fb4369f08aa19f3e78766063814da6d40d';
