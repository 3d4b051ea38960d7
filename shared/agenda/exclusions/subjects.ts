import type { AgencyFile } from '../../agency-file/schema.ts';
import { monthOf, toDay, type CivilDate } from '../../civil-date.ts';
import { exclusionLists, type ExclusionCheck, type ExclusionList, type SearchIdentity } from '../../model/exclusion.ts';
import { northCarolinaRoles, type Employment, type Role } from '../../model/person.ts';
import { packsInUse } from '../../rules/effective.ts';
import { packs } from '../../rules/packs/packs.ts';
import type { Evaluation, Standing } from '../../rules/standing.ts';
import type { Status } from '../../rules/status.ts';
import type { SubjectKey } from '../../screening/finding.ts';
import { fileLists, type FileList } from '../../screening/list.ts';
import { identityOfPerson, identityOfVendor } from '../../screening/match/identity.ts';
import { dateWords } from '../../wording.ts';
import { obligationsOf, type Obligations } from './obligations.ts';
import { spansOf, whyNotRequired, type NotRequired } from './not-required.ts';
import { byListName, keyOf, keyText, personSubject, vendorSubject, type NamedSubject } from './subject.ts';

/** Why somebody is searched for: every month, before a hire to come (or one it was never made for), a registry to be searched again, or as a vendor. */
export const runReasons = ['monthly', 'before-hire', 'renewal', 'vendor'] as const;
export type RunReason = (typeof runReasons)[number];

export const runReasonWords: Readonly<Record<RunReason, string>> = {
  monthly: 'Every month', 'before-hire': 'Before hire', renewal: 'Registry, every six months', vendor: 'Vendor',
};

export type DemandedList = {
  readonly list: ExclusionList;
  /** Searched whole on this machine, or on its web site. */
  readonly by: 'file' | 'website';
  readonly reason: RunReason;
  /** The requirements that ask for it. */
  readonly requirements: readonly string[];
  /** The check that already answers it, decided or not; null while it is to be made. */
  readonly done: ExclusionCheck | null;
};

/** Somebody the rules ask a search for on the day judged. */
export type RunSubject = {
  readonly subject: NamedSubject;
  readonly key: SubjectKey;
  readonly name: string;
  readonly listName: string;
  readonly identity: SearchIdentity;
  /** The first of `runReasons` that any list is asked for by. */
  readonly reason: RunReason;
  /** In the order of the format. */
  readonly lists: readonly DemandedList[];
  readonly fileLists: readonly FileList[];
  readonly websiteLists: readonly ExclusionList[];
};

const isFileList = (list: ExclusionList): list is FileList => (fileLists as readonly string[]).includes(list);

/** A search before a beginning that is still to be made, or to be made again. */
const owing: readonly Status[] = ['not-yet-due', 'due-soon', 'overdue', 'incomplete', 'expired', 'expiring'];

const isCurrent = (employment: Employment, on: CivilDate): boolean => employment.withdrawnOn === undefined && (employment.endedOn === undefined || employment.endedOn >= on);
const isHired = (employment: Employment, on: CivilDate): boolean => employment.hiredOn !== undefined && employment.hiredOn <= on;

const isNorthern = (role: Role): boolean => (northCarolinaRoles as readonly Role[]).includes(role);

/** The states somebody works in, by the roles of the employments that are current or to come. */
export function statesOf(employments: readonly Employment[]): readonly string[] {
  const roles = employments.flatMap((employment) => employment.roles.map((span) => span.role));
  return [...(roles.length === 0 || roles.some((role) => !isNorthern(role)) ? ['LA'] : []), ...(roles.some(isNorthern) ? ['NC'] : [])];
}

/** The states of the agency's packs in force on a day: where its vendors work. */
export function statesOfPacks(file: AgencyFile, on: CivilDate): readonly string[] {
  const day = toDay(on);
  const jurisdictions = packsInUse(file.agency).filter((use) => (use.from === null || use.from <= day) && (use.to === null || use.to >= day)).map((use) => packs[use.id].jurisdiction);
  return [...(jurisdictions.includes('louisiana') ? ['LA'] : []), ...(jurisdictions.includes('north-carolina') ? ['NC'] : [])];
}

/**
 * Everybody the rules ask a search for on the day judged, with the lists their requirements demand: people at work (every month), people to be hired
 * (before hire, on what is demanded monthly too), registries that fall due, vendors engaged or to be. People by name, then vendors.
 * @param evaluation of everybody on the day of the run.
 */
export function runSubjects(file: AgencyFile, evaluation: Evaluation, known: Obligations = obligationsOf(file, evaluation)): readonly RunSubject[] {
  const { asOf } = evaluation;
  const standings = new Map<string, Standing[]>();
  // Whether a requirement is one of searches is the same for everybody; an account is made for those alone.
  const ofLists = new Map<string, boolean>();
  const asksForLists = (standing: Standing): boolean => {
    const known = ofLists.get(standing.requirement) ?? standing.account.lists !== undefined;
    ofLists.set(standing.requirement, known);
    return known;
  };
  for (const standing of evaluation.standings) {
    const key = keyOf(standing);
    if (key === null || standing.status === 'not-applicable' || !asksForLists(standing)) continue;
    const own = standings.get(keyText(key));
    if (own === undefined) standings.set(keyText(key), [standing]);
    else own.push(standing);
  }
  const ownOf = (subject: NamedSubject): readonly Standing[] => standings.get(keyText(subject.key)) ?? [];

  const people = file.people.map(personSubject).sort(byListName).flatMap((subject): readonly RunSubject[] => {
    const current = subject.person.employments.filter((each) => isCurrent(each, asOf));
    const demands = current.flatMap((employment) => demandsOf(ownOf(subject).filter((each) => each.employmentId === employment.id), isHired(employment, asOf), 'monthly'));
    return runSubject(subject, identityOfPerson(subject.person, statesOf(current)), demands, known, asOf);
  });
  const states = statesOfPacks(file, asOf);
  const vendors = (file.vendors ?? []).filter((vendor) => vendor.to === undefined || vendor.to >= asOf).map(vendorSubject).sort(byListName)
    .flatMap((subject) => runSubject(subject, identityOfVendor(subject.vendor, states), demandsOf(ownOf(subject), subject.vendor.from <= asOf, 'vendor'), known, asOf));
  return [...people, ...vendors];
}

