/** Text and the name of the encoding it was in. */
export type Decoded = { readonly text: string; readonly encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252' };

/**
 * Decodes a text file as spreadsheet programs write them: UTF-16 or UTF-8 by their mark, else UTF-8 when every byte fits,
 * else Windows-1252, which is what Excel writes as plain "CSV" in the Americas. Never fails: every byte means something there.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: utf16BigEndian(bytes.subarray(2)), encoding: 'UTF-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { text: windows1252(bytes), encoding: 'Windows-1252' };
  }
}

// Not every build of Node carries a decoder for it; swapping the bytes is exact.
function utf16BigEndian(bytes: Uint8Array): string {
  const swapped = new Uint8Array(bytes.length - (bytes.length % 2));
  for (let at = 0; at < swapped.length; at += 2) {
    swapped[at] = bytes[at + 1] ?? 0;
    swapped[at + 1] = bytes[at] ?? 0;
  }
  return new TextDecoder('utf-16le').decode(swapped);
}

// 0x80 to 0x9F of the code page; the five bytes without a character stay the control characters of Latin-1 (WHATWG Encoding, index
// windows-1252). Some builds of Node decode these 32 bytes as Latin-1, so this does not depend on theirs.
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windows1252(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    const piece = String.fromCharCode(...bytes.subarray(at, at + 8192));
    pieces.push(piece.replace(/[\u0080-\u009f]/g, (letter) => upper[letter.charCodeAt(0) - 0x80] ?? letter));
  }
  return pieces.join('');
}
