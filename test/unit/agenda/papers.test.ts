import { describe, expect, test } from 'vitest';
import { paperRows } from '../../../shared/agenda/papers.ts';
import { civilDate as day } from '../../../shared/civil-date.ts';
import type { Credential } from '../../../shared/model/agency-records/agency-record.ts';
import { standingRecords } from '../../../shared/model/agency-records/standing-records.ts';

const paper = (more: Partial<Credential> = {}): Credential => ({ kind: 'credential', id: 'c1', credential: 'license', recordedAt: '2025-01-05T15:00:00Z', ...more });
const at = (asOf: string, ...papers: readonly Credential[]) => paperRows(standingRecords(papers), day(asOf), 30);
const status = (asOf: string, more: Partial<Credential>) => at(asOf, paper(more))[0]?.status;

describe('how a paper stands by its own dates', () => {
  test('it counts through its last day and is expired the day after', () => {
    const more = { expiresOn: day('2026-06-30') };
    expect(status('2026-05-30', more)).toBe('met');
    expect(status('2026-05-31', more)).toBe('expiring');
    expect(status('2026-06-30', more)).toBe('expiring');
    expect(status('2026-07-01', more)).toBe('expired');
  });
  test('a review is announced; the day after its day a person decides, since the paper stays in force', () => {
    const more = { reviewOn: day('2026-06-30') };
    expect(status('2026-05-30', more)).toBe('met');
    expect(status('2026-05-31', more)).toBe('due-soon');
    expect(status('2026-06-30', more)).toBe('due-soon');
    expect(status('2026-07-01', more)).toBe('review');
  });
  test('not in force before its first day, in process until it is in force, ended after its last', () => {
    expect(at('2026-06-29', paper({ effectiveOn: day('2026-06-30') }))[0]).toMatchObject({ status: 'not-yet-due', words: 'Not in force yet' });
    expect(status('2026-06-30', { effectiveOn: day('2026-06-30') })).toBe('met');
    expect(at('2026-06-30', paper({ inProcess: true }))[0]).toMatchObject({ words: 'In process' });
    expect(at('2026-06-30', paper({ endedOn: day('2026-06-30') }))[0]).toMatchObject({ ended: false, status: 'met' });
    expect(at('2026-07-01', paper({ endedOn: day('2026-06-30') }))[0]).toMatchObject({ ended: true, words: 'Ended', next: null });
  });
  test('what comes next is the earlier of the last day and the review; nothing is invented', () => {
    expect(at('2026-01-01', paper({ expiresOn: day('2026-06-30'), reviewOn: day('2026-03-01') }))[0]?.next).toEqual({ on: '2026-03-01', what: 'review' });
    expect(at('2026-01-01', paper({ expiresOn: day('2026-02-28'), reviewOn: day('2026-03-01') }))[0]?.next).toEqual({ on: '2026-02-28', what: 'expires' });
    expect(at('2026-01-01', paper())[0]?.next).toBeNull();
  });
});

test('papers come by type, the first to end first, ended ones last; corrected ones once', () => {
  const rows = at(
    '2026-01-01',
    paper({ id: 'i1', credential: 'insurance' }),
    paper({ id: 'l3', endedOn: day('2025-01-01') }),
    paper({ id: 'l2', expiresOn: day('2027-01-01') }),
    paper({ id: 'l1', expiresOn: day('2026-03-01') }),
    paper({ id: 'l0', expiresOn: day('2026-02-01') }),
    paper({ id: 'l0b', expiresOn: day('2028-02-01'), supersedes: 'l0', recordedAt: '2025-02-05T15:00:00Z' }),
  );
  expect(rows.map(({ credential }) => credential.id)).toEqual(['l1', 'l2', 'l0b', 'l3', 'i1']);
});
