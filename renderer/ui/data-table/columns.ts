import type { ReactNode } from 'react';
import type { RowData } from '@tanstack/react-table';
import type { ExportTable } from '../../../shared/export-table.ts';
import type { GridPlace } from '../grid-keys.ts';

export type DataColumn<Row extends RowData> = {
  readonly id: string;
  readonly title: string;
  /** The cell as text: what is filtered, copied and exported. */
  readonly text: (row: Row) => string;
  /** What the column is sorted by; the text where absent. Null goes last going up. */
  readonly sortBy?: (row: Row) => string | number | null;
  /** How the cell is drawn; the text where absent. */
  readonly cell?: (row: Row) => ReactNode;
  /** In pixels. */
  readonly width?: number;
  readonly numeric?: boolean;
};

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Orders two cells: numbers by size, text without regard to case and accents, null after everything. */
export function compareCells(one: string | number | null, other: string | number | null): number {
  if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  const a = folded(String(one));
  const b = folded(String(other));
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The rows whose text holds every word of the filter, without regard to case and accents. */
export function filteredRows<Row extends RowData>(rows: readonly Row[], columns: readonly DataColumn<Row>[], filter: string): readonly Row[] {
  const words = folded(filter).split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = folded(columns.map((column) => column.text(row)).join(' '));
    return words.every((word) => text.includes(word));
  });
}

export type GridRange = { readonly from: GridPlace; readonly to: GridPlace };

/** The rectangle between two places, whichever way it was drawn. */
export const rangeOf = (one: GridPlace, other: GridPlace): GridRange => ({
  from: { row: Math.min(one.row, other.row), column: Math.min(one.column, other.column) },
  to: { row: Math.max(one.row, other.row), column: Math.max(one.column, other.column) },
});

export const inRange = (range: GridRange | null, row: number, column: number): boolean =>
  range !== null && row >= range.from.row && row <= range.to.row && column >= range.from.column && column <= range.to.column;

/** A rectangle as text. Row 0 of the grid is the head, so row 1 is the first of `rows`. */
export function exportRange<Row extends RowData>(rows: readonly Row[], columns: readonly DataColumn<Row>[], range: GridRange): ExportTable {
  const some = columns.slice(range.from.column, range.to.column + 1);
  return {
    heads: some.map((column) => column.title),
    rows: rows.slice(Math.max(0, range.from.row - 1), range.to.row).map((row) => some.map((column) => column.text(row))),
  };
}
