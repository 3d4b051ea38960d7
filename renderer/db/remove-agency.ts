import { Dexie } from 'dexie';
import { fail, ok, type Result } from '../../shared/result.ts';
import { databaseName } from './agency-database.ts';
import { isStorageError, storageFailure, type StorageFailure } from './failures.ts';
import { forgetAgency } from './registry.ts';

/** Removes an agency's database and its entry in the list. There is no way back but an exported file: ask first. */
export async function removeAgency(agencyId: string): Promise<Result<null, StorageFailure>> {
  try {
    await Dexie.delete(databaseName(agencyId));
    await forgetAgency(agencyId);
    return ok(null);
  } catch (error) {
    if (isStorageError(error)) return fail(storageFailure(error));
    throw error;
  }
}
