import type { AgencyFile } from '../agency-file/schema.ts';
import { whyNotRequired, type NotRequired } from '../agenda/exclusions/not-required.ts';
import { obligationsOf } from '../agenda/exclusions/obligations.ts';
import { isAbout, keyText, personSubject, vendorSubject, type NamedSubject } from '../agenda/exclusions/subject.ts';
import { isCivilDate, type CivilDate, type CivilMonth } from '../civil-date.ts';
import { exclusionListWords, type MonthRecord } from '../model/exclusion.ts';
import { evaluate } from '../rules/evaluate.ts';
import { knownFacts, knownUntil } from '../rules/known.ts';
import type { Evaluation } from '../rules/standing.ts';
import { countOf, dateWords, longMonthWords } from '../wording.ts';
import type { Certificate, CertificateFacts, CertificateJob, CertifiedHole, CertifiedProof, Closing, ListUsed } from './certificate-model.ts';
import { decisionRows, matchesIn, subjectRow, weakIn, type CertificateContext } from './certificate-rows.ts';
import { isRemembered, monthSubjects, namesOf, shortOf, type MonthSubject } from './certificate-subjects.ts';
import { agencyLead, methodWords, personLead, standingOf, type MonthSums } from './certificate-words.ts';
import { byText } from './by-text.ts';
import { fingerprintOf } from './fingerprint.ts';
import { logMarkOf } from './log-mark.ts';
import { instantWords } from './words.ts';

/**
 * The certificates of one month's exclusion checks as plain data: one for the agency, or one for each person asked for, in that
 * order. What is printed is what is recorded; nothing is searched again. Works for checks recorded without what they found.
 * @throws when a person asked for is not in the file: whoever calls has checked
 * (OIG Special Advisory Bulletin of 8 May 2013, pages 14 to 17: keep the first search and every follow-up; the whole month once a month)
 */
export function certificatesOf(file: AgencyFile, job: CertificateJob): readonly Certificate[] {
  const { asOf, knownAt, personIds } = job;
  const only = personIds?.length === 1 ? personIds[0] : undefined;
  const evaluation = evaluate(file, { asOf, all: true, ...(knownAt === undefined ? {} : { knownAt }), ...(only === undefined ? {} : { personId: only }) });
  return certifier(file, evaluation, job)(job.month);
}

/**
 * The certificates of any number of months, judged once for all of them; see `certificatesOf`.
 * @param evaluation of `file` with `all`, as of the same day and known-at, of everybody asked for
 */
export function certifier(file: AgencyFile, evaluation: Evaluation, job: Omit<CertificateJob, 'month'>): (month: CivilMonth) => readonly Certificate[] {
  const { asOf, knownAt, personIds } = job;
  const until = knownAt === undefined ? Infinity : (knownUntil(knownAt, file.agency.timeZone) ?? Infinity);
  const recorded = (record: { readonly recordedAt: string }): boolean => Date.parse(record.recordedAt) <= until;
  const lasting: Omit<CertificateContext, 'month'> = {
    file, asOf,
    decisions: (file.decisions ?? []).filter((decision) => recorded(decision) && decision.decidedOn <= asOf),
    versions: new Map((file.listVersions ?? []).map((version) => [version.id, version])),
    documents: new Map((file.documents ?? []).map((document) => [document.id, document])),
    full: personIds !== undefined,
  };
  const known = knownFacts(file, knownAt);
  const obligations = obligationsOf(file, evaluation);
  const people = new Map(file.people.map((person) => [person.id, personSubject(person)]));
  return (month) => {
    const context: CertificateContext = { ...lasting, month };
    const subjects = monthSubjects(file, known, obligations, month, asOf);
    const records = (file.monthRecords ?? []).filter((record) => record.month === month && recorded(record));
    const facts = factsOf(file, { ...job, month });
    if (personIds === undefined) {
      const why = whyNotRequired(file, evaluation);
      return [one(context, facts, subjects, records, null, notRequired(file, subjects, (person) => why(person, month, null)))];
    }
    const byKey = new Map<string, MonthSubject[]>();
    for (const subject of subjects) byKey.set(subject.key, [...(byKey.get(subject.key) ?? []), subject]);
    return personIds.map((id) => {
      const named = people.get(id);
      if (named === undefined) throw new Error(`no person ${id}`);
      return one(context, facts, byKey.get(keyText(named.key)) ?? [], records, named, []);
    });
  };
}

