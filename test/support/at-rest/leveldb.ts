/**
 * Reads the bytes of LevelDB's files as far as a search for plain text needs it (leveldb, doc/table_format.md and doc/log_format.md): keys whole,
 * not with shared prefixes left out; values out of their compressed blocks; records put together where they cross a block of the log.
 */
import { unsnapped } from './snappy.ts';

const tableMagic = 0xdb4775248b80fb57n;
const footerBytes = 48;

type Cursor = { at: number };

function varint(bytes: Uint8Array, cursor: Cursor): number {
  let value = 0;
  for (let shift = 0; shift < 56; shift += 7) {
    const byte = bytes[cursor.at] ?? 0;
    cursor.at += 1;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) break;
  }
  return value;
}

/** A block by its handle (offset and size), decompressed. @throws where it uses a compression this reader does not know */
function blockAt(file: Buffer, offset: number, size: number): Uint8Array {
  const raw = file.subarray(offset, offset + size);
  const kind = file[offset + size];
  if (kind === 0) return raw;
  const plain = kind === 1 ? unsnapped(raw) : null;
  if (plain === null) throw new Error(`A block of a table is compressed in a way (${String(kind)}) that cannot be read here`);
  return plain;
}

/** The entries of a block: key and value each. */
function* entriesOf(block: Uint8Array): Generator<readonly [Uint8Array, Uint8Array]> {
  const restarts = Buffer.from(block.buffer, block.byteOffset, block.byteLength).readUInt32LE(block.byteLength - 4);
  const end = block.byteLength - 4 - 4 * restarts;
  const cursor = { at: 0 };
  let key = new Uint8Array();
  while (cursor.at < end) {
    const shared = varint(block, cursor);
    const own = varint(block, cursor);
    const size = varint(block, cursor);
    const next = new Uint8Array(shared + own);
    next.set(key.subarray(0, shared));
    next.set(block.subarray(cursor.at, cursor.at + own), shared);
    cursor.at += own;
    key = next;
    yield [key, block.subarray(cursor.at, cursor.at + size)];
    cursor.at += size;
  }
}

/** Every key and value of a table file (`.ldb`, `.sst`). A file cut off in the middle of being written has no footer: then none. */
function* tableParts(file: Buffer): Generator<Uint8Array> {
  if (file.length < footerBytes || file.readBigUInt64LE(file.length - 8) !== tableMagic) return;
  const footer = file.subarray(file.length - footerBytes);
  const cursor = { at: 0 };
  varint(footer, cursor);
  varint(footer, cursor);
  const index = blockAt(file, varint(footer, cursor), varint(footer, cursor));
  for (const [, handle] of entriesOf(index)) {
    const at = { at: 0 };
    for (const part of entriesOf(blockAt(file, varint(handle, at), varint(handle, at)))) yield* part;
  }
}

const logBlock = 32 * 1024;

/** Every record of a log file (`.log`, `MANIFEST-…`), whole. */
function* logParts(file: Buffer): Generator<Uint8Array> {
  let pieces: Buffer[] = [];
  for (let at = 0; at + 7 <= file.length; ) {
    const left = logBlock - (at % logBlock);
    if (left < 7) {
      at += left;
      continue;
    }
    const size = file.readUInt16LE(at + 4);
    const kind = file[at + 6] ?? 0;
    if (kind === 0 && size === 0) {
      at += left;
      continue;
    }
    const piece = file.subarray(at + 7, at + 7 + size);
    pieces = kind === 1 || kind === 2 ? [piece] : [...pieces, piece];
    if (kind === 1 || kind === 4) yield Buffer.concat(pieces);
    at += 7 + size;
  }
}

/** What V8 begins a value of IndexedDB with where Chromium compressed it. */
const compressedValue = Buffer.from([0xff, 0x11, 0x02]);

/** The larger values of IndexedDB in some bytes, decompressed. */
function* compressedIn(bytes: Uint8Array): Generator<Uint8Array> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = buffer.indexOf(compressedValue); at !== -1; at = buffer.indexOf(compressedValue, at + 1)) {
    const plain = unsnapped(buffer.subarray(at + compressedValue.length));
    if (plain !== null) yield plain;
  }
}

/** Everything that can be read in a file of a profile: its bytes as they are, and what LevelDB and IndexedDB keep in them. */
export function* readableIn(name: string, file: Buffer): Generator<Uint8Array> {
  yield file;
  yield* compressedIn(file);
  const parts = /\.(ldb|sst)$/.test(name) ? tableParts(file) : /(\.log|MANIFEST-\d+)$/.test(name) ? logParts(file) : [];
  for (const part of parts) {
    yield part;
    yield* compressedIn(part);
  }
}
