import { z } from 'zod';
import { fail, ok, type Result } from '../result.ts';
import type { CarriedEntry } from './chain.ts';

const logFileVersion = 1;

const logFileSchema = z.strictObject({
  format: z.literal('muster-log'),
  version: z.literal(logFileVersion),
  agency: z.string(),
  /** ISO instant in UTC. */
  exportedAt: z.string(),
  entries: z.array(z.looseObject({})),
});

/** A log by itself: every entry whole, so that its chain can be verified without the agency's record. */
export type LogFile = { readonly agency: string; readonly exportedAt: string; readonly entries: readonly CarriedEntry[] };

/** The text of a log file: the whole log, entries as they are. Same log and instant, same text. */
export const writeLogFile = ({ agency, exportedAt, entries }: LogFile): string => `${JSON.stringify({ format: 'muster-log', version: logFileVersion, agency, exportedAt, entries }, null, 1)}\n`;

/** Whether a value claims to be a log file, of whatever version. */
export const isLogFile = (value: unknown): boolean => typeof value === 'object' && value !== null && 'format' in value && value.format === 'muster-log';

/** Reads a log file; fails with a clause that says why not. */
export function readLogFile(value: unknown): Result<LogFile, string> {
  const parsed = logFileSchema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const newer = typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'number' && value.version > logFileVersion;
  return fail(newer ? 'was written by a newer Muster, update this one' : `is not a log file: ${parsed.error.issues[0]?.path.join('.') ?? ''} ${parsed.error.issues[0]?.message ?? ''}`.trim());
}
