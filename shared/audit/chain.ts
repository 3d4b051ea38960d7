import { fail, ok, type Result } from '../result.ts';
import { digestOf } from './digest.ts';

/** What one commit did to one record: keyed digests of before and after, never the values. Null: there was, or is, none. */
export type LoggedChange = {
  readonly list: string;
  readonly id: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** One commit in the log. `previous` is the hash of the entry before it, null for the first; `hash` covers everything else here. */
export type LogEntry = {
  readonly id: string;
  readonly seq: number;
  readonly at: string;
  readonly by?: string;
  readonly what: string;
  readonly reason?: string;
  readonly changes: readonly LoggedChange[];
  readonly previous: string | null;
  readonly hash: string;
};

/** An entry as an agency file carries it: ours, or another program's, kept whole. */
export type CarriedEntry = Readonly<Record<string, unknown>>;

/** The hash the next entry must name: an entry's own, or for one without, the digest of all of it. */
export function hashOf(entry: CarriedEntry): string {
  return typeof entry['hash'] === 'string' ? entry['hash'] : digestOf(entry);
}

/** Adds an entry after `last` (null at the beginning of a log). */
export function chained(last: CarriedEntry | null, entry: Omit<LogEntry, 'seq' | 'previous' | 'hash'>): LogEntry {
  const lastSeq = last?.['seq'];
  const body = {
    ...entry,
    seq: typeof lastSeq === 'number' ? lastSeq + 1 : 1,
    previous: last === null ? null : hashOf(last),
  };
  return { ...body, hash: digestOf(body) };
}

/** Where a log stops being the one that was written: position from 0, and what is wrong there. */
export type BrokenLink = { readonly code: 'altered' | 'not-linked' | 'out-of-sequence'; readonly at: number };

/**
 * Recomputes a whole log. Answers the hash of its head (null when empty), or the first broken link: an entry whose content
 * does not have its hash, one that does not name the entry before it, or one whose number does not follow.
 */
export function verifyChain(entries: readonly CarriedEntry[]): Result<string | null, BrokenLink> {
  let last: CarriedEntry | null = null;
  for (const [at, entry] of entries.entries()) {
    const { hash, ...body } = entry;
    if (hash !== digestOf(body)) return fail({ code: 'altered', at });
    if (entry['previous'] !== (last === null ? null : hashOf(last))) return fail({ code: 'not-linked', at });
    if (last !== null && entry['seq'] !== Number(last['seq']) + 1) return fail({ code: 'out-of-sequence', at });
    last = entry;
  }
  return ok(last === null ? null : hashOf(last));
}
