import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../shared/civil-date.ts';
import type { Override } from '../../../shared/model/agency.ts';
import { evaluate } from '../../../shared/rules/evaluate.ts';
import { merged } from '../../../shared/rules/effective.ts';
import { packs, requirementIds } from '../../../shared/rules/packs/packs.ts';
import { sources } from '../../../shared/rules/packs/sources.ts';
import type { Standing } from '../../../shared/rules/standing.ts';
import { requirementsOf } from '../../../shared/rules/catalogue.ts';
import { agencyOf, employmentOf, hire, item, shifted, standing, statusOf } from './support.ts';

/** The agency's own duties have their tests elsewhere. */
const ofPeople = (standings: readonly Standing[]): readonly Standing[] => standings.filter((each) => each.personId !== undefined);

const ids = (world: Parameters<typeof agencyOf>[0], asOf = '2026-07-01'): string[] =>
  ofPeople(evaluate(agencyOf(world), { asOf: civilDate(asOf) }).standings).map((each) => each.requirement);

describe('packs', () => {
  test('every staff row of the catalogue has an id of its own and cites known documents', () => {
    expect(new Set(requirementIds).size).toBe(requirementIds.length);
    for (const pack of Object.values(packs)) {
      for (const row of pack.rows) {
        expect(row.citations.length).toBeGreaterThan(0);
        for (const citation of row.citations) expect(Object.keys(sources)).toContain(citation.source);
      }
    }
    expect(requirementIds.filter((id) => id.startsWith('la.') && !id.startsWith('la.pub'))).toHaveLength(21);
    expect(requirementIds.filter((id) => id.startsWith('nc.'))).toHaveLength(14);
  });

  test('two Louisiana payers: one standing each, every citation kept', () => {
    const judged = standing({ agency: { packs: ['la-medicaid', 'la-amerihealth', 'la-lhcc'] } }, 'la.bgc', '2026-07-01');
    expect(new Set(judged?.citations.map((citation) => citation.source))).toEqual(new Set(['S1', 'S2', 'S3']));
    expect(ids({ agency: { packs: ['la-medicaid', 'la-amerihealth'] } })).toEqual(ids({}));
  });

  test('of two windows the stricter counts', () => {
    const row = packs['la-medicaid'].rows.find((each) => each.id === 'la.bgc');
    if (row === undefined) throw new Error('the row exists');
    const effective = { ...row, overrides: [], demandedFrom: null };
    const young = { ...effective, window: { ...effective.window, maxAgeDays: 60 } as typeof effective.window };
    expect(merged(effective, young).window).toMatchObject({ maxAgeDays: 60 });
    expect(merged(young, effective).window).toMatchObject({ maxAgeDays: 60 });
  });

  test('the 2022 pack asks nothing of staff; state packs follow the roles', () => {
    expect(ids({ agency: { packs: ['la-lhcc-2022'] } })).toEqual([]);
    const two = { agency: { packs: ['la-medicaid' as const, 'nc-state-funded' as const] } };
    expect(ids({ ...two, role: 'team-lead' }).every((id) => id.startsWith('nc.'))).toBe(true);
    expect(ids({ ...two, role: 'ips-specialist' }).every((id) => id.startsWith('la.'))).toBe(true);
    const mixed = ids({ ...two, employment: { roles: [{ role: 'team-lead', from: hire }, { role: 'ips-specialist', from: hire }] } });
    expect(mixed.some((id) => id.startsWith('nc.')) && mixed.some((id) => id.startsWith('la.'))).toBe(true);
  });

  test("a team's packs replace the agency's; a role without a team adds nothing beside one with a team", () => {
    const file = { teams: [{ id: 't', name: 'T', packs: ['personnel-file' as const] }, { id: 'u', name: 'U', packs: [] }] };
    expect(ids({ file, employment: { roles: [{ role: 'ips-specialist', from: hire, teamId: 't' }, { role: 'ips-supervisor', from: hire }] } }).every((id) => id.startsWith('pf.'))).toBe(true);
    expect(ids({ file, employment: { roles: [{ role: 'ips-specialist', from: hire, teamId: 'u' }] } })).toEqual(ids({}));
  });

  test('a pack only for hires from a day', () => {
    const agency = { packs: [{ pack: 'la-medicaid' as const, appliesToHiresFrom: civilDate('2026-03-02') }] };
    expect(ids({ agency }).length).toBeGreaterThan(0);
    expect(ids({ agency: { packs: [{ pack: 'la-medicaid', appliesToHiresFrom: civilDate('2026-03-03') }] } })).toEqual([]);
  });

  test('roles count while held, last day inclusive; a withdrawn offer has no standings', () => {
    const roles = [{ role: 'ips-specialist' as const, from: hire, to: civilDate('2026-06-30') }, { role: 'other' as const, from: civilDate('2026-07-01') }];
    expect(statusOf({ employment: { roles } }, 'la.ce', '2026-06-30')).toBe('overdue');
    expect(statusOf({ employment: { roles } }, 'la.ce', '2026-07-01')).toBe('none');
    expect(ids({ employment: { withdrawnOn: civilDate('2026-02-20') } })).toEqual([]);
  });

  test('leavers are judged as of their last day, for ever', () => {
    const world = { employment: { endedOn: civilDate('2026-05-15') } };
    const onTheDay = ofPeople(evaluate(agencyOf(world), { asOf: civilDate('2026-06-01') }).standings);
    const muchLater = ofPeople(evaluate(agencyOf(world), { asOf: civilDate('2036-06-01') }).standings);
    expect(muchLater).toEqual(onTheDay);
    expect(statusOf(world, 'la.cpr', '2036-06-01')).toBe('due-soon');
  });

  test('what is not owed is left out unless asked for', () => {
    const all = ofPeople(evaluate(agencyOf({ role: 'other', employment: { directCare: false } }), { asOf: civilDate('2026-07-01'), all: true }).standings);
    expect(all.find((each) => each.requirement === 'la.tb')).toMatchObject({ status: 'not-applicable', validNow: null });
    expect(all.map((each) => each.requirement)).toEqual(requirementIds.filter((id) => id.startsWith('la.') && !id.startsWith('la.pub')));
  });
});

