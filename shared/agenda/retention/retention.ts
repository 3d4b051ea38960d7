import type { AgencyFile } from '../../agency-file/schema.ts';
import { fromDay, plusDays, plusYears, toDay, type CivilDate } from '../../civil-date.ts';
import type { LegalHold } from '../../model/agency-records/agency-record.ts';
import { standingRecords } from '../../model/agency-records/standing-records.ts';
import { usualRetentionYears, type Agency } from '../../model/agency.ts';
import type { Person } from '../../model/person.ts';
import { countOf } from '../../wording.ts';

/** Why a file stays although its time is over. */
export type KeptBack =
  | { readonly why: 'hold'; readonly hold: LegalHold }
  /** Something of this person still has to be decided, put right or explained. */
  | { readonly why: 'finding'; readonly findings: number };

/** How long one person's file is kept. */
export type Retention = {
  readonly personId: string;
  /** The last day of the last employment. */
  readonly separatedOn: CivilDate;
  /** The first day on which the file may be disposed of. */
  readonly dueFrom: CivilDate;
  /** Whether that day has come. */
  readonly due: boolean;
  readonly keptBack: readonly KeptBack[];
};

export const retentionYears = (agency: Agency): number => agency.retention?.years ?? usualRetentionYears;

/** The rule in words: "10 years after separation". */
export const retentionRuleWords = (agency: Agency): string => `${countOf(retentionYears(agency), 'year')} after separation`;

/** The holds in force on a day, on anybody; the day of release no longer counts. */
export function holdsInForce(file: AgencyFile, on: CivilDate): readonly LegalHold[] {
  return standingRecords(file.agencyRecords ?? []).of('legal-hold').filter((hold) => hold.from <= on && (hold.releasedOn === undefined || on < hold.releasedOn));
}

/**
 * The last day somebody worked, or the day a hire that never began was withdrawn. Null while an employment runs, is planned, or none was ever
 * recorded: without a separation no time runs, and a rehire begins it anew.
 */
export function separatedOn({ employments }: Person): CivilDate | null {
  const ends = employments.map((each) => each.endedOn ?? each.withdrawnOn ?? null);
  if (ends.length === 0 || ends.some((end) => end === null)) return null;
  return ends.reduce((last, end) => (last === null || (end !== null && end > last) ? end : last), null);
}

/**
 * Everybody who has left, whose time ends first coming first: from when the file may be disposed of, and what keeps it back. The file is kept for
 * whole years after the last day of work; it may go from the day after. Nothing is ever disposed of by itself.
 * The source texts set no number (S4 section 10 speaks of "record retention requirements"); ten years is the longest any of
 * the published rules asks (42 CFR 438.3(u)).
 * @param findingsOf how many things of a person are still to be decided, put right or explained
 */
export function retentionOf(file: AgencyFile, on: CivilDate, findingsOf: (personId: string) => number): readonly Retention[] {
  const years = retentionYears(file.agency);
  const holds = holdsInForce(file, on);
  return file.people
    .flatMap((person): readonly Retention[] => {
      const separated = separatedOn(person);
      if (separated === null) return [];
      const dueFrom = fromDay(plusDays(plusYears(toDay(separated), years), 1));
      const findings = findingsOf(person.id);
      return [{
        personId: person.id,
        separatedOn: separated,
        dueFrom,
        due: dueFrom <= on,
        keptBack: [
          ...holds.filter((hold) => hold.personId === undefined || hold.personId === person.id).map((hold) => ({ why: 'hold' as const, hold })),
          ...(findings > 0 ? [{ why: 'finding' as const, findings }] : []),
        ],
      }];
    })
    .sort((one, other) => (one.dueFrom < other.dueFrom ? -1 : one.dueFrom > other.dueFrom ? 1 : one.personId < other.personId ? -1 : 1));
}

/** Whether a file may be put on the list now. */
export const mayDispose = (retention: Retention): boolean => retention.due && retention.keptBack.length === 0;
