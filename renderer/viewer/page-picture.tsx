import { useEffect, useRef, useState } from 'react';
import type { Degrees } from '../../shared/documents/areas.ts';
import type { PageSource } from './page-source.ts';
import styles from './viewer.module.css';

/** The picture of one page. It fills its parent; the one before stays until the next is painted, and painting ends with it. `scale`: CSS pixels a point. */
export function PagePicture({ source, page, scale, turn, onPainted }: {
  readonly source: PageSource;
  readonly page: number;
  readonly scale: number;
  readonly turn: Degrees;
  readonly onPainted?: () => void;
}) {
  const host = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const painted = useRef(onPainted);
  useEffect(() => {
    painted.current = onPainted;
  });
  useEffect(() => {
    const stop = new AbortController();
    const canvas = document.createElement('canvas');
    const place = host.current;
    source.paint(page, canvas, { scale: scale * window.devicePixelRatio, turn }, stop.signal).then(
      () => {
        if (stop.signal.aborted) return;
        place?.replaceChildren(canvas);
        setFailed(false);
        painted.current?.();
      },
      () => {
        if (!stop.signal.aborted) setFailed(true);
      },
    );
    return () => stop.abort();
  }, [source, page, scale, turn]);
  useEffect(() => {
    const place = host.current;
    return () => {
      // Chromium frees what a canvas holds when it is made empty, not when it is forgotten.
      for (const canvas of place?.querySelectorAll('canvas') ?? []) canvas.width = 0;
    };
  }, []);
  return (
    <>
      <div ref={host} className={styles.picture} aria-hidden="true" />
      {failed && <p className={styles.pageProblem}>{`Page ${page} cannot be drawn: its content is damaged. The file is kept as it was handed in.`}</p>}
    </>
  );
}