describe('overrides', () => {
  const override = (requirement: string, set: Override['set'], fields: Partial<Override> = {}) => ({
    agency: { packs: ['la-medicaid' as const], overrides: [{ requirement, set, reason: 'board decision', recordedAt: '2026-01-01T00:00:00Z', ...fields }] },
  });
  const bgc = (days: number) => [item('background-check', { performedOn: shifted(hire, -days), result: 'pass' }), item('sex-offender-registry', { performedOn: shifted(hire, -1), result: 'pass' })];

  test('a stricter age counts and shows old, new and reason', () => {
    const judged = standing({ ...override('la.bgc', { maxAgeDays: 60 }), evidence: bgc(61) }, 'la.bgc', '2026-07-01');
    expect(judged).toMatchObject({ status: 'stale' });
    expect(judged?.account.overrides).toEqual([{ parameter: 'maxAgeDays', old: '90', new: '60', reason: 'board decision' }]);
  });
  test('in force from its day only', () => {
    const world = { ...override('la.bgc', { maxAgeDays: 60 }, { from: civilDate('2026-08-01') }), evidence: bgc(61) };
    expect(statusOf(world, 'la.bgc', '2026-07-31')).toBe('met');
    expect(statusOf(world, 'la.bgc', '2026-08-01')).toBe('stale');
  });
  test('the later of two wins, key by key', () => {
    const twice = override('la.bgc', { maxAgeDays: 60 });
    const world = { agency: { ...twice.agency, overrides: [{ requirement: 'la.bgc', set: { maxAgeDays: 90 }, reason: 'undone', recordedAt: '2026-02-01T00:00:00Z' }, ...twice.agency.overrides] }, evidence: bgc(90) };
    expect(statusOf(world, 'la.bgc', '2026-07-01')).toBe('met');
  });
  test('every parameter reaches its window', () => {
    expect(statusOf(override('la.tb', { enabled: false }), 'la.tb', '2026-07-01')).toBe('none');
    expect(statusOf({ ...override('la.pub-cna', { enabled: true }) }, 'la.pub-cna', '2026-07-01')).toBe('overdue');
    expect(standing(override('la.cpr', { withinDays: 30 }), 'la.cpr', '2026-03-10')).toMatchObject({ dueOn: '2026-04-01' });
    expect(standing(override('la.cips', { withinMonths: 12 }), 'la.cips', '2026-03-10')).toMatchObject({ dueOn: '2027-03-02' });
    expect(standing({ ...override('la.crisis', { everyMonths: 6 }), evidence: [item('crisis-intervention', { performedOn: civilDate('2026-03-01') })] }, 'la.crisis', '2026-07-01')).toMatchObject({ validThrough: '2026-09-01' });
    expect(statusOf({ ...override('la.ipst', { sameDay: 'accept' }), evidence: [item('ips-training', { performedOn: hire })] }, 'la.ipst', '2026-07-01')).toBe('met');
    expect(statusOf({ ...override('la.tb', { roles: ['ips-supervisor'] }) }, 'la.tb', '2026-07-01')).toBe('none');
    expect(standing({ ...override('la.cpr', { anchor: 'first-service' }), employment: { firstServiceOn: civilDate('2026-04-01') } }, 'la.cpr', '2026-05-01')).toMatchObject({ dueOn: '2026-06-30' });
  });
});

