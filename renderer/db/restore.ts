import { Dexie } from 'dexie';
import type { Lineage, SealedMedical } from '../../shared/backup/contents.ts';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { AgencyDatabase, databaseName, listTables, openDoor, type OpenVault, type PersonalRow } from './agency-database.ts';
import { medicalPartIn } from './backup-source.ts';
import { isStorageError, storageFailure, type StorageFailure } from './failures.ts';
import { digestsFromRow } from './digests-from.ts';
import { optionalLists } from './load.ts';
import { digestKeyRow, sealedRow } from './meta.ts';
import { protectionOf } from './seal-agency.ts';
import { logRow, rowOf } from './rows.ts';
import { lineageRow } from './standing.ts';

/** What only the moment of making a database can supply. */
export type NewDatabase = {
  readonly agencyId: string;
  readonly digestKey: Uint8Array;
  readonly vault?: OpenVault;
  /** Medical parts as a backup carries them, sealed with the keys of this vault. */
  readonly medical?: SealedMedical;
  /** Where the record descends from, for a copy of one that was handed over or backed up. */
  readonly lineage?: Lineage;
  /** How many of the first entries of the log have digests of another key than this; all of them unless it is said. */
  readonly digestsFrom?: number;
};

/**
 * Makes a database that holds exactly one agency file, all or nothing: where writing fails, nothing of the database stays.
 * The log of the file comes along as it is, and grows from there.
 */
export async function restoreAgency(file: AgencyFile, { agencyId, digestKey, vault = openDoor, medical = {}, lineage, digestsFrom = file.audit?.length ?? 0 }: NewDatabase): Promise<Result<AgencyDatabase, StorageFailure>> {
  const there = await protectionOf(agencyId);
  if (!there.ok) return there;
  if (there.value !== 'none') throw new Error(`A database of the agency ${agencyId} exists; a new one needs a new id`);
  // What is left of one whose making was cut off: over its stores nothing would be filled in.
  await Dexie.delete(databaseName(agencyId));
  const db = new AgencyDatabase(agencyId, vault);
  // Why it was broken off; all that opening it says is that it was.
  let failure: unknown = null;
  try {
    // Filled within the transaction that makes the stores: killed at any moment, there is no database or a whole one, never an empty one.
    db.on('populate', async (transaction) => {
      try {
        await db.meta.bulkAdd([
          digestKeyRow(vault.codec, digestKey),
          sealedRow(vault.codec),
          digestsFromRow(digestsFrom),
          ...(lineage === undefined ? [] : [lineageRow(lineage)]),
          { key: 'lists', value: optionalLists.filter((name) => file[name] !== undefined) },
        ]);
        await db.agency.add(rowOf(vault.codec, 'agency', 'agency', 0, file.agency));
        for (const list of listTables) {
          const records: readonly unknown[] = file[list] ?? [];
          await db.table<PersonalRow, string>(list).bulkAdd(records.map((record, n) => {
            const id = idOf(record) ?? `${n}`;
            return rowOf(vault.codec, list, id, n, record, medicalPartIn(medical, list, id));
          }));
        }
        await db.log.bulkAdd((file.audit ?? []).map((entry, index) => logRow(vault.codec, index + 1, entry)));
      } catch (error) {
        failure = error;
        transaction.abort();
      }
    });
    await db.open();
    // Making a database is not forced to the disk; this is, and everything written before it with it.
    await db.meta.put(sealedRow(vault.codec));
    return ok(db);
  } catch (error) {
    db.close();
    await Dexie.delete(databaseName(agencyId));
    const cause = failure ?? error;
    if (isStorageError(cause)) return fail(storageFailure(cause));
    throw cause;
  }
}

const idOf = (record: unknown): string | undefined =>
  typeof record === 'object' && record !== null && 'id' in record && typeof record.id === 'string' ? record.id : undefined;
