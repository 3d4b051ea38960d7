import type { AgencyFile } from '../agency-file/schema.ts';
import { toDay, type CivilDate } from '../civil-date.ts';
import { fullName, shownName } from '../model/person.ts';
import type { Explanation } from '../rules/explanation.ts';
import { requirementTitles } from '../rules/packs/packs.ts';
import type { RequirementInfo } from '../rules/requirement.ts';
import type { Evaluation, Standing } from '../rules/standing.ts';
import { statusFacts, statusRank, type Status } from '../rules/status.ts';
import { countOf } from '../wording.ts';
import { isExplained, isLasting } from './acknowledgements.ts';
import { employmentState, rolesOn } from './employment.ts';
import { hasGrace } from './moments.ts';
import { compareNames } from './people-list.ts';
import { correctionThings } from './today-corrections.ts';
import { exclusionThings } from './today-exclusions.ts';

/** What happens when nothing is done, the worst first: the order of the list. */
export const todayGroups = ['stop', 'blocks', 'decide', 'missing', 'soon-14', 'soon-30', 'explain'] as const;
export type TodayGroupKey = (typeof todayGroups)[number];

export const todayGroupWords: Readonly<Record<TodayGroupKey, string>> = {
  stop: 'Stop work',
  blocks: 'Blocks a hire, service or crisis duty',
  decide: 'Needs a decision',
  missing: 'Missing, can still be put right',
  'soon-14': 'Within 14 days',
  'soon-30': 'Within 30 days',
  explain: 'Lasting findings to explain',
};

/** Whom a line is about; vendors have checks too, teams and the agency duties of their own. The id of the agency is `agency`. */
export type TodaySubject = { readonly kind: 'person' | 'vendor' | 'team' | 'agency'; readonly id: string; readonly name: string };

/** `digest` names the row of the check; null where the check was made on a web site. */
export type TodayGoal =
  | { readonly kind: 'standing' }
  /** Nothing of the agency is on file yet: its first papers. */
  | { readonly kind: 'agency-papers' }
  /** A line of a plan of correction. */
  | { readonly kind: 'survey'; readonly surveyId: string }
  | { readonly kind: 'match'; readonly checkId: string; readonly digest: string | null }
  | { readonly kind: 'report'; readonly checkId: string; readonly digest: string | null };

/**
 * One thing to do. Where several people owe the very same thing on the very same day it is one thing, and so is what one
 * person owes before the same day, such as everything that must precede a hire.
 */
export type TodayItem = {
  readonly key: string;
  readonly group: TodayGroupKey;
  readonly status: Status;
  /** The standing that decides the line; where several are joined, the first of them. Null for a match or a report. */
  readonly standing: Standing | null;
  /** What opens for it: the requirement of the standing, the match to decide, the report to record. */
  readonly leadsTo: TodayGoal;
  /** How many standings the line stands for. */
  readonly standings: number;
  readonly subjects: readonly [TodaySubject, ...TodaySubject[]];
  readonly what: string;
  /** Who leads the team, as known from the file; null where nobody is named. */
  readonly whoActs: string | null;
  readonly dueOn: CivilDate | null;
};

export type TodayGroup = { readonly key: TodayGroupKey; readonly title: string; readonly items: readonly TodayItem[] };

export type TodayList = {
  /** Groups that have something, in the order of consequence; inside a group by date, then name. */
  readonly groups: readonly TodayGroup[];
  /** Things to do in all groups. */
  readonly count: number;
  /** Lasting findings that have their note and are off the list. */
  readonly explained: number;
};

const soon = { first: 14, second: 30 } as const;
/** From so many on, alike things are one line. */
const together = 3;

