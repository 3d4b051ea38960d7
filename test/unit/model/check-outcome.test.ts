import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { civilDate } from '../../../shared/civil-date.ts';
import { decisionsIndex, outcomeBy, speakingCheck } from '../../../shared/model/check-outcome.ts';
import type { Decision, ExclusionCheck, KeptCandidate } from '../../../shared/model/exclusion.ts';
import { check } from './small-agency.ts';

const digest = (letter: string): string => letter.repeat(64);
const candidate = (letter: string, tier: KeptCandidate['tier'] = 'possible', more: Partial<KeptCandidate> = {}): KeptCandidate => ({
  row: letter.charCodeAt(0), digest: digest(letter), tier, score: 60, record: {}, ...more,
});
const searched = (candidates: readonly KeptCandidate[], more: Partial<ExclusionCheck> = {}): ExclusionCheck => ({
  ...check('c', 'p1', '2026-03-10'), method: 'whole-list', outcome: 'possible',
  search: { engine: 'e', identity: { names: [], businessNames: [], states: [] }, tier: 'possible', candidates }, ...more,
});
let serial = 0;
const decision = (verdict: Decision['verdict'], more: Partial<Decision> = {}): Decision => ({
  id: `n${(serial += 1)}`, personId: 'p1', list: 'oig-leie', checkId: 'c', verdict, decidedOn: civilDate('2026-03-12'), reason: 'compared', recordedAt: '2026-03-12T12:00:00Z', ...more,
});
const about = (letter: string, verdict: Decision['verdict'], more: Partial<Decision> = {}): Decision => decision(verdict, { rowDigest: digest(letter), ...more });
const outcome = (of: ExclusionCheck, decisions: readonly Decision[], on = '2026-03-31') => outcomeBy(of, decisionsIndex(decisions)(of), civilDate(on));

