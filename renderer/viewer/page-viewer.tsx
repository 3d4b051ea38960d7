import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { PageTurn } from '../../shared/model/document.ts';
import { turnOf as turnOfPage, type Turn } from '../../shared/documents/turns.ts';
import { PageColumn, type Goal } from './page-column.tsx';
import { steppedZoom, type Zoom } from './page-layout.ts';
import type { PageSource } from './page-source.ts';
import { ThumbnailRail } from './thumbnail-rail.tsx';
import { useSizes } from './use-sizes.ts';
import { ViewerBar, type Turning } from './viewer-bar.tsx';
import styles from './viewer.module.css';

const isField = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.closest('input, textarea, select, [role="listbox"], [role="menu"], [data-own-keys]') !== null;

/** The pages of an open document: thumbnails, the pages themselves, tools and keys. Knows nothing of where they come from. */
export function PageViewer({ source, label, turns, start, goal: wish, chosen, signs, overlay, aside, tools, whyNotTurn, onTurn, onTick, onPage }: {
  readonly source: PageSource;
  readonly label: string;
  readonly turns: readonly PageTurn[];
  /** The page shown at first. */
  readonly start: number;
  /** A page to go to, wherever one is. */
  readonly goal?: Goal | null;
  /** The pages that count here; null where all do. */
  readonly chosen: ReadonlySet<number> | null;
  readonly signs?: (page: number) => string | null;
  readonly overlay?: (page: number, turn: Turn) => ReactNode;
  /** What stands beside the pages. */
  readonly aside?: ReactNode;
  readonly tools?: ReactNode;
  readonly whyNotTurn?: string | null;
  /** Absent where pages are not turned here. */
  readonly onTurn?: (how: Turning, page: number) => void;
  readonly onTick?: ((page: number, on: boolean) => void) | null;
  readonly onPage?: (page: number) => void;
}) {
  const sizes = useSizes(source);
  const [zoom, setZoom] = useState<Zoom>('width');
  const [goal, setGoal] = useState<Goal>({ page: start });
  const [granted, setGranted] = useState<Goal | null>(wish ?? null);
  if (wish != null && wish !== granted) {
    setGranted(wish);
    setGoal(wish);
  }
  const [page, setPage] = useState(start);
  const [scale, setScale] = useState(1);
  const [ready, setReady] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const turnOf = useMemo(() => (each: number): Turn => turnOfPage(turns, each), [turns]);
  const noSign = useCallback(() => null, []);
  const painted = useCallback(() => setReady(true), []);
  const at = (next: number): void => {
    setPage(next);
    onPage?.(next);
  };
  const go = (wanted: number): void => {
    const next = Math.min(source.pages, Math.max(1, wanted));
    setGoal({ page: next });
    at(next);
  };
  const turn = (how: Turning): void => {
    if (whyNotTurn == null) onTurn?.(how, page);
  };
  const acts: Readonly<Record<string, () => void>> = {
    PageDown: () => go(page + 1), PageUp: () => go(page - 1), Home: () => go(1), End: () => go(source.pages),
    '+': () => setZoom(steppedZoom(scale, 1)), '=': () => setZoom(steppedZoom(scale, 1)), '-': () => setZoom(steppedZoom(scale, -1)), 0: () => setZoom(1),
    w: () => setZoom('width'), f: () => setZoom('page'),
    ...(onTurn === undefined ? {} : { r: () => turn('page-right'), R: () => turn('page-left') }),
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    // The screen behind has its own R.
    event.stopPropagation();
    act();
  };
  const keys = useRef(onKey);
  useEffect(() => {
    keys.current = onKey;
  });
  useEffect(() => {
    const element = root.current;
    const listen = (event: KeyboardEvent): void => keys.current(event);
    element?.addEventListener('keydown', listen);
    return () => element?.removeEventListener('keydown', listen);
  }, []);
  return (
    <div ref={root} className={styles.viewer}>
      <ViewerBar page={page} pages={source.pages} zoom={zoom} scale={scale} onGo={go} onZoom={setZoom} onStep={(by) => setZoom(steppedZoom(scale, by))} onTurn={onTurn === undefined ? null : turn} whyNotTurn={whyNotTurn ?? null} tools={tools} />
      <div className={styles.work}>
        {source.pages > 1 && sizes !== null && (
          <ThumbnailRail source={source} sizes={sizes} turnOf={turnOf} page={page} chosen={chosen} ready={ready} signs={signs ?? noSign} onGo={go} onTick={onTick ?? null} />
        )}
        {sizes === null ? <div className={styles.column} /> : (
          <PageColumn source={source} sizes={sizes} turnOf={turnOf} zoom={zoom} goal={goal} label={label} chosen={chosen} overlay={overlay} onPage={at} onScale={setScale} onFirstPainted={painted} />
        )}
        {aside}
      </div>
    </div>
  );
}
