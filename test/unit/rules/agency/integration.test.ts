import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../../shared/civil-date.ts';
import { checkReferences } from '../../../../shared/agency-file/references.ts';
import type { PackId } from '../../../../shared/model/agency.ts';
import { agencyRequirementsOf, requirementsOf } from '../../../../shared/rules/catalogue.ts';
import { evaluate } from '../../../../shared/rules/evaluate.ts';
import { explainer } from '../../../../shared/rules/explain.ts';
import { agencyRequirementIds, packs } from '../../../../shared/rules/packs/packs.ts';
import { sources } from '../../../../shared/rules/packs/sources.ts';
import { agencyFile, application, duties, duty, override, paper, statusOf, unit, worker } from './support.ts';

const idsOf = (pack: PackId): readonly string[] => packs[pack].agencyRows.map((row) => row.id);
const louisiana = [
  'la.a1', 'la.lge', 'la.pt', 'la.a8', 'la.a12', 'la.a2a', 'la.a2b', 'la.a2c', 'la.a2d', 'la.unit', 'la.ratio', 'la.sup10', 'la.supw', 'la.ttm', 'la.supq1', 'la.supm', 'la.supq2', 'la.lrs', 'la.emp6',
  'la.f0', 'la.f1', 'la.f2', 'la.f3', 'la.f4', 'la.f6',
];

describe('what each pack asks of the agency and its teams', () => {
  test('Louisiana: LHCC states no ratio, AmeriHealth no LRS meeting, the policy of 2022 meetings only', () => {
    expect(idsOf('la-medicaid')).toEqual(louisiana);
    expect(idsOf('la-lhcc')).toEqual(louisiana.filter((id) => id !== 'la.ratio'));
    expect(idsOf('la-amerihealth')).toEqual(louisiana.filter((id) => id !== 'la.lrs'));
    expect(idsOf('la-lhcc-2022')).toEqual(['la.supw', 'la.ttm', 'la.lrs']);
    expect(idsOf('personnel-file')).toEqual([]);
  });
  test('North Carolina', () => {
    expect(idsOf('nc-state-funded')).toEqual([
      'nc.agr', 'nc.lme', 'nc.v', 'nc.mou', 'nc.case', 'nc.meet1', 'nc.meet2', 'nc.meet3', 'nc.sup', 'nc.sup-field', 'nc.65', 'nc.rpt', 'nc.f0', 'nc.f0b', 'nc.f1', 'nc.f2', 'nc.f3', 'nc.f4',
    ]);
  });
  test('every row has an id of its own, readings, and cites the document of its pack', () => {
    expect(new Set(agencyRequirementIds).size).toBe(agencyRequirementIds.length);
    const own: Readonly<Partial<Record<PackId, string>>> = { 'la-medicaid': 'S2', 'la-lhcc': 'S1', 'la-lhcc-2022': 'S0', 'la-amerihealth': 'S3', 'nc-state-funded': 'S4' };
    for (const pack of Object.values(packs)) {
      for (const row of pack.agencyRows) {
        expect(row.readings?.length, row.id).toBeGreaterThan(0);
        expect(row.citations.map((each) => each.source).every((source) => source === own[pack.id]), row.id).toBe(true);
        expect(row.citations.every((each) => Object.keys(sources).includes(each.source))).toBe(true);
      }
    }
  });
});

describe('several packs', () => {
  const world = (...used: readonly PackId[]) => ({ agency: { packs: used }, teams: [unit], people: [worker('s', 'ips-supervisor'), worker('a')] });
  test('one standing each, every citation kept, the strictest limit', () => {
    const judged = duties(world('la-medicaid', 'la-lhcc', 'la-amerihealth'), '2026-03-04');
    expect(new Set(judged.map((each) => `${each.requirement} ${each.teamId ?? ''}`)).size).toBe(judged.length);
    expect(new Set(judged.find((each) => each.requirement === 'la.a1')?.citations.map((each) => each.source))).toEqual(new Set(['S1', 'S2', 'S3']));
    const relief = (used: readonly PackId[]) => agencyRequirementsOf(agencyFile(world(...used)), civilDate('2026-03-04')).find((each) => each.id === 'la.supw')?.rule;
    expect(relief(['la-medicaid'])).toMatchObject({ reliefMembers: 9 });
    expect(relief(['la-medicaid', 'la-lhcc-2022'])).not.toHaveProperty('reliefMembers');
    expect(relief(['la-lhcc-2022', 'la-medicaid'])).toMatchObject({ groupOnly: true });
  });
  test('a pack asks from its first to its last day', () => {
    const agency = { packs: [{ pack: 'la-medicaid' as const, from: civilDate('2026-03-02'), to: civilDate('2026-06-30') }] };
    expect(statusOf({ agency }, 'la.a1', '2026-03-01')).toBe('none');
    expect(statusOf({ agency }, 'la.a1', '2026-03-02')).toBe('overdue');
    expect(statusOf({ agency }, 'la.a1', '2026-06-30')).toBe('overdue');
    expect(statusOf({ agency }, 'la.a1', '2026-07-01')).toBe('none');
  });
});

