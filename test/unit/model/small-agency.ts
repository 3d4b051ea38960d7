import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { civilDate } from '../../../shared/civil-date.ts';
import type { Evidence } from '../../../shared/model/evidence.ts';
import type { ExclusionCheck } from '../../../shared/model/exclusion.ts';
import type { Person } from '../../../shared/model/person.ts';

export const at = '2026-03-19T15:00:00Z';

export const person = (id: string, family = 'Guidry'): Person => ({
  id,
  names: [{ kind: 'legal', given: 'Noémie', family }],
  employments: [
    {
      id: `${id}-e1`,
      kind: 'employee',
      hiredOn: civilDate('2025-02-10'),
      directCare: true,
      roles: [{ role: 'ips-specialist', from: civilDate('2025-02-10'), teamId: 't1' }],
    },
  ],
});

export const evidence = (id: string, personId: string, more: Partial<Evidence> = {}): Evidence => ({
  id,
  personId,
  kind: 'tb-test',
  performedOn: civilDate('2025-02-03'),
  resultOn: civilDate('2025-02-05'),
  result: 'negative',
  recordedAt: at,
  ...more,
});

export const check = (id: string, personId: string, checkedOn = '2026-03-02'): ExclusionCheck => ({
  id,
  personId,
  list: 'oig-leie',
  checkedOn: civilDate(checkedOn),
  method: 'website',
  outcome: 'clear',
  recordedAt: at,
});

/** A team, two people, one item of evidence and one check: enough for every kind of change to have something to touch. */
export const smallAgency = (): AgencyFile => ({
  format: 'muster-agency',
  version: 1,
  agency: { name: 'Bayou Work First', packs: ['la-medicaid'], soonDays: 30 },
  sites: [{ id: 's1', name: 'Lafayette' }],
  teams: [{ id: 't1', name: 'Team A', siteId: 's1' }],
  people: [person('p1'), person('p2', 'Trần')],
  vendors: [{ id: 'v1', name: 'Acadia Staffing', kind: 'staffing', from: civilDate('2024-01-01') }],
  evidence: [evidence('e1', 'p1')],
  documents: [{ id: 'd1', sha256: 'a'.repeat(64), name: 'tb.pdf', mediaType: 'application/pdf', bytes: 10, vault: 'medical', recordedAt: at }],
  exclusionChecks: [check('c1', 'p1')],
});
