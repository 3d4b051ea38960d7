import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { encode } from 'jpeg-js';
import { writeWhole } from '../../electron/atomic-write.ts';
import { diskCache } from '../../electron/binder/disk-cache.ts';
import type { DocumentSource } from '../../electron/binder/document-source.ts';
import { produceBinders } from '../../electron/binder/produce-binders.ts';
import { demonstrationSigner } from '../../electron/proof/signer.ts';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import type { DocumentRecord } from '../../shared/model/document.ts';
import { ok } from '../../shared/result.ts';

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A page as a scanner makes it: a JPEG of noise, about 0.8 MB, the same each time. */
function scannedPage(): Uint8Array {
  const [width, height] = [1275, 1650];
  const data = new Uint8Array(width * height * 4);
  let seed = 12_345;
  for (let at = 0; at < data.length; at += 4) {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    const grey = 128 + ((seed >> 16) & 127) - 64;
    data[at] = grey;
    data[at + 1] = grey;
    data[at + 2] = grey;
  }
  return new Uint8Array(encode({ width, height, data }, 62).data);
}

/** Twelve exhibits a person, each a scanned page in a PDF of its own, written into `folder` under their digests. */
export async function exhibitsInto(folder: string, agency: AgencyFile, each: number): Promise<AgencyFile> {
  await mkdir(folder, { recursive: true });
  const jpeg = scannedPage();
  const documents: DocumentRecord[] = [];
  const given = new Map<string, string[]>();
  for (const person of agency.people) {
    for (let index = 0; index < each; index += 1) {
      const made = await PDFDocument.create({ updateMetadata: false });
      const image = await made.embedJpg(jpeg);
      made.addPage([612, 792]).drawImage(image, { x: 0, y: 0, width: 612, height: 792 });
      made.setTitle(`${person.id} ${index}`);
      const bytes = await made.save({ useObjectStreams: false });
      const sha256 = digestOf(bytes);
      await writeFile(path.join(folder, sha256), bytes);
      const id = `${person.id}-scan-${index}`;
      documents.push({ id, sha256, name: `${id}.pdf`, mediaType: 'application/pdf', bytes: bytes.length, pages: 1, vault: 'personnel', recordedAt: '2026-01-05T10:00:00Z' });
      given.set(person.id, [...(given.get(person.id) ?? []), id]);
    }
  }
  const evidence = agency.evidence.map((item) => {
    const next = item.kind === 'tb-test' || item.kind === 'drug-screen' ? undefined : given.get(item.personId)?.pop();
    const { documents: _none, ...rest } = item;
    return next === undefined ? rest : { ...rest, documents: [{ id: next }] };
  });
  return { ...agency, documents, evidence, agencyRecords: [] };
}

const inFolder = (folder: string): DocumentSource => ({ read: async ({ sha256 }) => ok(await readFile(path.join(folder, sha256))) });

/** Milliseconds of processor, all threads: the clock of a machine that others use says little. */
const processorSince = (used: NodeJS.CpuUsage): number => { const { user, system } = process.cpuUsage(used); return (user + system) / 1000; };

/** What the PDF library takes to put the same files one behind the other. */
export async function bare(folders: readonly string[], out: string): Promise<{ readonly ms: number; readonly processor: number; readonly bytes: number; readonly pages: number }> {
  const begun = performance.now();
  const used = process.cpuUsage();
  const whole = await PDFDocument.create({ updateMetadata: false });
  for (const folder of folders) {
    for (const name of (await readdir(folder)).filter((each) => !/\.(json|html)$/.test(each)).sort()) {
      const source = await PDFDocument.load(await readFile(path.join(folder, name)), { updateMetadata: false });
      for (const page of await whole.copyPages(source, source.getPageIndices())) whole.addPage(page);
    }
  }
  const bytes = await whole.save({ useObjectStreams: false });
  // Forced to the disk as ours is.
  await writeWhole(out, bytes);
  return { ms: performance.now() - begun, processor: processorSince(used), bytes: bytes.length, pages: whole.getPageCount() };
}

