import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical-json.ts';

/** SHA-256 of a value's canonical JSON, lower-case hexadecimal. */
export const digestOf = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));

/**
 * HMAC-SHA-256 of a value's canonical JSON, lower-case hexadecimal. Keyed, so that nobody who holds the log without the key
 * can find out by trial what a short record said; with the key destroyed the log keeps no trace of what was disposed of.
 * Synchronous, since it runs inside a database transaction.
 */
export const keyedDigest = (key: Uint8Array, value: unknown): string => bytesToHex(hmac(sha256, key, utf8ToBytes(canonicalJson(value))));
