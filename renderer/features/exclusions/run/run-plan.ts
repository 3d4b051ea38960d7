import { keyText } from '../../../../shared/agenda/exclusions/subject.ts';
import { notSearched, runReasonWords, runSubjects, type RunSubject } from '../../../../shared/agenda/exclusions/subjects.ts';
import { versionInForce } from '../../../../shared/agenda/exclusions/versions.ts';
import type { AgencyFile } from '../../../../shared/agency-file/schema.ts';
import { exclusionLists, type ExclusionCheck, type ExclusionList, type ListVersion } from '../../../../shared/model/exclusion.ts';
import { fullName } from '../../../../shared/model/person.ts';
import type { Evaluation } from '../../../../shared/rules/standing.ts';
import type { SubjectKey } from '../../../../shared/screening/finding.ts';
import { fileLists, type FileList } from '../../../../shared/screening/list.ts';
import { namesSearched } from '../../../../shared/screening/match/identity.ts';
import { isFileList } from '../lists/list-facts.ts';

/** Somebody the month asks for: every recorded name, how many forms of them are searched, on which lists, and why. */
export type Searched = {
  readonly id: string;
  readonly key: SubjectKey;
  readonly name: string;
  readonly names: readonly string[];
  readonly forms: number;
  readonly lists: readonly ExclusionList[];
  readonly why: string;
  readonly subject: RunSubject;
};

/** A list that can be searched now: its version and whom on it. */
export type PlannedSearch = { readonly list: FileList; readonly version: ListVersion; readonly subjects: readonly Searched[] };

/** A list somebody owes that cannot be searched here: no file was imported, or it is only a web site. */
export type MissingList = { readonly list: ExclusionList; readonly how: 'import' | 'website'; readonly count: number };

export type RunPlan = { readonly searches: readonly PlannedSearch[]; readonly missing: readonly MissingList[] };

/** Everybody on file: who is searched on the day judged, and who is not, with the reason. */
export type Searches = { readonly subjects: readonly Searched[]; readonly others: readonly { readonly id: string; readonly name: string; readonly why: string }[] };

const namesOf = ({ subject }: RunSubject): readonly string[] =>
  [...new Set(subject.person === null ? [subject.vendor.name, ...(subject.vendor.otherNames ?? [])] : subject.person.names.map(fullName))];

export function searchesOf(file: AgencyFile, evaluation: Evaluation): Searches {
  const run = runSubjects(file, evaluation);
  return {
    subjects: run.map((subject) => ({
      id: keyText(subject.key), key: subject.key, name: subject.listName, names: namesOf(subject), forms: namesSearched(subject.identity).length,
      lists: subject.lists.map(({ list }) => list), why: runReasonWords[subject.reason], subject,
    })),
    others: notSearched(file, evaluation, run).map(({ subject, why }) => ({ id: keyText(subject.key), name: subject.listName, why: why.words })),
  };
}

/** What can be searched on this machine now, list by list, and what cannot. */
export function runPlan(file: AgencyFile, subjects: readonly Searched[], { asOf, knownAt }: Pick<Evaluation, 'asOf' | 'knownAt'>): RunPlan {
  const searches: PlannedSearch[] = [];
  const missing: MissingList[] = [];
  for (const list of exclusionLists) {
    const own = subjects.filter((each) => each.lists.includes(list));
    if (own.length === 0) continue;
    const version = isFileList(list) ? versionInForce(file, list, asOf, knownAt) : null;
    if (isFileList(list) && version !== null) searches.push({ list, version, subjects: own });
    else missing.push({ list, how: isFileList(list) ? 'import' : 'website', count: own.length });
  }
  return { searches, missing };
}

/** The lists that anybody is to be searched on. */
export const demandedLists = (run: readonly RunSubject[]): ReadonlySet<ExclusionList> => new Set(run.flatMap(({ lists }) => lists.map(({ list }) => list)));

export type RunTally = {
  readonly subjects: number;
  readonly lists: number;
  readonly clear: number;
  readonly possible: number;
  readonly confirmed: number;
  /** Entries decided earlier whose decision still holds. */
  readonly remembered: number;
  /** Weak entries, kept in the log. */
  readonly weak: number;
};

/** What the checks of a search come to, in numbers. */
export function runTally(checks: readonly ExclusionCheck[]): RunTally {
  const candidates = checks.flatMap(({ search }) => search?.candidates ?? []);
  const count = (outcome: ExclusionCheck['outcome']): number => checks.filter((check) => check.outcome === outcome).length;
  return {
    subjects: new Set(checks.map(({ personId, vendorId }) => personId ?? `vendor ${vendorId ?? ''}`)).size,
    lists: fileLists.filter((list) => checks.some((check) => check.list === list)).length,
    clear: count('clear'), possible: count('possible'), confirmed: count('confirmed'),
    remembered: candidates.filter(({ decisionId }) => decisionId !== undefined).length,
    weak: candidates.filter(({ tier, decisionId }) => tier === 'weak' && decisionId === undefined).length,
  };
}
