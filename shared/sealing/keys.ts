import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** Every key has this many bytes (256 bit). */
export const keyBytes = 32;

/**
 * What a data key is used for. Each purpose has a key of its own, so that the page, which needs the records, never holds what opens
 * documents or backups.
 */
export const purposes = ['records', 'record-names', 'documents', 'document-names', 'backups', 'keyring', 'binder-signing', 'chapter-cache'] as const;
export type Purpose = (typeof purposes)[number];

/** The key of one purpose, derived from the general or the medical data key (HKDF-SHA-256, RFC 5869). Deterministic; the data key cannot be had back from it. */
export const keyFor = (dataKey: Uint8Array, purpose: Purpose): Uint8Array => hkdf(sha256, dataKey, utf8ToBytes('muster'), utf8ToBytes(`muster ${purpose} 1`), keyBytes);