describe('a search that found rows', () => {
  const two = searched([candidate('a'), candidate('b', 'strong')]);

  it('is possible until every row that waits is decided', () => {
    expect(outcome(two, [])).toBe('possible');
    expect(outcome(two, [about('a', 'not-the-person')])).toBe('possible');
    expect(outcome(two, [about('a', 'not-the-person'), about('b', 'not-the-person')])).toBe('clear');
  });

  it('is confirmed by any row that is the person, whatever the others are', () => {
    expect(outcome(two, [about('b', 'the-person')])).toBe('confirmed');
    expect(outcome(two, [about('a', 'unable'), about('b', 'the-person')])).toBe('confirmed');
  });

  it('is no check where a row could not be determined, but possible while another is open', () => {
    expect(outcome(two, [about('a', 'unable')])).toBe('possible');
    expect(outcome(two, [about('a', 'unable'), about('b', 'not-the-person')])).toBeNull();
  });

  it('is read by the latest decision on each row, on the day asked for', () => {
    const one = searched([candidate('a')]);
    const first = about('a', 'not-the-person');
    const revised = about('a', 'the-person', { decidedOn: civilDate('2026-04-02'), recordedAt: '2026-04-02T12:00:00Z' });
    expect(outcome(one, [revised, first], '2026-03-11')).toBe('possible');
    expect(outcome(one, [revised, first], '2026-04-01')).toBe('clear');
    expect(outcome(one, [revised, first], '2026-04-02')).toBe('confirmed');
    const sameDay = about('a', 'unable', { recordedAt: '2026-03-12T18:00:00Z' });
    expect(outcome(one, [sameDay, first])).toBeNull();
  });

  it('counts a remembered decision only for the same row, list and subject', () => {
    const earlier = about('a', 'not-the-person', { checkId: 'earlier', id: 'old', decidedOn: civilDate('2026-02-12') });
    const remembering = searched([candidate('a', 'possible', { decisionId: 'old' })], { outcome: 'clear' });
    expect(outcome(remembering, [earlier])).toBe('clear');
    expect(outcome(remembering, [{ ...earlier, rowDigest: digest('z') }])).toBe('possible');
    expect(outcome(remembering, [{ ...earlier, personId: 'p2' }])).toBe('possible');
    expect(outcome(remembering, [{ ...earlier, list: 'sam' }])).toBe('possible');
    expect(outcome(remembering, [])).toBe('possible');
    expect(outcome(remembering, [earlier, about('a', 'the-person')])).toBe('confirmed');
    expect(outcome(searched([candidate('a', 'possible', { decisionId: 'old' })], { outcome: 'confirmed' }), [{ ...earlier, verdict: 'the-person' }, about('a', 'not-the-person')])).toBe('clear');
  });

  it('is not held by weak rows, unless one is decided to be the person', () => {
    const weak = searched([candidate('a', 'weak')], { outcome: 'clear' });
    expect(outcome(weak, [])).toBe('clear');
    expect(outcome(weak, [about('a', 'unable')])).toBe('clear');
    expect(outcome(weak, [about('a', 'the-person')])).toBe('confirmed');
  });

  it('is spoken of as a whole by a decision that names no row', () => {
    expect(outcome(two, [decision('not-the-person')])).toBe('clear');
    const later = about('b', 'the-person', { decidedOn: civilDate('2026-03-20') });
    expect(outcome(two, [decision('not-the-person'), later])).toBe('confirmed');
    expect(outcome(two, [decision('unable')])).toBeNull();
  });

  it('is never clear by what was recorded alone, and keeps what was recorded as confirmed or not done', () => {
    expect(outcome(searched([candidate('a')], { outcome: 'clear' }), [])).toBe('possible');
    expect(outcome(searched([candidate('a')], { outcome: 'confirmed' }), [])).toBe('confirmed');
    expect(outcome(searched([candidate('a')], { outcome: 'unable' }), [])).toBeNull();
  });

  it('does not depend on the order of the file', () => {
    const verdict = fc.constantFrom('not-the-person' as const, 'the-person' as const, 'unable' as const);
    const made = fc.record({ verdict, row: fc.constantFrom('a', 'b', ''), day: fc.integer({ min: 10, max: 14 }), hour: fc.integer({ min: 10, max: 12 }) });
    fc.assert(fc.property(fc.array(made, { maxLength: 6 }), fc.integer({ min: 9, max: 15 }), (all, on) => {
      const decisions = all.map((each) => decision(each.verdict, {
        ...(each.row === '' ? {} : { rowDigest: digest(each.row) }), decidedOn: civilDate(`2026-03-${each.day < 10 ? '0' : ''}${each.day}`), recordedAt: `2026-03-20T${each.hour}:00:00Z`,
      }));
      const day = `2026-03-${String(on).padStart(2, '0')}`;
      expect(outcome(two, [...decisions].reverse(), day)).toBe(outcome(two, decisions, day));
    }));
  });
});

describe('a check without a search', () => {
  const plain: ExclusionCheck = { ...check('c', 'p1', '2026-03-10'), outcome: 'possible' };
  it('is read by the latest decision on it, one with a row digest included', () => {
    expect(outcome(plain, [])).toBe('possible');
    expect(outcome(plain, [about('a', 'not-the-person')])).toBe('clear');
    expect(outcome(plain, [decision('not-the-person'), decision('the-person', { decidedOn: civilDate('2026-03-13') })])).toBe('confirmed');
    expect(outcome(plain, [decision('unable')])).toBeNull();
    expect(outcome({ ...plain, decisionId: 'x' }, [decision('not-the-person', { id: 'x', checkId: 'another' })])).toBe('clear');
    expect(outcome({ ...plain, outcome: 'unable' }, [])).toBeNull();
  });
});

describe('several searches in one period', () => {
  it('let the latest decided one speak, and an undecided one only where none is decided', () => {
    const early = { ...check('a', 'p1', '2026-03-02') };
    const late: ExclusionCheck = { ...check('b', 'p1', '2026-03-20'), outcome: 'possible' };
    const by = (each: ExclusionCheck) => (each.outcome === 'unable' ? null : each.outcome);
    expect(speakingCheck([early, late], by)).toEqual({ check: early, outcome: 'clear' });
    expect(speakingCheck([late], by)).toEqual({ check: late, outcome: 'possible' });
    expect(speakingCheck([{ ...late, outcome: 'unable' }], by)).toBeNull();
  });
});