/** Where a standing belongs on the list; null where nothing is to be done now. */
function groupOf(standing: Standing, requirement: RequirementInfo | undefined, asOf: CivilDate): TodayGroupKey | null {
  const clears = requirement?.clearance !== null && requirement?.clearance !== undefined;
  switch (standing.status) {
    case 'fail':
      return 'stop';
    case 'overdue':
    case 'incomplete':
    case 'expired':
      if (isLasting(standing)) return 'explain';
      return clears ? 'blocks' : 'missing';
    case 'review':
      return 'decide';
    case 'stale':
    case 'late':
    case 'gap':
      return isLasting(standing) ? 'explain' : 'blocks';
    case 'due-soon':
    case 'expiring': {
      const days = standing.dueOn === null ? null : toDay(standing.dueOn) - toDay(asOf);
      if (days === null || days > soon.second) return null;
      // What must precede the service that is about to begin blocks it; what may follow does not.
      if (standing.status === 'due-soon' && clears && standing.account.anchor !== null && !hasGrace(standing)) return 'blocks';
      return days <= soon.first ? 'soon-14' : 'soon-30';
    }
    case 'not-yet-due':
    case 'met':
    case 'exempt':
    case 'not-applicable':
      return null;
  }
}

type Placed = { readonly subject: TodaySubject; readonly whoActs: string | null };

/** Everybody something can be asked of on that day: those employed and those about to be; vendors always. */
function placer(file: AgencyFile, asOf: CivilDate): (standing: Standing, requirement: RequirementInfo | undefined) => Placed | null {
  const people = new Map(file.people.map((person) => [person.id, person]));
  const vendors = new Map((file.vendors ?? []).map((vendor) => [vendor.id, vendor]));
  const teams = new Map((file.teams ?? []).map((team) => [team.id, team]));
  const supervisors = new Map((file.teams ?? []).map((team) => [team.id, team.supervisorId]));
  return (standing, requirement) => {
    if (standing.vendorId !== undefined) {
      const vendor = vendors.get(standing.vendorId);
      if (vendor === undefined || (vendor.to !== undefined && vendor.to < asOf)) return null;
      return { subject: { kind: 'vendor', id: vendor.id, name: vendor.name }, whoActs: null };
    }
    if (standing.personId === undefined) {
      const team = teams.get(standing.teamId ?? '');
      const lead = people.get(team?.supervisorId ?? '');
      const subject: TodaySubject = team === undefined ? { kind: 'agency', id: 'agency', name: 'The agency' } : { kind: 'team', id: team.id, name: team.name };
      return { subject, whoActs: lead === undefined ? null : fullName(shownName(lead)) };
    }
    const person = people.get(standing.personId);
    const employment = person?.employments.find((each) => each.id === standing.employmentId);
    if (person === undefined || employment === undefined) return null;
    const state = employmentState(employment, asOf);
    // What an agency must write down when somebody leaves is asked for after the end; nothing else is.
    const afterwards = state === 'left' && requirement?.kinds.includes('separation') === true;
    if (state !== 'employed' && state !== 'candidate' && !afterwards) return null;
    const lead = rolesOn(employment, asOf).map((role) => supervisors.get(role.teamId ?? '')).find((id) => id !== undefined && id !== person.id);
    const leader = people.get(lead ?? '');
    return {
      subject: { kind: 'person', id: person.id, name: fullName(shownName(person)) },
      whoActs: leader === undefined ? null : fullName(shownName(leader)),
    };
  };
}

const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** By date, what has none last; then the worse verdict, then the name. */
const byDate = (one: TodayItem, other: TodayItem): number =>
  // Among what stops work the stop itself comes before what follows from it.
  (one.group === 'stop' && other.group === 'stop' ? statusRank(one.status) - statusRank(other.status) : 0) ||
  inOrder(one.dueOn ?? '9999', other.dueOn ?? '9999') ||
  statusRank(one.status) - statusRank(other.status) ||
  compareNames(one.subjects[0].name, other.subjects[0].name) ||
  inOrder(one.key, other.key);

/** What makes things alike: in what blocks, one person and day of a duty still open; elsewhere requirement, verdict and day. */
function likeness(item: TodayItem): string {
  if (item.standing === null) return item.key;
  // Papers nobody recorded yet are one errand.
  if (item.subjects[0].kind === 'agency' && item.status === 'overdue' && item.standing.evidenceIds.length === 0) return 'agency nothing on file';
  if (item.group === 'blocks' && item.status === 'due-soon') return `${item.subjects[0].id} ${item.dueOn ?? ''}`;
  // What stops work, lies in the past or lasts is looked at one by one.
  const own = item.group === 'stop' || item.group === 'explain' || item.group === 'blocks';
  return own ? item.key : [item.standing.requirement, item.status, item.dueOn].join(' ');
}

