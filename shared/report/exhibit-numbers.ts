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
      if (!known.some((each) => each.stands === stands)) known.push({ number, stands });
      found.set(personId, known);
    }
  }
  return found;
}

/**
 * Numbers the exhibits of one person, `C-1` and on: what a binder has numbered before keeps its number, the rest takes the next free one of its tab in
 * the order of dates (undated last), then of what it stands for. A number given away is never given again, whatever became of what it stood for.
 * @returns number by `stands`; the same whatever the order of `entries`
 */
export function numberExhibits(entries: readonly Numbered[], sealed: readonly { readonly number: string; readonly stands: string }[]): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  const kept = new Map(sealed.map((each) => [each.stands, each.number]));
  for (const tab of binderTabs) {
    const mine = entries.filter((each) => each.tab === tab);
    // A document may have moved to another tab; then it is another exhibit.
    const isKept = (each: Numbered): boolean => kept.get(each.stands)?.startsWith(`${tab}-`) === true;
    for (const each of mine) if (isKept(each)) numbers.set(each.stands, kept.get(each.stands) ?? '');
    let last = Math.max(0, ...sealed.filter(({ number }) => number.startsWith(`${tab}-`)).map(({ number }) => Number(number.slice(2))));
    const fresh = mine.filter((each) => !isKept(each)).sort((a, b) => byText(a.on ?? '9999', b.on ?? '9999') || byText(a.stands, b.stands));
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
