import { unzipSync, zipSync, type Zippable } from 'fflate';
import { fail, ok, type Result } from '../result.ts';
import type { ArchiveFault } from './error.ts';
import type { ArchiveLimits } from './limits.ts';

export const agencyEntry = 'agency.json';
export const manifestEntry = 'manifest.json';
const documentEntry = /^documents\/([0-9a-f]{64})$/;

/** The entry a document of this SHA-256 is stored under. */
export const documentPath = (sha256: string): string => `documents/${sha256}`;

/** The SHA-256 a document entry is named by, or null for another entry. */
export const documentDigest = (path: string): string | null => documentEntry.exec(path)?.[1] ?? null;

/** Whether the bytes begin as a ZIP does (also an empty one). */
export const looksLikeZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));

/** Carries a fault out of the unzipper's callback, which has no other way to stop it. */
class Refusal extends Error {
  constructor(readonly fault: ArchiveFault) {
    super(fault.code);
  }
}

/**
 * Unpacks an archive, every entry by its path. Stops at the first entry that is not one of an agency file's, is there
 * twice, or would exceed a limit, before unpacking it: the sizes an archive states are the sizes that are allocated.
 */
export function unpack(bytes: Uint8Array, limits: ArchiveLimits): Result<ReadonlyMap<string, Uint8Array>, ArchiveFault> {
  const stated = new Map<string, number>();
  let total = 0;
  try {
    const entries = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        const limitBytes = documentDigest(name) === null ? limits.jsonBytes : limits.documentBytes;
        if (name !== agencyEntry && name !== manifestEntry && documentDigest(name) === null) throw new Refusal({ code: 'unknown-entry', entry: name });
        if (stated.has(name)) throw new Refusal({ code: 'repeated-entry', entry: name });
        if (stated.size >= limits.entries) throw new Refusal({ code: 'too-many-entries', limit: limits.entries });
        if (originalSize > limitBytes) throw new Refusal({ code: 'too-large', entry: name, limitBytes });
        total += originalSize;
        if (total > limits.totalBytes) throw new Refusal({ code: 'too-large', entry: null, limitBytes: limits.totalBytes });
        if (originalSize > 1_048_576 && originalSize > size * limits.ratio) throw new Refusal({ code: 'suspicious-ratio', entry: name, limit: limits.ratio });
        stated.set(name, originalSize);
        return true;
      },
    });
    const unpacked = new Map(Object.entries(entries));
    for (const [name, content] of unpacked) {
      if (content.length !== stated.get(name)) return fail({ code: 'damaged-archive' });
    }
    return ok(unpacked);
  } catch (error) {
    // The unzipper throws on any malformed archive: errors of its own, and range errors where lengths point outside.
    return fail(error instanceof Refusal ? error.fault : { code: 'damaged-archive' });
  }
}

/**
 * Packs entries in the order given. The same entries give the same bytes anywhere: the time is fixed (and read back in
 * local time by the archiver, so a local time is what must be fixed), and documents, mostly compressed already, are stored.
 */
export function pack(entries: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const files: Zippable = {};
  const mtime = new Date(1980, 0, 1, 12);
  for (const [path, bytes] of entries) files[path] = [bytes, { level: documentDigest(path) === null ? 6 : 0, mtime }];
  return zipSync(files);
}
