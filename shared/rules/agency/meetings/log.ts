import { fieldsOf, toDay, type CivilDate, type Day } from '../../../civil-date.ts';
import type { Meeting, TreatmentTeam } from '../../../model/agency-records/agency-record.ts';
import { periodAt, spanOf, type Cadence } from '../../../model/agency-records/period.ts';
import type { StandingRecords } from '../../../model/agency-records/standing-records.ts';
import type { MeetingRule } from '../row.ts';
import { merged, type Days } from './members.ts';

/** A meeting with its day as a number and the treatment team it was held at, named by the root of its record. */
export type LoggedMeeting = { readonly record: Meeting; readonly on: Day; readonly treatmentTeam: string | null };

/** A treatment team with its days, and the days on which each person is attached to it. `to` is Infinity while open. */
export type AttachedTeam = { readonly id: string; readonly name: string; readonly days: readonly Days[]; readonly members: ReadonlyMap<string, readonly Days[]> };

/** What one team logged, meetings by day. */
export type TeamLog = {
  readonly meetings: readonly LoggedMeeting[];
  readonly treatmentTeams: readonly AttachedTeam[];
  /** First days of the periods figures speak of. */
  readonly figures: readonly { readonly first: Day; readonly attestedOn: Day }[];
};

const empty: TeamLog = { meetings: [], treatmentTeams: [], figures: [] };
const indexes = new WeakMap<StandingRecords, ReadonlyMap<string, TeamLog>>();

/** The log of one team. Sorted once for each state of the records. */
export function teamLog(records: StandingRecords, teamId: string): TeamLog {
  let index = indexes.get(records);
  if (index === undefined) {
    index = indexOf(records);
    indexes.set(records, index);
  }
  return index.get(teamId) ?? empty;
}

type Draft = { readonly meetings: LoggedMeeting[]; readonly treatmentTeams: AttachedTeam[]; readonly figures: { first: Day; attestedOn: Day }[] };

const endOf = (date: CivilDate | undefined): number => (date === undefined ? Infinity : toDay(date));

function indexOf(records: StandingRecords): ReadonlyMap<string, TeamLog> {
  const teams = new Map<string, Draft>();
  const of = (teamId: string): Draft => {
    const known = teams.get(teamId);
    if (known !== undefined) return known;
    const draft: Draft = { meetings: [], treatmentTeams: [], figures: [] };
    teams.set(teamId, draft);
    return draft;
  };
  for (const record of records.of('meeting')) {
    of(record.teamId).meetings.push({ record, on: toDay(record.heldOn), treatmentTeam: record.treatmentTeamId === undefined ? null : records.rootOf(record.treatmentTeamId) });
  }
  for (const record of records.of('treatment-team')) of(record.teamId).treatmentTeams.push(attachedTeam(record, records));
  for (const record of records.of('figures')) {
    const span = spanOf(record.period);
    if (span !== null) of(record.teamId).figures.push({ first: span.first, attestedOn: toDay(record.attestedOn) });
  }
  for (const draft of teams.values()) draft.meetings.sort((a, b) => a.on - b.on);
  return teams;
}

function attachedTeam(record: TreatmentTeam, records: StandingRecords): AttachedTeam {
  const members = new Map<string, Days[]>();
  for (const { personId, from, to } of record.members) {
    const days = { from: toDay(from), to: endOf(to) };
    const known = members.get(personId);
    if (known === undefined) members.set(personId, [days]);
    else known.push(days);
  }
  return {
    id: records.rootOf(record.id), name: record.name, days: [{ from: toDay(record.from), to: endOf(record.to) }],
    members: new Map([...members].map(([personId, days]) => [personId, merged(days)])),
  };
}

/** The first day anything was logged of the team by a day, the day included; null where nothing was. */
export function firstLogged(log: TeamLog, today: Day): Day | null {
  let first: number = Infinity;
  const meeting = log.meetings[0];
  if (meeting !== undefined && meeting.on <= today) first = meeting.on;
  for (const figure of log.figures) if (figure.attestedOn <= today && figure.first < first) first = figure.first;
  return Number.isFinite(first) ? (first as Day) : null;
}

/** Why a meeting does not count for a rule. */
export type Refusal = 'telephone' | 'video' | 'individual';

/** The meetings of one period: those that count, everybody who took part in one, and why others do not count. */
export type Held = { readonly counted: LoggedMeeting[]; readonly present: Set<string>; readonly refused: { readonly meeting: LoggedMeeting; readonly why: Refusal }[] };

/**
 * The meetings a rule looks at, held by a day, by the first day of their period. By video the first so many of a calendar month count,
 * in the order of their days; telephone never counts where the rule says so.
 */
export function heldByPeriod(log: TeamLog, rule: MeetingRule, every: Cadence, today: Day, also: (meeting: Meeting) => boolean = never): ReadonlyMap<Day, Held> {
  const held = new Map<Day, Held>();
  let month = -1;
  let videos = 0;
  for (const meeting of log.meetings) {
    if (meeting.on > today) break;
    if (!rule.meetings.includes(meeting.record.meeting) && !also(meeting.record)) continue;
    let why: Refusal | null = rule.noTelephone === true && meeting.record.mode === 'telephone' ? 'telephone' : null;
    if (rule.groupOnly === true && meeting.record.individual === true) why = 'individual';
    if (rule.videoPerMonth !== undefined && meeting.record.mode === 'video') {
      const { year, month: number } = fieldsOf(meeting.on);
      if (year * 12 + number !== month) {
        month = year * 12 + number;
        videos = 0;
      }
      videos += 1;
      if (videos > rule.videoPerMonth) why = 'video';
    }
    const { first } = periodAt(every, meeting.on);
    let period = held.get(first);
    if (period === undefined) {
      period = { counted: [], present: new Set(), refused: [] };
      held.set(first, period);
    }
    if (why !== null) period.refused.push({ meeting, why });
    else {
      period.counted.push(meeting);
      for (const personId of meeting.record.personIds) period.present.add(personId);
    }
  }
  return held;
}

const never = (): boolean => false;
