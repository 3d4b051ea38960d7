import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../../../shared/civil-date.ts';
import type { FidelityGrant, FidelityPlan, FidelityReview } from '../../../../../shared/model/agency-records/agency-record.ts';
import { laFidelityHistory, type LaHistory, type LaState } from '../../../../../shared/rules/agency/fidelity/louisiana.ts';
import { grant, itemsFor, plan, review } from './support.ts';

type History = { readonly began?: string | null; readonly reviews: readonly FidelityReview[]; readonly plans?: readonly FidelityPlan[]; readonly grants?: readonly FidelityGrant[]; readonly closedOn?: string };

const at = (asOf: string, { began = '2025-01-15', reviews, plans = [], grants = [], closedOn }: History): LaHistory =>
  laFidelityHistory({ implementedOn: began === null ? null : civilDate(began), closedOn: closedOn === undefined ? null : civilDate(closedOn), reviews, plans, grants, asOf: civilDate(asOf) });

const due = (history: LaHistory, id: string): string | null | undefined => history.next.find((step) => step.id === id)?.dueOn;

const good = review('2025-07-10', 104);
const low = review('2026-07-01', 98);

// [what, as of, history, state, may accept new members, next review, 100 needed by]
const table: readonly (readonly [string, string, History, LaState, boolean | null, string | null | undefined, string | undefined])[] = [
  ['nothing held yet: the first review six months after the beginning', '2025-03-01', { reviews: [] }, 'new', true, '2025-07-15', undefined],
  ['planned, not begun: the day is counted from the plan', '2025-01-01', { reviews: [] }, 'new', null, '2025-07-15', undefined],
  ['without a first day the missing fact is the next step', '2025-03-01', { began: null, reviews: [] }, 'new', null, undefined, undefined],
  ['new and below 100 stays new, reviewed every six months, may serve', '2025-08-01', { reviews: [review('2025-07-10', 92)] }, 'new', true, '2026-01-10', undefined],
  ['99 is not yet 100', '2025-08-01', { reviews: [review('2025-07-10', 99)] }, 'new', true, '2026-01-10', undefined],
  ['the first 100 makes an existing team', '2025-08-01', { reviews: [review('2025-07-10', 100)] }, 'existing', true, '2026-07-10', undefined],
  ['two reviews below, then 100', '2026-08-01', { reviews: [review('2025-07-10', 81), review('2026-01-08', 95), review('2026-07-05', 101)] }, 'existing', true, '2027-07-05', undefined],
  ['below 100 later: corrective action, six months from the findings', '2026-07-20', { reviews: [good, low] }, 'corrective-action', true, undefined, '2027-01-01'],
  ['findings dated by the first report', '2026-07-20', { reviews: [good, review('2026-07-01', 98, { draftReceivedOn: civilDate('2026-07-10'), finalReceivedOn: civilDate('2026-07-19') })] }, 'corrective-action', true, undefined, '2027-01-10'],
  ['the last day of the six months is still corrective action', '2027-01-01', { reviews: [good, low] }, 'corrective-action', true, undefined, '2027-01-01'],
  ['the day after, no new members', '2027-01-02', { reviews: [good, low] }, 'no-new-members', false, '2027-07-01', undefined],
  ['100 on the last day ends it', '2027-01-05', { reviews: [good, low, review('2027-01-01', 100)] }, 'existing', true, '2028-01-01', undefined],
  ['100 a day late resumes all the same', '2027-01-05', { reviews: [good, low, review('2027-01-02', 100)] }, 'existing', true, '2028-01-02', undefined],
  ['a second review below 100 moves no deadline', '2026-12-01', { reviews: [good, low, review('2026-11-01', 97)] }, 'corrective-action', true, undefined, '2027-01-01'],
  ['held in time, score awaited: nobody can say', '2027-01-20', { reviews: [good, low, review('2026-12-20', null)] }, 'corrective-action', null, undefined, undefined],
  ['held too late, score awaited: no new members', '2027-01-20', { reviews: [good, low, review('2027-01-10', null)] }, 'no-new-members', false, '2027-07-10', undefined],
  ['a review below 100 after the loss: six months from it', '2027-06-20', { reviews: [good, low, review('2027-06-01', 99)] }, 'no-new-members', false, '2027-12-01', undefined],
  ['resumed, then below again: a new six months', '2029-01-01', { reviews: [good, low, review('2027-06-01', 103), review('2028-05-20', 90)] }, 'no-new-members', false, '2029-05-20', undefined],
  ['only planned changes nothing', '2026-03-01', { reviews: [good, review('2026-09-01', 80, { plannedOn: civilDate('2026-06-01') })] }, 'existing', true, '2026-07-10', undefined],
  ['a draft changes no state', '2026-07-20', { reviews: [good, review('2026-07-01', 98, { draftReceivedOn: civilDate('2026-07-15') })] }, 'existing', true, '2027-07-01', undefined],
  ['a final report of tomorrow is a draft today', '2026-07-20', { reviews: [good, review('2026-07-01', 98, { draftReceivedOn: civilDate('2026-07-15'), finalReceivedOn: civilDate('2026-07-21') })] }, 'existing', true, '2027-07-01', undefined],
  ['115 without a grant: twelve months', '2025-08-01', { reviews: [review('2025-07-10', 115)] }, 'existing', true, '2026-07-10', undefined],
  ['115 with a grant: twenty-four', '2025-09-01', { reviews: [review('2025-07-10', 115)], grants: [grant('2025-08-01', 24)] }, 'existing', true, '2027-07-10', undefined],
  ['114 cannot be granted more', '2025-09-01', { reviews: [review('2025-07-10', 114)], grants: [grant('2025-08-01', 24)] }, 'existing', true, '2026-07-10', undefined],
  ['a payer may ask for fewer months of anybody', '2025-09-01', { reviews: [review('2025-07-10', 104)], grants: [grant('2025-08-01', 6)] }, 'existing', true, '2026-01-10', undefined],
  ['a grant of tomorrow does not count', '2025-07-31', { reviews: [review('2025-07-10', 115)], grants: [grant('2025-08-01', 24)] }, 'existing', true, '2026-07-10', undefined],
  ['a grant before the last review is spent', '2026-07-20', { reviews: [review('2025-07-10', 115), review('2026-07-01', 116)], grants: [grant('2025-08-01', 24)] }, 'existing', true, '2027-07-01', undefined],
  ['a self-evaluation moves nothing', '2025-03-01', { reviews: [review('2024-12-01', 118, { review: 'self-evaluation' })] }, 'new', true, '2025-07-15', undefined],
  ['months that are shorter end on their last day', '2026-09-01', { began: '2025-08-31', reviews: [review('2025-12-31', 100), review('2026-08-31', 99)] }, 'corrective-action', true, undefined, '2027-02-28'],
  ['a closed team owes nothing', '2026-03-02', { reviews: [good], closedOn: '2026-03-01' }, 'closed', false, undefined, undefined],
  ['on its last day it still does', '2026-03-01', { reviews: [good], closedOn: '2026-03-01' }, 'existing', true, '2026-07-10', undefined],
];

