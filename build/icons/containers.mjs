/** The two icon containers, both no more than a table of PNGs. */

/**
 * Windows: an ICONDIR of entries that are whole PNGs (Windows Vista and later).
 * @param {readonly { size: number, png: Uint8Array }[]} images sizes up to 256
 * @returns {Buffer}
 */
export function ico(images) {
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  images.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index;
    // 256 is written as 0.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...images.map(({ png }) => png)]);
}

/** Apple's four-letter name of each PNG entry: points, and twice the points for dense screens. */
const APPLE = Object.freeze([
  { type: 'icp4', size: 16 },
  { type: 'ic11', size: 32 },
  { type: 'icp5', size: 32 },
  { type: 'ic12', size: 64 },
  { type: 'ic07', size: 128 },
  { type: 'ic13', size: 256 },
  { type: 'ic08', size: 256 },
  { type: 'ic14', size: 512 },
  { type: 'ic09', size: 512 },
  { type: 'ic10', size: 1024 },
]);

/**
 * macOS: `icns`, its length, then a type, a length and a PNG an entry.
 * @param {readonly { size: number, png: Uint8Array }[]} images every size of the table above
 * @returns {Buffer}
 */
export function icns(images) {
  const entries = APPLE.map(({ type, size }) => {
    const png = images.find((image) => image.size === size)?.png;
    if (png === undefined) throw new Error(`No picture of ${size} pixels`);
    const head = Buffer.alloc(8);
    head.write(type, 0, 'ascii');
    head.writeUInt32BE(png.length + 8, 4);
    return Buffer.concat([head, png]);
  });
  const head = Buffer.alloc(8);
  head.write('icns', 0, 'ascii');
  head.writeUInt32BE(8 + entries.reduce((sum, entry) => sum + entry.length, 0), 4);
  return Buffer.concat([head, ...entries]);
}