const asOf = '2026-03-31' as AgencyFile['people'][number]['birthDate'] & string;

/** The pages the program makes itself, as a file: a binder whose documents are nowhere. */
export async function generatedInto(folder: string, agency: AgencyFile): Promise<void> {
  const made = await produceBinders(
    { agency, personIds: agency.people.map(({ id }) => id), asOf, generatedAt: '2026-04-02T14:14:00Z', layout: 'one-file', synthetic: false, exhibits: true },
    { outFolder: folder, workers: 2, signal: new AbortController().signal, onProgress: () => undefined },
  );
  if (!made.ok) throw new Error(JSON.stringify(made));
}

/** One binder with its exhibits, signed: the whole job, and of it what comes after the last page was drawn. */
export async function bound(agency: AgencyFile, documents: string, outFolder: string) {
  const begun = performance.now();
  let drawn = begun;
  let used = process.cpuUsage();
  const made = await produceBinders(
    { agency, personIds: agency.people.map(({ id }) => id), asOf, generatedAt: '2026-04-02T14:14:00Z', layout: 'one-file', synthetic: false, exhibits: true },
    { outFolder, workers: 2, signal: new AbortController().signal, documents: inFolder(documents), signer: demonstrationSigner(), onProgress: ({ phase }) => { if (phase === 'render') { drawn = performance.now(); used = process.cpuUsage(); } } },
  );
  const file = made.ok ? made.value.files[0] : undefined;
  if (file === undefined) throw new Error(JSON.stringify(made));
  return { ms: performance.now() - begun, merge: performance.now() - drawn, processor: processorSince(used), bytes: file.bytes, pages: file.pages };
}

/** Binders made, three people changed, binders made again: of one file a person how many were left untouched, of one file how much faster it was. */
export async function again(agency: AgencyFile): Promise<{ readonly first: number; readonly second: number; readonly firstProcessor: number; readonly secondProcessor: number; readonly untouched: number; readonly made: number; readonly perPerson: number; readonly perPersonAgain: number }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'muster-again-'));
  try {
    const changed: AgencyFile = { ...agency, people: agency.people.map((person, index) => (index % 100 === 50 ? { ...person, npi: '1234567893' } : person)) };
    const run = async (whose: AgencyFile, layout: 'one-file' | 'file-per-person', generatedAt: string) => {
      const outFolder = path.join(folder, layout);
      const begun = performance.now();
      const used = process.cpuUsage();
      const made = await produceBinders({ agency: whose, personIds: whose.people.map(({ id }) => id), asOf, generatedAt, layout, synthetic: false }, {
        outFolder, workers: 2, signal: new AbortController().signal, onProgress: () => undefined, signer: demonstrationSigner(), cache: diskCache(path.join(folder, `cache-${layout}`), 1e9), reuseFrom: outFolder,
      });
      if (!made.ok) throw new Error(JSON.stringify(made));
      return { ms: performance.now() - begun, processor: processorSince(used), files: made.value.files };
    };
    const times = async (names: readonly string[]) => Promise.all(names.map(async (name) => (await stat(path.join(folder, 'file-per-person', name))).mtimeMs));
    const one = await run(agency, 'one-file', '2026-04-02T14:14:00Z');
    const two = await run(changed, 'one-file', '2026-04-03T14:14:00Z');
    const people = await run(agency, 'file-per-person', '2026-04-02T14:14:00Z');
    const names = people.files.map(({ name }) => name);
    const before = await times(names);
    const peopleAgain = await run(changed, 'file-per-person', '2026-04-03T14:14:00Z');
    const after = await times(names);
    return {
      first: one.ms, second: two.ms, firstProcessor: one.processor, secondProcessor: two.processor, untouched: before.filter((time, index) => time === after[index]).length,
      made: peopleAgain.files.filter(({ unchanged }) => unchanged !== true).length, perPerson: people.ms, perPersonAgain: peopleAgain.ms,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