function factsOf(file: AgencyFile, { month, asOf, knownAt, generatedAt, paper }: CertificateJob): Omit<CertificateFacts, 'fingerprint'> {
  return {
    agencyName: file.agency.name,
    agencyNpi: file.agency.npi ?? null,
    month,
    monthWords: longMonthWords(month),
    asOf,
    knownAtWords: knownAt === undefined ? null : `as known on ${isCivilDate(knownAt) ? dateWords(knownAt) : instantWords(knownAt)}`,
    generatedAt,
    generatedWords: instantWords(generatedAt),
    synthetic: file.agency.synthetic === true,
    paper: paper ?? 'letter',
    logHead: logMarkOf(file),
  };
}

/** @param person the one person it is about; null for the agency's */
function one(context: CertificateContext, facts: Omit<CertificateFacts, 'fingerprint'>, subjects: readonly MonthSubject[], records: readonly MonthRecord[], person: NamedSubject | null, idle: readonly string[]): Certificate {
  const { month, asOf } = context;
  const closing = closingOf(records, asOf);
  const numbered = decisionRows(context, subjects);
  const holes = holesOf(context, subjects, records);
  const sums = sumsOf(subjects, holes);
  const standing = standingOf(sums, month, asOf, closing !== null);
  const checks = subjects.flatMap((subject) => subject.searches.flatMap((search) => (search.all.length === 0 && search.check !== null ? [search.check] : search.all))).map((check) => check.source);
  const engines = [...new Set(checks.flatMap((check) => check.search?.engine ?? []))].sort(byText);
  const kept = checks.filter((check) => check.search !== undefined).length;
  const websites = checks.filter((check) => check.method === 'website').length;
  const rows = subjects.map((subject, index) => subjectRow(context, subject, index + 1, numbered.numberOf));
  const days = [...new Set(checks.map((check) => check.checkedOn))].sort(byText);
  const first = days[0];
  const last = days.at(-1);
  const searched = first === undefined || last === undefined ? 'not searched' : `searched ${first === last ? dateWords(first) : `${dateWords(first)} to ${dateWords(last)}`}`;
  const body: Omit<Certificate, 'facts'> = {
    scope: person === null ? 'agency' : 'person',
    whose: person === null ? { name: facts.agencyName, listName: facts.agencyName } : { name: person.name, listName: person.listName },
    title: `Exclusion check, ${facts.monthWords}`,
    subtitle: [person === null ? facts.agencyName : person.name, searched, closing === null ? 'not closed' : `closed ${dateWords(closing.on)}`].join(' · '),
    standing,
    lead: person === null ? agencyLead(sums, standing, month, asOf, closing) : personLead(person.name, sums, standing, month, asOf, closing),
    figures: figuresOf(sums, person === null),
    lists: listsUsed(context, subjects),
    subjects: rows,
    decisions: numbered.rows,
    holes,
    proofs: proofsOf(context, subjects),
    notRequired: idle,
    // What was written about the month may name others: one person's certificate has the day only.
    closing: closing === null || person === null ? closing : { ...closing, note: null, later: [] },
    method: methodWords(engines, kept, checks.length - kept - websites, websites),
    signatures: signaturesOf(checks, closing),
  };
  return { facts: { ...facts, fingerprint: fingerprintOf({ facts, body }) }, ...body };
}

function closingOf(records: readonly MonthRecord[], asOf: CivilDate): Closing | null {
  const close = records.find((record) => record.kind === 'close' && record.closedOn <= asOf);
  if (close?.kind !== 'close') return null;
  const later = records
    .flatMap((record) => (record.kind === 'note' && record.recordedAt.slice(0, 10) <= asOf ? [record] : []))
    .sort((a, b) => byText(a.recordedAt, b.recordedAt))
    .map((record) => `${instantWords(record.recordedAt)}${record.recordedBy === undefined ? '' : `, ${record.recordedBy}`}: ${record.note}`);
  return { on: close.closedOn, by: close.recordedBy ?? null, note: close.note ?? null, later };
}

