import type { AgencyFile } from '../../agency-file/schema.ts';
import type { CivilDate } from '../../civil-date.ts';
import type { ExclusionCheck, SearchIdentity } from '../../model/exclusion.ts';
import { fullName } from '../../model/person.ts';
import { fileLists, type FileList } from '../../screening/list.ts';
import { rowFromRecord } from '../../screening/lists/row-record.ts';
import { namesSearched } from '../../screening/match/identity.ts';
import { scoreRow } from '../../screening/match/score-row.ts';
import { countOf, dateWords } from '../../wording.ts';
import { identityDifference } from './difference.ts';
import type { QueueItem } from './match-queue.ts';
import { isAbout, recordedOn } from './subject.ts';

/** One name that was searched: how many forms of it, and how many of the rows found are hit by it alone. */
export type SearchedName = { readonly name: string; readonly kind: string; readonly variants: number; readonly hits: number };

/** Why a match turns up now, in sentences, and what the screen shows beside it. */
export type WhyNow = {
  readonly words: readonly string[];
  /** The first check that found this very row. */
  readonly firstSeenOn: CivilDate;
  /** The search of the same list before that one; null where there was none. */
  readonly before: ExclusionCheck | null;
  readonly namesAdded: readonly string[];
  readonly names: readonly SearchedName[];
};

const versionWords = (check: ExclusionCheck): string => (check.listVersion === undefined ? '' : ` in ${check.listVersion.name}`);

/**
 * Why a match is asked about now: an earlier decision that no longer holds, a name added since the search before, a row that the search before did not
 * find, or the first search of all.
 * @param asOf checks up to that day, inclusive.
 */
export function whyNow(file: AgencyFile, item: QueueItem, asOf: CivilDate, knownAt?: string): WhyNow {
  const { firstSeenIn, key, list } = item;
  const searches = recordedOn(file, asOf, knownAt).checks.filter((check) => check.list === list && isAbout(check, key) && check.search !== undefined);
  const before = searches
    .filter((check) => check.checkedOn < firstSeenIn.checkedOn || (check.checkedOn === firstSeenIn.checkedOn && Date.parse(check.recordedAt) < Date.parse(firstSeenIn.recordedAt)))
    .reduce<ExclusionCheck | null>((latest, check) => (latest === null || latest.checkedOn <= check.checkedOn ? check : latest), null);
  const then = before?.search?.identity;
  const now = firstSeenIn.search?.identity;
  const difference = then === undefined || now === undefined ? { words: [], fields: [] } : identityDifference(then, now);
  const namesAdded = difference.fields.filter((field) => field.field === 'name' && field.before === '').map((field) => field.after);
  return {
    words: item.reopened !== null
      ? [`Decided on ${dateWords(item.reopened.decision.decidedOn)}; asked again because something changed.`, ...item.reopened.words]
      : wordsOf(item, before, difference.words),
    firstSeenOn: firstSeenIn.checkedOn, before, namesAdded,
    names: searchedNames(item),
  };
}

function wordsOf({ firstSeenIn, candidate }: QueueItem, before: ExclusionCheck | null, changed: readonly string[]): readonly string[] {
  if (candidate === null) return [`Recorded from the search of the web site on ${dateWords(firstSeenIn.checkedOn)}.`];
  if (before === null) return [`Found by the first search of this list on record, on ${dateWords(firstSeenIn.checkedOn)}${versionWords(firstSeenIn)}.`];
  const numbers = [before.search?.identity, firstSeenIn.search?.identity].map((identity) => (identity?.names.length ?? 0) + (identity?.businessNames.length ?? 0));
  if (changed.length > 0) return [...changed, `The search of ${dateWords(before.checkedOn)} was for ${countOf(numbers[0] ?? 0, 'name')}, that of ${dateWords(firstSeenIn.checkedOn)} for ${numbers[1] ?? 0}.`];
  return [`The same names were searched on ${dateWords(before.checkedOn)}${versionWords(before)} without this row: it is new on the list, or was changed since.`];
}

const isFileList = (list: QueueItem['list']): list is FileList => (fileLists as readonly string[]).includes(list);

/** The names of the search, one by one, each searched for alone among the rows that were found. */
function searchedNames({ check, key, list }: QueueItem): readonly SearchedName[] {
  const { search } = check;
  if (search === undefined || !isFileList(list)) return [];
  const rows = search.candidates.map((candidate) => rowFromRecord(list, candidate.record, candidate.row));
  const alone = (identity: SearchIdentity, name: string, kind: string): SearchedName => ({
    name, kind, variants: namesSearched(identity).length,
    hits: rows.filter((row) => scoreRow({ key, identity }, row, list, check.checkedOn) !== null).length,
  });
  // Without the NPI, which would hit whatever the name.
  const { npi: _npi, ...identity } = search.identity;
  return [
    ...identity.names.map((name) => alone({ ...identity, names: [name], businessNames: [] }, fullName(name), name.kind)),
    ...identity.businessNames.map((name) => alone({ ...identity, names: [], businessNames: [name] }, name, 'business')),
  ];
}
