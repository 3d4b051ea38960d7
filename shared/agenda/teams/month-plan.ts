import type { AgencyFile } from '../../agency-file/schema.ts';
import { endOfMonth, firstDayOf, fromDay, monthOf, plusDays, toDay, weekdayOf, type CivilDate, type CivilMonth, type Day } from '../../civil-date.ts';
import type { Meeting } from '../../model/agency-records/agency-record.ts';
import { periodAt, periodsBetween, type Cadence, type PeriodSpan } from '../../model/agency-records/period.ts';
import type { StandingRecords } from '../../model/agency-records/standing-records.ts';
import { meetingTypeWords, type MeetingMode, type MeetingType } from '../../model/agency-records/team.ts';
import type { Team } from '../../model/agency.ts';
import { teamLog, type AttachedTeam, type LoggedMeeting, type TeamLog } from '../../rules/agency/meetings/log.ts';
import { covers, onLeave, teamMembers, workSpan, type Days, type TeamMember } from '../../rules/agency/meetings/members.ts';
import type { MeetingRule } from '../../rules/agency/row.ts';

/** One kind of meeting a team holds again and again: at one treatment team, or with one person where the rule says with each. */
export type PlanLine = {
  readonly key: string;
  readonly meeting: MeetingType;
  readonly label: string;
  readonly every: Cadence;
  readonly treatmentTeamId: string | null;
  readonly personId: string | null;
  readonly noTelephone: boolean;
  readonly videoPerMonth: number | null;
  readonly ifShared: boolean;
  /** The days on which meetings of this line were held by video, in any month. */
  readonly videos: readonly CivilDate[];
  readonly cells: readonly PlanCell[];
};

/** One expected meeting: its period, the day it would usually be held, who would be there, and what is logged already. */
export type PlanCell = {
  readonly key: string;
  readonly span: PeriodSpan;
  /** The usual day inside the period and the month. */
  readonly on: CivilDate;
  /** First and last day it may be moved to. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** The whole period lies after today: it cannot be recorded yet. */
  readonly ahead: boolean;
  readonly personIds: readonly string[];
  readonly logged: readonly Meeting[];
};

/** A month of a team as it is entered: the weeks are those whose Thursday lies in the month, so that each week is in one month only. */
export type MonthPlan = { readonly month: CivilMonth; readonly weeks: readonly PeriodSpan[]; readonly lines: readonly PlanLine[] };

export type PlanQuestion = {
  readonly file: AgencyFile;
  readonly records: StandingRecords;
  readonly team: Team;
  readonly month: CivilMonth;
  readonly today: CivilDate;
  /** The recurring duties the team's packs ask for. */
  readonly rules: readonly MeetingRule[];
};

/** The expected meetings of a month for a team, ready to be confirmed one by one. */
export function monthPlan(question: PlanQuestion): MonthPlan {
  const first = firstDayOf(question.month);
  const weeks = weeksOf(question.month);
  const log = teamLog(question.records, question.team.id);
  const drafts = linesOf(question, log);
  const lines = drafts.flatMap((draft): readonly PlanLine[] => {
    const spans = draft.every === 'week' ? weeks : [periodAt(draft.every, first)];
    const cells = spans.flatMap((span) => cellOf(question, draft, log, span) ?? []);
    const videos = log.meetings.filter((each) => each.record.mode === 'video' && belongs(each, draft, log)).map((each) => each.record.heldOn);
    return cells.length === 0 ? [] : [{ ...draft, videos, cells }];
  });
  return { month: question.month, weeks, lines };
}

/** The weeks of a month: those whose Thursday lies in it, as ISO years count their weeks. */
export function weeksOf(month: CivilMonth): readonly PeriodSpan[] {
  const first = firstDayOf(month);
  const last = endOfMonth(first);
  return periodsBetween('week', first, last).filter((week) => week.first + 3 >= first && week.first + 3 <= last);
}

/** The month a day's week belongs to: the one its Thursday lies in. */
export const monthOfWeek = (date: CivilDate): CivilMonth => monthOf(fromDay(plusDays(toDay(date), 4 - weekdayOf(toDay(date)))));

type LineDraft = Omit<PlanLine, 'cells' | 'videos'> & { readonly rule: MeetingRule; readonly attached: AttachedTeam | null };

