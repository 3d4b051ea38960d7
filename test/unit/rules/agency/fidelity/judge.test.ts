import { describe, expect, test } from 'vitest';
import { civilDate, toDay } from '../../../../../shared/civil-date.ts';
import type { AgencyRecord } from '../../../../../shared/model/agency-records/agency-record.ts';
import type { AgencyJudgement, FidelityRule } from '../../../../../shared/rules/agency/row.ts';
import { grant, itemsFor, judged, plan, recorded, review } from './support.ts';

const la = (part: Extract<FidelityRule, { kind: 'la-fidelity' }>['part'], records: readonly AgencyRecord[], asOf: string, team?: Parameters<typeof judged>[3], more?: Parameters<typeof judged>[4]): AgencyJudgement | null =>
  judged({ kind: 'la-fidelity', part }, records, asOf, team, more);
const nc = (part: Extract<FidelityRule, { kind: 'nc-fidelity' }>['part'], records: readonly AgencyRecord[], asOf: string): AgencyJudgement | null => judged({ kind: 'nc-fidelity', part }, records, asOf);

const contract: AgencyRecord = { kind: 'credential', id: 'c', credential: 'payer-contract', effectiveOn: civilDate('2025-01-10'), ...recorded };
const own = (handedIn: string, total: number | null = 80): AgencyRecord => review(handedIn, total, { review: 'self-evaluation', submittedOn: civilDate(handedIn) });

describe('LA-F0, self-evaluation before contracting', () => {
  test.each([
    ['2025-01-09', 'met', true],
    ['2025-01-10', 'review', null],
    ['2025-01-11', 'late', false],
  ])('handed in %s: %s', (handedIn, status, onTime) => {
    expect(la('self-evaluation', [contract, own(handedIn)], '2025-03-01')).toMatchObject({ status, onTime });
  });

  test('nothing on file is open before the contract and overdue from its day on', () => {
    expect(la('self-evaluation', [], '2025-01-09')?.status).toBe('due-soon');
    expect(la('self-evaluation', [contract], '2025-01-10')).toMatchObject({ status: 'overdue', dueOn: '2025-01-09' });
  });

  test('without a baseline score it is incomplete', () => {
    expect(la('self-evaluation', [contract, own('2025-01-05', null)], '2025-02-01')).toMatchObject({ status: 'incomplete', missing: ['its total'] });
  });
});

describe('LA-F1, first external review', () => {
  test.each([
    ['2025-06-14', 'not-yet-due'], ['2025-06-15', 'due-soon'], ['2025-07-15', 'due-soon'], ['2025-07-16', 'overdue'],
  ])('nothing on file on %s: %s', (asOf, status) => {
    expect(la('first-review', [], asOf)).toMatchObject({ status, dueOn: '2025-07-15' });
  });

  test.each([['2025-07-15', 'met', true], ['2025-07-16', 'late', false]])('held on %s: %s', (heldOn, status, onTime) => {
    expect(la('first-review', [review(heldOn, 90)], '2025-09-01')).toMatchObject({ status, onTime });
  });

  test.each([[79, 'review'], [80, 'review'], [81, 'met'], [100, 'met']])('%i against a baseline of 80: %s', (total, status) => {
    expect(la('first-review', [own('2025-01-01'), review('2025-07-01', total)], '2025-08-01')?.status).toBe(status);
  });

  test('held and without a score it is open until its day, then incomplete', () => {
    const held = [review('2025-07-01', null)];
    expect(la('first-review', held, '2025-07-15')).toMatchObject({ status: 'due-soon', missing: ['the final report with its score'] });
    expect(la('first-review', held, '2025-07-16')?.status).toBe('incomplete');
  });

  test('a planned review is none, and a day that lies ahead does not count', () => {
    expect(la('first-review', [review('2025-07-20', 90)], '2025-07-19')?.status).toBe('overdue');
  });

  test('before the records begin nothing is judged', () => {
    expect(la('first-review', [], '2026-03-01', undefined, { recordsFrom: toDay(civilDate('2025-07-16')) })).toBeNull();
    expect(la('first-review', [], '2026-03-01', undefined, { recordsFrom: toDay(civilDate('2025-07-15')) })?.status).toBe('overdue');
  });
});

