import { fromDay, plusDays, type Day } from '../civil-date.ts';
import type { PackId } from '../model/agency.ts';
import { northCarolinaRoles, type Role } from '../model/person.ts';
import type { Career } from './career.ts';
import { after, repeated, type Draft } from './draft.ts';

const ipsRoles: readonly Role[] = ['ips-specialist', 'ips-peer-specialist', 'ips-supervisor'];

/** The file of somebody about whom everything was done properly and in time, whatever may come later. */
export function standardFile(career: Career, packs: readonly PackId[]): readonly Draft[] {
  const northern = (northCarolinaRoles as readonly Role[]).includes(career.role);
  return [
    ...(northern ? northCarolina(career) : louisiana(career)),
    ...(packs.includes('personnel-file') ? personnelFile(career) : []),
  ];
}

function louisiana(career: Career): readonly Draft[] {
  const { hire, role, finalRole } = career;
  const ips = ipsRoles.includes(role);
  const specialist = role === 'ips-specialist' || role === 'ips-supervisor';
  return [
    { slot: 'background', kind: 'background-check', requestedOn: after(hire, -27), performedOn: after(hire, -24), resultOn: after(hire, -20), result: 'pass', issuer: 'Louisiana State Police' },
    { slot: 'registry', kind: 'sex-offender-registry', performedOn: after(hire, -24), resultOn: after(hire, -24), result: 'pass', issuer: 'State registry' },
    ...(ips ? [
      { slot: 'tb', kind: 'tb-test', performedOn: after(hire, -13), resultOn: after(hire, -11), result: 'negative', parts: ['tst'], issuer: 'Parish health unit' },
      { slot: 'drug', kind: 'drug-screen', performedOn: after(hire, -9), resultOn: after(hire, -6), result: 'negative', issuer: 'Delta Laboratories' },
    ] satisfies Draft[] : []),
    ...(career.directCare ? cards(career) : []),
    ...crisis(career),
    ...(ips ? yearlyEducation(career) : []),
    ...(career.directCare && !career.licensed ? [{ slot: 'clinical-basics', kind: 'basic-clinical-competency', performedOn: after(hire, 8), result: 'complete', hours: 16 } satisfies Draft] : []),
    ...(specialist ? [
      { slot: 'ips-training', kind: 'ips-training', performedOn: after(hire, 10), result: 'complete', issuer: 'IPS Works', hours: 20 },
      { slot: 'cips', kind: 'cips', issuedOn: after(hire, 540), expiresOn: after(hire, 540 + 1096), issuer: 'IPS certification board' },
    ] satisfies Draft[] : []),
    ...(role === 'ips-peer-specialist' ? peerCertificates(hire) : []),
    ...qualifications(career, finalRole),
    ...(role === 'ips-specialist' ? [{ slot: 'defensive-driving', kind: 'other', category: 'defensive-driving', performedOn: after(hire, 45), result: 'complete', issuer: 'Safe Roads Louisiana' } satisfies Draft] : []),
  ];
}

/** AHA cards: the first a month after the hire, renewed in good time. */
const cards = (career: Career): readonly Draft[] =>
  repeated(plusDays(career.hire, 30), 690, 200, career).map((day): Draft => ({
    slot: 'cpr', kind: 'cpr-first-aid', issuedOn: fromDay(day), parts: ['cpr', 'first-aid'], issuer: 'American Heart Association', result: 'complete',
  }));

const crisis = (career: Career): readonly Draft[] =>
  repeated(plusDays(career.hire, 7), 345, 120, career).map((day): Draft => ({
    slot: 'crisis', kind: 'crisis-intervention', performedOn: fromDay(day), result: 'complete', issuer: 'Crisis Prevention Institute', hours: 8,
  }));

const yearlyEducation = (career: Career): readonly Draft[] =>
  repeated(plusDays(career.hire, 6), 345, 160, career).map((day): Draft => ({
    slot: 'continuing-education', kind: 'continuing-education', performedOn: fromDay(day), result: 'complete',
    parts: ['confidentiality', 'hipaa', 'mandated-reporting'], hours: 3,
  }));

/** Two-year certificates without a hole between them, the first held well before the hire. */
const peerCertificates = (hire: Day): readonly Draft[] =>
  [0, 1, 2, 3, 4].map((turn): Draft => {
    const issued = plusDays(hire, turn * 720 - 200);
    return { slot: 'peer', kind: 'peer-certification', issuedOn: fromDay(issued), expiresOn: after(issued, 730), issuer: 'Louisiana peer certification' };
  });

