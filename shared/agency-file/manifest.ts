import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { fail, ok, type Result } from '../result.ts';
import { parseJson } from './json-scan.ts';
import type { Readonlyed } from '../model/schema.ts';
import { agencyFileVersion, type AgencyFile } from './schema.ts';
import { schemaProblems } from './schema-problems.ts';
import { describeProblem } from './problem.ts';

/** The version of manifest.json this program writes and reads. */
const manifestVersion = 1;

const manifestSchema = z.strictObject({
  format: z.literal('muster-manifest'),
  version: z.literal(manifestVersion),
  /** The version of agency.json beside it. */
  agencyFileVersion: z.int().positive(),
  appVersion: z.string(),
  /** The hash of the newest entry of the log, null where the file carries none. */
  auditHead: z.string().nullable(),
  entries: z.array(z.strictObject({
    path: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, { error: 'expected 64 lower-case hexadecimal digits' }),
    bytes: z.int().nonnegative(),
  })),
});

/** What manifest.json states: size and SHA-256 of every other entry, who wrote it, and where the log stood. */
export type Manifest = Readonlyed<z.infer<typeof manifestSchema>>;

/** SHA-256 of some bytes as 64 lower-case hexadecimal digits. */
export const digestOf = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

/** The hash of the newest log entry of a file, or null: an entry carries it under `hash`. */
function auditHeadOf(file: AgencyFile): string | null {
  const hash = file.audit?.at(-1)?.['hash'];
  return typeof hash === 'string' ? hash : null;
}

/** The manifest of a set of entries, in the order of their paths. */
export function manifestOf(file: AgencyFile, entries: ReadonlyMap<string, Uint8Array>, appVersion: string): Manifest {
  return {
    format: 'muster-manifest',
    version: manifestVersion,
    agencyFileVersion,
    appVersion,
    auditHead: auditHeadOf(file),
    entries: [...entries]
      .map(([path, bytes]) => ({ path, sha256: digestOf(bytes), bytes: bytes.length }))
      .sort((one, other) => (one.path < other.path ? -1 : 1)),
  };
}

/** Reads manifest.json; fails with a clause that says what is wrong with it. */
export function readManifest(text: string): Result<Manifest, string> {
  const json = parseJson(text);
  if (!json.ok) return fail('is not JSON, take another copy');
  const parsed = manifestSchema.safeParse(json.value);
  if (parsed.success) return ok(parsed.data);
  const problem = schemaProblems(manifestSchema, json.value, parsed.error.issues)[0];
  return fail(problem === undefined ? 'is not a manifest' : describeProblem(problem));
}
