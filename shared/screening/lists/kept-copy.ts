import { gunzipSync, gzipSync } from 'fflate';
import { fail, ok, type Result } from '../../result.ts';
import { crc32 } from './crc32.ts';
import { listLimits } from './limits.ts';

/** Why a kept copy of a list could not be unpacked. */
export type KeptCopyError = { readonly code: 'not-gzip' | 'too-large' | 'damaged' };

const littleEndian = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)) >>> 0;

/**
 * A list's file packed for keeping: gzip without a time or a name, so that the same file always gives the same bytes and is stored once.
 */
export const packCopy = (bytes: Uint8Array): Uint8Array => gzipSync(bytes, { level: 6, mtime: 0 });

/** The file of a kept copy, bounded in size and checked against its own checksum. */
export function unpackCopy(bytes: Uint8Array): Result<Uint8Array, KeptCopyError> {
  if (bytes.length < 18 || bytes[0] !== 0x1f || bytes[1] !== 0x8b) return fail({ code: 'not-gzip' });
  const size = littleEndian(bytes, bytes.length - 4);
  if (size > listLimits.bytes) return fail({ code: 'too-large' });
  try {
    const unpacked = gunzipSync(bytes, { out: new Uint8Array(size) });
    return unpacked.length === size && crc32(unpacked) === littleEndian(bytes, bytes.length - 8) ? ok(unpacked) : fail({ code: 'damaged' });
  } catch {
    return fail({ code: 'damaged' });
  }
}

/** The words for a kept copy that cannot be unpacked. */
export function keptCopyErrorWords({ code }: KeptCopyError): string {
  switch (code) {
    case 'not-gzip':
      return 'The kept copy of the list is not the compressed file it should be. Restore the document from a backup, or import the list file again.';
    case 'too-large':
      return 'The kept copy of the list unpacks to more than any list holds and was not opened. Restore the document from a backup.';
    case 'damaged':
      return 'The kept copy of the list is damaged. Restore the document from a backup, or import the list file again.';
  }
}
