/**
 * `npm run faults -- --kills N --mutations N [--full-disk N] [--flips N] [--seed S] [--only PART,PART]`: what survives when the power goes, the disk
 * is full, or a file is not what it should be. Ends with one line of figures; exit 1 where a bar is missed. See docs/faults.md.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildFaults } from './tasks/build-faults.mjs';
import { ensureInstalled } from './tasks/install.mjs';
import { ensureMachine, sandboxArguments, sandboxProblem, withDisplay } from './tasks/machine.mjs';
import { run } from './tasks/run.mjs';
import { say, script } from './tasks/say.mjs';

/** Numbers after an option, as a person types them. @param {string | undefined} text @param {string} name @param {number} usual */
function number(text, name, usual) {
  if (text === undefined) return usual;
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} takes a whole number, not "${text}".`);
  return Number(text);
}

await script(async () => {
  const { values } = parseArgs({
    options: Object.fromEntries(['kills', 'mutations', 'full-disk', 'flips', 'seed', 'only', 'report'].map((name) => [name, { type: /** @type {const} */ ('string') }])),
  });
  const asked = {
    kills: number(values['kills'], 'kills', 20),
    mutations: number(values['mutations'], 'mutations', 1_000),
    fullDisk: number(values['full-disk'], 'full-disk', 10),
    flips: number(values['flips'], 'flips', 500),
    seed: number(values['seed'], 'seed', Math.floor(Math.random() * 1e9)),
    only: values['only'] === undefined ? null : values['only'].split(','),
  };
  await ensureInstalled(say);
  const { describeRuntime, resolveElectron } = await import('./electron-runtime.mjs');
  const runtime = await resolveElectron({ log: say });
  say(describeRuntime(runtime));
  await ensureMachine(runtime.executable, { virtualDisplay: true, log: say });
  const problem = sandboxProblem(runtime.dist);
  if (problem !== null) throw new Error(problem);
  const built = await buildFaults();
  const job = path.join(built, 'job.json');
  await mkdir(built, { recursive: true });
  await writeFile(job, JSON.stringify({ ...asked, electron: runtime.executable, electronArguments: sandboxArguments(), report: values['report'] ?? null }));
  const { command, args } = withDisplay(process.execPath, [path.join(built, 'faults.js'), job]);
  const { code } = await run(command, args, { show: true });
  return code;
});
