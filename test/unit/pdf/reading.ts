import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type ReadLink = { readonly page: number; readonly to: number; readonly rect: readonly number[] };
export type ReadOutline = { readonly title: string; readonly page: number; readonly children: readonly ReadOutline[] };
export type ReadPdf = {
  readonly pages: readonly { readonly box: readonly number[]; readonly items: readonly string[]; readonly text: string }[];
  readonly links: readonly ReadLink[];
  readonly outline: readonly ReadOutline[];
  readonly info: Readonly<Record<string, unknown>>;
};

type Node = { readonly title: string; readonly dest: unknown; readonly items: readonly Node[] };

async function pageOf(document: PDFDocumentProxy, dest: unknown): Promise<number> {
  if (!Array.isArray(dest)) throw new Error('a destination is an array');
  return (await document.getPageIndex(dest[0] as Parameters<PDFDocumentProxy['getPageIndex']>[0])) + 1;
}

/** Reads a PDF back as a reader would: boxes, text, where links and bookmarks lead. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  const pages: ReadPdf['pages'][number][] = [];
  const links: ReadLink[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const content = await page.getTextContent();
    const items = content.items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str] : []));
    pages.push({ box: page.view, items, text: items.join(' ') });
    for (const annotation of (await page.getAnnotations()) as { readonly subtype: string; readonly dest: unknown; readonly rect: readonly number[] }[]) {
      if (annotation.subtype === 'Link') links.push({ page: number, to: await pageOf(document, annotation.dest), rect: annotation.rect });
    }
  }
  const outlineOf = (nodes: readonly Node[]): Promise<readonly ReadOutline[]> =>
    Promise.all(nodes.map(async (node) => ({ title: node.title, page: await pageOf(document, node.dest), children: await outlineOf(node.items) })));
  // A PDF without bookmarks answers null, whatever the library's types say.
  const orNone = (nodes: readonly Node[] | null): readonly Node[] => nodes ?? [];
  const outline = await outlineOf(orNone(await document.getOutline()));
  const { info } = await document.getMetadata();
  await task.destroy();
  return { pages, links, outline, info: info as Readonly<Record<string, unknown>> };
}

/** How many font files are embedded. */
export const embeddedFonts = (bytes: Uint8Array): number => (Buffer.from(bytes).toString('latin1').match(/\/FontFile[23]? /g) ?? []).length;
