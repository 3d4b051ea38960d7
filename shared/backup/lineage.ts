import { hashOf, type CarriedEntry } from '../audit/chain.ts';

/**
 * How another log stands to ours, compared by the hashes of its entries. `same`; `ahead`: it continues ours by `more` entries; `behind`: ours
 * continues it by `more`; `apart`: both have the first `common` entries, then differ, ours by `oursMore`, theirs by `theirsMore`.
 */
export type LogRelation =
  | { readonly kind: 'same' }
  | { readonly kind: 'ahead'; readonly more: number }
  | { readonly kind: 'behind'; readonly more: number }
  | { readonly kind: 'apart'; readonly common: number; readonly oursMore: number; readonly theirsMore: number; readonly partedAt: string | null };

/**
 * Compares two logs. Only their order and hashes are looked at; whether each is whole is for `verifyChain` to say.
 * `partedAt` is the instant of our first entry that theirs does not have, where it states one.
 */
export function relationOf(ours: readonly CarriedEntry[], theirs: readonly CarriedEntry[]): LogRelation {
  const shorter = Math.min(ours.length, theirs.length);
  let common = 0;
  while (common < shorter && hashOf(ours[common] ?? {}) === hashOf(theirs[common] ?? {})) common += 1;
  const oursMore = ours.length - common;
  const theirsMore = theirs.length - common;
  if (oursMore === 0) return theirsMore === 0 ? { kind: 'same' } : { kind: 'ahead', more: theirsMore };
  if (theirsMore === 0) return { kind: 'behind', more: oursMore };
  const parted = ours[common]?.['at'];
  return { kind: 'apart', common, oursMore, theirsMore, partedAt: typeof parted === 'string' ? parted : null };
}

/** Our log as far as it was handed over: up to the entry with this hash. Null where it has no such entry. */
export function handedOver(ours: readonly CarriedEntry[], headHash: string): readonly CarriedEntry[] | null {
  const at = ours.findLastIndex((entry) => hashOf(entry) === headHash);
  return at < 0 ? null : ours.slice(0, at + 1);
}
