import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/**
 * Chromium upgrades the storage in a profile and cannot go back, so a profile remembers the newest Chromium that opened it
 * and an older one keeps its hands off. A person meets this by starting an old copy of the app, or a checkout on the
 * registry's older Electron.
 */
const recordSchema = z.strictObject({ chromiumMajor: z.number().int().positive() });
const recordName = 'runtime.json';

export type ProfileVerdict =
  | { readonly kind: 'open'; readonly write: boolean }
  | { readonly kind: 'refuse'; readonly writtenBy: number; readonly current: number }
  /** Unreadable: nobody can tell which Chromium wrote it. It is put aside, and the profile is taken as new to this one. */
  | { readonly kind: 'damaged' };

/** What to do with a profile whose record reads `text` (null: none yet) under Chromium `current`. */
export function judgeProfile(text: string | null, current: number): ProfileVerdict {
  if (text === null) return { kind: 'open', write: true };
  const writtenBy = parseRecord(text);
  if (writtenBy === null) return { kind: 'damaged' };
  if (writtenBy > current) return { kind: 'refuse', writtenBy, current };
  return { kind: 'open', write: writtenBy < current };
}

/** The verdict on a profile folder; changes nothing. */
export function lookAtProfile(folder: string, current: number): ProfileVerdict {
  const file = path.join(folder, recordName);
  return judgeProfile(existsSync(file) ? readFileSync(file, 'utf8') : null, current);
}

/** Records the current major in a profile folder unless the verdict is to refuse. A damaged record is kept beside it. */
export function claimProfile(folder: string, current: number): ProfileVerdict {
  keepPrivate(folder);
  const file = path.join(folder, recordName);
  const verdict = lookAtProfile(folder, current);
  if (verdict.kind === 'damaged') renameSync(file, `${file}.damaged`);
  if (verdict.kind === 'damaged' || (verdict.kind === 'open' && verdict.write)) {
    const aside = `${file}.part`;
    writeFileSync(aside, `${JSON.stringify({ chromiumMajor: current })}\n`, { mode: 0o600 });
    renameSync(aside, file);
  }
  return verdict;
}

/**
 * The profile is its owner's alone: other accounts of the computer cannot even list it, whatever lies in it. Windows keeps each person's
 * application data apart by itself.
 */
function keepPrivate(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (process.platform === 'win32') return;
  try {
    chmodSync(folder, 0o700);
  } catch {
    // A folder on a disk that knows no owners, or somebody else's that was lent: it is used as it is.
  }
}

/** The words of the dialog. */
export function refusalWords(folder: string, writtenBy: number, current: number): { readonly title: string; readonly body: string } {
  return {
    title: 'Muster was not opened',
    body:
      `The records in ${folder} were last opened by a newer Muster (its web engine is version ${writtenBy}, this one is ${current}). ` +
      'An older version could damage them, so they were not touched.\n\nOpen them with the newer Muster, or install the current version.',
  };
}

function parseRecord(text: string): number | null {
  try {
    const parsed = recordSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.chromiumMajor : null;
  } catch {
    return null;
  }
}
