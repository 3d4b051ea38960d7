import { toDay, type CivilDate } from '../../../civil-date.ts';
import type { Meeting } from '../../../model/agency-records/agency-record.ts';
import { nextPeriod } from '../../../model/agency-records/period.ts';
import { monthWords } from '../../../wording.ts';
import type { AgencyContext, AgencyJudge, MeetingRule } from '../row.ts';
import { anyIn, caseloadIn } from './figure-of.ts';
import { periodsToJudge, type ToJudge } from './judged-periods.ts';
import { heldByPeriod, teamLog, type AttachedTeam, type Held, type LoggedMeeting, type TeamLog } from './log.ts';
import { covers, merged, onLeave, teamMembers, type Days, type TeamMember, type WorkSpan } from './members.ts';
import { overSpans, periodStatus, type JudgedSpan } from './over-periods.ts';

/** One thing owed in a period. `words` say what is missing where it was not found; `unknown`: no attested number tells whether it was owed. */
type Need = { readonly found: boolean; readonly words: string; readonly unknown?: true };

type Work = {
  readonly context: AgencyContext<MeetingRule>;
  readonly teamId: string;
  readonly members: readonly TeamMember[];
  /** Days on which anybody beside the supervisor is in the unit. */
  readonly unit: readonly Days[];
  readonly log: TeamLog;
  readonly held: ReadonlyMap<number, Held>;
  readonly support: ReadonlyMap<string, readonly Days[]>;
  readonly relieved: string[];
};

const nothing: Held = { counted: [], present: new Set(), refused: [] };

/**
 * Judges a recurring meeting of a team over its weeks, months or quarters (S2 Components 1 and Supervision; S4 Service requirements).
 * Who owes a period was in the team on all its weekdays and not on leave. Null for a duty without a team, or one that was never owed.
 */
export const judgeMeeting: AgencyJudge<MeetingRule> = (context) => {
  const { team, row, records, file, today } = context;
  if (team === null) return null;
  const { rule } = row;
  const log = teamLog(records, team.id);
  const members = teamMembers(file, team.id);
  const work: Work = {
    context, teamId: team.id, members, log, unit: merged(members.flatMap((member) => member.staff)),
    held: heldByPeriod(log, rule, rule.every, today, rule.per === 'treatment-team' ? supervisorAttends(members, team.supervisorId) : undefined),
    support: rule.per === 'field-support' ? supported(context, team.id) : new Map(),
    relieved: [],
  };
  const { from, periods } = periodsToJudge(context, rule.every);
  const spans: JudgedSpan[] = [];
  for (const period of periods) {
    const judged = judgePeriod(work, period, spans.at(-1));
    if (judged !== null) spans.push(judged);
  }
  return overSpans(spans, { row, asOf: context.asOf, from, notes: () => notesOf(work) });
};

/** The supervisor's presence at a treatment team's meeting counts however the meeting was logged. */
function supervisorAttends(members: readonly TeamMember[], supervisorId: string | undefined): (meeting: Meeting) => boolean {
  const leads = new Set(members.filter((member) => member.days.supervisor.length > 0).map((member) => member.personId));
  if (supervisorId !== undefined) leads.add(supervisorId);
  return (meeting) => meeting.meeting === 'treatment-team' && meeting.personIds.some((id) => leads.has(id));
}

function supported({ records }: AgencyContext, teamId: string): Work['support'] {
  const support = new Map<string, readonly Days[]>();
  for (const record of records.of('field-support')) {
    if (record.teamId !== teamId) continue;
    const days = { from: toDay(record.from), to: record.to === undefined ? Infinity : toDay(record.to) };
    support.set(record.personId, merged([...(support.get(record.personId) ?? []), days]));
  }
  return support;
}