describe('who owes what', () => {
  const both = { packs: ['la-medicaid' as const, 'nc-state-funded' as const] };
  const ofTeam = (teamId: string, standings: ReturnType<typeof duties>) => new Set(standings.filter((each) => each.teamId === teamId).map((each) => each.requirement.slice(0, 2)));
  test('a team by its own packs, one without by the roles of its people; the agency by those of all', () => {
    const teams = [{ id: 'n', name: 'North' }, { id: 'l', name: 'South' }, { id: 'x', name: 'Named', packs: ['nc-state-funded' as const] }];
    const judged = duties({ agency: both, teams, people: [worker('a', 'team-lead', { teamId: 'n' }), worker('b', 'ips-specialist', { teamId: 'l' }), worker('c', 'ips-specialist', { teamId: 'x' })] }, '2026-03-04');
    expect(ofTeam('n', judged)).toEqual(new Set(['nc']));
    expect(ofTeam('l', judged)).toEqual(new Set(['la']));
    expect(ofTeam('x', judged)).toEqual(new Set(['nc']));
    expect(new Set(judged.filter((each) => each.teamId === undefined).map((each) => each.requirement.slice(0, 2)))).toEqual(new Set(['la', 'nc']));
    expect(statusOf({ agency: { packs: ['la-medicaid'] }, teams }, 'nc.agr', '2026-03-04')).toBe('overdue');
  });
  test('a closed team owes nothing after its last day', () => {
    const teams = [{ ...unit, closedOn: civilDate('2026-03-04') }];
    expect(statusOf({ teams }, 'la.unit', '2026-03-04')).toBe('overdue');
    expect(statusOf({ teams }, 'la.unit', '2026-03-05')).toBe('none');
  });
  test('the agency first, then the teams in order, after everybody; not when one person is asked for', () => {
    const file = agencyFile({ teams: [unit, { id: 'u', name: 'River' }], people: [worker('a'), worker('s', 'ips-supervisor')] });
    const { standings } = evaluate(file, { asOf: civilDate('2026-03-04') });
    const whose = standings.map((each) => each.personId ?? each.teamId ?? 'agency');
    expect(whose.filter((each, at) => each !== whose[at - 1])).toEqual(['a', 's', 'agency', 't', 'u']);
    expect(evaluate(file, { asOf: civilDate('2026-03-04'), personId: 'a' }).standings.every((each) => each.personId === 'a')).toBe(true);
    const all = duties({ teams: [unit] }, '2026-03-04', { all: true });
    expect(all.find((each) => each.requirement === 'la.a2d')).toMatchObject({ status: 'not-applicable', validNow: null });
    expect(all.map((each) => each.requirement)).toEqual(louisiana);
  });
});

describe('known at a moment', () => {
  const late = { ...paper('license', { effectiveOn: '2025-01-01' }), recordedAt: '2026-03-10T15:00:00Z' };
  test('what was recorded later is not known, what was retracted later still is', () => {
    expect(duty({ records: [late] }, 'la.a1', '2026-03-20', { knownAt: '2026-03-10T14:59:59Z' })?.status).toBe('overdue');
    expect(duty({ records: [late] }, 'la.a1', '2026-03-20', { knownAt: '2026-03-10T15:00:00Z' })?.status).toBe('met');
    expect(duty({ records: [late] }, 'la.a1', '2026-03-20', { knownAt: '2026-03-09' })?.status).toBe('overdue');
    const gone = { ...late, retractedAt: '2026-03-12T09:00:00Z', retractedReason: 'not ours' };
    expect(duty({ records: [gone] }, 'la.a1', '2026-03-20', { knownAt: '2026-03-11' })?.status).toBe('met');
    expect(statusOf({ records: [gone] }, 'la.a1', '2026-03-20')).toBe('overdue');
  });
  test('an override recorded later does not act yet', () => {
    const world = { records: [application('2025-01-01')], agency: { overrides: [override('la.a2c', { withinMonths: 12 }, { recordedAt: '2026-02-01T00:00:00Z' })] } };
    expect(duty(world, 'la.a2c', '2026-01-15', { knownAt: '2026-01-31T00:00:00Z' })?.status).toBe('not-yet-due');
    expect(statusOf(world, 'la.a2c', '2026-01-15')).toBe('overdue');
  });
});

describe('overrides and lists', () => {
  test('a duty can be switched off; its id is known to the agency file and not to the staff lists', () => {
    const file = agencyFile({ agency: { overrides: [override('la.a1', { enabled: false })] } });
    expect(checkReferences(file)).toEqual([]);
    expect(duties({ agency: file.agency }, '2026-03-04').map((each) => each.requirement)).not.toContain('la.a1');
    const asOf = civilDate('2026-03-04');
    expect(agencyRequirementsOf(file, asOf).map((each) => each.id)).toEqual(louisiana.filter((id) => id !== 'la.a1' && !['la.unit', 'la.ratio', 'la.sup10', 'la.supw', 'la.ttm', 'la.supq1', 'la.supm', 'la.supq2', 'la.lrs', 'la.emp6'].includes(id) && !id.startsWith('la.f')));
    expect(requirementsOf(file, asOf).some((each) => agencyRequirementIds.includes(each.id))).toBe(false);
  });
  test('every verdict explains itself in full sentences, through the explainer too', () => {
    const file = agencyFile({ agency: { packs: ['la-medicaid', 'nc-state-funded'] }, teams: [unit], people: [worker('a'), worker('s', 'ips-supervisor')], records: [paper('license', { effectiveOn: '2025-01-01', expiresOn: '2026-01-01' })] });
    const evaluation = evaluate(file, { asOf: civilDate('2026-03-04') });
    const explain = explainer(file, evaluation);
    for (const standing of evaluation.standings.filter((each) => each.personId === undefined)) {
      const { reason, brief, headline } = explain(standing);
      expect(reason, standing.requirement).toMatch(/\.$/);
      expect(reason + brief + headline, standing.requirement).not.toMatch(/undefined|NaN|Infinity|\.\./);
    }
  });
});