describe('requirements of the agency itself', () => {
  const own = (window: object) => ({
    agency: {
      packs: ['la-medicaid' as const],
      customRequirements: [{ id: 'own.driving', title: 'Defensive driving', appliesTo: { roles: ['ips-specialist' as const] }, window: window as never, kind: 'other' as const, category: 'driving', reason: 'Policy 7' }],
    },
  });
  test('the same windows, the same statuses', () => {
    const world = own({ kind: 'within', anchor: 'hire', amount: 30, unit: 'days', validity: { by: 'months', months: 24 } });
    expect(standing(world, 'own.driving', '2026-04-01')).toMatchObject({ status: 'due-soon', dueOn: '2026-04-01' });
    expect(statusOf(world, 'own.driving', '2026-04-02')).toBe('overdue');
    expect(standing({ ...world, evidence: [item('other', { category: 'driving', performedOn: civilDate('2026-04-01') })] }, 'own.driving', '2026-05-01')).toMatchObject({ status: 'met', validThrough: '2028-04-01' });
    expect(statusOf({ ...world, evidence: [item('other', { category: 'first-day tour', performedOn: civilDate('2026-04-01') })] }, 'own.driving', '2026-05-01')).toBe('overdue');
    expect(statusOf({ ...world, role: 'ips-supervisor' }, 'own.driving', '2026-05-01')).toBe('none');
  });
  test('before an anchor: a training needs no result, a check does', () => {
    const before = (kind: 'orientation' | 'background-check') => ({
      agency: { packs: ['personnel-file' as const], customRequirements: [{ id: 'own.before', title: 'Before', appliesTo: {}, window: { kind: 'before' as const, anchor: 'hire' as const, maxAgeDays: 14, strict: true }, kind, reason: 'Policy 8' }] },
      evidence: [item(kind, { performedOn: shifted(hire, -14) })],
    });
    expect(statusOf(before('orientation'), 'own.before', '2026-05-01')).toBe('met');
    expect(statusOf(before('background-check'), 'own.before', '2026-05-01')).toBe('review');
  });
  test('it stands in the catalogue like any other', () => {
    const file = agencyOf(own({ kind: 'always', validity: { by: 'printed' } }));
    expect(requirementsOf(file, civilDate('2026-07-01')).at(-1)).toMatchObject({ id: 'own.driving', windowWords: 'At all times.' });
  });
});

test('the personnel file: two references, a yearly evaluation, the separation record of a leaver', () => {
  const agency = { packs: ['personnel-file' as const] };
  const reference = (date: string) => item('reference', { performedOn: civilDate(date) });
  expect(statusOf({ agency, evidence: [reference('2026-02-01')] }, 'pf.references', '2026-07-01')).toBe('overdue');
  expect(statusOf({ agency, evidence: [reference('2026-02-01'), reference('2026-03-02')] }, 'pf.references', '2026-07-01')).toBe('met');
  expect(statusOf({ agency }, 'pf.separation', '2026-07-01')).toBe('none');
  const left = { agency, employment: { endedOn: civilDate('2026-05-15') } };
  expect(statusOf(left, 'pf.separation', '2026-06-14')).toBe('due-soon');
  expect(statusOf(left, 'pf.separation', '2026-06-15')).toBe('overdue');
  expect(statusOf({ ...left, evidence: [item('separation', { performedOn: civilDate('2026-05-20') })] }, 'pf.separation', '2026-07-01')).toBe('met');
  expect(statusOf({ agency }, 'pf.motor-insurance', '2026-07-01')).toBe('none');
});

test('a rehire is judged beside the former employment, each alone', () => {
  const former = employmentOf({ id: 'former', hiredOn: civilDate('2024-01-08'), endedOn: civilDate('2024-12-31') });
  const judged = ofPeople(evaluate(agencyOf({ employments: [former, employmentOf()] }), { asOf: civilDate('2026-07-01') }).standings);
  expect(new Set(judged.map((each) => each.employmentId))).toEqual(new Set(['former', 'e']));
});
