import {
  columnResizingFeature,
  columnSizingFeature,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type ReactTable,
  type RowData,
  type SortingState,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { compareCells, filteredRows, type DataColumn } from './columns.ts';

const features = tableFeatures({ rowSortingFeature, columnSizingFeature, columnResizingFeature, sortedRowModel: createSortedRowModel() });

export type SortedTable<Row extends RowData> = ReactTable<typeof features, Row>;

/** Narrower than this a column says nothing. */
export const smallestColumn = 48;

/** Filters, sorts and sizes: the model behind the table. */
export function useSortedTable<Row extends RowData>({ columns, rows, rowKey, filter, sort }: {
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly filter: string;
  readonly sort: { readonly id: string; readonly desc: boolean } | undefined;
}): SortedTable<Row> {
  const [sorting, setSorting] = useState<SortingState>(sort === undefined ? [] : [sort]);
  const definitions = useMemo<ColumnDef<typeof features, Row>[]>(
    () =>
      columns.map((column) => ({
        id: column.id,
        header: column.title,
        accessorFn: (row: Row) => (column.sortBy === undefined ? column.text(row) : column.sortBy(row)),
        size: column.width ?? 160,
        minSize: smallestColumn,
        sortFn: (one, other, id) => compareCells(one.getValue<string | number | null>(id), other.getValue<string | number | null>(id)),
      })),
    [columns],
  );
  const data = useMemo(() => [...filteredRows(rows, columns, filter)], [rows, columns, filter]);
  return useTable({
    features,
    columns: definitions,
    data,
    getRowId: rowKey,
    state: { sorting },
    onSortingChange: setSorting,
    columnResizeMode: 'onChange',
    enableSortingRemoval: false,
    sortDescFirst: false,
  });
}
