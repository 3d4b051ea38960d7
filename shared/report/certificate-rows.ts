import type { AgencyFile } from '../agency-file/schema.ts';
import { fromDay, endOfMonth, firstDayOf, type CivilDate, type CivilMonth } from '../civil-date.ts';
import { whyReopened } from '../agenda/exclusions/difference.ts';
import { isAbout, keyOf } from '../agenda/exclusions/subject.ts';
import type { Vendor } from '../model/agency.ts';
import { byDecision } from '../model/check-outcome.ts';
import type { Decision, ExclusionCheck, ListVersion } from '../model/exclusion.ts';
import type { DocumentRecord } from '../model/document.ts';
import type { Person } from '../model/person.ts';
import { countOf, dateWords } from '../wording.ts';
import { comparisonWords, entryOf, entryWords } from './certificate-entry.ts';
import type { CertifiedDecision, CertifiedSearch, CertifiedSubject } from './certificate-model.ts';
import { isRemembered, namesOf, shortOf, weighty, wordsOfSearch, wordsOfVerdict, type Match, type MonthSearch, type MonthSubject } from './certificate-subjects.ts';
import { beginningOf, employmentsInOrder } from './context.ts';
import { roleLineOf } from './person-facts.ts';

/** What the rows of a certificate are written from. */
export type CertificateContext = {
  readonly file: AgencyFile;
  readonly month: CivilMonth;
  readonly asOf: CivilDate;
  /** Those on record by the moment asked for. */
  readonly decisions: readonly Decision[];
  readonly versions: ReadonlyMap<string, ListVersion>;
  readonly documents: ReadonlyMap<string, DocumentRecord>;
  /** One person's certificate: weak matches line by line and every form of every name, where the agency's has counts. */
  readonly full: boolean;
};

const shownWeak = 12;
const tierTitles = { strong: 'Strong', possible: 'Possible', weak: 'Weak' } as const;

const vendorKinds = { staffing: 'staffing company', contractor: 'contractor', owner: 'owner' } as const satisfies Record<Vendor['kind'], string>;

type Decided = { readonly decision: Decision; readonly match: Match };

/** The decisions a subject's month rests on, each once, the oldest first. */
function decisionsOf(subject: MonthSubject): readonly Decided[] {
  const found = new Map<string, Decided>();
  for (const match of subject.searches.flatMap((search) => search.matches)) {
    for (const decision of match.decisions) if (!found.has(decision.id)) found.set(decision.id, { decision, match });
  }
  return [...found.values()].sort((a, b) => byDecision(a.decision, b.decision));
}

const documentsOf = (context: CertificateContext, refs: readonly { readonly id: string }[] | undefined): readonly DocumentRecord[] =>
  (refs ?? []).flatMap((ref) => context.documents.get(ref.id) ?? []);
const documentNames = (context: CertificateContext, refs: readonly { readonly id: string }[] | undefined): readonly string[] =>
  documentsOf(context, refs).map((document) => `${document.name} (SHA-256 ${document.sha256.slice(0, 16)})`);

function decisionRow(context: CertificateContext, subject: string, number: number, { decision, match }: Decided): CertifiedDecision {
  const check = match.check.source;
  const entry = match.candidate === null ? null : entryOf(check, match.candidate, context.versions);
  const compared = decision.compared === undefined || decision.compared.length === 0 ? null : `Compared: ${decision.compared.join(', ')}.`;
  const ssn = decision.ssnVerified === true ? 'Social Security number checked on the list’s web site.' : null;
  const proofs = documentNames(context, decision.documents);
  const reported = decision.reported === undefined ? null : `Reported on ${dateWords(decision.reported.on)} to ${decision.reported.to}: ${decision.reported.how}.`;
  const asked = decision.asked === undefined || decision.asked === '' ? null : `Asked: ${decision.asked}`;
  return {
    number,
    subject,
    short: shortOf(decision.list),
    entry: entry === null ? `the match of ${dateWords(check.checkedOn)}; its entry was not kept` : entryWords(entry),
    comparison: entry === null || check.search === undefined ? null : comparisonWords(check.search.identity, entry),
    verdict: decision.verdict,
    words: wordsOfVerdict(decision.verdict),
    reason: decision.reason,
    evidence: [compared, ssn, asked, reported, proofs.length === 0 ? null : `Kept: ${proofs.join('; ')}.`].filter((line) => line !== null),
    on: decision.decidedOn,
    by: decision.recordedBy ?? null,
    remembered: isRemembered(match, decision),
  };
}

