import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lanesOf } from '../../../renderer/features/agency/accreditation/lanes.ts';
import { credentialFields, credentialProblem } from '../../../renderer/features/agency/forms/credential-fields.ts';
import { fieldProblems, recordFrom, valuesOf } from '../../../renderer/features/agency/forms/record-values.ts';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { civilDate as day } from '../../../shared/civil-date.ts';
import type { AgencyRecord } from '../../../shared/model/agency-records/agency-record.ts';
import { credentialTypes } from '../../../shared/model/agency-records/credential.ts';

const file: AgencyFile = { format: 'muster-agency', version: 1, agency: { name: 'Pelican Sample Agency', packs: ['la-medicaid'] }, people: [], evidence: [] };
const common = { kind: 'credential', fixed: {}, replaces: null, note: '', documents: [], id: 'c2', recordedAt: '2026-03-01T15:00:00Z' } as const;

describe('a record from what was answered', () => {
  test('empty answers are left out, a flag is true, nothing is asked twice', () => {
    const values = { credential: 'license', party: ' State ', number: '', effectiveOn: '2026-01-01', expiresOn: '', inProcess: 'yes' };
    expect(recordFrom({ ...common, fields: credentialFields(values, file), values })).toEqual({
      ok: true, value: { kind: 'credential', credential: 'license', party: 'State', effectiveOn: '2026-01-01', inProcess: true, id: 'c2', recordedAt: common.recordedAt },
    });
    for (const credential of credentialTypes) {
      const names = credentialFields({ credential }, file).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('a correction names what it corrects, keeps what was not asked, and drops what was emptied', () => {
    const before: AgencyRecord = {
      kind: 'credential', credential: 'license', id: 'c1', recordedAt: '2025-01-01T15:00:00Z', recordedBy: 'Ana', number: '7', signedOn: day('2025-01-01'), endedOn: day('2026-01-01'), note: 'old',
    };
    const values = { ...valuesOf(before), number: '' };
    expect(recordFrom({ ...common, fields: credentialFields(values, file), values, replaces: before })).toEqual({
      ok: true, value: { kind: 'credential', credential: 'license', id: 'c2', recordedAt: common.recordedAt, supersedes: 'c1', signedOn: '2025-01-01', endedOn: '2026-01-01' },
    });
  });

  test('what is required is named, and a value that is none fails with its field', () => {
    const fields = credentialFields({ credential: 'payer-contract' }, file);
    expect(Object.keys(fieldProblems(fields, { credential: 'payer-contract', party: ' ' }))).toEqual(['party']);
    expect(fieldProblems(fields, { credential: 'payer-contract', party: 'Plan' })).toEqual({});
    const values = { credential: 'payer-contract', party: 'Plan', effectiveOn: '2026-02-30' };
    expect(recordFrom({ ...common, fields, values })).toMatchObject({ ok: false, error: expect.stringContaining('In force from') as string });
  });

  test('the last day may be the first, not the day before', () => {
    expect(credentialProblem({ effectiveOn: '2026-01-02', expiresOn: '2026-01-02' })).toBeNull();
    expect(credentialProblem({ effectiveOn: '2026-01-02', expiresOn: '2026-01-01' })).not.toBeNull();
  });
});

test('labels on a line of time never cover each other', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ x: fc.integer({ min: 0, max: 800 }), width: fc.integer({ min: 10, max: 90 }) }), { maxLength: 30 }), (items) => {
      const labels = items.map((item, at) => ({ ...item, key: String(at) }));
      const placed = lanesOf(labels, 3, 800);
      const spans = labels.flatMap((label) => {
        const place = placed.get(label.key);
        if (place === undefined) return [];
        const from = place.anchor === 'start' ? label.x : place.anchor === 'end' ? label.x - label.width : label.x - label.width / 2;
        return [{ lane: place.lane, from, to: from + label.width }];
      });
      for (const [at, one] of spans.entries()) {
        expect(one.lane).toBeGreaterThanOrEqual(0);
        expect(one.lane).toBeLessThan(3);
        for (const other of spans.slice(at + 1)) expect(one.lane !== other.lane || one.to <= other.from || other.to <= one.from).toBe(true);
      }
    }),
  );
});

test('the first label takes the lowest lane, a crowded one the next, and a fourth is left out', () => {
  const placed = lanesOf(['a', 'b', 'c', 'd'].map((key) => ({ key, x: 400, width: 40 })), 3, 800);
  expect([...placed].map(([key, { lane }]) => [key, lane])).toEqual([['a', 2], ['b', 1], ['c', 0]]);
});
