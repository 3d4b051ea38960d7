import { describe, expect, it } from 'vitest';
import { demandedLists, runPlan, runTally, searchesOf } from '../../../renderer/features/exclusions/run/run-plan.ts';
import { runSubjects } from '../../../shared/agenda/exclusions/subjects.ts';
import { demoAgency } from '../../../shared/demo/demo-agency.ts';
import type { ExclusionCheck, KeptCandidate, ListVersion } from '../../../shared/model/exclusion.ts';
import { evaluate } from '../../../shared/rules/evaluate.ts';
import { day } from '../agenda/samples.ts';

const asOf = day('2026-03-19');
const { file: demo } = demoAgency(asOf);
const { listVersions: _none, ...file } = demo;
const evaluation = evaluate(file, { asOf });
const { subjects, others } = searchesOf(file, evaluation);
const leie: ListVersion = { id: 'v1', list: 'oig-leie', name: 'UPDATED.csv', sha256: 'a'.repeat(64), bytes: 1, rows: 83_000, scope: 'full', source: 'file', recordedAt: '2026-03-10T16:00:00Z' };

describe('who is searched', () => {
  it('puts everybody on one side or the other, each with a reason', () => {
    const everybody = file.people.length + (file.vendors ?? []).length;
    expect(subjects.length + others.length).toBe(everybody);
    expect(subjects.every(({ names, forms, why, lists }) => names.length > 0 && forms >= names.length && why !== '' && lists.length > 0)).toBe(true);
    expect(others.every(({ why }) => why !== '')).toBe(true);
  });

  it('names every recorded name once', () => {
    for (const { names } of subjects) expect(new Set(names).size).toBe(names.length);
    expect(subjects.some(({ names }) => names.length > 1)).toBe(true);
  });
});

describe('what can be searched now', () => {
  it('is nothing without a file: each list is missing, with how to make up for it', () => {
    const plan = runPlan(file, subjects, evaluation);
    expect(plan.searches).toEqual([]);
    expect(new Set(plan.missing.map(({ list }) => list))).toEqual(demandedLists(runSubjects(file, evaluation)));
    expect(plan.missing.find(({ list }) => list === 'oig-leie')?.how).toBe('import');
  });

  it('is a list with a whole version in force, and everybody who owes it', () => {
    const plan = runPlan({ ...file, listVersions: [leie] }, subjects, evaluation);
    expect(plan.searches.map(({ list, version }) => [list, version.id])).toEqual([['oig-leie', 'v1']]);
    expect(plan.searches[0]?.subjects.length).toBe(subjects.filter(({ lists }) => lists.includes('oig-leie')).length);
    expect(plan.missing.some(({ list }) => list === 'oig-leie')).toBe(false);
  });

  it('is not a supplement, nor a version imported after the day', () => {
    expect(runPlan({ ...file, listVersions: [{ ...leie, scope: 'supplement' }] }, subjects, evaluation).searches).toEqual([]);
    expect(runPlan({ ...file, listVersions: [{ ...leie, recordedAt: '2026-03-20T16:00:00Z' }] }, subjects, evaluation).searches).toEqual([]);
  });
});

describe('what a search came to', () => {
  const candidate = (tier: KeptCandidate['tier'], decisionId?: string): KeptCandidate => ({ row: 2, digest: 'b'.repeat(64), tier, score: 60, record: {}, ...(decisionId !== undefined && { decisionId }) });
  const check = (id: string, personId: string, outcome: ExclusionCheck['outcome'], ...candidates: readonly KeptCandidate[]): ExclusionCheck => ({
    id, personId, list: 'oig-leie', checkedOn: asOf, method: 'whole-list', outcome, recordedAt: '2026-03-19T16:00:00Z',
    search: { engine: 'e', identity: { names: [], businessNames: [], states: [] }, tier: 'none', candidates },
  });

  it('counts outcomes by check, people once, and entries decided earlier or weak', () => {
    const tally = runTally([
      check('c1', 'p1', 'clear'), check('c2', 'p2', 'clear', candidate('possible', 'd1'), candidate('weak')), check('c3', 'p3', 'possible', candidate('strong')),
      check('c4', 'p4', 'confirmed', candidate('strong', 'd2')), { ...check('c5', 'p1', 'clear'), list: 'la-adverse-actions' },
    ]);
    expect(tally).toEqual({ subjects: 4, lists: 2, clear: 3, possible: 1, confirmed: 1, remembered: 2, weak: 1 });
  });
});
