import { fail, ok, type Result } from '../../shared/result.ts';
import type { DocumentRecord } from '../../shared/model/document.ts';
import { AgencyDatabase } from './agency-database.ts';
import { isStorageError, storageFailure, type StorageFailure } from './failures.ts';
import { knownAgencies } from './registry.ts';
import { protectionOf } from './seal-agency.ts';

type Name = Pick<DocumentRecord, 'sha256' | 'vault'>;

/** The documents on record of an agency that is not sealed, to be sealed before its record is. */
export async function documentsInPlain(agencyId: string): Promise<Result<readonly Name[], StorageFailure>> {
  const db = new AgencyDatabase(agencyId);
  try {
    const bodies = (await db.documents.toArray()).map((row) => row.body as Name);
    return ok(bodies.map(({ sha256, vault }) => ({ sha256, vault })));
  } catch (error) {
    if (isStorageError(error)) return fail(storageFailure(error));
    throw error;
  } finally {
    db.close();
  }
}

/**
 * The digests of the documents that the other unsealed agencies of this computer have on record, and so still need of the folder all once
 * shared; null where one of them cannot be read, so that nothing of it may go.
 */
export async function documentsOfOthers(agencyId: string): Promise<readonly string[] | null> {
  const needed = new Set<string>();
  for (const { id } of await knownAgencies()) {
    if (id === agencyId) continue;
    const protection = await protectionOf(id);
    if (!protection.ok) return null;
    if (protection.value !== 'plain') continue;
    const names = await documentsInPlain(id);
    if (!names.ok) return null;
    for (const { sha256 } of names.value) needed.add(sha256);
  }
  return [...needed];
}