type Demand = { readonly list: ExclusionList; readonly reason: RunReason; readonly requirement: string; readonly monthly: boolean };

function demandsOf(own: readonly Standing[], begun: boolean, monthly: 'monthly' | 'vendor'): readonly Demand[] {
  return own.flatMap((standing): readonly Demand[] => {
    const { rule, lists, parts } = standing.account;
    if (lists === undefined) return [];
    const demand = (list: ExclusionList, reason: RunReason): Demand => ({ list, reason: monthly === 'vendor' ? 'vendor' : reason, requirement: standing.requirement, monthly: rule.kind === 'every-month' && begun });
    if (rule.kind === 'every-month') return lists.map((list) => demand(list, begun ? 'monthly' : 'before-hire'));
    const reason: RunReason = rule.kind === 'before' || !begun ? 'before-hire' : 'renewal';
    // For a hire to come every list is searched; once hired, only what was never searched, or has run out.
    return lists.filter((list) => !begun || owing.includes(parts.find((each) => each.part === list || each.part === null)?.status ?? 'met')).map((list) => demand(list, reason));
  });
}

/** A search is answered for a hire to come by one at most 31 days old: it then serves the month of hire as well (rules 0.6.11). */
const freshDays = 31;

function runSubject(subject: NamedSubject, identity: SearchIdentity, demands: readonly Demand[], known: Obligations, asOf: CivilDate): readonly RunSubject[] {
  const first = runReasons.find((reason) => demands.some((demand) => demand.reason === reason));
  if (first === undefined) return [];
  const checks = known.recorded.checksOf(subject.key);
  const lists = exclusionLists.flatMap((list): readonly DemandedList[] => {
    const own = demands.filter((demand) => demand.list === list);
    const reason = runReasons.find((each) => own.some((demand) => demand.reason === each));
    if (reason === undefined) return [];
    const monthly = known.of(subject.key, monthOf(asOf)).find((each) => each.list === list);
    const done = own.some((demand) => demand.monthly)
      ? (monthly !== undefined && ['met', 'review', 'fail'].includes(monthly.status) ? monthly.check : null)
      : checks.filter((check) => check.list === list && toDay(asOf) - toDay(check.checkedOn) <= freshDays && known.outcomeOf(check) !== null)
        .reduce<ExclusionCheck | null>((latest, check) => (latest === null || check.checkedOn >= latest.checkedOn ? check : latest), null);
    return [{ list, by: isFileList(list) ? 'file' : 'website', reason, requirements: [...new Set(own.map((demand) => demand.requirement))], done }];
  });
  return [{
    subject, key: subject.key, name: subject.name, listName: subject.listName, identity, reason: first, lists,
    fileLists: lists.map((each) => each.list).filter(isFileList),
    websiteLists: lists.filter((each) => each.by === 'website').map((each) => each.list),
  }];
}

/** Somebody no search is asked for on the day judged, and why. */
export type NotSearched = { readonly subject: NamedSubject; readonly why: NotRequired };

/** Everybody on record who is not in the run, with the reason: left, withdrawn, not paid by Medicaid, no pack in force that asks. */
export function notSearched(file: AgencyFile, evaluation: Evaluation, run: readonly RunSubject[] = runSubjects(file, evaluation)): readonly NotSearched[] {
  const { asOf } = evaluation;
  const searched = new Set(run.map((each) => keyText(each.key)));
  const why = whyNotRequired(file, evaluation);
  return [...file.people.map(personSubject), ...(file.vendors ?? []).map(vendorSubject)]
    .filter((subject) => !searched.has(keyText(subject.key)))
    .map((subject): NotSearched => {
      const spans = spansOf(subject);
      const left = spans.map((span) => span.to).filter((to) => to !== null).sort().at(-1);
      const gone = left !== undefined && spans.every((span) => span.to !== null && span.to < asOf);
      return { subject, why: gone ? { code: 'left', words: `${subject.vendor === null ? 'Left' : 'Ended'} on ${dateWords(left)}.` } : reasonToday(subject, why(subject, monthOf(asOf), null)) };
    })
    .sort((one, other) => byListName(one.subject, other.subject));
}

/** In the month of a run some reasons of the grid do not hold: what matters is today. */
const reasonToday = (subject: NamedSubject, why: NotRequired): NotRequired =>
  why.code === 'records-begin-later' || why.code === 'left-before-month-end' || why.code === 'not-hired-yet'
    ? subject.person?.employments.every((each) => each.medicaidPaid === false) === true
      ? { code: 'not-paid-by-medicaid', words: 'The services are not paid by Medicaid or Medicare.' }
      : { code: 'not-demanded', words: 'No rule pack in force asks for a search.' }
    : why;
