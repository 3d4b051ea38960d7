import type { AgencyFile } from '../agency-file/schema.ts';
import { fromDay, plusDays, plusMonths, startOfMonth, toDay, type CivilDate, type Day } from '../civil-date.ts';
import type { Acknowledgement, Agency, PackId, Team, Vendor } from '../model/agency.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Decision, ExclusionCheck, SearchIdentity } from '../model/exclusion.ts';
import { northCarolinaRoles, type License, type Person, type PersonName, type Role } from '../model/person.ts';
import { identityOfPerson, identityOfVendor } from '../screening/match/identity.ts';
import { careerOf, employmentOf } from './career.ts';
import { agencyRecordsOf, teamsBegan } from './agency-side/agency-side.ts';
import { stormWeekOf } from './agency-side/meetings.ts';
import { beginningOf, checksOf, listsOf, registriesOf, searchedNames, type Searched, type Searching } from './checks.ts';
import { evidenceOf } from './evidence.ts';
import { emptyCabinet, recordedFor } from './filing.ts';
import { storyDays } from './list-entries.ts';
import { monthsOf } from './months.ts';
import { asciiOf } from './one-page-pdf.ts';
import { profiles, type Profile } from './people.ts';
import { demoLists } from './screening.ts';
import { standardFile } from './standard-file.ts';

/** The demo agency: its record, and the bytes of its papers by SHA-256. */
export type Demo = { readonly file: AgencyFile; readonly documents: ReadonlyMap<string, Uint8Array> };

/** Fails the check digit, so that no number of a living provider is shipped. */
const inventedNpi = '1730042197';

const teamsOf = (today: Day): readonly Team[] => [
  { id: 't-bayou', name: 'Bayou team', siteId: 's-houma', packs: ['la-medicaid', 'personnel-file'], implementedOn: fromDay(plusDays(today, -teamsBegan['t-bayou'])), supervisorId: 'p01' },
  { id: 't-river', name: 'River team', siteId: 's-baton-rouge', packs: ['la-medicaid', 'la-amerihealth', 'la-lhcc'], implementedOn: fromDay(plusDays(today, -teamsBegan['t-river'])), supervisorId: 'p10' },
  { id: 't-piedmont', name: 'Piedmont team', siteId: 's-greensboro', packs: ['nc-state-funded'], implementedOn: fromDay(plusDays(today, -teamsBegan['t-piedmont'])), supervisorId: 'p20' },
];

/** How many months back the records of the demo begin. */
const monthsOfRecords = 30;

/**
 * A synthetic agency of twenty-five people in three teams and two states, dated relative to a day: every status and every
 * requirement occurs in it, and most of it is in order. The same day gives the same agency, byte for byte.
 */
export function demoAgency(today: CivilDate): Demo {
  const now = toDay(today);
  const recordsFrom = startOfMonth(plusMonths(now, -monthsOfRecords));
  const cabinet = emptyCabinet();
  const lists = demoLists(now, cabinet);
  const searching: Searching = { today: now, recordsFrom, cabinet, lists };
  const teams = teamsOf(now);
  const people = profiles.map((profile) => recordOf(profile, teams, today, searching));
  const vendor = vendorOf(now);
  const vendorChecks = checksOf(vendorSearch(vendor), searching);
  const agencyRecords = agencyRecordsOf(now, cabinet);
  const file: AgencyFile = {
    format: 'muster-agency',
    version: 1,
    agency: agencyOf(today, recordsFrom),
    sites: [{ id: 's-houma', name: 'Houma office' }, { id: 's-baton-rouge', name: 'Baton Rouge office' }, { id: 's-greensboro', name: 'Greensboro office' }],
    teams,
    people: people.map((each) => each.person),
    vendors: [vendor],
    evidence: people.flatMap((each) => each.evidence),
    documents: cabinet.records,
    exclusionChecks: [...people.flatMap((each) => each.checks), ...vendorChecks.checks],
    acknowledgements: acknowledgementsOf(now),
    decisions: [...people.flatMap((each) => each.decisions), ...vendorChecks.decisions],
    listVersions: lists.versions,
    monthRecords: monthsOf(now),
    agencyRecords,
  };
  return { file, documents: cabinet.stored };
}

function agencyOf(today: CivilDate, recordsFrom: Day): Agency {
  const set = recordedFor(fromDay(recordsFrom), today);
  return {
    name: 'Bayou & Piedmont Supported Employment (demo)',
    npi: inventedNpi,
    timeZone: 'America/Chicago',
    recordsFrom: fromDay(recordsFrom),
    packs: ['la-medicaid', 'la-amerihealth', 'la-lhcc', 'nc-state-funded', 'personnel-file'],
    leadDays: [90, 60, 30, 14, 7, 1],
    soonDays: 30,
    reminders: { ladders: [{ requirement: 'la.cips', leadDays: [180, 90, 60, 30, 14, 7, 1] }, { requirement: 'la.a1', leadDays: [150, 120, 90, 60, 30, 14, 7, 1] }] },
    overrides: [
      { requirement: 'la.drug', set: { maxAgeDays: 30 }, reason: 'Drug-free workplace policy, section 4: the specimen is at most 30 days old on the first day.', ...set },
      { requirement: 'la.pub-cna', set: { enabled: true, roles: ['other-direct-care'] }, reason: 'The parish contract asks for both registries for direct care staff.', ...set },
      { requirement: 'la.pub-dsw', set: { enabled: true, roles: ['other-direct-care'] }, reason: 'The parish contract asks for both registries for direct care staff.', ...set },
      { requirement: 'pf.drivers-license', set: { enabled: true, roles: ['ips-specialist'] }, reason: 'Specialists drive to employers.', ...set },
      { requirement: 'pf.motor-insurance', set: { enabled: true, roles: ['ips-specialist'] }, reason: 'Specialists drive to employers.', ...set },
    ],
    customRequirements: [{
      id: 'own.defensive-driving', title: 'Defensive driving course', appliesTo: { roles: ['ips-specialist'] },
      window: { kind: 'within', anchor: 'hire', amount: 90, unit: 'days', validity: { by: 'months', months: 36 } },
      kind: 'other', category: 'defensive-driving', reason: 'Asked for by the insurer of the agency cars.',
    }],
    synthetic: true,
  };
}

