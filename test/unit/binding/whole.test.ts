import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diskCache } from '../../../electron/binder/disk-cache.ts';
import { lookAt } from '../../../electron/binder/pdfium.ts';
import type { BindingOptions } from '../../../electron/binder/printing.ts';
import { produceBinders } from '../../../electron/binder/produce-binders.ts';
import { demonstrationSigner } from '../../../electron/proof/signer.ts';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import type { DocumentRecord } from '../../../shared/model/document.ts';
import { medicalKinds } from '../../../shared/model/evidence.ts';
import { sideManifestSchema } from '../../../shared/proof/manifest.ts';
import { defaultProfiles } from '../../../shared/report/profiles.ts';
import type { BinderJob } from '../../../shared/report/binder-job.ts';
import { demoFile, jobFor } from '../pdf/jobs.ts';
import { readPdf, type ReadPdf } from '../pdf/reading.ts';
import { qpdfCheck } from './qpdf.ts';
import { digestOf, pdfSaying, shelfOf } from './stacks.ts';

type Fixture = { readonly agency: AgencyFile; readonly files: readonly Uint8Array[]; readonly people: readonly string[] };

/** The first people of the demo agency, every item of evidence with a document of its own that names it; medical ones in the medical vault. */
async function withDocuments(count: number): Promise<Fixture> {
  const file = demoFile();
  const people = file.people.slice(0, count).map(({ id }) => id);
  const documents: DocumentRecord[] = [];
  const files: Uint8Array[] = [];
  const evidence = await Promise.all(file.evidence.map(async (item) => {
    if (!people.includes(item.personId)) return { ...item, documents: [] };
    const bytes = await pdfSaying([`FRONT ${item.id}`, `BACK ${item.id}`]);
    const medical = (medicalKinds as readonly string[]).includes(item.kind);
    documents.push({
      id: `doc-${item.id}`, sha256: digestOf(bytes), name: `${item.id}.pdf`, mediaType: 'application/pdf', bytes: bytes.length, pages: 2,
      vault: medical ? 'medical' : 'personnel', recordedAt: '2026-01-05T10:00:00Z',
    });
    files.push(bytes);
    return { ...item, documents: [{ id: `doc-${item.id}` }] };
  }));
  documents.sort((one, other) => (one.id < other.id ? -1 : 1));
  return { agency: { ...file, documents, evidence, agencyRecords: [] }, files, people };
}

