import type { Target } from '../target.ts';
import { agencyArchive, agencyJson } from './agency-files.ts';
import { documents } from './documents.ts';
import { ipcArguments } from './ipc.ts';
import { keyrings, rows } from './keys.ts';
import { listFiles, pdfs } from './lists.ts';
import { sealedFiles } from './sealed-files.ts';
import { csvFiles, workbooks } from './tables.ts';

/** Everything that reads input from outside. */
export const targets: readonly Target[] = [agencyJson, agencyArchive, csvFiles, workbooks, listFiles, pdfs, documents, keyrings, rows, sealedFiles, ipcArguments];

/** Which target an input is for, by its number: each gets its share, spread evenly. */
export function targetOf(number: number): Target {
  const all = targets.reduce((sum, { share }) => sum + share, 0);
  // Steps of a number without a common divisor go once through every share before one repeats.
  let at = (number * 61) % all;
  for (const target of targets) {
    if (at < target.share) return target;
    at -= target.share;
  }
  throw new Error('The shares do not add up');
}
