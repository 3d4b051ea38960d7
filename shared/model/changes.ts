import type { AgencyRecord } from './agency-records/agency-record.ts';
import type { Acknowledgement, Agency, Site, Team, Vendor } from './agency.ts';
import type { DocumentAmendment, DocumentRecord } from './document.ts';
import type { Evidence } from './evidence.ts';
import type { Decision, ExclusionCheck, ListVersion, MonthRecord } from './exclusion.ts';
import type { Person } from './person.ts';

/**
 * Everything that can happen to an agency's record. One list of changes is one commit: all of it lands, or none.
 * Evidence, agency records, checks, decisions, list versions, closed months and acknowledgements are only ever added; a correction is
 * a new item that supersedes, and what was wrong from the start is retracted with a reason.
 */
export type Change =
  | { readonly kind: 'set-agency'; readonly agency: Agency }
  | { readonly kind: 'put-site'; readonly site: Site }
  | { readonly kind: 'put-team'; readonly team: Team }
  | { readonly kind: 'put-person'; readonly person: Person }
  | { readonly kind: 'put-vendor'; readonly vendor: Vendor }
  | { readonly kind: 'add-document'; readonly document: DocumentRecord }
  /** How a document is shown, called and printed; its bytes stay as they are. */
  | { readonly kind: 'amend-document'; readonly documentId: string; readonly set: DocumentAmendment }
  /** A misfiled document goes, with its name and digest; a tombstone with the reason stays. It cannot be undone. */
  | { readonly kind: 'purge-document'; readonly documentId: string; readonly purgedAt: string; readonly reason: string }
  | { readonly kind: 'add-evidence'; readonly evidence: Evidence }
  | { readonly kind: 'retract-evidence'; readonly evidenceId: string; readonly retractedAt: string; readonly reason: string }
  | { readonly kind: 'add-agency-record'; readonly record: AgencyRecord }
  | { readonly kind: 'retract-agency-record'; readonly recordId: string; readonly retractedAt: string; readonly reason: string }
  | { readonly kind: 'add-check'; readonly check: ExclusionCheck }
  | { readonly kind: 'add-decision'; readonly decision: Decision }
  | { readonly kind: 'add-list-version'; readonly version: ListVersion }
  | { readonly kind: 'add-month-record'; readonly record: MonthRecord }
  | { readonly kind: 'acknowledge'; readonly acknowledgement: Acknowledgement };
