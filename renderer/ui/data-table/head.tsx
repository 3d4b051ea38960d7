import type { RowData } from '@tanstack/react-table';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { cx } from '../cx.ts';
import type { DataColumn } from './columns.ts';
import type { SortedTable } from './use-sorted-table.ts';
import styles from './data-table.module.css';

type Headers<Row extends RowData> = NonNullable<ReturnType<SortedTable<Row>['getHeaderGroups']>[number]>['headers'];

const directions = { asc: 'ascending', desc: 'descending' } as const;

/** The heads: a click or Enter sorts, the right edge drags the width. */
export function Head<Row extends RowData>({ headers, columns, template, focused }: {
  readonly headers: Headers<Row>;
  readonly columns: readonly DataColumn<Row>[];
  readonly template: string;
  /** The column whose head has the focus. */
  readonly focused: number | null;
}) {
  return (
    <div role="row" aria-rowindex={1} className={styles.head} style={{ gridTemplateColumns: template }}>
      {headers.map((header, index) => {
        const sorted = header.column.getIsSorted();
        return (
          <div
            key={header.id}
            role="columnheader"
            aria-colindex={index + 1}
            aria-sort={sorted === false ? 'none' : directions[sorted]}
            data-place={`0:${index}`}
            tabIndex={focused === index ? 0 : -1}
            className={cx(styles.headCell, columns[index]?.numeric === true && styles.numeric)}
          >
            {columns[index]?.title}
            {sorted === 'asc' && <IconArrowUp size={12} stroke={1.8} aria-hidden="true" />}
            {sorted === 'desc' && <IconArrowDown size={12} stroke={1.8} aria-hidden="true" />}
            <span className={styles.resizer} aria-hidden="true" data-resizer onMouseDown={header.getResizeHandler()} onTouchStart={header.getResizeHandler()} />
          </div>
        );
      })}
    </div>
  );
}
