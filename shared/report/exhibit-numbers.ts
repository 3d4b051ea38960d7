import type { AgencyFile } from '../agency-file/schema.ts';
import type { CivilDate } from '../civil-date.ts';
import type { DocRef } from '../model/document.ts';
import { binderTabs, type BinderTab } from '../rules/requirement.ts';
import { byText } from './by-text.ts';

/** What is to be numbered: `stands` says what the number means for ever, see `exhibitKey`; `on` orders what is numbered at the same time. */
export type Numbered = { readonly tab: BinderTab; readonly stands: string; readonly on: CivilDate | null };

/** The numbers binders gave away, by person: what each stands for. */
export type SealedNumbers = ReadonlyMap<string, readonly { readonly number: string; readonly stands: string }[]>;

/** What an exhibit number stands for: some pages of a document, a line whose evidence is missing, a year of certificates. */
export const exhibitKey = {
  document: ({ id, pages }: DocRef): string => `document ${id}${pages === undefined ? '' : ` ${pages}`}`,
  gap: (requirement: string, employmentId: string): string => `gap ${requirement} ${employmentId}`,
  certificates: (year: string): string => `certificates ${year}`,
} as const;

/** The numbers given away by the binders on record, and what each stands for; retracted records too: a number that was sealed is never another's. */
export function sealedNumbers(file: AgencyFile): SealedNumbers {
  const found = new Map<string, { readonly number: string; readonly stands: string }[]>();
  for (const record of file.agencyRecords ?? []) {
    if (record.kind !== 'binder') continue;
    for (const { personId, number, stands } of record.numbers ?? []) {
      const known = found.get(personId) ?? [];
      if (!known.some((each) => each.stands === stands && each.number === number)) known.push({ number, stands });
      found.set(personId, known);
    }
  }
  return found;
}

/**
 * Numbers the exhibits of one person, `C-1` and on: what a binder has numbered before keeps its number, the rest takes the next free one of its tab in
 * the order of dates (undated last), then of what it stands for. What moved to another tab is another exhibit there. A number given away is never given again, whatever became of what it stood for.
 * @returns number by `stands`; the same whatever the order of `entries`
 */
export function numberExhibits(entries: readonly Numbered[], sealed: readonly { readonly number: string; readonly stands: string }[]): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  // What was sealed first stays, where two machines gave one number to two things, or one thing moved to another tab.
  const kept = new Map<string, string>();
  const owners = new Map<string, string>();
  for (const { number, stands } of sealed) {
    if ((owners.get(number) ?? stands) !== stands) continue;
    owners.set(number, stands);
    const key = `${number.slice(0, 1)} ${stands}`;
    if (!kept.has(key)) kept.set(key, number);
  }
  for (const tab of binderTabs) {
    const mine = entries.filter((each) => each.tab === tab);
    const keptOf = ({ stands }: Numbered): string | undefined => kept.get(`${tab} ${stands}`);
    for (const each of mine) {
      const number = keptOf(each);
      if (number !== undefined) numbers.set(each.stands, number);
    }
    let last = Math.max(0, ...sealed.filter(({ number }) => number.startsWith(`${tab}-`)).map(({ number }) => Number(number.slice(2))));
    const fresh = mine.filter((each) => keptOf(each) === undefined).sort((a, b) => byText(a.on ?? '9999', b.on ?? '9999') || byText(a.stands, b.stands));
    for (const { stands } of fresh) {
      if (numbers.has(stands)) continue;
      last += 1;
      numbers.set(stands, `${tab}-${last}`);
    }
  }
  return numbers;
}

/** `C-2` before `C-10`. */
export const byNumber = (a: string, b: string): number => byText(a.slice(0, 1), b.slice(0, 1)) || Number(a.slice(2)) - Number(b.slice(2));
