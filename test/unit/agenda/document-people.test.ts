import { describe, expect, it } from 'vitest';
import { peopleOfDocument } from '../../../shared/agenda/document-people.ts';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';

const person = (id: string, given: string, more = {}) => ({ id, names: [{ kind: 'legal', given, family: 'Ruiz' }], employments: [], ...more });

describe('whose document it is', () => {
  it('is found by evidence, checks, decisions and licences, each person once, in the order of the file', () => {
    const file = {
      people: [person('p1', 'Ana', { licenses: [{ kind: 'rn', documents: [{ id: 'd2' }] }] }), person('p2', 'Ben'), person('p3', 'Cy')],
      evidence: [{ id: 'e1', personId: 'p2', documents: [{ id: 'd1' }] }, { id: 'e2', personId: 'p2', documents: [{ id: 'd1' }] }],
      exclusionChecks: [{ id: 'c1', personId: 'p1', documents: [{ id: 'd1' }] }, { id: 'c2', vendorId: 'v1', documents: [{ id: 'd3' }] }],
      decisions: [{ id: 'm1', personId: 'p3', documents: [{ id: 'd4' }] }],
    } as unknown as AgencyFile;
    expect(peopleOfDocument(file, 'd1')).toEqual(['Ana Ruiz', 'Ben Ruiz']);
    expect(peopleOfDocument(file, 'd2')).toEqual(['Ana Ruiz']);
    expect(peopleOfDocument(file, 'd3')).toEqual([]);
    expect(peopleOfDocument(file, 'd4')).toEqual(['Cy Ruiz']);
  });
});
