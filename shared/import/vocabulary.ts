import { evidenceKinds, evidenceKindWords, partsByKind, evidenceResults, type EvidenceKind, type EvidenceResult } from '../model/evidence.ts';
import { checkOutcomes, exclusionLists, exclusionListWords, type CheckOutcome, type ExclusionList } from '../model/exclusion.ts';
import { employmentKinds, licenseKinds, roles, roleWords, type EmploymentKind, type LicenseKind, type Role } from '../model/person.ts';
import { plain } from './plain.ts';

// How people write what the file format knows by a key. Everything is compared by `plain`, so signs, case and accents do not matter.
// The keys themselves and their shown words are added below.

const roleSynonyms: Readonly<Record<Role, readonly string[]>> = {
  'ips-specialist': [
    'ips specialist', 'employment specialist', 'ips employment specialist', 'supported employment specialist', 'specialist', 'es', 'ips',
    'ips es', 'se specialist', 'job coach', 'employment consultant',
  ],
  'ips-peer-specialist': [
    'ips peer', 'peer specialist', 'peer support specialist', 'peer support', 'peer', 'ips peer support specialist', 'employment peer specialist', 'pss',
  ],
  'ips-supervisor': ['supervisor', 'ips team supervisor', 'employment supervisor', 'ips program supervisor', 'ips manager', 'program supervisor', 'clinical supervisor'],
  'other-direct-care': [
    'direct care', 'other direct care staff', 'direct service worker', 'dsw', 'direct support professional', 'dsp', 'counselor', 'therapist', 'clinician',
    'case manager', 'nurse', 'mental health specialist', 'mhs', 'mhp', 'lmhp', 'psr specialist', 'cpst specialist',
  ],
  other: [
    'other employee', 'administration', 'admin', 'administrative', 'administrator', 'administrative assistant', 'office', 'office manager', 'hr', 'hr officer', 'human resources',
    'billing', 'finance', 'no direct care', 'support staff', 'receptionist', 'executive director', 'director',
  ],
  'team-lead': ['team leader', 'tl', 'ips team lead', 'ips team leader', 'lead'],
  'employment-support-professional': ['esp', 'employment support prof', 'ips esp', 'employment support specialist'],
  'employment-peer-mentor': ['epm', 'peer mentor', 'ips epm'],
  'benefits-counselor': ['bc', 'benefits counsellor', 'benefits specialist', 'benefit counselor', 'benefits planner', 'work incentives counselor'],
  'program-assistant': ['pa', 'programme assistant', 'program asst'],
};

