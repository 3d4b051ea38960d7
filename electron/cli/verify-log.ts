import { hashOf, verifyChain, type CarriedEntry } from '../../shared/audit/chain.ts';
import { brokenWords, entryOfHash, shortHash, verificationOf, wholeWords } from '../../shared/audit/verification.ts';
import { instantWords } from '../../shared/report/words.ts';
import type { Finding } from './verify-verdict.ts';

const when = (at: unknown): string => (typeof at === 'string' ? ` of ${instantWords(at)}` : '');

/**
 * What can be said of a log by itself: its chain, its head, and whether it holds the head that was printed on paper.
 * @param head hexadecimal digits as printed; undefined where none was given
 */
export function verifyLog(entries: readonly CarriedEntry[], head: string | undefined): readonly Finding[] {
  const { broken, head: last, ...found } = verificationOf(entries, verifyChain(entries));
  const chain: Finding = broken === null
    ? { part: 'log', sound: true, says: wholeWords({ ...found, broken, head: last }) }
    : { part: 'log', sound: false, says: `first at entry ${broken.seq}${when(broken.at)}: ${brokenWords(broken.code)}` };
  return [
    chain,
    ...(last === null ? [] : [{ part: 'head', sound: true, says: `entry ${last.seq}${when(last.at)}, ${last.hash}` }]),
    ...(head === undefined ? [] : [printed(entries, head)]),
  ];
}

function printed(entries: readonly CarriedEntry[], head: string): Finding {
  const entry = entryOfHash(entries, head);
  return entry === null
    ? { part: 'printed', sound: false, says: 'no entry of this log has the head that was given: the paper was printed from another log, or the log was rewritten since' }
    : { part: 'printed', sound: true, says: `the head that was given is entry ${String(entry['seq'])}${when(entry['at'])}, ${shortHash(hashOf(entry))}; everything up to it is what the paper was printed from` };
}
