import type { AgencyFile } from '../agency-file/schema.ts';

/**
 * SHA-256 of every file the agency says it made: what the records of its binders name, and what its log names among what was printed.
 * Sixty-four hexadecimal digits each.
 */
export function madeDigests(file: Pick<AgencyFile, 'agencyRecords' | 'audit'>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const record of file.agencyRecords ?? []) if (record.kind === 'binder') for (const { sha256 } of record.files) found.add(sha256);
  for (const entry of file.audit ?? []) {
    const what: unknown = entry['what'];
    if (typeof what === 'string' && what.startsWith('Made ')) for (const [, digest = ''] of what.matchAll(/SHA-256 ([0-9a-f]{64})/g)) found.add(digest);
  }
  return found;
}
