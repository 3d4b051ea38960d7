import type { CivilMonth } from '../civil-date.ts';
import type { AgencyRecord } from './agency-records/agency-record.ts';
import type { Site, Team, Vendor } from './agency.ts';
import type { DocumentRecord } from './document.ts';
import type { Evidence } from './evidence.ts';
import type { Decision, ExclusionCheck, ListVersion, MonthClose, MonthRecord } from './exclusion.ts';
import type { Person } from './person.ts';

/** The record as it stands: what a plan is checked against. `undefined` means not on file. */
export type RecordLookup = {
  readonly site: (id: string) => Site | undefined;
  readonly team: (id: string) => Team | undefined;
  readonly person: (id: string) => Person | undefined;
  readonly vendor: (id: string) => Vendor | undefined;
  readonly document: (id: string) => DocumentRecord | undefined;
  readonly evidence: (id: string) => Evidence | undefined;
  readonly check: (id: string) => ExclusionCheck | undefined;
  readonly decision: (id: string) => Decision | undefined;
  readonly listVersion: (id: string) => ListVersion | undefined;
  readonly monthRecord: (id: string) => MonthRecord | undefined;
  readonly agencyRecord: (id: string) => AgencyRecord | undefined;
  /** What closed a month, where it is closed. */
  readonly closeOf: (month: CivilMonth) => MonthClose | undefined;
};

/** The records that have an id. */
export type RecordKind = Exclude<keyof RecordLookup, 'closeOf'>;
