import { daysInMonth, type CivilDate } from '../civil-date.ts';
import { lastShortYear, monthNumber, readDateText } from '../date-entry.ts';

/** What a date is the date of, by the words before it. `birth` and `form` (a revision of a printed form) are no dates of evidence. */
export type DateRole = 'performed' | 'result' | 'requested' | 'issued' | 'expires' | 'birth' | 'form' | 'none';

/** One date as it was found. `doubt`: why it may be read otherwise; null where there is one way to read it. */
export type FoundDate = { readonly date: CivilDate; readonly role: DateRole; readonly printed: string; readonly at: number; readonly doubt: string | null };

const months = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const before = '(?<![\\p{L}\\d/.-])';
const after = '(?![\\p{L}\\d]|[/-]\\d)';
const shapes = {
  iso: new RegExp(`${before}((?:19|20)\\d{2})([-./ ])(\\d{1,2})\\2(\\d{1,2})${after}`, 'giu'),
  figures: new RegExp(`${before}(\\d{1,2})([-./])(\\d{1,2})\\2(\\d{4}|\\d{2})${after}`, 'giu'),
  named: new RegExp(`${before}${months}\\.?[ -]{0,2}\\d{1,2}(?:st|nd|rd|th)?,?[ -]{1,2}\\d{4}${after}`, 'giu'),
  dayNamed: new RegExp(`${before}\\d{1,2}(?:st|nd|rd|th)?[ -]?${months}\\.?,?[ -]?(?:\\d{4}|\\d{2})${after}`, 'giu'),
  monthYear: new RegExp(`${before}(${months})\\.?,?[ -]{0,2}((?:19|20)\\d{2})${after}`, 'giu'),
  figureMonth: new RegExp(`${before}(0?[1-9]|1[0-2])[/-]((?:19|20)\\d{2})${after}`, 'giu'),
  compact: new RegExp(`${before}(\\d{8})${after}`, 'gu'),
} as const;
/** Only in the names of files, where signs are rare: 3 31 27 (from 3_31_27), 033127. */
const spaced = new RegExp(`${before}(\\d{1,2}) (\\d{1,2}) (\\d{4}|\\d{2})${after}`, 'gu');
const compactShort = new RegExp(`${before}(\\d{6})${after}`, 'gu');

/** The words that say what a date is of; the one nearest before the date decides. */
const roles: readonly (readonly [DateRole, RegExp])[] = [
  ['expires', /\b(?:exp|expires?|expired|expiry|expiration(?: date)?|valid (?:through|thru|until|till|to)|good (?:through|thru|until)|renew(?:al)?(?: by| due| date)?|recommended renewal|due|ends?|through|thru|until)\b/giu],
  ['issued', /\b(?:issued?|iss|issue date|date of issue|awarded|conferred|effective|eff)\b/giu],
  ['result', /\b(?:read|date read|resulted|results?|reported|report date|date reported|received|rec)\b/giu],
  ['requested', /\b(?:requested|request date|ordered|order date|submitted)\b/giu],
  ['performed', /\b(?:performed|completed|completion|done|administered|given|placed|planted|drawn|collected|collection|date of (?:test|service|training|check)|test date|tested|signed|signature|dated|verified|search(?:ed)?|conducted|held)\b/giu],
  ['birth', /\b(?:dob|d o b|date of birth|birth ?date|birth|born)\b/giu],
  ['form', /\b(?:rev|revised|revision|form date|version|printed|print date|fax(?:ed)?|hired?|hire date|start date)\b/giu],
];

const farthest = 32;

function roleOf(text: string, at: number): DateRole {
  // The words on the same line, nearest first; a colon or a dash in between does no harm, another date does.
  const start = Math.max(0, at - farthest);
  const line = text.slice(start, at);
  const left = line.slice(Math.max(line.lastIndexOf('\n'), /[/\d]{6,}(?!.*[/\d]{6,})/u.exec(line)?.index ?? -1) + 1);
  let best: { readonly role: DateRole; readonly end: number } | null = null;
  for (const [role, words] of roles) {
    for (const match of left.matchAll(words)) {
      const end = match.index + match[0].length;
      if (best === null || end > best.end) best = { role, end };
    }
  }
  return best?.role ?? 'none';
}

