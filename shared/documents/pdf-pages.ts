import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef, PDFStream, type PDFContext, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';
import { drawsAnything } from './pdf-content.ts';

/** More nodes than this are a trap, not a document. */
const mostNodes = 400_000;

/** The pages of a PDF as its tree has them. Numbers count from 1. */
export type PdfPages = {
  readonly pages: number;
  /** What the file says it has. */
  readonly stated: number;
  /** Whether the tree names pages that are not in the file, so that one cannot say which are missing. */
  readonly lost: boolean;
  readonly blank: readonly number[];
  readonly unreadable: readonly number[];
};

const name = (text: string): PDFName => PDFName.of(text);
const [kids, contents, annotations, resources, xObject, parent, type] = [name('Kids'), name('Contents'), name('Annots'), name('Resources'), name('XObject'), name('Parent'), name('Type')];

/** Walks the page tree and looks at each page: whether anything is drawn on it, and whether what it draws is there. */
export function pagesOfPdf(document: PDFDocument): PdfPages {
  const { context } = document;
  const root = dictOf(context, document.catalog.get(name('Pages')));
  const leaves: PDFDict[] = [];
  let lost = root === undefined;
  const seen = new Set<PDFDict>();
  const open: PDFDict[] = root === undefined ? [] : [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node) || seen.size > mostNodes) {
      lost = true;
      continue;
    }
    seen.add(node);
    const below = node.get(kids);
    if (below === undefined) {
      leaves.push(node);
      continue;
    }
    const list = context.lookup(below);
    const children = list instanceof PDFArray ? list.asArray().map((each) => dictOf(context, each)) : [undefined];
    if (children.includes(undefined)) lost = true;
    open.push(...children.filter((each) => each !== undefined).reverse());
  }
  const states = leaves.map((leaf) => stateOf(context, leaf));
  const stated = root === undefined ? undefined : context.lookup(root.get(name('Count')));
  const numbered = (which: PageState): readonly number[] => states.flatMap((state, at) => (state === which ? [at + 1] : []));
  return {
    pages: leaves.length,
    stated: stated instanceof PDFNumber ? stated.asNumber() : leaves.length,
    lost,
    blank: numbered('blank'),
    unreadable: numbered('unreadable'),
  };
}

type PageState = 'drawn' | 'blank' | 'unreadable';

function stateOf(context: PDFContext, page: PDFDict): PageState {
  const named = page.get(type);
  if (named !== undefined && context.lookup(named) !== name('Page') && context.lookup(named) !== name('Template')) return 'unreadable';
  const shown = context.lookup(page.get(contents));
  const notes = context.lookup(page.get(annotations));
  const annotated = notes instanceof PDFArray && notes.size() > 0;
  if (shown === undefined) return page.get(contents) === undefined ? (annotated ? 'drawn' : 'blank') : 'unreadable';
  const streams = shown instanceof PDFArray ? shown.asArray().map((each) => context.lookup(each)) : [shown];
  if (streams.some((each) => !(each instanceof PDFStream))) return 'unreadable';
  const drawn = drawsAnything(streams.filter((each) => each instanceof PDFRawStream));
  if (drawn === 'unreadable') return 'unreadable';
  if (drawn === 'nothing') return annotated ? 'drawn' : 'blank';
  return pictureIsGone(context, page) ? 'unreadable' : 'drawn';
}

/** A scanned page is one picture: where its bytes are not in the file, the page would come out empty. */
function pictureIsGone(context: PDFContext, page: PDFDict): boolean {
  const pictures = dictOf(context, dictOf(context, inherited(context, page, resources))?.get(xObject))?.entries() ?? [];
  return pictures.some(([, each]) => {
    const stream = context.lookup(each);
    return !(stream instanceof PDFStream) || (stream instanceof PDFRawStream && stream.dict.get(name('Subtype')) === name('Image') && stream.contents.length === 0);
  });
}

/** A page has what a node above it has, where it does not say itself. */
function inherited(context: PDFContext, page: PDFDict, key: PDFName): PDFObject | undefined {
  let node: PDFDict | undefined = page;
  for (let depth = 0; node !== undefined && depth < 100; depth += 1) {
    const value = node.get(key);
    if (value !== undefined) return value;
    node = dictOf(context, node.get(parent));
  }
  return undefined;
}

function dictOf(context: PDFContext, object: PDFObject | undefined): PDFDict | undefined {
  const found = object instanceof PDFRef ? context.lookup(object) : object;
  return found instanceof PDFDict ? found : undefined;
}
