import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { describeRuntime, resolveElectron } from '../../build/electron-runtime.mjs';
import { buildApp } from '../../build/tasks/build-app.mjs';
import { ensureMachine, hasDisplay, withDisplay } from '../../build/tasks/machine.mjs';
import { ROOT } from '../../build/tasks/run.mjs';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { civilDate } from '../../shared/civil-date.ts';
import { demoAgency } from '../../shared/demo/demo-agency.ts';
import { scrollMatrix, type Scrolled } from './matrix-scroll.ts';
import { plant } from './plant-agency.ts';
import { repeated } from './repeated-agency.ts';
import { timedStart, type Painted, type Start } from './timed-start.ts';

const people = 300;
/** On file. Those who left have no line in the matrix; there must be 300 lines. */
const onFile = 330;
const bars = { shell: 2, matrix: 1_000 } as const;
const runs = Number(process.env['MUSTER_BENCH_RUNS'] ?? 5);

const shell = { rail: 'nav[aria-label="Screens"]' } as const;
const cases = {
  empty: { what: 'empty', marks: { page: 'body' } },
  start: { what: 'app', marks: { page: 'main h1' } },
  today: { what: 'app', marks: { ...shell, page: 'main h2' } },
  matrix: { what: 'app', hash: '#/matrix', marks: { ...shell, page: '[role="grid"] [data-row="20"]' } },
} as const satisfies Readonly<Record<string, Pick<Start, 'what' | 'hash' | 'marks'>>>;
type Case = keyof typeof cases;

const median = (numbers: readonly number[]): number => [...numbers].sort((one, two) => one - two)[Math.floor(numbers.length / 2)] ?? NaN;

/** Puts an agency without keys into a profile, so that starts show it and not its lock. Answers what the page scrolled like on the matrix. */
async function openAgency(executable: string, profile: string, file: AgencyFile): Promise<readonly Scrolled[]> {
  const app = await _electron.launch({
    executablePath: executable,
    args: [ROOT],
    chromiumSandbox: process.getuid?.() !== 0,
    env: { ...Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))), MUSTER_PROFILE: profile },
  });
  try {
    const page = await app.firstWindow();
    await page.getByRole('button', { name: 'Open file' }).waitFor();
    await plant(page, file, { id: 'bench', name: file.agency.name });
    await page.reload();
    await page.getByRole('navigation', { name: 'Screens' }).waitFor({ timeout: 60_000 });
    await page.evaluate(() => {
      location.hash = '#/matrix';
    });
    await page.getByRole('grid').waitFor();
    const rows = await page.getByRole('grid').getAttribute('aria-rowcount');
    if (Number(rows) < people + 2) throw new Error(`The matrix has ${String(rows)} lines, heads included; at least ${people + 2} were expected.`);
    const scrolled: Scrolled[] = [];
    for (let run = 0; run < 3; run += 1) scrolled.push(await scrollMatrix(page, 40, 200));
    return scrolled;
  } finally {
    await app.close();
  }
}

/** Without a display the whole benchmark runs again under a virtual one, so that its start is in no measurement. */
async function underDisplay(): Promise<void> {
  const { command, args } = withDisplay(process.execPath, process.argv.slice(1));
  const child = spawn(command, args, { stdio: 'inherit' });
  process.exitCode = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve(code ?? 1);
    });
  });
}

/** Prints how long the app takes to show itself against an empty window, a matrix of 300 people, and how that scrolls. */
export async function run(): Promise<void> {
  const runtime = await resolveElectron({ root: ROOT });
  await ensureMachine(runtime.executable, { virtualDisplay: true, log: console.log });
  if (!hasDisplay()) {
    await underDisplay();
    return;
  }
  await buildApp({ log: console.log });
  console.log(`${describeRuntime(runtime)} Load before: ${(loadavg()[0] ?? 0).toFixed(1)}.`);
  const folder = await mkdtemp(path.join(tmpdir(), 'muster-bench-'));
  try {
    const profiles = { empty: path.join(folder, 'empty'), start: path.join(folder, 'start'), today: path.join(folder, 'agency'), matrix: path.join(folder, 'agency') } as const;
    const today = civilDate(new Date().toISOString().slice(0, 10));
    const scrolled = await openAgency(runtime.executable, profiles.today, { ...repeated(demoAgency(today).file, onFile), audit: [] });
    const times = await interleaved((which) => timedStart({ executable: runtime.executable, root: ROOT, profile: profiles[which], ...cases[which] }));
    report(times, scrolled);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Every case in turn, so that a busy moment falls on all; a first turn fills the caches and is not counted. */
async function interleaved(start: (which: Case) => Promise<Painted>): Promise<Readonly<Record<Case, readonly Painted[]>>> {
  const times: Record<Case, Painted[]> = { empty: [], start: [], today: [], matrix: [] };
  for (let turn = 0; turn <= runs; turn += 1) {
    for (const which of ['empty', 'start', 'today', 'matrix'] as const) {
      const painted = await start(which);
      if (turn > 0) times[which].push(painted);
    }
  }
  return times;
}

function report(times: Readonly<Record<Case, readonly Painted[]>>, scrolled: readonly Scrolled[]): void {
  const of = (which: Case, mark: string): number => median(times[which].map((each) => each[mark] ?? NaN));
  const empty = of('empty', 'page');
  const words = { empty: 'empty window', start: 'start screen', today: `Today, ${people} people`, matrix: `matrix, ${people} people` } as const;
  const held = (ok: boolean): string => (ok ? 'held' : 'MISSED');
  let missed = 0;
  const bar = (ok: boolean): string => {
    if (!ok) missed += 1;
    return held(ok);
  };
  const cell = (value: number): string => (Number.isNaN(value) ? '-' : value.toFixed(0)).padStart(6);
  console.log(`Milliseconds from the start of the process until painted, median of ${runs}, and against the empty window`);
  console.log('(script: the main script begins; page begun: its address is committed; rail: the frame of an open agency)');
  console.log('                     | script | page begun |   rail |   page | page: least, most | ratio of the shell');
  for (const which of ['empty', 'start', 'today', 'matrix'] as const) {
    const pages = times[which].map((each) => each['page'] ?? NaN);
    // The shell is what there is before a screen is chosen: the start screen whole, or the rail of an open agency.
    const ratio = of(which, which === 'empty' || which === 'start' ? 'page' : 'rail') / empty;
    const verdict = which === 'empty' || which === 'matrix' ? '' : ` (at most ${bars.shell.toFixed(1)}: ${bar(ratio <= bars.shell)})`;
    console.log(`${words[which].padEnd(20)} | ${cell(of(which, 'script'))} |     ${cell(of(which, 'begun'))} | ${cell(of(which, 'rail'))} | ${cell(of(which, 'page'))} |    ${cell(Math.min(...pages))} ${cell(Math.max(...pages))}  | ${ratio.toFixed(2)}${verdict}`);
  }
  const after = median(times.matrix.map((each) => (each['page'] ?? NaN) - (each['rail'] ?? NaN)));
  console.log(`matrix of ${people} people painted after the shell: ${after.toFixed(0)} ms (at most ${bars.matrix}: ${bar(after <= bars.matrix)})`);
  for (const each of scrolled) {
    console.log(`40 wheel steps: ${each.frames} frames, ${each.blank} with a line missing (at most 0: ${bar(each.blank === 0)}), median ${each.median.toFixed(1)} ms, slowest ${each.slowest.toFixed(1)} ms, ${each.over} over 34 ms`);
  }
  if (missed > 0) process.exitCode = 1;
}