const kindSynonyms: Readonly<Partial<Record<EvidenceKind, readonly string[]>>> = {
  'background-check': [
    'background', 'background check', 'criminal background', 'criminal check', 'criminal history', 'criminal history check', 'bgc', 'cbc', 'state police', 'state police check', 'fingerprints',
    'fingerprinting', 'criminal record check',
  ],
  'sex-offender-registry': ['sex offender', 'sex offender registry', 'sex offender check', 'sor', 'sorna', 'nsopw', 'sexual offender registry', 'sexual offender'],
  'tb-test': ['tb', 'tb test', 'tb skin test', 'tuberculosis', 'tuberculosis test', 'ppd', 'tst', 'igra', 'quantiferon', 'mantoux', 'tb screening'],
  'drug-screen': ['drug', 'drug test', 'drug screen', 'drug screening', 'uds', 'drug testing'],
  'cpr-first-aid': [
    'cpr', 'first aid', 'cpr first aid', 'cpr and first aid', 'first aid cpr', 'first aid and cpr', 'cpr aed', 'bls', 'heartsaver', 'cpr fa', 'cpr card', 'cpr 1st aid', 'heartsaver first aid cpr aed', 'cpr first aid aed',
  ],
  'crisis-intervention': ['crisis', 'crisis training', 'crisis intervention', 'cpi', 'crisis prevention', 'crisis prevention intervention', 'mandt', 'nci', 'crisis intervention curriculum'],
  'continuing-education': [
    'continuing ed', 'continuing education', 'ce', 'hipaa', 'hipaa training', 'confidentiality', 'confidentiality training', 'mandated reporting', 'mandated reporter', 'mandated reporter training', 'mandated reporting training',
    'abuse and neglect', 'abuse neglect reporting',
  ],
  'basic-clinical-competency': ['basic clinical competency', 'bcc', 'clinical basics', 'basic clinical', 'clinical competency', 'obh training'],
  'ips-training': ['ips training', 'ips initial training', 'ips practitioner', 'ips practitioner training', 'ips basics', 'ips practitioner skills'],
  cips: ['cips', 'cips certification', 'ips certification', 'certified ips', 'ips certified', 'cips certificate'],
  'peer-certification': ['peer certification', 'peer cert', 'certified peer', 'peer support certification', 'peer certificate', 'cprs', 'peer credential'],
  education: ['education', 'degree', 'diploma', 'highest degree', 'transcript', 'education level', 'highest education'],
  experience: ['experience', 'work experience', 'prior experience'],
  'ips-101': ['ips 101', 'ips101'],
  'person-centered-planning': ['pcep', 'person centered employment planning', 'person centered planning', 'person centered thinking', 'person centred planning', 'pcp training'],
  'supervising-cpss': ['supervising cpss', 'supervising peers', 'cpss supervision', 'supervising nc cpss'],
  'employment-peer-mentoring': ['employment peer mentoring', 'peer mentoring', 'epm training'],
  'motivational-interviewing': ['motivational interviewing', 'mi', 'mi training', 'mi for employment'],
  'training-hours': ['training hours', 'training', 'annual training', 'ceu', 'ceus', 'ce hours', 'ceu hours', 'fidelity training', 'in service', 'inservice', 'annual training hours'],
  cesp: ['cesp', 'cesp certification'],
  qmhp: ['qmhp', 'qualified professional', 'qp'],
  amhp: ['amhp', 'associate professional', 'ap'],
  cpss: ['cpss', 'nc cpss', 'nc certified peer support specialist', 'certified peer support specialist'],
  cwic: ['cwic'],
  'wip-c': ['wip c', 'wipc', 'cwip'],
  'license-verification': ['license verification', 'licence verification', 'licensure verification', 'primary source verification', 'psv'],
  application: ['application', 'employment application', 'job application'],
  reference: ['reference', 'references', 'reference check', 'reference checks', 'professional reference'],
  'job-description': ['job description', 'signed job description', 'jd', 'position description'],
  orientation: ['orientation', 'new hire orientation', 'nho', 'onboarding'],
  'confidentiality-agreement': ['confidentiality agreement', 'confidentiality statement', 'signed confidentiality agreement', 'nda'],
  evaluation: ['evaluation', 'annual evaluation', 'performance evaluation', 'performance review', 'annual review', 'eval', 'performance appraisal'],
  separation: ['separation', 'exit', 'exit interview', 'termination letter', 'resignation', 'separation notice'],
  'drivers-license': ['drivers license', 'driver license', 'drivers licence', 'driving licence', 'dl'],
  'motor-insurance': ['motor insurance', 'auto insurance', 'car insurance', 'vehicle insurance', 'motor vehicle insurance'],
  attestation: ['attestation'],
};

/** A kind's word that also says which part: a card called "CPR" is no First Aid card. */
const partSynonyms: Readonly<Record<string, readonly string[]>> = {
  cpr: ['cpr', 'cpr aed', 'bls', 'cpr card'],
  'first-aid': ['first aid', '1st aid', 'fa'],
  tst: ['tst', 'ppd', 'mantoux', 'skin test', 'tb skin test'],
  igra: ['igra', 'quantiferon', 'qft', 't spot', 'blood test', 'tb blood test'],
  'chest-xray': ['chest xray', 'chest x ray', 'cxr', 'x ray', 'xray'],
  'physician-statement': ['physician statement', 'physicians statement', 'doctors statement', 'doctors note'],
  confidentiality: ['confidentiality', 'confidentiality training'],
  hipaa: ['hipaa', 'hipaa training'],
  'mandated-reporting': ['mandated reporting', 'mandated reporter', 'mandated reporter training', 'mandated reporting training', 'abuse and neglect', 'abuse neglect reporting'],
  'high-school': ['high school', 'hs', 'hs diploma', 'high school diploma', 'diploma', 'hsd'],
  ged: ['ged', 'hiset', 'equivalency', 'high school equivalency'],
  bachelors: ['bachelor', 'bachelors', 'bachelors degree', 'ba', 'bs', 'bsw', 'undergraduate degree'],
  masters: ['master', 'masters', 'masters degree', 'ma', 'ms', 'msw', 'med', 'mba', 'graduate degree'],
  employment: ['employment', 'work', 'employment experience'],
  'severe-mental-illness': ['severe mental illness', 'serious mental illness', 'smi', 'mental health', 'spmi'],
  'employment-specialist': ['employment specialist', 'as an employment specialist'],
  'employment-services': ['employment services', 'employment service', 'supported employment'],
  vocational: ['vocational', 'vocational experience', 'voc'],
};

