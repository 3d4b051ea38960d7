import { shortHash } from '../audit/verification.ts';
import { demonstrationPublicKey, fingerprintOf } from '../proof/key-words.ts';
import { shortFingerprint } from '../report/words.ts';
import type { Canvas } from './canvas.ts';
import type { PrintFacts } from './frame.ts';
import { ink, measure, type, type Style } from './ink.ts';

/** Its height, and how far above the end of the body a cover keeps it. */
export const proofBoxHeight = 60;
export const proofBoxRise = 70;

const digest: Style = { ...type.mono, size: 6.5 };
const demonstration = fingerprintOf(demonstrationPublicKey);

/** Whether this is the key that anybody can sign with. */
export const isDemonstrationKey = (keyFingerprint: string | null): boolean => keyFingerprint === demonstration;

/** 64 hexadecimal digits in two lines of eight groups. */
function digestLines(canvas: Canvas, hex: string, x: number, y: number): void {
  const groups = hex.toUpperCase().match(/.{4}/g) ?? [];
  canvas.line(groups.slice(0, 8).join(' '), digest, x, y, 158);
  canvas.line(groups.slice(8).join(' '), digest, x, y + 9.6, 158);
}

/** Which data were printed, which key signs, where the log stood, and what that proves. */
export function proofBox(canvas: Canvas, facts: PrintFacts, left: number, top: number): void {
  const { keyFingerprint: key, logHead: log } = facts;
  const foot = `The foot of every page repeats ${shortFingerprint(facts.fingerprint)}${log === null ? '.' : ' and the head of the log.'}`;
  canvas.box(left, top, measure, proofBoxHeight, null, ink.ink);
  canvas.line('DATA FINGERPRINT (SHA-256)', type.caps, left + 8, top + 8, 158);
  digestLines(canvas, facts.fingerprint, left + 8, top + 19);
  canvas.line('SIGNING KEY (ED25519)', type.caps, left + 178, top + 8, 158);
  if (key === null) canvas.line('Not signed', type.small, left + 178, top + 19, 158);
  else digestLines(canvas, key, left + 178, top + 19);
  canvas.line(log === null ? 'LOG' : `HEAD OF THE LOG, ENTRY ${log.seq}`, type.caps, left + 348, top + 8, 138);
  canvas.line(log === null ? 'This record has no log' : shortHash(log.hash), log === null ? type.small : type.mono, left + 348, top + 18.5, 138);
  if (log?.atWords != null) canvas.line(`written ${log.atWords}`, type.small, left + 348, top + 29, 138);
  const words = key === null
    ? `Not signed: whoever has this file can change it. ${foot}`
    : isDemonstrationKey(key)
      ? `Signed with the demonstration key, which anybody has: this proves nothing about who made it. ${foot}`
      : `Signed: Muster says whether a page was changed, removed, added or moved. ${foot}`;
  canvas.line(words, type.small, left + 8, top + 44.5, measure - 16);
}
