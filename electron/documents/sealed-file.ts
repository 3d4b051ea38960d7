import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { open, readFile, type FileHandle } from 'node:fs/promises';
import { fail, ok, type Result } from '../../shared/result.ts';
import { openBytes, sealBytes } from '../../shared/sealing/sealed-body.ts';
import { writeWhole, writeWholeBy } from '../atomic-write.ts';

/**
 * A sealed document: a header, then pieces of one megabyte, each sealed by AES-256-GCM with a key that belongs to this document alone. The
 * nonce counts the pieces and marks the last one, the header is proven with every piece: nothing can be cut off, reordered, moved or
 * exchanged unnoticed. The key lies beside it in a file of its own, wrapped by the agency's key of documents; who destroys that small file
 * has destroyed the document, wherever its bytes may still lie.
 *
 * header: `MUSTDOC` and the version, one byte; the vault, one byte; 3 bytes zero; size of a piece, 4 bytes; length of the document,
 * 8 bytes; its name, 32 bytes. Numbers are big-endian.
 */
const magic = Buffer.from('MUSTDOC', 'latin1');
const version = 1;
const headerBytes = 56;
const tagBytes = 16;
const pieceBytes = 2 ** 20;
const keyLength = 32;

/** Which part of the agency may open a document. */
export type DocumentVault = 'personnel' | 'medical';
const vaultNumber: Readonly<Record<DocumentVault, number>> = { personnel: 1, medical: 2 };

/** Where a document lies, and as what: `name` is 64 hexadecimal digits that say nothing to who has no keys. */
export type SealedPlace = { readonly file: string; readonly keyFile: string; readonly name: string; readonly vault: DocumentVault };

/** What is wrong with a sealed document: `key` its key file, `moved` it lies under a name that is not its own, or another document does; the rest are its bytes. */
export type Damage = 'key' | 'moved' | 'cut-off' | 'altered' | 'newer';

const keyContext = ({ vault, name }: SealedPlace): string => `document/${vault}/${name}`;

function headerOf({ vault, name }: SealedPlace, length: number): Buffer {
  const header = Buffer.alloc(headerBytes);
  magic.copy(header);
  header.writeUInt8(version, 7);
  header.writeUInt8(vaultNumber[vault], 8);
  header.writeUInt32BE(pieceBytes, 12);
  header.writeBigUInt64BE(BigInt(length), 16);
  Buffer.from(name, 'hex').copy(header, 24);
  return header;
}

const piecesOf = (length: number): number => Math.max(1, Math.ceil(length / pieceBytes));

function nonceOf(piece: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt8(last ? 1 : 0, 7);
  nonce.writeUInt32BE(piece, 8);
  return nonce;
}

/**
 * Writes a document and its key, all or nothing: the bytes first, the key last, since without a key there is no document. One piece at a time
 * is held besides `bytes`. @throws what the system answers; nothing half-written stays
 */
export async function writeSealed(place: SealedPlace, wrappingKey: Uint8Array, bytes: Uint8Array): Promise<void> {
  const key = randomBytes(keyLength);
  const header = headerOf(place, bytes.byteLength);
  const pieces = piecesOf(bytes.byteLength);
  try {
    await writeWholeBy(place.file, async (handle) => {
      await writeAll(handle, header);
      for (let piece = 0; piece < pieces; piece += 1) {
        const cipher = createCipheriv('aes-256-gcm', key, nonceOf(piece, piece === pieces - 1));
        cipher.setAAD(header);
        const sealed = cipher.update(bytes.subarray(piece * pieceBytes, (piece + 1) * pieceBytes));
        cipher.final();
        await writeAll(handle, sealed);
        await writeAll(handle, cipher.getAuthTag());
      }
    });
    await writeWhole(place.keyFile, sealBytes(wrappingKey, keyContext(place), key, randomBytes(24)));
  } finally {
    key.fill(0);
  }
}

async function writeAll(handle: FileHandle, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at)).bytesWritten;
}

/** Opens a sealed document into memory, held once. @throws what the system answers (ENOENT: there is no key, or no file) */
export async function readSealed(place: SealedPlace, wrappingKey: Uint8Array): Promise<Result<{ readonly bytes: Uint8Array; readonly sha256: string }, Damage>> {
  let bytes = new Uint8Array(0);
  const read = await eachPiece(place, wrappingKey, (length) => {
    bytes = new Uint8Array(length);
    return (piece, at) => bytes.set(piece, at);
  });
  return read.ok ? ok({ bytes, sha256: read.value }) : read;
}

/** The SHA-256 of what is in a sealed document, read through to its end. @throws what the system answers */
export const digestOfSealed = (place: SealedPlace, wrappingKey: Uint8Array): Promise<Result<string, Damage>> => eachPiece(place, wrappingKey, () => () => undefined);

type Taker = (piece: Uint8Array, at: number) => void;

async function eachPiece(place: SealedPlace, wrappingKey: Uint8Array, take: (length: number) => Taker): Promise<Result<string, Damage>> {
  const opened = openBytes(wrappingKey, keyContext(place), new Uint8Array(await readFile(place.keyFile)));
  if (!opened.ok) return fail(opened.error === 'newer' ? 'newer' : 'key');
  const key = opened.value;
  const handle = await open(place.file, 'r');
  try {
    if (key.length !== keyLength) return fail('key');
    const header = Buffer.alloc(headerBytes);
    if ((await readFully(handle, header)) < headerBytes || !header.subarray(0, 7).equals(magic)) return fail('altered');
    if (header.readUInt8(7) > version) return fail('newer');
    const { size } = await handle.stat();
    const length = Number(header.readBigUInt64BE(16));
    if (!header.equals(headerOf(place, Number.isSafeInteger(length) ? length : 0))) return fail(header.subarray(24).equals(Buffer.from(place.name, 'hex')) ? 'altered' : 'moved');
    const pieces = piecesOf(length);
    // Compared before anything is made room for: a length that somebody wrote there costs nothing.
    if (size !== headerBytes + length + pieces * tagBytes) return fail('cut-off');
    const taker = take(length);
    const hash = createHash('sha256');
    const sealed = Buffer.alloc(Math.min(length, pieceBytes) + tagBytes);
    for (let piece = 0; piece < pieces; piece += 1) {
      const here = Math.min(pieceBytes, length - piece * pieceBytes);
      if ((await readFully(handle, sealed.subarray(0, here + tagBytes))) < here + tagBytes) return fail('cut-off');
      const plain = opensPiece(key, header, piece, piece === pieces - 1, sealed.subarray(0, here), sealed.subarray(here, here + tagBytes));
      if (plain === null) return fail('altered');
      hash.update(plain);
      taker(plain, piece * pieceBytes);
    }
    return ok(hash.digest('hex'));
  } finally {
    key.fill(0);
    await handle.close();
  }
}

function opensPiece(key: Uint8Array, header: Buffer, piece: number, last: boolean, sealed: Buffer, tag: Buffer): Buffer | null {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(piece, last), { authTagLength: tagBytes });
  decipher.setAAD(header);
  decipher.setAuthTag(tag);
  const plain = decipher.update(sealed);
  try {
    decipher.final();
    return plain;
  } catch {
    return null;
  }
}

async function readFully(handle: FileHandle, into: Buffer): Promise<number> {
  let at = 0;
  while (at < into.length) {
    const { bytesRead } = await handle.read(into, at, into.length - at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return at;
}