const resultSynonyms: Readonly<Record<EvidenceResult, readonly string[]>> = {
  pass: ['passed', 'p', 'ok', 'satisfactory', 'met'],
  fail: ['failed', 'f', 'not passed', 'unsatisfactory', 'not met', 'adverse', 'hit'],
  negative: ['neg', 'n', 'non reactive', 'nonreactive', 'not detected', '0 mm', '0mm', '00 mm'],
  positive: ['pos', 'reactive', 'detected'],
  cleared: ['clear', 'no record', 'no records', 'no record found', 'no hits', 'no hit', 'no findings', 'none found', 'not found', 'eligible'],
  'not-communicable': ['not communicable', 'non communicable', 'free of communicable tb', 'no active tb', 'no active disease'],
  complete: ['completed', 'done', 'yes', 'y', 'x', 'finished', 'received', 'on file'],
  waived: ['waiver', 'waive', 'w'],
};

const employmentKindSynonyms: Readonly<Record<EmploymentKind, readonly string[]>> = {
  employee: ['employed', 'staff', 'full time', 'part time', 'ft', 'pt', 'fulltime', 'parttime', 'w2', 'w 2', 'prn', 'salaried', 'hourly', 'regular', 'full time employee', 'part time employee'],
  contractor: ['contract', 'contracted', 'independent contractor', '1099', 'contract staff', 'agency staff', 'consultant'],
  intern: ['internship', 'student', 'practicum', 'trainee', 'student intern'],
  volunteer: ['unpaid', 'voluntary'],
};

const licenseSynonyms: Readonly<Record<LicenseKind, readonly string[]>> = {
  psychiatrist: ['md', 'do', 'medical doctor'],
  aprn: ['np', 'nurse practitioner', 'advanced practice registered nurse', 'pmhnp', 'fnp', 'cns'],
  pa: ['physician assistant', 'pa c'],
  rn: ['registered nurse', 'nurse', 'bsn'],
  lpn: ['licensed practical nurse', 'practical nurse', 'lvn'],
  lcsw: ['licensed clinical social worker', 'clinical social worker'],
  lmsw: ['licensed master social worker', 'licensed masters social worker', 'master social worker'],
  lpc: ['licensed professional counselor', 'professional counselor', 'lcmhc', 'lpc s'],
  lmft: ['licensed marriage and family therapist', 'marriage and family therapist'],
  psychologist: ['licensed psychologist', 'phd', 'psyd', 'lp'],
  lac: ['licensed addiction counselor', 'addiction counselor', 'lcas'],
  other: ['other license', 'other licence'],
};

const listSynonyms: Readonly<Record<ExclusionList, readonly string[]>> = {
  'oig-leie': ['oig', 'leie', 'oig leie', 'oig exclusion', 'oig exclusions', 'oig check', 'oig exclusion list', 'exclusion oig', 'hhs oig'],
  'la-adverse-actions': ['ldh', 'adverse actions', 'adverse action', 'la adverse actions', 'louisiana adverse actions', 'ldh adverse actions', 'state adverse actions', 'ldh exclusion', 'state exclusion list', 'ldh list'],
  sam: ['sam', 'sam gov', 'samgov', 'epls', 'sams', 'system for award management'],
  'nc-excluded-providers': ['nc exclusion', 'nc excluded', 'nc excluded providers', 'nc list', 'nc exclusion list', 'nc medicaid exclusion'],
  'nc-hcpr': ['hcpr', 'nc hcpr', 'health care personnel registry', 'healthcare registry', 'nc health care registry'],
  'la-cna-registry': ['cna', 'cna registry', 'nurse aide registry'],
  'la-dsw-registry': ['dsw registry', 'dsw check', 'direct service worker registry'],
};

