/**
 * `npm test`: installs what is missing, then everything that can be wrong, in a real Electron. The last line is
 * `N passed, N failed`; without an Electron it fails and says why.
 */
import { ensureInstalled } from './tasks/install.mjs';
import { ensureMachine, sandboxProblem, withDisplay } from './tasks/machine.mjs';
import { say } from './tasks/say.mjs';

/** @type {import('./tasks/tally.mjs').Count[]} */
const counts = [];
try {
  await ensureInstalled(say);
  const { faults, lint, playwright, typecheck, unused, vitest } = await import('./tasks/checks.mjs');
  const { describeRuntime, resolveElectron } = await import('./electron-runtime.mjs');

  process.stdout.write(`Node ${process.versions.node} on ${process.platform} ${process.arch}\n`);
  const runtime = await resolveElectron({ log: say });
  process.stdout.write(`${describeRuntime(runtime)}\n\n`);
  await ensureMachine(runtime.executable, { virtualDisplay: true, log: say });
  const problem = sandboxProblem(runtime.dist);
  if (problem !== null) throw new Error(problem);

  // Two at a time: two cores are what everybody has, and the linter, the slowest of those on one core, lasts into the tests.
  counts.push(...(await Promise.all([
    typecheck().then(async (first) => [first, await vitest('unit and database', ['unit', 'db'])]),
    lint().then(async (first) => [first, await unused()]),
  ])).flat());
  const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: runtime.dist };
  counts.push(...(await faults(env)));
  counts.push(await playwright('end to end', withDisplay(process.execPath, []), env));
} catch (error) {
  say(`\n${error instanceof Error ? error.message : String(error)}`);
  counts.push({ name: 'the run itself', passed: 0, failed: 1 });
}

const { total } = await import('./tasks/tally.mjs');
process.stdout.write('\n');
for (const { name, passed, failed, note } of counts) {
  process.stdout.write(`${name}: ${passed} passed, ${failed} failed${note ? ` (${note})` : ''}\n`);
}
const { passed, failed } = total(counts);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
