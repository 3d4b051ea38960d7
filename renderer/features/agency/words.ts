import { payerOf } from '../../../shared/agenda/accreditation/notice-tasks.ts';
import {
  accreditationOutcomeWords, accreditationTaskWords, accreditorWords, type NoticeMethod,
} from '../../../shared/model/agency-records/accreditation.ts';
import { holdWords } from '../../../shared/model/agency-records/retention.ts';
import type { AgencyRecord, Credential } from '../../../shared/model/agency-records/agency-record.ts';
import { credentialTypeWords } from '../../../shared/model/agency-records/credential.ts';
import { agencyPeriodWords } from '../../../shared/model/agency-records/period.ts';
import type { StandingRecords } from '../../../shared/model/agency-records/standing-records.ts';
import { meetingTypeWords } from '../../../shared/model/agency-records/team.ts';
import type { CivilDate } from '../../../shared/civil-date.ts';
import { dateWords } from '../../../shared/wording.ts';
import { surveyKindWords } from '../../../shared/model/agency-records/survey.ts';

export const noticeMethodWords: Readonly<Record<NoticeMethod, string>> = {
  'e-mail': 'E-mail', portal: 'Payer portal', fax: 'Fax', mail: 'Mail', courier: 'Courier', 'by-hand': 'By hand',
};

/** A paper by its own title, or its type, with who stands on the other side: "General liability, Gulf Mutual". */
export const credentialTitle = (credential: Credential): string =>
  [credential.title ?? credentialTypeWords[credential.credential], credential.party].filter((each) => each !== undefined).join(', ');

const reportWords = { 'outcome-tracking': 'Outcome Tracking form', 'nc-topps': 'NC-TOPPS', other: 'Report' } as const;

/** What a record is called in a list, without its date. */
export function recordTitle(record: AgencyRecord): string {
  switch (record.kind) {
    case 'credential':
      return credentialTitle(record);
    case 'accreditation-application':
      return `${accreditorWords[record.accreditor].short} ${record.renewal === true ? 'renewal application' : 'application'}`;
    case 'accreditation-survey':
      return `${accreditorWords[record.accreditor].short} survey`;
    case 'accreditation-decision':
      return `${accreditorWords[record.accreditor].short} decision: ${accreditationOutcomeWords[record.outcome].toLowerCase()}`;
    case 'accreditation-task':
      return `${accreditorWords[record.accreditor].short}: ${(record.title ?? accreditationTaskWords[record.task]).toLowerCase()}`;
    case 'written-notice':
      return 'Written notice';
    case 'fidelity-review':
      return record.review === 'external' ? 'Fidelity review' : 'Fidelity self-evaluation';
    case 'fidelity-plan':
      return 'Corrective action plan';
    case 'fidelity-contest':
      return 'Data sent against a draft report';
    case 'fidelity-grant':
      return `Interval of ${record.months} months granted`;
    case 'technical-assistance':
      return 'Technical assistance';
    case 'scale-names':
      return 'Names of the scale’s items';
    case 'meeting':
      return meetingTypeWords[record.meeting];
    case 'treatment-team':
      return `Treatment team ${record.name}`;
    case 'field-support':
      return 'Field support';
    case 'figures':
      return `Figures of ${agencyPeriodWords(record.period)}`;
    case 'report':
      return record.title ?? reportWords[record.report];
    case 'snooze':
      return 'Reminder put off';
    case 'legal-hold':
      return holdWords[record.hold];
    case 'binder':
      return `Binders for ${record.recipient}`;
    case 'survey':
      return surveyKindWords[record.survey];
    case 'survey-finding':
      return record.weight === 'finding' ? 'Finding of a survey' : 'Recommendation of a survey';
    case 'correction':
      return 'Correction';
    case 'disposal':
      return `File of ${record.initials} disposed of`;
  }
}

const dateLabels: Readonly<Record<string, string>> = {
  appliedOn: 'Applied', feePaidOn: 'Fee paid', submittedOn: 'Submitted', signedOn: 'Signed', plannedOn: 'Planned', effectiveOn: 'In force from', heldOn: 'Held', heldFrom: 'Held from',
  heldTo: 'Held to', decidedOn: 'Decided', notifiedOn: 'Told', draftReceivedOn: 'Draft received', finalReceivedOn: 'Final report received', approvedOn: 'Approved', implementedOn: 'Implemented',
  dueOn: 'Due', doneOn: 'Done', sentOn: 'Sent', grantedOn: 'Granted', setOn: 'Set', attestedOn: 'Attested', from: 'From', to: 'To', reviewOn: 'Next review', expiresOn: 'Valid through', endedOn: 'Ended',
  withdrawnOn: 'Withdrawn', confirmedOn: 'Confirmed',
};

/** The dates a record carries, with their names, in the order they usually happen. */
export function datesOfRecord(record: AgencyRecord): readonly (readonly [label: string, on: CivilDate])[] {
  const own = record as Readonly<Partial<Record<string, unknown>>>;
  return Object.entries(dateLabels).flatMap(([key, label]) => (typeof own[key] === 'string' ? [[label, own[key] as CivilDate] as const] : []));
}

/** Facts beside the dates: number, term, method, to whom, what was noted. */
export function factsOfRecord(record: AgencyRecord, records: StandingRecords): readonly string[] {
  switch (record.kind) {
    case 'credential':
      return [...(record.number === undefined ? [] : [`No. ${record.number}`]), ...(record.inProcess === true ? ['in process'] : [])];
    case 'accreditation-decision':
      return record.term === undefined ? [] : [record.term];
    case 'written-notice': {
      const contract = records.find('credential', record.contractId);
      return [...(contract === undefined ? [] : [payerOf(contract)]), noticeMethodWords[record.method], ...(record.to === undefined ? [] : [`to ${record.to}`])];
    }
    default:
      return [];
  }
}

/** `Recorded 3 Mar 2026 by Ana`. */
export const recordedWords = (record: AgencyRecord): string =>
  `Recorded ${dateWords(record.recordedAt.slice(0, 10) as CivilDate)}${record.recordedBy === undefined ? '' : ` by ${record.recordedBy}`}`;