describe('a Louisiana team goes through the fidelity cycle', () => {
  test.each(table)('%s', (_what, asOf, facts, state, may, reviewDue, reachBy) => {
    const history = at(asOf, facts);
    expect([history.state, history.mayAcceptNewMembers]).toEqual([state, may]);
    expect(due(history, 'review')).toBe(reviewDue);
    expect(due(history, 'reach-100')).toBe(reachBy);
    if (state !== 'closed') expect(history.next.length).toBeGreaterThan(0);
  });

  test('each step names what moved it, when, and by which rule', () => {
    const { steps, since } = at('2027-01-02', { reviews: [good, low] });
    expect(steps.map(({ on, from, to, rule }) => [on, from, to, rule.section])).toEqual([
      ['2025-01-15', null, 'new', 'New Teams 2, 2a'],
      ['2025-07-10', 'new', 'existing', 'Existing Teams'],
      ['2026-07-01', 'existing', 'corrective-action', 'Existing Teams 2'],
      ['2027-01-02', 'corrective-action', 'no-new-members', 'Existing Teams, below threshold'],
    ]);
    expect(since).toBe('2027-01-02');
  });

  test('held in time, the score that comes in later decides back to the day of the visit', () => {
    const held = { heldFrom: '2026-12-20', heldTo: '2026-12-20' };
    const reviews = [good, low, review(held.heldTo, 101, { finalReceivedOn: civilDate('2027-01-15') })];
    expect(at('2027-01-14', { reviews })).toMatchObject({ state: 'corrective-action', mayAcceptNewMembers: null });
    const after = at('2027-01-15', { reviews });
    expect(after).toMatchObject({ state: 'existing', since: '2026-12-20' });
    expect(after.steps.some((step) => step.to === 'no-new-members')).toBe(false);
  });
});

