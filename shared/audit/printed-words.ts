import type { BinderResult } from '../ipc/binder-job.ts';
import { countOf } from '../wording.ts';

const most = 40;

/** Names in a sentence: all of them up to forty, then how many more. */
export const namesWords = (names: readonly string[]): string => {
  const shown = names.slice(0, most);
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
};

/** What the log says of a finished job of the printing process: every file with its pages and SHA-256, or why it ended before. */
export function printedWords(what: string, result: BinderResult, folder: string): string {
  if (!result.ok) return `Ended before it was finished (${result.error.code}): ${what}. Files finished by then stay in ${folder}`;
  const files = result.value.files.map(({ name, pages, sha256 }) => `${name} (${countOf(pages, 'page')}, SHA-256 ${sha256})`);
  return `Made ${what}: ${countOf(files.length, 'file')} in ${folder}. ${files.join('; ')}`;
}
