import {
  PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFObjectCopier, PDFRawStream, PDFRef, type PDFContext, type PDFPage,
} from '@cantoo/pdf-lib';
import { createHash } from 'node:crypto';
import type { Bookmark, PageLink } from '../../shared/pdf/page-plan.ts';
import type { Drawn } from './chapter-messages.ts';

export type FileFacts = { readonly title: string; readonly subject: string; readonly author: string; readonly generatedAt: string; readonly fingerprint: string };

/** A PDF being bound together from drawn stretches. */
export type Assembly = {
  /** Binds in the pages of a stretch, but its type case. */
  readonly add: (drawn: Drawn) => Promise<void>;
  /** Writes links, bookmarks and the document's facts, and saves. The same stretches and facts give the same bytes. */
  readonly finish: (facts: FileFacts) => Promise<{ readonly bytes: Uint8Array; readonly pages: number }>;
};

type Landing = { readonly page: PDFPage; readonly y: number };

/** Everything that makes an embedded font what it is: its file, its widths, its characters. Equal text, equal font. */
function fontDigest(context: PDFContext, fonts: PDFDict): string {
  const hash = createHash('sha256');
  const visit = (value: unknown, depth: number): void => {
    const object = value instanceof PDFRef ? context.lookup(value) : value;
    if (object instanceof PDFDict) for (const [key, item] of object.entries()) { hash.update(key.asString()); visit(item, depth + 1); }
    else if (object instanceof PDFArray) for (const item of object.asArray()) visit(item, depth + 1);
    else if (object instanceof PDFRawStream) { visit(object.dict, depth + 1); hash.update(object.contents); }
    else hash.update(`${String(object)}\n`);
  };
  visit(fonts, 0);
  return hash.digest('hex');
}

export async function newAssembly(): Promise<Assembly> {
  const out = await PDFDocument.create({ updateMetadata: false });
  const fontsByDigest = new Map<string, PDFDict>();
  const landings = new Map<string, Landing>();
  const links: { readonly page: PDFPage; readonly link: PageLink }[] = [];
  const bookmarks: Bookmark[] = [];

  return {
    add: async (drawn) => {
      const source = await PDFDocument.load(drawn.pdf, { updateMetadata: false });
      const pages = source.getPages().slice(1);
      if (pages.length !== drawn.pages.length) throw new Error(`drew ${pages.length} pages where ${drawn.pages.length} were made up`);
      // Fonts are kept once for all stretches: they are taken off before copying and one copy is put back.
      const fontKey = PDFName.of('Font');
      const firstFonts = source.getPages()[0]?.node.Resources()?.lookup(fontKey, PDFDict);
      for (const page of pages) page.node.Resources()?.delete(fontKey);
      const copied = await out.copyPages(source, pages.map((_, index) => index + 1));
      let fonts: PDFDict | undefined;
      if (firstFonts !== undefined) {
        const digest = fontDigest(source.context, firstFonts);
        fonts = fontsByDigest.get(digest);
        if (fonts === undefined) {
          fonts = PDFObjectCopier.for(source.context, out.context).copy(firstFonts);
          fontsByDigest.set(digest, fonts);
        }
      }
      copied.forEach((page, index) => {
        if (fonts !== undefined) page.node.Resources()?.set(fontKey, fonts);
        page.node.delete(PDFName.of('UserUnit'));
        out.addPage(page);
        const height = page.getHeight();
        for (const place of drawn.pages[index]?.places ?? []) landings.set(place.name, { page, y: height - place.y + 6 });
        for (const link of drawn.pages[index]?.links ?? []) links.push({ page, link });
      });
      bookmarks.push(...drawn.bookmarks);
    },

    finish: async (facts) => {
      writeLinks(out, links, landings);
      writeBookmarks(out, bookmarks, landings);
      writeFacts(out, facts);
      const bytes = await out.save({ useObjectStreams: false, updateFieldAppearances: false });
      return { bytes, pages: out.getPageCount() };
    },
  };
}

function destination(context: PDFContext, landing: Landing): PDFArray {
  return context.obj([landing.page.ref, PDFName.of('XYZ'), PDFNumber.of(0), PDFNumber.of(landing.y), PDFNumber.of(0)]);
}

function writeLinks(out: PDFDocument, links: readonly { readonly page: PDFPage; readonly link: PageLink }[], landings: ReadonlyMap<string, Landing>): void {
  for (const { page, link } of links) {
    const landing = landings.get(link.to);
    if (landing === undefined) continue;
    const top = page.getHeight() - link.y;
    const annotation = out.context.obj({
      Type: 'Annot', Subtype: 'Link', Rect: [link.x, top - link.height, link.x + link.width, top], Border: [0, 0, 0], F: 4,
    });
    annotation.set(PDFName.of('Dest'), destination(out.context, landing));
    page.node.addAnnot(out.context.register(annotation));
  }
}

function writeBookmarks(out: PDFDocument, bookmarks: readonly Bookmark[], landings: ReadonlyMap<string, Landing>): void {
  const { context } = out;
  function level(items: readonly Bookmark[], parent: PDFRef): { readonly first: PDFRef; readonly last: PDFRef; readonly count: number } | null {
    const shown = items.filter((item) => landings.has(item.to));
    const refs = shown.map(() => context.nextRef());
    shown.forEach((item, index) => {
      const self = refs[index];
      const landing = landings.get(item.to);
      if (self === undefined || landing === undefined) return;
      const dict = context.obj({ Title: PDFHexString.fromText(item.title), Parent: parent });
      dict.set(PDFName.of('Dest'), destination(context, landing));
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
  const root = context.nextRef();
  // A file about one person opens with the sections in view, not with one folded name.
  const only = bookmarks.length === 1 ? bookmarks[0] : undefined;
  const top = level(only === undefined ? bookmarks : only.children, root);
  if (top === null) return;
  context.assign(root, context.obj({ Type: 'Outlines', First: top.first, Last: top.last, Count: top.count }));
  out.catalog.set(PDFName.of('Outlines'), root);
  out.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

function writeFacts(out: PDFDocument, facts: FileFacts): void {
  const when = new Date(facts.generatedAt);
  out.setTitle(facts.title, { showInWindowTitleBar: true });
  out.setSubject(facts.subject);
  out.setAuthor(facts.author);
  out.setCreator('Muster');
  out.setProducer('Muster');
  out.setCreationDate(when);
  out.setModificationDate(when);
  out.setLanguage('en-US');
  // The file's identity follows from its content, so that the same job writes the same bytes.
  const id = PDFHexString.of(createHash('sha256').update(`${facts.fingerprint} ${facts.generatedAt} ${facts.title}`).digest('hex').slice(0, 32));
  out.context.trailerInfo.ID = out.context.obj([id, id]);
}

