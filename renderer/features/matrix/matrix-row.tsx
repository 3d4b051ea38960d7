import { memo } from 'react';
import type { CivilDate } from '../../../shared/civil-date.ts';
import type { RequirementInfo } from '../../../shared/rules/requirement.ts';
import { lookOf } from '../../../shared/status-look.ts';
import { cx } from '../../ui/cx.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { cellText, type CellWidth } from './cell-text.ts';
import type { MatrixRow } from './matrix-model.ts';
import { cellName } from './standing-words.ts';
import styles from './matrix-grid.module.css';

export type RowViewProps = {
  readonly row: MatrixRow;
  readonly columns: readonly RequirementInfo[];
  /** Columns where a group begins. */
  readonly groupStarts: ReadonlySet<number>;
  readonly width: CellWidth;
  readonly asOf: CivilDate;
  /** Position among the rows, from 0. */
  readonly index: number;
  readonly start: number;
  readonly height: number;
  /** The column (0 is the name) that takes the Tab key; null in every row but one. */
  readonly tabStop: number | null;
  /** The column whose explanation is open; null in every row but one. */
  readonly explained: number | null;
};

/** One line. Memoised: moving the focus draws two lines, not all of them. */
export const RowView = memo(function RowView({ row, columns, groupStarts, width, asOf, index, start, height, tabStop, explained }: RowViewProps) {
  return (
    <div
      role="row"
      aria-rowindex={index + 3}
      className={cx(styles.row, explained !== null && styles.explained)}
      style={{ transform: `translateY(${start}px)`, height }}
      data-row={index}
    >
      <div role="rowheader" aria-colindex={1} data-place={`${index}:0`} tabIndex={tabStop === 0 ? 0 : -1} className={styles.name}>
        <span className={styles.person}>
          <b>{row.family}</b>, {row.given}
        </span>
        {width === 'wide' && <span className={styles.role}>{row.roleWord}</span>}
      </div>
      {columns.map((column, position) => {
        const standing = row.cells.get(column.id);
        const look = lookOf(standing?.status ?? 'not-applicable');
        return (
          <div
            key={column.id}
            role="gridcell"
            aria-colindex={position + 2}
            aria-selected={explained === position + 1}
            data-place={`${index}:${position + 1}`}
            tabIndex={tabStop === position + 1 ? 0 : -1}
            className={cx(styles.cell, groupStarts.has(position) && styles.groupStart)}
          >
            <StatusMark
              {...look}
              variant="cell"
              className={styles.mark}
              label={cellName(standing, column, row.name, asOf)}
              text={standing === undefined ? '' : cellText(standing, asOf, width)}
            />
          </div>
        );
      })}
    </div>
  );
});
