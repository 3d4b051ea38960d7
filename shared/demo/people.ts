import type { License, PersonName } from '../model/person.ts';
import type { CivilDate } from '../civil-date.ts';
import type { ExclusionList } from '../model/exclusion.ts';
import { civilDate } from '../civil-date.ts';
import type { Job } from './career.ts';
import type { DemoVerdict } from './screening.ts';
import { anotherNurse, anotherTown, askedTheOffice } from './verdicts.ts';
import { northCarolinaPeople } from './people-north-carolina.ts';
import {
  attestedBackgroundCheck, cameAs, cardsRunOut, certifiedOn, chestXrayAfterPositive, correctedCard, equivalencyDiploma, experienceOf, heartCardOnly, lastTrained,
  lateCards, lateRegistryCheck, misfiledDrugScreen, otherIssuer, partMissing, policyExpired, sameDayBackgroundCheck, staleBackgroundCheck, tbTestBeforeHire,
  trainedOn, without, withoutPaper,
} from './quirks.ts';

/** One invented person: who they are, where they worked, and what is odd about their file and their exclusion checks. */
export type Profile = {
  readonly id: string;
  readonly names: readonly PersonName[];
  readonly birthDate: CivilDate;
  /** Fails the check digit, so that no number of a living practitioner is shipped. */
  readonly npi?: string;
  readonly license?: { readonly kind: License['kind']; readonly number: string; readonly state: string; readonly expiresIn: number };
  readonly jobs: readonly Job[];
  readonly checks?: ChecksStory;
  /** Which of the names was recorded only before the last search. */
  readonly nameRecordedLate?: number;
};

/** What went otherwise than it should with somebody's exclusion checks. Months count back from the current one (1 is the last). */
export type ChecksStory = {
  /** Nobody searched in this month. */
  readonly missedMonth?: number;
  /** Only the federal list was searched in this month. */
  readonly halfMonth?: number;
  /** What was decided about the matches of one month's search: so many months back, or in the last one made. */
  readonly decided?: readonly { readonly list: ExclusionList; readonly back: number | 'last'; readonly verdict: DemoVerdict }[];
  /** Found on the list out of turn, a few days ago, and it is this person. */
  readonly confirmed?: true;
  /** The results of one month were never filed. */
  readonly unfiledMonth?: number;
  /** The first search was so many days after the hire instead of before it. */
  readonly firstSearchAfterHire?: number;
};

const legal = (given: string, family: string, more: Partial<PersonName> = {}): PersonName => ({ kind: 'legal', given, family, ...more });
const former = (given: string, family: string, kind: 'former' | 'maiden' = 'former'): PersonName => ({ kind, given, family });
const born = civilDate;

const bayou = 't-bayou';
const river = 't-river';

const bayouPeople: readonly Profile[] = [
  {
    id: 'p01', names: [legal('Marisol', 'Peña-Núñez', { middle: 'Inés' }), former('Marisol', 'Núñez', 'maiden')], birthDate: born('1979-04-11'),
    jobs: [{ role: 'ips-supervisor', team: bayou, hired: 1404, quirks: [certifiedOn(410), lastTrained('confidentiality', 371), cameAs('photo', 'cpr')] }],
  },
  {
    id: 'p02', names: [legal('Denise', 'Thibodeaux-Marsh'), former('Denise', 'Thibodeaux')], birthDate: born('1988-10-02'), npi: '1234567891',
    jobs: [{ role: 'ips-specialist', team: bayou, hired: 980, quirks: [cardsRunOut(18), correctedCard] }],
    checks: { decided: [{ list: 'oig-leie', back: 2, verdict: anotherNurse }] },
  },
  {
    id: 'p03', names: [legal('Jarrell', 'Antoine', { suffix: 'Jr' })], birthDate: born('1992-01-29'),
    jobs: [{ role: 'ips-specialist', team: bayou, hired: 610, quirks: [lateCards(104), policyExpired('insurance', 9), cameAs('fax', 'background')] }],
  },
  {
    id: 'p04', names: [legal('Văn Thời', 'Đặng'), { kind: 'preferred', given: 'Thời', family: 'Đặng' }], birthDate: born('1984-06-17'),
    jobs: [{ role: 'ips-peer-specialist', team: bayou, hired: 523, quirks: [withoutPaper('peer')] }],
  },
  {
    id: 'p05', names: [legal('Łucja', 'Pawłowska')], birthDate: born('1971-12-05'),
    license: { kind: 'rn', number: 'RN-00417', state: 'LA', expiresIn: 241 },
    jobs: [{ role: 'other-direct-care', team: bayou, hired: 731, quirks: [cameAs('scan', 'application', 'reference', 'job-description', 'orientation')] }],
  },
  {
    id: 'p06', names: [legal('Renée', 'Broussard')], birthDate: born('1968-02-29'),
    license: { kind: 'lcsw', number: 'SW-1120', state: 'LA', expiresIn: 25 },
    jobs: [{ role: 'other-direct-care', team: bayou, hired: 452, quirks: [sameDayBackgroundCheck, attestedBackgroundCheck, without('orientation')] }],
  },
  {
    id: 'p07', names: [legal('Keisha', 'Guidry-Cole')], birthDate: born('2001-08-23'),
    jobs: [{ role: 'other-direct-care', team: bayou, kind: 'intern', hired: 55, fte: 0.4, quirks: [without('registry')] }],
  },
  {
    id: 'p08', names: [legal('Howard', 'Lindqvist')], birthDate: born('1965-05-14'),
    jobs: [{ role: 'other', team: bayou, hired: 1190, quirks: [lastTrained('evaluation', 381), lateRegistryCheck(2), cameAs('word', 'evaluation')] }],
    checks: { halfMonth: 6 },
  },
  {
    id: 'p09', names: [legal('Bettina', 'Kovač-Reyes'), former('Bettina', 'Kovač')], birthDate: born('1990-03-08'),
    jobs: [{ role: 'ips-specialist', team: bayou, hired: 905, ended: 131 }],
    checks: { missedMonth: 9 },
  },
];

