import type { AgencyFile } from '../../../../shared/agency-file/schema.ts';
import type { CivilDate } from '../../../../shared/civil-date.ts';
import { accreditorWords } from '../../../../shared/model/agency-records/accreditation.ts';
import { standingRecords } from '../../../../shared/model/agency-records/standing-records.ts';

/** A day on which somebody from outside is to come, as planned on record. */
export type PlannedSurvey = { readonly on: CivilDate; readonly what: string };

/** The accreditation surveys and fidelity reviews planned from today on and not held yet, the next first. */
export function plannedSurveys(file: AgencyFile, today: CivilDate): readonly PlannedSurvey[] {
  const records = standingRecords(file.agencyRecords ?? []);
  const team = (id: string): string => file.teams?.find((each) => each.id === id)?.name ?? 'a team';
  return [
    ...records.of('accreditation-survey').flatMap((each) => (each.heldOn === undefined && each.plannedOn !== undefined ? [{ on: each.plannedOn, what: `${accreditorWords[each.accreditor].short} survey` }] : [])),
    ...records.of('fidelity-review').flatMap((each) => (each.heldFrom === undefined && each.review === 'external' && each.plannedOn !== undefined ? [{ on: each.plannedOn, what: `Fidelity review, ${team(each.teamId)}` }] : [])),
  ].filter((each) => each.on >= today).sort((a, b) => (a.on < b.on ? -1 : 1));
}
