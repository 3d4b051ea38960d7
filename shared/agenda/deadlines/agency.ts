import type { AgencyRecord, AgencyRecordKind } from '../../model/agency-records/agency-record.ts';
import type { Standing } from '../../rules/standing.ts';
import { areaOfRequirement } from './areas.ts';
import type { Deadlines } from './context.ts';
import type { Deadline, DeadlineArea, DeadlineGoal } from './deadline.ts';
import { agencyKey } from './key.ts';
import { dayOf } from './people.ts';
import { dayWords } from './records.ts';

export type AgencyArea = Exclude<DeadlineArea, 'staff' | 'exclusions' | 'surveys'>;

/** Which records say how the duties of an area stand. */
export const recordsOfArea: Readonly<Record<AgencyArea, readonly AgencyRecordKind[]>> = {
  papers: ['credential'],
  accreditation: ['accreditation-application', 'accreditation-survey', 'accreditation-decision', 'accreditation-task', 'written-notice', 'credential'],
  fidelity: ['fidelity-review', 'fidelity-plan', 'fidelity-contest', 'fidelity-grant', 'technical-assistance'],
  teams: ['meeting', 'treatment-team', 'field-support', 'figures', 'report'],
};

const areaOfRecord = (kind: AgencyRecordKind): AgencyArea | null =>
  (['papers', 'accreditation', 'fidelity', 'teams'] as const).find((area) => recordsOfArea[area].includes(kind)) ?? null;

/** The records a verdict names, as they stand on file, whatever was corrected since. */
const recordsBehind = (standing: Standing, byId: ReadonlyMap<string, AgencyRecord>): readonly AgencyRecord[] =>
  standing.evidenceIds.flatMap((id) => byId.get(id) ?? []);

/** Whether one of the dates a record carries is that day: then the verdict and the record speak of the same duty. */
const carriesDay = (record: AgencyRecord, day: string): boolean =>
  Object.entries(record).some(([key, value]) => value === day && key !== 'recordedAt') ||
  (record.kind === 'fidelity-plan' && record.lines.some((line) => line.dueOn === day));

function goalOf(area: AgencyArea, standing: Standing, records: readonly AgencyRecord[]): DeadlineGoal {
  if (standing.teamId !== undefined && (area === 'fidelity' || area === 'teams')) {
    return { kind: 'team', teamId: standing.teamId, part: area === 'fidelity' ? 'fidelity' : 'meetings' };
  }
  const part = area === 'accreditation' ? 'accreditation' : 'papers';
  const record = records.find((each) => standing.dueOn !== null && carriesDay(each, standing.dueOn)) ?? null;
  return { kind: 'agency', part, recordId: record?.id ?? null };
}

/** The deadline of one duty of the agency or of a team; null where nothing is asked of it by a day. */
export function agencyDeadline(standing: Standing, byId: ReadonlyMap<string, AgencyRecord>, context: Deadlines): Deadline | null {
  const { file, evaluation, words, soonDays, changed } = context;
  const day = dayOf(standing, evaluation.asOf, soonDays);
  const team = standing.teamId === undefined ? null : (file.teams ?? []).find((each) => each.id === standing.teamId);
  if (day === null || team === undefined || (team?.closedOn !== undefined && team.closedOn < evaluation.asOf)) return null;
  const records = recordsBehind(standing, byId);
  const area = areaOfRequirement(standing.requirement) ?? records.map((record) => areaOfRecord(record.kind)).find((each) => each !== null) ?? (team === null ? 'papers' : 'teams');
  // A paper says which one it is and what becomes of it; of what is done again and again the title says enough.
  const said = records.map((record) => dayWords(record, day.on)).find((each) => each !== null);
  return {
    key: agencyKey(standing),
    area,
    subject: team === null ? { kind: 'agency', id: null, name: file.agency.name } : { kind: 'team', id: team.id, name: team.name },
    requirement: standing.requirement,
    what: said ?? words.title(standing.requirement),
    ...day,
    personId: null,
    supervisorId: team?.supervisorId ?? null,
    siteId: team?.siteId ?? null,
    citations: standing.citations,
    changedAt: changed.ofRecords(recordsOfArea[area], team?.id ?? null, standing.requirement),
    goal: goalOf(area, standing, records),
    standing,
  };
}
