import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
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
async function apart(kind: 'muster' | 'naive', count: number): Promise<Measured> {
  const folder = await mkdtemp(path.join(tmpdir(), 'muster-bench-'));
  try {
    const code = `import(${JSON.stringify(import.meta.url)}).then((bench) => bench.measure(${JSON.stringify(kind)}, ${count}, ${JSON.stringify(folder)})).then((made) => console.log(JSON.stringify(made)))`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--max-old-space-size=8192', '-e', code], { maxBuffer: 2 ** 26 });
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measured;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
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
  const growth = Math.max(...perPerson) / Math.min(...perPerson);
  console.log(`growth: ${perPerson.map((ms) => ms.toFixed(0)).join(', ')} ms a person from 25 people up`);
  if (missed > 0 || (perPerson.at(-1) ?? 0) > 1.3 * (perPerson[0] ?? 1)) {
    process.exitCode = 1;
    console.log(`bars missed: ${missed}; growth spread ${growth.toFixed(2)}`);
  }
}
