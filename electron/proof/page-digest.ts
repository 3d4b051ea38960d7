import { PDFArray, PDFDict, PDFHexString, PDFName, PDFRef, PDFStream, PDFString, type PDFDocument, type PDFObject, type PDFPage } from '@cantoo/pdf-lib';
import { createHash } from 'node:crypto';
import { manifestName, type ManifestRest } from '../../shared/proof/manifest.ts';
import { objectDigests, type ObjectDigest, type ObjectDigests } from './object-digest.ts';

/** What a page draws and where it can be clicked; `links` is of the pages those areas lead to, null where there are none. */
export type PageDigest = { readonly sha256: string; readonly links: string | null };

/** The number of a page others lead to; null: it is none of the pages. */
export type PageNumbers = (page: PDFRef) => number | null;

/** Everything the pages of a document show and do. The numbers of pages are given, so that what was moved can be compared with what was sealed. */
export type DocumentDigests = {
  readonly pages: (numbers?: PageNumbers) => readonly PageDigest[];
  readonly rest: (numbers?: PageNumbers) => ManifestRest;
};

const key = (name: string): PDFName => PDFName.of(name);
const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
const inherited = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;

/** The file a name tree or list of associated files names, as a reader shows it. */
export function attachedName(context: PDFDocument['context'], entry: PDFObject | undefined): string | null {
  const spec = entry instanceof PDFRef ? context.lookup(entry) : entry;
  if (!(spec instanceof PDFDict)) return null;
  const name = spec.lookup(key('UF')) ?? spec.lookup(key('F'));
  return name instanceof PDFString || name instanceof PDFHexString ? name.decodeText() : null;
}

/** The leaves of a name tree, in order. */
export function namesIn(root: PDFObject | undefined): readonly (readonly [string, PDFObject])[] {
  const found: (readonly [string, PDFObject])[] = [];
  const seen = new Set<PDFObject>();
  const waiting: (PDFObject | undefined)[] = [root];
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    if (!(node instanceof PDFDict) || seen.has(node)) continue;
    seen.add(node);
    const names = node.lookup(key('Names'));
    if (names instanceof PDFArray) {
      for (let at = 0; at + 1 < names.size(); at += 2) {
        const name = names.lookup(at);
        const value = names.get(at + 1);
        if (name instanceof PDFString || name instanceof PDFHexString) found.push([name.decodeText(), value]);
      }
    }
    const kids = node.lookup(key('Kids'));
    if (kids instanceof PDFArray) waiting.unshift(...kids.asArray().map((_, at) => kids.lookup(at)));
  }
  return found;
}

/** Reads what a document shows and does. It must be complete: what is embedded only on saving has to be written into it first (`flush`). */
export function documentDigests(doc: PDFDocument): DocumentDigests {
  const digests = objectDigests(doc.context);
  const pages = doc.getPages();
  const here = new Map(pages.map((page, index) => [page.ref, index + 1] as const));
  const asTheyStand: PageNumbers = (ref) => here.get(ref) ?? null;
  let drawn: readonly ObjectDigest[] | null = null;
  const said = (digest: ObjectDigest, numbers: PageNumbers): string => sha(`${digest.sha256} ${numbersOf(digest, numbers)}`);
  return {
    pages: (numbers = asTheyStand) => {
      drawn ??= pages.map((page) => drawnOn(page, digests));
      return drawn.map((digest) => ({ sha256: digest.sha256, links: digest.pages.length === 0 ? null : sha(numbersOf(digest, numbers)) }));
    },
    rest: (numbers = asTheyStand) => ({
      bookmarks: bookmarksOf(doc, digests, numbers),
      attachments: attachmentsOf(doc, digests, numbers),
      information: informationOf(doc),
      behaviour: behaviourOf(doc, digests, (digest) => said(digest, numbers)),
    }),
  };
}

const numbersOf = (digest: ObjectDigest, numbers: PageNumbers): string => digest.pages.map((ref) => String(numbers(ref) ?? 'nowhere')).join(' ');

