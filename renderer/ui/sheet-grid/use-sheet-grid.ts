import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useImperativeHandle, useRef, type FocusEvent, type KeyboardEvent, type MouseEvent, type Ref, type RefObject } from 'react';
import { movedBy, type GridPlace } from '../grid-keys.ts';

export type GridHandle = { readonly focus: (place: GridPlace) => void };

export type SheetGridOptions = {
  readonly rows: number;
  /** Columns with the name, which is column 0. */
  readonly columns: number;
  readonly rowHeight: number;
  /** Height of the heads that stay over the first lines, in pixels; the style sheet says the same. */
  readonly headHeight: number;
  /** Lines kept ready above and below what is seen. */
  readonly overscan: number;
  readonly keyOf: (row: number) => string | number;
  readonly place: GridPlace;
  /** Whether what opens for a cell is shown beside the grid, and what its width depends on: the cell must stay in view. */
  readonly opened: boolean;
  readonly width: string;
  readonly onMove: (place: GridPlace) => void;
  /** Enter or a click on a cell. */
  readonly onOpen: (place: GridPlace) => void;
  readonly onCopy?: () => void;
  readonly handle: Ref<GridHandle>;
};

type ScrollerProps = {
  readonly tabIndex: -1;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
};

export type SheetGrid = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly virtual: Virtualizer<HTMLDivElement, Element>;
  /** For the element with role grid. */
  readonly scrollerProps: ScrollerProps;
};

/**
 * What every grid of lines by columns does: a roving Tab stop, the keys of a spreadsheet, only the lines near the view in the page,
 * and the cell at hand always in view. Cells carry `data-place="row:column"`.
 */
export function useSheetGrid(options: SheetGridOptions): SheetGrid {
  const { rows, columns, rowHeight, headHeight, overscan, keyOf, place, opened, width, onMove, onOpen, onCopy, handle } = options;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer<HTMLDivElement, Element>({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    getItemKey: keyOf,
    // The heads stay over the first lines: a line scrolled to must end up below them.
    scrollPaddingStart: headHeight,
  });
  // A new height does not by itself make the kit measure again.
  useEffect(() => {
    virtual.measure();
  }, [virtual, rowHeight]);

  const cellAt = (at: GridPlace): HTMLElement | null => scroller.current?.querySelector<HTMLElement>(`[data-place="${at.row}:${at.column}"]`) ?? null;

  const focus = (next: GridPlace): void => {
    virtual.scrollToIndex(next.row);
    const fromGrid = scroller.current?.contains(document.activeElement) === true;
    requestAnimationFrame(() => {
      // Who went on to what opened beside the grid in the meantime stays there.
      const left = document.activeElement !== document.body && scroller.current?.contains(document.activeElement) === false;
      if (fromGrid && left) return;
      const cell = cellAt(next);
      cell?.focus({ preventScroll: true });
      if (cell !== null && next.column > 0) revealColumn(scroller.current, cell);
    });
  };
  useImperativeHandle(handle, () => ({ focus }));

  // What opens takes room from the grid: the cell it belongs to must not end up beyond the edge.
  const keepInView = useEffectEvent(() => {
    const cell = cellAt(place);
    if (place.column > 0 && cell !== null) revealColumn(scroller.current, cell);
  });
  useEffect(() => {
    if (opened) keepInView();
  }, [opened, width]);

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
    if (onCopy !== undefined && (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'c') {
      take();
      onCopy();
      return;
    }
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 600) - headHeight) / rowHeight) - 1);
    const next = movedBy(event.nativeEvent, place, { rows, columns, page });
    if (next === null) return;
    take();
    onMove(next);
    focus(next);
  };

  return {
    scroller,
    virtual,
    scrollerProps: {
      tabIndex: -1,
      onKeyDown,
      onClick: (event) => {
        const at = event.target instanceof Element ? placeOf(event.target) : null;
        if (at === null) return;
        onMove(at);
        onOpen(at);
      },
      onFocus: (event) => {
        // The focus may also come from a reader's own cursor: the place follows it.
        const at = placeOf(event.target);
        if (at !== null && (at.row !== place.row || at.column !== place.column)) onMove(at);
      },
    },
  };
}

/** Scrolls sideways just so far that a cell is not under the names and not beyond the edge. */
function revealColumn(scroller: HTMLElement | null, cell: HTMLElement): void {
  const names = scroller?.querySelector<HTMLElement>('[role="rowheader"]');
  if (scroller === null || names === null || names === undefined) return;
  const frame = scroller.getBoundingClientRect();
  const box = cell.getBoundingClientRect();
  const left = frame.left + names.offsetWidth;
  if (box.left < left) {
    scroller.scrollLeft -= left - box.left;
    return;
  }
  // In a narrow window the explanation lies over the grid.
  const panel = document.querySelector('[data-explanation]')?.getBoundingClientRect().left ?? Infinity;
  const right = Math.min(frame.left + scroller.clientWidth, panel);
  if (box.right > right) scroller.scrollLeft += box.right - right;
}

function placeOf(element: Element): GridPlace | null {
  const cell = element.closest<HTMLElement>('[data-place]');
  const [row, column] = (cell?.dataset['place'] ?? '').split(':').map(Number);
  return row === undefined || column === undefined ? null : { row, column };
}
