import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../shared/civil-date.ts';
import type { Decision, ExclusionCheck, KeptCandidate } from '../../../shared/model/exclusion.ts';
import { check, shifted, standing, statusOf } from './support.ts';

const digest = (letter: string): string => letter.repeat(64);
const row = (letter: string, more: Partial<KeptCandidate> = {}): KeptCandidate => ({ row: 7, digest: digest(letter), tier: 'possible', score: 62, record: {}, ...more });
/** A run on the whole list, with the rows it found. */
const run = (on: string, rows: readonly KeptCandidate[] = [], id = `run-${on}`): ExclusionCheck => {
  const { documents: _documents, ...made } = check('oig-leie', on, {
    id, method: 'whole-list', outcome: rows.some((each) => each.tier !== 'weak' && each.decisionId === undefined) ? 'possible' : 'clear',
    listVersion: { name: 'UPDATED.csv', sha256: digest('0'), rows: 80_000 },
    search: { engine: 'muster-match 1', identity: { names: [], businessNames: [], states: [] }, tier: rows.length > 0 ? 'possible' : 'none', candidates: rows },
  });
  return made;
};
const decide = (checkId: string, letter: string, verdict: Decision['verdict'], on: string): Decision => ({
  id: `n-${checkId}-${letter}-${verdict}`, personId: 'p', list: 'oig-leie', checkId, rowDigest: digest(letter), verdict, decidedOn: civilDate(on), reason: 'compared', recordedAt: `${on}T12:00:00Z`,
});
const site = (...days: readonly string[]) => days.map((on) => check('la-adverse-actions', on));

