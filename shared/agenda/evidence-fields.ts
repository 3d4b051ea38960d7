import type { EvidenceKind, EvidenceResult } from '../model/evidence.ts';

/** The fields of evidence a form can ask for, apart from kind, parts, documents and note. */
export type EvidenceDateField = 'requestedOn' | 'performedOn' | 'resultOn' | 'issuedOn' | 'expiresOn';

/** What one kind of evidence asks for. An absent key is not asked. */
export type EvidenceFields = {
  /** In the order of the form. A date is required unless the label is listed in `optional`. */
  readonly dates: readonly { readonly field: EvidenceDateField; readonly label: string; readonly optional?: true; readonly hint?: string }[];
  readonly results?: readonly EvidenceResult[];
  /** A training counts without a result; a check does not. */
  readonly resultOptional?: true;
  readonly partsLabel?: string;
  /** Parts are alternatives (one kind of TB test) rather than a list to tick. */
  readonly onePart?: true;
  readonly hours?: true;
  readonly months?: true;
  readonly issuerLabel?: string;
  readonly approvingBody?: true;
  readonly onlineOnly?: true;
  readonly categoryLabel?: string;
  readonly noteRequired?: true;
};

const completed = { field: 'performedOn', label: 'Completed on' } as const;
const printedExpiry = { field: 'expiresOn', label: 'Valid through', optional: true, hint: 'As printed. Leave empty when nothing is printed.' } as const;

const check: EvidenceFields = {
  dates: [
    { field: 'performedOn', label: 'Performed on', hint: 'The date on the report.' },
    { field: 'resultOn', label: 'Result received on', optional: true },
  ],
  results: ['pass', 'fail'],
  issuerLabel: 'Made by',
};
const training: EvidenceFields = { dates: [completed], results: ['complete', 'fail'], resultOptional: true, issuerLabel: 'Given by' };
const northCarolinaTraining: EvidenceFields = {
  dates: [completed], results: ['complete', 'waived', 'fail'], resultOptional: true, issuerLabel: 'Given by', approvingBody: true,
};
const certificate: EvidenceFields = { dates: [{ field: 'performedOn', label: 'Certified on' }, printedExpiry], issuerLabel: 'Issued by' };
const paper: EvidenceFields = { dates: [{ field: 'performedOn', label: 'Dated' }] };

/** The form of every kind of evidence. */
export const evidenceFields: Readonly<Record<EvidenceKind, EvidenceFields>> = {
  'background-check': {
    ...check,
    dates: [{ field: 'requestedOn', label: 'Requested on', optional: true }, ...check.dates],
  },
  'sex-offender-registry': check,
  'tb-test': {
    dates: [
      { field: 'performedOn', label: 'Placed or drawn on', hint: 'For an x-ray or a statement: its date.' },
      { field: 'resultOn', label: 'Read or reported on', optional: true, hint: 'A skin test counts only once it is read.' },
    ],
    results: ['negative', 'positive', 'cleared', 'not-communicable'],
    partsLabel: 'Kind of test',
    onePart: true,
  },
  'drug-screen': {
    dates: [{ field: 'performedOn', label: 'Collected on' }, { field: 'resultOn', label: 'Reported on', optional: true }],
    results: ['negative', 'positive'],
    issuerLabel: 'Laboratory',
  },
  'cpr-first-aid': {
    dates: [{ field: 'performedOn', label: 'Issued on', hint: 'The issue date printed on the card.' }, printedExpiry],
    partsLabel: 'The card covers',
    issuerLabel: 'Issued by',
    onlineOnly: true,
  },
  'crisis-intervention': { ...training, dates: [completed, printedExpiry] },
  'continuing-education': { ...training, partsLabel: 'The training covers' },
  'basic-clinical-competency': training,
  'ips-training': training,
  cips: certificate,
  'peer-certification': certificate,
  education: { dates: [{ field: 'performedOn', label: 'Awarded on' }], partsLabel: 'The document proves', issuerLabel: 'School' },
  experience: {
    dates: [{ field: 'performedOn', label: 'Counted up to', hint: 'The last day of the work that is counted.' }],
    partsLabel: 'The work was',
    months: true,
    issuerLabel: 'Employer',
  },
  'ips-101': northCarolinaTraining,
  'person-centered-planning': northCarolinaTraining,
  'supervising-cpss': northCarolinaTraining,
  'employment-peer-mentoring': northCarolinaTraining,
  'motivational-interviewing': northCarolinaTraining,
  'training-hours': { dates: [completed], hours: true, issuerLabel: 'Given by', approvingBody: true },
  cesp: certificate,
  qmhp: certificate,
  amhp: certificate,
  cpss: certificate,
  cwic: certificate,
  'wip-c': certificate,
  'license-verification': { dates: [{ field: 'performedOn', label: 'Verified on' }, printedExpiry], issuerLabel: 'Board' },
  application: paper,
  reference: { ...paper, issuerLabel: 'Given by' },
  'job-description': { dates: [{ field: 'performedOn', label: 'Signed on' }] },
  orientation: { dates: [completed] },
  'confidentiality-agreement': { dates: [{ field: 'performedOn', label: 'Signed on' }] },
  evaluation: { dates: [{ field: 'performedOn', label: 'Held on' }], issuerLabel: 'Evaluated by' },
  separation: paper,
  'drivers-license': { dates: [{ field: 'performedOn', label: 'Seen on' }, printedExpiry] },
  'motor-insurance': { dates: [{ field: 'performedOn', label: 'Seen on' }, printedExpiry], issuerLabel: 'Insurer' },
  attestation: { dates: [{ field: 'performedOn', label: 'Written on' }], noteRequired: true },
  other: { dates: [{ field: 'performedOn', label: 'Dated' }, printedExpiry], categoryLabel: 'What it is', issuerLabel: 'Issued by' },
};

/** The parts of items, in words. Lists are named by exclusionListWords; this is for parts of evidence. */
export const partWords: Readonly<Record<string, string>> = {
  tst: 'Skin test (TST)', igra: 'Blood test (IGRA)', 'chest-xray': 'Chest x-ray', 'physician-statement': 'Physician statement',
  cpr: 'CPR', 'first-aid': 'First Aid',
  confidentiality: 'Confidentiality', hipaa: 'HIPAA', 'mandated-reporting': 'Mandated reporting',
  'high-school': 'High-school diploma', ged: 'GED', bachelors: "Bachelor's degree", masters: "Master's degree",
  employment: 'Employment after high school', 'severe-mental-illness': 'With people with severe mental illness',
  'employment-specialist': 'As an employment specialist', 'employment-services': 'In employment services', vocational: 'Vocational',
};

export const resultWords: Readonly<Record<EvidenceResult, string>> = {
  pass: 'Pass', fail: 'Fail', negative: 'Negative', positive: 'Positive', cleared: 'Cleared',
  'not-communicable': 'Not communicable', complete: 'Complete', waived: 'Waived',
};
