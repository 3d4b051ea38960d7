import type { AgencyFile } from '../agency-file/schema.ts';
import { fromDay, type CivilDate } from '../civil-date.ts';
import { spanOf } from '../model/agency-records/period.ts';
import type { Acknowledgement } from '../model/agency.ts';
import type { Standing } from '../rules/standing.ts';
import { lastingStatuses, type Status } from '../rules/status.ts';
import { beginOf } from './employment.ts';

/** Whether a standing shows what no later evidence undoes. One that is judged for a hire still to come can be put right. */
export const isLasting = (standing: Standing): boolean =>
  (lastingStatuses.includes(standing.status) && standing.account.anchor?.planned !== true) ||
  (standing.teamId !== undefined && standing.status === 'incomplete' && standing.periods !== undefined);

/** A closed period of a team is as lasting when only some were there. */
const lastingOfTeams: readonly Status[] = [...lastingStatuses, 'incomplete'];

/** The weeks, months, quarters or years of a standing that nothing repairs any more; empty where the finding is not about periods. */
export const lastingPeriods = (standing: Standing): readonly string[] =>
  (standing.periods ?? []).filter((period) => (standing.teamId === undefined ? lastingStatuses : lastingOfTeams).includes(period.status)).map((period) => period.period);

/** Last day of a week named by its Monday, of a month `2025-08`, of a quarter `2025-Q3` or of a year `2025-06-10/2026-06-09`. */
function endOf(period: string): CivilDate {
  const [, end] = period.split('/');
  if (end !== undefined) return end as CivilDate;
  const span = spanOf(period);
  // What has no known end is explained only by a note that names it.
  return span === null ? ('9999-12-31' as CivilDate) : fromDay(span.last);
}

/** The day from which a note can speak of this finding: an older one spoke of an older finding, or of another employment. */
function arisen(file: AgencyFile, standing: Standing): CivilDate | null {
  const done = standing.account.parts.flatMap((part) => (part.why.code === 'done' && part.status === 'late' ? [part.why.on] : []));
  const employment = file.people.find((person) => person.id === standing.personId)?.employments.find((each) => each.id === standing.employmentId);
  const begin = employment === undefined ? null : beginOf(employment);
  return [...done, ...(begin === null ? [] : [begin])].sort().at(-1) ?? null;
}

/**
 * The notes that explain a lasting finding, newest last. Those of another person, team, requirement or employment, and those
 * recorded before the finding arose or after `knownAt`, do not speak of it.
 */
export function notesOn(file: AgencyFile, standing: Standing, knownAt?: string): readonly Acknowledgement[] {
  // A note that names nobody speaks of the agency, never of a vendor.
  if (standing.vendorId !== undefined) return [];
  const since = arisen(file, standing);
  return (file.acknowledgements ?? [])
    .filter(
      (note) =>
        note.personId === standing.personId &&
        note.teamId === standing.teamId &&
        note.requirement === standing.requirement &&
        (since === null || note.recordedAt.slice(0, 10) >= since) &&
        (knownAt === undefined || note.recordedAt.slice(0, knownAt.length) <= knownAt),
    )
    .sort((one, other) => (one.recordedAt < other.recordedAt ? -1 : 1));
}

/** The periods no note speaks of yet: a note names its period, or speaks of all that had ended when it was written. */
export function unexplainedPeriods(file: AgencyFile, standing: Standing, knownAt?: string): readonly string[] {
  const notes = notesOn(file, standing, knownAt);
  return lastingPeriods(standing).filter(
    (period) => !notes.some((note) => note.period === period || (note.period === undefined && note.recordedAt.slice(0, 10) > endOf(period))),
  );
}

/** Whether every lasting finding of a standing has its note. It then leaves Today; the record and the binder keep it. */
export function isExplained(file: AgencyFile, standing: Standing, knownAt?: string): boolean {
  return lastingPeriods(standing).length > 0 ? unexplainedPeriods(file, standing, knownAt).length === 0 : notesOn(file, standing, knownAt).length > 0;
}

/** The acknowledgements one note makes: one for each period not explained yet, or one for the finding. */
export function acknowledgementsOf(
  file: AgencyFile,
  standing: Standing,
  note: string,
  recordedAt: string,
): readonly Acknowledgement[] {
  if (standing.vendorId !== undefined) return [];
  const subject = standing.personId !== undefined ? { personId: standing.personId } : standing.teamId === undefined ? {} : { teamId: standing.teamId };
  const base = { requirement: standing.requirement, ...subject, note, recordedAt };
  const periods = unexplainedPeriods(file, standing);
  return periods.length === 0 ? [base] : periods.map((period) => ({ ...base, period }));
}
