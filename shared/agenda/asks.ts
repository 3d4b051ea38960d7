import type { EvidenceKind } from '../model/evidence.ts';

/** Who can supply an item, and what it is called in a letter to the person. */
export type Ask = {
  /** `person`: they bring it. `agency`: HR obtains it; `sign` is what the person has to sign or state first. */
  readonly from: 'person' | 'agency';
  /** Plain words for the thing: "your high-school diploma". No result and no other medical detail. */
  readonly what: string;
  /** What to bring, or what to sign. */
  readonly bring: string;
};

const certificate = 'The certificate itself, or a clear copy of both sides.';
const training = 'The certificate of completion with the date on it.';

/** What a person is asked for, kind by kind, in words they would use themselves. */
export const asks: Readonly<Record<EvidenceKind, Ask>> = {
  'background-check': {
    from: 'agency', what: 'a criminal background check', bring: 'Your signed consent, every name you have ever used, and a photo identity card.',
  },
  'sex-offender-registry': { from: 'agency', what: 'a sex-offender registry search', bring: 'Every name you have ever used.' },
  'tb-test': { from: 'person', what: 'a TB test', bring: 'The result sheet with both dates, in a closed envelope for HR only.' },
  'drug-screen': { from: 'person', what: 'a drug screen', bring: 'The form you are given at the collection site. The result comes to HR.' },
  'cpr-first-aid': { from: 'person', what: 'CPR and First Aid from an American Heart Association class', bring: 'The card or the eCard, showing both CPR and First Aid.' },
  'crisis-intervention': { from: 'person', what: 'crisis intervention training', bring: training },
  'continuing-education': { from: 'person', what: 'training in confidentiality, HIPAA and mandated reporting', bring: 'The certificates of completion with their dates.' },
  'basic-clinical-competency': { from: 'person', what: 'basic clinical competency training', bring: training },
  'ips-training': { from: 'person', what: 'IPS training', bring: training },
  cips: { from: 'person', what: 'the IPS certification (CIPS)', bring: certificate },
  'peer-certification': { from: 'person', what: 'your peer support certification', bring: certificate },
  education: { from: 'person', what: 'proof of your education', bring: 'The diploma, or a transcript sent by the school.' },
  experience: { from: 'person', what: 'proof of your work experience', bring: 'A list of employers with first and last month, and a name we may call at each.' },
  'ips-101': { from: 'person', what: 'IPS 101', bring: training },
  'person-centered-planning': { from: 'person', what: 'Person-Centered Employment Planning', bring: training },
  'supervising-cpss': { from: 'person', what: 'the training in supervising peer support specialists', bring: training },
  'employment-peer-mentoring': { from: 'person', what: 'Employment Peer Mentoring', bring: training },
  'motivational-interviewing': { from: 'person', what: 'Motivational Interviewing', bring: training },
  'training-hours': { from: 'person', what: 'your yearly training hours', bring: 'Every certificate, with its hours and the body that approved them.' },
  cesp: { from: 'person', what: 'the CESP certification', bring: certificate },
  qmhp: { from: 'person', what: 'proof that you qualify as a mental health professional (QMHP)', bring: 'The diploma and the list of your supervised experience.' },
  amhp: { from: 'person', what: 'proof that you qualify as an associate professional (AMHP)', bring: 'The diploma and the list of your experience.' },
  cpss: { from: 'person', what: 'your NC Certified Peer Support Specialist certificate', bring: certificate },
  cwic: { from: 'person', what: 'the CWIC certification', bring: certificate },
  'wip-c': { from: 'person', what: 'the WIP-C certification', bring: certificate },
  'license-verification': { from: 'agency', what: 'verification of your licence at the board', bring: 'Your licence number and the state that issued it.' },
  application: { from: 'person', what: 'your application', bring: 'The signed form with the last five years of work.' },
  reference: { from: 'person', what: 'references', bring: 'The names and telephone numbers of two people who know your work.' },
  'job-description': { from: 'person', what: 'your job description', bring: 'The copy you were given, signed and dated.' },
  orientation: { from: 'agency', what: 'your orientation', bring: 'Your time on a day that HR names; nothing to bring.' },
  'confidentiality-agreement': { from: 'person', what: 'the confidentiality agreement', bring: 'The copy you were given, signed and dated.' },
  evaluation: { from: 'agency', what: 'your performance evaluation', bring: 'Nothing. Your supervisor gives you the day.' },
  separation: { from: 'agency', what: 'the separation record', bring: 'Nothing.' },
  'drivers-license': { from: 'person', what: "your driver's licence", bring: 'The licence itself; HR copies both sides.' },
  'motor-insurance': { from: 'person', what: 'your motor insurance', bring: 'The insurance card that is in force.' },
  attestation: { from: 'agency', what: 'a signed note', bring: 'Nothing.' },
  other: { from: 'person', what: 'a document', bring: 'The document, or a clear copy.' },
};
