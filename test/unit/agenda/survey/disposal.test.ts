import { describe, expect, it } from 'vitest';
import { disposalCover } from '../../../../shared/agenda/retention/disposal.ts';
import type { AgencyFile } from '../../../../shared/agency-file/schema.ts';
import type { AgencyRecord } from '../../../../shared/model/agency-records/agency-record.ts';
import { day, person } from '../samples.ts';

const recordedAt = '2026-03-01T12:00:00Z';
const agencyRecords: readonly AgencyRecord[] = [
  { kind: 'survey', id: 's1', survey: 'mock', surveyor: 'L. Boudreaux', heldOn: day('2026-02-02'), personIds: ['p1', 'p2'], recordedAt },
  { kind: 'survey-finding', id: 'f1', surveyId: 's1', personId: 'p1', weight: 'finding', text: 'Too old', recordedAt },
  { kind: 'survey-finding', id: 'f2', surveyId: 's1', personId: 'p2', weight: 'finding', text: 'Missing', recordedAt },
  { kind: 'correction', id: 'c1', findingId: 'f1', action: 'Order again', owner: 'Ana Ruiz', dueOn: day('2026-03-10'), recordedAt },
  { kind: 'correction', id: 'c1b', supersedes: 'c1', findingId: 'f1', action: 'Order again', owner: 'Ana Ruiz', dueOn: day('2026-03-10'), doneOn: day('2026-03-09'), recordedAt },
  { kind: 'correction', id: 'c2', findingId: 'f2', action: 'File it', owner: 'Ana Ruiz', dueOn: day('2026-03-10'), recordedAt },
];
const file: AgencyFile = { format: 'muster-agency', version: 1, agency: { name: 'A', packs: [] }, people: [person({ id: 'p1' }), person({ id: 'p2', names: [{ kind: 'legal', given: 'Odile', family: 'Guidry' }] })], evidence: [], agencyRecords };

describe('disposing of a surveyed person', () => {
  const { writes } = disposalCover(file, new Set(['p1']));
  const of = (id: string) => writes.find((write) => write.list === 'agencyRecords' && write.id === id);

  it('takes their findings and the plan of these along, and nobody else’s', () => {
    for (const id of ['f1', 'c1', 'c1b']) expect(of(id)?.after).toBeNull();
    for (const id of ['f2', 'c2']) expect(of(id)).toBeUndefined();
  });

  it('takes them out of the sample, which stays', () => {
    expect(of('s1')?.after).toMatchObject({ kind: 'survey', personIds: ['p2'] });
  });
});
