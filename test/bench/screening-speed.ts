import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { civilDate } from '../../shared/civil-date.ts';
import type { Finding, Subject } from '../../shared/screening/finding.ts';
import { buildIndex, search, searchNaively } from '../../shared/screening/match/search.ts';
import { leieFile, syntheticEntries } from '../support/synthetic-list.ts';
import { innocentPeople, plantedPeople } from '../support/synthetic-roster.ts';
import { fullListRows, readLeie, subjectOf } from './synthetic-leie.ts';

const seed = 2026;
const on = civilDate('2026-03-19');
const bars = { faster: 20, ms: 3_000, mb: 400 } as const;
const held = (is: boolean): string => (is ? 'met' : 'MISSED');

type Load = { readonly start: number; readonly read: number; readonly index: number; readonly mb: number };

/** Once, in this process: reading and indexing a file, the program's own start left out. */
export async function measureLoad(file: string): Promise<Load> {
  const start = process.resourceUsage().maxRSS / 1024;
  const bytes = await readFile(file);
  const begun = performance.now();
  const list = await readLeie(bytes);
  const read = performance.now();
  buildIndex(list);
  return { start, read: read - begun, index: performance.now() - read, mb: process.resourceUsage().maxRSS / 1024 };
}

/** In a process of its own, so that its peak memory is its own and nothing is warm. */
async function loadApart(bytes: Uint8Array): Promise<Load> {
  const folder = await mkdtemp(path.join(tmpdir(), 'muster-bench-'));
  try {
    const file = path.join(folder, 'UPDATED.csv');
    await writeFile(file, bytes);
    const code = `import(${JSON.stringify(import.meta.url)}).then((bench) => bench.measureLoad(${JSON.stringify(file)})).then((made) => console.log(JSON.stringify(made)))`;
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', code]);
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Load;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const timed = <Value>(work: () => Value): { readonly ms: number; readonly value: Value } => {
  const begun = performance.now();
  const value = work();
  return { ms: performance.now() - begun, value };
};

/** What a finding says, as text: two searches agree where this does. */
const saying = (finding: Finding): string => JSON.stringify(finding);

/** Prints what reading, indexing and searching take, against the bars; throws where a search and its naive twin differ. */
export async function speed(): Promise<void> {
  const planted = plantedPeople(seed, 2, true);
  const { bytes } = leieFile(syntheticEntries(seed, fullListRows, planted.map(({ entry }) => entry)), seed);
  console.log(`A list of ${String(fullListRows)} rows, ${(bytes.length / 1e6).toFixed(1)} MB, seed ${String(seed)}`);

  const loads: Load[] = [];
  for (let run = 0; run < 3; run += 1) loads.push(await loadApart(bytes));
  console.log('\nread ms   index ms   together   peak MB   of it before');
  for (const { read, index, mb, start } of loads) {
    console.log(`${read.toFixed(0).padStart(7)} ${index.toFixed(0).padStart(10)} ${(read + index).toFixed(0).padStart(10)} ${mb.toFixed(0).padStart(9)} ${start.toFixed(0).padStart(14)}`);
  }
  const median = [...loads].sort((one, other) => one.read + one.index - other.read - other.index)[1];
  if (median !== undefined) {
    console.log(`bars: under ${String(bars.ms)} ms (median ${(median.read + median.index).toFixed(0)}): ${held(median.read + median.index < bars.ms)}; under ${String(bars.mb)} MB: ${held(Math.max(...loads.map(({ mb }) => mb)) < bars.mb)}`);
  }

  const list = await readLeie(bytes);
  const index = buildIndex(list);
  const subjects: readonly Subject[] = [...planted.map(({ person }) => person), ...innocentPeople(seed + 7, 300 - planted.length)].map(subjectOf);
  const indexed = timed(() => subjects.map((subject) => search(index, subject, on)));
  // Again with new indexes: the program is warm, as judging millions of rows one by one soon is, and no index remembers a name.
  const again = [1, 2, 3].map(() => {
    const fresh = buildIndex(list);
    return timed(() => {
      for (const subject of subjects) search(fresh, subject, on);
    }).ms;
  });
  const warm = again.sort((one, other) => one - other)[1] ?? indexed.ms;
  const naive = timed(() => subjects.map((subject) => searchNaively(list, subject, on)));
  for (const [at, finding] of indexed.value.entries()) {
    const twin = naive.value[at];
    if (twin === undefined || saying(finding) !== saying(twin)) throw new Error(`the search of ${JSON.stringify(finding.subject.key)} differs from its naive twin`);
  }
  const faster = naive.ms / warm;
  const candidates = indexed.value.reduce((sum, finding) => sum + finding.candidates.length, 0);
  console.log(`\n300 people: ${indexed.ms.toFixed(0)} ms the first time, ${warm.toFixed(0)} ms again (median of 3, new indexes); every row judged ${naive.ms.toFixed(0)} ms`);
  console.log(`${faster.toFixed(0)} times faster (bar ${String(bars.faster)}: ${held(faster >= bars.faster)}), ${(naive.ms / indexed.ms).toFixed(0)} times from a cold start`);
  console.log(`all 300 findings are the same, ${String(candidates)} candidates, ${String(indexed.value.filter(({ nearest }) => nearest !== null).length)} nearest rows`);

  console.log('\npeople       ms   us a person   against linear');
  let base: number | null = null;
  for (const people of [1_000, 3_000, 10_000]) {
    const many = innocentPeople(seed + people, people).map(subjectOf);
    // A new index each time: what one remembers of the names it looked up would help the next.
    const fresh = buildIndex(list);
    const { ms } = timed(() => {
      for (const subject of many) search(fresh, subject, on);
    });
    base ??= ms / people;
    console.log(`${String(people).padStart(6)} ${ms.toFixed(0).padStart(8)} ${((ms * 1000) / people).toFixed(0).padStart(13)} ${(ms / people / base).toFixed(2).padStart(16)}`);
  }
}
