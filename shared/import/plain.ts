// Letters that carry their stroke in one piece and so do not come apart under NFD.
const strokes: Readonly<Record<string, string>> = { đ: 'd', ð: 'd', ł: 'l', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ı: 'i', ħ: 'h' };

/**
 * Text for comparing: lower case, without accents, apostrophes and full stops, every other sign a single space. `Hébert-Cole, D.`
 * becomes `hebert cole d`. Letters of other scripts stay.
 */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đðłøßæœþıħ]/g, (letter) => strokes[letter] ?? letter)
    .replace(/['’‘`´.]/g, '')
    .replace(/[^\p{L}\p{N}#+]+/gu, ' ')
    .trim();
