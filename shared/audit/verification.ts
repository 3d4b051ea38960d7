import type { LogHead } from '../ipc/vault.ts';
import { countOf } from '../wording.ts';
import { hashOf, isWordless, type BrokenLink, type CarriedEntry, type ChainResult } from './chain.ts';

/** An entry as people name it: its number, and when it was written (ISO instant; null where it does not say). */
export type NamedEntry = { readonly seq: number; readonly at: string | null };

/** What the verification of a log found. `head` is null where the log is empty or broken. */
export type LogVerification = {
  readonly entries: number;
  /** Entries whose words a disposal took away. */
  readonly wordless: number;
  readonly broken: (NamedEntry & { readonly code: BrokenLink['code'] }) | null;
  readonly head: (NamedEntry & { readonly hash: string }) | null;
};

const named = (entry: CarriedEntry | undefined, position: number): NamedEntry => ({
  seq: typeof entry?.['seq'] === 'number' ? entry['seq'] : position + 1,
  at: typeof entry?.['at'] === 'string' ? entry['at'] : null,
});

/** Puts what a walk along the chain answered into the terms of the log. */
export function verificationOf(entries: readonly CarriedEntry[], result: ChainResult): LogVerification {
  const last = entries.at(-1);
  return {
    entries: entries.length,
    wordless: entries.filter(isWordless).length,
    broken: result.ok ? null : { code: result.error.code, ...named(entries[result.error.at], result.error.at) },
    head: result.ok && last !== undefined ? { hash: hashOf(last), ...named(last, entries.length - 1) } : null,
  };
}

/** What is wrong at the first broken link, without its number: "its content is not what was written". */
export function brokenWords(code: BrokenLink['code']): string {
  switch (code) {
    case 'altered':
      return 'its content is not what was written';
    case 'not-linked':
      return 'it does not follow the entry before it: entries there were taken out, put in or exchanged';
    case 'out-of-sequence':
      return 'its number does not follow that of the entry before it';
    case 'words-missing':
      return 'its words are gone, and no later disposal says that it took them';
  }
}

/** How a log stands to a head that was noted elsewhere: `reached` it is in there; `ends-before` the log is shorter; `another` that entry is a different one. */
export type HeadStanding = 'reached' | 'ends-before' | 'another';

/** Compares a log with the head somebody noted, such as the last entry this computer saw written. */
export function headStanding(entries: readonly CarriedEntry[], seen: LogHead): HeadStanding {
  if (seen.seq === 0) return 'reached';
  const entry = entries.find(({ seq }) => seq === seen.seq);
  if (entry === undefined) return 'ends-before';
  return hashOf(entry) === seen.hash ? 'reached' : 'another';
}

/** The first sixteen digits of a head in groups of four, as printed on every binder, packet and certificate: `7F3A 91C2 0B44 DE91`. */
export const shortHash = (hash: string): string => (hash.slice(0, 16).match(/.{1,4}/g) ?? []).join(' ').toUpperCase();

/** The entry whose hash begins as typed, in any case, spaces anywhere; null where none or, with fewer than eight digits, nothing is looked for. */
export function entryOfHash(entries: readonly CarriedEntry[], typed: string): CarriedEntry | null {
  const digits = typed.replaceAll(/\s/g, '').toLowerCase();
  if (!/^[0-9a-f]{8,64}$/.test(digits)) return null;
  return entries.find((entry) => hashOf(entry).startsWith(digits)) ?? null;
}

/** One sentence about the whole log, without its end: "1,204 entries, each as written and linked to the one before". */
export function wholeWords({ entries, wordless }: LogVerification): string {
  if (entries === 0) return 'The log is empty';
  const taken = wordless === 0 ? '' : `; the words of ${countOf(wordless, 'entry', 'entries')} were taken away by a disposal, which the log says`;
  return `${countOf(entries, 'entry', 'entries')}, each as it was written and linked to the one before it${taken}`;
}

/** What stands where an entry's words stood. */
export const wordsTaken = 'The words were taken away by a disposal';
