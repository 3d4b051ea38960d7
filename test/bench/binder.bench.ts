import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { fontPath } from '../../electron/binder/font-files.ts';
import { produceBinders } from '../../electron/binder/produce-binders.ts';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { civilDate } from '../../shared/civil-date.ts';
import { demoAgency } from '../../shared/demo/demo-agency.ts';
import { plainFont } from '../../shared/pdf/woff.ts';
import { binderModel } from '../../shared/report/build-binder.ts';
import { requirementsOf } from '../../shared/rules/catalogue.ts';
import { evaluate } from '../../shared/rules/evaluate.ts';
import { explainer } from '../../shared/rules/explain.ts';
import { again, bare, bound, exhibitsInto, generatedInto } from './binder-exhibits.ts';

const asOf = civilDate('2026-03-31');
const generatedAt = '2026-04-02T14:14:00Z';
const sizes = [1, 25, 100, 300] as const;
/** Speed against the two-pass document, memory against it, seconds at most; null where nothing is asked. */
const bars: Readonly<Record<number, { readonly speed: number | null; readonly memory: number | null; readonly ms: number | null }>> = {
  1: { speed: null, memory: null, ms: 1500 },
  25: { speed: 1.5, memory: null, ms: null },
  100: { speed: 2.5, memory: 0.5, ms: null },
  300: { speed: 2.5, memory: 0.5, ms: null },
};

/** The demo agency with its people repeated under new ids until there are so many. */
export function agencyOfSize(count: number): AgencyFile {
  const { file } = demoAgency(asOf);
  const copies = Array.from({ length: count }, (_, index) => ({ person: file.people[index % file.people.length], id: `n${index}` }));
  const own = <Item extends { readonly id: string; readonly personId?: string }>(items: readonly Item[], from: string, to: string): readonly Item[] =>
    items.filter((item) => item.personId === from).map((item) => ({ ...item, id: `${item.id}-${to}`, personId: to }));
  const known = copies.flatMap(({ person, id }) => (person === undefined ? [] : [{ person, id }]));
  return {
    ...file,
    people: known.map(({ person, id }) => ({ ...person, id })),
    evidence: known.flatMap(({ person, id }) => own(file.evidence, person.id, id)),
    exclusionChecks: known.flatMap(({ person, id }) => own(file.exclusionChecks ?? [], person.id, id)),
    decisions: [],
    acknowledgements: [],
  };
}

type Measured = { readonly ms: number; readonly mb: number; readonly pages: number; readonly bytes: number };

/** One measurement in this process: the whole job, judging included, fonts and libraries loaded on the way. */
export async function measure(kind: 'muster' | 'naive', count: number, folder: string): Promise<Measured> {
  const agency = agencyOfSize(count);
  const ids = agency.people.map((person) => person.id);
  const begun = performance.now();
  const made = kind === 'muster' ? await muster(agency, ids, folder) : await naive(agency, ids, folder);
  return { ...made, ms: performance.now() - begun, mb: process.resourceUsage().maxRSS / 1024 };
}

async function muster(agency: AgencyFile, personIds: readonly string[], outFolder: string): Promise<{ readonly pages: number; readonly bytes: number }> {
  const result = await produceBinders(
    { agency, personIds, asOf, generatedAt, layout: 'one-file', synthetic: false },
    { outFolder, workers: 2, onProgress: () => undefined, signal: new AbortController().signal },
  );
  const file = result.ok ? result.value.files[0] : undefined;
  if (file === undefined) throw new Error(JSON.stringify(result));
  return { pages: file.pages, bytes: file.bytes };
}

