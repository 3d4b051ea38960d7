import { IconLock } from '@tabler/icons-react';
import { memo, useEffect, useEffectEvent, type CSSProperties, type Ref } from 'react';
import { monthWords } from '../../../../shared/wording.ts';
import { CellTip } from '../../../ui/cell-tip.tsx';
import { cx } from '../../../ui/cx.ts';
import type { GridPlace } from '../../../ui/grid-keys.ts';
import { useSheetGrid, type GridHandle } from '../../../ui/sheet-grid/use-sheet-grid.ts';
import { StatusMark } from '../../../ui/status-mark.tsx';
import type { GridMonth, GridRow } from './coverage-view.ts';
import styles from './coverage-grid.module.css';

const rowHeight = 28;
/** Heads, in pixels; the style sheet says the same. */
const headHeight = 54;

/** People and vendors by months: a roving Tab stop, heads and names that stay, only the lines near the view in the page. */
export function CoverageGrid({ rows, months, label, place, opened, onMove, onOpen, onMonth, handle }: {
  readonly rows: readonly GridRow[];
  readonly months: readonly GridMonth[];
  readonly label: string;
  /** Column 0 is the name. */
  readonly place: GridPlace;
  readonly opened: boolean;
  readonly onMove: (place: GridPlace) => void;
  /** Enter or a click on a cell; column 0 is the person. */
  readonly onOpen: (place: GridPlace) => void;
  /** A click on a month's head. */
  readonly onMonth: (month: GridMonth) => void;
  readonly handle: Ref<GridHandle>;
}) {
  const { scroller, virtual, scrollerProps } = useSheetGrid({
    rows: rows.length, columns: months.length + 1, rowHeight, headHeight, overscan: 8, keyOf: (index) => rows[index]?.key ?? index,
    place, opened, width: '', onMove, onOpen, handle,
  });
  // The newest months are what one came for.
  const toTheEnd = useEffectEvent(() => {
    scroller.current?.scrollTo({ left: scroller.current.scrollWidth });
  });
  useEffect(() => {
    toTheEnd();
  }, [months.length]);

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={months.length + 1}
      className={styles.scroller}
      {...scrollerProps}
      style={{ '--months': months.length, '--row-height': `${rowHeight}px` } as CSSProperties}
    >
      <div role="presentation" className={styles.inner}>
        <div role="row" aria-rowindex={1} className={styles.heads}>
          <div role="columnheader" aria-colindex={1} className={styles.corner}>Person or company</div>
          {months.map((each, index) => (
            <div key={each.month} role="columnheader" aria-colindex={index + 2} className={cx(styles.head, each.month.endsWith('-01') && styles.yearStart)}>
              <button type="button" className={styles.headButton} tabIndex={-1} title={each.title} onClick={() => onMonth(each)}>
                <span>{monthWords(each.month).slice(0, 3)}</span>
                <span className={styles.year}>{index === 0 || each.month.endsWith('-01') ? each.month.slice(0, 4) : '\u00a0'}</span>
                <span className={cx(styles.foot, each.holes > 0 && styles.holes)}>
                  {each.closed && <IconLock size={11} stroke={1.8} aria-hidden="true" />}
                  {each.holes > 0 ? each.holes : each.closed ? '' : '\u00a0'}
                  <span className="sr-only">{`, ${each.title}`}</span>
                </span>
              </button>
            </div>
          ))}
        </div>
        <div role="presentation" className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <Line
                key={row.key}
                row={row}
                months={months}
                index={item.index}
                start={item.start}
                tabStop={item.index === place.row ? place.column : null}
                opened={opened && item.index === place.row ? place.column : null}
              />
            );
          })}
        </div>
      </div>
      <CellTip scroller={scroller} />
    </div>
  );
}

/** One line. Memoised: moving the focus draws two lines, not all of them. */
const Line = memo(function Line({ row, months, index, start, tabStop, opened }: {
  readonly row: GridRow;
  readonly months: readonly GridMonth[];
  readonly index: number;
  readonly start: number;
  /** The column that takes the Tab key; null in every line but one. */
  readonly tabStop: number | null;
  /** The column whose checks are shown beside the grid. */
  readonly opened: number | null;
}) {
  return (
    <div role="row" aria-rowindex={index + 2} className={styles.row} style={{ transform: `translateY(${start}px)` }}>
      <div role="rowheader" aria-colindex={1} data-place={`${index}:0`} tabIndex={tabStop === 0 ? 0 : -1} className={styles.name}>
        <span className={styles.person}>{row.name}</span>
        {row.holes > 0 && <span className={styles.rowHoles}>{row.holes}<span className="sr-only"> {row.holes === 1 ? 'hole' : 'holes'}</span></span>}
      </div>
      {row.cells.map((cell, position) => (
        <div
          key={months[position]?.month ?? position}
          role="gridcell"
          aria-colindex={position + 2}
          aria-selected={opened === position + 1}
          data-place={`${index}:${position + 1}`}
          tabIndex={tabStop === position + 1 ? 0 : -1}
          className={cx(styles.cell, months[position]?.month.endsWith('-01') === true && styles.yearStart)}
        >
          <StatusMark {...cell.look} variant="cell" text="" label={cell.label} className={styles.mark} />
        </div>
      ))}
    </div>
  );
});
