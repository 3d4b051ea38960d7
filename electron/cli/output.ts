import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { oneLine } from '../../shared/agency-file/path.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { systemCode } from './files.ts';

/** A file to be written: its absolute path and all of its bytes. */
export type OutputFile = { readonly file: string; readonly bytes: Uint8Array | string };

/**
 * Writes files together: each beside its place first, then all of them renamed into place. On failure nothing new is left
 * behind, folders included, and what was there before is as it was, but for files already replaced by their new content.
 */
export async function writeTogether(files: readonly OutputFile[]): Promise<Result<null, string>> {
  const undo: (() => Promise<unknown>)[] = [];
  try {
    const staged: { readonly aside: string; readonly file: string; readonly isNew: boolean }[] = [];
    for (const { file, bytes } of files) {
      const made = await mkdir(path.dirname(file), { recursive: true });
      if (made !== undefined) undo.push(() => rm(made, { recursive: true, force: true }));
      const aside = path.join(path.dirname(file), `.${path.basename(file).slice(0, 100)}.${process.pid}.part`);
      undo.push(() => rm(aside, { force: true }));
      await writeFile(aside, bytes, { flush: true });
      const before = await stat(file).catch(() => null);
      if (before?.isDirectory() === true) return await undone(undo, `${oneLine(file)}: is a folder, name a file`);
      staged.push({ aside, file, isNew: before === null });
    }
    for (const { aside, file, isNew } of staged) {
      await rename(aside, file);
      if (isNew) undo.push(() => rm(file, { force: true }));
    }
    return ok(null);
  } catch (error) {
    return await undone(undo, writeFailure(error, files[0]?.file ?? ''));
  }
}

async function undone(undo: readonly (() => Promise<unknown>)[], message: string): Promise<Result<null, string>> {
  for (const step of [...undo].reverse()) await step();
  return fail(message);
}

/** One line for a failed write: where, why, the mend. */
export function writeFailure(error: unknown, file: string): string {
  const place = placeOf(error) ?? path.dirname(file);
  const code = systemCode(error);
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `${oneLine(place)}: may not be written to, choose another folder`;
    case 'ENOSPC':
      return `${oneLine(place)}: the disk is full, free some space or choose another folder`;
    case 'EEXIST':
    case 'ENOTDIR':
      return `${oneLine(place)}: is a file where a folder is needed, choose another folder`;
    default:
      return `${oneLine(place)}: could not be written (${code}), choose another folder`;
  }
}

/** The folder an operation failed in: the one to be made, or the one the file was to lie in. */
function placeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('path' in error) || typeof error.path !== 'string') return null;
  return 'syscall' in error && error.syscall === 'mkdir' ? error.path : path.dirname(error.path);
}
