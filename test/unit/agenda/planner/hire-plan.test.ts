import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftOf, drafting, type HireQuestion } from '../../../../shared/agenda/planner/draft.ts';
import { hirePlan, type HireLine, type HirePlan } from '../../../../shared/agenda/planner/hire-plan.ts';
import type { AgencyFile } from '../../../../shared/agency-file/schema.ts';
import { civilDate, type CivilDate } from '../../../../shared/civil-date.ts';
import type { Evidence } from '../../../../shared/model/evidence.ts';
import type { Role } from '../../../../shared/model/person.ts';
import { evaluate } from '../../../../shared/rules/evaluate.ts';
import { statusFacts } from '../../../../shared/rules/status.ts';
import { agencyOf, check, item, shifted } from '../../rules/support.ts';

const today = civilDate('2026-03-02');

/** A candidate for a specialist's post with these items. */
const candidate = (evidence: readonly Evidence[], over: Partial<Parameters<typeof agencyOf>[0]> = {}): AgencyFile =>
  agencyOf({
    employments: [{ id: 'e', kind: 'employee', plannedHireOn: civilDate('2026-03-16'), directCare: true, roles: [{ role: 'ips-specialist', from: civilDate('2026-03-16') }] }],
    evidence, ...over,
  });

function question(file: AgencyFile, hireOn: CivilDate, over: Partial<HireQuestion> = {}): HireQuestion {
  const person = file.people[0];
  const employment = person === undefined ? null : draftOf(person, today);
  if (employment === null) throw new Error('the sample has a candidate');
  return { personId: 'p', employment, hireOn, today, ...over };
}

const nobody = (role: Role, hireOn: CivilDate): HireQuestion => ({
  personId: null, hireOn, today,
  employment: { employmentId: null, kind: 'employee', roles: [{ role, daysAfterHire: 0 }], directCare: true, medicaidPaid: true },
});

const line = (plan: HirePlan, id: string): HireLine => {
  const found = plan.lines.find((each) => each.requirement === id);
  if (found === undefined) throw new Error(`no line ${id}`);
  return found;
};

/** Everything a specialist needs, done today and yesterday. */
const complete = (on: CivilDate): readonly Evidence[] => [
  item('background-check', { performedOn: on, result: 'cleared' }),
  item('sex-offender-registry', { performedOn: on, result: 'cleared' }),
  item('tb-test', { performedOn: on, resultOn: on, result: 'negative', parts: ['igra'] }),
  item('drug-screen', { performedOn: on, resultOn: on, result: 'negative' }),
  item('education', { performedOn: civilDate('2015-05-20'), parts: ['high-school'] }),
  item('experience', { performedOn: civilDate('2024-05-20'), months: 36, parts: ['employment', 'severe-mental-illness'] }),
  item('crisis-intervention', { performedOn: on }),
  item('continuing-education', { performedOn: on, parts: ['confidentiality', 'hipaa', 'mandated-reporting'] }),
  item('basic-clinical-competency', { performedOn: on }),
  item('ips-training', { performedOn: on }),
];
const searches = (on: string) => [check('oig-leie', on), check('la-adverse-actions', on)];

