import type { CivilDate } from '../../civil-date.ts';
import { dateWords } from '../../wording.ts';
import type { Candidate, MatchPart, Subject } from '../finding.ts';
import type { FileList, ListRow } from '../list.ts';
import { areSwapped, middleAsGiven } from './compare.ts';
import { profileOf, rowProfile, type OurForm, type RowProfile, type SubjectProfile } from './profile.ts';
import { judge, type Judgement } from './tier.ts';
import {
  birthLines, businessLines, givenLine, middleAsGivenLine, middleLines, suffixLines, surnameLine, noNameLine, swappedGiven, swappedSurname, tierBands,
} from './weights.ts';
import { whyWords } from './why.ts';

/** A candidate before the list has said what the row is in full. */
export type ScoredRow = Omit<Candidate, 'digest' | 'record'>;

const printedOf = (forms: readonly OurForm[]): string => forms[0]?.printed ?? '';

/** The lines of the score card, without the one that brings their sum into the tier's band. */
export function partsOf(us: SubjectProfile, them: RowProfile, judged: Judgement): readonly MatchPart[] {
  const { row } = them;
  const parts: MatchPart[] = [];
  const isNamed = (row.family !== '' || row.given !== '') && us.surnames.length > 0;
  if (isNamed) {
    const swapped = judged.rule === 'swapped' || (judged.tier === 'none' && areSwapped(us, them));
    const aside = judged.rule === 'middle-as-given' ? middleAsGiven(us, them) : null;
    const surname = swapped ? swappedSurname : row.family === '' ? noNameLine : ownSurname(judged);
    const given = swapped ? swappedGiven : aside !== null ? middleAsGivenLine : row.given === '' ? noNameLine : givenLine(judged.given);
    const given1 = aside === 'ours' ? printedOf(us.middles) : (judged.given.ours?.printed ?? printedOf(us.givens));
    parts.push(
      { part: 'surname', ours: judged.surname.ours?.printed ?? printedOf(us.surnames), theirs: row.family, ...surname },
      { part: 'given', ours: given1, theirs: aside === 'theirs' ? `${row.given} ${row.middle}`.trim() : row.given, ...given },
      { part: 'middle', ours: printedOf(us.middles), theirs: row.middle, ...middleLines[aside === null ? judged.middle : 'unknown'] },
      { part: 'suffix', ours: us.suffixes.join(', '), theirs: row.suffix, ...suffixLines[judged.suffix] },
      { part: 'birth-date', ours: us.birthDate, theirs: row.birthDate ?? '', ...birthLines[judged.birth], ...missingBirth(us, row) },
    );
  }
  if (us.businesses.length > 0 && row.business !== '') {
    const line = businessLines[judged.business?.how ?? 'none'];
    parts.push({ part: 'business', ours: judged.business?.ours.printed ?? us.businesses[0]?.printed ?? '', theirs: row.business, ...line });
  }
  const npi = us.npi === null || row.npi === null
    ? { weight: 0, agrees: 'unknown' as const, verdict: row.npi === null ? 'List gives none: cannot decide' : 'We have none: cannot decide' }
    : judged.sameNpi ? { weight: 50, agrees: 'yes' as const, verdict: 'Equal' } : { weight: -6, agrees: 'no' as const, verdict: 'Differs' };
  parts.push({ part: 'npi', ours: us.npi ?? '', theirs: row.npi ?? '', ...npi });
  const state = row.state === '' || us.states.length === 0
    ? { weight: 0, agrees: 'unknown' as const, verdict: 'Not on both sides' }
    : us.states.includes(row.state.toUpperCase()) ? { weight: 5, agrees: 'yes' as const, verdict: 'State agrees' } : { weight: 0, agrees: 'no' as const, verdict: 'Another state: says nothing' };
  parts.push({ part: 'state', ours: us.states.join(', '), theirs: row.state, ...state });
  return parts;
}

/** An equal surname that is not the legal one says whose it is. */
function ownSurname({ surname }: Judgement): ReturnType<typeof surnameLine> {
  const line = surnameLine(surname);
  const from = surname.ours?.from;
  return surname.how === 'exact' && from !== undefined && from !== 'legal name' ? { ...line, verdict: `Equal to a ${from}` } : line;
}