describe('LA-F2 and LA-F4, the reviews that follow', () => {
  test.each([
    ['2025-12-10', 'met'], ['2025-12-11', 'expiring'], ['2026-01-10', 'expiring'], ['2026-01-11', 'expired'],
  ])('a new team, last on site 10 Jul 2025, on %s: %s', (asOf, status) => {
    expect(la('new-team-review', [review('2025-07-10', 92)], asOf)).toMatchObject({ status, validThrough: '2026-01-10' });
    expect(la('annual-review', [review('2025-07-10', 92)], asOf)).toBeNull();
  });

  test.each([['2026-07-10', 'expiring'], ['2026-07-11', 'expired']])('an existing team on %s: %s', (asOf, status) => {
    expect(la('annual-review', [review('2025-07-10', 104)], asOf)).toMatchObject({ status, dueOn: '2026-07-10' });
  });

  test('a late review covers and stays late; the next one in time begins clean', () => {
    const records = [review('2025-07-10', 104), review('2026-07-20', 104)];
    expect(la('annual-review', records, '2026-08-01')).toMatchObject({ status: 'late', onTime: false, lapses: [{ from: '2026-07-11', to: '2026-07-19' }] });
    expect(la('annual-review', [...records, review('2027-07-01', 104)], '2027-08-01')).toMatchObject({ status: 'met', onTime: false });
  });

  test('a granted interval counts from its record on', () => {
    expect(la('annual-review', [review('2025-07-10', 118), grant('2025-08-01', 24)], '2026-08-01')).toMatchObject({ status: 'met', dueOn: '2027-07-10' });
    expect(la('annual-review', [review('2025-07-10', 118)], '2026-08-01')).toMatchObject({ status: 'expired', dueOn: '2026-07-10' });
  });

  test('after new members were lost: six months from the end of the corrective action', () => {
    expect(la('annual-review', [review('2025-07-10', 104), review('2026-07-01', 98)], '2027-02-01')).toMatchObject({ status: 'met', dueOn: '2027-07-01' });
  });
});

describe('LA-F3, corrective action plan', () => {
  const first = review('2025-07-10', 92);
  const made = (approved: string, inPlace: string): AgencyRecord => plan(first.id, { submittedOn: civilDate('2025-07-12'), approvedOn: civilDate(approved), implementedOn: civilDate(inPlace) });

  test.each([['2025-08-09', 'due-soon'], ['2025-08-10', 'overdue']])('nothing on file on %s, thirty days after the findings: %s', (asOf, status) => {
    expect(la('plan', [first], asOf)).toMatchObject({ status, dueOn: '2025-08-09' });
  });

  test.each([['2025-08-09', 'met'], ['2025-08-10', 'late']])('in place on %s: %s', (inPlace, status) => {
    expect(la('plan', [first, made('2025-07-20', inPlace)], '2025-09-01')?.status).toBe(status);
  });

  test('handed in and not approved it is incomplete after its day', () => {
    expect(la('plan', [first, plan(first.id, { submittedOn: civilDate('2025-07-12') })], '2025-08-10')).toMatchObject({ status: 'incomplete', missing: ["the payer's approval", 'the day it is in place'] });
  });

  test('an existing team with an item at 3 is told, and owes nothing', () => {
    const scores = itemsFor(104).map((row) => (row.item === 7 ? { ...row, score: 3 } : row));
    const judgement = la('plan', [review('2025-07-10', 104), review('2026-07-01', null, { scores })], '2026-07-10');
    expect(judgement?.status).toBe('met');
    expect(judgement?.explain().brief).toContain('Item 7');
  });

  test('the plan names the state of its review that was on file when it was made', () => {
    const final = { ...first, id: 'final', supersedes: first.id, finalReceivedOn: civilDate('2025-07-10') };
    expect(la('plan', [first, final, made('2025-07-20', '2025-07-30')], '2025-09-01')?.status).toBe('met');
  });
});

describe('LA-F6, 100 within six months', () => {
  const records = [review('2025-07-10', 104), review('2026-07-01', 99)];
  test.each([
    ['2026-07-05', 'not-yet-due', '2027-01-01'], ['2026-12-02', 'due-soon', '2027-01-01'], ['2027-01-01', 'due-soon', '2027-01-01'], ['2027-01-02', 'fail', null],
  ])('on %s: %s', (asOf, status, dueOn) => {
    expect(la('reach-100', records, asOf)).toMatchObject({ status, dueOn });
  });

  test('a draft below 100 waits for the final report; 100 is met', () => {
    const draft = review('2026-07-01', 99, { draftReceivedOn: civilDate('2026-07-10') });
    expect(la('reach-100', [review('2025-07-10', 104), draft], '2026-07-20')?.status).toBe('review');
    expect(la('reach-100', [review('2025-07-10', 100)], '2025-07-20')?.status).toBe('met');
    expect(la('reach-100', [review('2025-07-10', 99)], '2025-07-20')).toBeNull();
  });

  test('the explanation says fact, rule and consequence, and its sum', () => {
    const said = la('reach-100', records, '2027-01-10')?.explain();
    expect(said?.headline).toBe('The team may not accept new members');
    expect(said?.reason).toContain('ended on 1 Jan 2027 without 100');
    expect(said?.sums).toEqual(['1 Jul 2026 + 6 months = 1 Jan 2027, inclusive; 10 Jan 2027 is 9 days past it.']);
  });
});