async function naive(agency: AgencyFile, personIds: readonly string[], folder: string): Promise<{ readonly pages: number; readonly bytes: number }> {
  const { naiveBinder, registerFonts } = await import('./naive-binder.tsx');
  const { readFile } = await import('node:fs/promises');
  // Unpacked fonts: from a WOFF the library unpacks the glyph table for every glyph, which nobody should be compared with.
  const plain = async (face: 'sans' | 'bold' | 'serif' | 'mono'): Promise<string> => {
    const file = path.join(folder, `${face}.ttf`);
    await writeFile(file, plainFont(await readFile(fontPath(face))));
    return file;
  };
  registerFonts({ sans: await plain('sans'), bold: await plain('bold'), serif: await plain('serif'), mono: await plain('mono') });
  const evaluation = evaluate(agency, { asOf, all: true });
  const model = binderModel(agency, evaluation, requirementsOf(agency, asOf), explainer(agency, evaluation), { people: personIds, asOf, generatedAt, synthetic: false, paper: 'letter' });
  const made = await naiveBinder(model);
  await writeFile(path.join(folder, 'naive.pdf'), made.bytes);
  return { pages: made.pages, bytes: made.bytes.length };
}

/** In a process of its own, so that its peak memory is its own. */
async function alone<Made>(call: string): Promise<Made> {
  const code = `import(${JSON.stringify(import.meta.url)}).then((bench) => bench.${call}).then((made) => console.log(JSON.stringify({ ...made, mb: process.resourceUsage().maxRSS / 1024 })))`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--max-old-space-size=8192', '-e', code], { maxBuffer: 2 ** 26 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Made;
}