function missingBirth(us: SubjectProfile, row: ListRow): { readonly verdict?: string } {
  if (us.birth === null && row.birthDate === null) return { verdict: 'Neither side has one: cannot decide' };
  if (us.birth === null) return { verdict: 'We have none: cannot decide' };
  return row.birthDate === null ? { verdict: 'List gives none: cannot decide' } : {};
}

const sum = (parts: readonly MatchPart[]): number => parts.reduce((total, part) => total + part.weight, 0);

/** Points of a row that is no match, for finding the nearest: the lines' sum within 0 to 49, likeness of the first name breaking ties. */
export const plainScore = (parts: readonly MatchPart[]): number => Math.min(49, Math.max(0, sum(parts)));

/** The line that brings the sum into its tier's band, and says what it stands for. */
function limitOf(parts: readonly MatchPart[], { tier, heldBack, birth, rule }: Judgement, endsOn: CivilDate | null): readonly MatchPart[] {
  const [least, most] = tierBands[tier];
  const total = sum(parts);
  const score = Math.min(most, Math.max(least, total));
  if (score === total) return [];
  const ended = endsOn === null ? 'The entry has ended' : `The entry ended on ${dateWords(endsOn)}`;
  const verdict = score > total ? `Raised to ${tier}: ${rule === 'npi' ? 'the NPI is the same' : 'the rule decides, not the sum'}`
    : heldBack === 'ended' ? `${ended}: weak at most`
      : heldBack === 'middle' ? 'The names beside it differ: weak at most'
      : heldBack === 'suffix' ? 'The suffixes differ: weak at most'
        : tier === 'weak' && birth !== 'equal' && birth !== 'unknown' ? 'The birth dates differ: weak at most'
          : tier === 'strong' ? 'The most there is' : `Held at ${tier}: the rule decides, not the sum`;
  return [{ part: 'limit', ours: '', theirs: '', agrees: 'unknown', verdict, weight: score - total }];
}

function formWords({ from, printed, note, kind }: OurForm): string {
  return `${from} ${printed}${kind === 'part' && note !== '' ? `, ${note}` : ''}`;
}

/** Which of our names, and which form of it, agreed: "former name Hebert", "nickname of Danielle". */
function variantOf(us: SubjectProfile, judged: Judgement): string {
  if (judged.rule === 'npi') return 'the NPI';
  if ((judged.rule === 'business' || judged.rule === 'business-near') && judged.business !== null) return `the business name ${judged.business.ours.printed}`;
  if (judged.rule === 'swapped') return 'given and family name in each other’s place';
  const words: string[] = [];
  if (judged.surname.ours !== null) words.push(formWords(judged.surname.ours));
  const given = judged.given.ours;
  if (judged.rule === 'middle-as-given') words.push('the middle name as the first name');
  else if (given !== null && judged.given.how === 'nickname') words.push(`a short or long form of ${given.printed}`);
  else if (given !== null && given.from !== 'legal name') words.push(formWords(given));
  return words.length === 0 ? `${us.givens[0]?.printed ?? ''} by birth date` : words.join('; ');
}

/** The score card of a row judged to be a match. */
export function scoreJudged(us: SubjectProfile, them: RowProfile, judged: Judgement): ScoredRow {
  if (judged.tier === 'none') throw new Error('A row that is no match has no score card');
  const lines = partsOf(us, them, judged);
  const parts = [...lines, ...limitOf(lines, judged, them.row.endsOn)];
  return { row: them.row.row, tier: judged.tier, score: sum(parts), parts, variant: variantOf(us, judged), why: whyWords(judged, us, them.row) };
}

/**
 * The tier rule on one row: the score card of a match, or null where it is none. Also draws the card of a kept candidate again, from what the check kept.
 * The lines add up to the score, and the score lies in its tier's band. `on` is the day searched: an entry that ended before it is weak at most.
 */
export function scoreRow(subject: Subject, row: ListRow, _list: FileList, on: CivilDate): ScoredRow | null {
  const us = profileOf(subject.identity);
  const them = rowProfile(row);
  const judged = judge(us, them, on);
  return judged.tier === 'none' ? null : scoreJudged(us, them, judged);
}
