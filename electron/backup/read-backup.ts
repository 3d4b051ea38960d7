import { createHash } from 'node:crypto';
import { contentsSchema, type BackupContents } from '../../shared/backup/contents.ts';
import { backupLimits } from '../../shared/ipc/backup.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { refusing, type SealedFile, type SealedParts } from './sealed-file.ts';
import { SealedRefusal, type SealedFault } from './sealed-format.ts';
import { isWhole, sharedPlace, type Tell } from './stored-files.ts';

/** A sealed file read from front to back, every byte proven. `badFiles`: paths of document files that are missing or not what was written. */
export type ReadBackup = {
  readonly contents: BackupContents;
  /** agency.json without medical parts. */
  readonly records: Uint8Array;
  /** The medical parts, sealed. */
  readonly medical: Uint8Array;
  readonly badFiles: readonly string[];
};

/** The first part of a file that holds its documents itself. */
export const firstDocument = 3;
/** Whether a file holds its documents itself; those of a backup lie beside it, shared by all of its folder. */
export const holdsDocuments = ({ header }: SealedFile): boolean => header.kind !== 'backup';

/** What is in an unlocked file. */
export async function readContents(sealed: SealedFile, parts: SealedParts): Promise<Result<BackupContents, SealedFault>> {
  const read = await parts.read(0, backupLimits.contents);
  if (!read.ok) return read;
  const contents = contentsOf(read.value);
  if (contents === 'newer') return fail({ code: 'newer', version: 2 });
  if (contents === null || parts.count !== firstDocument + (holdsDocuments(sealed) ? contents.files.length : 0)) return fail({ code: 'damaged', where: 'contents' });
  return ok(contents);
}

function contentsOf(bytes: Uint8Array): BackupContents | 'newer' | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    const parsed = contentsSchema.safeParse(value);
    if (parsed.success) return parsed.data;
    return typeof value === 'object' && value !== null && 'version' in value && Number(value.version) > 1 ? 'newer' : null;
  } catch {
    return null;
  }
}

/**
 * Reads and proves everything: contents, record, medical parts, and every document file.
 * @param folder where the file lies; a backup's documents lie beneath it
 */
export async function readBackup(sealed: SealedFile, parts: SealedParts, folder: string, tell: Tell): Promise<Result<ReadBackup, SealedFault>> {
  const contents = await readContents(sealed, parts);
  if (!contents.ok) return contents;
  const { files, records: stated, medicalBytes } = contents.value;
  const records = await parts.read(1, backupLimits.records);
  if (!records.ok) return records;
  if (records.value.length !== stated.bytes || sha256(records.value) !== stated.sha256) return fail({ code: 'damaged', where: 'records' });
  const medical = await parts.read(2, backupLimits.medical);
  if (!medical.ok) return medical;
  if (medical.value.length !== medicalBytes) return fail({ code: 'damaged', where: 'medical notes' });
  return await refusing(async () => {
    const badFiles: string[] = [];
    for (const [index, file] of files.entries()) {
      tell(index, files.length);
      const whole = holdsDocuments(sealed) ? await partIsWhole(parts, firstDocument + index, file) : await isWhole(sharedPlace(folder, file.sha256), file);
      if (!whole) badFiles.push(file.path);
    }
    return { contents: contents.value, records: records.value, medical: medical.value, badFiles };
  });
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function partIsWhole(parts: SealedParts, part: number, { bytes, sha256: stated }: { readonly bytes: number; readonly sha256: string }): Promise<boolean> {
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of parts.chunks(part)) {
      hash.update(chunk);
      size += chunk.length;
    }
  } catch (error) {
    if (error instanceof SealedRefusal) return false;
    throw error;
  }
  return size === bytes && hash.digest('hex') === stated;
}
