import type { AgencyFile } from '../agency-file/schema.ts';
import type { Obligation, Obligations } from '../agenda/exclusions/obligations.ts';
import { keyText, personSubject, vendorSubject, type NamedSubject } from '../agenda/exclusions/subject.ts';
import { toDay, type CivilDate, type CivilMonth } from '../civil-date.ts';
import { plain } from '../import/plain.ts';
import { holds, speakingCheck } from '../model/check-outcome.ts';
import { exclusionLists, exclusionListWords, type Decision, type ExclusionCheck, type ExclusionList, type KeptCandidate } from '../model/exclusion.ts';
import { fullName } from '../model/person.ts';
import { outcomeOn, type Check, type Facts, type Known } from '../rules/known.ts';
import { countOf, dateWords } from '../wording.ts';
import type { SearchOutcome } from './certificate-model.ts';
import { byText } from './by-text.ts';

/** Somebody the month is about: a person or a vendor, with the searches of the month. */
export type MonthSubject = {
  readonly key: string;
  readonly named: NamedSubject;
  /** Whether any list had to be searched; else what is here was searched all the same. */
  readonly owes: boolean;
  readonly searches: readonly MonthSearch[];
};

/** A candidate of a search that a person has to decide about, or a whole check recorded without candidates. */
export type Match = {
  readonly check: Check;
  /** Null where the check was recorded without what it found. */
  readonly candidate: KeptCandidate | null;
  /** What was decided about it by the day looked at, oldest first. */
  readonly decisions: readonly Decision[];
  /** The decision that speaks on the day looked at; null while it is open. */
  readonly decision: Decision | null;
};

export type MonthSearch = {
  readonly list: ExclusionList;
  /** The check that speaks for the month; null where there is none. */
  readonly check: Check | null;
  readonly outcome: SearchOutcome;
  readonly owed: boolean;
  /** Every check of the list in the month, oldest first. */
  readonly all: readonly Check[];
  readonly matches: readonly Match[];
};

/** What has to be decided about a check, or was: its candidates, or the check itself where it keeps none. Weak ones only once decided. */
export function matchesOf(check: Check, on: CivilDate): readonly Match[] {
  const { search, outcome } = check.source;
  if (search !== undefined) {
    return check.about.rows.flatMap(({ candidate, decisions }): readonly Match[] => {
      const made = decisions.filter((decision) => decision.decidedOn <= on);
      return holds(candidate) || made.length > 0 ? [{ check, candidate, decisions: made, decision: made.at(-1) ?? null }] : [];
    });
  }
  if (outcome !== 'possible' && outcome !== 'confirmed') return [];
  const made = check.about.whole.filter((decision) => decision.decidedOn <= on);
  return [{ check, candidate: null, decisions: made, decision: made.at(-1) ?? null }];
}

/** Whether a decision was made for an earlier check and holds on this one. */
export const isRemembered = ({ check, candidate }: Match, decision: Decision): boolean => decision.id === candidate?.decisionId && decision.checkId !== check.id;

/** Matches the month waits for: weak ones never are, decided or not. */
export const weighty = (matches: readonly Match[]): readonly Match[] => matches.filter((match) => match.candidate === null || holds(match.candidate));

/** What a check says on a day, apart from whether anybody owed it. */
function outcomeOf(check: Check, matches: readonly Match[], on: CivilDate): SearchOutcome {
  const outcome = outcomeOn(check, toDay(on));
  if (outcome === null) return 'unable';
  return outcome === 'clear' && weighty(matches).length > 0 ? 'decided' : outcome;
}

/** How a list that is owed stands, as the coverage of the month has it. */
function owedOutcome(obligation: Obligation, matches: readonly Match[]): SearchOutcome {
  switch (obligation.status) {
    case 'met':
      return obligation.beforeHire ? 'before-hire' : weighty(matches).length > 0 ? 'decided' : 'clear';
    case 'review':
      return 'possible';
    case 'fail':
      return 'confirmed';
    default:
      return obligation.check !== null ? 'unable' : obligation.status === 'gap' ? 'none' : 'open';
  }
}