describe('a planned hire', () => {
  const done = civilDate('2026-02-20');
  const file = candidate(complete(done), { checks: searches('2026-02-20') });

  it('accepts a background check 90 days before the hire and not 91', () => {
    const last = shifted(done, 90);
    expect(line(hirePlan(file, question(file, last)), 'la.bgc')).toMatchObject({ state: 'in-order', counts: { from: today, to: last } });
    expect(line(hirePlan(file, question(file, shifted(done, 91))), 'la.bgc')).toMatchObject({ state: 'too-old', status: 'stale', counts: { from: today, to: last } });
  });

  it('accepts a TB test 30 days before the hire and not 31', () => {
    const last = shifted(done, 30);
    expect(line(hirePlan(file, question(file, last)), 'la.tb')).toMatchObject({ state: 'in-order', counts: { from: today, to: last } });
    expect(line(hirePlan(file, question(file, shifted(done, 31))), 'la.tb')).toMatchObject({ state: 'too-old', window: { from: shifted(done, 1), to: shifted(done, 30) } });
  });

  it('names the first thing that goes stale, and until when everything counts', () => {
    const plan = hirePlan(file, question(file, civilDate('2026-03-16')));
    expect(plan.ready).toBe(true);
    expect(plan.fresh).toEqual({ from: today, to: shifted(done, 30), endsWith: ['TB test or clearance'] });
    expect(plan.earliest).toMatchObject({ on: today, steps: [] });
  });

  it('says from when and until when a stale item may be done again', () => {
    const plan = hirePlan(file, question(file, civilDate('2026-05-01')));
    const tb = line(plan, 'la.tb');
    expect(plan.ready).toBe(false);
    expect([tb.doFrom, tb.doBy]).toEqual(['2026-04-01', '2026-04-30']);
  });

  it('never begins before today, however long the window was open', () => {
    expect(line(hirePlan(file, question(file, civilDate('2026-03-25'))), 'la.tb').doFrom).toBe(today);
  });

  it('puts what is due after the hire last, with its deadline', () => {
    const plan = hirePlan(file, question(file, civilDate('2026-03-16')));
    expect(line(plan, 'la.cpr')).toMatchObject({ state: 'after', doBy: '2026-06-14' });
    const states = plan.lines.map((each) => each.state === 'after');
    expect(states.lastIndexOf(false)).toBeLessThan(states.indexOf(true));
  });

  it('measures trainings from the first client where that day is given', () => {
    const lacking = candidate(complete(done).filter((each) => each.kind !== 'ips-training'), { checks: searches('2026-02-20') });
    const plan = hirePlan(lacking, question(lacking, civilDate('2026-03-16'), { firstServiceOn: civilDate('2026-03-30') }));
    expect(line(plan, 'la.ipst')).toMatchObject({ state: 'missing', moment: 'before-service', doBy: '2026-03-29' });
    expect(line(hirePlan(lacking, question(lacking, civilDate('2026-03-16'))), 'la.ipst').doBy).toBe('2026-03-15');
  });

  it('changes nothing on file', () => {
    const before = JSON.stringify(file);
    hirePlan(file, question(file, civilDate('2026-03-16')));
    expect(JSON.stringify(file)).toBe(before);
  });
});

