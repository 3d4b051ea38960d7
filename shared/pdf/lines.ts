import type { FaceName, Faces } from './faces.ts';
import type { Style } from './ink.ts';

const bound = '\u00a0';
const months = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|January|February|March|April|June|July|August|September|October|November|December)';
const dates = new RegExp(`\\b(\\d{1,2}) (${months}) (\\d{4})\\b`, 'g');
const monthYears = new RegExp(`\\b(${months}) (\\d{4})\\b`, 'g');
const amounts = /\b(\d+) (days?|weekdays|months?|years?|hours?|lists?|of)\b/g;

/** Binds what must not part at the end of a line: dates, amounts, item numbers. Never across a comma between dates. */
export const bind = (text: string): string =>
  text
    .replace(dates, `$1${bound}$2${bound}$3`)
    .replace(monthYears, `$1${bound}$2`)
    .replace(amounts, `$1${bound}$2`)
    .replace(/\b(Agency|Staff|page|finding|Finding) (\d+[a-z]?)\b/g, `$1${bound}$2`);

// What cannot be drawn: controls and line separators part words; joiners, soft hyphens and direction marks are simply left out.
const parting = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const invisible = /\p{Cf}+/gu;

/** Text as it is drawn: composed characters, one space for any run of white space, no control characters. */
export const drawable = (text: string): string => text.normalize('NFC').replace(invisible, '').replace(parting, ' ').replace(/ {2,}/g, ' ').trim();

/** Cuts a word too long for the column into pieces that fit, at any character. */
function pieces(faces: Faces, word: string, face: FaceName, size: number, tracking: number, width: number): readonly string[] {
  const found: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && faces.width(piece + character, face, size, tracking) > width) {
      found.push(piece);
      piece = character;
    } else piece += character;
  }
  return piece === '' ? found : [...found, piece];
}

/**
 * Breaks text into lines no wider than `width` points, at spaces; a word that is too long is cut, nothing is hyphenated.
 * @param maxLines what would need more ends in an ellipsis on the last line
 */
export function linesOf(faces: Faces, text: string, style: Style, width: number, maxLines = 60): readonly string[] {
  const { face, size } = style;
  const tracking = style.tracking ?? 0;
  const words = bind(drawable(text)).split(' ').filter((word) => word !== '');
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const space = faces.width(' ', face, size, tracking);
  for (const word of words) {
    const wide = faces.width(word, face, size, tracking);
    if (line !== '' && used + space + wide <= width) {
      line += ` ${word}`;
      used += space + wide;
      continue;
    }
    if (line !== '') lines.push(line);
    if (lines.length > maxLines) break;
    if (wide <= width) {
      line = word;
      used = wide;
      continue;
    }
    // A bound group wider than the column may part at its own spaces after all.
    const parts = word.includes(bound) ? word.split(bound).flatMap((part) => pieces(faces, part, face, size, tracking, width)) : pieces(faces, word, face, size, tracking, width);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
    used = faces.width(line, face, size, tracking);
  }
  if (line !== '') lines.push(line);
  const shown = lines.map((each) => each.replaceAll(bound, ' '));
  if (shown.length <= maxLines) return shown;
  const last = shown[maxLines - 1] ?? '';
  return [...shown.slice(0, maxLines - 1), clipped(faces, `${last} …`, style, width)];
}

/** One line that fits: as it is, or cut with an ellipsis. */
export function clipped(faces: Faces, text: string, style: Style, width: number): string {
  const { face, size } = style;
  const tracking = style.tracking ?? 0;
  const clean = drawable(text).replaceAll(bound, ' ');
  if (faces.width(clean, face, size, tracking) <= width) return clean;
  const characters = Array.from(clean);
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (faces.width(`${characters.slice(0, middle).join('').trimEnd()}…`, face, size, tracking) <= width) low = middle;
    else high = middle - 1;
  }
  return `${characters.slice(0, low).join('').trimEnd()}…`;
}
