import { pagesOf, pagesText } from '../documents/page-ranges.ts';
import { classOf, type Class, type WaitingFile, type WaitingItem } from './waiting.ts';

/** One file that a mixed one falls into: which of its pages, in order, and the papers on them with their pages counted anew. */
export type FilePart = { readonly class: Class; readonly pages: readonly number[]; readonly items: readonly WaitingItem[] };

const classOfItem = ({ proposal: { kind } }: WaitingItem): Class => classOf(kind.paper?.kind ?? null, kind.paper?.apart ?? null);

/** Whether a file holds papers that must not lie in one document. */
export const isMixed = (file: WaitingFile): boolean => new Set(file.items.map(classOfItem)).size > 1;

/**
 * The files a mixed file is to be parted into, one a class, so that no medical page and no paper that is kept apart lies in the personnel file. Pages of no paper go
 * nowhere: they stay behind with the scan. A page that two papers of different classes share goes to both.
 */
export function fileParts(file: WaitingFile): readonly FilePart[] {
  const classes = [...new Set(file.items.map(classOfItem))];
  return classes.map((each) => {
    const items = file.items.filter((item) => classOfItem(item) === each);
    const pages = [...new Set(items.flatMap((item) => pagesOf(item.pages, file.pages)))].sort((one, other) => one - other);
    return {
      class: each,
      pages,
      items: items.map(({ pages: own, ...item }) => {
        const renumbered = pagesOf(own, file.pages).map((page) => pages.indexOf(page) + 1);
        return renumbered.length === pages.length ? item : { ...item, pages: pagesText(renumbered) };
      }),
    };
  });
}