function joined(items: readonly TodayItem[], title: (requirement: string) => string): readonly TodayItem[] {
  const alike = new Map<string, TodayItem[]>();
  for (const item of items) {
    const key = likeness(item);
    const known = alike.get(key);
    if (known === undefined) alike.set(key, [item]);
    else known.push(item);
  }
  return [...alike.values()].flatMap((some): readonly TodayItem[] => {
    const [first, ...rest] = [...some].sort(byDate);
    if (first === undefined || some.length < together) return some;
    const subjects = new Map(rest.map((item) => [item.subjects[0].id, item.subjects[0]]));
    subjects.delete(first.subjects[0].id);
    if (subjects.size > 0) return [{ ...first, standings: some.length, subjects: [first.subjects[0], ...subjects.values()], whoActs: null }];
    const titles = [first, ...rest].flatMap((item) => (item.standing === null ? [] : [title(item.standing.requirement)]));
    return [{ ...first, standings: some.length, what: `${countOf(some.length, 'requirement')} open: ${titles.join(', ')}` }];
  });
}

const isAgencySide = ({ subjects: [subject] }: TodayItem): boolean => subject.kind === 'agency' || subject.kind === 'team';

/** An agency that has recorded nothing of itself yet has one thing to do about that, not twenty. */
function beginning(file: AgencyFile, items: readonly TodayItem[]): readonly TodayItem[] {
  if ((file.agencyRecords ?? []).length > 0) return items;
  const own = items.filter(isAgencySide);
  const first = own[0];
  if (first === undefined || own.length < together) return items;
  return [...items.filter((item) => !isAgencySide(item)), {
    key: 'agency papers', group: 'missing', status: 'overdue', standing: null, leadsTo: { kind: 'agency-papers' }, standings: own.length,
    subjects: [{ kind: 'agency', id: 'agency', name: 'The agency' }], what: `Record the agency's papers: ${countOf(own.length, 'requirement')}`, whoActs: null, dueOn: null,
  }];
}

/**
 * What must be done on the day of an evaluation, sorted by consequence: what the rules say, matches to decide and reports owed. People who left are not on it, explained findings are
 * only counted, and what is due later than in 30 days waits.
 * @param explain the words of a standing (`explainer`); asked only for what is on the list.
 */
export function todayList(
  file: AgencyFile,
  evaluation: Evaluation,
  requirements: readonly RequirementInfo[],
  explain: (standing: Standing) => Explanation,
): TodayList {
  const { asOf, knownAt } = evaluation;
  const infos = new Map(requirements.map((requirement) => [requirement.id, requirement]));
  const place = placer(file, asOf);
  const screening = exclusionThings(file, evaluation);
  let explained = 0;
  const judged = evaluation.standings.flatMap((standing): readonly TodayItem[] => {
    // A match to decide is on the list itself: the verdicts that wait for it would only say so again.
    if (standing.status === 'review' && standing.evidenceIds.some((id) => screening.undecided.has(id))) return [];
    const requirement = infos.get(standing.requirement);
    const group = statusFacts[standing.status].family === 'ok' ? null : groupOf(standing, requirement, asOf);
    const placed = group === null ? null : place(standing, requirement);
    if (group === null || placed === null) return [];
    if (group === 'explain' && isExplained(file, standing, knownAt)) {
      explained += 1;
      return [];
    }
    const key = [placed.subject.id, standing.employmentId ?? '', standing.requirement].join(' ');
    return [{ key, group, status: standing.status, standing, leadsTo: { kind: 'standing' }, standings: 1, subjects: [placed.subject], what: explain(standing).headline, whoActs: placed.whoActs, dueOn: standing.dueOn }];
  });
  const items = [...beginning(file, judged), ...screening.items, ...correctionThings(file, evaluation)];
  const groups = todayGroups.flatMap((key): readonly TodayGroup[] => {
    const own = [...joined(items.filter((item) => item.group === key), (id) => infos.get(id)?.title ?? requirementTitles.get(id) ?? id)].sort(byDate);
    return own.length === 0 ? [] : [{ key, title: todayGroupWords[key], items: own }];
  });
  return { groups, count: groups.reduce((sum, group) => sum + group.items.length, 0), explained };
}
