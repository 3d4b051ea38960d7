import type { ApartKind } from '../model/document.ts';
import type { EvidenceKind } from '../model/evidence.ts';

/** What the words of small agencies mean. `strong`: says the kind by itself. `weak`: may be about something else. */
export type KindWords = {
  readonly kind: EvidenceKind;
  readonly part?: string;
  /** What an "other" document is. */
  readonly category?: string;
  readonly apart?: ApartKind;
  readonly strong?: readonly string[];
  readonly weak?: readonly string[];
};

/** One row a kind, or a part of one. Words as compared: small letters, spaces for signs, figures apart from letters. */
export const kindTable: readonly KindWords[] = [
  { kind: 'tb-test', strong: ['tb', 'tuberculosis', 'tuberculin', 'tb test', 'tb screening', 'tb risk assessment'] },
  { kind: 'tb-test', part: 'tst', strong: ['ppd', 'tst', 'mantoux', 'tb skin test', 'tuberculin skin test', 'two step tb'] },
  { kind: 'tb-test', part: 'igra', strong: ['igra', 'quantiferon', 'quantiferon tb', 'quantiferon tb gold', 'qft', 't spot', 't spot tb', 'tb blood test'] },
  { kind: 'tb-test', part: 'chest-xray', strong: ['chest x ray', 'chest xray', 'cxr', 'chest radiograph', 'tb chest x ray'] },
  { kind: 'tb-test', part: 'physician-statement', strong: ['free of communicable', 'not communicable', 'tb physician statement'], weak: ['physician statement'] },
  { kind: 'drug-screen', strong: ['drug screen', 'drug screening', 'drug test', 'drug testing', 'drug scrn', 'uds', 'urine drug screen', '5 panel', '10 panel', '12 panel', 'custody and control form', 'toxicology'], weak: ['drug', 'labcorp'] },
  { kind: 'sex-offender-registry', strong: ['sex offender', 'sex offender registry', 'sex offender check', 'sor check', 'nsopw', 'nsopr', 'nsor', 'offender registry', 'sex offender public website'], weak: ['sor', 'offender'] },
  { kind: 'background-check', strong: ['background check', 'bgc', 'bg check', 'criminal background', 'criminal background check', 'criminal history', 'criminal history check', 'criminal record check', 'crim', 'crim check', 'crim hist', 'criminal check', 'lsp background', 'sbi background', 'fingerprint results', 'cbc check', 'state police'], weak: ['background', 'criminal', 'fingerprint', 'fingerprints', 'lsp'] },
  { kind: 'cpr-first-aid', part: 'cpr', strong: ['cpr', 'cpr card', 'bls', 'cpr aed', 'basic life support', 'heartsaver cpr', 'cpr cert', 'cpr certification'], weak: ['aed'] },
  { kind: 'cpr-first-aid', part: 'first-aid', strong: ['first aid', 'firstaid', 'first aid card', 'heartsaver first aid'], weak: ['heartsaver'] },
  { kind: 'crisis-intervention', strong: ['crisis intervention', 'crisis prevention', 'nonviolent crisis intervention', 'cpi', 'cpi card', 'crisis training', 'crisis intervention training', 'mandt', 'nvci'], weak: ['crisis', 'de escalation'] },
  { kind: 'continuing-education', part: 'hipaa', strong: ['hipaa training', 'hipaa certificate', 'hipaa cert', 'hipaa privacy training'], weak: ['hipaa'] },
  { kind: 'continuing-education', part: 'confidentiality', strong: ['confidentiality training', 'confidentiality of client information'] },
  { kind: 'continuing-education', part: 'mandated-reporting', strong: ['mandated reporting', 'mandated reporter', 'mandated reporter training', 'mandatory reporter', 'abuse and neglect reporting'] },
  { kind: 'confidentiality-agreement', strong: ['confidentiality agreement', 'confidentiality agmt', 'confidentiality statement', 'hipaa agreement', 'hipaa acknowledgement', 'hipaa acknowledgment', 'non disclosure agreement', 'nda'], weak: ['confidentiality'] },
  { kind: 'basic-clinical-competency', strong: ['basic clinical competency', 'basic clinical competency training', 'basic clinical competencies', 'bcct'], weak: ['clinical competency', 'bcc'] },
  { kind: 'ips-101', strong: ['ips 101'] },
  { kind: 'ips-training', strong: ['ips training', 'ips practitioner skills', 'ips practitioner course', 'ips supervisor course', 'individual placement and support training'], weak: ['ips'] },
  { kind: 'cips', strong: ['cips', 'certified ips', 'certified ips practitioner', 'cips certification', 'cips cert', 'cips certificate'] },
  { kind: 'cpss', strong: ['cpss', 'nc cpss', 'nc certified peer support specialist', 'cpss certificate', 'cpss cert'] },
  { kind: 'supervising-cpss', strong: ['supervising cpss', 'supervising nc cpss', 'supervising nc certified peer support specialists'] },
  { kind: 'employment-peer-mentoring', strong: ['employment peer mentoring', 'employment peer mentor training'] },
  { kind: 'peer-certification', strong: ['peer certification', 'peer support certification', 'peer support specialist', 'peer specialist certification', 'recognized peer support specialist', 'peer cert', 'rpss', 'cprs'] },
  { kind: 'education', part: 'high-school', strong: ['high school diploma', 'hs diploma', 'high school transcript'], weak: ['high school'] },
  { kind: 'education', part: 'ged', strong: ['ged', 'hiset', 'high school equivalency'] },
  { kind: 'education', part: 'bachelors', strong: ['bachelor', 'bachelors', 'bachelors degree', 'bachelor of arts', 'bachelor of science', 'ba degree', 'bs degree', 'bsw', 'bachelor of social work'] },
  { kind: 'education', part: 'masters', strong: ['masters', 'masters degree', 'master of arts', 'master of science', 'master of social work', 'ma degree', 'ms degree', 'msw', 'msw degree'] },
  { kind: 'education', strong: ['diploma', 'transcript', 'official transcript', 'college transcript', 'degree'], weak: ['education', 'school'] },
  { kind: 'experience', strong: ['experience letter', 'verification of experience', 'employment verification', 'work history', 'verification of employment', 'voe', 'smi experience', 'experience verification', 'experience calculation'], weak: ['experience'] },
  { kind: 'person-centered-planning', strong: ['person centered employment planning', 'person centered planning', 'pcp training', 'person centered thinking'], weak: ['person centered'] },
  { kind: 'motivational-interviewing', strong: ['motivational interviewing', 'mi training', 'motivational interviewing training'] },
  { kind: 'training-hours', strong: ['ceu', 'ceus', 'contact hours', 'ce certificate', 'training hours', 'in service', 'inservice', 'training log', 'continuing education hours'], weak: ['training', 'webinar'] },
  { kind: 'cesp', strong: ['cesp', 'certified employment support professional', 'cesp certificate'] },
  { kind: 'qmhp', strong: ['qmhp', 'qualified mental health professional'] },
  { kind: 'amhp', strong: ['amhp', 'associate mental health professional'] },
  { kind: 'cwic', strong: ['cwic', 'community work incentives coordinator'] },
  { kind: 'wip-c', strong: ['wip c', 'wipc', 'work incentives practitioner'] },
  { kind: 'license-verification', strong: ['license verification', 'licence verification', 'license verif', 'lic verification', 'primary source verification', 'psv', 'nursys', 'lcsw', 'lmsw', 'lpc', 'lmft', 'lac license', 'rn license', 'lpn license', 'license lookup', 'board verification', 'licensee details'], weak: ['license', 'licence', 'lic'] },
  { kind: 'application', strong: ['application', 'job application', 'employment application', 'application for employment', 'resume', 'cv', 'curriculum vitae'], weak: ['app', 'appl'] },
  { kind: 'reference', strong: ['reference', 'references', 'reference letter', 'reference check', 'ref check', 'professional reference', 'letter of recommendation', 'ref letter'], weak: ['ref', 'refs'] },
  { kind: 'job-description', strong: ['job description', 'signed job description', 'position description', 'jd', 'job desc', 'job descr'] },
  { kind: 'orientation', strong: ['orientation', 'new hire orientation', 'orientation checklist', 'new employee orientation', 'orientation acknowledgement'], weak: ['onboarding', 'new hire'] },
  { kind: 'evaluation', strong: ['evaluation', 'performance evaluation', 'performance review', 'annual evaluation', 'annual review', 'perf eval', 'eval', '90 day eval', '90 day evaluation', 'performance appraisal', 'appraisal'] },
  { kind: 'separation', strong: ['separation', 'separation notice', 'termination', 'termination letter', 'term letter', 'resignation', 'resignation letter', 'exit interview'] },
  { kind: 'drivers-license', strong: ['drivers license', 'driver license', 'driver s license', 'drivers lic', 'driver lic', 'drivers licence', 'dl copy', 'dl'], weak: ['mvr', 'driver', 'drivers'] },
  { kind: 'motor-insurance', strong: ['auto insurance', 'car insurance', 'motor insurance', 'vehicle insurance', 'auto ins', 'insurance id card', 'proof of insurance', 'liability insurance card'], weak: ['insurance', 'insurance card'] },
  { kind: 'attestation', strong: ['attestation', 'attestation form', 'signed attestation', 'attestation letter'] },
  { kind: 'other', category: 'Form I-9', apart: 'i-9', strong: ['i 9', 'form i 9', 'employment eligibility', 'employment eligibility verification', 'everify', 'e verify'] },
  { kind: 'other', category: 'Payroll', apart: 'payroll', strong: ['w 4', 'form w 4', 'w 2', 'w 9', 'l 4', 'nc 4', 'direct deposit', 'payroll', 'voided check', 'pay stub', 'paystub', 'employees withholding certificate', 'withholding certificate'] },
  { kind: 'other', category: 'Social Security card', apart: 'social-security', strong: ['ssn', 'ssn card', 'social security card', 'ss card', 'soc sec card', 'social security'] },
  { kind: 'other', category: 'Equal opportunity form', apart: 'equal-opportunity', strong: ['eeo', 'eeo 1', 'eeo form', 'equal opportunity', 'self identification', 'voluntary self identification'] },
  { kind: 'other', category: 'Health record', apart: 'health', strong: ['physical exam', 'medical history', 'immunization', 'immunizations', 'immunization record', 'hep b', 'hepatitis b', 'hepatitis', 'flu shot', 'covid', 'covid vaccine', 'vaccination', 'vaccine', 'doctors note', 'fmla', 'medical certification'], weak: ['physical', 'medical'] },
];

/** Papers of exclusion checks: they prove a check, which is recorded on the screen Exclusions. */
export const exclusionWords: readonly string[] = ['oig', 'leie', 'oig leie', 'sam gov', 'sam search', 'exclusion search', 'exclusion check', 'oig search', 'nc hcpr', 'hcpr', 'dsw registry', 'cna registry'];
