import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../../../shared/civil-date.ts';
import type { FidelityReview } from '../../../../../shared/model/agency-records/agency-record.ts';
import { laConsequences, ncConsequences } from '../../../../../shared/rules/agency/fidelity/consequences.ts';
import { itemsFor, review } from './support.ts';

const asOf = civilDate('2026-07-20');
const said = (draft: FidelityReview, reviews: readonly FidelityReview[]): readonly string[] =>
  laConsequences({ implementedOn: civilDate('2025-01-15'), reviews, plans: [], grants: [], asOf }, draft).map((line) => line.text);
const existing = [review('2025-07-10', 104)];

describe('what a score would mean, before it is entered', () => {
  test.each([[99, 'Corrective action begins; new members may be accepted while it runs'], [100, 'The team stays an existing team']])('%i for an existing team', (total, first) => {
    expect(said(review('2026-07-14', total), existing)[0]).toBe(first);
  });

  test('98: the plan and the 100, each with its day', () => {
    const lines = said(review('2026-07-14', 98, { finalReceivedOn: civilDate('2026-07-20') }), existing);
    expect(lines).toContain('Approved plan in place by 19 Aug 2026 · in 30 days');
    expect(lines).toContain('100 needed by 20 Jan 2027 · in 6 months');
  });

  test('92 for a new team: the next review', () => {
    expect(said(review('2026-07-14', 92), [])).toContain('Next review by 14 Jan 2027 · in 5 months');
  });

  test.each([[114, false], [115, true]])('%i: the longer interval is spoken of: %s', (total, spoken) => {
    expect(said(review('2026-07-14', total), existing).some((line) => line.startsWith('Exceptional practice'))).toBe(spoken);
  });

  test('a state already on file is replaced, not counted twice', () => {
    const stored = review('2026-07-14', 98);
    const draft = { ...review('2026-07-14', 101), supersedes: stored.id };
    expect(said(draft, [...existing, stored])[0]).toBe('The team stays an existing team');
  });

  test('nothing is said of a self-evaluation or of 24 items', () => {
    expect(said(review('2026-07-14', 98, { review: 'self-evaluation' }), existing)).toEqual([]);
    expect(said(review('2026-07-14', null, { scores: itemsFor(98).slice(1) }), existing)).toEqual([]);
  });

  test.each([
    [73, 'Below 74: certification is at risk; agree the next review with DHHS and the LME/MCO', undefined],
    [74, 'Certification is kept: fair fidelity', 'Next review by 20 Jan 2027 · in 6 months'],
    [99, 'Certification is kept: fair fidelity', 'Next review by 20 Jan 2027 · in 6 months'],
    [100, 'Certification is kept: good fidelity', 'Next review by 20 Jul 2027 · in 12 months'],
    [115, 'Certification is kept: exemplary fidelity', 'Next review by 20 Jan 2028 · in 18 months'],
  ])('North Carolina, %i', (total, first, next) => {
    const lines = ncConsequences({ implementedOn: civilDate('2025-01-15'), reviews: [], plans: [], asOf }, review('2026-07-14', total)).map((line) => line.text);
    expect(lines[0]).toBe(first);
    expect(lines.find((line) => line.startsWith('Next review'))).toBe(next);
  });
});
