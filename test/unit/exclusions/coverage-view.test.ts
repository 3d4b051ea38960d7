import { describe, expect, it } from 'vitest';
import { coverageLooks, gridMonths, gridRows } from '../../../renderer/features/exclusions/months/coverage-view.ts';
import { coverageGrid, coverageStatuses } from '../../../shared/agenda/exclusions/coverage.ts';
import { monthOf } from '../../../shared/civil-date.ts';
import type { MonthRecord } from '../../../shared/model/exclusion.ts';
import { demoAgency } from '../../../shared/demo/demo-agency.ts';
import { evaluate } from '../../../shared/rules/evaluate.ts';
import { day } from '../agenda/samples.ts';

const asOf = day('2026-03-19');
const { file } = demoAgency(asOf);
const grid = coverageGrid(file, evaluate(file, { asOf }), { months: 24, list: null });
const everybody = { words: '', onlyHoles: false };

describe('the lines of the coverage grid', () => {
  it('has a line for everybody and a cell for every month, the newest last', () => {
    const rows = gridRows(grid, everybody);
    expect(rows.length).toBe(grid.rows.length);
    expect(rows.every((row) => row.cells.length === 24)).toBe(true);
    expect(rows[0]?.cells.at(-1)?.cell.month).toBe('2026-03');
  });

  it('says in every cell the status, who, which month, and why', () => {
    const cells = gridRows(grid, everybody).flatMap(({ cells: own }) => own);
    for (const { label, cell } of cells) {
      expect(label.startsWith(`${coverageLooks[cell.status].word}. `)).toBe(true);
      expect(label.endsWith(cell.words)).toBe(true);
      expect(cell.words).not.toBe('');
    }
  });

  it('counts the holes of a line and of a month alike', () => {
    const ofLines = gridRows(grid, everybody).reduce((sum, row) => sum + row.holes, 0);
    const ofMonths = gridMonths(grid).reduce((sum, month) => sum + month.holes, 0);
    expect(ofLines).toBe(ofMonths);
    expect(ofLines).toBeGreaterThan(0);
  });

  it('leaves only lines with holes when asked, and filters by every word of a name', () => {
    const holes = gridRows(grid, { words: '', onlyHoles: true });
    expect(holes.length).toBeGreaterThan(0);
    expect(holes.length).toBeLessThan(grid.rows.length);
    expect(holes.every((row) => row.holes > 0)).toBe(true);
    const [first] = grid.rows;
    expect(gridRows(grid, { words: first?.name ?? '', onlyHoles: false }).map((row) => row.name)).toContain(first?.listName);
    expect(gridRows(grid, { words: 'nobody of this name', onlyHoles: false })).toEqual([]);
  });

  it('tells a closed month with its day, and an open one', () => {
    const close: MonthRecord = { id: 'm1', kind: 'close', month: monthOf(day('2026-02-01')), closedOn: day('2026-03-02'), holes: [], recordedAt: '2026-03-02T15:00:00Z' };
    const closed = { ...file, monthRecords: [close] };
    const months = gridMonths(coverageGrid(closed, evaluate(closed, { asOf }), { months: 2, list: null }));
    expect(months.map(({ closed: isClosed }) => isClosed)).toEqual([true, false]);
    expect(months[0]?.title).toContain('February 2026: closed on 2 Mar 2026');
    expect(months[1]?.title).toContain('March 2026: open');
  });

  it('gives every status a shape of its own', () => {
    expect(new Set(coverageStatuses.map((status) => coverageLooks[status].glyph)).size).toBe(coverageStatuses.length);
  });
});
