import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Degrees } from '../../shared/documents/areas.ts';
import { cx } from '../ui/cx.ts';
import { layoutOf, pageAt, pageGap, scaleOf, turnedSize, type Zoom } from './page-layout.ts';
import { PagePicture } from './page-picture.tsx';
import type { PageSize, PageSource } from './page-source.ts';
import { TextLayer } from './text-layer.tsx';
import styles from './viewer.module.css';

/** Where the reader is: a page, and how far down it. */
type Place = { readonly page: number; readonly share: number };

/** A page to go to; a new one each time, so that the same page can be asked for twice. */
export type Goal = { readonly page: number };

/** What scrolls must be reachable by keyboard; a dialog puts the focus here. */
const scrollable = { role: 'region', tabIndex: 0, 'data-autofocus': true } as const;

/** The pages below one another. Only those in view, and their neighbours, are painted. */
export function PageColumn({ source, sizes, turnOf, zoom, goal, label, chosen, overlay, onPage, onScale, onFirstPainted }: {
  readonly source: PageSource;
  /** In points, as the file shows them, one a page. */
  readonly sizes: readonly PageSize[];
  readonly turnOf: (page: number) => Degrees;
  readonly zoom: Zoom;
  readonly goal: Goal;
  readonly label: string;
  /** The pages that count here; the others are shown fainter. Null: all do. */
  readonly chosen: ReadonlySet<number> | null;
  /** What lies over a page: marks. */
  readonly overlay?: ((page: number, turn: Degrees) => ReactNode) | undefined;
  readonly onPage: (page: number) => void;
  readonly onScale: (scale: number) => void;
  readonly onFirstPainted: () => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<PageSize>({ width: 0, height: 0 });
  const [top, setTop] = useState(0);
  const place = useRef<Place>({ page: goal.page, share: 0 });
  const asked = useRef<Goal | null>(null);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = (): void => setRoom({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  const turned = useMemo(() => sizes.map((size, index) => turnedSize(size, turnOf(index + 1))), [sizes, turnOf]);
  const layout = useMemo(() => layoutOf(turned, scaleOf(zoom, turned, room)), [turned, zoom, room]);
  const { scale } = layout;
  useEffect(() => onScale(scale), [scale, onScale]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || room.height === 0) return;
    if (asked.current !== goal) {
      asked.current = goal;
      place.current = { page: goal.page, share: 0 };
    }
    // Whatever changed, the reader stays where they were.
    const { page, share } = place.current;
    element.scrollTo({ top: (layout.tops[page - 1] ?? 0) - pageGap + share * (layout.sizes[page - 1]?.height ?? 0) });
  }, [layout, goal, room.height]);

  const readPlace = (): void => {
    const element = scroller.current;
    if (element === null) return;
    setTop(element.scrollTop);
    const page = pageAt(layout, element.scrollTop + pageGap);
    place.current = { page, share: Math.max(0, element.scrollTop + pageGap - (layout.tops[page - 1] ?? 0)) / Math.max(1, layout.sizes[page - 1]?.height ?? 1) };
    onPage(pageAt(layout, element.scrollTop + room.height / 3));
  };

  const first = Math.max(1, pageAt(layout, top) - 1);
  const last = Math.min(source.pages, pageAt(layout, top + room.height) + 1);
  const shown = room.height === 0 ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return (
    <div ref={scroller} className={styles.column} {...scrollable} aria-label={label} onScroll={readPlace}>
      <div className={styles.columnInner} style={{ height: layout.total, minWidth: layout.across }}>
        {shown.map((page) => {
          const size = layout.sizes[page - 1];
          const unturned = sizes[page - 1];
          if (size === undefined || unturned === undefined) return null;
          const turn = turnOf(page);
          return (
            <div
              key={`${page}-${turn}`}
              role="group"
              aria-label={`Page ${page} of ${source.pages}`}
              className={cx(styles.page, chosen !== null && !chosen.has(page) && styles.aside)}
              style={{ width: size.width, height: size.height, top: layout.tops[page - 1], marginLeft: -size.width / 2 }}
            >
              <PagePicture source={source} page={page} scale={scale} turn={turn} onPainted={onFirstPainted} />
              <TextLayer source={source} page={page} size={unturned} scale={scale} turn={turn} />
              {overlay?.(page, turn)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
