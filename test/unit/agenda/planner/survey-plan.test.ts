import { describe, expect, it } from 'vitest';
import { standingKey } from '../../../../shared/agenda/planner/survey-days.ts';
import { surveyPlan, type SurveyGap } from '../../../../shared/agenda/planner/survey-plan.ts';
import { surveyTable } from '../../../../shared/agenda/planner/survey-table.ts';
import type { AgencyFile } from '../../../../shared/agency-file/schema.ts';
import { civilDate, type CivilDate } from '../../../../shared/civil-date.ts';
import { demoAgency } from '../../../../shared/demo/demo-agency.ts';
import { evaluate } from '../../../../shared/rules/evaluate.ts';
import { statusFacts } from '../../../../shared/rules/status.ts';
import { agencyOf, check, item, shifted } from '../../rules/support.ts';

const title = (id: string): string => id.toUpperCase();
const plan = (file: AgencyFile, surveyOn: CivilDate, today: CivilDate) => surveyPlan(file, surveyOn, today, { title });
const of = (gaps: readonly SurveyGap[], requirement: string): readonly SurveyGap[] => gaps.filter((gap) => gap.requirement === requirement);

// Hired on 2 Mar 2026; a card whose cover ends on 31 Jul 2026.
const today = civilDate('2026-03-20');
const file = agencyOf({
  evidence: [item('cpr-first-aid', { performedOn: civilDate('2026-03-10'), expiresOn: civilDate('2026-07-31'), parts: ['cpr', 'first-aid'], issuer: 'AHA' })],
  checks: [check('oig-leie', '2026-03-10'), check('la-adverse-actions', '2026-03-10')],
});

describe('a survey day', () => {
  it('finds a card good on its last day and expired the day after', () => {
    expect(of(plan(file, civilDate('2026-07-31'), today).gaps, 'la.cpr')).toEqual([]);
    expect(of(plan(file, civilDate('2026-08-01'), today).gaps, 'la.cpr')).toMatchObject([{ kind: 'turns', status: 'expired', on: '2026-08-01', doBy: '2026-07-31', lasting: false }]);
  });

  it('names the same first bad day however far ahead the survey lies', () => {
    expect(of(plan(file, civilDate('2027-01-15'), today).gaps, 'la.cpr')[0]?.on).toBe('2026-08-01');
  });

  it('tells what is wrong already today apart, without a day', () => {
    const [bgc] = of(plan(file, civilDate('2026-08-01'), today).gaps, 'la.bgc');
    expect(bgc).toMatchObject({ kind: 'now', status: 'overdue', on: null, doBy: null });
  });

  it('calls months that have not come owed, not gaps; this month is done', () => {
    const found = of(plan(file, civilDate('2026-06-15'), today).gaps, 'la.ex-2');
    expect(found).toMatchObject([{ kind: 'owed', on: '2026-04-30', doBy: '2026-04-30', periods: 3, headline: 'LA.EX-2: 3 months to do, Apr 2026 to Jun 2026' }]);
  });

  it('tells a month that was missed before today as a gap, beside those to come', () => {
    const found = of(plan(file, civilDate('2026-06-15'), civilDate('2026-05-01')).gaps, 'la.ex-2');
    expect(found.map((gap) => [gap.kind, gap.status, gap.periods, gap.lasting])).toEqual([['now', 'gap', 0, true], ['owed', 'not-yet-due', 2, false]]);
  });

  it('is today where the day has passed: nothing turns, nothing is owed but what is open', () => {
    const { gaps, surveyOn } = plan(file, civilDate('2026-01-01'), today);
    expect(surveyOn).toBe(today);
    expect(gaps.some((gap) => gap.kind === 'turns')).toBe(false);
  });

  it('gives a training year that closes too short the day after its last', () => {
    const north = agencyOf({ role: 'team-lead', agency: { packs: ['nc-state-funded'] } });
    expect(of(plan(north, civilDate('2027-03-01'), today).gaps, 'nc.10h')).toEqual([]);
    expect(of(plan(north, civilDate('2027-03-02'), today).gaps, 'nc.10h')).toMatchObject([{ kind: 'turns', on: '2027-03-02' }]);
  });

  it('leaves with the employment: who has left is marked so', () => {
    const left = agencyOf({ employment: { endedOn: civilDate('2026-04-30') } });
    const gaps = plan(left, civilDate('2026-06-15'), today).gaps.filter((gap) => gap.subject.kind === 'person');
    expect(gaps.length).toBeGreaterThan(0);
    expect(gaps.every((gap) => gap.subject.left)).toBe(true);
    expect(plan(left, civilDate('2026-04-30'), today).gaps.some((gap) => gap.subject.left)).toBe(false);
  });

  it('exports one row a gap with the names of teams', () => {
    const made = plan(file, civilDate('2026-08-01'), today);
    const table = surveyTable(made.gaps, made, { team: (id) => id, site: (id) => id });
    expect(table.rows).toHaveLength(made.gaps.length);
    expect(table.rows.every((row) => row.length === table.heads.length)).toBe(true);
  });
});

describe('the demo agency on a survey day in 150 days', () => {
  const now = civilDate('2026-03-31');
  const on = shifted(now, 150);
  const demo = demoAgency(now).file;
  const made = plan(demo, on, now);

  it('is sorted by day, what is wrong today first', () => {
    const days = made.gaps.map((gap) => gap.on ?? '');
    expect(days).toEqual([...days].sort());
  });

  it('names for everything that turns a day on which the evaluator agrees, and disagrees the day before', () => {
    const turning = made.gaps.filter((gap) => gap.kind === 'turns' && gap.on !== null && gap.on > now);
    expect(turning.length).toBeGreaterThan(5);
    for (const day of new Set(turning.map((gap) => gap.on ?? now))) {
      const bad = (asOf: CivilDate) => new Map(evaluate(demo, { asOf }).standings.map((each) => [standingKey(each), !statusFacts[each.status].compliant]));
      const [after, before] = [bad(day), bad(shifted(day, -1))];
      for (const gap of turning.filter((each) => each.on === day)) {
        expect([gap.key, after.get(gap.key), before.get(gap.key) ?? false]).toEqual([gap.key, true, false]);
      }
    }
  });

  it('misses nothing: whatever is not in order on the day is told, as a gap or as owed', () => {
    const told = new Set(made.gaps.map((gap) => gap.key));
    const bad = evaluate(demo, { asOf: on }).standings.filter((each) => !statusFacts[each.status].compliant);
    expect(bad.filter((each) => !told.has(standingKey(each)))).toEqual([]);
  });
});
