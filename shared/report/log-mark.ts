import type { AgencyFile } from '../agency-file/schema.ts';
import { hashOf } from '../audit/chain.ts';
import { instantWords } from './words.ts';

/** Where the log stood when something was printed: the number of its last entry, that entry's hash (64 hexadecimal digits), and when it was written, in words. */
export type LogMark = { readonly seq: number; readonly hash: string; readonly atWords: string | null };

/** The head of an agency's log, to be printed; null where the record has no log. */
export function logMarkOf(file: AgencyFile): LogMark | null {
  const log = file.audit ?? [];
  const last = log.at(-1);
  if (last === undefined) return null;
  const { seq, at } = last;
  return { seq: typeof seq === 'number' ? seq : log.length, hash: hashOf(last), atWords: typeof at === 'string' ? instantWords(at) : null };
}
