import type { AgencyFile } from '../../agency-file/schema.ts';
import { fromDay, plusWeekdays, toDay, type CivilDate } from '../../civil-date.ts';
import { northCarolinaRoles, type Role } from '../../model/person.ts';
import { dateWords, distanceWords } from '../../wording.ts';
import { confirmedMatches, type ConfirmedMatch } from './confirmed.ts';
import { subjectFinder, type NamedSubject } from './subject.ts';

/** Working days to report an exclusion found after hire. Source: public guidance of the Louisiana Department of Health (rules section 1b). */
export const reportWithinWeekdays = 10;

/** A report of a confirmed exclusion that is to be made, or was. */
export type ReportTask = {
  readonly match: ConfirmedMatch;
  readonly subject: NamedSubject;
  readonly to: string;
  /** The last day for it: ten weekdays after the decision, which is day 0. Holidays are not known, so it is the earliest. */
  readonly dueOn: CivilDate;
  readonly status: 'open' | 'overdue' | 'done';
  /** Reported after the last day. */
  readonly late: boolean;
  readonly words: string;
};

const isNorthern = (role: Role): boolean => (northCarolinaRoles as readonly Role[]).includes(role);

/** Louisiana's duty: of vendors, and of people who hold or held a role there. */
const inLouisiana = (subject: NamedSubject): boolean => {
  const roles = subject.person?.employments.flatMap((employment) => employment.roles) ?? [];
  return roles.length === 0 || roles.some((span) => !isNorthern(span.role));
};

/** The reports owed to the Louisiana Department of Health for confirmed matches, the earliest first; done once one is recorded on a decision. */
export function reportTasks(file: AgencyFile, asOf: CivilDate, knownAt?: string): readonly ReportTask[] {
  const find = subjectFinder(file);
  return confirmedMatches(file, asOf, knownAt).flatMap((match): readonly ReportTask[] => {
    const subject = find(match.key);
    if (subject === null || !inLouisiana(subject)) return [];
    const dueOn = fromDay(plusWeekdays(toDay(match.since), reportWithinWeekdays));
    const { reported } = match;
    const done = reported !== null && reported.on <= asOf;
    const status = done ? 'done' : asOf > dueOn ? 'overdue' : 'open';
    const late = done && reported.on > dueOn;
    const words = done
      ? `Reported to ${reported.to} on ${dateWords(reported.on)}, ${reported.how}${late ? `; due by ${dateWords(dueOn)}` : ''}.`
      : `Report ${subject.name} to LDH by ${dateWords(dueOn)} · ${distanceWords(dueOn, asOf)}: ${reportWithinWeekdays} working days after the decision of ${dateWords(match.since)}.`;
    return [{ match, subject, to: 'LDH', dueOn, status, late, words }];
  });
}