type PersonRecord = { readonly person: Person; readonly evidence: readonly Evidence[]; readonly checks: readonly ExclusionCheck[]; readonly decisions: readonly Decision[] };

function recordOf(profile: Profile, teams: readonly Team[], today: CivilDate, searching: Searching): PersonRecord {
  const { cabinet } = searching;
  const licensed = profile.license !== undefined;
  const name = profile.names[0];
  if (name === undefined) throw new Error(`demo profile ${profile.id} has no name`);
  const work = profile.jobs.map((job, at) => {
    const id = `e${at + 1}`;
    const career = careerOf(job, licensed, today);
    const employment = employmentOf(job, id, career);
    const packs: readonly PackId[] = teams.find((team) => team.id === job.team)?.packs ?? [];
    const drafts = (job.quirks ?? []).reduce((file, quirk) => quirk(file, career), standardFile(career, packs));
    const from = beginningOf(employment) ?? career.hire;
    const searched: Searched = {
      subject: { personId: profile.id }, key: `${profile.id}-${id}`, names: searchedNames(profile.names),
      identityOn: (day) => identityOf(profile, job.role, day, searching.today),
      lists: job.medicaidPaid === false ? [] : listsOf(job.role), registries: registriesOf(job.role, licensed), from, to: career.ended,
      story: profile.checks ?? {},
    };
    return { employment, evidence: evidenceOf({ id: profile.id, name }, id, drafts, career, cabinet), ...checksOf(searched, searching) };
  });
  const person: Person = {
    id: profile.id, names: profile.names, birthDate: profile.birthDate,
    ...(profile.npi === undefined ? {} : { npi: profile.npi }),
    ...(profile.jobs.some((job) => job.kind === 'volunteer') ? {} : { email: emailOf(name) }),
    employments: work.map((each) => each.employment),
    ...(profile.license === undefined ? {} : { licenses: [licenseOf(profile.license, toDay(today))] }),
  };
  return { person, evidence: work.flatMap((each) => each.evidence), checks: work.flatMap((each) => each.checks), decisions: work.flatMap((each) => each.decisions) };
}

/** An address nobody has; the volunteer has none at all. */
const emailOf = (name: PersonName): string => `${asciiOf(`${name.given}.${name.family}`).toLowerCase().replaceAll(/[^a-z.]+/g, '-')}@bayou-piedmont.example`;

/** Who somebody was known to be on a day. */
function identityOf(profile: Profile, role: Role, day: Day, today: Day): SearchIdentity {
  const names = profile.names.filter((_, at) => at !== profile.nameRecordedLate || day >= storyDays(today).last);
  const states = (northCarolinaRoles as readonly Role[]).includes(role) ? ['NC'] : ['LA'];
  return identityOfPerson({ id: profile.id, names, birthDate: profile.birthDate, ...(profile.npi === undefined ? {} : { npi: profile.npi }), employments: [] }, states);
}

const licenseOf = (license: NonNullable<Profile['license']>, today: Day): License => ({
  kind: license.kind, number: license.number, state: license.state,
  issuedOn: fromDay(plusDays(today, -1500)), expiresOn: fromDay(plusDays(today, license.expiresIn)), verifiedOn: fromDay(plusDays(today, -95)),
});

const vendorOf = (today: Day): Vendor => ({ id: 'v-delta', name: 'Delta Staffing LLC', otherNames: ['Delta Temps'], kind: 'staffing', from: fromDay(plusDays(today, -800)) });

const vendorSearch = (vendor: Vendor): Searched => ({
  subject: { vendorId: vendor.id }, key: vendor.id, names: [vendor.name, ...(vendor.otherNames ?? [])], identityOn: () => identityOfVendor(vendor, ['LA', 'NC']), lists: [...new Set([...listsOf('ips-specialist'), ...listsOf('team-lead')])], registries: [],
  from: toDay(vendor.from), to: null, story: {},
});

/** The finding of the ninth month back is explained; the one of the fourth is not, so that Today has both kinds. A team's storm week is explained too. */
const acknowledgementsOf = (today: Day): readonly Acknowledgement[] => [{
  requirement: 'la.ex-2', personId: 'p09', period: fromDay(startOfMonth(plusMonths(today, -9))).slice(0, 7),
  note: 'The office was closed after the storm and the search was not made. Procedure changed: a second person searches when the officer is out.',
  ...recordedFor(fromDay(plusDays(today, -200)), fromDay(today)),
}, {
  requirement: 'la.supw', teamId: 't-river', period: stormWeekOf(today).period,
  note: 'The office was closed from Tuesday to Friday by the storm; the group met again the week after.',
  ...recordedFor(fromDay(plusDays(stormWeekOf(today).last, 4)), fromDay(today)),
}];
