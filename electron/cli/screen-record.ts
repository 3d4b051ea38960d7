import { createHash, randomUUID } from 'node:crypto';
import path from 'node:path';
import { version as appVersion } from '../../package.json';
import { oneLine } from '../../shared/agency-file/path.ts';
import type { AgencyFileContent } from '../../shared/agency-file/read.ts';
import { serialiseAgency, writeAgencyFile } from '../../shared/agency-file/write.ts';
import { checksFrom } from '../../shared/agenda/exclusions/run-checks.ts';
import { versionsOf } from '../../shared/agenda/exclusions/versions.ts';
import { applyChanges } from '../../shared/model/apply-changes.ts';
import { changeErrorWords } from '../../shared/model/change-error.ts';
import type { Change } from '../../shared/model/changes.ts';
import type { DocumentRecord } from '../../shared/model/document.ts';
import type { ExclusionCheck, ListVersion } from '../../shared/model/exclusion.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { ListWarning } from '../../shared/screening/list.ts';
import { packCopy } from '../../shared/screening/lists/kept-copy.ts';
import { listVersionOf } from '../../shared/screening/lists/list-version.ts';
import { countOf } from '../../shared/wording.ts';
import { resolvePath } from './files.ts';
import type { Io } from './io.ts';
import { writeTogether } from './output.ts';
import type { Screened } from './screen-json.ts';
import type { GivenList } from './screen-list.ts';

export type Recording = {
  readonly agency: AgencyFileContent;
  readonly given: GivenList;
  readonly screened: Screened;
  readonly warnings: readonly ListWarning[];
  /** Why the list was taken despite a warning that asks. */
  readonly reason: string | undefined;
  /** As typed. */
  readonly out: string;
};

/** Only a whole list proves a search; one line for any other, or null. */
export function unprovable({ list }: GivenList): string | null {
  switch (list.scope) {
    case 'full':
      return null;
    case 'supplement':
      return `${oneLine(list.fileName)}: lists only one month's additions, so a search of it proves nothing and is not recorded; give the full file, or leave --out out`;
    case 'reinstatements':
      return `${oneLine(list.fileName)}: lists only those one month took off the list, so a search of it proves nothing and is not recorded; give the full file, or leave --out out`;
  }
}

/**
 * Writes the agency with one check for everybody searched, and the version of the list it was done with. All of it or nothing. Answers the line that says
 * what was written.
 */
export async function recordScreening(recording: Recording, io: Io): Promise<Result<string, string>> {
  const { agency, screened, out } = recording;
  const now = new Date(io.now()).toISOString();
  const bare = path.extname(out).toLowerCase() === '.json';
  const kept = keptVersion(recording, now, bare);
  const checks = checksFrom(screened.findings, {
    list: screened.list.list, version: kept.version, on: screened.on, file: agency.file, newId: randomUUID, now,
  });
  const changes: readonly Change[] = [...kept.changes, ...checks.map((check): Change => ({ kind: 'add-check', check }))];
  const applied = applyChanges(agency.file, changes);
  if (!applied.ok) return fail(`${changeErrorWords(applied.error)} Nothing was written.`);
  const documents = kept.copy === null ? agency.documents : new Map([...agency.documents, [digestOf(kept.copy), kept.copy]]);
  const bytes = bare ? serialiseAgency(applied.value) : writeAgencyFile(applied.value, documents, { appVersion });
  const written = await writeTogether([{ file: resolvePath(io, out), bytes }]);
  if (!written.ok) return written;
  return ok(`Wrote ${oneLine(out)}: ${countOf(checks.length, 'check')} of ${screened.on} (${tally(checks)}).`);
}

type Kept = { readonly version: ListVersion; readonly changes: readonly Change[]; readonly copy: Uint8Array | null };

/** The version on file where it is this very file and its copy is there too; else a new one, in an archive with its copy. */
function keptVersion({ agency, given, warnings, reason }: Recording, now: string, bare: boolean): Kept {
  const { list, bytes } = given;
  const has = (version: ListVersion): boolean => (version.documents ?? []).some(({ id }) => agency.file.documents?.some((document) => document.id === id && agency.documents.has(document.sha256)));
  const same = versionsOf(agency.file, list.list).find((version) => version.sha256 === list.sha256 && version.scope === 'full' && (bare || has(version)));
  if (same !== undefined) return { version: same, changes: [], copy: null };
  const asks = warnings.some((warning) => warning.asks);
  const more = {
    id: randomUUID(), source: 'file' as const, recordedAt: now, shown: warnings,
    ...(reason !== undefined ? { reason } : asks ? { reason: 'Taken by muster screen --out, which printed the warnings; no reason was given.' } : {}),
  };
  if (bare) {
    const version = listVersionOf(list, more);
    return { version, changes: [{ kind: 'add-list-version', version }], copy: null };
  }
  const copy = packCopy(bytes);
  const sha256 = digestOf(copy);
  const known = agency.file.documents?.find((document) => document.sha256 === sha256);
  const document: DocumentRecord = known ?? {
    id: randomUUID(), sha256, name: `${list.fileName}.gz`, mediaType: 'application/gzip', bytes: copy.length, vault: 'personnel', recordedAt: now,
  };
  const version = listVersionOf(list, { ...more, documents: [{ id: document.id }] });
  return { version, changes: [...(known === undefined ? [{ kind: 'add-document', document } as const] : []), { kind: 'add-list-version', version }], copy };
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function tally(checks: readonly ExclusionCheck[]): string {
  const of = (outcome: ExclusionCheck['outcome']): number => checks.filter((check) => check.outcome === outcome).length;
  return (['clear', 'possible', 'confirmed', 'unable'] as const).filter((outcome) => of(outcome) > 0).map((outcome) => `${of(outcome)} ${outcome}`).join(', ') || 'nobody to search';
}