async function apart(kind: 'muster' | 'naive', count: number): Promise<Measured> {
  const folder = await mkdtemp(path.join(tmpdir(), 'muster-bench-'));
  try {
    return await alone<Measured>(`measure(${JSON.stringify(kind)}, ${count}, ${JSON.stringify(folder)})`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A binder with scans, in this process: the agency is made from its size, its documents lie in `folder` already. */
export async function bindExhibits(folder: string): Promise<{ readonly ms: number; readonly merge: number; readonly processor: number; readonly bytes: number; readonly pages: number }> {
  return bound(JSON.parse(await readFile(path.join(folder, 'agency.json'), 'utf8')) as AgencyFile, path.join(folder, 'documents'), path.join(folder, 'out'));
}
export const bareExhibits = (folder: string, also: readonly string[]) => bare(['documents', ...also].map((name) => path.join(folder, name)), path.join(folder, 'bare.pdf'));
export async function scansInto(folder: string, count: number): Promise<void> {
  const agency = await exhibitsInto(path.join(folder, 'documents'), agencyOfSize(count), 12);
  await generatedInto(path.join(folder, 'generated'), agency);
  await writeFile(path.join(folder, 'agency.json'), JSON.stringify(agency));
}
export const madeAgain = (count: number) => again(agencyOfSize(count));

type Bound = { readonly ms: number; readonly processor: number; readonly mb: number; readonly bytes: number; readonly pages: number; readonly merge?: number };

/**
 * Twelve scans of 0.8 MB a person, bound and signed, against the PDF library that puts the same pages one behind the other: scans and generated pages, and the
 * scans alone. Times of the processor, all threads: a clock on a machine that others use says little.
 */
async function exhibits(): Promise<number> {
  console.log('\nscans | bound: ms, of it merging: ms, processor ms; MB peak, MB file, pages | bare: ms, processor ms, MB peak | scans alone: processor ms | merging against bare, scans alone | bar');
  let missed = 0;
  const perScan: number[] = [];
  for (const count of [12, 25, 50]) {
    const folder = await mkdtemp(path.join(tmpdir(), 'muster-scans-'));
    try {
      await scansInto(folder, count);
      const alike = await alone<Bound>(`bareExhibits(${JSON.stringify(folder)}, ['generated'])`);
      const scans = await alone<Bound>(`bareExhibits(${JSON.stringify(folder)}, [])`);
      const ours = await alone<Bound>(`bindExhibits(${JSON.stringify(folder)})`);
      const ratio = ours.processor / alike.processor;
      const held = ratio <= 1.5 && (count > 25 || ours.mb < 1000);
      if (!held) missed += 1;
      perScan.push(ours.processor / (count * 12));
      console.log([
        cell(count * 12, 5), `${cell(ours.ms.toFixed(0), 7)} ${cell((ours.merge ?? 0).toFixed(0), 6)} ${cell(ours.processor.toFixed(0), 6)} ${cell(ours.mb.toFixed(0), 5)} ${cell((ours.bytes / 1e6).toFixed(0), 4)} ${cell(ours.pages, 5)}`,
        `${cell(alike.ms.toFixed(0), 6)} ${cell(alike.processor.toFixed(0), 6)} ${cell(alike.mb.toFixed(0), 5)}`, cell(scans.processor.toFixed(0), 6),
        `${ratio.toFixed(2)} ${(ours.processor / scans.processor).toFixed(2)}`, held ? 'held' : 'MISSED',
      ].join(' | '));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  console.log(`merging: ${perScan.map((ms) => ms.toFixed(1)).join(', ')} ms of processor a scan`);
  return missed;
}

/** Three of so many people changed: what is left as it lies, and how much faster the agency's file is. */
async function incremental(count: number): Promise<number> {
  const made = await alone<Awaited<ReturnType<typeof again>>>(`madeAgain(${count})`);
  const faster = made.firstProcessor / made.secondProcessor;
  const held = made.untouched === count - made.made && faster >= 5;
  console.log(`\nagain, 3 of ${count} people changed: ${made.untouched} files untouched, ${made.made} made (${made.perPerson.toFixed(0)} then ${made.perPersonAgain.toFixed(0)} ms); one file ${made.first.toFixed(0)} then ${made.second.toFixed(0)} ms, of the processor ${made.firstProcessor.toFixed(0)} then ${made.secondProcessor.toFixed(0)}, ${faster.toFixed(1)}x | ${held ? 'held' : 'MISSED'}`);
  return held ? 0 : 1;
}

const cell = (text: string | number, width: number): string => String(text).padStart(width);

/** Binders against the same content as one two-pass react-pdf document. `--quick` (or MUSTER_BENCH_QUICK) leaves out 300 people. */
export async function run(): Promise<void> {
  const quick = process.argv.includes('--quick') || process.env['MUSTER_BENCH_QUICK'] !== undefined;
  console.log('people | this program: ms, MB, pages, ms/page | two-pass document: ms, MB, pages | faster | memory | bar');
  const perPerson: number[] = [];
  let missed = 0;
  for (const count of quick ? sizes.slice(0, 3) : sizes) {
    const ours = await apart('muster', count);
    const theirs = await apart('naive', count);
    const speed = theirs.ms / ours.ms;
    const memory = ours.mb / theirs.mb;
    const bar = bars[count] ?? { speed: null, memory: null, ms: null };
    const held = (bar.speed === null || speed >= bar.speed) && (bar.memory === null || memory <= bar.memory) && (bar.ms === null || ours.ms < bar.ms);
    if (!held) missed += 1;
    if (count >= 25) perPerson.push(ours.ms / count);
    console.log([
      cell(count, 6), `${cell(ours.ms.toFixed(0), 7)} ${cell(ours.mb.toFixed(0), 5)} ${cell(ours.pages, 5)} ${cell((ours.ms / ours.pages).toFixed(1), 5)}`,
      `${cell(theirs.ms.toFixed(0), 8)} ${cell(theirs.mb.toFixed(0), 5)} ${cell(theirs.pages, 5)}`, `${cell(speed.toFixed(1), 5)}x`, cell(memory.toFixed(2), 5), held ? 'held' : 'MISSED',
    ].join(' | '));
  }
  missed += await exhibits();
  missed += await incremental(quick ? 100 : 300);
  const growth = Math.max(...perPerson) / Math.min(...perPerson);
  console.log(`growth: ${perPerson.map((ms) => ms.toFixed(0)).join(', ')} ms a person from 25 people up`);
  if (missed > 0 || (perPerson.at(-1) ?? 0) > 1.3 * (perPerson[0] ?? 1)) {
    process.exitCode = 1;
    console.log(`bars missed: ${missed}; growth spread ${growth.toFixed(2)}`);
  }
}
