import { createDecipheriv, createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { fail, ok, type Result } from '../../shared/result.ts';
import { openBytes } from '../../shared/sealing/sealed-body.ts';
import { systemCode } from '../system-code.ts';
import {
  blockLimits, checksumBytes, checksumOf, chunkBytes, chunkName, keyContext, lastFlag, nonceOf, partKey, partName, sealedHeaderSchema, sealedMagic, SealedRefusal, sealedVersion, tagBytes,
  type SealedFault, type SealedHeader,
} from './sealed-format.ts';

/** A sealed file, its readable beginning read and found unharmed. Close it when done. */
export type SealedFile = {
  readonly header: SealedHeader;
  /** The text of its keyring, not yet judged. */
  readonly keyring: string;
  /** Bytes of the whole file. */
  readonly size: number;
  /** Walks the whole file without any key: every checksum, every part, nothing behind the last. */
  readonly checkStructure: () => Promise<Result<null, SealedFault>>;
  /** Opens the parts with the agency's key for backups. */
  readonly unlock: (backupsKey: Uint8Array) => Result<SealedParts, SealedFault>;
  readonly close: () => Promise<void>;
};

/** The parts of an unlocked file. */
export type SealedParts = {
  readonly count: number;
  /** The chunks of a part, each proven before it is handed out. @throws SealedRefusal */
  readonly chunks: (part: number) => AsyncIterable<Uint8Array>;
  /** A whole part of at most `limit` bytes. */
  readonly read: (part: number, limit: number) => Promise<Result<Uint8Array, SealedFault>>;
};

/** Whether a file begins as a sealed one does. */
export const looksSealed = (bytes: Uint8Array): boolean => sealedMagic.equals(bytes.subarray(0, sealedMagic.length));

/** Opens a file and reads what stands before its parts. */
export async function openSealedFile(file: string): Promise<Result<SealedFile, SealedFault>> {
  let handle: FileHandle;
  try {
    handle = await open(file, 'r');
  } catch (error) {
    return fail({ code: 'cannot-read', detail: systemCode(error) });
  }
  const opened = await refusing(() => begin(handle));
  if (!opened.ok) await handle.close();
  return opened;
}

/** Runs a task that reads; its refusal, or the system's, is a value. */
export async function refusing<Value>(task: () => Promise<Value>): Promise<Result<Value, SealedFault>> {
  try {
    return ok(await task());
  } catch (error) {
    if (error instanceof SealedRefusal) return fail(error.fault);
    if (error instanceof Error && 'code' in error && 'syscall' in error) return fail({ code: 'cannot-read', detail: systemCode(error) });
    throw error;
  }
}

async function begin(handle: FileHandle): Promise<SealedFile> {
  const { size } = await handle.stat();
  const start = await bytesAt(handle, 0, sealedMagic.length + 1);
  if (start === null || !looksSealed(start)) throw new SealedRefusal({ code: 'not-sealed' });
  const version = start[sealedMagic.length] ?? 0;
  if (version > sealedVersion) throw new SealedRefusal({ code: 'newer', version });
  if (version < sealedVersion) throw new SealedRefusal({ code: 'damaged', where: 'header' });
  const head = await blockAt(handle, start.length, 'header');
  const ring = await blockAt(handle, head.end, 'keyring');
  const header = headerOf(head.text);
  const prologue = createHash('sha256').update(start).update(head.raw).update(ring.raw).digest();
  const walk = { handle, prologue, size, parts: header.parts, from: ring.end };
  let offsets: readonly number[] | null = null;
  return {
    header,
    keyring: ring.text.toString('utf8'),
    size,
    checkStructure: () => refusing(async () => {
      offsets = await walkParts(walk, true);
      return null;
    }),
    unlock(backupsKey) {
      const fileKey = openBytes(backupsKey, keyContext(header.vaultId), Buffer.from(header.key, 'base64'));
      if (!fileKey.ok) return fail({ code: 'wrong-key' });
      const chunks = async function* (part: number): AsyncGenerator<Uint8Array> {
        offsets ??= await walkParts(walk, false);
        const from = offsets[part];
        if (from === undefined) throw new RangeError(`A sealed file of ${header.parts} parts has no part ${part}`);
        yield* partChunks(walk, fileKey.value, part, from);
      };
      return ok({ count: header.parts, chunks, read: (part, limit) => refusing(() => collect(chunks(part), part, limit)) });
    },
    close: () => handle.close(),
  };
}

async function collect(chunks: AsyncIterable<Uint8Array>, part: number, limit: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limit) throw new SealedRefusal({ code: 'damaged', where: `${partName(part)}, larger than Muster opens` });
    pieces.push(chunk);
  }
  return new Uint8Array(Buffer.concat(pieces));
}

