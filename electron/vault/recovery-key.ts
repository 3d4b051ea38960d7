import { createHash, hkdfSync, randomBytes } from 'node:crypto';

/** Crockford's Base32: no I, L, O, U, so that nothing is misread on paper. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secretBytes = 20;
const checkLetters = 4;
const wellFormed = /^[0-9A-HJKMNP-TV-Z]+$/;
const allLetters = (secretBytes * 8) / 5 + checkLetters;

/** A new recovery key as it is printed: nine groups of four letters, the last group a check of the others. 160 random bits. */
export function newRecoveryKey(): string {
  const body = toLetters(randomBytes(secretBytes));
  return (body + checkOf(body)).replace(/(.{4})(?=.)/g, '$1-');
}

/** The key a recovery key stands for, 32 bytes, read as a person types it: any case, O for 0, I or L for 1, spaces and dashes anywhere. Null: mistyped. */
export function keyOfRecoveryKey(typed: string): Uint8Array | null {
  const text = typed.toUpperCase().replace(/[\s\-\u2010-\u2015]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (text.length !== allLetters || !wellFormed.test(text)) return null;
  const body = text.slice(0, -checkLetters);
  if (text.slice(-checkLetters) !== checkOf(body)) return null;
  return new Uint8Array(hkdfSync('sha256', Buffer.from(body, 'ascii'), 'muster', 'muster recovery key 1', 32));
}

function toLetters(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  let text = '';
  for (let at = (bytes.length * 8) / 5 - 1; at >= 0; at -= 1) text += letters.charAt(Number((bits >> BigInt(at * 5)) & 31n));
  return text;
}

/** Twenty bits: a mistyped key passes once in a million, and then opens nothing. */
function checkOf(body: string): string {
  return toLetters(createHash('sha256').update(`muster recovery ${body}`).digest().subarray(0, 5)).slice(0, checkLetters);
}
