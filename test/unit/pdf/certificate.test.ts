import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BinderOptions } from '../../../electron/binder/printing.ts';
import { produceCertificates } from '../../../electron/binder/produce-certificates.ts';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import type { CertificateJob } from '../../../shared/report/certificate-model.ts';
import { agency, clean, decision, entry, job, month, person, searched, website } from '../report/certificate-fixture.ts';
import { embeddedFonts, readPdf, type ReadPdf } from './reading.ts';

type Made = { readonly outcome: Awaited<ReturnType<typeof produceCertificates>>; readonly folder: readonly string[]; readonly files: readonly Uint8Array[] };

async function make(file: AgencyFile, more: Partial<CertificateJob> = {}, options: Partial<BinderOptions> = {}): Promise<Made> {
  const outFolder = await mkdtemp(path.join(tmpdir(), 'muster-certificate-'));
  try {
    const outcome = await produceCertificates(file, { ...job, ...more }, { outFolder, workers: 1, onProgress: () => undefined, signal: new AbortController().signal, ...options });
    const folder = await readdir(outFolder);
    return { outcome, folder, files: outcome.ok ? await Promise.all(outcome.value.files.map((each) => readFile(path.join(outFolder, each.name)))) : [] };
  } finally {
    await rm(outFolder, { recursive: true, force: true });
  }
}

async function read(file: AgencyFile, more: Partial<CertificateJob> = {}): Promise<ReadPdf> {
  const [bytes] = (await make(file, more)).files;
  if (bytes === undefined) throw new Error('one file');
  return readPdf(bytes);
}

const allText = (pdf: ReadPdf): string => pdf.pages.map((page) => page.text).join('\n');

/** Forty people, long names, several matches each, some decided at length. */
function crowd(): AgencyFile {
  const people = Array.from({ length: 40 }, (_, at) => person(`p${at}`, 'Maximiliana Theodosia Alexandrina', `Featherstonehaugh-Cholmondeley-${String(at).padStart(2, '0')}`));
  const checks = people.flatMap((each, at) => {
    const found = at % 4 === 0 ? ['d', 'e', 'f'].map((digest, index) => entry(1000 + index, digest, 'possible', ['FEATHERSTONEHAUGH', 'MAXIMILIANA'])) : [];
    return [searched(each.id, 'oig-leie', ['Maximiliana', `Featherstonehaugh ${at}`], found), at % 3 === 0 ? website(each.id) : searched(each.id, 'la-adverse-actions', ['Maximiliana', `Featherstonehaugh ${at}`])];
  });
  const decisions = checks.flatMap((check) => (check.search?.candidates ?? []).slice(0, 2).map((candidate, at) => decision(`n-${check.id}-${at}`, check, candidate.digest.charAt(0), { reason: 'The entry is of somebody else, as the letter of the office shows. '.repeat(at === 0 ? 2 : 12).trim() })));
  return agency(people, checks, { decisions });
}