function linesOf(question: PlanQuestion, log: TeamLog): readonly LineDraft[] {
  const first = firstDayOf(question.month);
  const month = workSpan(periodAt('month', first));
  const lines = new Map<string, LineDraft>();
  const add = (rule: MeetingRule, meeting: MeetingType, more: { readonly attached?: AttachedTeam; readonly member?: TeamMember } = {}): void => {
    const { attached, member } = more;
    const key = [meeting, attached?.id ?? '', member?.personId ?? ''].join(' ');
    const known = lines.get(key);
    const name = attached?.name ?? member?.name;
    // Two packs asking for the same meeting: the tighter rhythm and every limit of both.
    lines.set(key, {
      key, meeting, label: name === undefined ? meetingTypeWords[meeting] : `${meetingTypeWords[meeting]}: ${name}`,
      every: known === undefined || order.indexOf(rule.every) < order.indexOf(known.every) ? rule.every : known.every,
      treatmentTeamId: attached?.id ?? null, personId: member?.personId ?? null,
      noTelephone: rule.noTelephone === true || known?.noTelephone === true,
      videoPerMonth: least(rule.videoPerMonth ?? null, known?.videoPerMonth ?? null),
      ifShared: rule.ifShared === true && (known?.ifShared ?? true),
      rule: known?.rule ?? rule, attached: attached ?? null,
    });
  };
  for (const rule of question.rules) {
    const meeting = usualType(rule, log, first);
    if (meeting === 'treatment-team' || meeting === 'supervisor-treatment-team') {
      for (const attached of log.treatmentTeams) if (attached.days.some((days) => days.from <= month.last && days.to >= month.first)) add(rule, meeting, { attached });
    } else if (meeting === 'field-mentoring') {
      for (const member of mentored(question, rule)) add(rule, meeting, { member });
    } else add(rule, meeting);
  }
  return [...lines.values()].sort((a, b) => order.indexOf(a.every) - order.indexOf(b.every));
}

const order: readonly Cadence[] = ['week', 'month', 'quarter'];
const least = (one: number | null, other: number | null): number | null => (one === null ? other : other === null ? one : Math.min(one, other));

/** Where a rule accepts several kinds, the one the team logged last; else the first. */
function usualType(rule: MeetingRule, log: TeamLog, before: Day): MeetingType {
  const last = rule.meetings.length < 2 ? undefined : log.meetings.findLast((each) => each.on < before && rule.meetings.includes(each.record.meeting));
  return last?.record.meeting ?? rule.meetings[0] ?? 'supervision';
}

/** Who is accompanied in the field in a month: everybody who works there, or those in field support. */
function mentored({ file, records, team, month }: PlanQuestion, rule: MeetingRule): readonly TeamMember[] {
  const span = workSpan(periodAt(rule.every, firstDayOf(month)));
  const flagged = new Set(records.of('field-support')
    .filter((each) => each.teamId === team.id && toDay(each.from) <= span.last && (each.to === undefined || toDay(each.to) >= span.first))
    .map((each) => each.personId));
  return teamMembers(file, team.id).filter((member) => {
    if (member.personId === team.supervisorId || !touches(member.staff, span)) return false;
    return rule.per === 'field-support' ? flagged.has(member.personId) : !(member.roles.size === 1 && member.roles.has('program-assistant'));
  });
}

const touches = (days: readonly Days[], span: PeriodSpan): boolean => days.some((each) => each.from <= span.last && each.to >= span.first);

function cellOf(question: PlanQuestion, line: LineDraft, log: TeamLog, span: PeriodSpan): PlanCell | null {
  const today = toDay(question.today);
  const first = firstDayOf(question.month);
  // A quarter is entered in the month looked at; a week may begin or end in the neighbouring one.
  const from = line.every === 'week' ? span.first : (Math.max(span.first, first) as Day);
  const to = line.every === 'week' ? span.last : (Math.min(span.last, endOfMonth(first)) as Day);
  const logged = log.meetings.filter((each) => each.on >= span.first && each.on <= span.last && each.on <= today && belongs(each, line, log)).map((each) => each.record);
  const on = usualDay(usualWeekday(line, log, from), line.every, from, to, today);
  const personIds = expected(question, line, span, on);
  if (logged.length === 0 && personIds.length === 0) return null;
  // A meeting may have been held earlier than usual: from the first day of its period on, it can be entered.
  return { key: `${line.key} ${span.period}`, span, on: fromDay(from <= today && on > today ? today : on), from: fromDay(from), to: fromDay(to), ahead: from > today, personIds, logged };
}

