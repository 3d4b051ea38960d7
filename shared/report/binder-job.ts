import type { AgencyFile } from '../agency-file/schema.ts';
import type { RecipientProfile } from '../model/recipient-profile.ts';
import type { CivilDate } from '../civil-date.ts';

/** Sheet sizes a binder can be made up for; US Letter unless asked otherwise. */
export const papers = ['letter', 'a4'] as const;
export type Paper = (typeof papers)[number];

/** What to print: for whom, as of which day, written down at which instant. The same job gives the same bytes. */
export type BinderJob = {
  readonly agency: AgencyFile;
  /** In the order wanted in the file; at least one. */
  readonly personIds: readonly string[];
  readonly asOf: CivilDate;
  /** Only what was recorded by then counts: an ISO instant or a bare date. */
  readonly knownAt?: string;
  /** ISO instant in UTC, printed on every page. */
  readonly generatedAt: string;
  readonly layout: 'one-file' | 'file-per-person';
  /** Invented data: every page says so. */
  readonly synthetic: boolean;
  readonly paper?: Paper;
  /** Absent: volume 1 alone. */
  readonly volumes?: 'personnel' | 'medical' | 'both';
  /** Whether documents are bound in. Absent: no. */
  readonly exhibits?: boolean;
  /** For whom; absent: `defaultProfiles` of `shared/report/profiles.ts`, the internal one. */
  readonly profile?: RecipientProfile;
  /** Needed to open the file (AES-256). The same job then no longer gives the same bytes. */
  readonly password?: string;
};

/** An agency packet to print: of which day, written down at which instant. The same record and job give the same bytes. */
export type PacketJob = Omit<BinderJob, 'agency' | 'personIds' | 'layout'>;
