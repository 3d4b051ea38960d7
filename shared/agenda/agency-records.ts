import type { AgencyFile } from '../agency-file/schema.ts';
import { standingRecords, type StandingRecords } from '../model/agency-records/standing-records.ts';
import { knownUntil } from '../rules/known.ts';

/** The agency records of a file that stood at a known-at moment (ISO instant or date); null is now. */
export function agencyRecordsOf(file: AgencyFile, knownAt: string | null): StandingRecords {
  return standingRecords(file.agencyRecords ?? [], knownAt === null ? null : (knownUntil(knownAt, file.agency.timeZone) ?? Infinity));
}