/** Whether a logged meeting is one of a line: of a kind its rule accepts, at its treatment team, with its person. */
function belongs({ record, treatmentTeam }: LoggedMeeting, line: LineDraft, log: TeamLog): boolean {
  if (record.meeting !== line.meeting && !(line.rule.meetings.includes(record.meeting) && line.attached === null && line.personId === null)) return false;
  if (line.attached !== null && treatmentTeam !== line.attached.id && !(treatmentTeam === null && log.treatmentTeams.length === 1)) return false;
  return line.personId === null || record.personIds.includes(line.personId);
}

/** How many former meetings tell the usual weekday. */
const remembered = 12;

/** The weekday (1 Monday to 5 Friday) a team usually holds a meeting on, by its last ones; Tuesday where there were none. */
function usualWeekday(line: LineDraft, log: TeamLog, before: Day): number {
  const counts = [0, 0, 0, 0, 0, 0, 0, 0];
  let seen = 0;
  for (let at = log.meetings.length - 1; at >= 0 && seen < remembered; at -= 1) {
    const each = log.meetings[at];
    if (each === undefined || each.on >= before || !belongs(each, line, log)) continue;
    seen += 1;
    const weekday = weekdayOf(each.on);
    counts[weekday] = (counts[weekday] ?? 0) + 1;
  }
  const most = Math.max(...counts);
  return most === 0 ? 2 : counts.indexOf(most);
}

/** The day of a period that falls on the usual weekday: of a longer period the second one, or the latest that has already come. */
function usualDay(weekday: number, every: Cadence, from: Day, to: Day, today: Day): Day {
  const first = plusDays(from, (weekday - weekdayOf(from) + 7) % 7);
  if (every === 'week') return first > to ? to : first;
  const second = plusDays(first, 7);
  if (second <= today) return second;
  return first <= today || today < from ? first : today;
}

/** Who would be there: everybody who owes the period and is not on leave, who leads the team where they lead the meeting. */
function expected({ file, team, today }: PlanQuestion, line: LineDraft, span: PeriodSpan, on: Day): readonly string[] {
  const work = workSpan(span);
  const now = toDay(today);
  const members = teamMembers(file, team.id);
  const there = (member: TeamMember, days: readonly Days[]): boolean => (covers(days, work, now) || days.some((each) => each.from <= on && each.to >= on)) && !onLeave(member, work, now);
  const leads = [...new Set([...(team.supervisorId === undefined ? [] : [team.supervisorId]), ...members.filter((member) => there(member, member.days.supervisor)).map((member) => member.personId)])];
  if (line.personId !== null) return members.some((member) => member.personId === line.personId && there(member, member.staff)) ? [line.personId] : [];
  if (line.meeting === 'supervisor-treatment-team') return line.attached?.days.some((each) => each.from <= span.last && each.to >= span.first) === true ? leads : [];
  const attached = line.attached;
  const staff = members.filter((member) => there(member, member.staff) && !leads.includes(member.personId)
    && (attached === null || touches(attached.members.get(member.personId) ?? [], span)));
  if (staff.length === 0) return [];
  return [...staff.map((member) => member.personId), ...(attached === null ? leads : [])];
}

/** What was said of one expected meeting. The day and the people may differ from what was expected. */
export type PlanEntry = { readonly line: PlanLine; readonly on: CivilDate; readonly mode: MeetingMode; readonly personIds: readonly string[] };

/** The meetings of confirmed entries, to be added in one commit. What was not held leaves no record. */
export const plannedMeetings = (entries: readonly PlanEntry[], teamId: string, newId: () => string, recordedAt: string): readonly Meeting[] =>
  entries.map(({ line, on, mode, personIds }) => ({
    kind: 'meeting', id: newId(), teamId, meeting: line.meeting, heldOn: on, mode, personIds: [...personIds],
    ...(line.treatmentTeamId !== null && { treatmentTeamId: line.treatmentTeamId }),
    ...(line.personId !== null && line.meeting === 'supervision' && { individual: true as const }),
    recordedAt,
  }));
