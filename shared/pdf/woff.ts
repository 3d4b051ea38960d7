import { unzlibSync } from 'fflate';

/**
 * Unpacks a WOFF 1.0 file to the plain font it carries (W3C WOFF 1.0, sections 3 to 5); other bytes are returned as they are.
 * The PDF library would otherwise unpack the glyph table anew for every glyph it embeds: half a second a document.
 */
export function plainFont(bytes: Uint8Array): Uint8Array {
  const from = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 44 || from.getUint32(0) !== 0x774f4646) return bytes;
  const count = from.getUint16(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const at = 44 + index * 20;
    const offset = from.getUint32(at + 4);
    const packed = from.getUint32(at + 8);
    const raw = bytes.subarray(offset, offset + packed);
    const length = from.getUint32(at + 12);
    return { tag: from.getUint32(at), checksum: from.getUint32(at + 16), data: packed < length ? unzlibSync(raw) : raw };
  });
  const padded = (length: number): number => (length + 3) & ~3;
  const head = 12 + 16 * count;
  const out = new Uint8Array(tables.reduce((sum, table) => sum + padded(table.data.length), head));
  const to = new DataView(out.buffer);
  const power = Math.floor(Math.log2(count));
  to.setUint32(0, from.getUint32(4));
  to.setUint16(4, count);
  to.setUint16(6, 2 ** power * 16);
  to.setUint16(8, power);
  to.setUint16(10, count * 16 - 2 ** power * 16);
  let position = head;
  tables.forEach((table, index) => {
    const at = 12 + 16 * index;
    to.setUint32(at, table.tag);
    to.setUint32(at + 4, table.checksum);
    to.setUint32(at + 8, position);
    to.setUint32(at + 12, table.data.length);
    out.set(table.data, position);
    position += padded(table.data.length);
  });
  return out;
}
