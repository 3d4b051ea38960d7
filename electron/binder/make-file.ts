import { pagesText } from '../../shared/documents/page-ranges.ts';
import type { ManifestExhibit } from '../../shared/proof/manifest.ts';
import type { Appendix, BinderFacts, PersonChapter } from '../../shared/report/binder-model.ts';
import { htmlIndex } from '../../shared/report/html-index.ts';
import { provenPieces, sideManifestText, type ProofFacts } from '../proof/seal.ts';
import type { Signer } from '../proof/signer.ts';
import { bind, type Exhibits, type FileFacts, type Press, type Stack } from './assemble.ts';
import type { DrawnPage } from './chapter-messages.ts';
import type { DocumentSource } from './document-source.ts';
import { exhibitsFrom, type KeptFile } from './exhibits.ts';
import { partsOf } from './parts.ts';
import { stopIfCancelled, written, type BinderOptions, type Files, type ProducedFile } from './printing.ts';

/** A binder, drawn and numbered, to be bound into a file or into parts. */
export type FileOrder = {
  readonly press: Press;
  readonly stack: Stack;
  readonly chapters: readonly PersonChapter[];
  readonly facts: FileFacts;
  readonly binder: BinderFacts;
  /** What several people share; null in a binder of one person. */
  readonly appendix: Appendix | null;
  readonly proof: Omit<ProofFacts, 'pages' | 'exhibits' | 'part'>;
  /** `part` is null where there is one. */
  readonly nameOf: (part: { readonly number: number; readonly of: number } | null) => string;
  /** Most bytes of a part; null: one file. */
  readonly mostBytes: number | null;
  readonly password: string | null;
  readonly signer: Signer | null;
  readonly documents: DocumentSource;
};

// Faces, bookmarks, facts, manifest: what every part has besides its pages.
const besides = 400_000;

/** Binds an order and writes it, each file whole or not at all, its manifest beside it. @throws ExhibitTrouble where documents cannot be shown */
export async function makeFile(order: FileOrder, options: BinderOptions, files: Files): Promise<readonly ProducedFile[]> {
  if (order.mostBytes === null) return [await makePart(order, 0, order.stack.pages.length, null, options, files)];
  // What pages weigh is reckoned before they are bound; where a part came out too heavy the reckoning is made stricter.
  for (let strictness = 1; ; strictness *= 0.8) {
    const room = Math.max(1, (order.mostBytes - Math.min(besides, order.mostBytes / 4)) * strictness);
    const starts = partsOf(order.stack.pages, room);
    const made = await trial(order, starts, options, files);
    if (made !== null) return made;
  }
}

/** Makes all parts, in order; null where one is too large and could be cut further. */
async function trial(order: FileOrder, starts: readonly number[], options: BinderOptions, files: Files): Promise<readonly ProducedFile[] | null> {
  const bound: { readonly from: number; readonly to: number; readonly part: { readonly number: number; readonly of: number } | null }[] = starts.map((from, index) => ({
    from, to: starts[index + 1] ?? order.stack.pages.length, part: starts.length === 1 ? null : { number: index + 1, of: starts.length },
  }));
  // Sizes are known only once bound, and a part says how many there are: nothing is written before all fit.
  if (order.mostBytes !== null) {
    for (const { from, to, part } of bound) {
      const { length } = await boundPart(order, from, to, part, options);
      if (length > order.mostBytes && to - from > 1) return null;
      if (part === null) break;
    }
  }
  const made: ProducedFile[] = [];
  for (const { from, to, part } of bound) made.push(await makePart(order, from, to, part, options, files));
  return made;
}