function qualifications({ hire }: Career, role: Role): readonly Draft[] {
  const experience = (part: string, months: number): Draft =>
    ({ slot: 'experience', kind: 'experience', performedOn: after(hire, -28), parts: [part], months, result: 'complete', issuer: 'Former employers, confirmed by telephone' });
  const school = (part: string): Draft => ({ slot: 'diploma', kind: 'education', issuedOn: after(hire, -2600), parts: [part] });
  if (role === 'ips-supervisor') {
    return [school('masters'), experience('employment-specialist', 30), experience('severe-mental-illness', 40), experience('employment-services', 26), experience('employment', 48)];
  }
  return role === 'ips-specialist' ? [school('high-school'), experience('employment', 31), experience('severe-mental-illness', 14)] : [];
}

function northCarolina(career: Career): readonly Draft[] {
  const { hire, role } = career;
  const initial = (slot: Draft['slot'], kind: Draft['kind'], days: number): Draft => ({ slot, kind, performedOn: after(hire, days), result: 'complete', issuer: 'NC technical assistance center' });
  const held = (kind: Draft['kind'], days: number, months?: number): Draft => ({
    slot: 'qualification', kind, issuedOn: after(hire, days), ...(months === undefined ? {} : { expiresOn: after(hire, days + months * 30) }),
  });
  const diploma: Draft = { slot: 'diploma', kind: 'education', issuedOn: after(hire, -3100), parts: [role === 'employment-peer-mentor' ? 'ged' : 'bachelors'] };
  const trained = role !== 'program-assistant';
  return [
    { slot: 'background', kind: 'background-check', requestedOn: after(career.offer, 2), performedOn: after(hire, -17), resultOn: after(hire, -12), result: 'pass', issuer: 'NC State Bureau of Investigation' },
    diploma,
    ...(role === 'team-lead' ? [held('qmhp', -400), { slot: 'experience', kind: 'experience', performedOn: after(hire, -20), parts: ['vocational'], months: 18, result: 'complete' }, initial('supervising', 'supervising-cpss', 62)] satisfies Draft[] : []),
    ...(role === 'employment-support-professional' ? [held('qmhp', -300)] : []),
    ...(role === 'employment-peer-mentor' ? [0, 1, 2].map((turn) => held('cpss', turn * 715 - 300, 24)) : []),
    ...(role === 'employment-peer-mentor' ? [initial('mentoring', 'employment-peer-mentoring', 120)] : []),
    ...(role === 'benefits-counselor' ? [held('cwic', 110, 36)] : []),
    ...(trained ? [initial('ips-101', 'ips-101', 38), ...(role === 'benefits-counselor' ? [] : [initial('planning', 'person-centered-planning', 52)]), ...trainingHours(career)] : []),
    ...(trained && role !== 'employment-peer-mentor' ? [initial('interviewing', 'motivational-interviewing', 96)] : []),
  ];
}

/** Three courses of four hours in each year of the employment. */
const trainingHours = ({ hire, today }: Career): readonly Draft[] =>
  Array.from({ length: Math.ceil((today - hire) / 365) * 3 }, (_, at): Draft => ({
    slot: 'hours', kind: 'training-hours', performedOn: after(hire, Math.floor(at / 3) * 365 + 75 + (at % 3) * 90), hours: 4, approvingBody: 'NCASPPB', issuer: 'Piedmont Training Institute', result: 'complete',
  }));

function personnelFile(career: Career): readonly Draft[] {
  const { hire, ended } = career;
  const reference = (days: number): Draft => ({ slot: 'reference', kind: 'reference', performedOn: after(hire, days), result: 'complete' });
  return [
    { slot: 'application', kind: 'application', performedOn: after(hire, -41) },
    reference(-26), reference(-25),
    { slot: 'job-description', kind: 'job-description', performedOn: after(hire, 1) },
    { slot: 'orientation', kind: 'orientation', performedOn: after(hire, 3), result: 'complete' },
    ...repeated(hire, 345, 140, career).map((day): Draft => ({ slot: 'confidentiality', kind: 'confidentiality-agreement', performedOn: fromDay(day) })),
    ...repeated(plusDays(hire, 350), 345, 90, career).map((day): Draft => ({ slot: 'evaluation', kind: 'evaluation', performedOn: fromDay(day) })),
    ...(ended === null ? [] : [{ slot: 'separation', kind: 'separation', performedOn: fromDay(ended) } satisfies Draft]),
    ...(career.role === 'ips-specialist' ? [
      { slot: 'driving', kind: 'drivers-license', issuedOn: after(hire, -400), expiresOn: after(hire, -400 + 2190) },
      ...[0, 1, 2, 3, 4].map((turn): Draft => ({ slot: 'insurance', kind: 'motor-insurance', issuedOn: after(hire, turn * 355 - 100), expiresOn: after(hire, turn * 355 - 100 + 365) })),
    ] satisfies Draft[] : []),
  ];
}
