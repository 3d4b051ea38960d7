import type { RowData } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { toTsv, type ExportTable } from '../../../shared/export-table.ts';
import { cx } from '../cx.ts';
import { copyText } from '../exporters.ts';
import { movedBy, type GridPlace } from '../grid-keys.ts';
import { exportRange, inRange, rangeOf, type DataColumn } from './columns.ts';
import { Head } from './head.tsx';
import { smallestColumn, useSortedTable } from './use-sorted-table.ts';
import styles from './data-table.module.css';

export type DataTableProps<Row extends RowData> = {
  readonly label: string;
  /** Keep it at module scope or memoised: a new list is a new table. */
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Enter or a double click; a single click too where `openOnClick`. */
  readonly onOpen?: (row: Row) => void;
  readonly openOnClick?: boolean;
  /** Only rows whose text holds every word of this. */
  readonly filter?: string;
  readonly sort?: { readonly id: string; readonly desc: boolean };
  readonly selectedKey?: string | null;
  /** Told which row has the focus. */
  readonly onFocusRow?: (row: Row) => void;
  /** What stands in the place of rows when there are none. */
  readonly empty: ReactNode;
  /** Given the table as shown, sorted and filtered, when a person presses Ctrl+E in it. */
  readonly onExport?: (table: ExportTable) => void;
  readonly className?: string | undefined;
};

const rowHeight = 32;

/**
 * A table that behaves like a spreadsheet: arrow keys move the one cell that has the focus, Shift+arrows extend, Ctrl+A takes
 * all, Ctrl+C copies as tab-separated text, heads sort, their right edges resize (Alt+arrows from the keyboard).
 * Only the rows in view are in the page, so that thousands scroll.
 */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { label, columns, onOpen, openOnClick = false, selectedKey, onFocusRow, empty, onExport } = props;
  const [place, setPlace] = useState<GridPlace>({ row: 1, column: 0 });
  const [anchor, setAnchor] = useState<GridPlace | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const table = useSortedTable({ columns, rows: props.rows, rowKey: props.rowKey, filter: props.filter ?? '', sort: props.sort });
  const shown = table.getRowModel().rows;
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    getItemKey: (index) => shown[index]?.id ?? index,
  });

  // Row 0 is the head: it is part of the grid, so that the arrow keys reach it.
  const last: GridPlace = { row: shown.length, column: columns.length - 1 };
  const at: GridPlace = { row: Math.min(place.row, last.row), column: Math.min(place.column, last.column) };
  const range = anchor === null ? null : rangeOf(anchor, at);
  const rowAt = (row: number): Row | undefined => shown[row - 1]?.original;

  const select = (next: GridPlace, extend: boolean): void => {
    setAnchor(extend ? (anchor ?? at) : null);
    setPlace(next);
    const row = rowAt(next.row);
    if (row !== undefined) onFocusRow?.(row);
  };
  const focus = (next: GridPlace): void => {
    if (next.row > 0) virtual.scrollToIndex(next.row - 1);
    // The row may only now be drawn.
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-place="${next.row}:${next.column}"]`)?.focus());
  };
  const resizeBy = (pixels: number): void => {
    const column = headers[at.column]?.column;
    if (column === undefined) return;
    table.setColumnSizing((old) => ({ ...old, [column.id]: Math.max(smallestColumn, column.getSize() + pixels) }));
  };
  const act = (place: GridPlace): boolean => {
    const row = rowAt(place.row);
    if (place.row === 0) headers[place.column]?.column.toggleSorting();
    else if (row !== undefined && onOpen !== undefined) onOpen(row);
    else return false;
    return true;
  };

  const onKey = (event: KeyboardEvent): boolean => {
    if (event.altKey && event.key === 'ArrowLeft') resizeBy(-16);
    else if (event.altKey && event.key === 'ArrowRight') resizeBy(16);
    else if (isCommand(event, 'a')) {
      setAnchor({ row: 0, column: 0 });
      setPlace(last);
      focus(last);
    } else if (isCommand(event, 'c')) {
      const chosen = range ?? rangeOf(at, at);
      void copyText(toTsv(exportRange(shown.map((row) => row.original), columns, chosen), chosen.from.row === 0));
    } else if (isCommand(event, 'e') && onExport !== undefined) {
      onExport(exportRange(shown.map((row) => row.original), columns, rangeOf({ row: 0, column: 0 }, last)));
    } else if (event.key === 'Enter' || event.key === ' ') {
      // A button inside a cell keeps its own Enter.
      return placeOf(event.target) !== null && act(at);
    } else {
      const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 320) / rowHeight) - 2);
      const next = movedBy(event.nativeEvent, at, { rows: shown.length + 1, columns: columns.length, page });
      if (next === null) return false;
      select(next, event.shiftKey);
      focus(next);
    }
    return true;
  };

  const onClick = (event: MouseEvent): void => {
    // The end of a drag is a click as well; it must not sort.
    if (!(event.target instanceof Element) || event.target.closest('[data-resizer]') !== null) return;
    const clicked = placeOf(event.target.closest('[data-place]'));
    if (clicked === null) return;
    select(clicked, event.shiftKey);
    if (clicked.row === 0 || (openOnClick && !event.shiftKey) || event.detail === 2) act(clicked);
  };

  const template = headers.map((header, index) => (index === headers.length - 1 ? `minmax(${header.getSize()}px, 1fr)` : `${header.getSize()}px`)).join(' ');
  const total = headers.reduce((sum, header) => sum + header.getSize(), 0);

  return (
    <div
      ref={scroller}
      className={cx(styles.scroller, props.className)}
      role="grid"
      aria-label={label}
      aria-rowcount={shown.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable="true"
      tabIndex={-1}
      onClick={onClick}
      onFocus={(event) => {
        // The focus may also come from a reader's own cursor: the place follows it.
        const focused = placeOf(event.target);
        if (focused !== null && (focused.row !== at.row || focused.column !== at.column)) select(focused, false);
      }}
      onKeyDown={(event) => {
        if (!onKey(event)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div role="presentation" className={styles.inner} style={{ minWidth: total }}>
        <Head headers={headers} columns={columns} template={template} focused={at.row === 0 ? at.column : null} />
        {shown.length === 0 && <div className={styles.empty} role="row"><div role="gridcell">{empty}</div></div>}
        <div role="presentation" className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = shown[index];
            if (row === undefined) return null;
            const selected = selectedKey === row.id;
            return (
              <div
                key={row.id}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={selected}
                data-selected={selected}
                className={cx(styles.row, selected && styles.selected, onOpen !== undefined && styles.opens)}
                style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
              >
                {columns.map((column, position) => (
                  <div
                    key={column.id}
                    role="gridcell"
                    aria-colindex={position + 1}
                    data-place={`${index + 1}:${position}`}
                    tabIndex={at.row === index + 1 && at.column === position ? 0 : -1}
                    className={cx(styles.cell, column.numeric === true && styles.numeric, inRange(range, index + 1, position) && styles.ranged)}
                  >
                    {column.cell === undefined ? column.text(row.original) : column.cell(row.original)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

const isCommand = (event: KeyboardEvent, key: string): boolean => (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === key;

/** The place a cell says it has; null for anything that is no cell. */
function placeOf(element: EventTarget | null): GridPlace | null {
  const text = element instanceof HTMLElement ? element.dataset['place'] : undefined;
  if (text === undefined) return null;
  const [row = 0, column = 0] = text.split(':').map(Number);
  return { row, column };
}
