import { plain } from './plain.ts';

/** The parts of a name as a column gives them; empty text where it gives none. */
export type NameParts = { readonly given: string; readonly middle: string; readonly family: string; readonly suffix: string };

const suffixes = ['jr', 'sr', 'ii', 'iii', 'iv', 'v', 'md', 'phd', 'rn', 'lpn', 'lcsw', 'lmsw', 'lpc', 'np', 'aprn'];
const particles = ['de', 'la', 'las', 'los', 'del', 'da', 'di', 'dos', 'van', 'von', 'der', 'den', 'st', 'ste', 'le', 'du', 'al', 'el', 'bin', 'ten', 'ter'];
const isSuffix = (word: string): boolean => suffixes.includes(plain(word));
const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

function givenAndMiddle(text: string): Pick<NameParts, 'given' | 'middle'> {
  const [given = '', ...middle] = words(text);
  return { given, middle: middle.join(' ') };
}

/**
 * Takes a full name apart: `Hebert-Cole, Danielle M., Jr.` or `Danielle M. Hebert-Cole Jr.` A family name's particle stays
 * with it (`Ana de la Cruz`). Null where the text is not both a first and a family name.
 */
export function readFullName(text: string): NameParts | null {
  const pieces = text.split(',').map((piece) => piece.trim()).filter((piece) => piece !== '');
  const lastPiece = pieces.at(-1) ?? '';
  const suffixPiece = pieces.length > 1 && isSuffix(lastPiece) ? lastPiece : '';
  const rest = suffixPiece === '' ? pieces : pieces.slice(0, -1);
  const [first = '', second, ...more] = rest;
  if (more.length > 0) return null;
  if (second !== undefined) {
    const familyWords = words(first);
    const inner = familyWords.length > 1 && isSuffix(familyWords.at(-1) ?? '') ? (familyWords.at(-1) ?? '') : '';
    const family = inner === '' ? first : familyWords.slice(0, -1).join(' ');
    const after = words(second);
    const trailing = after.length > 1 && isSuffix(after.at(-1) ?? '') ? (after.at(-1) ?? '') : '';
    const name = givenAndMiddle(trailing === '' ? second : after.slice(0, -1).join(' '));
    return name.given === '' || family === '' ? null : { ...name, family, suffix: suffixPiece || inner || trailing };
  }
  return inOrder(words(first), suffixPiece);
}

function inOrder(all: readonly string[], suffixPiece: string): NameParts | null {
  const suffix = suffixPiece === '' && all.length > 2 && isSuffix(all.at(-1) ?? '') ? (all.at(-1) ?? '') : suffixPiece;
  const name = suffix !== '' && suffixPiece === '' ? all.slice(0, -1) : all;
  if (name.length < 2) return null;
  let familyFrom = name.length - 1;
  while (familyFrom > 1 && particles.includes(plain(name[familyFrom - 1] ?? ''))) familyFrom -= 1;
  return {
    given: name[0] ?? '',
    middle: name.slice(1, familyFrom).join(' '),
    family: name.slice(familyFrom).join(' '),
    suffix,
  };
}

/** Several other names in one cell, divided by `;` `/` `|` or a new line; a lone word is a family name beside the given one. */
export function readOtherNames(text: string, given: string): readonly NameParts[] {
  return text
    .split(/[;/|\n]+/)
    .map((piece) => piece.replace(/\b(?:née|nee|aka|fka)\b\.?/giu, '').replace(/[()]/g, '').trim())
    .filter((piece) => piece !== '')
    .map((piece) => readFullName(piece) ?? { given, middle: '', family: piece, suffix: '' });
}

/** Names are compared by first and family name, without accents, signs and case. */
export const nameKey = (name: { readonly given: string; readonly family: string }): string => `${plain(name.given)}|${plain(name.family)}`;

/** Whether two names that agree by `nameKey` cannot be one person's: another middle initial, or another suffix. */
export function namesClash(
  a: { readonly middle?: string; readonly suffix?: string },
  b: { readonly middle?: string; readonly suffix?: string },
): boolean {
  const differ = (x: string | undefined, y: string | undefined, length: number): boolean => {
    const one = plain(x ?? '').slice(0, length);
    const other = plain(y ?? '').slice(0, length);
    return one !== '' && other !== '' && one !== other;
  };
  return differ(a.middle, b.middle, 1) || differ(a.suffix, b.suffix, 4);
}
