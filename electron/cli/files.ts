import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { describeAgencyFileError } from '../../shared/agency-file/error.ts';
import { archiveLimits } from '../../shared/agency-file/limits.ts';
import { oneLine } from '../../shared/agency-file/path.ts';
import { readAgencyFile, type AgencyFileContent } from '../../shared/agency-file/read.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Io } from './io.ts';

/** A path as typed, made absolute from the folder the command was called in. */
export const resolvePath = (io: Io, typed: string): string => path.resolve(io.cwd, typed);

/** The bytes of a file somebody named, or one line that says why they cannot be had. */
export async function readInput(io: Io, typed: string): Promise<Result<Uint8Array, string>> {
  const file = resolvePath(io, typed);
  try {
    const facts = await stat(file);
    if (facts.isDirectory()) return fail(`${oneLine(typed)}: is a folder, name the file in it`);
    if (facts.size > archiveLimits.totalBytes) return fail(`${oneLine(typed)}: is larger than 2 GiB, which is more than Muster opens`);
    return ok(await readFile(file));
  } catch (error) {
    return fail(`${oneLine(typed)}: ${readFailure(error)}`);
  }
}

/** Reads and checks an agency file; the failure names the file as it was typed. */
export async function loadAgency(io: Io, typed: string): Promise<Result<AgencyFileContent, string>> {
  const bytes = await readInput(io, typed);
  if (!bytes.ok) return bytes;
  const read = readAgencyFile(bytes.value, typed);
  return read.ok ? read : fail(describeAgencyFileError(read.error));
}

/** The system's code of a failed file operation, such as ENOENT. */
export const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error';

function readFailure(error: unknown): string {
  const code = systemCode(error);
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'there is no such file, check the path';
    case 'EACCES':
    case 'EPERM':
      return 'may not be read, check its permissions';
    case 'ENAMETOOLONG':
      return 'the name is too long for a file';
    default:
      return `could not be read (${code}), try another copy`;
  }
}
