import { fail, ok, type Result } from '../result.ts';
import { digestOf } from './digest.ts';
import type { LogKind } from './events.ts';

/** What one commit did to one record: keyed digests of before and after, never the values. Null: there was, or is, none. */
export type LoggedChange = {
  readonly list: string;
  readonly id: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** The words of an entry: what was done, and why. They may name a person, so they can be forgotten without breaking the chain. */
export type LogWords = { readonly what: string; readonly reason?: string };

/**
 * One entry of the log. `previous` is the hash of the entry before it, null for the first. `hash` covers everything here but the words
 * and their salt, which it covers through `words`, their digest: a disposal takes words and salt away and the chain still holds.
 * Entries from before `words` existed have neither it nor a salt, and their hash covers all of them.
 */
export type LogEntry = LogWords & {
  readonly id: string;
  readonly seq: number;
  readonly at: string;
  readonly by?: string;
  readonly kind?: LogKind;
  readonly changes: readonly LoggedChange[];
  readonly salt?: string;
  readonly words?: string;
  readonly previous: string | null;
  readonly hash: string;
};

/** An entry as an agency file carries it: ours, or another program's, kept whole. */
export type CarriedEntry = Readonly<Record<string, unknown>>;

/** The hash the next entry must name: an entry's own, or for one without, the digest of all of it. */
export function hashOf(entry: CarriedEntry): string {
  return typeof entry['hash'] === 'string' ? entry['hash'] : digestOf(entry);
}

/** The digest that stands for an entry's words: of the salt (random, so that short words cannot be guessed), the sentence and the reason. */
const wordsDigest = (entry: CarriedEntry): string => digestOf([entry['salt'], entry['what'], entry['reason'] ?? null]);

/** What an entry's hash covers. */
function covered(entry: CarriedEntry): CarriedEntry {
  const { hash: _hash, ...all } = entry;
  if (typeof entry['words'] !== 'string') return all;
  const { what: _what, reason: _reason, salt: _salt, ...kept } = all;
  return kept;
}

/**
 * Adds an entry after `last` (null at the beginning of a log).
 * @param entry with `salt`: 16 or more random bytes in hexadecimal, new for every entry.
 */
export function chained(last: CarriedEntry | null, entry: Omit<LogEntry, 'seq' | 'previous' | 'hash' | 'words' | 'salt'> & { readonly salt: string }): LogEntry {
  const lastSeq = last?.['seq'];
  const body = {
    ...entry,
    words: wordsDigest(entry),
    seq: typeof lastSeq === 'number' ? lastSeq + 1 : 1,
    previous: last === null ? null : hashOf(last),
  };
  return { ...body, hash: digestOf(covered(body)) };
}

/** An entry whose words are gone: hash and link as they were. An entry from before words had a digest is answered as it is, since its hash covers them. */
export function withoutWords(entry: CarriedEntry): CarriedEntry {
  if (typeof entry['words'] !== 'string') return entry;
  const { what: _what, reason: _reason, salt: _salt, ...kept } = entry;
  return kept;
}

/** Whether an entry's words were taken away. */
export const isWordless = (entry: CarriedEntry): boolean => typeof entry['words'] === 'string' && entry['salt'] === undefined;

/**
 * Where a log stops being the one that was written: position from 0, and what is wrong there. `words-missing`: words are gone, and no
 * later disposal says that it took them.
 */
export type BrokenLink = { readonly code: 'altered' | 'not-linked' | 'out-of-sequence' | 'words-missing'; readonly at: number };

/** The hash of a whole log's head (null when it is empty), or its first broken link. */
export type ChainResult = Result<string | null, BrokenLink>;

/**
 * Recomputes a whole log. Answers the hash of its head (null when empty), or the first broken link: an entry whose content
 * does not have its hash, one that does not name the entry before it, one whose number does not follow, or one without its words
 * that no later `disposal` entry lists among its changes (`list: 'log'`, the entry's id).
 */
export function verifyChain(entries: readonly CarriedEntry[]): ChainResult {
  const steps = chainSteps(entries);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same, an entry at a time, for whoever must breathe in between: yields how many entries are verified, returns what `verifyChain` answers. */
export function* chainSteps(entries: readonly CarriedEntry[]): Generator<number, ChainResult> {
  const forgottenAt = disposals(entries);
  let last: CarriedEntry | null = null;
  for (const [at, entry] of entries.entries()) {
    if (entry['hash'] !== digestOf(covered(entry))) return fail({ code: 'altered', at });
    if (isWordless(entry)) {
      if ('what' in entry || 'reason' in entry) return fail({ code: 'altered', at });
      if ((forgottenAt.get(String(entry['id'])) ?? -1) <= at) return fail({ code: 'words-missing', at });
    } else if (typeof entry['words'] === 'string' && !hasItsWords(entry)) return fail({ code: 'altered', at });
    if (entry['previous'] !== (last === null ? null : hashOf(last))) return fail({ code: 'not-linked', at });
    if (last !== null && entry['seq'] !== Number(last['seq']) + 1) return fail({ code: 'out-of-sequence', at });
    last = entry;
    yield at + 1;
  }
  return ok(last === null ? null : hashOf(last));
}

/** A reason is a text or is not there: null would have the digest of none. */
const hasItsWords = (entry: CarriedEntry): boolean => entry['words'] === wordsDigest(entry) && entry['reason'] !== null;

/** By entry id, the position of the last disposal that says it took the entry's words. */
function disposals(entries: readonly CarriedEntry[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [at, { kind, changes }] of entries.entries()) {
    if (kind !== 'disposal' || !Array.isArray(changes)) continue;
    for (const change of changes as readonly Partial<LoggedChange>[]) {
      if (change.list === 'log' && typeof change.id === 'string') found.set(change.id, at);
    }
  }
  return found;
}
