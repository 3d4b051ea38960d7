/** Drives the fault tests: `node faults.js JOB.json`. Started by build/faults.mjs, which finds an Electron and writes the job. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runFlips } from './disk/run-flips.ts';
import { runFullDisk } from './disk/run-full-disk.ts';
import { lineOf, type Part } from './figures.ts';
import { runKills } from './kills/run-kills.ts';
import { runMutations } from './mutations/run-mutations.ts';

type Job = {
  readonly kills: number;
  readonly mutations: number;
  readonly fullDisk: number;
  readonly flips: number;
  readonly seed: number;
  readonly only: readonly string[] | null;
  readonly electron: string;
  readonly electronArguments: readonly string[];
  readonly report: string | null;
};

const job = JSON.parse(await readFile(String(process.argv[2]), 'utf8')) as Job;
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const folder = await mkdtemp(path.join(tmpdir(), 'muster-faults-'));
const launch = { electron: job.electron, electronArguments: job.electronArguments, harness: path.join(import.meta.dirname, 'harness') };

const parts: readonly { readonly name: string; readonly run: () => Promise<Part> }[] = [
  { name: 'kills', run: () => runKills({ kills: job.kills, seed: job.seed, folder, launch, say }) },
  { name: 'mutations', run: () => runMutations({ mutations: job.mutations, seed: job.seed, worker: new URL('./mutation-worker.js', import.meta.url), threads: 2, say }) },
  { name: 'full-disk', run: () => runFullDisk({ points: job.fullDisk, seed: job.seed, folder, launch, strike: path.join(import.meta.dirname, 'strike.js'), say }) },
  { name: 'flips', run: () => runFlips({ flips: job.flips, seed: job.seed, folder }) },
];

say(`Seed ${job.seed}`);
const done: Part[] = [];
for (const { name, run } of parts) {
  if (job.only !== null && !job.only.includes(name)) continue;
  say(name);
  done.push(await run());
}

const findings = done.flatMap((part) => part.findings.map((each) => ({ ...each, part: part.name })));
for (const { part, kind, what, again } of findings.slice(0, 40)) say(`${part}: ${kind}: ${what}\n    again: npm run faults -- ${again}`);
if (findings.length === 0) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
else say(`What was found lies in ${folder}`);
if (job.report !== null) {
  const counts = done.map(({ name, passed, findings: found }) => ({ name, passed, failed: found.length }));
  await writeFile(job.report, JSON.stringify(counts));
}
process.stdout.write(`\nseed ${job.seed}; ${lineOf(done)}\n`);
process.exitCode = findings.length === 0 && done.length > 0 ? 0 : 1;
