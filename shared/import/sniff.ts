/** What a file is by its first bytes, whatever its name says. */
export type Sniffed = 'empty' | 'zip' | 'ole' | 'pdf' | 'html' | 'picture' | 'binary' | 'text';

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

const pictures: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x49, 0x49, 0x2a, 0x00], // TIFF
];

/** Looks at the first bytes only. Text is whatever holds no NUL, or begins with a UTF-16 mark. */
export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'ole';
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (pictures.some((signature) => startsWith(bytes, ...signature))) return 'picture';
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return 'text';
  const head = bytes.subarray(0, 4096);
  if (head.includes(0)) return 'binary';
  const text = String.fromCharCode(...head.subarray(0, 1024)).trimStart().toLowerCase();
  // A byte order mark reads as three characters here.
  return /^(ï»¿)?\s*(<!doctype html|<html|<\?xml|<head|<body|<table)/.test(text) ? 'html' : 'text';
}

/** Whether an OLE container holds an encrypted workbook rather than an old .xls: its stream is named so, in UTF-16. */
export function holdsEncryptedPackage(bytes: Uint8Array): boolean {
  const wanted = [...new TextEncoder().encode('EncryptedPackage')].flatMap((byte) => [byte, 0]);
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return true;
  }
  return false;
}
