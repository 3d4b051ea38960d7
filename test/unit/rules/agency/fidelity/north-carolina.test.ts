import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../../../shared/civil-date.ts';
import { ncFidelityHistory, tierMonths, type NcFidelityFacts, type NcHistory } from '../../../../../shared/rules/agency/fidelity/north-carolina.ts';
import { plan, review } from './support.ts';

const at = (asOf: string, facts: Partial<NcFidelityFacts>): NcHistory =>
  ncFidelityHistory({ implementedOn: civilDate('2025-01-15'), reviews: [], plans: [], ...facts, asOf: civilDate(asOf) });
const due = (history: NcHistory, id: string): string | null | undefined => history.next.find((step) => step.id === id)?.dueOn;
const final = (total: number, finalOn = '2025-09-01'): ReturnType<typeof review> => review('2025-08-05', total, { finalReceivedOn: civilDate(finalOn) });

describe('a North Carolina team goes through its tiers', () => {
  test.each([[73, null], [74, 6], [99, 6], [100, 12], [114, 12], [115, 18], [125, 18]])('%i: the next review after %s months', (total, months) => {
    expect(tierMonths(total)).toBe(months);
  });

  test.each([
    [74, 'certified', '2026-03-01'],
    [99, 'certified', '2026-03-01'],
    [100, 'certified', '2026-09-01'],
    [115, 'certified', '2027-03-01'],
    [73, 'below-minimum', undefined],
  ])('%i is %s, counted from the day the final report came in', (total, state, next) => {
    const history = at('2025-09-02', { reviews: [final(total)] });
    expect(history.state).toBe(state);
    expect(due(history, 'review')).toBe(next);
    expect(history.next.length).toBeGreaterThan(0);
  });

  test('six months from a month end are clamped', () => {
    expect(due(at('2025-09-02', { reviews: [final(80, '2025-08-31')] }), 'review')).toBe('2026-02-28');
  });

  test('below 74 the day of the next review is the missing fact', () => {
    expect(at('2025-09-02', { reviews: [final(73)] }).next).toMatchObject([{ id: 'renewed-certification', dueOn: null, missing: 'the day of the next review' }]);
  });

  test('without the day the final report came in, that day is the next step', () => {
    expect(at('2025-09-02', { reviews: [review('2025-08-05', 90)] }).next.find((step) => step.id === 'final-date')).toMatchObject({ dueOn: null });
  });

  test('the baseline has an earliest day; after an action plan it has a day', () => {
    expect(at('2025-03-01', {}).next).toMatchObject([{ id: 'baseline', dueOn: '2025-07-15', earliest: true }]);
    const made = plan(undefined, { submittedOn: civilDate('2025-08-31') });
    expect(due(at('2025-09-01', { plans: [made] }), 'baseline')).toBe('2025-11-30');
    expect(due(at('2025-08-30', { plans: [made] }), 'baseline')).toBe('2025-07-15');
  });

  test.each([[19, true], [20, false], [null, false]])('%s individuals at six months', (individuals, asked) => {
    expect(at('2025-07-15', { individuals }).next.some((step) => step.id === 'action-plan')).toBe(asked);
    expect(at('2025-07-14', { individuals }).next.some((step) => step.id === 'action-plan')).toBe(false);
  });

  test('the contest window: ten business days after the draft, last day inclusive', () => {
    // Draft on Friday 8 August 2025: the tenth weekday after it is Friday 22 August.
    const drafted = review('2025-08-05', 80, { draftReceivedOn: civilDate('2025-08-08') });
    expect(due(at('2025-08-22', { reviews: [drafted] }), 'contest')).toBe('2025-08-22');
    expect(at('2025-08-23', { reviews: [drafted] }).next.some((step) => step.id === 'contest')).toBe(false);
    expect(at('2025-08-10', { reviews: [drafted] }).contest?.most).toBe(3);
    expect(at('2025-08-10', { reviews: [{ ...drafted, total: 73 }] }).contest?.most).toBeNull();
    expect(at('2025-08-10', { reviews: [{ ...drafted, total: 74 }] }).contest?.most).toBe(3);
  });

  test('74 to 99 ask for technical assistance, 73 and 100 do not', () => {
    for (const [total, asked] of [[73, false], [74, true], [99, true], [100, false]] as const) {
      expect(at('2025-09-02', { reviews: [final(total)] }).assistance !== null, String(total)).toBe(asked);
    }
  });
});
