/** The checks that `npm test` and `npm run check` share. Each counts as one. */
import { existsSync, mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, run, runNode, toolFile } from './run.mjs';
import { faultsCount, oneCheck, playwrightCount, vitestCount } from './tally.mjs';

/** @typedef {import('./tally.mjs').Count} Count */

const REPORTS = path.join(ROOT, 'out', 'reports');

const PROJECTS = ['shared', 'pdf', 'node', 'renderer', 'test', 'build'];

/** @param {string} name @param {{ code: number, output: string }} outcome @returns {Count} */
function whole(name, { code, output }) {
  if (code !== 0) process.stdout.write(`\n--- ${name}\n${output.trim()}\n`);
  const count = oneCheck(name, code === 0);
  process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}\n`);
  return count;
}

/** Every TypeScript project: each layer is compiled with only the platform types it may see. @returns {Promise<Count>} */
export async function typecheck() {
  let output = '';
  let code = 0;
  for (const project of PROJECTS) {
    const file = project === 'build' ? 'build/tsconfig.json' : `tsconfig.${project}.json`;
    if (!existsSync(path.join(ROOT, file))) throw new Error(`${file} is missing`);
    const outcome = await runNode(toolFile('typescript', 'tsc'), ['-p', file, '--noEmit', '--pretty', 'false']);
    output += outcome.output;
    code ||= outcome.code;
  }
  return whole('types', { code, output });
}

/** Lint, the layer table and the import cycles among it. @returns {Promise<Count>} */
export async function lint() {
  return whole('lint and layers', await runNode(toolFile('eslint'), ['--max-warnings', '0', '--cache', '--cache-location', 'out/reports/.eslintcache', '.']));
}

/** Files, exports and packages that nothing uses. @returns {Promise<Count>} */
export async function unused() {
  return whole('nothing unused', await runNode(toolFile('knip'), ['--no-progress']));
}

/** @param {string} name @param {readonly string[]} projects @returns {Promise<Count>} */
export async function vitest(name, projects) {
  const report = await freshReport(`${projects.join('-')}.json`);
  const { code } = await runNode(
    toolFile('vitest'),
    ['run', ...projects.flatMap((project) => ['--project', project]), '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { show: true },
  );
  return vitestCount(name, report, code);
}

/** @param {string} name @param {{ command: string, args: string[] }} prefix puts a display in front @param {NodeJS.ProcessEnv} env @returns {Promise<Count>} */
export async function playwright(name, { command, args }, env) {
  const report = await freshReport('e2e.json');
  const { code } = await run(command, [...args, toolFile('@playwright/test', 'playwright'), 'test'], {
    show: true,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  return playwrightCount(name, report, code);
}

/**
 * A small run of the fault tests, a check for each of its parts. What fails is printed with the seed that has it again.
 * @param {NodeJS.ProcessEnv} env @returns {Promise<Count[]>}
 */
export async function faults(env) {
  const report = await freshReport('faults.json');
  const amounts = ['--kills', '8', '--mutations', '600', '--full-disk', '4', '--flips', '400'];
  await runNode(path.join(ROOT, 'build', 'faults.mjs'), [...amounts, '--report', report], { show: true, env });
  return faultsCount(report);
}

/** @param {string} name */
async function freshReport(name) {
  mkdirSync(REPORTS, { recursive: true });
  const file = path.join(REPORTS, name);
  await rm(file, { force: true });
  return file;
}
