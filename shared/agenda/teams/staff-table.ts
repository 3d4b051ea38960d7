import type { AgencyFile } from '../../agency-file/schema.ts';
import { toDay, type CivilDate } from '../../civil-date.ts';
import type { AttestedFigure } from '../../model/agency-records/caseload.ts';
import type { StandingRecords } from '../../model/agency-records/standing-records.ts';
import { teamMembers, type Days, type TeamPart } from '../../rules/agency/meetings/members.ts';
import { caseloadsOf, shareOf } from '../../rules/agency/staffing.ts';
import { rulesOfKind, teamRules } from './team-rules.ts';

/** Somebody of a team on a day: their part, share of full time, and caseload against the limit of the packs in force. */
export type StaffRow = {
  readonly personId: string;
  readonly name: string;
  readonly part: TeamPart;
  /** Share of full time in this team; 1 is full time. */
  readonly share: number;
  /** As last attested for this team; null where nobody did, or no rule asks. */
  readonly caseload: AttestedFigure | null;
  /** The most active members the person may have, pro rata; null where no rule names one. */
  readonly limit: number | null;
  readonly over: boolean;
  /** The treatment teams they are attached to that day. */
  readonly attachedTo: readonly string[];
  /** Why the supervisor accompanies them in the field that day; null where nobody said so. */
  readonly fieldSupport: string | null;
};

const order: readonly TeamPart[] = ['supervisor', 'specialist', 'peer', 'support'];
const on = (days: readonly Days[], today: number): Days | undefined => days.find(({ from, to }) => from <= today && today <= to);

/** Who is in a team on a day, who leads it first; caseloads and limits are those the verdicts rest on, of several packs the tightest. */
export function staffTable(file: AgencyFile, records: StandingRecords, teamId: string, asOf: CivilDate): readonly StaffRow[] {
  const today = toDay(asOf);
  const rules = rulesOfKind(teamRules(file, teamId, asOf), 'caseload');
  const loads = rules.flatMap((rule) => caseloadsOf({ file, records, asOf, today }, teamId, rule)).toSorted((a, b) => a.limit - b.limit);
  const during = (span: { readonly from: CivilDate; readonly to?: CivilDate }): boolean => span.from <= asOf && (span.to === undefined || asOf <= span.to);
  const treatmentTeams = records.of('treatment-team').filter((team) => team.teamId === teamId && during(team));
  const people = new Map(file.people.map((person) => [person.id, person]));
  const rows = teamMembers(file, teamId).flatMap((member): readonly StaffRow[] => {
    const part = order.find((each) => on(member.days[each], today) !== undefined);
    if (part === undefined) return [];
    const load = loads.find((each) => each.member.personId === member.personId) ?? null;
    const working = part === 'specialist' || part === 'peer';
    return [{
      personId: member.personId, name: member.name, part,
      share: shareOf(people.get(member.personId), new Set([teamId]), working ? ['specialist', 'peer'] : [part], today),
      limit: load?.limit ?? null, caseload: load?.figure ?? null, over: load?.over === true,
      attachedTo: treatmentTeams.filter((team) => team.members.some((each) => each.personId === member.personId && during(each))).map((team) => team.name),
      fieldSupport: records.of('field-support').find((each) => each.teamId === teamId && each.personId === member.personId && during(each))?.reason ?? null,
    }];
  });
  return rows.toSorted((a, b) => order.indexOf(a.part) - order.indexOf(b.part));
}
