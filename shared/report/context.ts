import type { AgencyFile } from '../agency-file/schema.ts';
import type { CivilDate } from '../civil-date.ts';
import type { Acknowledgement } from '../model/agency.ts';
import type { Evidence } from '../model/evidence.ts';
import type { ExclusionCheck } from '../model/exclusion.ts';
import type { Employment, Person } from '../model/person.ts';
import type { Explanation } from '../rules/explanation.ts';
import { knownFacts, knownUntil, type Known } from '../rules/known.ts';
import type { RequirementInfo } from '../rules/requirement.ts';
import type { Evaluation, Standing } from '../rules/standing.ts';
import type { Paper } from './binder-job.ts';

export type BinderOptions = {
  /** People in the order wanted, or everybody in the order of the file. */
  readonly people: readonly string[] | 'all';
  readonly asOf: CivilDate;
  readonly knownAt?: string;
  /** ISO instant in UTC. */
  readonly generatedAt: string;
  readonly synthetic: boolean;
  readonly paper: Paper;
};

/** An agency's record, sorted once, from which any number of chapters are written. */
export type BinderContext = {
  readonly file: AgencyFile;
  readonly options: BinderOptions;
  readonly explain: (standing: Standing) => Explanation;
  readonly requirement: (id: string) => RequirementInfo | undefined;
  readonly standingsOf: (personId: string, employmentId: string) => readonly Standing[];
  readonly person: (id: string) => Person | undefined;
  readonly evidence: (id: string) => Evidence | undefined;
  readonly check: (id: string) => ExclusionCheck | undefined;
  readonly acknowledgements: (personId: string, requirement: string) => readonly Acknowledgement[];
  readonly known: Known;
};

/**
 * Sorts what chapters are written from.
 * @param evaluation of the same file, as-of and known-at; with `all`, so that what does not apply can be named.
 */
export function binderContext(
  file: AgencyFile,
  evaluation: Evaluation,
  requirements: readonly RequirementInfo[],
  explain: (standing: Standing) => Explanation,
  options: BinderOptions,
): BinderContext {
  const infos = new Map(requirements.map((info) => [info.id, info]));
  const people = new Map(file.people.map((person) => [person.id, person]));
  const evidence = new Map(file.evidence.map((item) => [item.id, item]));
  const checks = new Map((file.exclusionChecks ?? []).map((check) => [check.id, check]));
  const standings = new Map<string, Standing[]>();
  for (const standing of evaluation.standings) {
    if (standing.personId === undefined) continue;
    const key = `${standing.personId}\n${standing.employmentId ?? ''}`;
    const list = standings.get(key);
    if (list === undefined) standings.set(key, [standing]);
    else list.push(standing);
  }
  const until = options.knownAt === undefined ? Infinity : (knownUntil(options.knownAt, file.agency.timeZone) ?? Infinity);
  const notes = (file.acknowledgements ?? []).filter((note) => Date.parse(note.recordedAt) <= until);
  return {
    file,
    options,
    explain,
    requirement: (id) => infos.get(id),
    standingsOf: (personId, employmentId) => standings.get(`${personId}\n${employmentId}`) ?? [],
    person: (id) => people.get(id),
    evidence: (id) => evidence.get(id),
    check: (id) => checks.get(id),
    acknowledgements: (personId, requirement) => notes.filter((note) => note.personId === personId && note.requirement === requirement),
    known: knownFacts(file, options.knownAt),
  };
}

/** The day an employment began or is to begin; null where neither is known. */
export const beginningOf = (employment: Employment): CivilDate | null => employment.hiredOn ?? employment.plannedHireOn ?? null;

/** Plain order of code units: the same on every machine, unlike a locale's. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The employments that are judged, the current one first, then the latest ended. */
export function employmentsInOrder(person: Person, asOf: CivilDate): readonly Employment[] {
  const ended = (employment: Employment): CivilDate => (employment.endedOn === undefined || employment.endedOn >= asOf ? ('9999-12-31' as CivilDate) : employment.endedOn);
  const begun = (employment: Employment): string => beginningOf(employment) ?? '';
  return [...person.employments]
    .filter((employment) => employment.withdrawnOn === undefined)
    .sort((a, b) => byText(ended(b), ended(a)) || byText(begun(b), begun(a)) || byText(a.id, b.id));
}
