import { endOfMonth, firstDayOf, fromDay, type CivilDate, type CivilMonth } from '../civil-date.ts';
import { countOf, longDateWords, longMonthWords } from '../wording.ts';
import type { Closing, MonthStanding } from './certificate-model.ts';

/** What a month's searches come to. */
export type MonthSums = {
  readonly people: number;
  readonly vendors: number;
  readonly names: number;
  /** Searches owed, and those of them that were made and say something. */
  readonly owed: number;
  readonly made: number;
  /** Owed searches that nobody made, or that could not be made. */
  readonly missing: number;
  readonly explained: number;
  /** Matches by what became of them; `open` wait for a decision, `unable` could not be determined. */
  readonly matches: { readonly all: number; readonly cleared: number; readonly remembered: number; readonly confirmed: number; readonly open: number; readonly unable: number };
  readonly weak: number;
  readonly confirmedSubjects: number;
};

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'] as const;
/** A count inside a sentence: words to twelve, then figures. */
const inWords = (count: number): string => small[count] ?? String(count);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const listed = (parts: readonly string[]): string => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`);

const lastDay = (month: CivilMonth): CivilDate => fromDay(endOfMonth(firstDayOf(month)));

/** Complete is a month in which every search owed was made and every match decided, once it is over or was closed. */
export function standingOf(sums: MonthSums, month: CivilMonth, asOf: CivilDate, closed: boolean): MonthStanding {
  if (sums.owed === 0) return 'nothing-owed';
  const finished = closed || asOf > lastDay(month);
  return finished && sums.missing === 0 && sums.matches.open === 0 && sums.matches.unable === 0 ? 'complete' : 'not-complete';
}

/** Why a month is not complete, as the first sentence says it. */
function lacking(sums: MonthSums, month: CivilMonth, asOf: CivilDate, closed: boolean): string {
  const over = closed || asOf > lastDay(month);
  const { open, unable } = sums.matches;
  const parts = [
    ...(sums.missing > 0 ? [`${inWords(sums.missing)} of ${countOf(sums.owed, 'search', 'searches')} ${over ? (sums.missing === 1 ? 'was not made' : 'were not made') : 'still to be made'}`] : []),
    ...(open > 0 ? [`${inWords(open)} possible ${open === 1 ? 'match is' : 'matches are'} not decided`] : []),
    ...(unable > 0 ? [`${inWords(unable)} ${unable === 1 ? 'match' : 'matches'} could not be determined`] : []),
    ...(over ? [] : [`the month runs until ${longDateWords(lastDay(month))}`]),
  ];
  return listed(parts);
}

function matchSentences(sums: MonthSums): readonly string[] {
  const { all, cleared, remembered, confirmed, open, unable } = sums.matches;
  // What waits for a decision is in the first sentence already.
  if (all > 0 && open === all) return [];
  if (all === 0) return sums.made === 0 ? [] : ['No entry came close enough for a person to decide.'];
  const fate = [
    ...(cleared > 0 ? [`${inWords(cleared)} decided not the person${remembered > 0 ? ` (${remembered === cleared ? (cleared === 1 ? 'in an earlier month' : 'all in earlier months') : `${remembered} in earlier months`})` : ''}`] : []),
    ...(confirmed > 0 ? [`${inWords(confirmed)} decided the person`] : []),
    ...(open > 0 ? [`${inWords(open)} open`] : []),
    ...(unable > 0 ? [`${inWords(unable)} could not be determined`] : []),
  ];
  return [`${capital(inWords(all))} ${all === 1 ? 'entry' : 'entries'} came close enough for a person to decide: ${listed(fate)}.`];
}

function foundSentence(sums: MonthSums): string {
  if (sums.confirmedSubjects > 0) return `${capital(inWords(sums.confirmedSubjects))} of them ${sums.confirmedSubjects === 1 ? 'was' : 'were'} found to be on a list.`;
  return sums.matches.open + sums.matches.unable > 0 ? 'Nobody was so far found to be on a list.' : 'Nobody was found to be on a list.';
}

function closingSentence(closing: Closing | null, holes: number): string {
  if (closing === null) return 'The month is not closed.';
  const by = closing.by === null ? '' : ` by ${closing.by}`;
  return `The month was closed on ${longDateWords(closing.on)}${by}${holes > 0 ? `, with ${inWords(holes)} ${holes === 1 ? 'hole' : 'holes'} explained and left open` : ''}.`;
}

const whom = (sums: MonthSums): string => listed([
  ...(sums.people > 0 ? [sums.people === 1 ? 'one person' : `${sums.people} people`] : []), ...(sums.vendors > 0 ? [countOf(sums.vendors, 'vendor')] : []),
]);

/** The agency's certificate in prose. */
export function agencyLead(sums: MonthSums, standing: MonthStanding, month: CivilMonth, asOf: CivilDate, closing: Closing | null): readonly string[] {
  const name = longMonthWords(month);
  if (standing === 'nothing-owed') return [`No search was owed in ${name}, as the record stands.`, closingSentence(closing, sums.explained)];
  const names = sums.names === 0 ? '' : `, under ${countOf(sums.names, 'name')},`;
  const first = standing === 'complete'
    ? `The exclusion check of ${name} is complete: ${whom(sums)}${names} were searched in every list that had to be searched for them.`
    : `The exclusion check of ${name} is not complete: ${lacking(sums, month, asOf, closing !== null)}.`;
  const second = standing === 'complete' ? [] : [`${capital(whom(sums))} had to be searched; ${inWords(sums.made)} of ${countOf(sums.owed, 'search', 'searches')} ${sums.made === 1 ? 'was' : 'were'} made.`];
  return [first, ...second, ...(sums.made === 0 ? [] : [foundSentence(sums)]), ...matchSentences(sums), closingSentence(closing, sums.explained)];
}

/** A person's certificate in prose. Of the month it says only that it was closed, and when. */
export function personLead(name: string, sums: MonthSums, standing: MonthStanding, month: CivilMonth, asOf: CivilDate, closing: Closing | null): readonly string[] {
  const monthName = longMonthWords(month);
  if (standing === 'nothing-owed') return [`No search of ${name} was owed in ${monthName}, as the record stands.`];
  const names = sums.names === 0 ? '' : ` under ${countOf(sums.names, 'name')}`;
  const lists = sums.owed === 1 ? 'the one list' : sums.owed === 2 ? 'both lists' : `all ${inWords(sums.owed)} lists`;
  const first = standing === 'complete'
    ? `The exclusion check of ${name} for ${monthName} is complete: searched${names} in ${lists} that had to be searched.`
    : `The exclusion check of ${name} for ${monthName} is not complete: ${lacking(sums, month, asOf, closing !== null)}.`;
  const found = sums.matches.confirmed > 0 ? [`${name} was found to be on a list.`]
    : sums.made === 0 ? [] : [sums.matches.open + sums.matches.unable > 0 ? 'So far the person was not found to be on a list.' : 'The person was not found to be on a list.'];
  return [first, ...found, ...matchSentences(sums), closingSentence(closing === null ? null : closing, 0)];
}

/** How the searches were made, for those who check them. */
export function methodWords(engines: readonly string[], kept: number, bare: number, websites: number): readonly string[] {
  const ways = engines.length === 0 ? [] : [
    `Whole lists were searched on the agency's own machine with ${listed(engines)}: every name on record, whole and by each part of a double surname, with accents and punctuation put aside, nicknames, initials, swapped names and single typing slips counted; birth date and NPI compared where the list has them. A strong or a possible match is always decided by a person; a weak one (another birth date, or a name in part) is kept in the log. The same list, names and version of the matching give the same result.`,
  ];
  const site = websites === 0 ? [] : [`${capital(countOf(websites, 'search', 'searches'))} ${websites === 1 ? 'was' : 'were'} made on the web site of a list; the proof is the saved result, named with its SHA-256 where one is kept.`];
  const old = bare === 0 ? [] : [
    `${capital(countOf(bare, 'search', 'searches'))} of a whole list ${bare === 1 ? 'was' : 'were'} recorded without what the search found: names, list and outcome are printed as they were recorded, without a score or a nearest entry${kept > 0 ? '' : ', and cannot be repeated from this record'}.`,
  ];
  return [...ways, ...site, ...old];
}
