import { licenseKinds, type LicenseKind } from '../../model/person.ts';
import type { Citation } from '../standing.ts';
import type { Row } from './row.ts';

// Rows of rules section 1. Section names are those of the manual's chapter: Agency 1 to 12, Staff 1 to 8 under "Provider Qualifications",
// and the role lists under "Staffing Requirements". A pack that carries the same wording cites its own document (packs.ts).
const agency = (items: string): Citation => ({ source: 'S2', section: `Agency ${items}` });
const staff = (items: string): Citation => ({ source: 'S2', section: `Staff ${items}` });
const roleList = (section: string): Citation => ({ source: 'S2', section });

const ipsRoles = ['ips-specialist', 'ips-peer-specialist', 'ips-supervisor'] as const;
const whereChanged = (parameter: string): string => `Settings, requirement, ${parameter}`;

export const louisianaRows: readonly Row[] = [
  {
    id: 'la.bgc', title: 'Criminal background check', short: 'Criminal check', group: 'before-hire', tab: 'C', tabOrder: 1, clearance: 'hire',
    applies: {},
    window: { kind: 'before', anchor: 'hire', maxAgeDays: 90, strict: true },
    proof: { by: 'result', kind: 'background-check', document: true, companion: 'sex-offender-registry' },
    citations: [agency('3, 4a, 4b'), staff('2')],
    readings: [
      { question: 'Day of employment', reading: 'The first paid day (hiredOn).', change: 'Person, employment' },
      { question: 'Which date of a background check', reading: 'The date on the report; its result must exist before the hire.', change: 'Evidence, performed and result dates' },
      { question: 'Exactly 90 or 30 days before the hire', reading: 'Accepted; 91 and 31 are too old.', change: whereChanged('maxAgeDays') },
      { question: '"Prior to", on the same day', reading: 'A person decides, by an attestation of the order of events.', change: whereChanged('sameDay') },
      { question: 'Volunteers and interns', reading: 'Checked like employees.', change: whereChanged('roles') },
    ],
  },
  {
    id: 'la.sor', title: 'Sex-offender registry check', short: 'Sex-off. registry', group: 'before-hire', tab: 'C', tabOrder: 2, clearance: 'hire',
    applies: {},
    window: { kind: 'before', anchor: 'hire', maxAgeDays: 90, strict: true },
    proof: { by: 'result', kind: 'sex-offender-registry', document: true },
    citations: [agency('3')],
    readings: [{ question: 'Age limit of the registry check', reading: 'The 90 days of the criminal check it belongs to.', change: whereChanged('maxAgeDays') }],
  },
  {
    id: 'la.ex-1', title: 'Exclusion lists checked before hire', short: 'Lists pre-hire', group: 'before-hire', tab: 'D', tabOrder: 1, clearance: 'hire',
    applies: { medicaidPaid: true, vendors: true },
    window: { kind: 'before', anchor: 'hire', strict: true },
    proof: { by: 'checks', lists: ['oig-leie', 'la-adverse-actions'], warnAgeDays: 30 },
    sinceBreak: true,
    citations: [agency('5'), staff('3, 4')],
    readings: [{ question: 'Maximum age of the search before hire', reading: 'None in the text; a search over 30 days before the hire is remarked on.', change: whereChanged('maxAgeDays') }],
  },
  {
    id: 'la.ex-2', title: 'Exclusion lists checked every month', short: 'Lists monthly', group: 'exclusion', tab: 'D', tabOrder: 2, clearance: null,
    applies: { medicaidPaid: true, vendors: true },
    window: { kind: 'every-month', lists: ['oig-leie', 'la-adverse-actions'], hireMonth: '31-days' },
    proof: { by: 'checks', lists: ['oig-leie', 'la-adverse-actions'] },
    citations: [agency('5a')],
    readings: [
      { question: '"Once a month"', reading: 'Every calendar month; a later check repairs no month.', change: 'fixed' },
      { question: 'The month of hire', reading: 'A check dated in it, or one at most 31 days before the hire.', change: whereChanged('hireMonth') },
      { question: 'The month of leaving', reading: "Owed only if the last day worked is the month's last day.", change: 'fixed' },
    ],
  },
  {
    id: 'la.ex-3', title: 'Not excluded, no adverse finding', short: 'Not on any list', group: 'exclusion', tab: 'D', tabOrder: 3, clearance: 'hire',
    applies: { medicaidPaid: true, vendors: true },
    window: { kind: 'always', validity: { by: 'forever' } },
    proof: { by: 'state', state: 'not-excluded' },
    sinceBreak: true,
    citations: [agency('5b'), staff('3, 4')],
    readings: [{ question: 'Reporting an exclusion found after hire', reading: 'Within 10 working days, by public guidance.', change: 'fixed' }],
  },
  {
    id: 'la.ex-4', title: 'Results of exclusion checks kept', short: 'Check proof', group: 'exclusion', tab: 'D', tabOrder: 4, clearance: null,
    applies: { medicaidPaid: true, vendors: true },
    window: { kind: 'always', validity: { by: 'forever' } },
    proof: { by: 'state', state: 'checks-kept' },
    sinceBreak: true,
    citations: [agency('6'), { source: 'OIG', section: 'documentation of searches' }],
  },
  {
    id: 'la.tb', title: 'TB test or clearance', short: 'TB test', group: 'before-hire', tab: 'E', tabOrder: 1, clearance: 'hire',
    applies: { roles: ipsRoles },
    window: { kind: 'before', anchor: 'role-start', maxAgeDays: 30, strict: true },
    proof: { by: 'result', kind: 'tb-test', special: 'tb' },
    citations: [agency('7'), staff('5')],
    readings: [
      { question: 'Whom the TB and drug items concern', reading: 'Specialists, peer specialists and supervisors.', change: whereChanged('roles') },
      { question: 'Which date of a skin test', reading: 'The day it was placed; the reading must be before the hire.', change: 'fixed' },
    ],
  },
  {
    id: 'la.drug', title: 'Drug screen', short: 'Drug screen', group: 'before-hire', tab: 'E', tabOrder: 2, clearance: 'hire',
    applies: { roles: ipsRoles },
    window: { kind: 'before', anchor: 'role-start', strict: false },
    proof: { by: 'result', kind: 'drug-screen' },
    sinceBreak: true,
    citations: [agency('8'), staff('6')],
    readings: [{ question: 'When a drug screen is due', reading: "One negative on or before the hire; the agency's policy may set a window.", change: whereChanged('maxAgeDays') }],
  },
  {
    id: 'la.edu-s', title: 'Diploma, employment and mental-health experience', short: 'Educ. & exper.', group: 'role', tab: 'B', tabOrder: 1, clearance: 'serve',
    applies: { roles: ['ips-specialist'] },
    window: { kind: 'ready', anchor: 'role-start', strict: false, validity: { by: 'forever' } },
    proof: {
      by: 'items',
      parts: [
        { name: 'high-school', routes: [{ kind: 'education', accepts: ['high-school', 'bachelors', 'masters'], review: ['ged'] }] },
        { name: 'employment', routes: [{ kind: 'experience', accepts: ['employment'], months: 24 }] },
        { name: 'severe-mental-illness', routes: [{ kind: 'experience', accepts: ['severe-mental-illness'], months: 12 }] },
      ],
    },
    citations: [roleList('IPS Specialist 1 to 3')],
    readings: [{ question: 'High-school equivalency', reading: 'A person decides; the text names the diploma.', change: 'fixed' }],
  },
  {
    id: 'la.edu-p', title: 'Peer support specialist certification', short: 'Peer certif.', group: 'role', tab: 'B', tabOrder: 2, clearance: 'serve',
    applies: { roles: ['ips-peer-specialist'] },
    window: { kind: 'ready', anchor: 'role-start', strict: false, validity: { by: 'printed' } },
    proof: { by: 'items', parts: [{ name: null, routes: [{ kind: 'peer-certification' }] }] },
    citations: [roleList('IPS Peer Specialist 1')],
  },
  {
    id: 'la.edu-v', title: "Supervisor's degree and experience", short: 'Superv. qualif.', group: 'role', tab: 'B', tabOrder: 3, clearance: 'serve',
    applies: { roles: ['ips-supervisor'] },
    window: { kind: 'ready', anchor: 'role-start', strict: false, validity: { by: 'forever' } },
    proof: {
      by: 'items',
      parts: [
        { name: 'bachelors', routes: [{ kind: 'education', accepts: ['bachelors', 'masters'] }] },
        { name: 'employment-specialist', routes: [{ kind: 'experience', accepts: ['employment-specialist'], months: null }] },
        { name: 'severe-mental-illness', routes: [{ kind: 'experience', accepts: ['severe-mental-illness'], months: null }] },
        { name: 'employment-services', routes: [{ kind: 'experience', accepts: ['employment-services'], months: 12 }] },
      ],
      preferred: { kind: 'education', part: 'masters', words: "master's degree in rehabilitation counselling or mental health" },
    },
    citations: [roleList('IPS Supervisor 1 to 3')],
  },
  {
    id: 'la.cpr', title: 'CPR and First Aid', short: 'CPR & First Aid', group: 'training', tab: 'F', tabOrder: 1, clearance: null,
    applies: { directCare: true },
    window: { kind: 'within', anchor: 'direct-care', amount: 90, unit: 'days', validity: { by: 'month-end', months: 24 } },
    proof: {
      by: 'items',
      parts: [
        { name: 'cpr', routes: [{ kind: 'cpr-first-aid', accepts: ['cpr'] }] },
        { name: 'first-aid', routes: [{ kind: 'cpr-first-aid', accepts: ['first-aid'] }] },
      ],
      issuers: ['american heart association', 'aha'],
      reviewCategories: ['online-only'],
    },
    exemptLicenses: ['psychiatrist', 'aprn', 'pa', 'rn', 'lpn'],
    citations: [agency('9'), staff('7'), { source: 'AHA', section: 'course card information' }],
    readings: [
      { question: 'Licences that exempt from CPR and First Aid', reading: 'Psychiatrist, APRN, PA, RN and LPN only; when the licence ends, due at the later of its last day and the first 90 days.', change: 'fixed' },
      { question: 'How long a card is valid', reading: 'To the end of the issue month, two years later; a printed expiry comes first.', change: whereChanged('everyMonths') },
    ],
  },
  {
    id: 'la.crisis', title: 'Crisis intervention training', short: 'Crisis training', group: 'training', tab: 'F', tabOrder: 2, clearance: 'crisis',
    applies: {},
    window: { kind: 'ready', anchor: 'crisis-duty', strict: true, validity: { by: 'months', months: 12 } },
    proof: { by: 'items', parts: [{ name: null, routes: [{ kind: 'crisis-intervention' }] }] },
    citations: [agency('11')],
    readings: [{ question: 'All employees, or only before handling crises', reading: 'Direct care before the first client service; others before crisis duty, and open until then.', change: 'Person, employment, crisis duty' }],
  },
  {
    id: 'la.ce', title: 'Confidentiality, HIPAA and mandated reporting', short: 'Contin. educ.', group: 'training', tab: 'G', tabOrder: 1, clearance: 'serve',
    applies: { roles: ipsRoles },
    window: { kind: 'ready', anchor: 'first-service', strict: true, validity: { by: 'months', months: 12 } },
    proof: {
      by: 'items',
      parts: (['confidentiality', 'hipaa', 'mandated-reporting'] as const).map((name) => ({ name, routes: [{ kind: 'continuing-education', accepts: [name] }] })),
    },
    citations: [staff('1')],
    readings: [{ question: 'Interval of confidentiality, HIPAA and reporting training', reading: 'Before the first service, then every 12 months; the text names no interval.', change: whereChanged('everyMonths') }],
  },
  {
    id: 'la.bcc', title: 'Basic clinical competency training', short: 'Clinical basics', group: 'training', tab: 'G', tabOrder: 2, clearance: 'serve',
    applies: { directCare: true, unlicensed: true },
    window: { kind: 'ready', anchor: 'first-service', strict: true, validity: { by: 'forever' } },
    proof: { by: 'items', parts: [{ name: null, routes: [{ kind: 'basic-clinical-competency' }] }] },
    citations: [staff('8')],
  },
  {
    id: 'la.ipst', title: 'IPS training', short: 'IPS training', group: 'training', tab: 'G', tabOrder: 3, clearance: 'serve',
    applies: { roles: ['ips-specialist', 'ips-supervisor'] },
    window: { kind: 'ready', anchor: 'first-service', strict: true, validity: { by: 'forever' } },
    proof: { by: 'items', parts: [{ name: null, routes: [{ kind: 'ips-training' }] }] },
    citations: [roleList('IPS Specialist 4'), roleList('IPS Supervisor 4')],
    readings: [{ question: 'IPS training of peer specialists', reading: 'Not demanded; the role list does not name it.', change: whereChanged('roles') }],
  },
  {
    id: 'la.cips', title: 'IPS certification (CIPS)', short: 'CIPS certif.', group: 'training', tab: 'G', tabOrder: 4, clearance: null,
    applies: { roles: ['ips-specialist', 'ips-supervisor'] },
    window: { kind: 'within', anchor: 'role-start', amount: 2, unit: 'years', validity: { by: 'printed' } },
    proof: { by: 'items', parts: [{ name: null, routes: [{ kind: 'cips' }] }] },
    citations: [roleList('IPS Training and Recertification'), roleList('IPS Specialist 5'), roleList('IPS Supervisor 5')],
    readings: [{ question: 'A specialist promoted to supervisor', reading: 'Keeps the clock of the first of the two roles.', change: 'fixed' }],
  },
  {
    id: 'la.cips-p', title: 'IPS certification (CIPS), peer specialist', short: 'CIPS peer', group: 'training', tab: 'G', tabOrder: 5, clearance: null,
    applies: { roles: ['ips-peer-specialist'] },
    window: { kind: 'within', anchor: 'role-start', amount: 4, unit: 'years', validity: { by: 'printed' } },
    proof: { by: 'items', parts: [{ name: null, routes: [{ kind: 'cips' }] }] },
    citations: [roleList('IPS Peer Specialist 2'), roleList('IPS Training and Recertification')],
    readings: [{ question: 'Two years for staff, four for peers', reading: "The peer role's own four years come first.", change: whereChanged('withinMonths') }],
  },
  {
    id: 'la.doc', title: 'Proof of each training and certification', short: 'Papers on file', group: 'files', tab: 'H', tabOrder: 3, clearance: null,
    applies: { roles: ipsRoles },
    window: { kind: 'always', validity: { by: 'forever' } },
    proof: { by: 'state', state: 'documents-kept' },
    citations: [agency('10')],
  },
  {
    id: 'la.npi', title: 'NPI of the rendering individual', short: 'NPI', group: 'role', tab: 'H', tabOrder: 1, clearance: null,
    applies: { directCare: true, medicaidPaid: true },
    window: { kind: 'always', validity: { by: 'forever' } },
    proof: { by: 'state', state: 'identifier' },
    citations: [agency('12'), { source: 'NPPES', section: 'check digit' }],
    readings: [{ question: 'A blank NPI', reading: 'Open, never overdue; the text says where applicable.', change: 'fixed' }],
  },
  {
    id: 'la.scope', title: 'Practice within licence and scope', short: 'Licence', group: 'role', tab: 'H', tabOrder: 2, clearance: 'serve',
    applies: { licensed: true },
    window: { kind: 'always', validity: { by: 'printed' } },
    proof: { by: 'state', state: 'licences' },
    citations: [roleList('Service Delivery')],
  },
  ...(['cna', 'dsw'] as const).map((registry, index): Row => ({
    id: `la.pub-${registry}`, title: `${registry.toUpperCase()} registry checked`, short: `${registry.toUpperCase()} registry`, group: 'exclusion', tab: 'D', tabOrder: 5 + index,
    clearance: 'hire', off: true,
    applies: {},
    window: { kind: 'ready', anchor: 'hire', strict: true, validity: { by: 'months', months: 6 } },
    proof: { by: 'checks', lists: [registry === 'cna' ? 'la-cna-registry' : 'la-dsw-registry'] },
    citations: [{ source: 'LDH', section: `${registry.toUpperCase()} registry` }],
    readings: [{ question: `${registry.toUpperCase()} registry checks`, reading: 'Public guidance for providers with such staff: on hire and every 6 months; off until switched on.', change: whereChanged('enabled') }],
  })),
];

/** Licence kinds that make somebody licensed for LA-BCC and NC-PUB-HCPR (settled reading 0.6.33). */
export const licensedKinds: readonly LicenseKind[] = licenseKinds.filter((kind) => kind !== 'other');