async function boundPart(order: FileOrder, from: number, to: number, part: { readonly number: number; readonly of: number } | null, options: BinderOptions) {
  stopIfCancelled(options.signal);
  const pages = order.stack.pages.slice(from, to);
  const first = order.stack.first + from;
  const stack: Stack = { ...order.stack, pages, first, part };
  const out = await bind(order.press, stack, exhibitsOf(order, pages, options.signal), order.facts);
  stopIfCancelled(options.signal);
  const proof: ProofFacts = {
    ...order.proof,
    part: part ?? { number: 1, of: 1 },
    pages: pages.map(({ head, source }, index) => ({
      page: first + index,
      kind: source === null ? 'generated' as const : 'exhibit' as const,
      ...(head.stamp !== null && { exhibit: head.stamp.exhibit, of: { page: head.stamp.page, pages: head.stamp.of } }),
    })),
    exhibits: manifestExhibits(order.chapters, pages, first),
  };
  return provenPieces(out, proof, order.signer, order.password === null ? undefined : { password: order.password });
}

async function makePart(order: FileOrder, from: number, to: number, part: { readonly number: number; readonly of: number } | null, options: BinderOptions, files: Files): Promise<ProducedFile> {
  const proven = await boundPart(order, from, to, part, options);
  const name = order.nameOf(part);
  const file = await written(options, files, name, { pieces: proven.pieces, length: proven.length, pages: to - from, sha256: proven.sha256 });
  // Beside a file with a password lies nothing that can be read without it.
  if (order.password === null) {
    await files.beside(name, '.manifest.json', sideManifestText(name, proven), options);
    const pageHere = (place: string): number | null => {
      const page = order.stack.pageOf(place);
      return page === null || page <= from || page > to ? null : page - from;
    };
    await files.beside(name, '.html', htmlIndex(order.binder, order.chapters, { pdfName: name, pageOf: pageHere, appendix: order.appendix }), options);
  }
  return { ...file, volume: order.proof.volume.number === 2 ? 2 : 1 };
}

const stampedPages = (pages: readonly DrawnPage[]): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, number[]>();
  pages.forEach(({ head }, index) => {
    if (head.stamp === null) return;
    const known = found.get(head.stamp.exhibit);
    if (known === undefined) found.set(head.stamp.exhibit, [index]);
    else known.push(index);
  });
  return found;
};

/** The documents of these pages, as the manifest lists them. */
function manifestExhibits(chapters: readonly PersonChapter[], pages: readonly DrawnPage[], first: number): readonly ManifestExhibit[] {
  const stamped = stampedPages(pages);
  return chapters.flatMap((chapter) => chapter.exhibits.flatMap((tab) => tab.entries.flatMap((entry): readonly ManifestExhibit[] => {
    if (entry.body.kind !== 'document' && entry.body.kind !== 'kept-file') return [];
    const at = stamped.get(entry.number);
    const [from, to] = [at?.[0], at?.at(-1)];
    if (from === undefined || to === undefined) return [];
    const { document } = entry.body;
    const numbers = (show: 'rasterised' | 'left-out'): readonly number[] => document.pages.filter((page) => page.show === show).map(({ page }) => page);
    const [rasterised, leftOut] = [numbers('rasterised'), numbers('left-out')];
    return [{
      exhibit: entry.number, personId: chapter.personId, title: entry.title,
      document: { name: document.name, sha256: document.sha256, mediaType: document.mediaType, bytes: document.bytes },
      ...(document.pages.length > 0 && { documentPages: pagesText(document.pages.map(({ page }) => page)) }),
      from: first + from, to: first + to,
      ...(rasterised.length > 0 && { rasterised: [...rasterised] }),
      ...(leftOut.length > 0 && { leftOut: [...leftOut] }),
    }];
  })));
}

function exhibitsOf(order: FileOrder, pages: readonly DrawnPage[], signal: AbortSignal): Exhibits {
  const stamped = stampedPages(pages);
  const kept = order.chapters.flatMap((chapter) => chapter.exhibits.flatMap((tab) => tab.entries.flatMap((entry): readonly KeptFile[] =>
    (entry.body.kind === 'kept-file' && entry.body.attached && stamped.has(entry.number)
      ? [{ name: `${entry.number} ${entry.body.document.name}`, document: entry.body.document, description: `Exhibit ${entry.number}: ${entry.title}` }]
      : []))));
  return exhibitsFrom(order.documents, kept, signal);
}