/** Owed searches that nobody made or that could not be made, with the reason the month was closed with. */
function holesOf(context: CertificateContext, subjects: readonly MonthSubject[], records: readonly MonthRecord[]): readonly CertifiedHole[] {
  const reasons = records.flatMap((record) => (record.kind === 'close' && record.closedOn <= context.asOf ? record.holes : []));
  return subjects.flatMap((subject) => subject.searches.flatMap((search): readonly CertifiedHole[] => {
    const undetermined = search.matches.some((match) => match.decision?.verdict === 'unable');
    if (!search.owed || (search.outcome !== 'none' && search.outcome !== 'open' && (search.outcome !== 'unable' || undetermined))) return [];
    const reason = reasons.find((hole) => hole.list === search.list && isAbout(hole, subject.named.key));
    return [{ subject: subject.named.name, short: shortOf(search.list), reason: reason?.reason ?? null }];
  }));
}

function sumsOf(subjects: readonly MonthSubject[], holes: readonly CertifiedHole[]): MonthSums {
  const matches = subjects.flatMap(matchesIn);
  const verdict = (match: (typeof matches)[number]): 'cleared' | 'confirmed' | 'unable' | 'open' => {
    if (match.decision === null) return match.candidate === null && match.check.source.outcome === 'confirmed' ? 'confirmed' : 'open';
    return match.decision.verdict === 'not-the-person' ? 'cleared' : match.decision.verdict === 'the-person' ? 'confirmed' : 'unable';
  };
  const count = (of: ReturnType<typeof verdict>): number => matches.filter((match) => verdict(match) === of).length;
  const owed = subjects.flatMap((subject) => subject.searches).filter((search) => search.owed);
  const names = subjects.map((subject) => new Set(subject.searches.flatMap((search) => search.all).flatMap((check) => namesOf(check.source))).size);
  return {
    people: subjects.filter((subject) => subject.named.vendor === null && subject.owes).length,
    vendors: subjects.filter((subject) => subject.named.vendor !== null && subject.owes).length,
    names: names.reduce((sum, each) => sum + each, 0),
    owed: owed.length,
    made: owed.length - holes.length,
    missing: holes.length,
    explained: holes.filter((hole) => hole.reason !== null).length,
    matches: {
      all: matches.length, cleared: count('cleared'), confirmed: count('confirmed'), open: count('open'), unable: count('unable'),
      remembered: matches.filter((match) => match.decision?.verdict === 'not-the-person' && isRemembered(match, match.decision)).length,
    },
    weak: subjects.reduce((sum, subject) => sum + weakIn(subject), 0),
    confirmedSubjects: new Set(matches.filter((match) => verdict(match) === 'confirmed').map((match) => match.check.source.personId ?? match.check.source.vendorId)).size,
  };
}

function figuresOf(sums: MonthSums, agency: boolean): Certificate['figures'] {
  const figure = (value: number | string, label: string) => ({ value: String(value), label });
  return [
    ...(agency ? [figure(sums.people, sums.people === 1 ? 'person' : 'people'), ...(sums.vendors > 0 ? [figure(sums.vendors, sums.vendors === 1 ? 'vendor' : 'vendors')] : [])] : []),
    figure(sums.names, sums.names === 1 ? 'name' : 'names'),
    figure(`${sums.made} of ${sums.owed}`, 'searches'),
    figure(sums.matches.all, sums.matches.all === 1 ? 'match' : 'matches'),
    figure(sums.matches.cleared, 'not the person'),
    figure(sums.matches.confirmed, 'the person'),
    figure(sums.matches.open + sums.matches.unable, 'open'),
  ];
}

