import type { AgencyFile } from '../agency-file/schema.ts';
import type { CivilDate } from '../civil-date.ts';
import type { RequirementInfo } from './requirement.ts';

/** Every requirement that any pack in force or any custom requirement can demand of somebody on that day, in catalogue order. */
export function requirementsOf(_file: AgencyFile, _asOf: CivilDate): readonly RequirementInfo[] {
  return [];
}
