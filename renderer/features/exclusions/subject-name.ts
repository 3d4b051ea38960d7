import { subjectFinder } from '../../../shared/agenda/exclusions/subject.ts';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import type { SubjectKey } from '../../../shared/screening/finding.ts';

/** The name of somebody who is searched for; one who is no longer on file goes by the id. */
export const subjectName = (file: AgencyFile, key: SubjectKey): string =>
  subjectFinder(file)(key)?.name ?? ('personId' in key ? key.personId : key.vendorId);