function judgePeriod(work: Work, period: ToJudge, before: JudgedSpan | undefined): JudgedSpan | null {
  const { rule } = work.context.row;
  const held = work.held.get(period.span.first) ?? nothing;
  const evidenceIds = held.counted.map((meeting) => meeting.record.id);
  if (rule.ifShared === true && held.counted.length === 0) {
    const shared = sharedIn(work, period.span);
    if (shared === null) {
      const words = 'attest whether members are shared';
      return { ...period, status: periodStatus(period, work.context.today, { needed: 1, found: 0, unknown: 1 }), missing: [words], evidenceIds };
    }
    if (!shared.any) return { ...period, status: 'not-applicable', missing: [], evidenceIds: [shared.recordId] };
  }
  const needs = needsOf(work, period, held, before);
  if (needs.length === 0) return null;
  const found = needs.filter((need) => need.found).length;
  const unknown = needs.filter((need) => !need.found && need.unknown === true).length;
  return {
    ...period,
    status: periodStatus(period, work.context.today, { needed: needs.length, found, unknown }),
    missing: needs.filter((need) => !need.found).map((need) => need.words),
    evidenceIds,
  };
}

/** What a team owes in one period; empty where nobody owed anything. */
function needsOf(work: Work, period: ToJudge, held: Held, before: JudgedSpan | undefined): readonly Need[] {
  const { rule } = work.context.row;
  switch (rule.per) {
    case 'unit': return unitOwes(work, period.span) ? [{ found: held.counted.length > 0, words: none(rule, held) }] : [];
    case 'treatment-team': return treatmentTeamNeeds(work, period.span, held);
    case 'field-support': return supportNeeds(work, period.span, held);
    case 'specialist':
    case 'staff': {
      const people = owing(work, period.span);
      if (rule.meetings.includes('treatment-team')) return people.flatMap((member) => attachedNeeds(work, period, member, held, before));
      if (held.counted.length === 0) {
        // Nobody met: the period itself is named, not everybody by name. A unit too small or too new owes nothing.
        const owes = rule.meetings.includes('field-mentoring') ? people.length > 0 : unitOwes(work, period.span);
        return owes ? [{ found: false, words: none(rule, held) }] : [];
      }
      return people.map((member) => {
        const found = held.present.has(member.personId);
        return found ? { found, words: '' } : personNeed(work, period, member, held, before, (other) => other.present.has(member.personId));
      });
    }
  }
}

/** The unit owes a period if somebody beside the supervisor was in it throughout, the same person or one after the other. */
const unitOwes = (work: Work, span: WorkSpan): boolean => covers(work.unit, span, work.context.today);

/** Who owes a period, by what the rule looks at: peers only where nothing but presence is asked of them, never who leads the team. */
function owing(work: Work, span: WorkSpan): readonly TeamMember[] {
  const { row, team, today } = work.context;
  const { rule } = row;
  return work.members.filter((member) => {
    if (member.personId === team?.supervisorId || covers(member.days.supervisor, span, today)) return false;
    const days = rule.per === 'staff' ? (rule.meetings.includes('field-mentoring') && onlyOffice(member) ? [] : member.staff) : member.working;
    return covers(days, span, today) && !onLeave(member, span, today);
  });
}

/** Field mentoring is for those who work in the field. */
const onlyOffice = (member: TeamMember): boolean => member.roles.size === 1 && member.roles.has('program-assistant');

/** A member's need, lifted where few members and the week before (or the beginning) allow every second week (S2 Components 1). */
function personNeed(work: Work, period: ToJudge, member: TeamMember, held: Held, before: JudgedSpan | undefined, was: (held: Held) => boolean, what = 'no session'): Need {
  const { rule } = work.context.row;
  const words = `${member.name}: ${refused(held, rule, (meeting) => meeting.record.personIds.includes(member.personId)) ?? what}`;
  if (rule.reliefMembers === undefined || rule.every !== 'week') return { found: false, words };
  const caseload = caseloadIn(work.context.records, member.personId, period.span, work.context.asOf);
  const last = nextPeriod(period.span, -1);
  // The first week of somebody new, or back from leave, can wait for the second.
  const owedBefore = before?.span.first === last.first && covers(member.working, before.span, work.context.today) && !onLeave(member, before.span, work.context.today);
  if (owedBefore && !was(work.held.get(last.first) ?? nothing)) return { found: false, words: caseload !== null && caseload.value <= rule.reliefMembers ? `${member.name}: none in two weeks` : words };
  if (caseload === null) return { found: false, words: `${words}, caseload not attested` };
  if (caseload.value > rule.reliefMembers) return { found: false, words };
  work.relieved.push(`${member.name}: ${String(caseload.value)}`);
  return { found: true, words: '' };
}

const inOf = (meeting: LoggedMeeting, team: AttachedTeam, only: boolean): boolean => meeting.treatmentTeam === team.id || (meeting.treatmentTeam === null && only);

