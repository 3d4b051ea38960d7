import { createCRC32 } from 'hash-wasm';

/**
 * The log files of LevelDB, in which Chromium keeps IndexedDB (its documentation, "leveldb Log format"): blocks of 32 KiB with records of a header
 * (checksum, 4 bytes; length, 2; kind, 1; little-endian) and a content. A record that does not fit is cut into fragments.
 */
const blockBytes = 32_768;
const headerBytes = 7;
const full = 1;
const first = 2;
const middle = 3;
const last = 4;

/** CRC-32C, as LevelDB takes it. */
const castagnoli = 0x82f63b78;

/** How a log ends. `whole`: bytes up to the end of the last record that is complete. */
export type LogEnd = {
  readonly whole: number;
  /** `torn`: what follows was being written when the program ended, and was never acknowledged. `damaged`: complete records follow what cannot be read. */
  readonly state: 'whole' | 'torn' | 'damaged';
};

type Fragment = { readonly kind: number; readonly end: number };

/** Tells how a log ends. */
export async function endOfLog(bytes: Uint8Array): Promise<LogEnd> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hash = await createCRC32(castagnoli);

  /** LevelDB keeps checksums turned, so that a checksum of checksums is no weak one. */
  const isGenuine = (at: number, length: number): boolean => {
    const sum = Number.parseInt(hash.init().update(bytes.subarray(at + 6, at + headerBytes + length)).digest('hex'), 16);
    const masked = (((sum >>> 15) | (sum << 17)) + 0xa282ead8) >>> 0;
    return masked === view.getUint32(at, true);
  };

  /** The fragment at a place; null where there is none that is complete and genuine. */
  const fragmentAt = (at: number): Fragment | null => {
    if (at + headerBytes > bytes.length) return null;
    const length = view.getUint16(at + 4, true);
    const kind = view.getUint8(at + 6);
    const end = at + headerBytes + length;
    const inBlock = (at % blockBytes) + headerBytes + length <= blockBytes;
    return kind >= full && kind <= last && inBlock && end <= bytes.length && isGenuine(at, length) ? { kind, end } : null;
  };

  /** The end of the complete record that begins at a place; null where none does. */
  const recordAt = (from: number): number | null => {
    let at = from;
    for (let begun = false; ; begun = true) {
      const fragment = fragmentAt(at);
      if (fragment === null) return null;
      if (begun ? fragment.kind < middle : fragment.kind > first) return null;
      if (fragment.kind === full || fragment.kind === last) return fragment.end;
      at = afterTrailer(fragment.end);
    }
  };

  let whole = 0;
  for (let at = 0; at + headerBytes <= bytes.length; ) {
    const end = recordAt(at);
    if (end !== null) {
      whole = end;
      at = afterTrailer(end);
      // Room a file system gave and nobody wrote to: LevelDB goes on with the next block.
    } else if (view.getUint16(at + 4, true) === 0 && view.getUint8(at + 6) === 0) at += blockBytes - (at % blockBytes);
    else break;
  }
  if (whole === bytes.length) return { whole, state: 'whole' };
  for (let at = whole + 1; at + headerBytes < bytes.length; at += 1) {
    const kind = bytes[at + 6];
    if ((kind === full || kind === first) && recordAt(at) !== null) return { whole, state: 'damaged' };
  }
  return { whole, state: 'torn' };
}

/** What is left of a block after a record and is too small for a header is filled with zeros. */
const afterTrailer = (at: number): number => (blockBytes - (at % blockBytes) < headerBytes ? at + blockBytes - (at % blockBytes) : at);
