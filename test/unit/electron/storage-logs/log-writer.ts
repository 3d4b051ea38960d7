import { crc32 } from 'hash-wasm';

const blockBytes = 32_768;

/** Writes records as LevelDB does, beginning at a place of a log. */
export async function asLog(records: readonly Uint8Array[], begins = 0): Promise<Uint8Array> {
  const out: Uint8Array[] = [];
  let at = begins;
  const put = (bytes: Uint8Array): void => {
    out.push(bytes);
    at += bytes.length;
  };
  for (const record of records) {
    let left = record;
    for (let begun = false; ; begun = true) {
      const room = blockBytes - (at % blockBytes);
      if (room < 7) {
        put(new Uint8Array(room));
        continue;
      }
      const part = left.subarray(0, room - 7);
      left = left.subarray(part.length);
      const ends = left.length === 0;
      put(await fragment(begun ? (ends ? 4 : 3) : ends ? 1 : 2, part));
      if (ends) break;
    }
  }
  return Buffer.concat(out);
}

async function fragment(kind: number, content: Uint8Array): Promise<Uint8Array> {
  const sum = Number.parseInt(await crc32(Buffer.concat([Uint8Array.of(kind), content]), 0x82f63b78), 16);
  const header = Buffer.alloc(7);
  header.writeUInt32LE((((sum >>> 15) | (sum << 17)) + 0xa282ead8) >>> 0, 0);
  header.writeUInt16LE(content.length, 4);
  header.writeUInt8(kind, 6);
  return Buffer.concat([header, content]);
}