/** A specialist at each treatment team assigned to them. Who is attached to none cannot be judged: somebody must say to which. */
function attachedNeeds(work: Work, period: ToJudge, member: TeamMember, held: Held, before: JudgedSpan | undefined): readonly Need[] {
  const { today } = work.context;
  const only = work.log.treatmentTeams.length === 1;
  const attached = work.log.treatmentTeams.filter((team) => covers(team.days, period.span, today) && covers(team.members.get(member.personId) ?? [], period.span, today));
  if (attached.length === 0) {
    const anywhere = work.log.treatmentTeams.some((team) => (team.members.get(member.personId) ?? []).some((each) => each.from <= period.span.last && each.to >= period.span.first));
    const asked = !anywhere && covers(member.days.specialist, period.span, today);
    return asked ? [{ found: false, words: `${member.name}: attached to no treatment team`, unknown: true }] : [];
  }
  return attached.map((team): Need => {
    const at = (some: Held): boolean => some.counted.some((meeting) => inOf(meeting, team, only) && meeting.record.personIds.includes(member.personId));
    if (at(held)) return { found: true, words: '' };
    const here: Held = { ...held, refused: held.refused.filter(({ meeting }) => inOf(meeting, team, only)) };
    return personNeed(work, period, member, here, before, at, `not at ${team.name}`);
  });
}

function treatmentTeamNeeds(work: Work, span: WorkSpan, held: Held): readonly Need[] {
  if (!unitOwes(work, span)) return [];
  const { today } = work.context;
  if (work.log.treatmentTeams.every(({ days }) => days.every((each) => each.from > today))) return [{ found: false, words: 'no treatment team on file', unknown: true }];
  const only = work.log.treatmentTeams.length === 1;
  return work.log.treatmentTeams.filter((team) => covers(team.days, span, today)).map((team) => ({
    found: held.counted.some((meeting) => inOf(meeting, team, only)),
    words: `${team.name}: ${refused(held, work.context.row.rule, (meeting) => inOf(meeting, team, only)) ?? 'no meeting'}`,
  }));
}

function supportNeeds(work: Work, span: WorkSpan, held: Held): readonly Need[] {
  const { today } = work.context;
  return work.members.filter((member) => covers(work.support.get(member.personId) ?? [], span, today) && covers(member.staff, span, today) && !onLeave(member, span, today))
    .map((member) => ({ found: held.present.has(member.personId), words: `${member.name}: not accompanied` }));
}

/** Whether members are shared in a month: the team's figure, or its specialists' together. */
function sharedIn(work: Work, span: WorkSpan): { readonly any: boolean; readonly recordId: string } | null {
  const { records, asOf, today } = work.context;
  const whole = anyIn(records, 'shared-members', { teamId: work.teamId }, span, asOf);
  if (whole !== null) return whole;
  let zero: { readonly any: boolean; readonly recordId: string } | null = null;
  let unknown = false;
  for (const member of work.members) {
    const own = anyIn(records, 'shared-members', { personId: member.personId }, span, asOf);
    if (own?.any === true) return own;
    if (own !== null) zero ??= own;
    else if (covers(member.days.specialist, span, today)) unknown = true;
  }
  return unknown ? null : zero;
}

const refusals = { individual: () => 'with one person, where a group is asked for', telephone: () => 'by telephone, which does not count', video: (on: CivilDate, limit: number) => `by video, after ${String(limit)} others in ${monthWords(on)}` };

/** Why a meeting that was held does not count; null where there was none. */
function refused(held: Held, rule: MeetingRule, concerns: (meeting: LoggedMeeting) => boolean): string | null {
  const first = held.refused.find(({ meeting }) => concerns(meeting));
  return first === undefined ? null : refusals[first.why](first.meeting.record.heldOn, rule.videoPerMonth ?? 0);
}

const none = (rule: MeetingRule, held: Held): string => refused(held, rule, () => true) ?? (rule.meetings.includes('supervision') ? 'no session' : 'no meeting');

function notesOf(work: Work): readonly string[] {
  const people = [...new Set(work.relieved)];
  return people.length === 0 ? [] : [`Every second week was enough for ${people.slice(0, 6).join(', ')} attested active members${people.length > 6 ? ' and others' : ''}.`];
}
