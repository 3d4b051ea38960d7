import { createHash } from 'node:crypto';
import path from 'node:path';
import type { BackupContents, SourceFacts, StoredFile } from '../../shared/backup/contents.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { copyFileWhole } from './copy-file.ts';
import { readBackup, type ReadBackup } from './read-backup.ts';
import { sealFile } from './seal-file.ts';
import { openSealedFile } from './sealed-file.ts';
import type { SealedFault, SealedHeader } from './sealed-format.ts';
import { bytesOfFile, isWhole, placeOf, sharedPlace, storedFiles, type Tell } from './stored-files.ts';

/** The record as the page hands it over. */
export type BackupSource = { readonly facts: SourceFacts; readonly records: Uint8Array; readonly medical: Uint8Array };

/** What seals a file: taken from the vault at one moment. */
export type SealKeys = { readonly vaultId: string; readonly backupsKey: Uint8Array; readonly keyring: string };

export type WritePlan = {
  readonly kind: SealedHeader['kind'];
  readonly source: BackupSource;
  readonly seal: SealKeys;
  /** The agency's document store. */
  readonly documents: string;
  /** ISO instant. */
  readonly madeAt: string;
  readonly appVersion: string;
  readonly tell: (stage: 'documents' | 'record' | 'reading-back') => Tell;
};

/**
 * Writes a sealed file, and for a backup the document files beside it that are not there yet, then reads all of it back.
 * @throws what the system answers, and Stopped; a file half-written does not stay
 */
export async function writeBackup(file: string, plan: WritePlan): Promise<Result<ReadBackup, SealedFault>> {
  const { kind, source, seal, documents, madeAt, appVersion, tell } = plan;
  const folder = path.dirname(file);
  const files = await storedFiles(documents, tell('documents'));
  if (kind === 'backup') await shareDocuments(files, documents, folder, tell('documents'));
  const contents: BackupContents = {
    format: 'muster-backup',
    version: 1,
    madeAt,
    facts: source.facts,
    records: { bytes: source.records.length, sha256: createHash('sha256').update(source.records).digest('hex') },
    medicalBytes: source.medical.length,
    files: [...files],
  };
  const telling = tell('record');
  const total = 3 + (kind === 'backup' ? 0 : files.length);
  await sealFile(file, {
    header: { kind, madeAt, appVersion, vaultId: seal.vaultId },
    keyring: seal.keyring,
    backupsKey: seal.backupsKey,
    parts: [
      Buffer.from(JSON.stringify(contents)),
      source.records,
      source.medical,
      ...(kind === 'backup' ? [] : files.map((each) => () => bytesOfFile(placeOf(documents, each)))),
    ],
    done: (parts) => telling(parts, total),
  });
  return await readBack(file, seal.backupsKey, contents, tell('reading-back'));
}

async function readBack(file: string, backupsKey: Uint8Array, written: BackupContents, tell: Tell): Promise<Result<ReadBackup, SealedFault>> {
  const sealed = await openSealedFile(file);
  if (!sealed.ok) return sealed;
  try {
    const structure = await sealed.value.checkStructure();
    if (!structure.ok) return structure;
    const parts = sealed.value.unlock(backupsKey);
    if (!parts.ok) return parts;
    const read = await readBackup(sealed.value, parts.value, path.dirname(file), tell);
    if (!read.ok) return read;
    if (JSON.stringify(read.value.contents) !== JSON.stringify(written)) return fail({ code: 'damaged', where: 'contents' });
    const [bad] = read.value.badFiles;
    return bad === undefined ? ok(read.value) : fail({ code: 'damaged', where: `document ${bad}` });
  } finally {
    await sealed.value.close();
  }
}

/** Copies what the shared folder does not have, or no longer has whole. They are read back with the rest. */
async function shareDocuments(files: readonly StoredFile[], documents: string, folder: string, tell: Tell): Promise<void> {
  for (const [index, each] of files.entries()) {
    tell(index, files.length);
    const to = sharedPlace(folder, each.sha256);
    if (!(await isWhole(to, each))) await copyFileWhole(placeOf(documents, each), to);
  }
}
