import type { Surveying } from '../../shared/agenda/survey/surveying.ts';
import type { LogHead } from '../../shared/ipc/vault.ts';
import { headStanding } from '../../shared/audit/verification.ts';
import { describeAgencyFileError } from '../../shared/agency-file/error.ts';
import { describeProblem } from '../../shared/agency-file/problem.ts';
import { checkAgencyFile } from '../../shared/agency-file/read.ts';
import { checkReferences } from '../../shared/agency-file/references.ts';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { AgencyDatabase, databaseName, isUnmade, openDoor, schemaVersion, schemaVersionOf, type OpenVault } from './agency-database.ts';
import { NotGenuine } from './codec.ts';
import { isStorageError, storageFailure, type OpenFailure } from './failures.ts';
import { buildOf, noteJudged, wasJudged } from './judged.ts';
import { readRaw } from './load.ts';
import { surveyingOf } from './surveying.ts';

/** An agency that opened and read well. */
export type OpenAgency = { readonly db: AgencyDatabase; readonly file: AgencyFile; readonly surveying: Surveying | null };

/** The schema version an agency's database has on disk, or null where there is none. Asked without opening it. */
export async function storedVersion(agencyId: string): Promise<number | null> {
  const name = databaseName(agencyId);
  const found = (await indexedDB.databases()).find((each) => each.name === name);
  return schemaVersionOf(found?.version);
}

/**
 * Opens an agency and reads all of it. Refuses a database of a newer program: Dexie would open it without a word and lose
 * what it does not know. Refuses one that cannot be read whole; it is left as it is for the recovery screen, and never
 * answered with an empty agency.
 * @param headSeen the last entry of the log that this computer saw written: a database put back from an older copy of the disk is refused.
 */
export async function openAgency(agencyId: string, vault: OpenVault = openDoor, headSeen: LogHead | null = null): Promise<Result<OpenAgency, OpenFailure>> {
  let db: AgencyDatabase | null = null;
  try {
    const version = await storedVersion(agencyId);
    if (version === null) return fail({ code: 'not-here' });
    if (version > schemaVersion) return fail({ code: 'newer', found: version, known: schemaVersion });
    db = new AgencyDatabase(agencyId, vault);
    await db.open();
    if (await isUnmade(db)) {
      db.close();
      return fail({ code: 'not-here' });
    }
    if (((await db.meta.get('sealed'))?.value === true) !== vault.codec.sealed) {
      db.close();
      return fail({ code: 'locked' });
    }
    const loaded = await loadAgencyFile(db);
    if (!loaded.ok) {
      db.close();
      return loaded;
    }
    const lost = headSeen === null ? null : lostEntries(loaded.value, headSeen);
    if (lost !== null) {
      db.close();
      return fail(lost);
    }
    return ok({ db, file: loaded.value, surveying: await surveyingOf(db) });
  } catch (error) {
    db?.close();
    if (isStorageError(error)) return fail(storageFailure(error));
    throw error;
  }
}

function lostEntries({ audit = [] }: AgencyFile, seen: LogHead): OpenFailure | null {
  const standing = headStanding(audit, seen);
  if (standing === 'reached') return null;
  const last = audit.at(-1)?.['seq'];
  return { code: 'lost-entries', seen: seen.seq, found: standing === 'another' ? null : typeof last === 'number' ? last : audit.length };
}

/**
 * The whole record of an open agency, judged as strictly as an agency file is. The shapes of a sealed record are judged once by every build of the
 * program; that nothing is missing, by what refers to it, is judged every time.
 */
export async function loadAgencyFile(db: AgencyDatabase, build: string | null = buildOf(import.meta.url)): Promise<Result<AgencyFile, OpenFailure>> {
  const raw = await readWhole(db);
  if (raw instanceof NotGenuine) return fail({ code: 'damaged', where: raw.where, detail: raw.message });
  if (raw === null) return fail({ code: 'damaged', where: 'agency', detail: 'The record of the agency itself is missing' });
  if ((await wasJudged(db, build)) && checkReferences(raw as AgencyFile).length === 0) return ok(raw as AgencyFile);
  const checked = checkAgencyFile(raw, 'this agency');
  if (checked.ok) {
    await noteJudged(db, build);
    return checked;
  }
  const first = checked.error.code === 'content' ? checked.error.problems[0] : undefined;
  if (first === undefined) return fail({ code: 'damaged', where: '', detail: describeAgencyFileError(checked.error) });
  return fail({ code: 'damaged', where: first.path, detail: describeProblem(first) });
}

async function readWhole(db: AgencyDatabase): Promise<Awaited<ReturnType<typeof readRaw>> | NotGenuine> {
  try {
    return await readRaw(db);
  } catch (error) {
    if (error instanceof NotGenuine) return error;
    throw error;
  }
}
