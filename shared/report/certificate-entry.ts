import type { ExclusionCheck, KeptCandidate, ListVersion, SearchIdentity } from '../model/exclusion.ts';
import { fileLists, type FileList, type ListRow } from '../screening/list.ts';
import { rowFromRecord } from '../screening/lists/row-record.ts';
import { dateWords } from '../wording.ts';

const isFileList = (list: string): list is FileList => (fileLists as readonly string[]).includes(list);

/** The entry a candidate was kept with, brought to the fields every list has; null where the list is not one that comes as a file. */
export function entryOf(check: ExclusionCheck, candidate: KeptCandidate, versions: ReadonlyMap<string, ListVersion>): ListRow | null {
  if (!isFileList(check.list)) return null;
  const columns = check.search?.listVersionId === undefined ? undefined : versions.get(check.search.listVersionId)?.columns;
  return rowFromRecord(check.list, candidate.record, candidate.row, columns ?? null);
}

/** `HEBERT, DANIELLE M · born 1987 · excluded 20 Aug 2019 · row 12 345`. Of a birth date only the year. */
export function entryWords(entry: ListRow): string {
  const given = [entry.given, entry.middle, entry.suffix].filter((part) => part !== '').join(' ');
  const name = [entry.family, given].filter((part) => part !== '').join(', ');
  return [
    [name, entry.business].filter((part) => part !== '').join(' · ') || 'an entry without a name',
    ...(entry.birthDate === null ? [] : [`born ${entry.birthDate.slice(0, 4)}`]),
    ...(entry.actionOn === null ? [] : [`from ${dateWords(entry.actionOn)}`]),
    ...(entry.endsOn === null ? [] : [`ended ${dateWords(entry.endsOn)}`]),
    `row ${entry.row}`,
  ].join(' · ');
}

/** What agrees or differs besides the name: birth dates (years only) and NPI. */
export function comparisonWords(identity: SearchIdentity, entry: ListRow): string {
  const ours = identity.birthDate;
  const theirs = entry.birthDate;
  const born = ours === undefined ? 'no birth date on record'
    : theirs === null ? (entry.business !== '' && entry.family === '' ? null : 'the entry has no birth date')
    : ours === theirs ? 'birth dates agree'
    : ours.slice(0, 4) === theirs.slice(0, 4) ? `both born ${ours.slice(0, 4)}, on other days` : `born ${theirs.slice(0, 4)} in the entry, ${ours.slice(0, 4)} on record`;
  const npi = entry.npi === null ? null : identity.npi === undefined ? 'no NPI on record' : identity.npi === entry.npi ? 'NPI agrees' : 'NPI differs';
  const text = [born, npi].filter((part) => part !== null).join('; ');
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
