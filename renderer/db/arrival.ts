import { hexToBytes } from '@noble/hashes/utils.js';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { handedOver, relationOf, type LogRelation } from '../../shared/backup/lineage.ts';
import type { SealedMedical, SourceFacts } from '../../shared/backup/contents.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { AgencyDatabase, type OpenVault } from './agency-database.ts';
import { NotGenuine } from './codec.ts';
import { write, type CommitNote } from './commit.ts';
import { isStorageError, storageFailure, type StorageFailure } from './failures.ts';
import { digestKey } from './meta.ts';
import { knownAgencies } from './registry.ts';
import { removeAgency } from './remove-agency.ts';
import { restoreAgency } from './restore.ts';
import { openEntry } from './rows.ts';
import { setStanding, standingOf } from './standing.ts';

/** A record that is to become an agency of this computer. */
export type Arrival = {
  readonly agencyId: string;
  readonly file: AgencyFile;
  readonly medical: SealedMedical;
  readonly facts: SourceFacts;
  readonly vault: OpenVault;
  /** The entry that its log gets: kind `restore` or `hand-over`. */
  readonly note: CommitNote;
};

/** Another copy of the same agency on this computer, opened with the same keys. */
export type Sibling = { readonly agencyId: string; readonly name: string; readonly handedOverTo: string | null; readonly relation: LogRelation };

/**
 * The copies of the same agency on this computer that are not replaced yet, and how the arriving log stands to each: to one that was handed
 * over, as far as it was. Copies are found by their keys: what these do not open is another agency's.
 */
export async function siblingsOf({ file, facts, vault, agencyId }: Pick<Arrival, 'file' | 'facts' | 'vault' | 'agencyId'>): Promise<readonly Sibling[]> {
  const found: Sibling[] = [];
  for (const known of await knownAgencies()) {
    if (known.isDemo || known.id === agencyId) continue;
    const sibling = await tolerant(() => siblingIn(known.id, known.name, file, facts, vault));
    if (sibling !== null) found.push(sibling);
  }
  return found;
}

/** A database that does not open, with these keys or at all, is not a sibling anything could be said of. */
async function tolerant<Value>(task: () => Promise<Value | null>): Promise<Value | null> {
  try {
    return await task();
  } catch (error) {
    if (error instanceof NotGenuine || isStorageError(error)) return null;
    throw error;
  }
}

async function siblingIn(agencyId: string, name: string, file: AgencyFile, facts: SourceFacts, vault: OpenVault): Promise<Sibling | null> {
  const db = new AgencyDatabase(agencyId, vault);
  try {
    await db.open();
    if ((await db.meta.get('sealed'))?.value !== true) return null;
    await digestKey(db);
    const lineage = (await db.meta.get('lineage'))?.value as { readonly id: string } | undefined;
    const standing = await standingOf(db);
    if (standing?.kind === 'replaced' || (lineage !== undefined && lineage.id !== facts.lineage.id)) return null;
    const log = (await db.log.toArray()).map((row) => openEntry(db.codec, row));
    const ours = standing === null ? log : handedOver(log, standing.head.hash) ?? log;
    return { agencyId, name, handedOverTo: standing?.to ?? null, relation: relationOf(ours, file.audit ?? []) };
  } finally {
    db.close();
  }
}

/** Makes the database of an arrival and writes the entry that says how it came. Where that fails, nothing of it stays. */
export async function settle({ agencyId, file, medical, facts, vault, note }: Arrival): Promise<Result<null, StorageFailure>> {
  const made = await restoreAgency(file, { agencyId, digestKey: hexToBytes(facts.digestKey), vault, medical, lineage: facts.lineage, digestsFrom: facts.digestsFrom ?? 0 });
  if (!made.ok) return made;
  const db = made.value;
  try {
    await db.transaction('rw', db.meta, db.log, () => write(db, [], note));
    return ok(null);
  } catch (error) {
    if (!isStorageError(error)) throw error;
    db.close();
    await removeAgency(agencyId);
    return fail(storageFailure(error));
  } finally {
    db.close();
  }
}

/** Marks a copy as replaced by another: it stays, and is only looked at from now on. */
export async function markReplaced(agencyId: string, by: string, at: string, vault: OpenVault): Promise<Result<null, StorageFailure>> {
  const db = new AgencyDatabase(agencyId, vault);
  try {
    await db.open();
    await setStanding(db, { kind: 'replaced', at, by });
    return ok(null);
  } catch (error) {
    if (isStorageError(error)) return fail(storageFailure(error));
    throw error;
  } finally {
    db.close();
  }
}
