import { partsOf } from '../agenda/evidence-draft.ts';
import { evidenceFields, type EvidenceDateField } from '../agenda/evidence-fields.ts';
import type { CivilDate } from '../civil-date.ts';
import type { EvidenceResult } from '../model/evidence.ts';
import { choosePerson, type PersonProposal } from './choose-person.ts';
import { datesIn } from './dates.ts';
import { birthsIn, chooseDates, chooseResult, hoursIn, issuerIn, licenceNumber, type FactProposal } from './facts.ts';
import { chooseKind, isNoise, kindHits, type KindProposal } from './kinds.ts';
import { peopleIn } from './people.ts';
import type { RosterIndex } from './roster-index.ts';
import { nameToRead, tokensOf } from './tokens.ts';

/** What a paper seems to be: proposals for the form, each with its confidence and its reason. Nothing of it is on record before a person confirms it. */
export type PaperProposal = {
  readonly person: PersonProposal;
  readonly kind: KindProposal;
  readonly dates: Partial<Readonly<Record<EvidenceDateField, FactProposal<CivilDate>>>>;
  readonly result: FactProposal<EvidenceResult>;
  readonly hours: string | null;
  readonly issuer: string | null;
  readonly number: string | null;
};

/** Of a long text only so much is read, in characters: who and what stands on its first pages. */
const readAtMost = 8_000;

/**
 * Reads a paper: its file name and, where it has one, the text of its first pages.
 * @param fileName as handed in; an empty one says nothing (a part of a scanned file, whose name is the whole file's).
 * @param text lines divided by line breaks; empty for a picture.
 * @param today two-digit years and what "done" may be dated rest on it.
 */
export function proposePaper(fileName: string, text: string, index: RosterIndex, today: CivilDate): PaperProposal {
  const name = nameToRead(fileName);
  const read = text.slice(0, readAtMost);
  const nameTokens = tokensOf(name);
  const textTokens = tokensOf(read);
  const [nameKinds, textKinds] = [kindHits(nameTokens), kindHits(textTokens)];
  const kind = chooseKind(nameTokens, textTokens);
  const isOther = (tokens: typeof nameTokens, explained: ReadonlySet<number>) => (at: number): boolean => explained.has(at) || isNoise(tokens[at]?.text ?? '');
  const nameDates = datesIn(name, today, true);
  const textDates = datesIn(read, today);
  const person = choosePerson(
    peopleIn(nameTokens, index, true, isOther(nameTokens, nameKinds.explained)),
    peopleIn(textTokens, index, false, isOther(textTokens, textKinds.explained)),
    birthsIn([...textDates, ...birthDates(read, today)]),
  );
  if (kind.paper === null) return { person, kind, dates: {}, result: { value: null, confidence: 'open', why: '' }, hours: null, issuer: null, number: null };
  const { kind: evidence } = kind.paper;
  const fields = evidenceFields[evidence];
  const known = partsOf(evidence);
  return {
    person,
    kind: { ...kind, parts: kind.parts.filter((part) => known.includes(part)).slice(0, fields.onePart === true ? 1 : known.length) },
    dates: chooseDates(evidence, nameDates, textDates, today),
    result: chooseResult(evidence, name, read),
    hours: fields.hours === true ? hoursIn(`${name}\n${read}`) : null,
    issuer: fields.issuerLabel === undefined ? null : issuerIn(`${name}\n${read}`),
    number: licenceNumber(read),
  };
}

/** Birth dates lie too far back for dates of papers, and are looked for by their label alone. */
function birthDates(text: string, today: CivilDate): ReturnType<typeof datesIn> {
  return [...text.matchAll(/\b(?:dob|d\.o\.b\.?|date of birth|birth ?date)\b[^\d\n]{0,12}([^\n]{6,24})/giu)].flatMap((match) =>
    datesIn(`born ${(match[1] ?? '').replace(/(\d{1,2}[-/.]\d{1,2}[-/.])(\d{2})(?!\d)/u, (_, days: string, year: string) => `${days}19${year}`)}`, today, false).slice(0, 1));
}
