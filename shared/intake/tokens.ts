import { plain } from '../import/plain.ts';

/** One word or number of a text. `text` is as compared: small letters without accents; `line` counts from 0; `capital`: printed with a capital first. */
export type Token = { readonly text: string; readonly line: number; readonly capital: boolean };

const pieces = /\p{L}+|\d+/gu;
/** Two words written as one: RuizAna, and NguyenVan. Runs of capitals such as CPR stay whole. */
const camel = /(\p{Ll})(\p{Lu})/gu;
const marks = /\p{M}/gu;
const apostrophes = /(?<=\p{L})['’ʼ`](?=\p{L})/gu;

/** The words and numbers of a text in their order; an apostrophe within a word is left out (O'Neal is ONEAL), every other sign divides. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const [line, each] of text.normalize('NFC').replace(marks, '').replace(apostrophes, '').split(/\r?\n/).entries()) {
    for (const [piece] of each.replace(camel, '$1 $2').matchAll(pieces)) {
      for (const word of plain(piece).split(' ')) if (word !== '') tokens.push({ text: word, line, capital: /^\p{Lu}/u.test(piece) });
    }
  }
  return tokens;
}

/** A file's name as it is read: without its folder and extension, and with the signs that stand for spaces turned into them. */
export const nameToRead = (fileName: string): string => fileName.replace(/^.*[\\/]/, '').replace(/\.[a-z0-9]{2,5}$/i, '').replace(/_|%20|\+/g, ' ');
