import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFRef, StandardFonts, rgb } from '@cantoo/pdf-lib';
import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import { finishProof, type Proven } from '../../../electron/proof/seal.ts';
import { manifestName } from '../../../shared/proof/manifest.ts';
import { sealLine, sealMark } from '../../../shared/proof/seal-line.ts';
import { factsFor, seedOf } from './sealed-binder.ts';

/** Gives whole numbers below `limit`. */
export type Chance = (limit: number) => number;

/** What was done to a file, and what its verification has to say at the least: one of `codes`, about `page` where there is one. */
export type Mutated = { readonly bytes: Uint8Array; readonly codes: readonly string[]; readonly page?: number };

const load = (bytes: Uint8Array): Promise<PDFDocument> => PDFDocument.load(bytes, { updateMetadata: false });
const save = (doc: PDFDocument): Promise<Uint8Array> => doc.save({ useObjectStreams: false, updateFieldAppearances: false });
const sealOf = ({ bytes }: Proven): Uint8Array => bytes.subarray(Buffer.from(bytes).lastIndexOf(sealMark));
/** Whoever changes a file can leave the old seal behind it, or not. */
const resealed = (bytes: Uint8Array, sealed: Proven, chance: Chance): Uint8Array => (chance(2) === 0 ? bytes : new Uint8Array(Buffer.concat([bytes, sealOf(sealed)])));

const attached = (doc: PDFDocument, name: string): PDFDict => {
  const names = doc.catalog.lookup(PDFName.of('Names'), PDFDict).lookup(PDFName.of('EmbeddedFiles'), PDFDict).lookup(PDFName.of('Names'), PDFArray);
  for (let at = 0; at < names.size(); at += 2) if (names.lookup(at, PDFHexString).decodeText() === name) return names.lookup(at + 1, PDFDict);
  throw new Error(`${name} is attached`);
};
const setContent = (doc: PDFDocument, spec: PDFDict, bytes: Uint8Array): void => {
  const ref = spec.lookup(PDFName.of('EF'), PDFDict).get(PDFName.of('F'));
  if (!(ref instanceof PDFRef)) throw new Error('a file lies in an object of its own');
  const packed = deflateSync(bytes);
  doc.context.assign(ref, PDFRawStream.of(doc.context.obj({ Length: packed.length, Filter: 'FlateDecode', Type: 'EmbeddedFile' }), packed));
};

type Mutation = (sealed: Proven, chance: Chance) => Promise<Mutated>;

/** A mutation that changes the document and saves it again. */
const edited = (edit: (doc: PDFDocument, page: number, chance: Chance) => Promise<Omit<Mutated, 'bytes'>> | Omit<Mutated, 'bytes'>): Mutation => async (sealed, chance) => {
  const doc = await load(sealed.bytes);
  const said = await edit(doc, chance(doc.getPageCount()), chance);
  return { ...said, bytes: resealed(await save(doc), sealed, chance) };
};

/** The pictures and forms a page shows. */
const shownOn = (doc: PDFDocument, page: number): readonly PDFRawStream[] => {
  const objects = doc.getPage(page).node.Resources()?.lookup(PDFName.of('XObject'));
  return objects instanceof PDFDict ? objects.keys().flatMap((name) => { const each = objects.lookup(name); return each instanceof PDFRawStream ? [each] : []; }) : [];
};

