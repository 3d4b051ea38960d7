import { describe, expect, it } from 'vitest';
import { required } from '../../../shared/assert.ts';
import { civilDate } from '../../../shared/civil-date.ts';
import type { ExclusionCheck, ExclusionList } from '../../../shared/model/exclusion.ts';
import type { GridCell } from '../../../shared/report/binder-model.ts';
import { agencyOf, judgedModel } from './fixture.ts';

let count = 0;
const check = (list: ExclusionList, on: string, extra: Partial<ExclusionCheck> = {}): ExclusionCheck => ({
  id: `c${(count += 1)}`, personId: 'p1', list, checkedOn: civilDate(on), method: 'whole-list', outcome: 'clear', recordedAt: `${on}T12:00:00Z`,
  listVersion: { name: 'list', sha256: 'a'.repeat(64), rows: 80_000, newestAction: civilDate('2025-11-20') }, ...extra,
});
const both = (on: string): readonly ExclusionCheck[] => [check('oig-leie', on), check('la-adverse-actions', on)];

/** Hired 15 December 2025, judged 31 March 2026. */
function gridOf(exclusionChecks: readonly ExclusionCheck[], extra: Parameters<typeof agencyOf>[0] = {}) {
  const file = agencyOf({ exclusionChecks, ...extra });
  const person = required(file.people[0], 'one person');
  const hired = civilDate('2025-12-15');
  const people = [{ ...person, employments: [{ id: 'e1', kind: 'employee' as const, hiredOn: hired, directCare: true, roles: [{ role: 'ips-specialist' as const, from: hired }] }] }];
  const chapter = required(judgedModel({ ...file, people }, { people: ['p1'] }).chapters[0], 'one person');
  return { chapter, grid: required(chapter.grid, 'monthly lists are judged') };
}

const cell = (grid: ReturnType<typeof gridOf>['grid'], year: number, list: number, month: number): GridCell | undefined => grid.years.find((each) => each.year === year)?.rows[list]?.cells[month - 1];

describe('the month grid', () => {
  it('shows the day of each search, the search before hire, holes, and what is outside', () => {
    const { grid, chapter } = gridOf([...both('2025-12-01'), ...both('2026-01-12'), check('oig-leie', '2026-02-11')]);
    expect(grid.years.map((year) => [year.year, ...year.rows.map((row) => row.label)])).toEqual([[2025, 'OIG LEIE', 'LDH'], [2026, 'OIG LEIE', 'LDH']]);
    expect(cell(grid, 2025, 0, 11)).toEqual({ kind: 'outside' });
    expect(cell(grid, 2025, 0, 12)).toEqual({ kind: 'searched', day: 1, outcome: 'clear' });
    expect(cell(grid, 2026, 0, 1)).toEqual({ kind: 'searched', day: 12, outcome: 'clear' });
    expect(cell(grid, 2026, 0, 2)).toEqual({ kind: 'searched', day: 11, outcome: 'clear' });
    expect(cell(grid, 2026, 1, 2)).toEqual({ kind: 'none' });
    expect(cell(grid, 2026, 0, 3)?.kind).toBe('open');
    expect(cell(grid, 2026, 0, 4)).toEqual({ kind: 'outside' });
    expect(grid.notes[0]).toBe('February 2026: OIG LEIE searched, LDH not searched.');
    expect(grid.years[1]?.files.slice(0, 2)).toEqual(['11-25', '11-25']);
    expect(chapter.findings.map((finding) => finding.number)).toContain(grid.finding);
  });

  it('takes a search of the month before for the month of hire, and says so', () => {
    const { grid } = gridOf([...both('2025-11-20'), ...both('2026-01-12'), ...both('2026-02-11')]);
    expect(cell(grid, 2025, 0, 12)).toEqual({ kind: 'before-hire', outcome: 'clear' });
    expect(grid.figures[0]?.value).toBe('3 of 3');
  });

  it('tells a decided match from an open one and prints nobody else', () => {
    const possible = check('oig-leie', '2026-02-11', { outcome: 'possible' });
    const checks = [...both('2025-12-01'), ...both('2026-01-12'), possible, check('la-adverse-actions', '2026-02-11')];
    expect(cell(gridOf(checks).grid, 2026, 0, 2)).toMatchObject({ outcome: 'possible' });
    const decision = { id: 'd1', list: 'oig-leie' as const, verdict: 'not-the-person' as const, decidedOn: civilDate('2026-02-12'), reason: 'Other birth year.', recordedAt: '2026-02-12T09:00:00Z', recordedBy: 'Łukasz Wójcik' };
    const { grid, chapter } = gridOf([...checks, check('oig-leie', '2026-02-11', { personId: 'p2', outcome: 'possible', namesSearched: ['Somebody Else'] })], {
      decisions: [{ ...decision, personId: 'p1', checkId: possible.id }, { ...decision, id: 'd2', personId: 'p2', reason: 'About somebody else.' }],
    });
    expect(cell(grid, 2026, 0, 2)).toMatchObject({ kind: 'searched', day: 11, outcome: 'decided' });
    expect(grid.notes).toContain('February 2026: one possible match on OIG LEIE; decided not the person on 12 Feb 2026 by Łukasz Wójcik. Other birth year.');
    expect(JSON.stringify(chapter)).not.toMatch(/[Ss]omebody/);
  });

  it('does not count a search that could not be made', () => {
    const { grid } = gridOf([...both('2025-12-01'), ...both('2026-01-12'), check('oig-leie', '2026-02-11', { outcome: 'unable' }), check('la-adverse-actions', '2026-02-11')]);
    expect(cell(grid, 2026, 0, 2)).toEqual({ kind: 'none' });
  });
});
