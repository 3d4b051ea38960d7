import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { sealBytes } from '../../shared/sealing/sealed-body.ts';
import { writeWholeBy } from '../atomic-write.ts';
import { checksumOf, chunkBytes, keyContext, lastFlag, nonceOf, partKey, sealedMagic, sealedVersion, type SealedHeader } from './sealed-format.ts';

/** One part of a sealed file: its bytes, or the pieces they come in. */
export type PartSource = Uint8Array | (() => AsyncIterable<Uint8Array>);

export type SealPlan = {
  readonly header: Omit<SealedHeader, 'format' | 'key' | 'parts'>;
  readonly keyring: string;
  /** The agency's key for backups. */
  readonly backupsKey: Uint8Array;
  readonly parts: readonly PartSource[];
  /** Called after each part with how many are done. @throws to stop; nothing of the file stays */
  readonly done?: (parts: number) => void;
};

/** Writes a sealed file whole: it is there, forced to the disk, or nothing of it is. @throws what the system or a part's source throws */
export async function sealFile(file: string, plan: SealPlan): Promise<void> {
  await writeWholeBy(file, (handle) => fill(handle, plan));
}

async function fill(handle: FileHandle, { header, keyring, backupsKey, parts, done }: SealPlan): Promise<void> {
  const fileKey = randomBytes(32);
  const key = Buffer.from(sealBytes(backupsKey, keyContext(header.vaultId), fileKey, randomBytes(24))).toString('base64');
  const start = Buffer.concat([
    sealedMagic,
    Buffer.of(sealedVersion),
    block(JSON.stringify({ format: 'muster-sealed', ...header, key, parts: parts.length } satisfies SealedHeader)),
    block(keyring),
  ]);
  const prologue = createHash('sha256').update(start).digest();
  // appendFile, since write may write less than it was given when the disk is nearly full, and says so only in its answer.
  await handle.appendFile(start);
  for (const [part, source] of parts.entries()) {
    await sealPart(handle, fileKey, prologue, part, source instanceof Uint8Array ? [source] : source());
    done?.(part + 1);
  }
  fileKey.fill(0);
}

function block(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes, createHash('sha256').update(bytes).digest()]);
}

async function sealPart(handle: FileHandle, fileKey: Uint8Array, prologue: Uint8Array, part: number, source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
  const { key, prefix } = partKey(fileKey, prologue, part);
  let chunk = 0;
  const write = async (plain: Uint8Array, isLast: boolean): Promise<void> => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE((plain.length + (isLast ? lastFlag : 0)) >>> 0);
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(prefix, chunk, isLast)).setAAD(head);
    const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    await handle.appendFile(Buffer.concat([head, sealed, checksumOf(prologue, part, chunk, head, sealed)]));
    chunk += 1;
  };
  // One chunk is held back: only when the source has ended is it known to be the last.
  let held: Uint8Array | null = null;
  for await (const piece of chunked(source)) {
    if (held !== null) await write(held, false);
    held = piece;
  }
  await write(held ?? new Uint8Array(), true);
  key.fill(0);
}

/** The same bytes in pieces of exactly one chunk, but the last. Copied: what a source hands out it may use again. */
async function* chunked(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let chunk = Buffer.allocUnsafe(chunkBytes);
  let size = 0;
  for await (const piece of source) {
    for (let at = 0; at < piece.length; ) {
      const taken = piece.subarray(at, at + chunkBytes - size);
      chunk.set(taken, size);
      size += taken.length;
      at += taken.length;
      if (size < chunkBytes) continue;
      yield chunk;
      chunk = Buffer.allocUnsafe(chunkBytes);
      size = 0;
    }
  }
  if (size > 0) yield chunk.subarray(0, size);
}
