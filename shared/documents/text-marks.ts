import { fieldsOf, toDay, type CivilDate } from '../civil-date.ts';
import type { MarkKind } from '../model/document.ts';
import type { Person } from '../model/person.ts';

/** A run of text of a page and where it stands: shares of the page as the file shows it, from its top left corner. A word, a line or a single letter. */
export type TextBox = { readonly text: string; readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** What of a person a recipient may have no business reading. */
export type MarkSubject = { readonly birthDate?: CivilDate; readonly npi?: string; readonly licenceNumbers: readonly string[]; readonly email?: string };

/** An area of a page whose text gives something away; `text` is what was found there. */
export type TextMark = { readonly left: number; readonly top: number; readonly width: number; readonly height: number; readonly what: MarkKind; readonly text: string };

/** What is looked for on the pages of a person's documents. */
export const subjectOf = (person: Person): MarkSubject => ({
  ...(person.birthDate !== undefined && { birthDate: person.birthDate }),
  ...(person.npi !== undefined && { npi: person.npi }),
  ...(person.email !== undefined && { email: person.email }),
  licenceNumbers: (person.licenses ?? []).flatMap(({ number }) => (number === undefined ? [] : [number])),
});

/**
 * The areas of one page whose text gives away a birth date, a number that identifies somebody or an e-mail address: those of the people asked
 * about however they are written, whatever stands behind "date of birth", and whatever looks like a social security number. Text that is split
 * over several boxes of a line is read together. In reading order; nothing about text that is a picture.
 */
export function textMarks(items: readonly TextBox[], subjects: readonly MarkSubject[]): readonly TextMark[] {
  const patterns = [...commonPatterns, ...subjects.flatMap(patternsOf)];
  const found: TextMark[] = [];
  for (const line of linesOf(items)) {
    for (const { what, pattern } of patterns) {
      for (const match of line.text.matchAll(pattern)) {
        const box = boxOf(line, match.index, match.index + match[0].length);
        if (box !== null && !found.some((other) => other.what === what && holds(other, box))) found.push({ ...box, what, text: match[0].trim() });
      }
    }
  }
  return found.sort((one, other) => one.top - other.top || one.left - other.left);
}

type Pattern = { readonly what: MarkKind; readonly pattern: RegExp };
type Box = Omit<TextBox, 'text'>;

const months = ['jan(?:uary)?', 'feb(?:ruary)?', 'mar(?:ch)?', 'apr(?:il)?', 'may', 'june?', 'july?', 'aug(?:ust)?', 'sept?(?:ember)?', 'oct(?:ober)?', 'nov(?:ember)?', 'dec(?:ember)?'] as const;
const anyMonth = `(?:${months.join('|')})`;
const dash = '[-\\u2010-\\u2015]';
const gap = `\\s*(?:[./]|${dash})\\s*`;
const looseGap = `(?:${gap}|\\s+)`;
const notDigit = '(?!\\d)';
const afterNoDigit = '(?<!\\d)';

const anyDate = [
  `\\d{1,2}${looseGap}\\d{1,2}${looseGap}\\d{2}(?:\\d{2})?${notDigit}`,
  `\\d{4}${gap}\\d{1,2}${gap}\\d{1,2}${notDigit}`,
  `\\d{8}${notDigit}`,
  `${anyMonth}\\.?\\s*\\d{1,2}(?:st|nd|rd|th)?,?\\s*\\d{2,4}${notDigit}`,
  `\\d{1,2}(?:st|nd|rd|th)?\\s*(?:of\\s*)?${anyMonth}\\.?,?\\s*\\d{2,4}${notDigit}`,
].join('|');

const commonPatterns: readonly Pattern[] = [
  { what: 'birth-date', pattern: new RegExp(`(?<=(?:date\\s+of\\s+birth|birth\\s*date|birthday|\\bd\\.?\\s*o\\.?\\s*b\\b\\.?|\\bborn(?:\\s+on)?)[^\\d\\n]{0,24}?)(?:${anyDate})`, 'giu') },
  { what: 'identifier', pattern: new RegExp(`${afterNoDigit}(?!000|666)\\d{3}(?:\\s*${dash}\\s*|[. ])\\d{2}(?:\\s*${dash}\\s*|[. ])(?!0000)\\d{4}${notDigit}`, 'gu') },
  // The last four of a masked number still tell one person from another.
  { what: 'identifier', pattern: new RegExp(`[xX*•#]{3}\\s*${dash}?\\s*[xX*•#]{2}\\s*${dash}?\\s*\\d{4}${notDigit}`, 'gu') },
  { what: 'identifier', pattern: new RegExp(`(?<=(?:\\bssn\\b|\\bssa\\s*(?:no|#)|social\\s+security|soc\\.?\\s*sec\\.?)[^\\d\\n]{0,32}?)(?:\\d{9}|\\d{4})${notDigit}`, 'giu') },
];

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
const spaced = (characters: string): string => Array.from(characters).map(escaped).join(`(?:\\s|[./]|${dash})?`);
const isIdentifying = (compact: string): boolean => compact.length >= 4 && /\d.*\d/u.test(compact);

function patternsOf({ birthDate, npi, licenceNumbers, email }: MarkSubject): readonly Pattern[] {
  const numbers = [...(npi === undefined ? [] : [npi]), ...licenceNumbers]
    .map((number) => number.replace(/[^\p{L}\p{N}]/gu, ''))
    .filter(isIdentifying)
    .map((compact): Pattern => ({ what: 'identifier', pattern: new RegExp(`(?<![\\p{L}\\p{N}])${spaced(compact)}(?![\\p{L}\\p{N}])`, 'giu') }));
  return [
    ...(birthDate === undefined ? [] : [{ what: 'birth-date' as const, pattern: datePattern(birthDate) }]),
    ...numbers,
    ...(email === undefined ? [] : [{ what: 'address' as const, pattern: new RegExp(`(?<![\\w.])${escaped(email)}(?![\\w])`, 'giu') }]),
  ];
}

/** A date however somebody writes it: month or day first, with a short year, in words, without separators. */
function datePattern(date: CivilDate): RegExp {
  const { year, month, day } = fieldsOf(toDay(date));
  const two = (number: number): string => String(number).padStart(2, '0');
  const short = two(year % 100);
  const [m, d] = [`0?${month}`, `0?${day}`];
  const word = `${months[month - 1] ?? ''}\\.?`;
  const years = `(?:${year}|['\u2019]?${short})`;
  const forms = [
    ...[[m, d], [d, m]].map(([one, other]) => `${one ?? ''}${looseGap}${other ?? ''}${looseGap}${year}`),
    ...[[m, d], [d, m]].map(([one, other]) => `${one ?? ''}${gap}${other ?? ''}${gap}${short}`),
    `${year}${looseGap}${m}${looseGap}${d}`,
    `${two(month)}${two(day)}${year}`, `${two(day)}${two(month)}${year}`, `${year}${two(month)}${two(day)}`,
    `${word}\\s*${d}(?:st|nd|rd|th)?,?\\s*${years}`,
    `${d}(?:st|nd|rd|th)?(?:${gap}|\\s*(?:of\\s*)?)${word},?(?:${gap}|\\s*)${years}`,
  ];
  return new RegExp(`(?<![\\d\\p{L}])(?:${forms.join('|')})${notDigit}`, 'giu');
}

type Piece = { readonly start: number; readonly item: TextBox };
type Line = { readonly text: string; readonly pieces: readonly Piece[] };

const isUpright = ({ text, width, height }: TextBox): boolean => text.length < 3 || height <= width * 1.5;

/** The boxes of a page by line, each line's text put together from left to right. Text that stands on its side is a line of its own. */
function linesOf(items: readonly TextBox[]): readonly Line[] {
  const rows: { top: number; bottom: number; readonly items: TextBox[] }[] = [];
  const aside: TextBox[] = [];
  for (const item of [...items].sort((one, other) => one.top - other.top)) {
    if (item.text === '' || item.width <= 0 || item.height <= 0) continue;
    if (!isUpright(item)) {
      aside.push(item);
      continue;
    }
    const bottom = item.top + item.height;
    const row = rows.find((each) => Math.min(each.bottom, bottom) - Math.max(each.top, item.top) > 0.5 * Math.min(each.bottom - each.top, item.height));
    if (row === undefined) rows.push({ top: item.top, bottom, items: [item] });
    else row.items.push(item);
  }
  return [...rows.map((row) => lineOf(row.items)), ...aside.map((item) => lineOf([item]))];
}

function lineOf(items: readonly TextBox[]): Line {
  const pieces: Piece[] = [];
  let text = '';
  let right: number | null = null;
  for (const item of [...items].sort((one, other) => one.left - other.left)) {
    const letter = item.width / item.text.length;
    if (right !== null && item.left - right > 0.25 * letter && !text.endsWith(' ')) text += ' ';
    pieces.push({ start: text.length, item });
    text += item.text.replace(/\s/gu, ' ');
    right = item.left + item.width;
  }
  return { text, pieces };
}

/** How wide a letter is beside others, roughly as in Helvetica: a box says how wide all of its text is, not where a letter stands. */
const letterWidth = (letter: string): number => (/[ijlI.,:;'|!()[\]tfr /-]/u.test(letter) ? 0.3 : /[mwMW@%]/u.test(letter) ? 0.86 : /[A-Z]/u.test(letter) ? 0.68 : 0.55);
const widthOf = (text: string): number => Array.from(text).reduce((sum, letter) => sum + letterWidth(letter), 0);

/** The area of some characters of a line, a little larger than they are. Null where they are nothing but spaces between boxes. */
function boxOf({ text, pieces }: Line, from: number, to: number): Box | null {
  let [left, top, right, bottom] = [1, 1, 0, 0];
  for (const { start, item } of pieces) {
    const [first, last] = [Math.max(from - start, 0), Math.min(to - start, item.text.length)];
    if (last <= first) continue;
    const upright = isUpright(item);
    const unit = item.width / Math.max(widthOf(item.text), 0.01);
    const margin = upright ? (item.text.length === 1 ? 0.1 : 0.5) * unit : 0;
    const begin = upright ? item.left + unit * widthOf(text.slice(start, start + first)) : item.left;
    const end = upright ? item.left + unit * widthOf(text.slice(start, start + last)) : item.left + item.width;
    left = Math.min(left, begin - margin);
    right = Math.max(right, end + margin);
    top = Math.min(top, item.top - 0.12 * item.height);
    bottom = Math.max(bottom, item.top + 1.12 * item.height);
  }
  if (right <= left) return null;
  [left, top, right, bottom] = [Math.max(0, left), Math.max(0, top), Math.min(1, right), Math.min(1, bottom)];
  return { left, top, width: right - left, height: bottom - top };
}

const holds = (outer: Box, inner: Box): boolean =>
  outer.left <= inner.left + 0.001 && outer.top <= inner.top + 0.001 && outer.left + outer.width >= inner.left + inner.width - 0.001 && outer.top + outer.height >= inner.top + inner.height - 0.001;
