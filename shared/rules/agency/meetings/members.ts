import type { AgencyFile } from '../../../agency-file/schema.ts';
import { plusDays, toDay, weekdayOf, type CivilDate, type Day } from '../../../civil-date.ts';
import type { PeriodSpan } from '../../../model/agency-records/period.ts';
import { fullName, shownName, type Employment, type Person, type Role } from '../../../model/person.ts';

/** What somebody is in a team: who leads it, who finds jobs, peers beside them, everybody else. */
export type TeamPart = 'supervisor' | 'specialist' | 'peer' | 'support';

const parts: Readonly<Partial<Record<Role, TeamPart>>> = {
  'ips-supervisor': 'supervisor', 'team-lead': 'supervisor',
  'ips-specialist': 'specialist', 'employment-support-professional': 'specialist',
  'ips-peer-specialist': 'peer', 'employment-peer-mentor': 'peer',
  'benefits-counselor': 'support', 'program-assistant': 'support',
};

/** What a role is in a team; null for roles outside IPS. */
export const teamPartOf = (role: Role): TeamPart | null => parts[role] ?? null;

/** Days, both inclusive; `to` Infinity while open. */
export type Days = { readonly from: number; readonly to: number };

/** Somebody of a team, with the days of each part they had in it and the days they were on leave. */
export type TeamMember = {
  readonly personId: string;
  readonly name: string;
  readonly days: Readonly<Record<TeamPart, readonly Days[]>>;
  /** Days in the team in any part but the supervisor's. */
  readonly staff: readonly Days[];
  /** Days as a specialist or a peer. */
  readonly working: readonly Days[];
  readonly leaves: readonly Days[];
  readonly roles: ReadonlySet<Role>;
};

type People = AgencyFile['people'];
const indexes = new WeakMap<People, ReadonlyMap<string, readonly TeamMember[]>>();
const none: readonly TeamMember[] = [];

/** Everybody who ever had an IPS role in a team, in the order of the file. */
export function teamMembers({ people }: { readonly people: People }, teamId: string): readonly TeamMember[] {
  let index = indexes.get(people);
  if (index === undefined) {
    index = indexOf(people);
    indexes.set(people, index);
  }
  return index.get(teamId) ?? none;
}

type Draft = { readonly days: Record<TeamPart, Days[]>; readonly staff: Days[]; readonly roles: Set<Role> };

function indexOf(people: People): ReadonlyMap<string, readonly TeamMember[]> {
  const teams = new Map<string, TeamMember[]>();
  for (const person of people) {
    const drafts = new Map<string, Draft>();
    for (const employment of person.employments) addRoles(employment, drafts);
    for (const [teamId, draft] of drafts) {
      const { days, staff } = draft;
      const member: TeamMember = {
        personId: person.id, name: fullName(shownName(person)), roles: draft.roles, leaves: leavesOf(person), staff: merged(staff), working: merged([...days.specialist, ...days.peer]),
        days: { supervisor: merged(days.supervisor), specialist: merged(days.specialist), peer: merged(days.peer), support: merged(days.support) },
      };
      const list = teams.get(teamId);
      if (list === undefined) teams.set(teamId, [member]);
      else list.push(member);
    }
  }
  return teams;
}

function addRoles(employment: Employment, drafts: Map<string, Draft>): void {
  if (employment.hiredOn === undefined || employment.withdrawnOn !== undefined) return;
  const hired = toDay(employment.hiredOn);
  const ended = endOf(employment.endedOn);
  for (const span of employment.roles) {
    const part = teamPartOf(span.role);
    if (span.teamId === undefined || part === null) continue;
    const days = { from: Math.max(hired, toDay(span.from)), to: Math.min(ended, endOf(span.to)) };
    if (days.to < days.from) continue;
    let draft = drafts.get(span.teamId);
    if (draft === undefined) {
      draft = { days: { supervisor: [], specialist: [], peer: [], support: [] }, staff: [], roles: new Set() };
      drafts.set(span.teamId, draft);
    }
    draft.days[part].push(days);
    if (part !== 'supervisor') draft.staff.push(days);
    draft.roles.add(span.role);
  }
}

const endOf = (date: CivilDate | undefined): number => (date === undefined ? Infinity : toDay(date));

const leavesOf = (person: Person): readonly Days[] =>
  person.employments.flatMap((employment) => (employment.leaves ?? []).map((leave) => ({ from: toDay(leave.from), to: endOf(leave.to) })));

/** The same days in order without overlaps; days that follow on one another, a weekend apart at most, are one. */
export function merged(days: readonly Days[]): readonly Days[] {
  if (days.length < 2) return days;
  const all: { from: number; to: number }[] = [];
  for (const { from, to } of [...days].sort((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last !== undefined && (from <= last.to + 1 || from <= nextWeekday(last.to))) last.to = Math.max(last.to, to);
    else all.push({ from, to });
  }
  return all;
}

function nextWeekday(day: number): number {
  const weekday = weekdayOf(day as Day);
  return day + (weekday === 5 ? 3 : weekday === 6 ? 2 : 1);
}

/** A period with its first and last weekday, Monday to Friday. */
export type WorkSpan = PeriodSpan & { readonly firstWeekday: Day; readonly lastWeekday: Day };

/** The weekdays of a period decide who owes it: who begins on its first one and stays to its last one was there for its whole length. */
export function workSpan(span: PeriodSpan): WorkSpan {
  const first = weekdayOf(span.first);
  const last = weekdayOf(span.last);
  return { ...span, firstWeekday: first <= 5 ? span.first : plusDays(span.first, 8 - first), lastWeekday: last <= 5 ? span.last : plusDays(span.last, 5 - last) };
}

/** Whether days reach over all weekdays of a period. An end after `today` is not known yet (0.6.1). */
export function covers(days: readonly Days[], span: WorkSpan, today: Day): boolean {
  for (const { from, to } of days) if (from <= span.firstWeekday && (to >= span.lastWeekday || to > today)) return true;
  return false;
}

/** Whether a leave excuses somebody from a period: any weekday of a week; more than half of the weekdays of a month or quarter. */
export function onLeave(member: TeamMember, span: WorkSpan, today: Day): boolean {
  if (member.leaves.length === 0) return false;
  let away = 0;
  let weekdays = 0;
  for (let day = span.first; day <= span.last; day = plusDays(day, 1)) {
    if (weekdayOf(day) > 5) continue;
    weekdays += 1;
    if (member.leaves.some(({ from, to }) => from <= today && from <= day && day <= to)) away += 1;
  }
  return span.every === 'week' ? away > 0 : away * 2 > weekdays;
}
