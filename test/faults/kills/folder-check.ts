import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { readAgencyFile } from '../../../shared/agency-file/read.ts';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { canonicalJson } from '../../../shared/audit/canonical-json.ts';
import { withoutLog } from './check-record.ts';
import { finding, type Finding } from './finding.ts';

/** Whether an exported file is the acknowledged one, or whole and the one under way. `allowed` is newest last; null: it may be absent. */
export async function checkExport(file: string, allowed: readonly (AgencyFile | null)[]): Promise<readonly Finding[]> {
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return allowed.includes(null) ? [] : [finding('lost', 'the exported file is gone')];
  const read = readAgencyFile(new Uint8Array(bytes), path.basename(file));
  if (!read.ok) return [finding('half-applied', `the exported file is refused: ${read.error.code}`)];
  const seen = canonicalJson(withoutLog(read.value.file));
  return allowed.some((each) => each !== null && canonicalJson(each) === seen) ? [] : [finding('lost', 'the exported file is whole, and not what was exported')];
}

/** Every file below a folder, by its path from there. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((each) => each.isFile()).map((each) => path.relative(folder, path.join(each.parentPath, each.name)));
}

/** Temporary files among the app's own; after a start there must be none. */
export const leftOvers = (files: readonly string[]): readonly Finding[] => files.filter((file) => file.endsWith('.part')).map((file) => finding('left-over', `${file} was not swept`));
