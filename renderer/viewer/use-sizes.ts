import { useEffect, useState } from 'react';
import type { PageSize, PageSource } from './page-source.ts';

/** How many sizes are read between two drawings. */
const batch = 40;
const letter: PageSize = { width: 612, height: 792 };

/** The sizes of all pages: at first every page is taken to be like the first one, then each is asked. Null until the first is known. */
export function useSizes(source: PageSource): readonly PageSize[] | null {
  const [known, setKnown] = useState<{ readonly source: PageSource; readonly sizes: readonly PageSize[] } | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const gone = (): boolean => stop.signal.aborted;
    const read = async (): Promise<void> => {
      const first = await source.sizeOf(1).catch(() => letter);
      let sizes: readonly PageSize[] = Array.from({ length: source.pages }, () => first);
      if (gone()) return;
      setKnown({ source, sizes });
      for (let from = 2; from <= source.pages; from += batch) {
        const pages = Array.from({ length: Math.min(batch, source.pages - from + 1) }, (_, index) => from + index);
        const next = await Promise.all(pages.map((page) => source.sizeOf(page).catch(() => first)));
        if (gone()) return;
        // Most files have pages of one size: nothing is laid out anew for them.
        if (next.every(({ width, height }) => width === first.width && height === first.height)) continue;
        const start = from - 1;
        sizes = sizes.map((size, index) => next[index - start] ?? size);
        setKnown({ source, sizes });
      }
    };
    void read();
    return () => stop.abort();
  }, [source]);
  return known?.source === source ? known.sizes : null;
}
