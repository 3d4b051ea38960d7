import type { NoticeTask } from '../../../shared/agenda/accreditation/notice-tasks.ts';
import type { Accreditor } from '../../../shared/model/agency-records/accreditation.ts';
import type {
  AccreditationApplication, AccreditationDecision, AccreditationSurvey, AccreditationTaskRecord, AgencyRecord, Credential, WrittenNotice,
} from '../../../shared/model/agency-records/agency-record.ts';
import type { CredentialType } from '../../../shared/model/agency-records/credential.ts';
import type { Vendor } from '../../../shared/model/agency.ts';
import type { Standing } from '../../../shared/rules/standing.ts';

/** The records these screens have forms for. */
export type OwnRecord = Credential | AccreditationApplication | AccreditationSurvey | AccreditationDecision | AccreditationTaskRecord | WrittenNotice;

/** Something somebody wants to do about the agency's papers and accreditation; `AgencyDialogs` shows the form that belongs to it. */
export type AgencyDeed =
  | { readonly kind: 'credential'; readonly type: CredentialType; readonly teamId: string | null }
  | { readonly kind: 'correct'; readonly record: OwnRecord }
  | { readonly kind: 'renew'; readonly credential: Credential }
  | { readonly kind: 'end'; readonly credential: Credential }
  | { readonly kind: 'retract'; readonly record: AgencyRecord }
  | { readonly kind: 'application' | 'survey' | 'decision' | 'task'; readonly accreditor: Accreditor | null }
  | { readonly kind: 'held'; readonly survey: AccreditationSurvey }
  | { readonly kind: 'done'; readonly task: AccreditationTaskRecord }
  | { readonly kind: 'usual-tasks'; readonly decision: AccreditationDecision }
  | { readonly kind: 'notice'; readonly task: NoticeTask }
  | { readonly kind: 'note'; readonly standing: Standing; readonly title: string; readonly name: string }
  | { readonly kind: 'vendor'; readonly vendor: Vendor | null };
