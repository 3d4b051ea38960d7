import { PDFHexString, PDFName, PDFNumber, type PDFArray, type PDFDocument, type PDFPage, type PDFRef } from '@cantoo/pdf-lib';
import type { Bookmark, PageLink } from '../../shared/pdf/page-plan.ts';

/** Where a place is in the file. */
export type Landing = { readonly page: PDFPage; readonly y: number };
export type Landings = ReadonlyMap<string, Landing>;

function destination(out: PDFDocument, landing: Landing): PDFArray {
  return out.context.obj([landing.page.ref, PDFName.of('XYZ'), PDFNumber.of(0), PDFNumber.of(landing.y), PDFNumber.of(0)]);
}

/** Makes an area of a page lead to a place; nothing where the file does not hold the place. */
export function writeLink(out: PDFDocument, page: PDFPage, link: PageLink, landings: Landings): void {
  const landing = landings.get(link.to);
  if (landing === undefined) return;
  const top = page.getHeight() - link.y;
  const annotation = out.context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [link.x, top - link.height, link.x + link.width, top], Border: [0, 0, 0], F: 4 });
  annotation.set(PDFName.of('Dest'), destination(out, landing));
  page.node.addAnnot(out.context.register(annotation));
}

type Kept = { readonly title: string; readonly landing: Landing; readonly children: readonly Kept[] };

/** Bookmarks whose places are in this file; one whose own place is elsewhere leads to its first child's. */
function keptOf(items: readonly Bookmark[], landings: Landings): readonly Kept[] {
  return items.flatMap(({ title, to, children }) => {
    const below = keptOf(children, landings);
    const landing = landings.get(to) ?? below[0]?.landing;
    return landing === undefined ? [] : [{ title, landing, children: below }];
  });
}

/** Writes the bookmarks. A file about one person opens with its sections in view, not with one folded name. */
export function writeBookmarks(out: PDFDocument, bookmarks: readonly Bookmark[], landings: Landings): void {
  const { context } = out;
  function level(items: readonly Kept[], parent: PDFRef): { readonly first: PDFRef; readonly last: PDFRef; readonly count: number } | null {
    const refs = items.map(() => context.nextRef());
    items.forEach((item, index) => {
      const self = refs[index];
      if (self === undefined) return;
      const dict = context.obj({ Title: PDFHexString.fromText(item.title), Parent: parent });
      dict.set(PDFName.of('Dest'), destination(out, item.landing));
      const before = refs[index - 1];
      const after = refs[index + 1];
      if (before !== undefined) dict.set(PDFName.of('Prev'), before);
      if (after !== undefined) dict.set(PDFName.of('Next'), after);
      const inner = level(item.children, self);
      if (inner !== null) {
        dict.set(PDFName.of('First'), inner.first);
        dict.set(PDFName.of('Last'), inner.last);
        // Negative: the children are folded away when the file is opened.
        dict.set(PDFName.of('Count'), PDFNumber.of(-inner.count));
      }
      context.assign(self, dict);
    });
    const first = refs[0];
    const last = refs.at(-1);
    return first === undefined || last === undefined ? null : { first, last, count: refs.length };
  }
  const kept = keptOf(bookmarks, landings);
  const [only] = kept;
  const shown = kept.length === 1 && only !== undefined && only.children.length > 0 ? only.children : kept;
  if (shown.length === 0) return;
  const root = context.nextRef();
  const top = level(shown, root);
  if (top === null) return;
  context.assign(root, context.obj({ Type: 'Outlines', First: top.first, Last: top.last, Count: top.count }));
  out.catalog.set(PDFName.of('Outlines'), root);
  out.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}
