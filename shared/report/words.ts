import { fieldsOf, plusMonths, toDay, type CivilDate } from '../civil-date.ts';
import { countOf, dateWords } from '../wording.ts';
import { fullName, shownName, type Person } from '../model/person.ts';

/** `31 Mar 2026 14:05 UTC` of an ISO instant in UTC. */
export function instantWords(instant: string): string {
  const time = /T(\d{2}:\d{2})/.exec(instant)?.[1] ?? '';
  return `${dateWords(instant.slice(0, 10) as CivilDate)} ${time} UTC`;
}

/** `2 years 11 months 28 days`: the whole distance between two days, the earlier first; `0 days` on the same day. */
export function spanWords(from: CivilDate, to: CivilDate): string {
  const a = fieldsOf(toDay(from));
  const b = fieldsOf(toDay(to));
  let months = (b.year - a.year) * 12 + (b.month - a.month);
  if (plusMonths(toDay(from), months) > toDay(to)) months -= 1;
  const days = toDay(to) - plusMonths(toDay(from), months);
  const parts = [
    months >= 12 ? countOf(Math.floor(months / 12), 'year') : null,
    months % 12 > 0 ? countOf(months % 12, 'month') : null,
    days > 0 || months === 0 ? countOf(days, 'day') : null,
  ];
  return parts.filter((part) => part !== null).join(' ');
}

/** The name on the cover. */
export const personName = (person: Person): string => fullName(shownName(person));

/** Every other name on record, with the years it was used; null where there is none. */
export function otherNames(person: Person): string | null {
  const shown = shownName(person);
  const others = person.names.filter((name) => name !== shown).map((name) => {
    const years = [name.from, name.to].map((date) => date?.slice(0, 4));
    const used = years[0] !== undefined && years[1] !== undefined ? `${years[0]} to ${years[1]}`
      : years[0] !== undefined ? `from ${years[0]}`
      : years[1] !== undefined ? `until ${years[1]}` : null;
    return `${fullName(name)}${used === null ? '' : ` (${used})`}`;
  });
  return others.length === 0 ? null : [...new Set(others)].join('; ');
}

const numberWords = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'] as const;

/** A count as a sentence begins with it: words to twelve, then figures. */
export const sentenceCount = (count: number): string => numberWords[count] ?? String(count);

/** First eight digits of a fingerprint, as people compare them: `7F3A 91C2`. */
export const shortFingerprint = (hex: string): string => `${hex.slice(0, 4)} ${hex.slice(4, 8)}`.toUpperCase();
