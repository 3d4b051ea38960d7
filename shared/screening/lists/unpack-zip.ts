import { unzipSync } from 'fflate';
import { fail, ok, type Result } from '../../result.ts';
import { crc32 } from './crc32.ts';
import { listLimits } from './limits.ts';
import type { ListError } from './list-error.ts';

type Entry = { readonly name: string; readonly encrypted: boolean; readonly packed: number; readonly size: number; readonly crc: number };

const u16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
const u32 = (bytes: Uint8Array, at: number): number => (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0;

/** The central directory (APPNOTE 4.3.12); null where there is none, as in a file that is cut off. */
function directory(bytes: Uint8Array): readonly Entry[] | null {
  let end = bytes.length - 22;
  const last = Math.max(0, end - 0xffff);
  while (end >= last && u32(bytes, end) !== 0x06054b50) end -= 1;
  if (end < last) return null;
  const entries: Entry[] = [];
  let at = u32(bytes, end + 16);
  for (let left = Math.min(u16(bytes, end + 10), listLimits.entries + 1); left > 0; left -= 1) {
    if (u32(bytes, at) !== 0x02014b50) return null;
    const nameLength = u16(bytes, at + 28);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      encrypted: (u16(bytes, at + 8) & 1) === 1,
      crc: u32(bytes, at + 16),
      packed: u32(bytes, at + 20),
      size: u32(bytes, at + 24),
    });
    at += 46 + nameLength + u16(bytes, at + 30) + u16(bytes, at + 32);
  }
  return entries;
}

/** What came out of an archive: the one list in it, or word that it is a workbook, which another reader opens. */
export type Unpacked = { readonly kind: 'workbook' } | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array };

/**
 * Opens a ZIP with one CSV in it, as SAM publishes its extract. Bounded in entries and in unpacked size, which the archive must state
 * truly; the content must agree with its checksum. An archive with a workbook's parts is left to the workbook reader.
 */
export function unpackZip(bytes: Uint8Array, fileName: string): Result<Unpacked, ListError> {
  const entries = directory(bytes);
  if (entries === null) return fail({ fileName, code: 'damaged', detail: 'the archive has no directory, so the download was cut off' });
  if (entries.length > listLimits.entries) return fail({ fileName, code: 'bomb' });
  if (entries.some(({ name }) => name.toLowerCase() === 'xl/workbook.xml')) return ok({ kind: 'workbook' });
  const lists = entries.filter(({ name }) => /\.(csv|txt)$/i.test(name) && !name.startsWith('__MACOSX/'));
  const csv = lists.filter(({ name }) => /\.csv$/i.test(name));
  const [only, second] = csv.length > 0 ? csv : lists;
  if (only === undefined) return fail({ fileName, code: 'zip', detail: 'without a CSV file in it' });
  if (second !== undefined) return fail({ fileName, code: 'zip', detail: 'with several CSV files in it' });
  if (only.encrypted) return fail({ fileName, code: 'encrypted' });
  // Text of a list packs to a fifth or a tenth; a thousandth is a trap.
  if (only.size > listLimits.unpackedBytes || only.size > 2 ** 20 + only.packed * 200) return fail({ fileName, code: 'bomb' });
  try {
    const unpacked = unzipSync(bytes, { filter: ({ name, originalSize }) => name === only.name && originalSize === only.size })[only.name];
    if (unpacked?.length !== only.size || crc32(unpacked) !== only.crc) {
      return fail({ fileName, code: 'damaged', detail: `${only.name} in the archive does not agree with its checksum` });
    }
    return ok({ kind: 'file', name: only.name, bytes: unpacked });
  } catch {
    return fail({ fileName, code: 'damaged', detail: 'the archive cannot be unpacked' });
  }
}
