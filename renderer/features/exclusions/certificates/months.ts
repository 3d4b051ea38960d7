import type { AgencyFile } from '../../../../shared/agency-file/schema.ts';
import { monthOf, type CivilDate, type CivilMonth } from '../../../../shared/civil-date.ts';

/** The months in which anybody was searched for by a day, newest first; what a certificate can prove something of. */
export const monthsWithChecks = (file: AgencyFile, asOf: CivilDate): readonly CivilMonth[] =>
  [...new Set((file.exclusionChecks ?? []).filter((check) => check.checkedOn <= asOf).map((check) => monthOf(check.checkedOn)))].sort().reverse();
