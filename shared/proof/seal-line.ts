/**
 * The line behind the end of a PDF that signs every byte before it: `%MusterSeal 1 ed25519 SIGNATURE KEY`, a comment to every reader of PDF.
 * Signed is the SHA-256 of those bytes (32 bytes), so that a file of any size is read once.
 */
export const sealMark = '\n%MusterSeal ';

const line = /^\n%MusterSeal 1 ed25519 ([0-9a-f]{128}) ([0-9a-f]{64})\n/;

/** `text` from `sealMark` on; `length` in characters, all of them ASCII. Null: no seal of this version begins there. */
export function readSeal(text: string): { readonly signature: string; readonly publicKey: string; readonly length: number } | null {
  const found = line.exec(text);
  const [whole, signature, publicKey] = found ?? [];
  return whole === undefined || signature === undefined || publicKey === undefined ? null : { signature, publicKey, length: whole.length };
}

/** The line itself. Signature and key as hexadecimal digits. */
export const sealLine = (signature: string, publicKey: string): string => `${sealMark}1 ed25519 ${signature} ${publicKey}\n`;
