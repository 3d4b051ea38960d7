import { fail } from '../../shared/result.ts';
import type { Command } from './command.ts';

const notYet = (name: string, summary: string, mend: string): Command => ({
  name,
  summary: `${summary} (not yet)`,
  // Whatever is asked of it, the answer is the same; its options are not read at all.
  options: {},
  run: () => Promise.resolve(fail(`not yet: this version ${mend}`)),
});

/** Commands the documentation names that this version cannot run. */
export const notYetCommands: readonly Command[] = [
  notYet('verify', 'say what was changed in a binder or an agency file', 'does not verify files; a .muster file is checked whenever it is opened'),
];
