import type { AgencyFile } from '../../agency-file/schema.ts';
import { fromDay, toDay, type CivilDate } from '../../civil-date.ts';
import { caseloadOf, type AttestedFigure } from '../../model/agency-records/caseload.ts';
import type { StandingRecords } from '../../model/agency-records/standing-records.ts';
import { teamMembers, type Days, type TeamPart } from '../../rules/agency/meetings/members.ts';
import { shareOf } from '../../rules/agency/staffing.ts';
import { rulesOfKind, teamRules } from './team-rules.ts';

/** Somebody of a team on a day: their part, share of full time, and caseload against the limit of the packs in force. */
export type StaffRow = {
  readonly personId: string;
  readonly name: string;
  readonly part: TeamPart;
  readonly since: CivilDate;
  /** Share of full time in this team; 1 is full time. */
  readonly share: number;
  readonly caseload: AttestedFigure | null;
  /** The most active members the person may have, pro rata; null where no rule names one. */
  readonly limit: number | null;
  /** The treatment teams they are attached to that day. */
  readonly attachedTo: readonly string[];
  /** Why the supervisor accompanies them in the field that day; null where nobody said so. */
  readonly fieldSupport: string | null;
};

const order: readonly TeamPart[] = ['supervisor', 'specialist', 'peer', 'support'];
const on = (days: readonly Days[], today: number): Days | undefined => days.find(({ from, to }) => from <= today && today <= to);

/** Who is in a team on a day, who leads it first (S2 Staff Ratios and Supervision; S4 Staffing Requirements). */
export function staffTable(file: AgencyFile, records: StandingRecords, teamId: string, asOf: CivilDate): readonly StaffRow[] {
  const today = toDay(asOf);
  const [caseload] = rulesOfKind(teamRules(file, teamId, asOf), 'caseload');
  const treatmentTeams = records.of('treatment-team').filter((team) => team.teamId === teamId && team.from <= asOf && (team.to === undefined || asOf <= team.to));
  const people = new Map(file.people.map((person) => [person.id, person]));
  const rows = teamMembers(file, teamId).flatMap((member): readonly StaffRow[] => {
    const part = order.find((each) => on(member.days[each], today) !== undefined);
    if (part === undefined) return [];
    const share = shareOf(people.get(member.personId), new Set([teamId]), part === 'specialist' || part === 'peer' ? ['specialist', 'peer'] : [part], today);
    const limit = caseload === undefined ? null : part === 'specialist' || part === 'peer' ? caseload.members * share : part === 'supervisor' ? (caseload.leadMembers ?? null) : null;
    const support = records.of('field-support').find((each) => each.teamId === teamId && each.personId === member.personId && each.from <= asOf && (each.to === undefined || asOf <= each.to));
    return [{
      personId: member.personId, name: member.name, part, share, limit,
      since: fromDay((on(member.days[part], today)?.from ?? today) as ReturnType<typeof toDay>),
      caseload: caseloadOf(records, member.personId, asOf),
      attachedTo: treatmentTeams.filter((team) => team.members.some((each) => each.personId === member.personId && each.from <= asOf && (each.to === undefined || asOf <= each.to))).map((team) => team.name),
      fieldSupport: support?.reason ?? null,
    }];
  });
  return rows.toSorted((a, b) => order.indexOf(a.part) - order.indexOf(b.part));
}
