import { PDFDocument, PDFHexString, PDFName, PDFRawStream, type PDFPage, type PDFRef } from '@cantoo/pdf-lib';
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { faceNames, type FaceName, type Faces } from '../../shared/pdf/faces.ts';
import { sheets } from '../../shared/pdf/ink.ts';
import { lateOps, ownOps, runningOps, type PrintFacts } from '../../shared/pdf/frame.ts';
import type { Bookmark, SourcePage } from '../../shared/pdf/page-plan.ts';
import { savedWhole } from '../proof/seal.ts';
import type { DrawnPage } from './chapter-messages.ts';
import { embedFaces } from './embed-faces.ts';
import type { Bound } from './printing.ts';
import { writeBookmarks, writeLink, type Landing } from './outline.ts';
import { faceResource, joinUse, painted, type GlyphUse } from './painter.ts';
import { shownIn, type Frame, type Placeable } from './place-exhibit.ts';

export type FileFacts = { readonly title: string; readonly subject: string; readonly author: string; readonly generatedAt: string; readonly fingerprint: string };

/** A file that goes into a binder as it is. */
export type Attachment = { readonly name: string; readonly bytes: Uint8Array; readonly mediaType: string; readonly description: string };

/** The pages of one file, or of one part of it. */
export type Stack = {
  readonly pages: readonly DrawnPage[];
  /** Number printed on the first of them, and of how many pages. */
  readonly first: number;
  readonly total: number;
  /** Where a binder was split. */
  readonly part: { readonly number: number; readonly of: number } | null;
  /** The page of the whole binder a place is on. */
  readonly pageOf: (place: string) => number | null;
  readonly bookmarks: readonly Bookmark[];
  /** Glyphs set in the pages; more are no harm. */
  readonly use: GlyphUse;
};

export type Press = {
  readonly faces: Faces;
  /** What every page says of the file it is in. */
  readonly print: PrintFacts;
  /** Where documents are shown. */
  readonly frame: Frame;
  /** Of a Letter page. */
  readonly scale: number;
};

/** Gives the pages of documents a file shows, copied into it. */
export type Exhibits = {
  readonly place: (out: PDFDocument, wanted: readonly SourcePage[]) => Promise<(source: SourcePage) => Placeable | null>;
  readonly attachments: () => Promise<readonly Attachment[]>;
};

// What stands round a page is short: a small window packs it as well, and is made in a fraction of the time.
const small = { windowBits: 12, memLevel: 5 };

function stream(out: PDFDocument, bytes: Uint8Array): PDFRef {
  return out.context.register(PDFRawStream.of(out.context.obj({ Length: bytes.length, Filter: 'FlateDecode' }), bytes));
}

/** Binds drawn pages into a document: frames, exhibits, links, bookmarks, facts, faces. The same stack and facts give the same document. */
export async function bind(press: Press, stack: Stack, exhibits: Exhibits | null, facts: FileFacts): Promise<PDFDocument> {
  const { faces, print } = press;
  const sheet = sheets[print.paper];
  const out = await PDFDocument.create({ updateMetadata: false });
  const { context } = out;
  const use: GlyphUse = {};
  joinUse(use, stack.use);
  const fontsByName = context.obj({});
  const fonts = context.register(fontsByName);
  const sources = stack.pages.flatMap(({ source }) => (source === null ? [] : [source]));
  const placedOf = exhibits === null || sources.length === 0 ? null : await exhibits.place(out, sources);
  const landings = new Map<string, Landing>();
  const made: PDFPage[] = [];
  const running = new Map<string, { readonly under: string; readonly same: PDFRef }>();
  /** What is the same on many pages is painted once, and lies in the file once. */
  const runningOf = ({ name, tab }: DrawnPage['head']): { readonly under: string; readonly same: PDFRef } => {
    const key = JSON.stringify([name, tab]);
    const known = running.get(key);
    if (known !== undefined) return known;
    const { under, over } = runningOps(faces, print, { head: { name, tab }, part: stack.part });
    const made = { under: under.length === 0 ? '' : painted(faces, sheet, under, use), same: stream(out, deflateSync(painted(faces, sheet, over, use), small)) };
    running.set(key, made);
    return made;
  };
  const unders = new Map<string, PDFRef>();
  const underStream = (text: string): PDFRef => {
    const known = unders.get(text) ?? stream(out, deflateSync(text, small));
    unders.set(text, known);
    return known;
  };

  stack.pages.forEach((drawn, index) => {
    const page = out.addPage([sheet.width, sheet.height]);
    made.push(page);
    const names = new Map<PDFRef, string>();
    const nameOf = (ref: PDFRef): string => {
      const name = names.get(ref) ?? `X${names.size + 1}`;
      names.set(ref, name);
      return name;
    };
    const { under, same } = runningOf(drawn.head);
    const own = [...ownOps(faces, print, { head: drawn.head, number: stack.first + index, total: stack.total, part: stack.part }), ...lateOps(faces, drawn.late, stack.pageOf)];
    const before = under === '' ? [] : [under];
    const placed = drawn.source === null ? null : (placedOf?.(drawn.source) ?? null);
    if (drawn.source !== null && placed !== null) before.push(shownIn(press.frame, placed, drawn.source.page.turn, press.scale, nameOf));
    page.node.set(PDFName.of('Contents'), context.obj([
      ...(before.length === 0 ? [] : [underStream(before.join('\n'))]),
      stream(out, drawn.content),
      same,
      stream(out, deflateSync(painted(faces, sheet, own, use), small)),
    ]));
    const resources = context.obj({ Font: fonts });
    if (names.size > 0) resources.set(PDFName.of('XObject'), context.obj(Object.fromEntries([...names].map(([ref, name]) => [name, ref]))));
    page.node.set(PDFName.of('Resources'), resources);
    for (const place of drawn.places) landings.set(place.name, { page, y: sheet.height - place.y + 6 });
  });

  stack.pages.forEach((drawn, index) => {
    const page = made[index];
    if (page !== undefined) for (const link of drawn.links) writeLink(out, page, link, landings);
  });
  writeBookmarks(out, stack.bookmarks, landings);
  for (const { name, bytes, mediaType, description } of (await exhibits?.attachments()) ?? []) {
    const when = new Date(facts.generatedAt);
    await out.attach(bytes, name, { mimeType: mediaType, description, creationDate: when, modificationDate: when });
  }
  const refs = new Map<FaceName, PDFRef>(faceNames.filter((face) => use[face] !== undefined).map((face) => [face, context.nextRef()]));
  embedFaces(context, faces, use, refs);
  for (const [face, ref] of refs) fontsByName.set(PDFName.of(faceResource[face]), ref);
  writeFacts(out, facts);
  return out;
}

/** The bytes of a document that carries no proof. */
export async function saved(out: PDFDocument): Promise<Bound> {
  const bytes = await out.save(savedWhole);
  return { pieces: [bytes], length: bytes.length, pages: out.getPageCount(), sha256: createHash('sha256').update(bytes).digest('hex') };
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
