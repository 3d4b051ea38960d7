import type { AgencyDatabase } from './agency-database.ts';
import { isStorageError } from './failures.ts';

const key = 'judged';

/**
 * Which build of the program this is, by the name its bundle has: it holds a digest of the code and of all it imports. Null where the code is
 * not bundled under such a name (tests, the dev server): then nobody can say that it is the same program as the last time.
 */
export const buildOf = (moduleUrl: string): string | null => /-([\w-]{8})\.js$/.exec(moduleUrl)?.[1] ?? null;

/**
 * Whether this very build judged the whole record before. Of a sealed record that is enough: nobody without the key can have changed a row
 * since, and what was written since was judged at the one door. A plain record is judged every time.
 */
export async function wasJudged(db: AgencyDatabase, build: string | null): Promise<boolean> {
  if (!db.codec.sealed || build === null) return false;
  try {
    const row = await db.meta.get(key);
    return row !== undefined && db.codec.open('meta', key, row.value) === build;
  } catch (error) {
    if (isStorageError(error)) return false;
    throw error;
  }
}

/** Notes that this build judged the whole record and found it good. Where that cannot be written it is judged again. */
export async function noteJudged(db: AgencyDatabase, build: string | null): Promise<void> {
  if (!db.codec.sealed || build === null) return;
  try {
    await db.meta.put({ key, value: db.codec.seal('meta', key, build) });
  } catch (error) {
    if (!isStorageError(error)) throw error;
  }
}