function listsUsed(context: CertificateContext, subjects: readonly MonthSubject[]): readonly ListUsed[] {
  const found = new Map<string, ListUsed>();
  for (const subject of subjects) {
    for (const search of subject.searches) {
      for (const { source } of search.all.length === 0 && search.check !== null ? [search.check] : search.all) {
        const version = source.search?.listVersionId === undefined ? undefined : context.versions.get(source.search.listVersionId);
        const paper = source.method === 'website' ? (source.documents ?? []).flatMap((ref) => context.documents.get(ref.id) ?? [])[0] : undefined;
        const file = source.method === 'website' ? paper?.name ?? 'web site, no saved result' : source.listVersion?.name ?? version?.name ?? 'version not recorded';
        const key = `${source.list}\n${source.method}\n${source.listVersion?.sha256 ?? paper?.sha256 ?? file}`;
        const before = found.get(key);
        found.set(key, {
          list: source.list, short: exclusionListWords[source.list].short, long: exclusionListWords[source.list].long,
          method: source.method,
          file,
          rows: source.listVersion?.rows ?? version?.rows ?? null,
          newest: source.listVersion?.newestAction ?? version?.newestAction ?? null,
          loaded: version === undefined ? null : instantWords(version.recordedAt),
          published: version?.publishedOn ?? null,
          sha256: source.listVersion?.sha256 ?? version?.sha256 ?? paper?.sha256 ?? null,
          from: before !== undefined && before.from < source.checkedOn ? before.from : source.checkedOn,
          to: before !== undefined && before.to > source.checkedOn ? before.to : source.checkedOn,
          searches: (before?.searches ?? 0) + 1,
          warnings: version?.warnings ?? [],
        });
      }
    }
  }
  const order = Object.keys(exclusionListWords);
  return [...found.values()].sort((a, b) => order.indexOf(a.list) - order.indexOf(b.list) || byText(a.from, b.from) || byText(a.file, b.file));
}

function proofsOf(context: CertificateContext, subjects: readonly MonthSubject[]): readonly CertifiedProof[] {
  const found = new Map<string, { name: string; sha256: string; on: CivilDate; lists: Set<string> }>();
  for (const subject of subjects) {
    for (const search of subject.searches) {
      for (const { source } of search.all) {
        for (const ref of source.method === 'website' ? source.documents ?? [] : []) {
          const document = context.documents.get(ref.id);
          if (document === undefined) continue;
          const before = found.get(ref.id);
          if (before === undefined) found.set(ref.id, { name: document.name, sha256: document.sha256, on: source.checkedOn, lists: new Set([shortOf(source.list)]) });
          else before.lists.add(shortOf(source.list));
        }
      }
    }
  }
  return [...found.values()].map((proof) => ({ ...proof, lists: [...proof.lists] })).sort((a, b) => byText(a.on, b.on) || byText(a.name, b.name));
}

/** Those at work in the month whom no rule asks to search, with the reason. */
function notRequired(file: AgencyFile, subjects: readonly MonthSubject[], why: (subject: NamedSubject) => NotRequired): readonly string[] {
  const named = new Set(subjects.map((subject) => subject.key));
  return [...file.people.map(personSubject), ...(file.vendors ?? []).map(vendorSubject)].flatMap((subject) => {
    if (named.has(keyText(subject.key))) return [];
    const reason = why(subject);
    return notAtWork.has(reason.code) ? [] : [`${subject.name}: ${reason.words}`];
  });
}

const notAtWork: ReadonlySet<NotRequired['code']> = new Set(['not-employed', 'withdrawn', 'not-hired-yet', 'month-ahead']);

function signaturesOf(checks: readonly { readonly recordedBy?: string; readonly checkedOn: CivilDate }[], closing: Closing | null): Certificate['signatures'] {
  const by = [...new Set(checks.flatMap((check) => check.recordedBy ?? []))].sort(byText);
  const days = [...new Set(checks.map((check) => check.checkedOn))].sort(byText);
  const first = days[0];
  const last = days.at(-1);
  return [
    { label: 'Searched by', name: by.length === 0 ? null : by.length > 3 ? `${by.slice(0, 3).join(', ')} and ${countOf(by.length - 3, 'other')}` : by.join(', '), on: first === undefined || last === undefined ? null : first === last ? dateWords(first) : `${dateWords(first)} to ${dateWords(last)}` },
    closing === null ? { label: 'Reviewed by', name: null, on: null } : { label: 'Month closed by', name: closing.by, on: dateWords(closing.on) },
  ];
}
