import { describe, expect, it } from 'vitest';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { acknowledgementsOf, isExplained, notesOn, unexplainedPeriods } from '../../../shared/agenda/acknowledgements.ts';
import type { Acknowledgement } from '../../../shared/model/agency.ts';
import type { Standing } from '../../../shared/rules/standing.ts';
import { person, standing } from './samples.ts';

const at = '2026-03-19T08:00:00Z';
const note = (over: Partial<Acknowledgement> = {}): Acknowledgement => ({ requirement: 'x.team', note: 'The unit was closed for the storm.', recordedAt: '2026-03-01T10:00:00Z', ...over });
const fileOf = (...acknowledgements: readonly Acknowledgement[]): AgencyFile => ({
  format: 'muster-agency', version: 1, agency: { name: 'Bayou Bridge', packs: [] }, people: [person()], evidence: [], acknowledgements,
});

function dutyOf(subject: { readonly teamId?: string; readonly vendorId?: string }, periods: readonly string[] = []): Standing {
  const { personId: _person, employmentId: _employment, ...rest } = standing('x.team', 'gap', periods.length === 0 ? {} : { periods: periods.map((period) => ({ period, status: 'gap' as const })) });
  return { ...rest, ...subject };
}

describe('a note on a finding of a team or of the agency', () => {
  it('speaks of that team, or of the agency, and of nobody else', () => {
    const file = fileOf(note({ teamId: 't1' }), note({ note: 'Of the agency' }), note({ personId: 'p1' }));
    expect(notesOn(file, dutyOf({ teamId: 't1' }))).toEqual([note({ teamId: 't1' })]);
    expect(notesOn(file, dutyOf({ teamId: 't2' }))).toEqual([]);
    expect(notesOn(file, dutyOf({}))).toEqual([note({ note: 'Of the agency' })]);
    expect(notesOn(file, dutyOf({ vendorId: 'v1' }))).toEqual([]);
  });

  it('is written with the team, or with nobody, and never for a vendor', () => {
    expect(acknowledgementsOf(fileOf(), dutyOf({ teamId: 't1' }), 'n', at)).toEqual([{ requirement: 'x.team', teamId: 't1', note: 'n', recordedAt: at }]);
    expect(acknowledgementsOf(fileOf(), dutyOf({}), 'n', at)).toEqual([{ requirement: 'x.team', note: 'n', recordedAt: at }]);
    expect(acknowledgementsOf(fileOf(), dutyOf({ vendorId: 'v1' }), 'n', at)).toEqual([]);
  });

  it.each([
    ['2026-02-23', '2026-03-01T23:00:00Z', '2026-03-02T01:00:00Z'],
    ['2026-02', '2026-02-28T23:00:00Z', '2026-03-01T01:00:00Z'],
    ['2025-Q4', '2025-12-31T23:00:00Z', '2026-01-01T01:00:00Z'],
    ['2026-Q1', '2026-03-31T23:00:00Z', '2026-04-01T01:00:00Z'],
  ])('without a period explains %s only from the day after its last', (period, during, after) => {
    const duty = dutyOf({ teamId: 't1' }, [period]);
    expect(unexplainedPeriods(fileOf(note({ teamId: 't1', recordedAt: during })), duty)).toEqual([period]);
    expect(isExplained(fileOf(note({ teamId: 't1', recordedAt: after })), duty)).toBe(true);
    expect(isExplained(fileOf(note({ teamId: 't1', recordedAt: during, period })), duty)).toBe(true);
  });
});
