/**
 * A JPEG without what a camera or an editor notes beside the picture (Exif, XMP, IPTC, comments): where it was taken, by whom, a preview from
 * before it was cropped. Colours and pixels stay as they are, byte for byte.
 */
export function withoutCameraNotes(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [];
  let at = 2;
  let from = 0;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    // The picture itself begins; markers without a length stand only behind this.
    if (marker === 0xda || marker === 0xd9 || (marker >= 0xd0 && marker <= 0xd7) || marker === 0x01) break;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
    if (marker === 0xe1 || marker === 0xed || marker === 0xfe) {
      kept.push(bytes.subarray(from, at));
      from = at + length;
    }
    at += length;
  }
  return from === 0 || from > bytes.length ? bytes : Buffer.concat([...kept, bytes.subarray(from)]);
}
