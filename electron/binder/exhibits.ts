import { setImmediate as breathe } from 'node:timers/promises';
import { PDFDocument, PDFName, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { openPdf } from '../../shared/documents/open-pdf.ts';
import { pictureOf, uprightMatrix, uprightSize, type Picture } from '../../shared/documents/picture.ts';
import { problemWords, type DocumentProblem } from '../../shared/documents/problem.ts';
import { sniff } from '../../shared/documents/sniff.ts';
import type { SourcePage } from '../../shared/pdf/page-plan.ts';
import type { ExhibitDocument } from '../../shared/report/binder-model.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { countOf } from '../../shared/wording.ts';
import type { Attachment, Exhibits } from './assemble.ts';
import { faultWords, type DocumentSource } from './document-source.ts';
import { withoutCameraNotes } from './jpeg-notes.ts';
import { lookAt } from './pdfium.ts';
import { pagesOfPdf, type Placeable } from './place-exhibit.ts';
import { pictureOfPage } from './rasterise.ts';
import { stopIfCancelled } from './printing.ts';

/** A document that was to be shown and cannot be; the plan is made again without it. */
export type Trouble = { readonly sha256: string; readonly why: string };

/** Documents that could not be shown, found while binding. */
export class ExhibitTrouble extends Error {
  readonly troubles: readonly Trouble[];
  constructor(troubles: readonly Trouble[]) {
    super(`${troubles.length} documents cannot be shown`);
    this.troubles = troubles;
  }
}

/** A file that is attached as it is. */
export type KeptFile = { readonly name: string; readonly document: ExhibitDocument; readonly description: string };

/** What of the documents lies in the binder so far. */
type Shelf = { readonly out: PDFDocument; readonly placed: Map<string, Placeable>; readonly hidden: PDFRef[] };

const keyOf = ({ document, page }: SourcePage): string => JSON.stringify([document.vault, document.sha256, page.page, page.show, page.show === 'rasterised' ? page.marks : []]);

const missing = (name: string, page: number, pages: number): string => `${name} has ${countOf(pages, 'page')} where page ${page} was filed. Look at the document and file it anew.`;

/**
 * The documents of a binder: read one at a time, in the order they are shown, copied and given up again.
 * @throws ExhibitTrouble with every document that cannot be shown
 */
export function exhibitsFrom(source: DocumentSource, kept: readonly KeptFile[], signal: AbortSignal): Exhibits {
  return {
    async place(out, wanted) {
      const byDocument = new Map<string, SourcePage[]>();
      for (const each of wanted) {
        const key = `${each.document.vault}/${each.document.sha256}`;
        const known = byDocument.get(key);
        if (known === undefined) byDocument.set(key, [each]);
        else known.push(each);
      }
      const shelf: Shelf = { out, placed: new Map(), hidden: [] };
      const troubles: Trouble[] = [];
      for (const pages of byDocument.values()) {
        const [first] = pages;
        if (first === undefined) continue;
        await breathe();
        stopIfCancelled(signal);
        const read = await source.read(first.document);
        const why = read.ok ? await placeDocument(shelf, read.value, pages) : faultWords(read.error, first.document.name);
        if (why !== null) troubles.push({ sha256: first.document.sha256, why });
      }
      if (troubles.length > 0) throw new ExhibitTrouble(troubles);
      hide(out, shelf.hidden);
      return (each) => shelf.placed.get(keyOf(each)) ?? null;
    },
    async attachments() {
      const files: Attachment[] = [];
      for (const { name, document, description } of kept) {
        stopIfCancelled(signal);
        const read = await source.read(document);
        if (!read.ok) throw new ExhibitTrouble([{ sha256: document.sha256, why: faultWords(read.error, document.name) }]);
        files.push({ name, bytes: read.value, mediaType: document.mediaType, description });
      }
      return files;
    },
  };
}

/** Copies the pages wanted of one document. Null, or why it cannot be shown. */
async function placeDocument(shelf: Shelf, bytes: Uint8Array, wanted: readonly SourcePage[]): Promise<string | null> {
  const name = wanted[0]?.document.name ?? '';
  try {
    const shown = wanted.filter(({ page }) => page.show !== 'left-out');
    const found = await copied(shelf, bytes, name, shown.filter(({ page }) => page.show === 'as-it-is'));
    if (!found.ok) return found.error;
    const painted = shown.filter(({ page }) => page.show === 'rasterised');
    return painted.length === 0 ? null : await rasterised(shelf, bytes, name, painted);
  } catch (error) {
    if (error instanceof ExhibitTrouble) throw error;
    // Whatever a foreign file does to its readers, it is a file that cannot be shown.
    return `${name} is damaged and cannot be read. Scan it again, or ask whoever sent it.`;
  }
}

async function copied({ out, placed, hidden }: Shelf, bytes: Uint8Array, name: string, wanted: readonly SourcePage[]): Promise<Result<null, string>> {
  if (wanted.length === 0) return ok(null);
  const { kind } = sniff(bytes);
  if (kind === 'kept') return fail(`${name} is neither a PDF nor a picture that can be printed.`);
  if (kind === 'pdf') {
    const open = await openPdf(bytes);
    if (!open.ok) return fail(problemWords(open.error, name));
    const pages = pagesOfPdf(open.value.document, out);
    for (const each of wanted) {
      const page = pages.page(each.page.page);
      if (page === null) return fail(missing(name, each.page.page, open.value.document.getPageCount()));
      placed.set(keyOf(each), page);
    }
    hidden.push(...pages.hiddenLayers());
    return ok(null);
  }
  for (const each of wanted) {
    if (placed.has(keyOf(each))) continue;
    const picture = pictureOf(bytes, kind, each.page.page);
    if (!picture.ok) return fail(problemWords(picture.error, name));
    placed.set(keyOf(each), await placeablePicture(out, picture.value));
  }
  return ok(null);
}

async function placeablePicture(out: PDFDocument, picture: Picture): Promise<Placeable> {
  const size = uprightSize(picture);
  const ref = await embedded(out, picture);
  return { draws: [{ ref, matrix: uprightMatrix(picture, { left: 0, bottom: 0, ...size }) }], box: { x: 0, y: 0, ...size }, rotate: 0, unit: null };
}

async function embedded(out: PDFDocument, { type, bytes }: Pick<Picture, 'type' | 'bytes'>): Promise<PDFRef> {
  const image = type === 'jpg' ? await out.embedJpg(withoutCameraNotes(bytes)) : await out.embedPng(bytes);
  await image.embed();
  return image.ref;
}

async function rasterised({ out, placed }: Shelf, bytes: Uint8Array, name: string, wanted: readonly SourcePage[]): Promise<string | null> {
  for (const each of wanted) {
    if (placed.has(keyOf(each))) continue;
    const looked = await lookable(bytes, each.page.page);
    if (!looked.ok) return problemWords(looked.error, name);
    const { document, page } = looked.value;
    try {
      if (page > document.pages) return missing(name, page, document.pages);
      const { jpeg, points } = pictureOfPage(document, page, each.page.marks);
      const ref = await embedded(out, { type: 'jpg', bytes: jpeg });
      placed.set(keyOf(each), { draws: [{ ref, matrix: [points.width, 0, 0, points.height, 0, 0] }], box: { x: 0, y: 0, ...points }, rotate: 0, unit: sniff(bytes).kind === 'pdf' ? 1 : null });
    } finally {
      document.close();
    }
  }
  return null;
}

/** A document as PDFium takes it, and the page in that: a PDF as it is, one page of a picture as a PDF made of it. */
export async function lookable(bytes: Uint8Array, page: number): Promise<Result<{ readonly document: NonNullable<Awaited<ReturnType<typeof lookAt>>>; readonly page: number }, DocumentProblem>> {
  const { kind } = sniff(bytes);
  if (kind === 'kept') return fail({ code: 'unsupported', what: 'neither a PDF nor a picture' });
  if (kind === 'pdf') {
    const document = await lookAt(bytes);
    return document === null ? fail({ code: 'damaged' }) : ok({ document, page });
  }
  const picture = pictureOf(bytes, kind, page);
  if (!picture.ok) return picture;
  const size = uprightSize(picture.value);
  // Half a point a pixel at the least: 200 dots to the inch then lose nothing a reader of the page would see.
  const scale = Math.min(1, 1000 / Math.max(size.width, size.height));
  const box = { width: size.width * scale, height: size.height * scale };
  const made = await PDFDocument.create({ updateMetadata: false });
  const sheet = made.addPage([box.width, box.height]);
  const ref = await embedded(made, picture.value);
  const content = new TextEncoder().encode(`q ${uprightMatrix(picture.value, { left: 0, bottom: 0, ...box }).map((value) => value.toFixed(4)).join(' ')} cm /P Do Q`);
  sheet.node.set(PDFName.of('Contents'), made.context.register(PDFRawStream.of(made.context.obj({ Length: content.length }), content)));
  sheet.node.set(PDFName.of('Resources'), made.context.obj({ XObject: { P: ref } }));
  const document = await lookAt(await made.save({ useObjectStreams: false }));
  return document === null ? fail({ code: 'damaged' }) : ok({ document, page: 1 });
}

/** Keeps layers hidden that were hidden in the documents they come from. */
function hide(out: PDFDocument, layers: readonly PDFRef[]): void {
  if (layers.length > 0) out.catalog.set(PDFName.of('OCProperties'), out.context.obj({ OCGs: [...layers], D: { OFF: [...layers], Order: [] } }));
}