describe('the North Carolina parts', () => {
  const final = (total: number): AgencyRecord => review('2025-08-05', total, { finalReceivedOn: civilDate('2025-09-01') });

  test.each([
    ['2025-07-15', 'not-yet-due', '2025-07-15'], ['2025-07-16', 'not-yet-due', '2025-10-15'], ['2025-10-14', 'not-yet-due', '2025-10-15'], ['2025-10-15', 'due-soon', null],
  ])('the baseline is no deadline: on %s it is %s', (asOf, status, dueOn) => {
    expect(nc('baseline', [], asOf)).toMatchObject({ status, dueOn });
  });

  test('a baseline before six months of operation needs a decision', () => {
    expect(nc('baseline', [review('2025-07-14', 80)], '2025-09-01')?.status).toBe('review');
    expect(nc('baseline', [review('2025-07-15', 80)], '2025-09-01')?.status).toBe('met');
  });

  test('three months after the action plan the baseline is owed', () => {
    const made = plan(undefined, { submittedOn: civilDate('2025-08-01') });
    expect(nc('baseline', [made], '2025-11-01')).toMatchObject({ status: 'due-soon', dueOn: '2025-11-01' });
    expect(nc('baseline', [made], '2025-11-02')?.status).toBe('overdue');
    expect(nc('action-plan', [made], '2025-11-02')?.status).toBe('met');
  });

  test('fewer than twenty individuals at six months: the action plan is asked for', () => {
    const few: AgencyRecord = { kind: 'figures', id: 'f', teamId: 't', period: '2025-07', attestedBy: 'HR', attestedOn: civilDate('2025-07-10'), rows: [{ figure: 'active-members', value: 19 }], ...recorded };
    expect(nc('action-plan', [few], '2025-07-14')).toBeNull();
    expect(nc('action-plan', [few], '2025-07-15')?.status).toBe('overdue');
  });

  test.each([[73, 'fail'], [74, 'met']])('%i against the minimum: %s', (total, status) => {
    expect(nc('minimum', [final(total)], '2025-09-02')?.status).toBe(status);
  });

  test.each([['2026-03-01', 'expiring'], ['2026-03-02', 'expired']])('the next review after 99, on %s: %s', (asOf, status) => {
    expect(nc('next-review', [final(99)], asOf)).toMatchObject({ status, dueOn: '2026-03-01' });
  });

  test('while the final report is awaited no clock runs', () => {
    expect(nc('next-review', [review('2025-08-05', null)], '2025-09-01')).toMatchObject({ status: 'not-yet-due', dueOn: null, missing: ['the final report'] });
  });

  test('contesting is a right: open in its window, gone after it, judged once used', () => {
    const drafted = review('2025-08-05', 80, { draftReceivedOn: civilDate('2025-08-08') });
    const sent = (sentOn: string, items: number[]): AgencyRecord => ({ kind: 'fidelity-contest', id: 's', teamId: 't', reviewId: drafted.id, sentOn: civilDate(sentOn), items, ...recorded });
    expect(nc('contest', [drafted], '2025-08-22')).toMatchObject({ status: 'due-soon', dueOn: '2025-08-22' });
    expect(nc('contest', [drafted], '2025-08-23')).toBeNull();
    expect(nc('contest', [drafted, sent('2025-08-22', [1, 2, 3])], '2025-08-25')?.status).toBe('met');
    expect(nc('contest', [drafted, sent('2025-08-25', [1])], '2025-08-25')?.status).toBe('late');
    expect(nc('contest', [drafted, sent('2025-08-20', [1, 2, 3, 4])], '2025-08-25')?.status).toBe('review');
    expect(nc('contest', [{ ...drafted, total: 73 }, sent('2025-08-20', [1, 2, 3, 4])], '2025-08-25')?.status).toBe('met');
  });

  test('technical assistance: plan and hours, then the hours within twelve months', () => {
    const fair = review('2025-08-05', 90, { finalReceivedOn: civilDate('2025-09-01') });
    const made = plan(fair.id, { submittedOn: civilDate('2025-09-10') });
    const hours = (received: number): AgencyRecord => ({ kind: 'technical-assistance', id: 'h', teamId: 't', reviewId: fair.id, setOn: civilDate('2025-09-15'), hours: 12, received, ...recorded });
    expect(nc('assistance', [fair], '2025-10-01')).toMatchObject({ status: 'due-soon', dueOn: '2025-10-01' });
    expect(nc('assistance', [fair], '2025-10-02')?.status).toBe('overdue');
    expect(nc('assistance', [fair, made], '2025-10-02')?.status).toBe('incomplete');
    expect(nc('assistance', [fair, made, hours(3)], '2026-03-01')).toMatchObject({ status: 'not-yet-due', dueOn: '2026-09-15' });
    expect(nc('assistance', [fair, made, hours(3)], '2026-09-16')?.status).toBe('incomplete');
    expect(nc('assistance', [fair, made, hours(12)], '2026-09-16')?.status).toBe('met');
  });
});
