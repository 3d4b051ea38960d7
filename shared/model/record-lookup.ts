import type { Site, Team, Vendor } from './agency.ts';
import type { DocumentRecord } from './document.ts';
import type { Evidence } from './evidence.ts';
import type { Decision, ExclusionCheck } from './exclusion.ts';
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
};
