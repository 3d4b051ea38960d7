import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import type { ExclusionCheck, KeptCandidate, ListVersion } from '../../shared/model/exclusion.ts';
import { fileLists, type FileList, type ListRow } from '../../shared/screening/list.ts';
import { rowFromRecord } from '../../shared/screening/lists/row-record.ts';

/** The lists that come as a file; the others are searched on their web sites. */
export const isFileList = (list: string): list is FileList => (fileLists as readonly string[]).includes(list);

/** The list version a check searched; null where it is not on file. */
export const versionOf = (file: AgencyFile, check: ExclusionCheck): ListVersion | null =>
  (file.listVersions ?? []).find((version) => version.id === check.search?.listVersionId)
  ?? (file.listVersions ?? []).find((version) => version.list === check.list && version.sha256 === check.listVersion?.sha256)
  ?? null;

/** The row a check found, rebuilt from what it kept; null where the list is not one that comes as a file. */
export const keptRow = (file: AgencyFile, check: ExclusionCheck, candidate: Pick<KeptCandidate, 'record' | 'row'>): ListRow | null =>
  isFileList(check.list) ? rowFromRecord(check.list, candidate.record, candidate.row, versionOf(file, check)?.columns ?? null) : null;
