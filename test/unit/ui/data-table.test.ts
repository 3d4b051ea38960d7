import { describe, expect, it } from 'vitest';
import { compareCells, exportRange, filteredRows, inRange, rangeOf, type DataColumn } from '../../../renderer/ui/data-table/columns.ts';

type Row = { readonly name: string; readonly count: number };
const columns: readonly DataColumn<Row>[] = [
  { id: 'name', title: 'Name', text: (row) => row.name },
  { id: 'count', title: 'Count', text: (row) => String(row.count), sortBy: (row) => row.count },
];
const rows: readonly Row[] = [{ name: 'Núñez, Ana', count: 2 }, { name: 'Arceneaux, Del', count: 11 }];

describe('a table', () => {
  it('orders numbers by size, text without regard to accents and case, nothing last', () => {
    expect([11, 2, 100].sort(compareCells)).toEqual([2, 11, 100]);
    expect(['nunez', 'Ñoño', 'Abadie'].sort(compareCells)).toEqual(['Abadie', 'Ñoño', 'nunez']);
    expect([null, 'b', null, 'a'].sort(compareCells)).toEqual(['a', 'b', null, null]);
    expect(compareCells('Ana', 'ana')).toBe(0);
  });

  it('finds every word, in any column, in any order, without accents', () => {
    expect(filteredRows(rows, columns, 'nunez')).toEqual([rows[0]]);
    expect(filteredRows(rows, columns, '11 arc')).toEqual([rows[1]]);
    expect(filteredRows(rows, columns, 'ana 11')).toEqual([]);
    expect(filteredRows(rows, columns, '  ')).toBe(rows);
  });

  it('takes a rectangle, whichever way it was drawn', () => {
    const range = rangeOf({ row: 2, column: 1 }, { row: 0, column: 0 });
    expect(range).toEqual({ from: { row: 0, column: 0 }, to: { row: 2, column: 1 } });
    expect(exportRange(rows, columns, range)).toEqual({ heads: ['Name', 'Count'], rows: [['Núñez, Ana', '2'], ['Arceneaux, Del', '11']] });
    expect(exportRange(rows, columns, rangeOf({ row: 2, column: 1 }, { row: 2, column: 1 }))).toEqual({ heads: ['Count'], rows: [['11']] });
    expect(inRange(range, 1, 1)).toBe(true);
    expect(inRange(range, 3, 1)).toBe(false);
    expect(inRange(null, 0, 0)).toBe(false);
  });
});
