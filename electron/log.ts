import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * A local log for finding out what went wrong. It never leaves the machine and holds no personal data: an event is a fixed
 * word, its facts are codes, counts and kinds. Error messages are left out since they quote what people typed; the
 * stack says where.
 */
type Level = 'info' | 'warn' | 'error';
type Facts = Readonly<Record<string, string | number | boolean>>;

const maxBytes = 1_000_000;
const keptFiles = 3;
let folder: string | null = null;

/** Where to write from now on. Until then, and where the folder cannot be made, events go to the terminal only. */
export function openLog(target: string): void {
  try {
    mkdirSync(target, { recursive: true, mode: 0o700 });
    folder = target;
  } catch {
    folder = null;
  }
}

/** Writes one line. A log that cannot be written never stops the app. */
export function log(level: Level, event: string, facts: Facts): void {
  const short = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, typeof value === 'string' ? value.slice(0, 300) : value]));
  const line = `${JSON.stringify({ at: new Date().toISOString(), level, event, ...short })}\n`;
  if (folder === null) {
    process.stderr.write(line);
    return;
  }
  try {
    const file = path.join(folder, 'muster.log');
    rotate(file);
    appendFileSync(file, line, { mode: 0o600 });
  } catch {
    process.stderr.write(line);
  }
}

/** The frames of an error's stack, without its message and without the folders of this machine. */
export function framesOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return `${error.name} ${frames.slice(0, 6).map((frame) => frame.trim().replace(/\(?(?:file:\/\/)?[^()\s]*[\\/]([^\\/()\s]+)\)?$/, '$1')).join(' < ')}`;
}

function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < maxBytes) return;
  for (let age = keptFiles - 1; age >= 1; age -= 1) {
    const older = `${file}.${age}`;
    const newer = age === 1 ? file : `${file}.${age - 1}`;
    if (statSync(newer, { throwIfNoEntry: false }) !== undefined) renameSync(newer, older);
  }
}
