import { z } from 'zod';
import { docRefSchema } from './document.ts';
import { dateSchema, idSchema, instantSchema, recordedShape, type Readonlyed } from './schema.ts';

export const evidenceKinds = [
  'background-check', 'sex-offender-registry', 'tb-test', 'drug-screen', 'cpr-first-aid', 'crisis-intervention',
  'continuing-education', 'basic-clinical-competency', 'ips-training', 'cips', 'peer-certification', 'education',
  'experience', 'ips-101', 'person-centered-planning', 'supervising-cpss', 'employment-peer-mentoring',
  'motivational-interviewing', 'training-hours', 'cesp', 'qmhp', 'amhp', 'cpss', 'cwic', 'wip-c',
  'license-verification', 'application', 'reference', 'job-description', 'orientation', 'confidentiality-agreement',
  'evaluation', 'separation', 'drivers-license', 'motor-insurance', 'attestation', 'other',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const evidenceKindWords: Readonly<Record<EvidenceKind, string>> = {
  'background-check': 'Criminal background check',
  'sex-offender-registry': 'Sex-offender registry check',
  'tb-test': 'TB test',
  'drug-screen': 'Drug screen',
  'cpr-first-aid': 'CPR and First Aid card',
  'crisis-intervention': 'Crisis intervention training',
  'continuing-education': 'Continuing education',
  'basic-clinical-competency': 'Basic clinical competency training',
  'ips-training': 'IPS training',
  cips: 'IPS certification (CIPS)',
  'peer-certification': 'Peer support certification',
  education: 'Education',
  experience: 'Experience',
  'ips-101': 'IPS 101',
  'person-centered-planning': 'Person-Centered Employment Planning',
  'supervising-cpss': 'Supervising NC CPSS',
  'employment-peer-mentoring': 'Employment Peer Mentoring',
  'motivational-interviewing': 'Motivational Interviewing',
  'training-hours': 'Training hours',
  cesp: 'CESP certification',
  qmhp: 'QMHP status',
  amhp: 'AMHP status',
  cpss: 'NC Certified Peer Support Specialist',
  cwic: 'CWIC certification',
  'wip-c': 'WIP-C certification',
  'license-verification': 'Licence verification',
  application: 'Application',
  reference: 'Reference',
  'job-description': 'Signed job description',
  orientation: 'Orientation',
  'confidentiality-agreement': 'Confidentiality agreement',
  evaluation: 'Performance evaluation',
  separation: 'Separation record',
  'drivers-license': "Driver's licence",
  'motor-insurance': 'Motor insurance',
  attestation: 'Attestation',
  other: 'Other document',
};

/** The parts an item of a kind can speak for. A kind that is not named here has no parts. */
export const partsByKind = {
  'tb-test': ['tst', 'igra', 'chest-xray', 'physician-statement'],
  'cpr-first-aid': ['cpr', 'first-aid'],
  'continuing-education': ['confidentiality', 'hipaa', 'mandated-reporting'],
  education: ['high-school', 'ged', 'bachelors', 'masters'],
  experience: ['employment', 'severe-mental-illness', 'employment-specialist', 'employment-services', 'vocational'],
} as const satisfies Partial<Record<EvidenceKind, readonly string[]>>;

export const evidenceResults = [
  'pass', 'fail', 'negative', 'positive', 'cleared', 'not-communicable', 'complete', 'waived',
] as const;
export type EvidenceResult = (typeof evidenceResults)[number];

/** Kinds whose documents are medical records and lie in the medical vault. */
export const medicalKinds: readonly EvidenceKind[] = ['tb-test', 'drug-screen'];

export const evidenceSchema = z.strictObject({
  id: idSchema,
  personId: idSchema,
  kind: z.enum(evidenceKinds),
  requestedOn: dateSchema.exactOptional(),
  performedOn: dateSchema.exactOptional(),
  resultOn: dateSchema.exactOptional(),
  issuedOn: dateSchema.exactOptional(),
  expiresOn: dateSchema.exactOptional(),
  result: z.enum(evidenceResults).exactOptional(),
  parts: z.array(z.string().min(1)).exactOptional(),
  hours: z.number().nonnegative().exactOptional(),
  months: z.number().nonnegative().exactOptional(),
  category: z.string().exactOptional(),
  issuer: z.string().exactOptional(),
  approvingBody: z.string().exactOptional(),
  documents: z.array(docRefSchema).exactOptional(),
  note: z.string().exactOptional(),
  about: idSchema.exactOptional(),
  supersedes: idSchema.exactOptional(),
  retractedAt: instantSchema.exactOptional(),
  retractedReason: z.string().exactOptional(),
  ...recordedShape,
});

export type Evidence = Readonlyed<z.infer<typeof evidenceSchema>>;