/** The decisions of all subjects, numbered as they are printed. */
export function decisionRows(context: CertificateContext, subjects: readonly MonthSubject[]): { readonly rows: readonly CertifiedDecision[]; readonly numberOf: (subject: string, decisionId: string) => number | null } {
  const rows: CertifiedDecision[] = [];
  const numbers = new Map<string, number>();
  for (const subject of subjects) {
    for (const each of decisionsOf(subject)) {
      rows.push(decisionRow(context, subject.named.name, rows.length + 1, each));
      numbers.set(`${subject.key}\n${each.decision.id}`, rows.length);
    }
  }
  return { rows, numberOf: (subject, id) => numbers.get(`${subject}\n${id}`) ?? null };
}

/** The lines under one search: its matches with what became of them, else the entry that came nearest, else what the record has. */
function foundLines(context: CertificateContext, search: MonthSearch): readonly string[] {
  if (search.check === null) return [];
  const { source } = search.check;
  const lines: string[] = [];
  for (const match of search.matches) {
    const { check, candidate, decision } = match;
    if (candidate?.tier === 'weak' && !context.full) continue;
    const verdict = decision === null ? (check.source.outcome === 'confirmed' && candidate === null ? 'recorded as the person' : 'not decided')
      : isRemembered(match, decision) && decision.verdict === 'not-the-person' ? `previously cleared on ${dateWords(decision.decidedOn)}`
      : `${wordsOfVerdict(decision.verdict)}, decided ${dateWords(decision.decidedOn)}`;
    const entry = candidate === null ? null : entryOf(check.source, candidate, context.versions);
    const score = candidate === null ? 'Match' : `${tierTitles[candidate.tier]}, ${candidate.score} of 100`;
    lines.push(`${score}: ${entry === null ? 'its entry was not kept' : entryWords(entry)}; ${verdict}.${reopenedWords(context, match)}`);
  }
  if (source.search === undefined) return lines.length > 0 ? lines : [bareWords(context, source)];
  lines.push(...weakLines(context, search));
  const { nearest } = source.search;
  if (source.search.candidates.length === 0) lines.push(nearest === undefined ? 'No entry came near.' : `Nearest: row ${nearest.row}, ${nearest.score} of 100. ${nearest.why}`);
  return lines;
}

/** That the same entry was decided before, and why it was asked about again. A birth date is not told, only that it changed. */
function reopenedWords(context: CertificateContext, { check, candidate, decision }: Match): string {
  if (candidate === null || (decision !== null && decision.id === candidate.decisionId)) return '';
  const key = keyOf(check.source);
  const earlier = context.decisions.filter((each) => each.list === check.source.list && each.decidedOn <= check.source.checkedOn && key !== null && isAbout(each, key) && each.checkId !== check.id);
  const difference = whyReopened(check.source, candidate, earlier);
  if (difference === null) return '';
  const changes = difference.fields.map(({ of, field, before, after }) => {
    if (of === 'row') return 'the entry was changed';
    const what = field === 'name' ? `the name ${after === '' ? before : after}` : `the ${field}`;
    return `${what} was ${before === '' ? 'added' : after === '' ? 'taken off' : 'changed'}`;
  });
  return ` Decided on ${dateWords(difference.decision.decidedOn)} (${wordsOfVerdict(difference.decision.verdict)}) and asked again: ${[...new Set(changes)].join(', ')}.`;
}

function bareWords(context: CertificateContext, check: ExclusionCheck): string {
  if (check.method === 'whole-list') return 'Recorded without its score card.';
  const names = documentNames(context, check.documents);
  if (names.length === 0) return 'Searched on the web site; no saved result on record.';
  // The agency's certificate lists the saved results once for everybody, with their digests.
  return `Searched on the web site: ${context.full ? names.join('; ') : documentsOf(context, check.documents).map((document) => document.name).join('; ')}.`;
}

