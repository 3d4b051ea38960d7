import { IconLock } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useEffectEvent, useImperativeHandle, useRef, type CSSProperties, type KeyboardEvent, type Ref } from 'react';
import { monthWords } from '../../../../shared/wording.ts';
import { CellTip } from '../../../ui/cell-tip.tsx';
import { cx } from '../../../ui/cx.ts';
import { movedBy, type GridPlace } from '../../../ui/grid-keys.ts';
import { StatusMark } from '../../../ui/status-mark.tsx';
import type { GridMonth, GridRow } from './coverage-view.ts';
import styles from './coverage-grid.module.css';

export type CoverageHandle = { readonly focus: (place: GridPlace) => void };

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
  readonly handle: Ref<CoverageHandle>;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey: (index) => rows[index]?.key ?? index,
    scrollPaddingStart: headHeight,
  });
  const focus = (next: GridPlace): void => {
    virtual.scrollToIndex(next.row);
    requestAnimationFrame(() => {
      const cell = scroller.current?.querySelector<HTMLElement>(`[data-place="${next.row}:${next.column}"]`);
      cell?.focus({ preventScroll: true });
      if (cell !== null && cell !== undefined && next.column > 0) reveal(scroller.current, cell);
    });
  };
  useImperativeHandle(handle, () => ({ focus }));
  // The newest months are what one came for.
  const toTheEnd = useEffectEvent(() => {
    if (scroller.current !== null) scroller.current.scrollLeft = scroller.current.scrollWidth;
  });
  useEffect(() => {
    toTheEnd();
  }, [months.length]);

  // The checks beside the grid take room from it: the cell they are of must not end up beyond the edge.
  const keepInView = useEffectEvent(() => {
    const cell = scroller.current?.querySelector<HTMLElement>(`[data-place="${place.row}:${place.column}"]`);
    if (place.column > 0 && cell !== null && cell !== undefined) reveal(scroller.current, cell);
  });
  useEffect(() => {
    if (opened) keepInView();
  }, [opened]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.target instanceof Element) || event.target.closest('[data-place]') === null) return;
    const take = (): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (event.key === 'Enter') {
      take();
      onOpen(place);
      return;
    }
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 600) - headHeight) / rowHeight) - 1);
    const next = movedBy(event.nativeEvent, place, { rows: rows.length, columns: months.length + 1, page });
    if (next === null) return;
    take();
    onMove(next);
    focus(next);
  };

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={months.length + 1}
      className={styles.scroller}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        const at = event.target instanceof Element ? placeOf(event.target) : null;
        if (at === null) return;
        onMove(at);
        onOpen(at);
      }}
      onFocus={(event) => {
        const at = placeOf(event.target);
        if (at !== null && (at.row !== place.row || at.column !== place.column)) onMove(at);
      }}
      style={{ '--months': months.length } as CSSProperties}
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

/** Scrolls sideways just so far that a cell is neither under the names nor beyond the edge. */
function reveal(scroller: HTMLElement | null, cell: HTMLElement): void {
  const names = scroller?.querySelector<HTMLElement>('[role="rowheader"]');
  if (scroller === null || names === null || names === undefined) return;
  const frame = scroller.getBoundingClientRect();
  const box = cell.getBoundingClientRect();
  const left = frame.left + names.offsetWidth;
  const right = frame.left + scroller.clientWidth;
  if (box.left < left) scroller.scrollLeft -= left - box.left;
  else if (box.right > right) scroller.scrollLeft += box.right - right;
}

function placeOf(element: Element): GridPlace | null {
  const cell = element.closest<HTMLElement>('[data-place]');
  const [row, column] = (cell?.dataset['place'] ?? '').split(':').map(Number);
  return row === undefined || column === undefined || Number.isNaN(row) ? null : { row, column };
}