/**
 * The dates of a text in their order, each read month first as people in the United States write it. A day the calendar does not have is left out, and so is a
 * year no personnel file knows; where only a month stands it is its last day for an expiry, and nothing otherwise. Two-digit years end twenty years after `today`.
 * `isName`: a file's name, in which spaces and bare figures stand for dates too.
 */
export function datesIn(text: string, today: CivilDate, isName = false): readonly FoundDate[] {
  const found: FoundDate[] = [];
  const taken: { readonly from: number; readonly to: number }[] = [];
  const read = { order: 'us', lastShortYear: lastShortYear(today) } as const;
  const free = (from: number, to: number): boolean => taken.every((each) => to <= each.from || from >= each.to);
  const take = (match: RegExpExecArray, written: string, doubt: (date: CivilDate) => string | null): void => {
    const [from, to] = [match.index, match.index + match[0].length];
    if (!free(from, to)) return;
    const date = readDateText(written, read);
    if (!date.ok) return;
    taken.push({ from, to });
    const year = Number(date.value.slice(0, 4));
    const role = roleOf(text, from);
    if (year < 1940 || (year > Number(today.slice(0, 4)) + 15)) return;
    found.push({ date: date.value, role, printed: match[0], at: from, doubt: doubt(date.value) });
  };
  for (const match of text.matchAll(shapes.iso)) take(match, `${match[1] ?? ''}-${match[3] ?? ''}-${match[4] ?? ''}`, () => null);
  for (const match of text.matchAll(shapes.named)) take(match, match[0].replace(/([a-z])(\d)/iu, '$1 $2').replace(/-/g, ' '), () => null);
  for (const match of text.matchAll(shapes.dayNamed)) take(match, match[0].replace(/(\d)(?!st|nd|rd|th)([a-z])/iu, '$1 $2').replace(/([a-z.])(\d)/iu, '$1 $2').replace(/-/g, ' '), () => null);
  const figures = isName ? [...text.matchAll(shapes.figures), ...text.matchAll(spaced)] : [...text.matchAll(shapes.figures)];
  for (const match of figures) {
    const [first, second, year] = match.length === 5 ? [match[1] ?? '', match[3] ?? '', match[4] ?? ''] : [match[1] ?? '', match[2] ?? '', match[3] ?? ''];
    const dayFirst = Number(first) > 12 && Number(second) <= 12;
    take(match, dayFirst ? `${second}/${first}/${year}` : `${first}/${second}/${year}`, () =>
      dayFirst ? `${match[0]} can only be read day first` : Number(second) <= 12 && first !== second && Number(first) !== Number(second) ? `${match[0]} is read month first` : null);
  }
  for (const match of text.matchAll(shapes.compact)) take(match, match[1] ?? '', () => null);
  if (isName) for (const match of text.matchAll(compactShort)) take(match, match[1] ?? '', () => `${match[0]} is read as month, day and year`);
  for (const match of [...text.matchAll(shapes.monthYear), ...text.matchAll(shapes.figureMonth)]) {
    const [from, to] = [match.index, match.index + match[0].length];
    const month = /^\d/u.test(match[1] ?? '') ? Number(match[1]) : monthNumber((match[1] ?? '').slice(0, 3));
    if (!free(from, to) || month === null || roleOf(text, from) !== 'expires') continue;
    const year = Number(match[2]);
    take(match, `${year}-${String(month).padStart(2, '0')}-${daysInMonth(year, month)}`, () => `only the month is printed: ${match[0]}. It is taken to its last day`);
  }
  return found.sort((one, other) => one.at - other.at);
}
