import { z } from 'zod';
import { failedUnlockSchema } from '../../shared/ipc/vault.ts';
import type { AgencyFolder } from './agency-folder.ts';

const name = 'failed-unlocks.json';
const triesSchema = z.array(failedUnlockSchema);
export type Tries = Readonly<z.infer<typeof triesSchema>>;

/** No more than this is kept; the log needs to know of them, not to count all of a night's. */
const keptTries = 200;
const freeTries = 5;

/**
 * Seconds to wait after the last of `count` wrong passphrases in a row: none for the first five, then 5, 10, 20 … up to five minutes. Guessing
 * by hand ends there; who copies the keyring meets argon2id instead.
 */
export const waitAfter = (count: number): number => (count < freeTries ? 0 : Math.min(300, 5 * 2 ** Math.min(count - freeTries, 10)));

/** Wrong passphrases since the last unlock, oldest first. What cannot be read counts as none: it must not lock anybody out. */
export async function triesOf(folder: AgencyFolder): Promise<Tries> {
  try {
    const parsed = triesSchema.safeParse(JSON.parse((await folder.read(name)) ?? '[]'));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}

export const noteTry = async (folder: AgencyFolder, tries: Tries, at: string, userName: string): Promise<void> =>
  folder.write(name, `${JSON.stringify([...tries, { at, userName }].slice(-keptTries))}\n`);

export const clearTries = (folder: AgencyFolder): Promise<void> => folder.remove(name);

/** Seconds still to wait at `now` (milliseconds since the epoch). A clock set back makes nobody wait longer than the rule. */
export function stillToWait(tries: Tries, now: number): number {
  const last = tries.at(-1);
  if (last === undefined) return 0;
  const wait = waitAfter(tries.length);
  return Math.min(wait, Math.max(0, Math.ceil((Date.parse(last.at) + wait * 1000 - now) / 1000)));
}
