import { endOfMonth, toDay, type Day } from '../../civil-date.ts';
import { attestedFigures, caseloadOf, type AttestedFigure } from '../../model/agency-records/caseload.ts';
import { fullName, shownName, type Person } from '../../model/person.ts';
import { countOf, dateWords } from '../../wording.ts';
import { listed } from '../explain/words.ts';
import { worseOf, type Status } from '../status.ts';
import { far, judgement, openUntil } from './fidelity/verdict.ts';
import { teamMembers, teamPartOf, type Days, type TeamMember, type TeamPart } from './meetings/members.ts';
import type { AgencyContext, AgencyJudge, StaffingRule } from './row.ts';

type Rule<Kind extends StaffingRule['kind']> = Extract<StaffingRule, { readonly kind: Kind }>;

/** Days after its period through which an attested caseload speaks for a specialist: a quarter. */
const caseloadSpeaksDays = 92;

const holds = (days: readonly Days[], today: Day): boolean => days.some(({ from, to }) => from <= today && today <= to);
const number = (value: number): string => String(Math.round(value * 100) / 100);

const peopleOf = new WeakMap<AgencyContext['file']['people'], ReadonlyMap<string, Person>>();

/** Somebody by id. The people of a file are indexed once: every team asks for its own. */
function personOf(file: AgencyContext['file'], id: string | undefined): Person | undefined {
  if (id === undefined) return undefined;
  let index = peopleOf.get(file.people);
  if (index === undefined) {
    index = new Map(file.people.map((person) => [person.id, person]));
    peopleOf.set(file.people, index);
  }
  return index.get(id);
}

const employedOn = (person: Person, today: Day): boolean =>
  person.employments.some(({ hiredOn, endedOn, withdrawnOn }) => withdrawnOn === undefined && hiredOn !== undefined && toDay(hiredOn) <= today && (endedOn === undefined || today <= toDay(endedOn)));

/** The roles of some part that somebody holds in some teams on a day, as shares of full time; full time where none is recorded. */
export function shareOf(person: Person | undefined, teamIds: ReadonlySet<string>, parts: readonly TeamPart[], today: Day): number {
  let share = 0;
  for (const employment of person?.employments ?? []) {
    if (employment.withdrawnOn !== undefined || employment.hiredOn === undefined || toDay(employment.hiredOn) > today || (employment.endedOn !== undefined && toDay(employment.endedOn) < today)) continue;
    for (const role of employment.roles) {
      const part = teamPartOf(role.role);
      if (role.teamId === undefined || !teamIds.has(role.teamId) || part === null || !parts.includes(part)) continue;
      if (toDay(role.from) <= today && (role.to === undefined || today <= toDay(role.to))) share += role.fte ?? 1;
    }
  }
  return share;
}

type Supervisor = { readonly personId: string; readonly name: string };

/** Who supervises a team on a day: whoever holds the role in it, and the person named on the team while employed. */
function supervisorsOf({ file, team, today }: AgencyContext): readonly Supervisor[] {
  if (team === null) return [];
  const found = new Map(teamMembers(file, team.id).filter((member) => holds(member.days.supervisor, today)).map(({ personId, name }) => [personId, name]));
  const named = personOf(file, team.supervisorId);
  if (named !== undefined && employedOn(named, today)) found.set(named.id, fullName(shownName(named)));
  return [...found].map(([personId, name]) => ({ personId, name }));
}

const supervised = new WeakMap<AgencyContext['file'], { readonly today: Day; readonly teams: ReadonlyMap<string, readonly string[]> }>();

/** The ids of the open teams somebody supervises on a day. Made once a day judged: every team asks for its supervisors' others. */
function supervisedBy(context: AgencyContext, personId: string): readonly string[] {
  const { file, today, asOf } = context;
  let index = supervised.get(file);
  if (index?.today !== today) {
    const teams = new Map<string, string[]>();
    for (const team of file.teams ?? []) {
      if (team.closedOn !== undefined && team.closedOn < asOf) continue;
      for (const supervisor of supervisorsOf({ ...context, team })) teams.set(supervisor.personId, [...(teams.get(supervisor.personId) ?? []), team.id]);
    }
    index = { today, teams };
    supervised.set(file, index);
  }
  return index.teams.get(personId) ?? [];
}

