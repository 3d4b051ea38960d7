import { createHash, hkdfSync } from 'node:crypto';
import { z } from 'zod';
import { instantSchema, idSchema } from '../../shared/model/schema.ts';

/**
 * A sealed `.muster` file, from front to back (docs/agency-file.md has the same for other programs):
 *
 *   magic 16 bytes, version 1 byte
 *   two blocks, header and keyring, each: length u32, UTF-8 text, SHA-256 of the text
 *   parts, each a run of chunks: length u32 (highest bit: last of its part), AES-256-GCM of at most 1 MiB, tag 16 bytes, checksum 8 bytes
 *
 * The chunks of a part are sealed with a key of its own, derived from the file's random key and everything before the parts, and numbered
 * in their nonce together with the last-of-part flag (STREAM): none can be altered, left out, repeated or moved unseen. The checksums prove
 * nothing against who means harm; they name a damaged place to who has no passphrase.
 */
export const sealedMagic = Buffer.from('muster sealed\r\n\x1a', 'latin1');
export const sealedVersion = 1;
export const chunkBytes = 2 ** 20;
export const tagBytes = 16;
export const checksumBytes = 8;
export const lastFlag = 0x8000_0000;
/** Limits of the two blocks, in bytes: a header has a few hundred, a keyring of a thousand users a few million. */
export const blockLimits = { header: 2 ** 16, keyring: 2 ** 23 } as const;
/** At most so many parts: three and one a document file. */
export const partsLimit = 400_000;

/** What stands readable in the header. Neither the agency's name nor anything of its record. */
export const sealedHeaderSchema = z.strictObject({
  format: z.literal('muster-sealed'),
  /** `backup`: records alone, its documents lie beside it; the other two hold their documents. */
  kind: z.enum(['backup', 'copy', 'hand-over']),
  madeAt: instantSchema,
  appVersion: z.string().max(100),
  vaultId: idSchema,
  /** The file's random key, sealed with the agency's key for backups. */
  key: z.base64().max(400),
  parts: z.int().min(3).max(partsLimit),
});
export type SealedHeader = Readonly<z.infer<typeof sealedHeaderSchema>>;

/** Why a sealed file was refused. `where` names the place: header, keyring, key, a chunk of a part, a document. */
export type SealedFault =
  | { readonly code: 'not-sealed' }
  | { readonly code: 'newer'; readonly version: number }
  | { readonly code: 'damaged'; readonly where: string }
  | { readonly code: 'cut-off'; readonly where: string }
  | { readonly code: 'wrong-key' }
  | { readonly code: 'cannot-read'; readonly detail: string };

/** Carries a fault out of a stream of chunks. */
export class SealedRefusal extends Error {
  constructor(readonly fault: SealedFault) {
    super(fault.code);
    this.name = 'SealedRefusal';
  }
}

/** What the parts are called, by position. */
export const partName = (part: number): string => ['contents', 'records', 'medical notes'][part] ?? `document ${part - 2}`;
export const chunkName = (part: number, chunk: number): string => `chunk ${chunk + 1} of ${partName(part)}`;

export const keyContext = (vaultId: string): string => `sealed file/${vaultId}`;

/** Key and nonce prefix of one part. */
export function partKey(fileKey: Uint8Array, prologue: Uint8Array, part: number): { readonly key: Buffer; readonly prefix: Buffer } {
  const bytes = Buffer.from(hkdfSync('sha256', fileKey, prologue, `muster sealed part ${part}`, 39));
  return { key: bytes.subarray(0, 32), prefix: bytes.subarray(32) };
}

export function nonceOf(prefix: Uint8Array, chunk: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.set(prefix, 0);
  nonce.writeUInt32BE(chunk, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** The checksum of a chunk where it stands; readable without any key. */
export function checksumOf(prologue: Uint8Array, part: number, chunk: number, head: Uint8Array, sealed: Uint8Array): Buffer {
  const place = Buffer.alloc(8);
  place.writeUInt32BE(part, 0);
  place.writeUInt32BE(chunk, 4);
  return createHash('sha256').update(prologue).update(place).update(head).update(sealed).digest().subarray(0, checksumBytes);
}
