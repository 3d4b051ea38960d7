import type { AgencyFile } from '../../agency-file/schema.ts';
import type { CivilDate, Day } from '../../civil-date.ts';
import type { PackId, Team } from '../../model/agency.ts';
import type { CredentialType } from '../../model/agency-records/credential.ts';
import type { StandingRecords } from '../../model/agency-records/standing-records.ts';
import type { FigureName, MeetingType } from '../../model/agency-records/team.ts';
import type { Explanation } from '../explanation.ts';
import type { Reading } from '../packs/row.ts';
import type { Citation, Lapse, Period } from '../standing.ts';
import type { Status } from '../status.ts';

/** How the duties of an agency and its teams are grouped on screens and in the agency packet, in this order. */
export const agencyGroups = ['papers', 'accreditation', 'staffing', 'meetings', 'fidelity'] as const;
export type AgencyGroup = (typeof agencyGroups)[number];
export const agencyGroupWords: Readonly<Record<AgencyGroup, string>> = {
  papers: 'Licences, contracts and policies',
  accreditation: 'Accreditation',
  staffing: 'Staffing and ratios',
  meetings: 'Supervision and meetings',
  fidelity: 'Fidelity',
};

/** What the agency itself must hold or do. */
export type PaperRule =
  /** A credential of one of the types, current on the day judged. `inProcess` also accepts one applied for. `before`: in place before the team began. */
  | { readonly kind: 'credential'; readonly types: readonly CredentialType[]; readonly inProcess?: true; readonly before?: 'implementation' }
  | { readonly kind: 'npi' };

export type AccreditationRule =
  | { readonly kind: 'accredited' }
  /** Application and fee strictly before the first payer contract. */
  | { readonly kind: 'applied-before-contract' }
  /** Full accreditation at most so many months after the first application. */
  | { readonly kind: 'accredited-within'; readonly months: number }
  /** One written notice per payer, due the day the agency was told, overdue after so many business days. */
  | { readonly kind: 'adverse-notice'; readonly businessDays: number };

export type StaffingRule =
  | { readonly kind: 'employment-unit' }
  /** At most so many active members per full-time specialist, pro rata; a team lead who carries a caseload at most `leadMembers`. */
  | { readonly kind: 'caseload'; readonly members: number; readonly leadMembers?: number }
  | { readonly kind: 'supervisor-ratio'; readonly specialists: number };

export type MeetingRule = {
  readonly kind: 'meeting';
  readonly meetings: readonly MeetingType[];
  readonly every: 'week' | 'month' | 'quarter';
  /** Whose attendance is looked at: the unit's, every specialist's, every staff member's, each treatment team's, or that of people in field support. */
  readonly per: 'unit' | 'specialist' | 'staff' | 'treatment-team' | 'field-support';
  /** With so few active members or fewer, every second week is enough for that specialist. */
  readonly reliefMembers?: number;
  /** A session with one person does not count. */
  readonly groupOnly?: true;
  /** A meeting by telephone does not count. */
  readonly noTelephone?: true;
  /** At most so many by video in a calendar month. */
  readonly videoPerMonth?: number;
  /** Owed only in months in which the attested figures name shared members. */
  readonly ifShared?: true;
};

/** An attested number that must reach a least value in every period. */
export type FigureRule = {
  readonly kind: 'figure';
  readonly figure: FigureName;
  readonly every: 'week' | 'month' | 'quarter';
  readonly per: 'specialist' | 'team';
  readonly atLeast: number;
  readonly ifLooking?: true;
};

export type ReportRule = { readonly kind: 'quarterly-report'; readonly report: 'outcome-tracking' | 'nc-topps' };

/** One clock of the fidelity cycle; which of them run is decided by the team's state. */
export type FidelityRule =
  | { readonly kind: 'la-fidelity'; readonly part: 'self-evaluation' | 'first-review' | 'new-team-review' | 'plan' | 'annual-review' | 'reach-100' }
  | { readonly kind: 'nc-fidelity'; readonly part: 'baseline' | 'action-plan' | 'minimum' | 'next-review' | 'contest' | 'assistance' };

export type AgencyRule = PaperRule | AccreditationRule | StaffingRule | MeetingRule | FigureRule | ReportRule | FidelityRule;

/** One duty of the agency (`scope: 'agency'`, judged once) or of each team (`scope: 'team'`). */
export type AgencyRow = {
  /** `la.a2c`. */
  readonly id: string;
  readonly title: string;
  /** For a narrow column. */
  readonly short: string;
  readonly group: AgencyGroup;
  readonly scope: 'agency' | 'team';
  readonly rule: AgencyRule;
  /** Ships switched off; an override with `enabled` switches it on. */
  readonly off?: true;
  readonly citations: readonly Citation[];
  readonly readings?: readonly Reading[];
};

/** What of an agency's file its duties are judged by, beside the records: so much, and nothing else, decides whether they must be judged again. */
export type JudgedFile = Pick<AgencyFile, 'agency' | 'people' | 'teams'>;

/** What one duty is judged with. Facts dated after `asOf` do not count, whatever record carries them (0.6.1). */
export type AgencyContext<Rule extends AgencyRule = AgencyRule> = {
  readonly file: JudgedFile;
  readonly asOf: CivilDate;
  readonly today: Day;
  readonly soonDays: number;
  /** Earlier periods are not judged. */
  readonly recordsFrom: Day | null;
  /** The records known at the asked moment. */
  readonly records: StandingRecords;
  /** The packs that demand the row of this subject. */
  readonly packs: readonly PackId[];
  /** The first day a pack demands it, where the agency gives that pack a date. */
  readonly demandedFrom: Day | null;
  /** The team judged; null for a duty of the agency. */
  readonly team: Team | null;
  readonly row: AgencyRow & { readonly rule: Rule };
};

/** The verdict on one duty. `evidenceIds` are ids of agency records. Periods are weeks by their Monday, months, or quarters `2026-Q1`. */
export type AgencyJudgement = {
  readonly status: Status;
  readonly onTime: boolean | null;
  readonly validNow: boolean | null;
  readonly dueOn: CivilDate | null;
  readonly validThrough: CivilDate | null;
  readonly periods?: readonly Period[];
  readonly lapses?: readonly Lapse[];
  readonly missing?: readonly string[];
  readonly evidenceIds: readonly string[];
  /** Made when somebody asks for it. */
  readonly explain: () => Explanation;
};

/** Judges one kind of rule; null where the duty does not concern the subject on that day (no payer contract yet, another state of the cycle). */
export type AgencyJudge<Rule extends AgencyRule> = (context: AgencyContext<Rule>) => AgencyJudgement | null;
