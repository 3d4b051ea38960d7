import { useEffect, useState } from 'react';
import { textMarks, type MarkSubject, type TextMark } from '../../shared/documents/text-marks.ts';
import type { PageSource } from './page-source.ts';

export type FoundOnPage = TextMark & { readonly page: number };

/** What the text of all pages gives away, page after page; `searched` is how many pages have been read, `withText` how many of them hold any text. */
export type FoundText = { readonly found: readonly FoundOnPage[]; readonly searched: number; readonly withText: number };

const nothing: FoundText = { found: [], searched: 0, withText: 0 };

/** Searches the text of a document while `wanted`. Keep `subjects` memoised. */
export function useFoundText(source: PageSource | null, subjects: readonly MarkSubject[], wanted: boolean): FoundText {
  const [known, setKnown] = useState<{ readonly source: PageSource; readonly subjects: readonly MarkSubject[]; readonly text: FoundText } | null>(null);
  useEffect(() => {
    if (source === null || !wanted) return;
    const stop = new AbortController();
    const search = async (): Promise<void> => {
      const found: FoundOnPage[] = [];
      let withText = 0;
      for (let page = 1; page <= source.pages; page += 1) {
        const items = await source.textOf(page).catch(() => []);
        if (stop.signal.aborted) return;
        if (items.length > 0) withText += 1;
        found.push(...textMarks(items, subjects).map((mark) => ({ ...mark, page })));
        // Long files show what was found so far, and not a drawing a page.
        if (page === source.pages || page % 20 === 0) setKnown({ source, subjects, text: { found: [...found], searched: page, withText } });
      }
    };
    void search();
    return () => stop.abort();
  }, [source, subjects, wanted]);
  return known !== null && known.source === source && known.subjects === subjects ? known.text : nothing;
}
