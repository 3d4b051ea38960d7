import type { DocumentRecord } from '../../shared/model/document.ts';
import { AgencyDatabase } from './agency-database.ts';
import { isStorageError } from './failures.ts';
import { knownAgencies } from './registry.ts';
import { bodyOf } from './rows.ts';
import { protectionOf } from './seal-agency.ts';

/**
 * The digests of the documents that the other agencies without keys have on record: once all agencies shared one folder, and what one of them still
 * needs there must not go with another's. Null where one of them cannot be read.
 */
export async function documentsNeededElsewhere(agencyId: string): Promise<readonly string[] | null> {
  const needed: string[] = [];
  try {
    for (const { id } of await knownAgencies()) {
      if (id === agencyId) continue;
      const protection = await protectionOf(id);
      if (!protection.ok) return null;
      if (protection.value !== 'plain') continue;
      const db = new AgencyDatabase(id);
      try {
        for (const row of await db.documents.toArray()) needed.push((bodyOf(db.codec, 'documents', row) as DocumentRecord).sha256);
      } finally {
        db.close();
      }
    }
    return needed;
  } catch (error) {
    if (isStorageError(error)) return null;
    throw error;
  }
}