const specialistsOf = ({ file, today }: AgencyContext, teamId: string): readonly TeamMember[] => teamMembers(file, teamId).filter((member) => holds(member.days.specialist, today));

const begins = ({ team, today }: AgencyContext): Day | null => (team?.implementedOn !== undefined && toDay(team.implementedOn) > today ? toDay(team.implementedOn) : null);

/** Judges whether a team has at least one specialist and a supervisor (S2 Staffing Requirements). */
export const judgeEmploymentUnit: AgencyJudge<Rule<'employment-unit'>> = (context) => {
  const { team, row, today, asOf, soonDays } = context;
  if (team === null) return null;
  const specialists = specialistsOf(context, team.id);
  const supervisors = supervisorsOf(context);
  const missing = [...(specialists.length === 0 ? ['a specialist'] : []), ...(supervisors.length === 0 ? ['a supervisor'] : [])];
  const first = begins(context);
  const status: Status = missing.length === 0 ? 'met' : first !== null ? openUntil(first, { today, soonDays }) : missing.length === 1 ? 'incomplete' : 'overdue';
  return judgement({
    status, onTime: null, dueOn: missing.length === 0 ? null : first, missing, evidenceIds: [],
    fact: `${countOf(specialists.length, 'specialist')}${specialists.length === 0 ? '' : ` (${listed(specialists.map((each) => each.name))})`} and ${supervisors.length === 0 ? 'no supervisor' : listed(supervisors.map((each) => each.name))} on ${dateWords(asOf)}.`,
    rule: 'At least one specialist and a supervisor make an employment unit.',
    consequence: missing.length === 0 ? '' : first !== null ? `The team begins ${far(first, asOf)}.` : `${listed(missing)} ${missing.length === 1 ? 'is' : 'are'} missing.`.replace(/^a/, 'A'),
    brief: missing.length === 0 ? `${countOf(specialists.length, 'specialist')} and a supervisor` : `Without ${listed(missing)}`, headline: missing.length === 0 ? row.title : `The team has no ${missing.map((each) => each.slice(2)).join(' and no ')}`,
    effect: 'Open. Ends when the role is filled.',
  });
};

/** What a caseload is read from: the people, what they attested, and the day. */
type Looking = Pick<AgencyContext, 'file' | 'records' | 'asOf' | 'today'>;

/** The caseload somebody carries in a team as last attested; a number given for another team they are also in is not this one's. */
function carried({ file, records, asOf, today }: Looking, teamId: string, personId: string): AttestedFigure | null {
  const own = attestedFigures(records, 'active-members', { personId }, asOf).find((each) => each.teamId === teamId);
  if (own !== undefined) return own;
  const latest = caseloadOf(records, personId, asOf);
  if (latest === null) return null;
  const elsewhere = teamMembers(file, latest.teamId).find((member) => member.personId === personId);
  return elsewhere !== undefined && (holds(elsewhere.working, today) || holds(elsewhere.days.supervisor, today)) ? null : latest;
}

type Load = { readonly name: string; readonly status: Status; readonly words: string; readonly sum: string; readonly recordId: string | null };

/** The limit a member of the team is held to, `divided` by the share of full time; null for whom the rule says nothing. */
function limitFor(rule: Rule<'caseload'>, member: TeamMember, today: Day, share: number): { readonly limit: number; readonly owesNumber: boolean; readonly since: number } | null {
  const { supervisor, specialist, peer } = member.days;
  const since = Math.max(...[...specialist, ...peer].filter(({ from, to }) => from <= today && today <= to).map(({ from }) => from), -Infinity);
  if (holds(specialist, today)) return { limit: rule.members * share, owesNumber: true, since };
  if (rule.leadMembers !== undefined) return holds(supervisor, today) ? { limit: rule.leadMembers, owesNumber: false, since } : null;
  return holds(peer, today) ? { limit: rule.members * share, owesNumber: false, since } : null;
}