function weakLines(context: CertificateContext, search: MonthSearch): readonly string[] {
  const check = search.check?.source;
  if (check?.search === undefined) return [];
  const decided = new Set(search.matches.map((match) => match.candidate));
  const weak = check.search.candidates.filter((candidate) => candidate.tier === 'weak' && !decided.has(candidate));
  if (weak.length === 0) return [];
  if (!context.full) return [`${countOf(weak.length, 'weak resemblance')} in the log.`];
  const lines = weak.slice(0, shownWeak).map((candidate) => {
    const entry = entryOf(check, candidate, context.versions);
    return `Weak, ${candidate.score} of 100: ${entry === null ? `row ${candidate.row}` : entryWords(entry)}.`;
  });
  return weak.length > shownWeak ? [...lines, `and ${weak.length - shownWeak} more weak in the log.`] : lines;
}

function searchRow(context: CertificateContext, subject: MonthSubject, search: MonthSearch, numberOf: (subject: string, id: string) => number | null): CertifiedSearch {
  const source = search.check?.source ?? null;
  const numbers = search.matches.flatMap((match) => {
    const number = match.decision === null ? null : numberOf(subject.key, match.decision.id);
    return number === null ? [] : [number];
  });
  return {
    list: search.list,
    short: shortOf(search.list),
    on: source?.checkedOn ?? null,
    outcome: search.outcome,
    words: wordsOfSearch(search),
    found: foundLines(context, search),
    decisions: [...new Set(numbers)].sort((a, b) => a - b),
    alsoOn: search.all.map((check) => check.source.checkedOn).filter((on) => on !== source?.checkedOn),
    unasked: !search.owed,
    engine: source?.search?.engine ?? null,
    forms: context.full && source?.search !== undefined ? source.namesSearched ?? [] : [],
  };
}

/** One row of the table of everybody. */
export function subjectRow(context: CertificateContext, subject: MonthSubject, number: number, numberOf: (subject: string, id: string) => number | null): CertifiedSubject {
  const names = [...new Set(subject.searches.flatMap((search) => search.all.concat(search.check ?? []).flatMap((check) => namesOf(check.source))))];
  const searches = subject.searches.map((search) => searchRow(context, subject, search, numberOf));
  const base = { number, key: subject.key, names, searches };
  const { person, vendor, name, listName } = subject.named;
  return person === null
    ? { ...base, kind: 'vendor', name, listName, about: `${vendorKinds[vendor.kind]}, from ${dateWords(vendor.from)}${vendor.to === undefined ? '' : ` to ${dateWords(vendor.to)}`}` }
    : { ...base, kind: 'person', name, listName, about: aboutPerson(context, person) };
}

/** Role and employment as they were in the month; of the birth date only the year. */
function aboutPerson(context: CertificateContext, person: Person): string {
  const day = fromDay(endOfMonth(firstDayOf(context.month)));
  const employment = employmentsInOrder(person, day).find((each) => (beginningOf(each) ?? day) <= day) ?? employmentsInOrder(person, day)[0];
  const begun = employment === undefined ? null : beginningOf(employment);
  const span = begun === null || employment === undefined ? []
    : [`${employment.hiredOn === undefined ? 'hire planned' : 'hired'} ${dateWords(begun)}${employment.endedOn !== undefined && employment.endedOn <= context.asOf ? `, left ${dateWords(employment.endedOn)}` : ''}`];
  return [
    ...(person.birthDate === undefined ? ['no birth date on record'] : [`born ${person.birthDate.slice(0, 4)}`]),
    roleLineOf(employment, employment?.endedOn !== undefined && employment.endedOn < day ? employment.endedOn : day),
    ...span,
  ].join(' · ');
}

/** Matches of a subject, for the sums: each with the decision that speaks. */
export const matchesIn = (subject: MonthSubject) => subject.searches.flatMap((search) => weighty(search.matches).map((match) => ({ search, ...match })));

/** Weak resemblances nobody had to decide about. */
export const weakIn = (subject: MonthSubject): number =>
  subject.searches.flatMap((search) => search.all).reduce((sum, check) => sum + (check.source.search?.candidates.filter((candidate) => candidate.tier === 'weak').length ?? 0), 0);

