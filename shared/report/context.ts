import type { AgencyFile } from '../agency-file/schema.ts';
import type { CivilDate, CivilMonth } from '../civil-date.ts';
import type { Acknowledgement } from '../model/agency.ts';
import type { DocumentRecord, PageMark } from '../model/document.ts';
import type { RecipientProfile } from '../model/recipient-profile.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Decision, ExclusionCheck } from '../model/exclusion.ts';
import type { Employment, Person } from '../model/person.ts';
import type { Explanation } from '../rules/explanation.ts';
import { knownFacts, knownUntil, type Known } from '../rules/known.ts';
import type { RequirementInfo } from '../rules/requirement.ts';
import type { Evaluation, Standing } from '../rules/standing.ts';
import type { Paper } from './binder-job.ts';
import { byText } from './by-text.ts';
import { certifier } from './certificate.ts';
import type { Certificate } from './certificate-model.ts';
import { changesSince, lastBinderFor, type Changes } from './changes-since.ts';
import { sealedNumbers, type SealedNumbers } from './exhibit-numbers.ts';

export type BinderOptions = {
  /** People in the order wanted, or everybody in the order of the file. */
  readonly people: readonly string[] | 'all';
  readonly asOf: CivilDate;
  readonly knownAt?: string;
  /** ISO instant in UTC. */
  readonly generatedAt: string;
  readonly synthetic: boolean;
  readonly paper: Paper;
  /** For whom; absent: the agency itself. */
  readonly profile?: RecipientProfile;
  /** Whether documents are bound in; absent: not. */
  readonly exhibits?: boolean;
  /** Whether the people stand in one file; absent: yes. In a file of one's own exhibits have no roster number. */
  readonly oneFile?: boolean;
  /** Volume 2 holds the health documents; absent: volume 1. */
  readonly volume?: 1 | 2;
  /** Volumes made of this binder; absent: 1. */
  readonly volumes?: 1 | 2;
  /** What was found in documents that had to be looked at, see `documentsNeeded`. */
  readonly examined?: ExaminedDocuments;
  /** SHA-256 of the public half of the key the binder will be signed with. */
  readonly keyFingerprint?: string;
};

/** What is known of a document from its bytes: pages, what the text of its pages gives away, and which pages have a text; or why it cannot be shown. */
export type DocumentFacts = { readonly pages: number; readonly marks: readonly PageMark[]; readonly textPages: readonly number[] } | { readonly problem: string };

/** By id of the document. */
export type ExaminedDocuments = ReadonlyMap<string, DocumentFacts>;

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
  /** What changed about a person since the last binder for the same recipient; undefined where there was none, or nothing did. */
  readonly changesOf: (personId: string) => Changes | undefined;
  readonly document: (id: string) => DocumentRecord | undefined;
  /** What was recorded of a person by then, oldest first. */
  readonly checksOf: (personId: string) => readonly ExclusionCheck[];
  readonly decisionsOf: (personId: string) => readonly Decision[];
  readonly sealed: SealedNumbers;
  /** What stands before an exhibit number: `07-` in a binder of several people, nothing in one of one person. */
  readonly prefixOf: (personId: string) => string;
  /** Certificates of a month by person, made once for everybody in the binder. */
  readonly certificates: (month: CivilMonth) => ReadonlyMap<string, Certificate>;
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
  const documents = new Map((file.documents ?? []).map((document) => [document.id, document]));
  const byPerson = <Item extends { readonly personId?: string; readonly recordedAt: string }>(items: readonly Item[] | undefined): ReadonlyMap<string, readonly Item[]> => {
    const lists = new Map<string, Item[]>();
    for (const item of items ?? []) {
      if (item.personId === undefined || Date.parse(item.recordedAt) > until) continue;
      const list = lists.get(item.personId);
      if (list === undefined) lists.set(item.personId, [item]);
      else list.push(item);
    }
    return lists;
  };
  const checksBy = byPerson(file.exclusionChecks);
  const decisionsBy = byPerson(file.decisions);
  const asked = options.people === 'all' ? file.people.map(({ id }) => id) : options.people;
  const digits = Math.max(2, String(asked.length).length);
  const roster = new Map(asked.map((id, index) => [id, `${String(index + 1).padStart(digits, '0')}-`]));
  const certificates = new Map<CivilMonth, ReadonlyMap<string, Certificate>>();
  let certify: ReturnType<typeof certifier> | null = null;
  const certifying = (): ReturnType<typeof certifier> => {
    const { asOf, knownAt, paper } = options;
    // What the moment of printing and the log say is on every page of the binder; a certificate bound into it does not repeat it.
    return certifier(file, evaluation, { asOf, personIds: asked, generatedAt: `${asOf}T00:00:00Z`, paper, ...(knownAt !== undefined && { knownAt }) });
  };
  let changes: ReadonlyMap<string, Changes> | null = null;
  const changed = (): ReadonlyMap<string, Changes> => {
    const last = options.exhibits === true && options.profile !== undefined ? lastBinderFor(file, options.profile.id) : null;
    if (last === null) return new Map();
    const moment = { asOf: options.asOf, ...(options.knownAt !== undefined && { knownAt: options.knownAt }) };
    return new Map(changesSince(file, last, { ...moment, personIds: asked }).people.map((each) => [each.personId, each.changes]));
  };
  return {
    changesOf: (personId) => (changes ??= changed()).get(personId),
    document: (id) => documents.get(id),
    checksOf: (personId) => checksBy.get(personId) ?? [],
    decisionsOf: (personId) => decisionsBy.get(personId) ?? [],
    sealed: sealedNumbers(file),
    prefixOf: (personId) => (asked.length > 1 && options.oneFile !== false ? (roster.get(personId) ?? '') : ''),
    certificates: (month) => {
      const made = certificates.get(month);
      if (made !== undefined) return made;
      const bound = (certify ??= certifying())(month);
      const byId = new Map(asked.map((id, index) => [id, bound[index]] as const).flatMap(([id, one]) => (one === undefined ? [] : [[id, { ...one, facts: { ...one.facts, logHead: null } }] as const])));
      certificates.set(month, byId);
      return byId;
    },
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

/** The employments that are judged, the current one first, then the latest ended. */
export function employmentsInOrder(person: Person, asOf: CivilDate): readonly Employment[] {
  const ended = (employment: Employment): CivilDate => (employment.endedOn === undefined || employment.endedOn >= asOf ? ('9999-12-31' as CivilDate) : employment.endedOn);
  const begun = (employment: Employment): string => beginningOf(employment) ?? '';
  return [...person.employments]
    .filter((employment) => employment.withdrawnOn === undefined)
    .sort((a, b) => byText(ended(b), ended(a)) || byText(begun(b), begun(a)) || byText(a.id, b.id));
}
