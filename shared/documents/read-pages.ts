import { countOf } from '../wording.ts';
import { pagesOf } from './page-ranges.ts';

/** The pages somebody typed, such as `3-5` or `1, 4–6`, each on a document of so many pages; nothing typed is all of them. Else the sentence that says what is wrong. */
export function readPages(typed: string, pages: number): { readonly pages: readonly number[] } | { readonly problem: string } {
  const compact = typed.replace(/\s+/g, '').replace(/[\u2010-\u2015]/g, '-').replace(/[;+]/g, ',').replace(/,+$/, '');
  if (compact === '') return { pages: pagesOf(undefined, pages) };
  if (!/^\d+(-\d+)?(,\d+(-\d+)?)*$/.test(compact)) return { problem: 'Write pages such as 3-5 or 1,4-6.' };
  const beyond = (compact.match(/\d+/g) ?? []).map(Number).find((page) => page < 1 || page > pages);
  if (beyond !== undefined) return { problem: `There is no page ${beyond}: the document has ${countOf(pages, 'page')}.` };
  return { pages: pagesOf(compact, pages) };
}
