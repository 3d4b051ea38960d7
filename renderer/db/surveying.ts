import { surveyingSchema, type Surveying } from '../../shared/agenda/survey/surveying.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { AgencyDatabase } from './agency-database.ts';
import { NotGenuine } from './codec.ts';
import { write, type CommitNote } from './commit.ts';
import { isStorageError, storageFailure, type StorageFailure } from './failures.ts';
import { surveyingKey } from './standing.ts';

/** The surveyor mode an agency is in; null for none. A row that is not what Muster wrote there is never taken for none. */
export async function surveyingOf(db: AgencyDatabase): Promise<Surveying | null> {
  const row = await db.meta.get(surveyingKey);
  if (row === undefined) return null;
  const read = surveyingSchema.safeParse(db.codec.open('meta', surveyingKey, row.value));
  if (!read.success) throw new NotGenuine(`meta/${surveyingKey}`);
  return read.data;
}

/**
 * Begins surveyor mode, or ends it (null), and writes its entry, in one transaction. It lies in the database of this copy, so that neither a restart nor
 * the lock ends it; backups and exports do not carry it.
 */
export async function setSurveying(db: AgencyDatabase, surveying: Surveying | null, note: CommitNote): Promise<Result<null, StorageFailure>> {
  try {
    return await db.transaction('rw', db.meta, db.log, async () => {
      if (surveying === null) await db.meta.delete(surveyingKey);
      else await db.meta.put({ key: surveyingKey, value: db.codec.seal('meta', surveyingKey, surveying) });
      await write(db, [], { ...note, kind: 'survey' });
      return ok(null);
    });
  } catch (error) {
    if (isStorageError(error)) return fail(storageFailure(error));
    throw error;
  }
}
