import { required } from '../assert.ts';
import type { AgencyFile } from '../agency-file/schema.ts';
import { isCivilDate } from '../civil-date.ts';
import { dateWords } from '../wording.ts';
import { worseOf, type Status } from '../rules/status.ts';
import type { Explanation } from '../rules/explanation.ts';
import type { RequirementInfo } from '../rules/requirement.ts';
import type { Evaluation, Standing } from '../rules/standing.ts';
import { appendixOf } from './appendix.ts';
import type { AgencyFront, BinderFacts, BinderModel, PersonChapter, StaffRow } from './binder-model.ts';
import { beginningOf, binderContext, employmentsInOrder, type BinderContext, type BinderOptions } from './context.ts';
import { fingerprintOf } from './fingerprint.ts';
import { logMarkOf } from './log-mark.ts';
import { packWords } from './person-facts.ts';
import { personChapter } from './person-chapter.ts';
import { tallyOf } from './tally.ts';
import { takenOutWords } from './recipient.ts';
import { instantWords } from './words.ts';

/** What every page says, but for the fingerprint. */
export function binderFacts(context: BinderContext): Omit<BinderFacts, 'fingerprint'> {
  const { agency } = context.file;
  const { asOf, generatedAt, keyFingerprint, knownAt, paper, profile, synthetic, volume = 1, volumes = 1 } = context.options;
  return {
    agencyName: agency.name,
    agencyNpi: agency.npi ?? null,
    asOf,
    knownAtWords: knownAt === undefined ? null : `as known on ${isCivilDate(knownAt) ? dateWords(knownAt) : instantWords(knownAt)}`,
    generatedAt,
    generatedWords: instantWords(generatedAt),
    synthetic,
    paper,
    volume: { number: volume, of: volumes, words: volume === 2 ? 'Health documents, kept apart' : volumes === 2 ? 'General; health documents in volume 2' : 'Health documents: date and result only' },
    logHead: logMarkOf(context.file),
    keyFingerprint: keyFingerprint ?? null,
    recipient: profile === undefined || profile.kind === 'internal' ? null : profile.name,
    takenOut: profile === undefined ? [] : takenOutWords(profile),
  };
}

function staffRow(context: BinderContext, chapter: PersonChapter, index: number): StaffRow {
  const person = required(context.person(chapter.personId), 'a chapter is about a person of the file');
  const employment = employmentsInOrder(person, context.options.asOf)[0];
  const from = employment === undefined ? null : beginningOf(employment);
  const until = employment?.endedOn === undefined ? '' : ` to ${dateWords(employment.endedOn)}`;
  const statuses: readonly Status[] = [...chapter.tally.withFinding, ...chapter.tally.inOrder].map((each) => each.status);
  return {
    number: index + 1,
    personId: chapter.personId,
    name: chapter.name,
    role: chapter.roleLine,
    employed: from === null ? 'no date' : `${dateWords(from)}${until}`,
    findings: chapter.findings.length,
    worst: statuses.reduce(worseOf, 'not-applicable'),
  };
}

/** The front matter of a binder for several people: the agency, the counts over all of them, and the staff table. */
export function agencyFront(context: BinderContext, chapters: readonly PersonChapter[]): AgencyFront {
  const standings = chapters.flatMap((chapter) => {
    const person = required(context.person(chapter.personId), 'a chapter is about a person of the file');
    return employmentsInOrder(person, context.options.asOf).flatMap((employment) => context.standingsOf(person.id, employment.id));
  });
  const withFindings = chapters.filter((chapter) => chapter.findings.length > 0).length;
  const { agency } = context.file;
  const judged = standings.filter((standing) => standing.status !== 'not-applicable').length;
  return {
    facts: {
      left: [
        { label: 'People', value: String(chapters.length), note: `${withFindings} with a finding` },
        { label: 'Requirements judged', value: String(judged), note: null },
      ],
      right: [
        { label: 'NPI', value: agency.npi ?? 'none recorded', note: null },
        { label: 'Records from', value: agency.recordsFrom === undefined ? 'the first hire' : dateWords(agency.recordsFrom), note: agency.recordsFrom === undefined ? null : 'earlier months and years are not judged' },
        packWords(context, standings),
      ],
    },
    tally: tallyOf(standings.map((standing) => standing.status)),
    judged,
    withFindings,
    staff: chapters.map((chapter, index) => staffRow(context, chapter, index)),
    appendix: appendixOf(context, standings),
  };
}

/** The fingerprint of a binder: of one chapter, or of the fingerprints of all of them in their order, with what every page says. */
export function binderFingerprint(facts: Omit<BinderFacts, 'fingerprint'>, chapters: readonly PersonChapter[]): string {
  return fingerprintOf({ facts, chapters: chapters.map(chapterFingerprint) });
}

const fingerprints = new WeakMap<PersonChapter, string>();

/** The fingerprint of one chapter, taken once: SHA-256 of its canonical JSON. */
export function chapterFingerprint(chapter: PersonChapter): string {
  const known = fingerprints.get(chapter) ?? fingerprintOf(chapter);
  fingerprints.set(chapter, known);
  return known;
}

/**
 * A whole binder as plain data. One person: a binder of that person; several: the agency's, with front matter.
 * @param evaluation of `file`, with the same as-of and known-at as the options, and with `all`
 * @throws when a person asked for is not in the file: whoever calls has checked
 */
export function binderModel(
  file: AgencyFile, evaluation: Evaluation, requirements: readonly RequirementInfo[], explain: (standing: Standing) => Explanation, options: BinderOptions,
): BinderModel {
  const context = binderContext(file, evaluation, requirements, explain, options);
  const ids = options.people === 'all' ? file.people.map((person) => person.id) : options.people;
  const chapters = ids.map((id) => personChapter(context, required(context.person(id), `no person ${id}`)));
  const facts = binderFacts(context);
  return {
    facts: { ...facts, fingerprint: binderFingerprint(facts, chapters) },
    front: chapters.length === 1 ? null : agencyFront(context, chapters),
    chapters,
  };
}