describe('a run of a whole list, as the rules read it', () => {
  const march = run('2026-03-10', [row('a'), row('b')]);
  const world = (decisions: readonly Decision[] = [], more: readonly ExclusionCheck[] = []) => ({ checks: [march, ...more, ...site('2026-03-10', '2026-04-08')], file: { decisions } });
  const clearA = decide(march.id, 'a', 'not-the-person', '2026-03-12');
  const clearB = decide(march.id, 'b', 'not-the-person', '2026-03-13');

  test('one undecided row is review, also beside a decided one; every row decided is met', () => {
    expect(statusOf(world(), 'la.ex-2', '2026-03-20')).toBe('review');
    expect(statusOf(world([clearA]), 'la.ex-2', '2026-03-20')).toBe('review');
    expect(statusOf(world([clearA, clearB]), 'la.ex-2', '2026-03-20')).toBe('met');
    expect(statusOf(world([clearA, clearB]), 'la.ex-2', '2026-03-12')).toBe('review');
    expect([statusOf(world([clearA]), 'la.ex-3', '2026-03-20'), statusOf(world([clearA, clearB]), 'la.ex-3', '2026-03-20')]).toEqual(['review', 'met']);
  });

  test('the next month a remembered row is met without asking', () => {
    const april = run('2026-04-08', [row('a', { decisionId: clearA.id }), row('b', { decisionId: clearB.id })]);
    expect(standing(world([clearA, clearB], [april]), 'la.ex-2', '2026-05-05')).toMatchObject({ status: 'met', periods: [{ status: 'met' }, { status: 'met' }, { period: '2026-05' }] });
    const changed = run('2026-04-08', [row('a', { decisionId: clearA.id }), row('z')]);
    expect(standing(world([clearA, clearB], [changed]), 'la.ex-2', '2026-05-05')?.periods?.[1]?.status).toBe('review');
  });

  test('unable is no check: open while the month runs, a gap or incomplete at its end', () => {
    const unable = [clearA, decide(march.id, 'b', 'unable', '2026-03-13')];
    expect(statusOf(world(unable), 'la.ex-2', '2026-03-20')).toBe('not-yet-due');
    expect(statusOf(world(unable), 'la.ex-2', '2026-03-21')).toBe('due-soon');
    expect(standing(world(unable), 'la.ex-2', '2026-04-01')).toMatchObject({ status: 'incomplete', periods: [{ missing: ['oig-leie'] }, {}] });
    expect(statusOf({ checks: [march], file: { decisions: unable } }, 'la.ex-2', '2026-04-01')).toBe('gap');
    // Determined later, the search of March counts from that day on.
    expect(standing(world([...unable, { ...clearB, decidedOn: civilDate('2026-04-03') }]), 'la.ex-2', '2026-04-05')?.periods?.[0]?.status).toBe('met');
  });

  test('the person fails, and stays failed; a clear search after it is review', () => {
    const confirmed = [clearA, decide(march.id, 'b', 'the-person', '2026-03-13')];
    expect(statusOf(world(confirmed), 'la.ex-2', '2026-03-20')).toBe('fail');
    expect(statusOf(world(confirmed), 'la.ex-3', '2026-03-20')).toBe('fail');
    const again = run('2026-04-08', [row('b', { decisionId: confirmed[1]?.id ?? '' })]);
    expect([statusOf(world(confirmed, [{ ...again, outcome: 'confirmed' }]), 'la.ex-2', '2026-05-05'), statusOf(world(confirmed, [{ ...again, outcome: 'confirmed' }]), 'la.ex-3', '2026-05-05')]).toEqual(['fail', 'fail']);
    expect(statusOf(world(confirmed, [run('2026-04-08')]), 'la.ex-3', '2026-05-05')).toBe('review');
  });

  test('weak rows hold nothing', () => {
    const weak = run('2026-03-10', [row('w', { tier: 'weak', score: 30 })]);
    expect(statusOf({ checks: [weak, ...site('2026-03-10')] }, 'la.ex-2', '2026-03-20')).toBe('met');
  });

  test('before hire: an undecided row is review, decided it is met, a confirmed one fails', () => {
    const before = shifted(civilDate('2026-03-02'), -10);
    const early = run(before, [row('a')], 'early');
    const both = { checks: [early, ...site(before)] };
    expect(statusOf(both, 'la.ex-1', '2026-03-05')).toBe('review');
    expect(statusOf({ ...both, file: { decisions: [decide('early', 'a', 'not-the-person', '2026-02-25')] } }, 'la.ex-1', '2026-03-05')).toBe('met');
    expect(statusOf({ ...both, file: { decisions: [decide('early', 'a', 'the-person', '2026-02-25')] } }, 'la.ex-1', '2026-03-05')).toBe('fail');
  });

  test('LA-EX-4: a whole list with its version is kept without a paper, one without a version is not', () => {
    expect(statusOf({ checks: [run('2026-03-10'), ...site('2026-03-10')] }, 'la.ex-4', '2026-03-20')).toBe('met');
    const { listVersion: _version, ...bare } = run('2026-03-10');
    expect(standing({ checks: [bare, ...site('2026-03-10')] }, 'la.ex-4', '2026-03-20')).toMatchObject({ status: 'incomplete', missing: [`document:${bare.id}`] });
  });

  test('NC-PUB-EX reads the same checks', () => {
    const base = { role: 'team-lead' as const, agency: { packs: ['nc-state-funded' as const] } };
    const others = [check('sam', '2026-03-10'), check('nc-excluded-providers', '2026-03-10')];
    expect(statusOf({ ...base, checks: [march, ...others] }, 'nc.pub-ex', '2026-04-05')).toBe('review');
    expect(statusOf({ ...base, checks: [march, ...others], file: { decisions: [clearA, clearB] } }, 'nc.pub-ex', '2026-04-05')).toBe('met');
    expect(statusOf({ ...base, checks: [march, ...others], file: { decisions: [clearA, decide(march.id, 'b', 'unable', '2026-03-13')] } }, 'nc.pub-ex', '2026-04-05')).toBe('incomplete');
  });

  test('known-at: what was recorded later decides nothing earlier', () => {
    const late = { ...clearB, recordedAt: '2026-04-20T12:00:00Z' };
    expect(standing(world([clearA, late]), 'la.ex-2', '2026-03-31', { knownAt: '2026-04-19' })?.status).toBe('review');
    expect(standing(world([clearA, late]), 'la.ex-2', '2026-03-31', { knownAt: '2026-04-20' })?.status).toBe('met');
  });
});
