import { Checkbox } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { Degrees } from '../../shared/documents/areas.ts';
import { cx } from '../ui/cx.ts';
import { turnedSize } from './page-layout.ts';
import { PagePicture } from './page-picture.tsx';
import type { PageSize, PageSource } from './page-source.ts';
import styles from './viewer.module.css';

const cell = { width: 84, height: 108, row: 140 } as const;

/** Small pictures of all pages, one of them the page shown. Where pages are chosen each has a tick. */
export function ThumbnailRail({ source, sizes, turnOf, page, chosen, ready, signs, onGo, onTick }: {
  readonly source: PageSource;
  readonly sizes: readonly PageSize[];
  readonly turnOf: (page: number) => Degrees;
  readonly page: number;
  readonly chosen: ReadonlySet<number> | null;
  /** Small pictures wait for the large one: it is what somebody opened the document for. */
  readonly ready: boolean;
  /** What is to be said of a page in a word, such as "2 marks". */
  readonly signs: (page: number) => string | null;
  readonly onGo: (page: number) => void;
  /** Given where pages are chosen. */
  readonly onTick: ((page: number, on: boolean) => void) | null;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: source.pages, getScrollElement: () => scroller.current, estimateSize: () => cell.row, overscan: 2 });
  useEffect(() => {
    virtual.scrollToIndex(page - 1, { align: 'auto' });
    // The list itself is the same from one drawing to the next.
    // eslint would have the list named here too, which would scroll with every drawing.
  }, [page, virtual]);
  return (
    <nav ref={scroller} className={styles.rail} aria-label="Pages">
      <ol style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const number = index + 1;
          const size = sizes[index];
          const turn = turnOf(number);
          const turned = size === undefined ? { width: 612, height: 792 } : turnedSize(size, turn);
          const scale = Math.min(cell.width / turned.width, cell.height / turned.height);
          const sign = signs(number);
          return (
            <li key={number} className={cx(chosen !== null && !chosen.has(number) && styles.aside)} style={{ height: cell.row, transform: `translateY(${start}px)` }}>
              <button type="button" aria-label={`Page ${number}${sign === null ? '' : `, ${sign}`}`} aria-current={number === page ? 'page' : undefined} onClick={() => onGo(number)}>
                <span className={styles.thumbnail} style={{ width: turned.width * scale, height: turned.height * scale }}>
                  {ready && <PagePicture source={source} page={number} scale={scale} turn={turn} />}
                </span>
              </button>
              <span className={styles.under}>
                {onTick === null ? number : (
                  <Checkbox size="xs" label={number} aria-label={`Page ${number} belongs to it`} checked={chosen?.has(number) ?? true} onChange={(event) => onTick(number, event.currentTarget.checked)} />
                )}
                {sign !== null && <span className={styles.sign}>{sign}</span>}
              </span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