describe('the agency’s certificate', () => {
  it('has numbered pages, each saying what it is of, and bookmarks that lead to everybody', async () => {
    const pdf = await read(crowd());
    expect(pdf.pages.length).toBeGreaterThan(8);
    pdf.pages.forEach((page, at) => {
      expect(page.text).toContain(`Page ${at + 1} of ${pdf.pages.length}`);
      expect(page.text).toContain('Certificate of exclusion screening, March 2026 · as of 2 Apr 2026');
      expect(page.box).toEqual([0, 0, 612, 792]);
    });
    const everybody = pdf.outline.find((each) => each.title === 'Everybody');
    expect(everybody?.children).toHaveLength(40);
    for (const { title, page } of everybody?.children ?? []) expect(pdf.pages[page - 1]?.text).toContain(title.split(',')[0]?.split('-').at(-1));
    expect(pdf.outline.map((each) => each.title)).toEqual(['Certificate', 'Lists used', 'Everybody', 'Decisions', 'Saved results of web sites', 'Method']);
  });

  it('repeats the heads of a table on every page it runs over, and loses no row', async () => {
    const pdf = await read(crowd());
    const decisions = pdf.outline.find((each) => each.title === 'Decisions')?.page ?? 0;
    expect(decisions).toBeGreaterThan(3);
    for (const page of pdf.pages.slice(1, decisions - 1)) expect(page.text).toContain('WHO, AND NAMES SEARCHED');
    for (const page of pdf.pages.slice(2, decisions - 1)) expect(page.text).toContain('Everybody, list by list, continued');
    const text = allText(pdf);
    expect(text.match(/is of somebody else, as the letter/g)?.length).toBe(10 * 2 + 10 * 12);
  });

  it('tells on its first page where the rest is, and the links lead there', async () => {
    const pdf = await read(crowd());
    expect(pdf.pages[0]?.text).toMatch(/Everybody: 40 people and vendors, list by list .* page 2 page \d+/);
    expect(pdf.links.filter((link) => link.page === 1).map((link) => link.to)).toContain(2);
  });

  it('says in the first sentence whether the month is complete, with a mark a copier keeps', async () => {
    expect((await read(clean())).pages[0]?.text).toMatch(/COMPLETE The exclusion check of March 2026 is complete/);
    const missing = { ...clean(), exclusionChecks: clean().exclusionChecks?.slice(1) ?? [] };
    const [first] = (await read(missing)).pages;
    expect(first?.text).toMatch(/NOT COMPLETE The exclusion check of March 2026 is not complete/);
  });

  it('never leaves the lines to sign alone on a page, and draws text that runs over on the page it runs to', async () => {
    const file = crowd();
    const [first] = file.exclusionChecks ?? [];
    const forms = Array.from({ length: 400 }, (_, at) => `FEATHERSTONEHAUGH ${at} MAXIMILIANA`);
    const long = { ...file, exclusionChecks: (file.exclusionChecks ?? []).map((check) => (check === first ? { ...check, namesSearched: forms } : check)) };
    const pdf = await read(long, { personIds: ['p0'] });
    const signed = pdf.pages.findIndex((page) => page.text.includes('Searched by'));
    expect(pdf.pages[signed]?.text).toContain('Method');
    const words = allText(pdf).match(/FEATHERSTONEHAUGH (\d+) MAXIMILIANA/g)?.map((each) => Number(/\d+/.exec(each)?.[0])) ?? [];
    expect(words.filter((number) => number < 400)).toEqual(forms.map((_, at) => at));
  });

  it('bears the watermark where the agency is synthetic, and only there', async () => {
    const real = clean();
    expect(allText(await read(real))).not.toContain('SYNTHETIC');
    const invented = await read({ ...real, agency: { ...real.agency, synthetic: true } });
    for (const page of invented.pages) expect(page.text).toContain('SYNTHETIC');
  });

  it('prints a month without anybody as one that owed nothing', async () => {
    const pdf = await read(agency([], []));
    expect(pdf.pages[0]?.text).toContain('No search was owed in March 2026');
    expect(pdf.pages[1]?.text).toContain('Nobody owed a search in this month');
  });
});

describe('files', () => {
  it('are the same bytes for the same record and generation time, with any number of threads; else others', async () => {
    const [one, two, later] = [await make(clean()), await make(clean(), {}, { workers: 2 }), await make(clean(), { generatedAt: '2026-04-02T14:06:00Z' })];
    expect(two.outcome).toEqual(one.outcome);
    expect(two.files).toEqual(one.files);
    expect(later.files).not.toEqual(one.files);
    expect(embeddedFonts(one.files[0] ?? new Uint8Array())).toBeLessThanOrEqual(6);
  });

  it('are one a person where people are named, in that order, and name nobody else', async () => {
    const seen: string[] = [];
    const made = await make(clean(), { personIds: ['p2', 'p1'] }, { onProgress: ({ phase, done, total }) => { seen.push(`${phase} ${done}/${total}`); } });
    expect(made.outcome).toMatchObject({ ok: true, value: { files: [{ name: `Amand, Zoë - exclusion certificate ${month}.pdf`, pages: 1 }, { name: `Duarte, Ana - exclusion certificate ${month}.pdf`, pages: 1 }] } });
    expect(seen).toEqual(['judge 2/2', 'render 1/2', 'write 1/2', 'render 2/2', 'write 2/2']);
    const [zoe, ana] = await Promise.all(made.files.map(readPdf));
    expect(allText(zoe ?? await read(clean()))).not.toContain('Duarte');
    expect(allText(ana ?? await read(clean()))).not.toContain('Amand');
    expect(ana?.info['Title']).toBe('Ana Duarte: certificate of exclusion screening, March 2026');
  });

  it('fit A4 as well', async () => {
    const pdf = await read(clean(), { paper: 'a4' });
    expect(pdf.pages[0]?.box.map((side) => Math.round(side))).toEqual([0, 0, 595, 842]);
  });

  it('are not begun for somebody who is not in the file, nor kept when cancelled', async () => {
    expect((await make(clean(), { personIds: ['nobody'] })).outcome).toEqual({ ok: false, error: { code: 'no-such-person', personId: 'nobody' } });
    const stop = new AbortController();
    const made = await make(clean(), { personIds: ['p1', 'p2'] }, { signal: stop.signal, onProgress: ({ phase }) => { if (phase === 'judge') stop.abort(); } });
    expect(made).toMatchObject({ outcome: { ok: false, error: { code: 'cancelled' } }, folder: [] });
  });
});