const outcomeSynonyms: Readonly<Record<CheckOutcome, readonly string[]>> = {
  clear: ['cleared', 'no match', 'no hits', 'no hit', 'none', 'negative', 'not found', 'not excluded', 'pass', 'ok', 'no', 'no results', 'no exclusion'],
  possible: ['possible match', 'potential match', 'potential', 'review', 'maybe', 'to verify'],
  confirmed: ['match', 'confirmed match', 'excluded', 'hit', 'positive', 'found', 'fail'],
  unable: ['unable to check', 'site down', 'could not check', 'not checked', 'error'],
};

/** The closed vocabularies whose words a person may write their own way. */
export type Vocabulary = 'role' | 'kind' | 'result' | 'employment-kind' | 'license-kind' | 'list' | 'outcome' | 'yes-no';

function lookup<Key extends string>(
  keys: readonly Key[],
  synonyms: Readonly<Partial<Record<Key, readonly string[]>>>,
  words: (key: Key) => string = (key) => key,
): ReadonlyMap<string, Key> {
  const map = new Map<string, Key>();
  for (const key of keys) for (const word of [key, words(key), ...(synonyms[key] ?? [])]) if (!map.has(plain(word))) map.set(plain(word), key);
  return map;
}

const withShort = Object.fromEntries(exclusionLists.map((list) => [list, [exclusionListWords[list].short, ...listSynonyms[list]]]));

const vocabularies = {
  role: lookup(roles, roleSynonyms, (role) => roleWords[role]),
  kind: lookup(evidenceKinds, kindSynonyms, (kind) => evidenceKindWords[kind]),
  result: lookup(evidenceResults, resultSynonyms),
  'employment-kind': lookup(employmentKinds, employmentKindSynonyms),
  'license-kind': lookup(licenseKinds, licenseSynonyms),
  list: lookup(exclusionLists, withShort, (list) => exclusionListWords[list].long),
  outcome: lookup(checkOutcomes, outcomeSynonyms),
  'yes-no': lookup(['yes', 'no'] as const, {
    yes: ['y', 'true', 't', '1', 'x', 'si', 'active'],
    no: ['n', 'false', 'f', '0', 'none', 'not', 'na', 'n a'],
  }),
} as const;

/** The word people's `text` stands for in a vocabulary, or null. */
export function readWord<Name extends Vocabulary>(name: Name, text: string): (typeof vocabularies)[Name] extends ReadonlyMap<string, infer Key> ? Key | null : never;
export function readWord(name: Vocabulary, text: string): string | null {
  return vocabularies[name].get(plain(text)) ?? null;
}

/** All spellings of kinds and lists, longest first, for finding them inside a column's head. */
const phrases = <Key extends string>(map: ReadonlyMap<string, Key>): readonly (readonly [string, Key])[] =>
  [...map.entries()].toSorted(([a], [b]) => b.length - a.length);
export const kindPhrases = phrases(vocabularies.kind);
export const listPhrases = phrases(vocabularies.list);

const partsOfKind = (kind: EvidenceKind): readonly string[] =>
  Object.entries(partsByKind).find(([name]) => name === kind)?.[1] ?? [];

/** The part of a kind a word names: `PPD` is `tst` of a TB test. Null for a word that names none. */
export function readPart(kind: EvidenceKind, text: string): string | null {
  const word = plain(text);
  return partsOfKind(kind).find((part) => plain(part) === word || (partSynonyms[part] ?? []).includes(word)) ?? null;
}

/** Every part of a kind that is named somewhere in a text: `CPR & First Aid` names both. */
export function partsNamedIn(kind: EvidenceKind, text: string): readonly string[] {
  const padded = ` ${plain(text)} `;
  return partsOfKind(kind).filter((part) => [plain(part), ...(partSynonyms[part] ?? [])].some((word) => word.length > 1 && padded.includes(` ${word} `)));
}