describe('the earliest start', () => {
  it('is the day after what is missing can be done today: on the day itself nobody could say which came first', () => {
    const file = candidate(complete(civilDate('2026-02-20')).filter((each) => each.kind !== 'tb-test'), { checks: searches('2026-02-20') });
    const { earliest } = hirePlan(file, question(file, civilDate('2026-03-16')));
    expect(earliest).toMatchObject({ on: '2026-03-03', steps: [{ requirement: 'la.tb', deed: 'order', doneOn: today, lead: null }] });
  });

  it('waits as long as such items usually take this agency', () => {
    const former = [['2025-01-02', '2025-01-07'], ['2025-05-02', '2025-05-08'], ['2025-09-01', '2025-09-07']].map(([asked, got], index) =>
      item('tb-test', { personId: `other-${String(index)}`, requestedOn: civilDate(asked ?? ''), performedOn: civilDate(got ?? ''), resultOn: civilDate(got ?? ''), result: 'negative', parts: ['igra'] }));
    const file = candidate([...complete(civilDate('2026-02-20')).filter((each) => each.kind !== 'tb-test'), ...former], { checks: searches('2026-02-20') });
    const plan = hirePlan(file, question(file, civilDate('2026-03-16')));
    expect(plan.earliest?.on).toBe('2026-03-09');
    expect(line(plan, 'la.tb')).toMatchObject({ lead: { days: 6, items: 3 }, doBy: '2026-03-15', orderBy: '2026-03-09' });
  });

  it('does not exist while an adverse result stands, and says so', () => {
    const file = candidate([...complete(civilDate('2026-02-20')).filter((each) => each.kind !== 'background-check'), item('background-check', { performedOn: civilDate('2026-02-20'), result: 'fail' })], { checks: searches('2026-02-20') });
    const plan = hirePlan(file, question(file, civilDate('2026-03-16')));
    expect(plan.earliest).toBeNull();
    expect(plan.blockers.map((each) => each.requirement)).toEqual(['la.bgc']);
    expect(line(plan, 'la.bgc').state).toBe('adverse');
  });

  it('does not exist where months of experience are short: no order brings them', () => {
    const file = candidate(complete(civilDate('2026-02-20')).map((each) => (each.kind === 'experience' ? { ...each, months: 10 } : each)), { checks: searches('2026-02-20') });
    const plan = hirePlan(file, question(file, civilDate('2026-03-16')));
    expect(plan.earliest).toBeNull();
    expect(plan.blockers.map((each) => each.requirement)).toEqual(['la.edu-s']);
  });

  it('wants a drug screen on the day of hire at the latest', () => {
    const file = candidate(complete(civilDate('2026-02-20')).filter((each) => each.kind !== 'drug-screen'), { checks: searches('2026-02-20') });
    const plan = hirePlan(file, question(file, civilDate('2026-03-16')));
    expect(plan.earliest).toMatchObject({ on: today, steps: [{ requirement: 'la.drug', doneOn: today }] });
    expect(line(plan, 'la.drug')).toMatchObject({ state: 'missing', doBy: '2026-03-16' });
    expect(plan.ready).toBe(false);
  });

  it('asks for a missing paper to be filed, not for the check to be done again', () => {
    const file = candidate(complete(civilDate('2026-02-20')).map((each) => (each.kind === 'background-check' ? { ...each, documents: [] } : each)), { checks: searches('2026-02-20') });
    expect(hirePlan(file, question(file, civilDate('2026-03-16'))).earliest?.steps).toMatchObject([{ requirement: 'la.bgc', deed: 'file' }]);
  });

  it('is found for somebody nobody has a file of yet, in every role', () => {
    const file = agencyOf({ employments: [], agency: { packs: ['la-medicaid', 'nc-state-funded', 'personnel-file'] } });
    for (const role of ['ips-specialist', 'ips-peer-specialist', 'ips-supervisor', 'other-direct-care', 'other', 'team-lead', 'employment-support-professional', 'employment-peer-mentor', 'benefits-counselor', 'program-assistant'] as const) {
      expect(hirePlan(file, nobody(role, civilDate('2026-03-16'))).earliest?.on, role).toBe('2026-03-03');
    }
  });

  it('takes the packs named for somebody new, not those of the agency', () => {
    const file = agencyOf({ employments: [] });
    const asked = nobody('team-lead', civilDate('2026-03-16'));
    const plan = hirePlan(file, { ...asked, employment: { ...asked.employment, packs: ['nc-state-funded'] } });
    expect(plan.lines.map((each) => each.requirement)).toContain('nc.tl-q');
    expect(plan.lines.map((each) => each.requirement)).not.toContain('la.bgc');
  });

  const ago = fc.integer({ min: -200, max: 20 });
  it('is judged compliant by the evaluator for what it looked at, and the day before is not, or lies before today', () => {
    fc.assert(fc.property(ago, ago, ago, ago, ago, fc.option(ago), fc.option(fc.integer({ min: 1, max: 20 })), (bgc, sor, tb, drug, training, search, takes) => {
      const on = (days: number): CivilDate => shifted(today, days);
      const past = [1, 2, 3].map((index) => item('tb-test', { personId: `o${String(index)}`, requestedOn: shifted(today, -100), performedOn: shifted(today, -100 + (takes ?? 0)), resultOn: shifted(today, -100 + (takes ?? 0)), result: 'negative' }));
      const file = candidate([
        item('background-check', { performedOn: on(bgc), result: 'cleared' }), item('sex-offender-registry', { performedOn: on(sor), result: 'cleared' }),
        item('tb-test', { performedOn: on(tb), resultOn: on(tb), result: 'negative', parts: ['igra'] }), item('drug-screen', { performedOn: on(drug), result: 'negative' }),
        item('ips-training', { performedOn: on(training) }), ...(takes === null ? [] : past),
      ], { checks: search === null ? [] : searches(on(search)) });
      const asked = question(file, civilDate('2026-03-16'));
      const plan = hirePlan(file, asked);
      const start = plan.earliest;
      if (start === null) throw new Error('nothing here holds a hire up for good');
      const wrong = (day: CivilDate, asOf: CivilDate): readonly string[] => evaluate(drafting(file, asked)(day, start.assumed), { asOf }).standings
        .filter((each) => plan.guards.includes(each.requirement) && !statusFacts[each.status].compliant).map((each) => each.requirement);
      expect(wrong(start.on, start.on)).toEqual([]);
      // What may come on the day itself is missed the morning after.
      const before = shifted(start.on, -1);
      if (before >= today) expect(wrong(before, start.on)).not.toEqual([]);
    }), { numRuns: 60 });
  });
});
