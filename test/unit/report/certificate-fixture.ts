import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { civilDate } from '../../../shared/civil-date.ts';
import type { Decision, ExclusionCheck, ExclusionList, KeptCandidate, SearchIdentity } from '../../../shared/model/exclusion.ts';
import type { Person } from '../../../shared/model/person.ts';
import { certificatesOf } from '../../../shared/report/certificate.ts';
import type { Certificate, CertificateJob } from '../../../shared/report/certificate-model.ts';

export const month = '2026-03' as CertificateJob['month'];
export const asOf = civilDate('2026-04-02');
const searchedOn = civilDate('2026-03-06');
const recorded = { recordedAt: '2026-03-06T16:00:00Z', recordedBy: 'A. Recorder' };

export const sha = (letter: string): string => letter.repeat(64);

/** Somebody in Louisiana, who owes the federal and the state list every month. */
export const person = (id: string, given: string, family: string, more: Partial<Person> = {}): Person => ({
  id, names: [{ kind: 'legal', given, family }], birthDate: civilDate('1987-06-14'),
  employments: [{ id: `${id}-e`, kind: 'employee', hiredOn: civilDate('2024-05-06'), directCare: true, roles: [{ role: 'ips-specialist', from: civilDate('2024-05-06') }] }], ...more,
});

export const identity = (given: string, family: string): SearchIdentity =>
  ({ names: [{ kind: 'legal', given, family }], businessNames: [], birthDate: civilDate('1987-06-14'), states: ['LA'] });

export const entry = (row: number, digest: string, tier: KeptCandidate['tier'], name: readonly [string, string], dob = ''): KeptCandidate => ({
  row, digest: sha(digest), tier, score: tier === 'strong' ? 97 : tier === 'possible' ? 68 : 35,
  record: {
    LASTNAME: name[0], FIRSTNAME: name[1], MIDNAME: '', BUSNAME: '', GENERAL: 'SYNTHETIC', SPECIALTY: '', UPIN: '', NPI: '0000000000', DOB: dob, ADDRESS: '', CITY: '', STATE: 'LA', ZIP: '',
    EXCLTYPE: '1128b4', EXCLDATE: '20190820', REINDATE: '00000000', WAIVERDATE: '00000000', WVRSTATE: '',
  },
});

/** A search of the whole list on this machine. */
export const searched = (id: string, list: ExclusionList, names: readonly [string, string], candidates: readonly KeptCandidate[] = [], more: Partial<ExclusionCheck> = {}): ExclusionCheck => ({
  id: `x-${id}-${list}`, personId: id, list, checkedOn: searchedOn, method: 'whole-list',
  listVersion: { name: `${list}.csv`, sha256: sha(list === 'oig-leie' ? 'a' : 'b'), rows: 83_214, newestAction: civilDate('2026-02-19') },
  namesSearched: [`${names[1]} ${names[0]}`, `${names[0]} ${names[1]}`],
  outcome: candidates.some((each) => each.tier !== 'weak' && each.decisionId === undefined) ? 'possible' : 'clear',
  search: {
    engine: 'muster-match 1', listVersionId: `l-${list}`, identity: identity(names[0], names[1]), tier: candidates[0]?.tier ?? 'none', candidates,
    ...(candidates.length === 0 ? { nearest: { row: 4711, score: 22, why: 'The surname differs in three letters.' } } : {}),
  },
  ...recorded, ...more,
});

export const website = (id: string, more: Partial<ExclusionCheck> = {}): ExclusionCheck => ({
  id: `x-${id}-web`, personId: id, list: 'la-adverse-actions', checkedOn: searchedOn, method: 'website', namesSearched: ['Ana Duarte'], outcome: 'clear', documents: [{ id: 'd-print' }], ...recorded, ...more,
});

export const decision = (id: string, check: ExclusionCheck, digest: string, more: Partial<Decision> = {}): Decision => ({
  id, ...(check.personId === undefined ? {} : { personId: check.personId }), list: check.list, checkId: check.id, rowDigest: sha(digest), verdict: 'not-the-person', decidedOn: civilDate('2026-03-09'),
  reason: 'The entry is of a nurse in another town.', recordedAt: '2026-03-09T15:00:00Z', recordedBy: 'B. Decider', ...more,
});

export const agency = (people: readonly Person[], checks: readonly ExclusionCheck[], more: Partial<AgencyFile> = {}): AgencyFile => ({
  format: 'muster-agency', version: 1,
  agency: { name: 'Invented Agency, Inc.', packs: ['la-medicaid'], recordsFrom: civilDate('2026-03-01') },
  people, evidence: [], exclusionChecks: checks,
  documents: [{ id: 'd-print', sha256: sha('c'), name: 'LDH search, 6 March.pdf', mediaType: 'application/pdf', bytes: 10, vault: 'personnel', ...recorded }],
  listVersions: [
    { id: 'l-oig-leie', list: 'oig-leie', name: 'oig-leie.csv', sha256: sha('a'), bytes: 1, rows: 83_214, newestAction: civilDate('2026-02-19'), scope: 'full', publishedOn: civilDate('2026-02-10'), source: 'download', recordedAt: '2026-03-06T08:51:00Z' },
    { id: 'l-la-adverse-actions', list: 'la-adverse-actions', name: 'la-adverse-actions.csv', sha256: sha('b'), bytes: 1, rows: 4_386, scope: 'full', source: 'file', recordedAt: '2026-03-06T08:55:00Z' },
  ],
  ...more,
});

export const job: CertificateJob = { month, asOf, generatedAt: '2026-04-02T14:05:00Z' };

export function certificateOf(file: AgencyFile, more: Partial<CertificateJob> = {}): Certificate {
  const [made] = certificatesOf(file, { ...job, ...more });
  if (made === undefined) throw new Error('one certificate');
  return made;
}

/** Two people on both lists, nothing found. */
export const clean = (): AgencyFile => agency([person('p1', 'Ana', 'Duarte'), person('p2', 'Zoë', 'Amand')], [
  searched('p1', 'oig-leie', ['Ana', 'Duarte']), searched('p1', 'la-adverse-actions', ['Ana', 'Duarte']), searched('p2', 'oig-leie', ['Zoë', 'Amand']), searched('p2', 'la-adverse-actions', ['Zoë', 'Amand']),
]);
