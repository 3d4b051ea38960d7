import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { bind, saved, type Press, type Stack } from '../../../electron/binder/assemble.ts';
import type { DocumentSource } from '../../../electron/binder/document-source.ts';
import { exhibitsFrom } from '../../../electron/binder/exhibits.ts';
import { pressFor } from '../../../electron/binder/press.ts';
import type { PrintFacts } from '../../../shared/pdf/frame.ts';
import type { ExhibitDocument, ExhibitPage } from '../../../shared/report/binder-model.ts';
import { fail, ok } from '../../../shared/result.ts';

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Documents by their digest. */
export const shelfOf = (...files: readonly Uint8Array[]): DocumentSource => {
  const known = new Map(files.map((bytes) => [digestOf(bytes), bytes] as const));
  return {
    read: ({ sha256 }) => {
      const bytes = known.get(sha256);
      return Promise.resolve(bytes === undefined ? fail('not-here' as const) : ok(bytes));
    },
  };
};

export const shown = (page: number, more: Partial<ExhibitPage> = {}): ExhibitPage => ({ page, turn: 0, show: 'as-it-is', marks: [], why: null, ...more });

export const documentOf = (bytes: Uint8Array, pages: readonly ExhibitPage[], more: Partial<ExhibitDocument> = {}): ExhibitDocument => ({
  documentId: 'd1', sha256: digestOf(bytes), name: 'scan.pdf', mediaType: 'application/pdf', vault: 'personnel', bytes: bytes.length, pages, ...more,
});

const print: PrintFacts = { agencyName: 'Agency', synthetic: false, paper: 'letter', fingerprint: '0'.repeat(64), generatedWords: '2 Apr 2026', logHead: null, keyFingerprint: null, what: 'Test' };
const facts = { title: 'Test', subject: 'Test', author: 'Test', generatedAt: '2026-04-02T14:14:00Z', fingerprint: '0'.repeat(64) };

/** Pages that show pages of documents and nothing else. */
export const stackFor = (documents: readonly ExhibitDocument[]): Stack => ({
  pages: documents.flatMap((document) => document.pages.map((page) => ({
    content: new Uint8Array(deflateSync('')), links: [], places: [], late: [], head: { name: null, tab: null, stamp: null, proof: null }, source: { document, page },
  }))),
  first: 1, total: documents.flatMap(({ pages }) => pages).length, part: null, pageOf: () => null, bookmarks: [], use: {},
});

export async function bound(source: DocumentSource, documents: readonly ExhibitDocument[], press: Press = pressFor(print)): Promise<Uint8Array> {
  const out = await bind(press, stackFor(documents), exhibitsFrom(source, [], new AbortController().signal), facts);
  return new Uint8Array(Buffer.concat((await saved(out)).pieces));
}

/** A PDF whose pages each say their text, at 72, 700. */
export async function pdfSaying(texts: readonly string[], change: (made: PDFDocument) => void | Promise<void> = () => undefined): Promise<Uint8Array> {
  const made = await PDFDocument.create({ updateMetadata: false });
  const font = await made.embedFont(StandardFonts.Helvetica);
  for (const text of texts) made.addPage([612, 792]).drawText(text, { x: 72, y: 700, size: 14, font });
  await change(made);
  return made.save({ useObjectStreams: false });
}