function drawnOn(page: PDFPage, digests: ObjectDigests): ObjectDigest {
  const { node } = page;
  const own = digests.without(node, ['Type', 'Contents', ...inherited]);
  const content = createHash('sha256');
  const contents = node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray().map((_, at) => contents.lookup(at)) : [contents];
  for (const stream of streams) if (stream instanceof PDFStream) content.update(digests.unpacked(stream)).update('\n');
  const rest = inherited.map((name) => digests.of(node.getInheritableAttribute(key(name))));
  return { sha256: sha([own, ...rest].map(({ sha256 }) => sha256).concat(content.digest('hex')).join(' ')), pages: [own, ...rest].flatMap((each) => each.pages) };
}

/** Bookmarks with their order, depth, words and what they lead to. */
function bookmarksOf(doc: PDFDocument, digests: ObjectDigests, numbers: PageNumbers): string {
  const lines: string[] = [];
  const seen = new Set<PDFObject>();
  const root = doc.catalog.lookup(key('Outlines'));
  // A list of its own rather than calls within calls: bookmarks stand one behind the other by the thousand.
  const waiting: { readonly item: PDFObject | undefined; readonly depth: number }[] = root instanceof PDFDict ? [{ item: root.lookup(key('First')), depth: 0 }] : [];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { item, depth } = next;
    if (!(item instanceof PDFDict) || seen.has(item)) continue;
    seen.add(item);
    const digest = digests.without(item, ['Next', 'Prev', 'First', 'Last', 'Count']);
    lines.push(`${depth} ${digest.sha256} ${numbersOf(digest, numbers)}`);
    waiting.push({ item: item.lookup(key('Next')), depth }, { item: item.lookup(key('First')), depth: depth + 1 });
  }
  return sha(lines.join('\n'));
}

function attachmentsOf(doc: PDFDocument, digests: ObjectDigests, numbers: PageNumbers): string {
  const names = doc.catalog.lookup(key('Names'));
  const files = names instanceof PDFDict ? namesIn(names.lookup(key('EmbeddedFiles'))) : [];
  const own = files.findIndex(([name]) => name === manifestName);
  const associated = doc.catalog.lookup(key('AF'));
  const others = associated instanceof PDFArray ? associated.asArray() : [];
  const ownToo = others.findIndex((entry) => attachedName(doc.context, entry) === manifestName);
  const said = (entry: PDFObject): string => {
    const digest = digests.of(entry);
    return `${digest.sha256} ${numbersOf(digest, numbers)}`;
  };
  return sha([
    ...files.flatMap(([name, entry], at) => (at === own ? [] : [`${JSON.stringify(name)} ${said(entry)}`])),
    'associated',
    ...others.flatMap((entry, at) => (at === ownToo ? [] : [said(entry)])),
  ].join('\n'));
}

/** What a reader shows of a document before its first page. Who saved it last, and when, is not part of it. */
function informationOf(doc: PDFDocument): string {
  const info = doc.context.lookup(doc.context.trailerInfo.Info);
  const text = (name: string): string | null => {
    const value = info instanceof PDFDict ? info.lookup(key(name)) : undefined;
    return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null;
  };
  return sha(JSON.stringify(['Title', 'Subject', 'Author', 'Keywords'].map(text)));
}

/** Everything else the document asks of its reader: what happens when it is opened, scripts, forms, layers, named places, how it is shown, its tags. */
function behaviourOf(doc: PDFDocument, digests: ObjectDigests, said: (digest: ObjectDigest) => string): string {
  const names = doc.catalog.lookup(key('Names'));
  const trees = names instanceof PDFDict ? names.keys().map((name) => name.decodeText()).filter((name) => name !== 'EmbeddedFiles').sort() : [];
  const named = trees.flatMap((tree) => (names instanceof PDFDict ? namesIn(names.lookup(key(tree))).map(([name, value]) => `${tree} ${JSON.stringify(name)} ${said(digests.of(value))}`) : []));
  const labels = doc.catalog.get(key('PageLabels'));
  return sha([
    said(digests.without(doc.catalog, ['Type', 'Pages', 'Version', 'Extensions', 'Outlines', 'Names', 'AF', 'PageLabels'])),
    ...named,
    labels === undefined ? '' : said(digests.of(labels)),
  ].join('\n'));
}