/** One subject's month, list by list: the lists owed, and those searched without being owed. */
function searchesOf(facts: Facts, owed: readonly Obligation[], month: CivilMonth, asOf: CivilDate): readonly MonthSearch[] {
  return exclusionLists.flatMap((list): readonly MonthSearch[] => {
    const known = facts.checks.get(list) ?? [];
    const all = known.filter((check) => check.source.checkedOn.startsWith(month) && check.source.checkedOn <= asOf);
    const obligation = owed.find((each) => each.list === list);
    if (obligation !== undefined) {
      const check = known.find((each) => each.source === obligation.check) ?? null;
      const matches = (all.length === 0 && check !== null ? [check] : all).flatMap((each) => matchesOf(each, asOf));
      return [{ list, check, outcome: owedOutcome(obligation, matches), owed: true, all, matches }];
    }
    if (all.length === 0) return [];
    const spoken = speakingCheck(all.map((check) => check.source), (source) => all.filter((check) => check.source === source).map((check) => outcomeOn(check, toDay(asOf)))[0] ?? null);
    const check = all.find((each) => each.source === spoken?.check) ?? all.at(-1) ?? null;
    const matches = all.flatMap((each) => matchesOf(each, asOf));
    return [{ list, check, outcome: check === null ? 'none' : outcomeOf(check, matches, asOf), owed: false, all, matches }];
  });
}

const verdictWords = { 'not-the-person': 'not the person', 'the-person': 'the person', unable: 'could not be determined' } as const satisfies Record<Decision['verdict'], string>;
export const wordsOfVerdict = (verdict: Decision['verdict']): string => verdictWords[verdict];

/** One search in a few words, as the table prints it. */
export function wordsOfSearch(search: MonthSearch): string {
  const matches = weighty(search.matches);
  const open = matches.filter((match) => match.decision === null).length;
  switch (search.outcome) {
    case 'clear':
      return 'clear';
    case 'decided':
      return `clear: ${countOf(matches.length, 'match', 'matches')} decided not the person`;
    case 'possible':
      // A decision counts by the last day worked (rules 0.6.29): one made later changes nothing, and is printed among the decisions.
      return open === 0 && matches.length > 0 ? 'decided after the last day worked' : `${countOf(Math.max(1, open), 'match', 'matches')} to decide`;
    case 'confirmed':
      return 'on the list: the person';
    case 'unable':
      return matches.some((match) => match.decision?.verdict === 'unable') ? 'could not be determined' : 'search not possible';
    case 'before-hire':
      return `search before hire, ${search.check === null ? '' : dateWords(search.check.source.checkedOn)}`;
    case 'none':
      return 'not searched';
    case 'open':
      return 'still to be searched';
  }
}

/** The names a check was made under: those of the identity it keeps, else as it was recorded. */
export function namesOf(check: ExclusionCheck): readonly string[] {
  const identity = check.search?.identity;
  return [...new Set(identity === undefined ? check.namesSearched ?? [] : [...identity.names.map(fullName), ...identity.businessNames])];
}

/** Everybody the month is about: those who owe a list, and those who were searched all the same. People first, then vendors, by name. */
export function monthSubjects(file: AgencyFile, known: Known, obligations: Obligations, month: CivilMonth, asOf: CivilDate): readonly MonthSubject[] {
  const subjects = [
    ...file.people.map((person) => ({ named: personSubject(person), facts: () => known.ofPerson(person.id) })),
    ...(file.vendors ?? []).map((vendor) => ({ named: vendorSubject(vendor), facts: () => known.ofVendor(vendor.id) })),
  ];
  return subjects
    .flatMap(({ named, facts }): readonly MonthSubject[] => {
      const owed = obligations.of(named.key, month);
      const searches = searchesOf(facts(), owed, month, asOf);
      return searches.length === 0 ? [] : [{ key: keyText(named.key), named, owes: owed.length > 0, searches }];
    })
    .sort((one, other) => Number(one.named.vendor !== null) - Number(other.named.vendor !== null) || byText(plainName(one), plainName(other)) || byText(one.key, other.key));
}

/** Letters without their accents, in plain order: the same on every machine, and Đặng stands with the other D. */
const plainName = (subject: MonthSubject): string => plain(subject.named.listName);

export const shortOf = (list: ExclusionList): string => exclusionListWords[list].short;