let fixture: Fixture;
let folder = '';
beforeAll(async () => {
  fixture = await withDocuments(3);
  folder = await mkdtemp(path.join(tmpdir(), 'muster-binding-'));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const job = (extra: Partial<BinderJob> = {}): BinderJob => jobFor(fixture.agency, fixture.people, { exhibits: true, volumes: 'both', layout: 'file-per-person', ...extra });

async function produced(name: string, wanted: BinderJob, more: Partial<BindingOptions> = {}) {
  const outFolder = path.join(folder, name);
  const made = await produceBinders(wanted, {
    outFolder, workers: 1, onProgress: () => undefined, signal: new AbortController().signal, documents: shelfOf(...fixture.files), signer: demonstrationSigner(), ...more,
  });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return { outFolder, files: made.value.files, bytes: (file: string) => readFile(path.join(outFolder, file)) };
}

describe('a person’s binder with documents', () => {
  let pdf: ReadPdf;
  let bytes: Uint8Array;
  let name = '';
  beforeAll(async () => {
    const made = await produced('one', job({ personIds: fixture.people.slice(0, 1), layout: 'one-file' }));
    name = made.files[0]?.name ?? '';
    bytes = await made.bytes(name);
    pdf = await readPdf(bytes);
  }, 60_000);

  it('is valid, and its second volume is a file of its own', async () => {
    const names = (await readdir(path.join(folder, 'one'))).sort();
    expect(names).toEqual([' - volume 2.html', ' - volume 2.manifest.json', ' - volume 2.pdf', '.html', '.manifest.json', '.pdf'].map((ending) => name.replace(/\.pdf$/, ending)));
    for (const each of names.filter((file) => file.endsWith('.pdf'))) expect(await qpdfCheck(await readFile(path.join(folder, 'one', each))), each).toBe(0);
  });

  it('holds no medical page in volume 1, and all of them in volume 2', async () => {
    const second = await readPdf(await readFile(path.join(folder, 'one', name.replace(/\.pdf$/, ' - volume 2.pdf'))));
    const medical = fixture.agency.evidence.filter((item) => item.personId === fixture.people[0] && (medicalKinds as readonly string[]).includes(item.kind));
    expect(medical.length).toBeGreaterThan(0);
    for (const { id } of medical) {
      expect(pdf.pages.some((page) => page.items.includes(`FRONT ${id}`)), id).toBe(false);
      expect(second.pages.some((page) => page.items.includes(`FRONT ${id}`)), id).toBe(true);
    }
  });

  it('stamps every page of a document, numbers every page, and has a bookmark for every exhibit that leads to its first page', () => {
    const total = pdf.pages.length;
    pdf.pages.forEach((page, index) => { expect(page.items).toContain(`Page ${index + 1} of ${total}`); });
    const fronts = pdf.pages.filter((page) => page.items.some((item) => item.startsWith('FRONT ')));
    expect(fronts.length).toBeGreaterThan(5);
    for (const page of fronts) {
      expect(page.text.replaceAll(' ', '')).toContain('EXHIBIT');
      expect(page.items).toContain('page 1 of 2');
    }
    const exhibits = (pdf.outline.find(({ title }) => title === 'Exhibits')?.children ?? []).flatMap((tab) => tab.children);
    expect(exhibits.length).toBeGreaterThanOrEqual(fronts.length);
    for (const { title, page } of exhibits) expect(pdf.pages[page - 1]?.text, title).toContain(title.split(' ')[0] ?? '');
  });

  it('leads from the checklist to the exhibit that proves a line, and back', () => {
    const checklist = pdf.outline.find(({ title }) => title === 'Requirement checklist')?.page ?? 0;
    const exhibits = pdf.outline.find(({ title }) => title === 'Exhibits')?.page ?? 0;
    const out = pdf.links.filter((link) => link.page >= checklist && link.page < exhibits && link.to > exhibits);
    expect(out.length).toBeGreaterThan(3);
    expect(out.some((link) => pdf.links.some((back) => back.page === link.to && back.to <= exhibits))).toBe(true);
  });

  it('lies beside a manifest that names every document and every page', async () => {
    const side = sideManifestSchema.parse(JSON.parse(await readFile(path.join(folder, 'one', name.replace(/\.pdf$/, '.manifest.json')), 'utf8')));
    expect(side.file).toEqual({ name, sha256: digestOf(bytes), bytes: bytes.length });
    expect(side.manifest.pages).toHaveLength(pdf.pages.length);
    for (const exhibit of side.manifest.exhibits) {
      expect(pdf.pages[exhibit.from - 1]?.items).toContain(`FRONT ${exhibit.document.name.replace(/\.pdf$/, '')}`);
      expect(exhibit.to).toBe(exhibit.from + 1);
      expect(exhibit.documentPages).toBe('1-2');
    }
    expect(side.signature).toMatch(/^[0-9a-f]{128}$/);
  });

  it('is the same bytes again, with chapters drawn or kept', async () => {
    const cache = diskCache(path.join(folder, 'cache'), 1e9);
    const wanted = job({ personIds: fixture.people.slice(0, 1), layout: 'one-file' });
    for (const again of ['two', 'three']) {
      const made = await produced(again, wanted, { cache });
      expect(Buffer.from(await made.bytes(name)).equals(bytes)).toBe(true);
    }
    expect((await readdir(path.join(folder, 'cache'))).length).toBe(2);
  });

  it('needs its password where it has one, is valid with it, and holds nothing in the clear', async () => {
    const made = await produced('locked', job({ personIds: fixture.people.slice(0, 1), volumes: 'personnel', password: 'Lantern-42' }));
    const locked = await made.bytes(made.files[0]?.name ?? '');
    expect(await qpdfCheck(locked, 'Lantern-42')).toBe(0);
    expect(await qpdfCheck(locked, 'wrong')).toBe(2);
    expect(Buffer.from(locked).includes('muster-manifest')).toBe(false);
  });
}, 60_000);

describe('exhibit numbers', () => {
  it('are told once they are given away, and kept by the next binder of a record that has them', async () => {
    const wanted = job({ personIds: fixture.people.slice(0, 2), layout: 'one-file' });
    const options = { outFolder: path.join(folder, 'numbers'), workers: 1, onProgress: () => undefined, signal: new AbortController().signal, documents: shelfOf(...fixture.files) };
    const first = await produceBinders(wanted, options);
    if (!first.ok) throw new Error(JSON.stringify(first.error));
    const numbers = first.value.numbers ?? [];
    expect(numbers.length).toBeGreaterThan(10);
    expect(new Set(numbers.map(({ personId, number }) => `${personId} ${number}`)).size).toBe(numbers.length);
    for (const { number } of numbers) expect(number).toMatch(/^[A-I]-[1-9]\d*$/);
    const kept = {
      kind: 'binder' as const, id: 'b1', recipient: 'The agency itself', profileId: 'internal', asOf: wanted.asOf, generatedAt: wanted.generatedAt, personIds: [...wanted.personIds],
      files: [{ name: 'a.pdf', sha256: '0'.repeat(64), pages: 1, bytes: 1, volume: 1 as const }], numbers: [...numbers], recordedAt: '2026-04-02T14:20:00Z',
    };
    const again = await produceBinders({ ...wanted, agency: { ...fixture.agency, agencyRecords: [kept] } }, options);
    expect(again.ok && again.value.numbers).toBeUndefined();
  });
}, 60_000);

describe('a document that cannot be shown', () => {
  it('has a page that says why in its place, and the binder is whole', async () => {
    const made = await produced('troubled', job({ personIds: fixture.people.slice(0, 1), volumes: 'personnel' }), { documents: shelfOf(...fixture.files.slice(5)) });
    const pdf = await readPdf(await made.bytes(made.files[0]?.name ?? ''));
    expect(pdf.pages.filter((page) => page.text.includes('its bytes are not on this machine')).length).toBeGreaterThan(2);
    expect(pdf.pages.every((page) => page.items.length > 4)).toBe(true);
  });
}, 60_000);

describe('a binder for a portal', () => {
  it('comes in parts no larger than it takes, each valid, with its own manifest, its pages numbered on', async () => {
    const profile = { ...(defaultProfiles()[0] ?? fail()), splitMegabytes: 0.13 };
    const made = await produced('parts', job({ personIds: fixture.people.slice(0, 1), volumes: 'personnel', profile }));
    expect(made.files.length).toBeGreaterThan(1);
    let next = 1;
    for (const [index, file] of made.files.entries()) {
      expect(file.name).toContain(` - part ${index + 1} of ${made.files.length}.pdf`);
      expect(file.bytes).toBeLessThanOrEqual(130_000);
      const bytes = await made.bytes(file.name);
      expect(await qpdfCheck(bytes)).toBe(0);
      const pdf = await readPdf(bytes);
      const whole = made.files.reduce((sum, each) => sum + each.pages, 0);
      expect(pdf.pages[0]?.items).toContain(`Page ${next} of ${whole}`);
      // No exhibit is torn apart: what begins here ends here.
      expect(pdf.pages[0]?.items.some((item) => item.startsWith('BACK '))).toBe(false);
      const side = sideManifestSchema.parse(JSON.parse(await readFile(path.join(made.outFolder, file.name.replace(/\.pdf$/, '.manifest.json')), 'utf8')));
      expect(side.manifest.part).toEqual({ number: index + 1, of: made.files.length });
      expect(side.manifest.pages[0]?.page).toBe(next);
      next += file.pages;
    }
  });
}, 60_000);

const fail = (): never => { throw new Error('there are profiles'); };

describe('binders made again', () => {
  it('are left untouched, byte and time, where nothing they are made of changed; the others are made', async () => {
    const first = await produced('again', job({ volumes: 'personnel' }));
    const times = await Promise.all(first.files.map(async ({ name }) => (await stat(path.join(first.outFolder, name))).mtimeMs));
    const [, second = ''] = fixture.people;
    const changed: AgencyFile = { ...fixture.agency, people: fixture.agency.people.map((person) => (person.id === second ? { ...person, npi: '1234567893' } : person)) };
    const again = await produced('again', { ...job({ volumes: 'personnel', generatedAt: '2026-05-01T08:00:00Z' }), agency: changed }, { reuseFrom: path.join(folder, 'again') });
    expect(again.files.map((file) => file.unchanged === true)).toEqual([true, false, true]);
    for (const [index, { name, sha256 }] of again.files.entries()) {
      expect(digestOf(await again.bytes(name))).toBe(sha256);
      expect((await stat(path.join(again.outFolder, name))).mtimeMs === times[index], name).toBe(index !== 1);
    }
  });
}, 60_000);

describe('a binder for who must not read birth dates', () => {
  it('shows the page that names one as a picture without it, and leaves unread scans out', async () => {
    const person = fixture.agency.people[0];
    const [item] = fixture.agency.evidence.filter((each) => each.personId === person?.id && each.documents?.[0] !== undefined && each.kind === 'reference');
    if (person === undefined || item === undefined) throw new Error('the demo has references');
    const telling = await pdfSaying(['Date of birth: 7 April 1985', 'NOTHING HERE']);
    const scan = await PDFDocument.create({ updateMetadata: false });
    scan.addPage([612, 792]).drawRectangle({ x: 50, y: 50, width: 300, height: 300 });
    await scan.embedFont(StandardFonts.Helvetica);
    const scanned = await scan.save({ useObjectStreams: false });
    const replaced = (id: string, bytes: Uint8Array, pages: number): DocumentRecord => ({ id, sha256: digestOf(bytes), name: `${id}.pdf`, mediaType: 'application/pdf', bytes: bytes.length, pages, vault: 'personnel', recordedAt: '2026-01-05T10:00:00Z' });
    const agency: AgencyFile = {
      ...fixture.agency,
      documents: [...(fixture.agency.documents ?? []), replaced('telling', telling, 2), replaced('scanned', scanned, 1)],
      evidence: fixture.agency.evidence.map((each) => (each.id === item.id ? { ...each, documents: [{ id: 'telling' }, { id: 'scanned' }] } : each)),
    };
    const profile = defaultProfiles().find(({ id }) => id === 'payer');
    const made = await produced('redacted', { ...job({ personIds: [person.id], volumes: 'personnel', ...(profile !== undefined && { profile }) }), agency }, { documents: shelfOf(...fixture.files, telling, scanned) });
    const bytes = await made.bytes(made.files[0]?.name ?? '');
    const pdf = await readPdf(bytes);
    expect(pdf.pages.some((page) => page.text.includes('7 April 1985'))).toBe(false);
    expect(pdf.pages.some((page) => page.items.includes('NOTHING HERE'))).toBe(true);
    const side = sideManifestSchema.parse(JSON.parse(await readFile(path.join(made.outFolder, (made.files[0]?.name ?? '').replace(/\.pdf$/, '.manifest.json')), 'utf8')));
    const exhibits = side.manifest.exhibits.filter(({ document }) => ['telling.pdf', 'scanned.pdf'].includes(document.name));
    expect(exhibits.find(({ document }) => document.name === 'telling.pdf')?.rasterised).toEqual([1]);
    expect(exhibits.find(({ document }) => document.name === 'scanned.pdf')?.leftOut).toEqual([1]);
    const at = exhibits.find(({ document }) => document.name === 'telling.pdf')?.from ?? 0;
    const looked = await lookAt(bytes);
    expect(looked?.words(at).some(({ text }) => text.includes('1985'))).toBe(false);
    looked?.close();
    expect(await qpdfCheck(bytes)).toBe(0);
  });
}, 60_000);
