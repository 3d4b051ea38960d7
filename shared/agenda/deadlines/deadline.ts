import type { CivilDate } from '../../civil-date.ts';
import type { Citation, Standing } from '../../rules/standing.ts';
import type { Status } from '../../rules/status.ts';

/** What a deadline belongs to: how calendar and reminders colour and filter. */
export const deadlineAreas = ['staff', 'exclusions', 'papers', 'accreditation', 'fidelity', 'teams', 'surveys'] as const;
export type DeadlineArea = (typeof deadlineAreas)[number];
export const deadlineAreaWords: Readonly<Record<DeadlineArea, string>> = {
  staff: 'Staff credentials',
  exclusions: 'Exclusion checks',
  papers: 'Licences and contracts',
  accreditation: 'Accreditation',
  fidelity: 'Fidelity',
  teams: 'Teams and meetings',
  surveys: 'Surveys and corrections',
};

/** Whom a deadline is about; the agency itself has no id. */
export type DeadlineSubject = { readonly kind: 'person' | 'vendor' | 'team' | 'agency'; readonly id: string | null; readonly name: string };

/** What opens for a deadline. Paths are made where screens are. */
export type DeadlineGoal =
  | { readonly kind: 'person'; readonly personId: string; readonly requirement: string }
  | { readonly kind: 'exclusions'; readonly part: 'run' | 'matches' | 'coverage' | 'lists' }
  | { readonly kind: 'agency'; readonly part: 'papers' | 'accreditation'; readonly recordId: string | null }
  | { readonly kind: 'survey'; readonly surveyId: string }
  | { readonly kind: 'team'; readonly teamId: string; readonly part: 'fidelity' | 'meetings' };

/** One day by which something must be done. */
export type Deadline = {
  /**
   * Names the duty, not the day: stays the same when the day moves, on every machine. Used as the stem of calendar UIDs, by snoozes and
   * by the memory of reminders. A duty of many periods (a meeting every week, the exclusion check of every month) is one key per period.
   */
  readonly key: string;
  readonly area: DeadlineArea;
  readonly subject: DeadlineSubject;
  /** The requirement it comes from; null where it is a plain date of a record (a review of a policy, a line of a plan). */
  readonly requirement: string | null;
  /** A short line without the subject: "CPR and First Aid expires", "Fidelity review due". */
  readonly what: string;
  /** The last good day, inclusive. */
  readonly on: CivilDate;
  readonly status: Status;
  /** Who is to act, where the file names somebody: the person themself, and the team's supervisor. Ids of people. */
  readonly personId: string | null;
  readonly supervisorId: string | null;
  readonly siteId: string | null;
  readonly citations: readonly Citation[];
  /** The latest moment a fact behind it was recorded, ISO instant in UTC; null where no record says. Raises the calendar's SEQUENCE. */
  readonly changedAt: string | null;
  readonly goal: DeadlineGoal;
  /** The verdict it comes from; absent for a plain date of a record and for the month's exclusion checks. */
  readonly standing?: Standing;
};
