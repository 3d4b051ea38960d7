import { PDFDocument, PDFHexString, PDFName, StandardFonts, rgb, type PDFPage } from '@cantoo/pdf-lib';
import { createHash } from 'node:crypto';
import { civilDate } from '../../../shared/civil-date.ts';
import { finishProof, type ProofFacts, type Proven } from '../../../electron/proof/seal.ts';
import { signerFromSeed, type Signer } from '../../../electron/proof/signer.ts';

export const seedOf = (word: string): Signer => signerFromSeed(createHash('sha256').update(word).digest());
export const agencySigner = seedOf('an agency');

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

export const factsFor = (pages: number): ProofFacts => ({
  format: 'muster-manifest', version: 1, kind: 'binder',
  agency: { name: 'Bayou Harbor', npi: '1234567893' },
  title: 'Mei Li: personnel binder', people: [{ personId: 'p1', name: 'Mei Li' }],
  recipient: 'Healthy Pelican', volume: { number: 1, of: 1 }, part: { number: 1, of: 1 },
  asOf: civilDate('2026-03-19'), knownAt: null, generatedAt: '2026-03-20T10:00:00.000Z', fingerprint: digest('data'),
  packs: [{ id: 'la', version: '1.0.0' }], app: { name: 'Muster', version: '0.0.0' }, logHead: { seq: 4, hash: digest('head') },
  pages: Array.from({ length: pages }, (_, at) => (at < 2 ? { page: at + 1, kind: 'generated' as const } : { page: at + 1, kind: 'exhibit' as const, exhibit: `C-${at - 1}`, of: { page: 1, pages: 1 } })),
  exhibits: Array.from({ length: Math.max(0, pages - 2) }, (_, at) => ({
    exhibit: `C-${at + 1}`, personId: 'p1', title: 'Licence', document: { name: 'licence.pdf', sha256: digest(`doc ${at}`), mediaType: 'application/pdf', bytes: 10 }, documentPages: '1', from: at + 3, to: at + 3,
  })),
});

const linkTo = (doc: PDFDocument, target: PDFPage): void => {
  const annotation = doc.context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [10, 10, 60, 20], Border: [0, 0, 0] });
  annotation.set(PDFName.of('Dest'), doc.context.obj([target.ref, PDFName.of('XYZ'), 0, 700, 0]));
  doc.getPage(0).node.addAnnot(doc.context.register(annotation));
};

/** A small binder: contents with links, a checklist, exhibits shown as forms of their own, bookmarks and an attached file. */
export async function smallBinder(pages = 8): Promise<PDFDocument> {
  const source = await PDFDocument.create();
  const sourceFont = await source.embedFont(StandardFonts.Courier);
  for (let at = 2; at < pages; at += 1) source.addPage([400, 500]).drawText(`Licence number ${at}`, { font: sourceFont, size: 20, x: 40, y: 300 });
  const doc = await PDFDocument.create({ updateMetadata: false });
  const font = await doc.embedFont(StandardFonts.Helvetica);
  const exhibits = await doc.embedPdf(await PDFDocument.load(await source.save()), source.getPageIndices());
  for (let at = 0; at < pages; at += 1) {
    const page = doc.addPage([612, 792]);
    page.drawText(`Page ${at + 1} of ${pages}`, { font, size: 10, x: 40, y: 20 });
    const exhibit = exhibits[at - 2];
    if (exhibit !== undefined) {
      page.drawPage(exhibit, { x: 80, y: 90, xScale: 0.78, yScale: 0.78 });
      page.drawRectangle({ x: 440, y: 740, width: 120, height: 30, borderColor: rgb(0, 0, 0), borderWidth: 1 });
      page.drawText(`Exhibit C-${at - 1}`, { font, size: 10, x: 450, y: 750 });
    }
  }
  for (const page of doc.getPages().slice(2)) linkTo(doc, page);
  const root = doc.context.nextRef();
  const items = doc.getPages().map(() => doc.context.nextRef());
  doc.getPages().forEach((page, at) => {
    const item = doc.context.obj({ Title: PDFHexString.fromText(`Bookmark ${at + 1}`), Parent: root });
    item.set(PDFName.of('Dest'), doc.context.obj([page.ref, PDFName.of('Fit')]));
    const [before, after, self] = [items[at - 1], items[at + 1], items[at]];
    if (before !== undefined) item.set(PDFName.of('Prev'), before);
    if (after !== undefined) item.set(PDFName.of('Next'), after);
    if (self !== undefined) doc.context.assign(self, item);
  });
  const [first, last] = [items[0], items.at(-1)];
  if (first !== undefined && last !== undefined) doc.context.assign(root, doc.context.obj({ Type: 'Outlines', First: first, Last: last, Count: items.length }));
  doc.catalog.set(PDFName.of('Outlines'), root);
  await doc.attach(new TextEncoder().encode('kept as it is'), 'C-9 letter.docx', { mimeType: 'application/octet-stream', description: 'Exhibit C-9', creationDate: new Date(0), modificationDate: new Date(0) });
  doc.setTitle('Mei Li: personnel binder');
  doc.context.trailerInfo.ID = doc.context.obj([PDFHexString.of(digest('id').slice(0, 32)), PDFHexString.of(digest('id').slice(0, 32))]);
  return doc;
}

export const sealedBinder = async (signer: Signer | null = agencySigner, pages = 8): Promise<Proven> => finishProof(await smallBinder(pages), factsFor(pages), signer);
