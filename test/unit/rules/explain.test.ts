import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../shared/civil-date.ts';
import { evaluate } from '../../../shared/rules/evaluate.ts';
import { explainer } from '../../../shared/rules/explain.ts';
import type { Explanation } from '../../../shared/rules/explanation.ts';
import { agencyOf, check, employmentOf, hire, item, shifted } from './support.ts';

function explained(world: Parameters<typeof agencyOf>[0], requirement: string, asOf: string): Explanation {
  const file = agencyOf(world);
  const evaluation = evaluate(file, { asOf: civilDate(asOf) });
  const standing = evaluation.standings.find((each) => each.requirement === requirement);
  if (standing === undefined) throw new Error(`${requirement} does not apply`);
  return explainer(file, evaluation)(standing);
}

describe('an explanation can be checked with a calendar', () => {
  const old = { evidence: [item('sex-offender-registry', { performedOn: shifted(hire, -94), result: 'pass' })] };

  test('a stale check: fact, rule, consequence, sum', () => {
    const said = explained(old, 'la.sor', '2026-04-01');
    expect(said.reason).toBe(
      'Performed 28 Nov 2025, which is 94 days before the hire on 2 Mar 2026. It must be done before the hire on 2 Mar 2026 and be at most 90 days old on that day. Nothing recorded later can change this for the hire of 2 Mar 2026.',
    );
    expect(said.sums).toEqual(['28 Nov 2025 to 2 Mar 2026 = 94 days; 90 accepted; 4 too many.']);
    expect(said.arithmetic.map((line) => [line.label, line.value])).toEqual([
      ['Hire', '2 Mar 2026'], ['− Performed', '28 Nov 2025'], ['= Age on the day of hire', '94 days'], ['Limit', '90 days'], ['Over the limit by', '4 days'],
    ]);
    expect(said.headline).toBe('Sex-offender registry check was too old on the day of hire');
    expect(said.effect).toContain('Permanent');
  });

  test('before the hire a stale check can still be done again, and says so', () => {
    const { hiredOn: _hiredOn, ...candidate } = employmentOf({ plannedHireOn: hire });
    const said = explained({ ...old, employments: [candidate] }, 'la.sor', '2026-02-10');
    expect(said.reason).toContain('if hired on 2 Mar 2026');
    expect(said.reason).toContain('A new one before the hire of 2 Mar 2026 still counts.');
    expect(said.headline).toContain('will be too old');
    expect(said.effect).toMatch(/^Open/);
  });

  test('a lapse, a renewal, a missing part', () => {
    const crisis = { evidence: [item('crisis-intervention', { performedOn: civilDate('2026-02-20') })] };
    expect(explained(crisis, 'la.crisis', '2027-02-24').sums).toEqual(['Last 20 Feb 2026, valid to 20 Feb 2027; 4 days without cover.']);
    const half = { evidence: [item('cpr-first-aid', { performedOn: civilDate('2026-04-01'), parts: ['cpr'], issuer: 'AHA' })] };
    expect(explained(half, 'la.cpr', '2026-06-10')).toMatchObject({ missing: '1 of 2: First Aid missing', headline: 'CPR and First Aid: First Aid missing' });
  });

  test('months and years name what is short', () => {
    const checks = [check('oig-leie', '2026-03-10'), check('la-adverse-actions', '2026-03-10'), check('oig-leie', '2026-04-10')];
    const said = explained({ checks }, 'la.ex-2', '2026-05-04');
    expect(said.reason).toContain('1 of 2 closed months complete. Apr 2026 is incomplete (LDH).');
    expect(said.headline).toBe('Exclusion lists checked every month: 1 month incomplete');
    const nc = { agency: { packs: ['nc-state-funded' as const] }, role: 'team-lead' as const, evidence: [item('training-hours', { performedOn: civilDate('2026-05-01'), hours: 4 })] };
    expect(explained(nc, 'nc.10h', '2027-04-01').headline).toBe('Ten hours of continuing training a year: 1 year incomplete');
  });
});
