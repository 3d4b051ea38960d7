import type { AgencyFile } from '../../../shared/agency-file/schema.ts';

const at = '2026-01-05T15:00:00Z';
const encoder = new TextEncoder();

/** The stored document of the sample and its SHA-256 (of the text "SYNTHETIC"). */
export const documentBytes = encoder.encode('SYNTHETIC');
export const documentSha = '6ffbbe12c3d609cbd5297aa4418f8371ce1ee554ce8b6919fee54d90398d44db';

/** JSON as a program would write it: mutable, so that a test can spoil one thing. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

const sample = {
  format: 'muster-agency',
  version: 1,
  agency: {
    name: 'Bayou Ridge Supported Employment', timeZone: 'America/Chicago',
    packs: ['la-medicaid', { pack: 'la-amerihealth', from: '2024-01-01', to: '2026-12-31' }], soonDays: 30,
    reminders: { ladders: [{ requirement: 'la.bgc', leadDays: [60, 7, 0] }] },
    overrides: [{ requirement: 'la.bgc', set: { maxAgeDays: 60 }, reason: 'Insurer asks for it', recordedAt: at }],
    customRequirements: [{
      id: 'own.defensive-driving', title: 'Defensive driving', appliesTo: { directCare: true },
      window: { kind: 'within', anchor: 'hire', amount: 90, unit: 'days', validity: { by: 'months', months: 36 } },
      kind: 'other', category: 'driving', reason: 'Fleet policy',
    }],
  },
  sites: [{ id: 's1', name: 'Main office' }],
  teams: [{ id: 't1', name: 'Bayou team', siteId: 's1', packs: ['la-medicaid'], implementedOn: '2025-03-03', supervisorId: 'p2' }, { id: 't2', name: 'Closed team', implementedOn: '2024-01-01', closedOn: '2025-12-31' }],
  people: [
    {
      id: 'p1',
      names: [{ kind: 'legal', given: 'José', family: 'Đặng-Muñoz' }, { kind: 'former', given: 'José', family: 'Muñoz', to: '2020-05-01' }],
      birthDate: '1990-02-28',
      employments: [{
        id: 'e1', kind: 'contractor', vendorId: 'v1', hiredOn: '2025-03-03', endedOn: '2026-01-30', directCare: true,
        leaves: [{ from: '2025-06-01', to: '2025-06-20' }],
        roles: [{ role: 'ips-specialist', from: '2025-03-03', teamId: 't1', fte: 0.5 }],
      }],
      licenses: [{ kind: 'rn', number: 'X-1', issuedOn: '2024-01-01', expiresOn: '2026-01-31', documents: [{ id: 'd1', pages: '1-2' }] }],
    },
    {
      id: 'p2', names: [{ kind: 'legal', given: 'Ana', family: 'Łuc' }],
      employments: [{ id: 'e1', kind: 'employee', plannedHireOn: '2026-05-04', directCare: false, roles: [{ role: 'other', from: '2026-05-04' }] }],
    },
  ],
  vendors: [{ id: 'v1', name: 'Delta Staffing', kind: 'staffing', from: '2024-01-01' }],
  evidence: [
    { id: 'ev1', personId: 'p1', kind: 'cpr-first-aid', issuedOn: '2025-04-01', parts: ['cpr'], documents: [{ id: 'd1' }], recordedAt: at },
    { id: 'ev2', personId: 'p1', kind: 'cpr-first-aid', issuedOn: '2025-04-02', parts: ['cpr', 'first-aid'], supersedes: 'ev1', recordedAt: '2030-01-01T00:00:00Z' },
    { id: 'ev3', personId: 'p1', kind: 'attestation', performedOn: '2026-01-02', about: 'x1', hours: 1.25, recordedAt: '2025-01-01T00:00:00Z' },
  ],
  documents: [{ id: 'd1', sha256: documentSha, name: 'card.pdf', mediaType: 'application/pdf', bytes: 9, vault: 'personnel', recordedAt: at }],
  exclusionChecks: [
    { id: 'x1', personId: 'p1', list: 'oig-leie', checkedOn: '2026-01-02', method: 'website', outcome: 'possible', decisionId: 'n1', recordedAt: at },
    { id: 'x2', vendorId: 'v1', list: 'oig-leie', checkedOn: '2026-01-02', method: 'website', outcome: 'clear', recordedAt: at },
    {
      id: 'x3', personId: 'p1', list: 'oig-leie', checkedOn: '2026-02-02', method: 'whole-list',
      listVersion: { name: 'UPDATED.csv', sha256: 'b'.repeat(64), rows: 2, newestAction: '2026-01-20' }, namesSearched: ['José Muñoz'], outcome: 'clear',
      search: {
        engine: 'muster-match 1', listVersionId: 'lv1', tier: 'possible',
        identity: { names: [{ kind: 'former', given: 'José', family: 'Muñoz' }], businessNames: [], birthDate: '1990-02-28', states: ['LA'] },
        candidates: [{ row: 2, digest: 'c'.repeat(64), tier: 'possible', score: 60, record: { LASTNAME: 'MUNOZ' }, decisionId: 'n1' }],
        nearest: { row: 3, score: 20, why: 'Another given name.' },
      },
      recordedAt: at,
    },
  ],
  acknowledgements: [{ requirement: 'la.ex-2', personId: 'p1', period: '2025-05', note: 'System outage', recordedAt: at }, { requirement: 'la.ex-2', teamId: 't1', note: 'The unit was closed', recordedAt: at }],
  decisions: [{ id: 'n1', personId: 'p1', list: 'oig-leie', checkId: 'x1', verdict: 'not-the-person', decidedOn: '2026-01-03', reason: 'Other birth date', recordedAt: at }],
  listVersions: [{
    id: 'lv1', list: 'oig-leie', name: 'UPDATED.csv', sha256: 'b'.repeat(64), bytes: 300, rows: 2, newestAction: '2026-01-20', scope: 'full', publishedOn: '2026-02-01',
    columns: { family: 'LASTNAME' }, source: 'file', warnings: ['Two rows are few.'], reason: 'A short list for a test', documents: [{ id: 'd1' }], recordedAt: at,
  }],
  monthRecords: [
    { id: 'm1', kind: 'close', month: '2026-01', closedOn: '2026-01-31', holes: [{ personId: 'p1', list: 'la-adverse-actions', reason: 'The web site was down' }], recordedAt: at },
    { id: 'm2', kind: 'note', month: '2026-01', note: 'The print was found', recordedAt: at },
  ],
  agencyRecords: [
    { id: 'r1', kind: 'accreditation-application', accreditor: 'carf', appliedOn: '2025-02-03', feePaidOn: '2025-02-04', documents: [{ id: 'd1' }], recordedAt: at },
    { id: 'r2', kind: 'credential', credential: 'payer-contract', party: 'Pelican Health Plan', siteId: 's1', effectiveOn: '2025-03-01', expiresOn: '2026-02-28', endedOn: '2025-12-31', recordedAt: at },
    { id: 'r3', kind: 'accreditation-survey', accreditor: 'carf', heldOn: '2025-09-08', endedOn: '2025-09-09', recordedAt: at },
    { id: 'r4', kind: 'accreditation-decision', accreditor: 'carf', outcome: 'reduced', decidedOn: '2025-11-03', notifiedOn: '2025-11-05', effectiveOn: '2025-11-03', expiresOn: '2026-11-30', applicationId: 'r1', recordedAt: at },
    { id: 'r5', kind: 'accreditation-task', accreditor: 'carf', task: 'quality-improvement-plan', decisionId: 'r4', dueOn: '2026-02-03', recordedAt: at },
    { id: 'r6', kind: 'written-notice', decisionId: 'r4', contractId: 'r2', sentOn: '2025-11-05', method: 'portal', recordedAt: at },
    {
      id: 'r7', kind: 'fidelity-review', teamId: 't1', review: 'external', heldFrom: '2025-09-01', heldTo: '2025-09-02', finalReceivedOn: '2025-09-20',
      scores: Array.from({ length: 25 }, (_, at) => ({ item: at + 1, score: 4 })), total: 100, recordedAt: at,
    },
    { id: 'r8', kind: 'fidelity-plan', teamId: 't1', reviewId: 'r7', lines: [{ item: 3, action: 'Hire', doneOn: '2025-10-01' }], recordedAt: at },
    { id: 'r9', kind: 'fidelity-plan', teamId: 't1', reviewId: 'r7', implementedOn: '2025-10-02', lines: [{ item: 3, action: 'Hire', doneOn: '2025-10-01' }], supersedes: 'r8', recordedAt: at },
    { id: 'r10', kind: 'fidelity-contest', teamId: 't1', reviewId: 'r7', sentOn: '2025-09-10', items: [4, 5], recordedAt: at },
    { id: 'r11', kind: 'technical-assistance', teamId: 't1', reviewId: 'r7', setOn: '2025-09-25', hours: 24, recordedAt: at },
    { id: 'r12', kind: 'treatment-team', teamId: 't1', name: 'Adult ACT', from: '2025-03-03', to: '2025-12-31', members: [{ personId: 'p1', from: '2025-03-03', to: '2025-06-30' }], recordedAt: at },
    { id: 'r13', kind: 'meeting', teamId: 't1', meeting: 'treatment-team', heldOn: '2025-03-10', mode: 'in-person', treatmentTeamId: 'r12', personIds: ['p1', 'p2'], recordedAt: at },
    { id: 'r14', kind: 'field-support', teamId: 't1', personId: 'p1', from: '2025-03-03', to: '2025-06-30', reason: 'New', recordedAt: at },
    { id: 'r15', kind: 'figures', teamId: 't1', period: '2025-03-10', attestedBy: 'Ana Łuc', attestedOn: '2025-03-17', rows: [{ personId: 'p1', figure: 'employer-contacts', value: 7 }, { figure: 'community-time-percent', value: 100 }], recordedAt: at },
    { id: 'r16', kind: 'scale-names', confirmedOn: '2025-04-01', source: 'The published scale', names: [{ item: 1, name: 'First' }, { item: 2, name: 'Second' }], recordedAt: at },
    { id: 'r17', kind: 'snooze', deadline: 'la.a1', until: '2026-02-01', reason: 'Ordered', recordedAt: at },
  ],
  audit: [{ seq: 1, z: 'last', a: 'first', hash: 'aa' }],
};

/** A fresh copy of a small file that uses every list, and that the strict reader accepts. */
export const sampleJson = (): JsonObject => structuredClone(sample);

/** The sample as the program's own type. */
export const sampleFile = (): AgencyFile => structuredClone(sample) as unknown as AgencyFile;

export const bytesOf = (value: unknown): Uint8Array => encoder.encode(JSON.stringify(value));

/** Sets, or with undefined removes, what a path of keys and positions leads to. */
export function spoil(json: JsonObject, path: readonly (string | number)[], value: Json | undefined): JsonObject {
  let place: Json = json;
  for (const step of path.slice(0, -1)) place = (place as { [key: string]: Json })[String(step)] ?? null;
  const last = String(path.at(-1));
  if (value === undefined) Reflect.deleteProperty(place as JsonObject, last);
  else (place as JsonObject)[last] = value;
  return json;
}
