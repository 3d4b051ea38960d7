import { describe, expect, it } from 'vitest';
import { horizon } from '../../../shared/agenda/horizon.ts';
import type { Deadline } from '../../../shared/agenda/deadlines/deadline.ts';
import { monthState } from '../../../shared/agenda/exclusions/month-close.ts';
import { monthOf } from '../../../shared/civil-date.ts';
import type { ExclusionCheck } from '../../../shared/model/exclusion.ts';
import type { Standing } from '../../../shared/rules/standing.ts';
import { day, graceAccount, person, standing } from './samples.ts';

const asOf = day('2026-03-19');
const account: Standing['account'] = {
  ...graceAccount,
  rule: { kind: 'every-month', lists: ['oig-leie', 'la-adverse-actions'], hireMonth: '31-days' },
};
const monthly = (personId: string, status: Standing['status'], over: Partial<Standing> = {}): Standing =>
  standing('la.ex-2', status, { personId, account, periods: [{ period: '2026-02', status: 'met' }, { period: '2026-03', status }], ...over });
const check = (personId: string, over: Partial<ExclusionCheck> = {}): ExclusionCheck => ({
  id: `c-${personId}-${over.list ?? 'oig-leie'}-${over.checkedOn ?? ''}`, personId, list: 'oig-leie', checkedOn: day('2026-03-10'), method: 'whole-list', outcome: 'clear', recordedAt: '2026-03-10T10:00:00Z', ...over,
});
const progress = (standings: readonly Standing[], exclusionChecks: readonly ExclusionCheck[], knownAt?: string) =>
  monthState(
    { format: 'muster-agency', version: 1, agency: { name: 'A', packs: [] }, people: [person()], evidence: [], exclusionChecks },
    { asOf, standings, ...(knownAt === undefined ? {} : { knownAt }) },
    monthOf(asOf),
  );

describe("the month's exclusion check", () => {
  it('counts who owes it and who is settled, list by list', () => {
    const found = progress(
      [monthly('p1', 'due-soon'), monthly('p2', 'due-soon'), monthly('p3', 'review'), monthly('p4', 'fail')],
      [check('p1'), check('p2', { checkedOn: day('2026-03-12') }), check('p3', { outcome: 'possible' }), check('p4', { outcome: 'confirmed' }), check('p1', { list: 'la-adverse-actions' })],
    );
    expect(found.month).toBe('2026-03');
    expect(found.endsOn).toBe('2026-03-31');
    expect(found.lists).toEqual([
      { list: 'oig-leie', owed: 4, done: 2, undecided: 1, unable: 0, confirmed: 1, missing: 0, latestOn: '2026-03-12' },
      { list: 'la-adverse-actions', owed: 4, done: 1, undecided: 0, unable: 0, confirmed: 0, missing: 3, latestOn: '2026-03-10' },
    ]);
  });

  it('counts somebody with two employments once', () => {
    expect(progress([monthly('p1', 'due-soon'), monthly('p1', 'due-soon', { employmentId: 'e2' })], []).lists.map((list) => list.owed)).toEqual([1, 1]);
  });

  it('leaves out who does not owe this month, and what was not known or lies ahead', () => {
    expect(progress([monthly('p1', 'met', { periods: [{ period: '2026-02', status: 'met' }] })], [check('p1')]).lists).toEqual([]);
    expect(progress([monthly('p1', 'due-soon')], [check('p1')], '2026-03-09').lists[0]).toMatchObject({ owed: 1, done: 0, latestOn: null });
    expect(progress([monthly('p1', 'due-soon')], [check('p1', { checkedOn: day('2026-03-25') })]).lists[0]).toMatchObject({ done: 0 });
  });
});

describe('the horizon', () => {
  const at = (area: Deadline['area'], on: string): Deadline => ({
    key: `${area} ${on}`, area, subject: { kind: 'agency', id: null, name: 'A' }, requirement: null, what: 'due', on: day(on), status: 'not-yet-due',
    personId: null, supervisorId: null, siteId: null, citations: [], changedAt: null, goal: { kind: 'exclusions', part: 'run' },
  });

  it('has twelve months from the one judged, by area', () => {
    const months = horizon([at('staff', '2026-03-19'), at('papers', '2026-03-31'), at('accreditation', '2026-03-20'), at('fidelity', '2027-02-28'), at('teams', '2027-02-01')], asOf);
    expect(months).toHaveLength(12);
    expect(months[0]).toEqual({ month: '2026-03', staff: 1, papers: 2, teams: 0 });
    expect(months[11]).toEqual({ month: '2027-02', staff: 0, papers: 0, teams: 2 });
  });

  it('leaves out what is past, beyond, and the monthly searches', () => {
    const months = horizon([at('staff', '2026-03-18'), at('staff', '2027-03-01'), at('exclusions', '2026-03-31')], asOf);
    expect(months.every((month) => month.staff + month.papers + month.teams === 0)).toBe(true);
  });
});
