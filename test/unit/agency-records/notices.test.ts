import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../shared/civil-date.ts';
import type { AgencyRecord } from '../../../shared/model/agency-records/agency-record.ts';
import { adverseDecisions, inForceOn, noticesOwed } from '../../../shared/model/agency-records/notices.ts';
import { standingRecords } from '../../../shared/model/agency-records/standing-records.ts';

const recordedAt = '2026-01-05T15:00:00Z';
const day = civilDate;
const decision = (id: string, outcome: 'full' | 'provisional' | 'deferred' | 'denied' | 'lost' | 'reduced', decidedOn: string, more: object = {}): AgencyRecord => ({
  kind: 'accreditation-decision', id, accreditor: 'carf', outcome, decidedOn: day(decidedOn), recordedAt, ...more,
});
const contract = (id: string, more: object = {}) => ({ kind: 'credential', id, credential: 'payer-contract', party: 'Bayou Health Plan', effectiveOn: day('2025-01-01'), recordedAt, ...more }) as const;
const notice = (id: string, contractId: string, sentOn: string, decisionId = 'd1'): AgencyRecord => ({
  kind: 'written-notice', id, decisionId, contractId, sentOn: day(sentOn), method: 'e-mail', recordedAt,
});
const owed = (records: readonly AgencyRecord[], asOf: string) => noticesOwed(standingRecords(records), day(asOf));

describe('the written notices after an adverse decision', () => {
  // Friday 6 March 2026: the business day after is Monday the 9th.
  const denial = decision('d1', 'denied', '2026-03-04', { notifiedOn: day('2026-03-06') });

  test('one per payer contract, from the day the agency was told', () => {
    const records = [denial, contract('c1'), contract('c2')];
    expect(owed(records, '2026-03-05')).toEqual([]);
    expect(owed(records, '2026-03-06').map((each) => [each.contract.id, each.dueOn, each.state])).toEqual([['c1', '2026-03-06', 'open'], ['c2', '2026-03-06', 'open']]);
  });

  test('open through one business day, overdue the day after it', () => {
    const records = [denial, contract('c1')];
    expect(owed(records, '2026-03-09')).toMatchObject([{ graceUntil: '2026-03-09', state: 'open' }]);
    expect(owed(records, '2026-03-10')).toMatchObject([{ state: 'overdue' }]);
  });

  test('sent within the grace is done, a day later late; one sent after the day asked about does not count', () => {
    expect(owed([denial, contract('c1'), notice('n1', 'c1', '2026-03-09')], '2026-06-01')).toMatchObject([{ state: 'done', notice: { id: 'n1' } }]);
    expect(owed([denial, contract('c1'), notice('n1', 'c1', '2026-03-10')], '2026-06-01')).toMatchObject([{ state: 'late' }]);
    expect(owed([denial, contract('c1'), notice('n1', 'c1', '2026-03-10')], '2026-03-09')).toMatchObject([{ state: 'open', notice: null }]);
  });

  test('the first of two notices decides, and a corrected decision or contract keeps its notices', () => {
    const records = [
      denial, { ...denial, id: 'd1b', supersedes: 'd1', recordedAt: '2026-03-20T15:00:00Z', note: 'letter filed' } as AgencyRecord,
      contract('c1'), contract('c1b', { supersedes: 'c1', recordedAt: '2026-03-21T15:00:00Z' }),
      notice('n2', 'c1b', '2026-03-12'), notice('n1', 'c1', '2026-03-06'),
    ];
    expect(owed(records, '2026-06-01')).toMatchObject([{ decision: { id: 'd1b' }, contract: { id: 'c1b' }, notice: { id: 'n1' }, state: 'done' }]);
  });

  test('only contracts in force that day are owed one, on both sides of each of their days', () => {
    const on = day('2026-03-06');
    expect(inForceOn(contract('c', { effectiveOn: on }), on)).toBe(true);
    expect(inForceOn(contract('c', { effectiveOn: day('2026-03-07') }), on)).toBe(false);
    expect(inForceOn(contract('c', { expiresOn: on }), on)).toBe(true);
    expect(inForceOn(contract('c', { expiresOn: day('2026-03-05') }), on)).toBe(false);
    expect(inForceOn(contract('c', { endedOn: on }), on)).toBe(true);
    expect(inForceOn(contract('c', { endedOn: day('2026-03-05') }), on)).toBe(false);
    const { effectiveOn: _effectiveOn, ...undated } = contract('c');
    expect(inForceOn(undated, on)).toBe(true);
    expect(inForceOn({ ...undated, inProcess: true }, on)).toBe(false);
    expect(owed([denial, contract('c1', { credential: 'insurance' })], '2026-03-06')).toEqual([]);
  });
});

describe('what counts as a change for the worse', () => {
  const ids = (records: readonly AgencyRecord[]) => adverseDecisions(standingRecords(records), day('2026-12-31')).map((each) => each.id);

  test('denied, lost and reduced always; full never', () => {
    expect(ids([decision('a', 'denied', '2024-01-01'), decision('b', 'full', '2024-06-01'), decision('c', 'reduced', '2025-01-01'), decision('e', 'lost', '2025-02-01')])).toEqual(['a', 'c', 'e']);
  });

  test('a provisional or deferred outcome where the same accreditor had accredited in full before, not at first', () => {
    expect(ids([decision('a', 'provisional', '2024-01-01')])).toEqual([]);
    expect(ids([decision('a', 'full', '2023-01-01'), decision('b', 'provisional', '2026-01-01')])).toEqual(['b']);
    expect(ids([decision('a', 'full', '2023-01-01'), decision('b', 'deferred', '2026-01-01')])).toEqual(['b']);
    expect(ids([decision('a', 'full', '2023-01-01', { accreditor: 'coa' }), decision('b', 'provisional', '2026-01-01')])).toEqual([]);
    expect(ids([decision('a', 'denied', '2023-01-01'), decision('b', 'provisional', '2026-01-01')])).toEqual(['a']);
  });
});
