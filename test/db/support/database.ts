import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach } from 'vitest';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import type { Result } from '../../../shared/result.ts';
import type { AgencyDatabase } from '../../../renderer/db/agency-database.ts';
import type { CommitNote } from '../../../renderer/db/commit.ts';
import { loadAgencyFile } from '../../../renderer/db/open-agency.ts';
import { restoreAgency } from '../../../renderer/db/restore.ts';
import { smallAgency } from '../../unit/model/small-agency.ts';

/**
 * Every test starts on a machine without databases. Import this module before any other: Dexie looks for IndexedDB once,
 * when it is loaded.
 */
export function freshMachine(): void {
  afterEach(() => {
    for (const db of opened.splice(0)) db.close();
  });
  beforeEach(async () => {
    for (const { name } of await indexedDB.databases()) if (name !== undefined) await Dexie.delete(name);
  });
}

const opened: AgencyDatabase[] = [];

export const digestKey = new Uint8Array(32).fill(7);

let notes = 0;
export const note = (what = 'Recorded something'): CommitNote => ({ id: `log-${(notes += 1)}`, at: '2026-03-19T15:00:00Z', what });

export function value<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`Expected a success, got ${JSON.stringify(result.error)}`);
  return result.value;
}

/** A new database that holds the small agency, or the file given. */
export async function restored(file: AgencyFile = smallAgency(), agencyId = 'one'): Promise<AgencyDatabase> {
  const db = value(await restoreAgency(file, { agencyId, digestKey }));
  opened.push(db);
  return db;
}

export const fileOf = async (db: AgencyDatabase): Promise<AgencyFile> => value(await loadAgencyFile(db));
