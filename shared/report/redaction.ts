import { subjectOf, textMarks, type MarkSubject } from '../documents/text-marks.ts';
import type { Person } from '../model/person.ts';
import type { RecipientProfile, Redaction } from '../model/recipient-profile.ts';
import type { PersonChapter } from './binder-model.ts';

/** What stands where something was taken out. */
export const takenOutMark = '[taken out]';

// What the binder is made and bound by: no words that anybody reads about a person.
const machine: ReadonlySet<string> = new Set(['personId', 'documentId', 'sha256', 'fingerprint', 'mediaType', 'vault', 'kind', 'show', 'status', 'tab', 'number', 'stands', 'id', 'asOf', 'generatedAt', 'marks']);

// Days a table is made of: they are of the record, and words are made of them later.
const isDay = (key: string, value: unknown): boolean => days.has(key) && typeof value === 'string' && /^\d{4}-\d{2}(-\d{2})?$/.test(value);
const days: ReadonlySet<string> = new Set(['from', 'to', 'on', 'month', 'newest', 'published', 'lapsesSince']);

const enough = /\d{3}|\d[./ -]\d|@/;
const nearAnybody = /\d{3}\D{0,40}\d{2}\D{0,40}\d{4}|[xX*\u2022#]{3}|\bss[na]|soc|birth|born|\bd\.?\s*o\.?\s*b/i;
const separators = /[\s./\u2010-\u2015-]/g;

/** Whether a text could give away one of these people. Never no where `textMarks` finds something; most texts are spared its work. */
function mayGiveAway(text: string, subjects: readonly MarkSubject[]): boolean {
  if (nearAnybody.test(text)) return true;
  const compact = text.replace(separators, '').toLowerCase();
  return subjects.some(({ birthDate, npi, licenceNumbers, email }) =>
    (birthDate !== undefined && text.includes(birthDate.slice(2, 4)))
    || [...(npi === undefined ? [] : [npi]), ...licenceNumbers].some((number) => compact.includes(number.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()))
    || (email !== undefined && text.toLowerCase().includes(email.toLowerCase())));
}
const streets = /\b\d{1,6}\s+(?:[NSEW]\.?\s+)?(?:[\p{Lu}][\p{L}'.-]*\s+){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Circle|Cir|Highway|Hwy|Parkway|Pkwy|Place|Pl|Way|Terrace|Trail)\b\.?(?:,?\s*(?:Apt|Unit|Suite|Ste|#)\.?\s*[\w-]+)?(?:,\s*[\p{L} .'-]+,\s*[A-Z]{2}(?:\s+\d{5}(?:-\d{4})?)?)?/gu;
// A number of ten digits is an NPI, whosever it is.
const npis = /(?<![\w.])\d{10}(?![\w.])/g;

/** Takes out of a text what a recipient does not get: birth dates, addresses and numbers of the people asked about, however they are written. */
export function withoutSensitive(text: string, redact: readonly Redaction[], subjects: readonly MarkSubject[]): string {
  if (redact.length === 0 || !enough.test(text)) return text;
  let left = text;
  const found = mayGiveAway(text, subjects) ? textMarks([{ text, left: 0, top: 0, width: 1, height: 1 }], subjects).filter(({ what }) => redact.includes(what)) : [];
  // The longest first, so that a part of one is not left standing.
  for (const { text: hit } of [...found].sort((a, b) => b.text.length - a.text.length)) left = left.split(hit).join(takenOutMark);
  if (redact.includes('address')) left = left.replace(streets, takenOutMark);
  if (redact.includes('identifier')) left = left.replace(npis, takenOutMark);
  return left;
}

/** A chapter as its recipient gets it: in no text of it is what the profile takes out. Digests, ids and numbers of exhibits stay. */
export function redactedChapter(chapter: PersonChapter, person: Person, profile: RecipientProfile): PersonChapter {
  if (profile.redact.length === 0) return chapter;
  const subjects = [subjectOf(person)];
  // Years of birth stand beside names on certificates, and beside what the lists say of theirs.
  const years = profile.redact.includes('birth-date') ? /\bborn \d{4}\b|\b\d{4}(?= on record\b)/g : null;
  const made = new Map<string, string>();
  const of = (text: string): string => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const bare = withoutSensitive(text, profile.redact, subjects);
    const left = years === null ? bare : bare.replace(years, (year) => (year.startsWith('born') ? `born ${takenOutMark}` : takenOutMark));
    made.set(text, left);
    return left;
  };
  return mapped(chapter, of) as PersonChapter;
}

function mapped(value: unknown, of: (text: string) => string): unknown {
  if (typeof value === 'string') return of(value);
  if (Array.isArray(value)) return value.map((item) => mapped(item, of));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, machine.has(key) || isDay(key, item) ? item : mapped(item, of)]));
}