const riverPeople: readonly Profile[] = [
  {
    id: 'p10', names: [legal('Theo', 'Fontenot')], birthDate: born('1983-09-19'),
    jobs: [{ role: 'ips-specialist', team: river, hired: 1102, promoted: { to: 'ips-supervisor', ago: 300 }, quirks: [misfiledDrugScreen(320)] }],
  },
  {
    id: 'p11', names: [legal('Imani', 'Okafor')], birthDate: born('1997-07-07'),
    jobs: [{ role: 'ips-specialist', team: river, hired: 72, quirks: [without('cpr')] }],
  },
  {
    id: 'p12', names: [legal('Tomás', 'Ibáñez')], birthDate: born('1986-11-30'),
    checks: { decided: [{ list: 'la-adverse-actions', back: 'last', verdict: askedTheOffice }] },
    jobs: [{ role: 'ips-specialist', team: river, hired: 402, quirks: [staleBackgroundCheck(97), chestXrayAfterPositive, partMissing('continuing-education', 'mandated-reporting')] }],
  },
  {
    id: 'p13', names: [legal('Colette', 'Duhon'), former('Colette', 'Savoie', 'maiden')], nameRecordedLate: 1, birthDate: born('1975-01-21'), npi: '1999999999',
    checks: { decided: [{ list: 'oig-leie', back: 3, verdict: anotherTown }] },
    jobs: [{ role: 'ips-specialist', team: river, hired: 862, leave: { from: 430, to: 371 }, quirks: [without('cips'), lastTrained('crisis', 378), withoutPaper('clinical-basics')] }],
  },
  {
    id: 'p14', names: [legal('Marcus', 'Villeré-Hayes'), { kind: 'alias', given: 'Mark', family: 'Hayes' }], birthDate: born('1981-02-03'),
    jobs: [{ role: 'ips-specialist', team: river, kind: 'contractor', vendorId: 'v-delta', hired: 243, quirks: [heartCardOnly, trainedOn('ips-training', 14)] }],
    checks: { confirmed: true },
  },
  {
    id: 'p15', names: [legal('Noor', 'Haddad')], birthDate: born('1989-12-24'),
    jobs: [
      { role: 'ips-specialist', team: river, hired: 1310, ended: 702 },
      { role: 'ips-specialist', team: river, hired: 381, quirks: [lateRegistryCheck(5)] },
    ],
  },
  {
    id: 'p16', names: [legal('Wendell', 'Batiste')], birthDate: born('1972-08-08'),
    jobs: [{ role: 'ips-peer-specialist', team: river, hired: 668, fte: 0.5, quirks: [otherIssuer('American Red Cross'), lastTrained('continuing-education', 391)] }],
    checks: { missedMonth: 4, unfiledMonth: 8 },
  },
  {
    id: 'p17', names: [legal('Amparo', 'Solís')], birthDate: born('1958-10-10'),
    jobs: [{ role: 'other', team: river, kind: 'volunteer', hired: 211, medicaidPaid: false, quirks: [sameDayBackgroundCheck, withoutPaper('registry')] }],
  },
  {
    id: 'p18', names: [legal('Percy', 'Landry-Ng')], birthDate: born('1994-04-04'),
    jobs: [{ role: 'ips-specialist', team: river, hired: 190, quirks: [equivalencyDiploma, experienceOf('employment', 20), trainedOn('ips-training', 18)] }],
  },
  {
    id: 'p19', names: [legal('Gwendolyn', 'Tran')], birthDate: born('1996-05-27'),
    jobs: [{ role: 'ips-specialist', team: river, hired: -21, quirks: [tbTestBeforeHire(41)] }],
  },
];

/** Everybody in the demo agency: three teams, two states, twenty-five people. */
export const profiles: readonly Profile[] = [...bayouPeople, ...riverPeople, ...northCarolinaPeople];
