import type { AgencyFile } from '../agency-file/schema.ts';
import { endOfMonth, firstDayOf, fromDay, plusDays, toDay, type CivilDate, type CivilMonth } from '../civil-date.ts';
import { holds, speakingCheck } from '../model/check-outcome.ts';
import { exclusionLists, exclusionListWords, type Decision, type ExclusionCheck, type ExclusionList, type KeptCandidate } from '../model/exclusion.ts';
import { fullName, type Person } from '../model/person.ts';
import { outcomeOn, type Check, type Facts } from '../rules/known.ts';
import type { Evaluation, Period } from '../rules/standing.ts';
import { countOf, dateWords } from '../wording.ts';
import type { SearchOutcome } from './certificate-model.ts';

/** Somebody the month is about: a person or a vendor, with the searches of the month. */
export type MonthSubject = {
  readonly key: string;
  readonly ref: { readonly personId: string } | { readonly vendorId: string };
  readonly owed: ReadonlyMap<ExclusionList, readonly Period[]>;
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

// A person and a vendor may have the same id: ids are unique in their own list only.
export const personKey = (id: string): string => `person:${id}`;
export const vendorKey = (id: string): string => `vendor:${id}`;

/** The lists each subject owes in a month, with the judged period that says so. */
export function owedIn(evaluation: Evaluation, month: CivilMonth): ReadonlyMap<string, ReadonlyMap<ExclusionList, readonly Period[]>> {
  const found = new Map<string, Map<ExclusionList, Period[]>>();
  for (const standing of evaluation.standings) {
    const key = standing.personId !== undefined ? personKey(standing.personId) : standing.vendorId !== undefined ? vendorKey(standing.vendorId) : undefined;
    const period = standing.periods?.find((each) => each.period === month);
    if (key === undefined || period === undefined) continue;
    const { rule } = standing.account;
    if (rule.kind !== 'every-month') continue;
    const lists = found.get(key) ?? new Map<ExclusionList, Period[]>();
    for (const list of rule.lists) lists.set(list, [...(lists.get(list) ?? []), period]);
    found.set(key, lists);
  }
  return found;
}

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

function outcomeOf(check: Check, matches: readonly Match[], on: CivilDate): SearchOutcome {
  const outcome = outcomeOn(check, toDay(on));
  if (outcome === null) return 'unable';
  return outcome === 'clear' && weighty(matches).length > 0 ? 'decided' : outcome;
}

/** The search before hire that stands for the month of hire: at most 31 days old on the first day (rules 0.6.11). */
function beforeHire(checks: readonly Check[], beginnings: readonly CivilDate[], month: CivilMonth, periods: readonly Period[], list: ExclusionList): Check | null {
  const begun = beginnings.find((date) => date.startsWith(month));
  const stands = periods.some((period) => ['met', 'review', 'fail'].includes(period.status) || (period.status === 'incomplete' && period.missing?.includes(list) === false));
  if (begun === undefined || !stands) return null;
  const earliest = fromDay(plusDays(toDay(begun), -31));
  return checks.filter((check) => check.source.checkedOn >= earliest && check.source.checkedOn < `${month}-01`).at(-1) ?? null;
}

type Looking = { readonly month: CivilMonth; readonly asOf: CivilDate };

/** One subject's month, list by list: the lists owed, and those searched without being owed. */
export function searchesOf(facts: Facts, owed: ReadonlyMap<ExclusionList, readonly Period[]>, beginnings: readonly CivilDate[], { month, asOf }: Looking): readonly MonthSearch[] {
  const isOver = asOf > fromDay(endOfMonth(firstDayOf(month)));
  return exclusionLists.flatMap((list): readonly MonthSearch[] => {
    const known = facts.checks.get(list) ?? [];
    const all = known.filter((check) => check.source.checkedOn.startsWith(month) && check.source.checkedOn <= asOf);
    const periods = owed.get(list);
    if (all.length === 0 && periods === undefined) return [];
    const judged = all.map((check) => {
      const matches = matchesOf(check, asOf);
      return { check, matches, said: outcomeOn(check, toDay(asOf)), outcome: outcomeOf(check, matches, asOf) };
    });
    const spoken = speakingCheck(all.map((check) => check.source), (source) => judged.find((each) => each.check.source === source)?.said ?? null);
    const speaking = judged.find((each) => each.check.source === spoken?.check) ?? judged.at(-1);
    const isOwed = periods !== undefined;
    if (speaking !== undefined) return [{ list, check: speaking.check, outcome: speaking.outcome, owed: isOwed, all, matches: judged.flatMap((each) => each.matches) }];
    const before = beforeHire(known, beginnings, month, periods ?? [], list);
    if (before !== null) return [{ list, check: before, outcome: 'before-hire', owed: isOwed, all, matches: matchesOf(before, asOf) }];
    return [{ list, check: null, outcome: isOver ? 'none' : 'open', owed: isOwed, all, matches: [] }];
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
      return `${countOf(Math.max(1, open), 'match', 'matches')} to decide`;
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

/** Days on which the employments of a person, or the engagement of a vendor, began. */
export const beginningsOf = (person: Person): readonly CivilDate[] => person.employments.flatMap((employment) => employment.hiredOn ?? []);

/** Everybody the month is about: those who owe a list, and those who were searched all the same. People first, then vendors, by name. */
export function monthSubjects(file: AgencyFile, owed: ReadonlyMap<string, ReadonlyMap<ExclusionList, readonly Period[]>>, factsOf: (ref: MonthSubject['ref']) => Facts, looking: Looking): readonly MonthSubject[] {
  const none = new Map<ExclusionList, readonly Period[]>();
  const subject = (ref: MonthSubject['ref'], key: string, beginnings: readonly CivilDate[]): readonly MonthSubject[] => {
    const own = owed.get(key) ?? none;
    const searches = searchesOf(factsOf(ref), own, beginnings, looking);
    return searches.length === 0 ? [] : [{ key, ref, owed: own, searches }];
  };
  return [
    ...file.people.flatMap((person) => subject({ personId: person.id }, personKey(person.id), beginningsOf(person))),
    ...(file.vendors ?? []).flatMap((vendor) => subject({ vendorId: vendor.id }, vendorKey(vendor.id), [vendor.from])),
  ];
}

export const shortOf = (list: ExclusionList): string => exclusionListWords[list].short;
