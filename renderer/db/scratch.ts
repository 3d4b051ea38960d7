import { Dexie } from 'dexie';
import { hexToBytes } from '@noble/hashes/utils.js';
import { readAgencyFile } from '../../shared/agency-file/read.ts';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { differingLists, sealedMedicalSchema, type SealedMedical, type SourceFacts } from '../../shared/backup/contents.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type AgencyDatabase, databaseName, isScratch, scratchPrefix } from './agency-database.ts';
import { readSource } from './backup-source.ts';
import { NotGenuine, type Codec } from './codec.ts';
import { isStorageError, storageFailure, type StorageFailure } from './failures.ts';
import { restoreAgency } from './restore.ts';

/** A record as it comes out of a sealed file. */
export type BackedUp = { readonly records: Uint8Array; readonly medical: Uint8Array };

/** Reads what a sealed file carried; null where it is not what Muster writes into one. */
export function readBackedUp({ records, medical }: BackedUp): { readonly file: AgencyFile; readonly medical: SealedMedical } | null {
  const file = readAgencyFile(records, 'backup');
  try {
    const parts = sealedMedicalSchema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(medical)));
    return file.ok && parts.success ? { file: file.value.file, medical: parts.data } : null;
  } catch {
    return null;
  }
}

/**
 * Proves a backup: what was read back from its file is restored into a scratch database, read from there, and compared with what was
 * written, list by list. Answers the lists that differ; empty: the backup is good. The scratch database goes, also where this fails.
 */
export async function proveBackup(backedUp: BackedUp, written: SourceFacts, codec: Codec, newId: () => string): Promise<Result<readonly string[], StorageFailure>> {
  const read = readBackedUp(backedUp);
  if (read === null) return ok(['record']);
  const agencyId = `${scratchPrefix}${newId()}`;
  let scratch: AgencyDatabase | null = null;
  try {
    const restored = await restoreAgency(read.file, { agencyId, digestKey: hexToBytes(written.digestKey), vault: { codec, actor: null }, medical: read.medical, lineage: written.lineage, digestsFrom: written.digestsFrom ?? 0 });
    if (!restored.ok) return restored;
    scratch = restored.value;
    const { facts } = await readSource(scratch, newId);
    return ok([
      ...differingLists(written.lists, facts.lists),
      ...(facts.medical.sha256 === written.medical.sha256 && facts.medical.count === written.medical.count ? [] : ['medical notes']),
      ...(facts.logHead?.hash === written.logHead?.hash && facts.digestKey === written.digestKey ? [] : ['log']),
    ]);
  } catch (error) {
    if (error instanceof NotGenuine) return ok([error.where]);
    if (isStorageError(error)) return fail(storageFailure(error));
    throw error;
  } finally {
    scratch?.close();
    await Dexie.delete(databaseName(agencyId)).catch(() => undefined);
  }
}

/** Removes scratch databases that a crash left. Only while no backup is being proven. */
export async function sweepScratch(): Promise<void> {
  for (const { name } of await indexedDB.databases()) if (name !== undefined && isScratch(name)) await Dexie.delete(name);
}