describe('a corrective action plan', () => {
  const planDue = (history: LaHistory): string | undefined => (due(history, 'plan') ?? undefined);

  test('is owed thirty days after the findings of a new team with an item rated 3 or lower, whatever the total', () => {
    const scores = itemsFor(104).map((row) => (row.item === 3 ? { ...row, score: 3 } : row));
    expect(planDue(at('2025-07-20', { reviews: [review('2025-07-10', null, { scores })] }))).toBe('2025-08-09');
    expect(planDue(at('2025-07-20', { reviews: [review('2025-07-10', null, { scores: itemsFor(104) })] }))).toBeUndefined();
  });

  test('cannot be ruled out while the items of a new team are not recorded', () => {
    expect(at('2025-07-20', { reviews: [review('2025-07-10', 104)] }).next.find((step) => step.id === 'items')).toMatchObject({ dueOn: null, missing: 'the items of the review' });
  });

  test('is a warning only for an existing team with 100 or more', () => {
    const scores = itemsFor(104).map((row) => (row.item === 3 ? { ...row, score: 3 } : row));
    expect(at('2026-07-10', { reviews: [good, review('2026-07-01', null, { scores })] }).plan).toBeNull();
  });

  test('the payer may shorten its thirty days and not lengthen them', () => {
    const first = review('2025-07-10', 92);
    expect(planDue(at('2025-07-11', { reviews: [first], plans: [plan(first.id, { dueOn: civilDate('2025-07-20') })] }))).toBe('2025-07-20');
    expect(planDue(at('2025-07-11', { reviews: [first], plans: [plan(first.id, { dueOn: civilDate('2025-09-20') })] }))).toBe('2025-08-09');
  });

  test('is done once it is approved and in place, by the later of the two; days that lie ahead do not count', () => {
    const first = review('2025-07-10', 92);
    const made = [plan(first.id, { submittedOn: civilDate('2025-07-15'), approvedOn: civilDate('2025-07-20'), implementedOn: civilDate('2025-07-30') })];
    expect(planDue(at('2025-07-29', { reviews: [first], plans: made }))).toBe('2025-08-09');
    expect(planDue(at('2025-07-30', { reviews: [first], plans: made }))).toBeUndefined();
  });

  test('the plan that did not lead to 100 does not do for a team that lost new members', () => {
    const old = plan(low.id, { submittedOn: civilDate('2026-07-10'), approvedOn: civilDate('2026-07-20'), implementedOn: civilDate('2026-07-25') });
    expect(planDue(at('2027-01-02', { reviews: [good, low], plans: [old] }))).toBe('2027-01-31');
    const renewed = plan(low.id, { submittedOn: civilDate('2027-01-05'), approvedOn: civilDate('2027-01-20'), implementedOn: civilDate('2027-01-25') });
    expect(planDue(at('2027-02-01', { reviews: [good, low], plans: [old, renewed] }))).toBeUndefined();
  });
});