export const mutations: Readonly<Record<string, Mutation>> = {
  'a byte flipped anywhere': (sealed, chance) => {
    const bytes = new Uint8Array(sealed.bytes);
    const at = chance(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << chance(8));
    return Promise.resolve({ bytes, codes: [] });
  },
  'a byte of an exhibit changed': edited((doc, _, chance) => {
    const page = 2 + chance(doc.getPageCount() - 2);
    const [form] = shownOn(doc, page);
    if (form === undefined) throw new Error('an exhibit page shows a document');
    const ref = doc.context.getObjectRef(form);
    if (ref === undefined) throw new Error('a form lies in an object of its own');
    const packed = deflateSync(Buffer.from('BT /F1 20 Tf 40 300 Td (Licence valid until 2099) Tj ET'));
    const dict = form.dict.clone(doc.context);
    dict.set(PDFName.of('Length'), doc.context.obj(packed.length));
    doc.context.assign(ref, PDFRawStream.of(dict, packed));
    return { codes: ['page-changed'], page: page + 1 };
  }),
  'two pages swapped': edited((doc, page) => {
    const other = (page + 3) % doc.getPageCount();
    const [low, high] = [Math.min(page, other), Math.max(page, other)];
    const kids = doc.catalog.Pages().lookup(PDFName.of('Kids'), PDFArray);
    const [one, two] = [kids.get(low), kids.get(high)];
    kids.set(low, two);
    kids.set(high, one);
    return { codes: ['page-moved'], page: low + 1 };
  }),
  'a page removed': edited((doc, page) => {
    doc.removePage(page);
    return { codes: ['page-missing'], page: page + 1 };
  }),
  'a page added': edited(async (doc, page) => {
    doc.insertPage(page).drawText('Everything is in order', { font: await doc.embedFont(StandardFonts.Helvetica), size: 12, x: 60, y: 400 });
    return { codes: ['page-added'], page: page + 1 };
  }),
  'a page of another binder put in its place': edited(async (doc, page) => {
    const other = await PDFDocument.create();
    other.addPage([612, 792]).drawText('Another person', { font: await other.embedFont(StandardFonts.Helvetica), size: 12, x: 60, y: 400 });
    const [copy] = await doc.copyPages(other, [0]);
    if (copy === undefined) throw new Error('one page was copied');
    doc.removePage(page);
    doc.insertPage(page, copy);
    return { codes: ['page-changed'], page: page + 1 };
  }),
  'a page repeated': edited((doc, page) => {
    const leaf = doc.getPage(page).node.clone(doc.context);
    const copy = doc.context.register(leaf);
    const parent = doc.getPage(page).node.Parent();
    const kids = parent?.lookup(PDFName.of('Kids'), PDFArray);
    kids?.insert(page + 1, copy);
    parent?.set(PDFName.of('Count'), doc.context.obj(doc.getPageCount() + 1));
    return { codes: ['page-copied'], page: page + 1 };
  }),
  'a stamp painted over': edited((doc, _, chance) => {
    const page = 2 + chance(doc.getPageCount() - 2);
    doc.getPage(page).drawRectangle({ x: 430, y: 730, width: 150, height: 50, color: rgb(1, 1, 1) });
    return { codes: ['page-changed'], page: page + 1 };
  }),
  'a note laid over a page': edited((doc, page) => {
    doc.getPage(page).node.addAnnot(doc.context.register(doc.context.obj({ Type: 'Annot', Subtype: 'Square', Rect: [10, 10, 500, 700], C: [1, 1, 1], IC: [1, 1, 1], F: 4 })));
    return { codes: ['page-changed'], page: page + 1 };
  }),
  'a form field laid over a page': edited((doc, page) => {
    doc.getForm().createTextField('over').addToPage(doc.getPage(page), { x: 30, y: 30, width: 300, height: 300 });
    return { codes: ['page-changed'], page: page + 1 };
  }),
  'a page turned': edited((doc, page) => {
    doc.getPage(page).node.set(PDFName.of('Rotate'), doc.context.obj(180));
    return { codes: ['page-changed'], page: page + 1 };
  }),
  'a page cropped': edited((doc, page) => {
    doc.getPage(page).setCropBox(0, 0, 300, 300);
    return { codes: ['page-changed'], page: page + 1 };
  }),
  'a link led elsewhere': edited((doc, _, chance) => {
    const annotations = doc.getPage(0).node.Annots();
    const link = annotations?.lookup(chance(annotations.size()), PDFDict);
    link?.set(PDFName.of('Dest'), doc.context.obj([doc.getPage(1).ref, PDFName.of('XYZ'), 0, 700, 0]));
    return { codes: ['links-changed'], page: 1 };
  }),
  'a bookmark renamed': edited((doc) => {
    doc.catalog.lookup(PDFName.of('Outlines'), PDFDict).lookup(PDFName.of('First'), PDFDict).set(PDFName.of('Title'), PDFHexString.fromText('Cover of somebody else'));
    return { codes: ['bookmarks-changed'] };
  }),
  'a bookmark led elsewhere': edited((doc, _, chance) => {
    doc.catalog.lookup(PDFName.of('Outlines'), PDFDict).lookup(PDFName.of('First'), PDFDict).set(PDFName.of('Dest'), doc.context.obj([doc.getPage(1 + chance(doc.getPageCount() - 1)).ref, PDFName.of('Fit')]));
    return { codes: ['bookmarks-changed'] };
  }),
  'an attached file exchanged': edited((doc) => {
    setContent(doc, attached(doc, 'C-9 letter.docx'), Buffer.from('another letter'));
    return { codes: ['attachments-changed'] };
  }),
  'a file attached': edited(async (doc) => {
    await doc.attach(Buffer.from('new'), 'new.txt', {});
    return { codes: ['attachments-changed'] };
  }),
  'the title changed': edited((doc) => {
    doc.setTitle('Somebody else');
    return { codes: ['information-changed'] };
  }),
  'a script run on opening': edited((doc) => {
    doc.catalog.set(PDFName.of('OpenAction'), doc.context.obj({ S: 'JavaScript', JS: PDFHexString.fromText('app.alert(1)') }));
    return { codes: ['behaviour-changed'] };
  }),
  'the manifest edited': edited((doc, page) => {
    const { manifest, signature } = JSON.parse(manifestText(doc)) as Proven['signed'];
    setContent(doc, attached(doc, manifestName), Buffer.from(JSON.stringify({ manifest: { ...manifest, asOf: '2026-01-01', pages: manifest.pages.filter((_, at) => at !== page) }, signature })));
    return { codes: ['manifest-changed'] };
  }),
  'the manifest and its signature taken out': edited((doc) => {
    const { manifest } = JSON.parse(manifestText(doc)) as Proven['signed'];
    setContent(doc, attached(doc, manifestName), Buffer.from(JSON.stringify({ manifest: { ...manifest, publicKey: null }, signature: null })));
    return { codes: ['not-signed', 'keys-differ', 'seal-broken'] };
  }),
  're-signed by a stranger': async ({ bytes }, chance) => {
    const doc = await load(bytes);
    const names = doc.catalog.lookup(PDFName.of('Names'), PDFDict);
    names.delete(PDFName.of('EmbeddedFiles'));
    doc.catalog.delete(PDFName.of('AF'));
    doc.getPage(chance(doc.getPageCount())).drawRectangle({ x: 0, y: 0, width: 200, height: 200, color: rgb(1, 1, 1) });
    return { bytes: (await finishProof(doc, factsFor(doc.getPageCount()), seedOf('a stranger'))).bytes, codes: ['other-key'] };
  },
  'sealed as a whole by a stranger': async ({ bytes }) => {
    const doc = await load(bytes);
    const saved = await save(doc);
    const stranger = seedOf('a stranger');
    const line = sealLine(Buffer.from(stranger.sign(createHash('sha256').update(saved).digest())).toString('hex'), Buffer.from(stranger.publicKey).toString('hex'));
    return { bytes: new Uint8Array(Buffer.concat([saved, Buffer.from(line)])), codes: ['keys-differ'] };
  },
  'saved again without a change': async ({ bytes }) => ({ bytes: await save(await load(bytes)), codes: ['saved-again', 'seal-missing'] }),
  'an update appended': async ({ bytes }, chance) => {
    const doc = await PDFDocument.load(bytes, { updateMetadata: false, forIncrementalUpdate: true });
    const page = chance(doc.getPageCount());
    doc.getPage(page).drawRectangle({ x: 0, y: 0, width: 612, height: 792, color: rgb(1, 1, 1) });
    return { bytes: await doc.save({ useObjectStreams: false }), codes: ['page-changed'], page: page + 1 };
  },
  'something written behind the end': ({ bytes }) => Promise.resolve({ bytes: new Uint8Array(Buffer.concat([bytes, Buffer.from('% a remark\n')])), codes: ['appended'] }),
  'cut off': ({ bytes }, chance) => Promise.resolve({ bytes: bytes.subarray(0, chance(bytes.length - 1)), codes: [] }),
};

function manifestText(doc: PDFDocument): string {
  const stream = attached(doc, manifestName).lookup(PDFName.of('EF'), PDFDict).lookup(PDFName.of('F'));
  if (!(stream instanceof PDFRawStream)) throw new Error('the manifest is a stream');
  return Buffer.from(inflateSync(stream.contents)).toString('utf8');
}
