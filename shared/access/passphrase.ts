import { passphraseLimits } from '../ipc/vault.ts';

/** What is wrong with a new passphrase. Closed; the screen chooses the words. */
export type PassphraseRemark = 'too-short' | 'repeats' | 'digits-only' | 'names-you' | 'good' | 'strong';

/** The remarks with which a passphrase is not taken. */
export const isTaken = (remark: PassphraseRemark): boolean => remark === 'good' || remark === 'strong';

/**
 * Judges a new passphrase as a person would guess at it: its length (at least 12 characters, NIST SP 800-63B asks for 8), few different characters,
 * digits only, or the names of the person and the agency that stand on the unlock screen. Three words or 20 characters are strong.
 * @param names words anybody can read on the unlock screen
 */
export function judgePassphrase(passphrase: string, names: readonly string[]): PassphraseRemark {
  const text = passphrase.normalize('NFKC').trim();
  if (Array.from(text).length < passphraseLimits.least) return 'too-short';
  if (new Set(Array.from(text.toLowerCase())).size < 6) return 'repeats';
  if (/^[\d\s]+$/.test(text)) return 'digits-only';
  const lower = text.toLowerCase();
  const words = names.flatMap((name) => name.toLowerCase().split(/\s+/)).filter((word) => word.length >= 4);
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), lower);
  if (rest !== lower && Array.from(rest.replace(/[\s\d]/g, '')).length < 8) return 'names-you';
  return Array.from(text).length >= 20 || text.split(/[\s-]+/).filter((word) => word.length >= 4).length >= 3 ? 'strong' : 'good';
}

/** The remark as a sentence. */
export function passphraseWords(remark: PassphraseRemark): string {
  switch (remark) {
    case 'too-short':
      return `At least ${passphraseLimits.least} characters. Four words that do not belong together are easy to keep in mind.`;
    case 'repeats':
      return 'Too few different characters. Take words instead.';
    case 'digits-only':
      return 'Digits alone are quickly tried. Add words.';
    case 'names-you':
      return 'The names on the unlock screen are the first thing anybody tries. Take other words.';
    case 'good':
      return 'Good. Another word would make it strong.';
    case 'strong':
      return 'Strong.';
  }
}
