import { Dexie } from 'dexie';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { AgencyDatabase, databaseName, listTables, type PersonalRow } from './agency-database.ts';
import { row } from './commit.ts';
import { isStorageError, storageFailure, type StorageFailure } from './failures.ts';
import { optionalLists } from './load.ts';

/** What only the moment of making a database can supply. */
export type NewDatabase = { readonly agencyId: string; readonly digestKey: Uint8Array };

/**
 * Makes a database that holds exactly one agency file, all or nothing: where writing fails, nothing of the database stays.
 * The log of the file comes along as it is, and grows from there.
 */
export async function restoreAgency(file: AgencyFile, { agencyId, digestKey }: NewDatabase): Promise<Result<AgencyDatabase, StorageFailure>> {
  if (await Dexie.exists(databaseName(agencyId))) throw new Error(`A database of the agency ${agencyId} exists; a new one needs a new id`);
  const db = new AgencyDatabase(agencyId);
  try {
    await db.transaction('rw', db.tables, async () => {
      const seal = (body: unknown): unknown => db.codec.seal(body);
      await db.meta.bulkAdd([
        { key: 'digest-key', value: digestKey },
        { key: 'lists', value: optionalLists.filter((name) => file[name] !== undefined) },
      ]);
      await db.agency.add({ id: 'agency', n: 0, body: seal(file.agency) });
      for (const list of listTables) {
        const records: readonly unknown[] = file[list] ?? [];
        await db.table<PersonalRow, string>(list).bulkAdd(records.map((record, n) => row(idOf(record) ?? `${n}`, n, record, seal)));
      }
      await db.log.bulkAdd((file.audit ?? []).map((entry, index) => ({ seq: index + 1, id: idOf(entry) ?? `${index + 1}`, body: seal(entry) })));
    });
    return ok(db);
  } catch (error) {
    db.close();
    await Dexie.delete(databaseName(agencyId));
    if (isStorageError(error)) return fail(storageFailure(error));
    throw error;
  }
}

const idOf = (record: unknown): string | undefined =>
  typeof record === 'object' && record !== null && 'id' in record && typeof record.id === 'string' ? record.id : undefined;
