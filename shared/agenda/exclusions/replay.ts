import type { AgencyFile } from '../../agency-file/schema.ts';
import type { CivilDate } from '../../civil-date.ts';
import type { ExclusionCheck, ExclusionList, Search } from '../../model/exclusion.ts';
import { engineVersion, type Finding, type SubjectKey } from '../../screening/finding.ts';
import type { ReadList } from '../../screening/list.ts';
import { buildIndex, type ListIndex } from '../../screening/match/list-index.ts';
import { search } from '../../screening/match/search.ts';
import { keyOf } from './subject.ts';

/**
 * What searching again came to. `different`: the same engine and list, and another answer. `other-engine`: searched by another version of the
 * matching, so that a difference would say nothing. `list-missing`: the version searched is not at hand. `list-changed`: what is at hand under its SHA-256 is
 * not the list that was recorded.
 */
export const replayResults = ['same', 'different', 'other-engine', 'list-missing', 'list-changed'] as const;
export type ReplayResult = (typeof replayResults)[number];

export type ReplayedCheck = {
  readonly checkId: string;
  readonly key: SubjectKey;
  readonly list: ExclusionList;
  readonly checkedOn: CivilDate;
  readonly result: ReplayResult;
  /** Which fields differ, as the agency file names them: `tier`, `candidates[0].score`, `namesSearched`. */
  readonly fields: readonly string[];
};

export type ReplayReport = { readonly checks: readonly ReplayedCheck[]; readonly counts: Readonly<Record<ReplayResult, number>> };

/**
 * Searches every recorded check of a whole list again: the identity kept with it, the version it names, the day it is dated. The same engine and list must
 * give the same finding. Checks without a search (web sites, other programs) are left out. Deterministic.
 * @param lists versions at hand, by the SHA-256 of the file as it came.
 */
export function replay(file: AgencyFile, lists: ReadonlyMap<string, ReadList>): ReplayReport {
  const indexes = new Map<string, ListIndex>();
  const indexOf = (list: ReadList): ListIndex => {
    const known = indexes.get(list.sha256);
    if (known !== undefined) return known;
    const made = buildIndex(list);
    indexes.set(list.sha256, made);
    return made;
  };
  const checks = (file.exclusionChecks ?? []).flatMap((check): readonly ReplayedCheck[] => {
    const key = keyOf(check);
    if (check.search === undefined || key === null) return [];
    const place = { checkId: check.id, key, list: check.list, checkedOn: check.checkedOn };
    const sha256 = check.listVersion?.sha256;
    const list = sha256 === undefined ? undefined : lists.get(sha256);
    if (check.search.engine !== engineVersion) return [{ ...place, result: 'other-engine', fields: [] }];
    if (list === undefined) return [{ ...place, result: 'list-missing', fields: [] }];
    if (list.sha256 !== sha256 || list.list !== check.list || list.rows.length !== check.listVersion?.rows) return [{ ...place, result: 'list-changed', fields: [] }];
    const finding = search(indexOf(list), { key, identity: check.search.identity }, check.checkedOn);
    const fields = differences(check, check.search, finding);
    return [{ ...place, result: fields.length === 0 ? 'same' : 'different', fields }];
  });
  const counts: Record<ReplayResult, number> = { same: 0, different: 0, 'other-engine': 0, 'list-missing': 0, 'list-changed': 0 };
  for (const each of checks) counts[each.result] += 1;
  return { checks, counts };
}

function differences(check: ExclusionCheck, kept: Search, found: Finding): readonly string[] {
  const fields: string[] = [];
  const compare = (field: string, one: unknown, other: unknown): void => {
    if (one !== other) fields.push(field);
  };
  compare('tier', kept.tier, found.tier);
  if (check.namesSearched !== undefined) compare('namesSearched', check.namesSearched.join('\n'), found.namesSearched.join('\n'));
  compare('candidates', kept.candidates.length, found.candidates.length);
  for (const [at, candidate] of kept.candidates.entries()) {
    const again = found.candidates[at];
    if (again === undefined) continue;
    for (const field of ['row', 'digest', 'tier', 'score'] as const) compare(`candidates[${at}].${field}`, candidate[field], again[field]);
    compare(`candidates[${at}].record`, recordText(candidate.record), recordText(again.record));
  }
  compare('nearest', kept.nearest === undefined ? '' : `${kept.nearest.row} ${kept.nearest.score} ${kept.nearest.why}`, found.nearest === null ? '' : `${found.nearest.row} ${found.nearest.score} ${found.nearest.why}`);
  return fields;
}

/** A record as text, whatever the order its heads were kept in. */
const recordText = (record: Readonly<Record<string, string>>): string => Object.keys(record).sort().map((head) => `${head}=${record[head] ?? ''}`).join('\n');