/** Somebody's caseload in a team against what one rule allows them. */
type Caseload = {
  readonly member: TeamMember;
  /** Share of full time as specialist or peer in this team; 1 is full time. */
  readonly share: number;
  /** The most active members, pro rata. */
  readonly limit: number;
  /** The last number attested for this team; null where none was. */
  readonly figure: AttestedFigure | null;
  readonly over: boolean;
  readonly owesNumber: boolean;
  /** First day of the part that owes the number. */
  readonly since: number;
};

/** The caseloads of a team on a day by one rule, of everybody that rule limits (S2 Staff Ratios; S4 Staffing Requirements; G-17). */
export function caseloadsOf(looking: Looking, teamId: string, rule: Rule<'caseload'>): readonly Caseload[] {
  const { file, today } = looking;
  const teams = new Set([teamId]);
  return teamMembers(file, teamId).flatMap((member): readonly Caseload[] => {
    const share = shareOf(personOf(file, member.personId), teams, ['specialist', 'peer'], today);
    const held = limitFor(rule, member, today, share);
    if (held === null) return [];
    const figure = carried(looking, teamId, member.personId);
    return [{ member, share, ...held, figure, over: figure !== null && figure.value > held.limit + 1e-9 }];
  });
}

/** Judges each caseload against the members a full-time specialist may have, pro rata (S2 Staff Ratios; S4 Staffing Requirements; G-17). */
export const judgeCaseload: AgencyJudge<Rule<'caseload'>> = (context) => {
  const { team, row, today, asOf } = context;
  if (team === null) return null;
  const { rule } = row;
  const loads = caseloadsOf(context, team.id, rule).map(({ member, share, limit, figure, over, owesNumber, since }): Load | null => {
    const most = `${number(limit)}${share !== 1 && limit === rule.members * share ? ` (${String(rule.members)} × ${number(share)})` : ''}`;
    if (figure === null) {
      if (!owesNumber) return null;
      const fresh = Number.isFinite(since) && today <= endOfMonth(since as Day);
      return { name: member.name, status: fresh ? 'not-yet-due' : 'review', words: `${member.name}: not attested`, sum: `${member.name}: no number attested; at most ${most}.`, recordId: null };
    }
    const old = figure.span.last + caseloadSpeaksDays < today;
    const sum = `${member.name}: ${number(figure.value)} attested ${dateWords(figure.attestedOn)} by ${figure.attestedBy}; at most ${most}${over ? `; ${number(figure.value - limit)} too many` : ''}${old ? '; older than three months' : ''}.`;
    return { name: member.name, status: over ? 'incomplete' : old ? 'review' : 'met', words: `${member.name}: ${number(figure.value)}${over ? ` of ${number(limit)}` : ', attested over three months ago'}`, sum, recordId: figure.recordId };
  }).filter((each) => each !== null);
  if (loads.length === 0) return null;
  const status = loads.reduce<Status>((worst, each) => worseOf(worst, each.status), 'met');
  const over = loads.filter((each) => each.status === 'incomplete');
  const unknown = loads.filter((each) => each.status === 'review' || each.status === 'not-yet-due');
  return judgement({
    status, onTime: null, dueOn: null, missing: [...over, ...unknown].map((each) => each.words), evidenceIds: [...new Set(loads.flatMap((each) => each.recordId ?? []))],
    fact: over.length > 0 ? `${countOf(over.length, 'caseload')} too large on ${dateWords(asOf)}: ${listed(over.map((each) => each.words))}.` : unknown.length > 0 ? `No recent number: ${listed(unknown.map((each) => each.name))}.` : `${countOf(loads.length, 'caseload')} within the limit on ${dateWords(asOf)}.`,
    rule: `A full-time specialist has at most ${number(rule.members)} active members, part time pro rata${rule.leadMembers === undefined ? '' : `; a team lead at most ${String(rule.leadMembers)}`}.`,
    consequence: over.length > 0 ? 'It ends when a smaller number is attested.' : status === 'review' ? 'Attest the numbers of this month.' : '',
    brief: over.length > 0 ? `${countOf(over.length, 'caseload')} too large` : unknown.length > 0 ? `${countOf(unknown.length, 'number')} not attested` : `${countOf(loads.length, 'caseload')} within the limit`,
    headline: over.length > 0 ? `${over.map((each) => each.name).slice(0, 2).join(' and ')}${over.length > 2 ? ` and ${String(over.length - 2)} more` : ''}: caseload too large` : status === 'review' ? 'Active members are not attested' : row.title,
    sums: loads.map((each) => each.sum), effect: status === 'review' ? 'No verdict until the numbers are attested.' : 'Open. Ends when a smaller number is attested.',
  });
};

