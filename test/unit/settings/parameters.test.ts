import { describe, expect, it } from 'vitest';
import { agencyValues, changedValues, changeWords, editableKeys, overridesOf } from '../../../renderer/features/settings/parameters.ts';
import { civilDate } from '../../../shared/civil-date.ts';
import type { Agency, Override } from '../../../shared/model/agency.ts';
import { parametersSchema } from '../../../shared/model/window.ts';
import { shippedRequirements } from '../../../shared/rules/catalogue.ts';

const override = (more: Partial<Override>): Override => ({
  requirement: 'la.bgc', set: { maxAgeDays: 60 }, reason: 'Policy 4', recordedAt: '2026-01-01T00:00:00Z', ...more,
});
const agency = (...overrides: readonly Override[]): Agency => ({ name: 'A', packs: ['la-medicaid'], overrides });
const rules = shippedRequirements();
const rule = (id: string) => rules.find((each) => each.id === id) ?? expect.unreachable(id);

describe('the changes of an agency to a rule', () => {
  it('take effect in the order of their dates, then as recorded', () => {
    const changes = overridesOf(
      agency(
        override({ set: { maxAgeDays: 45 }, from: civilDate('2026-06-01') }),
        override({ set: { maxAgeDays: 70 }, recordedAt: '2026-02-01T00:00:00Z' }),
        override({}),
        override({ requirement: 'la.tb', set: { maxAgeDays: 10 } }),
      ),
      'la.bgc',
    );
    expect(changes.map((each) => each.set.maxAgeDays)).toEqual([60, 70, 45]);
    expect(agencyValues(changes, civilDate('2026-05-31'))).toEqual({ maxAgeDays: 70 });
    expect(agencyValues(changes, civilDate('2026-06-01'))).toEqual({ maxAgeDays: 45 });
  });

  it('are told as old and new', () => {
    expect(changeWords({ maxAgeDays: 60, enabled: false }, { maxAgeDays: 90, enabled: true })).toBe('Oldest accepted (days): 90 to 60; Judged: Yes to No');
    expect(changeWords({ roles: ['ips-specialist'] }, {})).toBe('Roles concerned: All to IPS specialist');
    expect(changeWords({ maxAgeDays: 30 }, {})).toBe('Oldest accepted (days): No limit to 30');
  });

  it('are only what differs', () => {
    const before = { maxAgeDays: 90, sameDay: 'review', roles: ['other'] } as const;
    expect(changedValues(['maxAgeDays', 'sameDay', 'roles'], before, { ...before, sameDay: 'accept', roles: ['other'] })).toEqual({ sameDay: 'accept' });
    expect(changedValues(['maxAgeDays'], before, {})).toEqual({});
  });
});

describe('what a rule may be changed in', () => {
  it('is what it has, and what a reading of the text leaves to the agency', () => {
    expect(editableKeys(rule('la.bgc'), {})).toEqual(['enabled', 'maxAgeDays', 'anchor', 'roles', 'sameDay']);
    expect(editableKeys(rule('la.drug'), {})).toContain('maxAgeDays');
    expect(editableKeys(rule('nc.10h'), {})).toEqual(['enabled', 'hours', 'year', 'roles']);
  });

  it('holds, for every rule and parameter, a value the agency file accepts', () => {
    for (const each of rules) {
      expect(editableKeys(each, {})).toContain('enabled');
      expect(parametersSchema.safeParse(each.parameters).success).toBe(true);
    }
  });
});
