import { fromDay, type CivilDate } from '../../civil-date.ts';
import type { Credential } from '../../model/agency-records/agency-record.ts';
import { longDateWords } from '../../wording.ts';
import type { Desk } from './desk.ts';

type Paper = Pick<Credential, 'credential' | 'title' | 'party' | 'number' | 'teamId' | 'siteId'> & {
  readonly id: string;
  /** Days before today; negative lies ahead. */
  readonly applied?: number;
  readonly submitted?: number;
  readonly signed?: number;
  readonly effective?: number;
  readonly expires?: number;
  readonly review?: number;
  readonly ended?: number;
  readonly note?: string;
  /** The day it was filed, where it is not the first day in force. */
  readonly filed?: number;
};

/** The contracts with payers; the accreditation came first, and the written notices go to them. */
export const contracts = { pelican: 'c-pelican', magnolia: 'c-magnolia', gulf: 'c-gulf', tarHeel: 'c-tar-heel' } as const;

const papers: readonly Paper[] = [
  { id: 'c-license', credential: 'license', title: 'Behavioral health service provider licence', party: 'State health department (demo)', number: 'BHS-0417-DEMO', effective: 219, expires: -146 },
  { id: 'c-enrollment-houma', credential: 'enrollment', title: 'Provider type 74, specialty 70, subspecialty 8E', party: 'State Medicaid (demo)', number: 'PT74-DEMO-1', siteId: 's-houma', effective: 1432, expires: -394 },
  { id: 'c-enrollment-baton-rouge', credential: 'enrollment', title: 'Provider type 74, specialty 70, subspecialty 8E', party: 'State Medicaid (demo)', number: 'PT74-DEMO-2', siteId: 's-baton-rouge', effective: 1101, expires: -725 },
  { id: contracts.pelican, credential: 'payer-contract', party: 'Pelican Health Plan (demo)', number: 'PHP-2088', signed: 1436, effective: 1424, expires: -311 },
  { id: contracts.magnolia, credential: 'payer-contract', party: 'Magnolia State Care (demo)', number: 'MSC-71', signed: 1412, effective: 1403, expires: -128 },
  { id: contracts.gulf, credential: 'payer-contract', party: 'Gulf Coast Community Plan (demo)', signed: 611, effective: 602, expires: -494, note: 'Renewed once for two years.' },
  { id: 'c-lge', credential: 'lge-agreement', party: 'South Bayou Human Services Authority (demo)', signed: 1440, effective: 1430, review: -87 },
  { id: 'c-drug-free', credential: 'drug-free-workplace', signed: 344, effective: 344, review: -21, note: 'Covers pre-employment, random and for-cause testing of staff.' },
  { id: 'c-policy-grievance', credential: 'policy', title: 'Grievance policy', signed: 202, effective: 202, review: -163 },
  { id: 'c-policy-privacy', credential: 'policy', title: 'Privacy and confidentiality policy', signed: 257, effective: 257, review: -108 },
  { id: 'c-policy-screening', credential: 'policy', title: 'Exclusion screening policy', signed: 190, effective: 190, review: -175, note: 'A second person searches when the officer is out.' },
  { id: 'c-policy-storm', credential: 'policy', title: 'Emergency and storm plan', signed: 377, effective: 377, review: 12, note: 'Review begun; waits for the new phone tree.' },
  { id: 'c-mou', credential: 'mou', title: 'MOU on integrated behavioral health services', party: 'Triad Recovery Center (demo)', teamId: 't-piedmont', signed: 1019, submitted: 1011, effective: 1005, review: -240 },
  { id: 'c-dhhs', credential: 'dhhs-agreement', title: 'Provider administrative participation agreement', party: 'State DHHS (demo)', teamId: 't-piedmont', signed: 1024, effective: 1012, expires: -449 },
  { id: contracts.tarHeel, credential: 'lme-mco-contract', party: 'Tar Heel Health Network (demo)', number: 'THN-5512', teamId: 't-piedmont', applied: 1068, signed: 1006, effective: 1002, expires: -276 },
  { id: 'c-dvrs', credential: 'dvrs-vendor', party: 'State vocational rehabilitation (demo)', number: 'V-0093', teamId: 't-piedmont', applied: 1005, effective: 941, expires: -519 },
  { id: 'c-liability', credential: 'insurance', title: 'General liability', party: 'Crescent Mutual (demo)', number: 'GL-40-118', effective: 353, expires: -12 },
  { id: 'c-malpractice', credential: 'insurance', title: 'Professional liability', party: 'Crescent Mutual (demo)', number: 'PL-40-119', effective: 139, expires: -226 },
];

/** What the agency holds on paper: a policy whose review is past, another's near, insurance that runs out in days, the rest in order. */
export function filePapers(desk: Desk): void {
  for (const paper of papers) {
    const on = desk.ago(paper.filed ?? paper.effective ?? 0);
    desk.add(on, { ...credentialOf(desk, paper), ...desk.paper(paper.id, paper.title ?? paper.party ?? titles[paper.credential] ?? paper.id, on, linesOf(desk, paper)) });
  }
  renewedContract(desk);
  misfiled(desk);
}

const titles: Readonly<Partial<Record<Credential['credential'], string>>> = { 'drug-free-workplace': 'Drug-free workplace policy' };

function credentialOf(desk: Desk, paper: Paper): Omit<Credential, 'recordedAt' | 'recordedBy'> {
  const { id, applied, submitted, signed, effective, expires, review, ended, filed: _filed, ...rest } = paper;
  const on = (key: string, days: number | undefined): Readonly<Record<string, CivilDate>> => (days === undefined ? {} : { [key]: desk.ago(days) });
  return {
    id, kind: 'credential', ...rest,
    ...on('appliedOn', applied), ...on('submittedOn', submitted), ...on('signedOn', signed), ...on('effectiveOn', effective),
    ...on('expiresOn', expires), ...on('reviewOn', review), ...on('endedOn', ended),
  };
}

const linesOf = (desk: Desk, paper: Paper): readonly string[] => [
  ...(paper.party === undefined ? [] : [`With: ${paper.party}`]),
  ...(paper.number === undefined ? [] : [`Number: ${paper.number}`]),
  ...(paper.effective === undefined ? [] : [`In force from: ${longDateWords(desk.ago(paper.effective))}`]),
  ...(paper.expires === undefined ? [] : [`Through: ${longDateWords(desk.ago(paper.expires))}`]),
];

/** A later state supersedes the earlier one: the same contract, prolonged. */
function renewedContract(desk: Desk): void {
  const magnolia = papers.find((paper) => paper.id === contracts.magnolia);
  if (magnolia === undefined) return;
  const on = desk.workday(141);
  desk.add(on, { ...credentialOf(desk, { ...magnolia, expires: -603 }), id: 'c-magnolia-2', supersedes: contracts.magnolia, ...desk.paper('c-magnolia-2', 'Magnolia State Care, second amendment', on) });
}

/** Another agency's paper, filed here by mistake and taken back. */
function misfiled(desk: Desk): void {
  const on = desk.workday(96);
  desk.add(on, {
    id: 'c-misfiled', kind: 'credential', credential: 'insurance', title: 'Commercial property', party: 'Crescent Mutual (demo)', effectiveOn: on, expiresOn: fromDay(desk.today),
    retractedAt: `${desk.ago(92)}T16:40:00Z`, retractedReason: 'Belongs to the landlord; returned to the insurer.',
  });
}