/**
 * Judges the time supervisors have for their specialists (S2 Supervision 1; G-16): at most so many specialists per full-time supervisor, and with
 * fewer other duties for the rest of the time, with a tenth of grace. Null without a supervisor; the employment unit says so.
 */
export const judgeSupervisorRatio: AgencyJudge<Rule<'supervisor-ratio'>> = (context) => {
  const { team, file, row, today, asOf, records } = context;
  const supervisors = supervisorsOf(context);
  if (team === null || supervisors.length === 0) return null;
  const teamIds = new Set([team.id, ...supervisors.flatMap(({ personId }) => supervisedBy(context, personId))]);
  const specialists = new Set([...teamIds].flatMap((id) => specialistsOf(context, id).map((member) => member.personId))).size;
  if (specialists === 0) return null;
  const per = row.rule.specialists;
  const times = supervisors.map(({ personId, name }) => {
    const share = shareOf(personOf(file, personId), teamIds, ['supervisor'], today);
    return { name, share: share === 0 ? 1 : Math.min(1, share), other: attestedFigures(records, 'other-duty-percent', { personId }, asOf)[0] ?? null };
  });
  const full = times.reduce((sum, each) => sum + each.share, 0);
  const left = times.reduce((sum, each) => sum + each.share * (1 - (each.other?.value ?? 0) / 100), 0);
  const needed = specialists / per;
  const tooMany = specialists > per * full + 1e-9;
  const tooLittle = !tooMany && left < needed - 0.1 - 1e-9;
  const status: Status = tooMany || tooLittle ? 'incomplete' : 'met';
  const names = listed(times.map((each) => each.name));
  const duties = times.flatMap((each) => (each.other === null ? [] : [`${each.name} ${number(each.other.value)} % other duties, attested ${dateWords(each.other.attestedOn)}`]));
  const unattested = times.filter((each) => each.other === null).map((each) => each.name);
  return judgement({
    status, onTime: null, dueOn: null, evidenceIds: [...new Set(times.flatMap((each) => each.other?.recordId ?? []))],
    fact: `${names}: ${countOf(specialists, 'specialist')}${teamIds.size > 1 ? ` in ${String(teamIds.size)} teams` : ''}, ${number(full)} full-time${duties.length === 0 ? '' : `, ${listed(duties)}`}.`,
    rule: `One full-time supervisor has at most ${String(per)} specialists; with fewer, the rest of the time is free in proportion.`,
    consequence: tooMany ? `${number(specialists - per * full)} specialists too many.` : tooLittle ? `${number(needed)} of full time is needed, ${number(left)} is left.` : unattested.length > 0 ? `Other duties of ${listed(unattested)} are not attested; none are assumed.` : '',
    brief: tooMany ? `${String(specialists)} specialists, at most ${number(per * full)}` : tooLittle ? `${number(left)} of ${number(needed)} full time left` : `${countOf(specialists, 'specialist')} for ${number(full)} supervisor`,
    headline: tooMany ? 'Too many specialists for one supervisor' : tooLittle ? "The supervisor's other duties leave too little time" : row.title,
    sums: [`${String(specialists)} ÷ ${String(per)} = ${number(needed)} of full time needed, ${number(Math.max(0, needed - 0.1))} accepted; ${number(left)} left.`],
    arithmetic: [
      { label: 'Specialists', value: String(specialists) }, { label: `÷ ${String(per)} = full time needed`, value: number(needed) },
      { label: 'Time left for supervision', value: number(left), mark: status === 'met' ? 'total' : 'over' },
    ],
    effect: 'Open. Ends with fewer specialists, more supervision, or fewer other duties attested.',
  });
};