/** Exactly so many bytes; null where the file ends before. */
async function bytesAt(handle: FileHandle, at: number, length: number): Promise<Buffer | null> {
  const bytes = Buffer.allocUnsafe(length);
  for (let done = 0; done < length; ) {
    const { bytesRead } = await handle.read(bytes, done, length - done, at + done);
    if (bytesRead === 0) return null;
    done += bytesRead;
  }
  return bytes;
}

async function blockAt(handle: FileHandle, at: number, where: 'header' | 'keyring'): Promise<{ readonly raw: Buffer; readonly text: Buffer; readonly end: number }> {
  const head = await bytesAt(handle, at, 4);
  if (head === null) throw new SealedRefusal({ code: 'cut-off', where });
  const length = head.readUInt32BE();
  if (length > blockLimits[where]) throw new SealedRefusal({ code: 'damaged', where });
  const rest = await bytesAt(handle, at + 4, length + 32);
  if (rest === null) throw new SealedRefusal({ code: 'cut-off', where });
  const text = rest.subarray(0, length);
  if (!createHash('sha256').update(text).digest().equals(rest.subarray(length))) throw new SealedRefusal({ code: 'damaged', where });
  return { raw: Buffer.concat([head, rest]), text, end: at + 4 + length + 32 };
}

function headerOf(text: Buffer): SealedHeader {
  try {
    const parsed = sealedHeaderSchema.safeParse(JSON.parse(text.toString('utf8')));
    if (parsed.success) return parsed.data;
  } catch {
    // Not even JSON: the same to whoever reads it.
  }
  throw new SealedRefusal({ code: 'damaged', where: 'header' });
}

type Walk = { readonly handle: FileHandle; readonly prologue: Buffer; readonly size: number; readonly parts: number; readonly from: number };

/** Where each part begins. `thorough` also reads every chunk and compares its checksum. */
async function walkParts(walk: Walk, thorough: boolean): Promise<readonly number[]> {
  const offsets: number[] = [];
  let at = walk.from;
  for (let part = 0; part < walk.parts; part += 1) {
    offsets.push(at);
    for (let chunk = 0, isLast = false; !isLast; chunk += 1) {
      const frame = await frameAt(walk, at, part, chunk);
      if (thorough) await sealedAt(walk, frame, part, chunk);
      ({ isLast } = frame);
      at = frame.end;
    }
  }
  if (at !== walk.size) throw new SealedRefusal({ code: 'damaged', where: 'the end: there are bytes behind the last part' });
  return offsets;
}

type Frame = { readonly head: Buffer; readonly from: number; readonly sealedLength: number; readonly isLast: boolean; readonly end: number };

async function frameAt({ handle, size }: Walk, at: number, part: number, chunk: number): Promise<Frame> {
  const head = await bytesAt(handle, at, 4);
  const where = chunkName(part, chunk);
  if (head === null) throw new SealedRefusal({ code: 'cut-off', where });
  const word = head.readUInt32BE();
  const isLast = word >= lastFlag;
  const length = isLast ? word - lastFlag : word;
  // Only the last chunk of a part is shorter than a whole one.
  if (length > chunkBytes || (!isLast && length !== chunkBytes)) throw new SealedRefusal({ code: 'damaged', where });
  const end = at + 4 + length + tagBytes + checksumBytes;
  if (end > size) throw new SealedRefusal({ code: 'cut-off', where });
  return { head, from: at + 4, sealedLength: length + tagBytes, isLast, end };
}

async function sealedAt({ handle, prologue }: Walk, { head, from, sealedLength }: Frame, part: number, chunk: number): Promise<Buffer> {
  const bytes = await bytesAt(handle, from, sealedLength + checksumBytes);
  const where = chunkName(part, chunk);
  if (bytes === null) throw new SealedRefusal({ code: 'cut-off', where });
  const sealed = bytes.subarray(0, sealedLength);
  if (!checksumOf(prologue, part, chunk, head, sealed).equals(bytes.subarray(sealedLength))) throw new SealedRefusal({ code: 'damaged', where });
  return sealed;
}

async function* partChunks(walk: Walk, fileKey: Uint8Array, part: number, from: number): AsyncGenerator<Uint8Array> {
  const { key, prefix } = partKey(fileKey, walk.prologue, part);
  let at = from;
  for (let chunk = 0, isLast = false; !isLast; chunk += 1) {
    const frame = await frameAt(walk, at, part, chunk);
    const sealed = await sealedAt(walk, frame, part, chunk);
    ({ isLast } = frame);
    at = frame.end;
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(prefix, chunk, isLast)).setAAD(frame.head).setAuthTag(sealed.subarray(-tagBytes));
    const plain = decipher.update(sealed.subarray(0, -tagBytes));
    try {
      decipher.final();
    } catch {
      throw new SealedRefusal({ code: 'damaged', where: chunkName(part, chunk) });
    }
    yield plain;
  }
}
