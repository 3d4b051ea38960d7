/** The counts behind the last line of `npm test`. */
import { readFile } from 'node:fs/promises';

/**
 * @typedef {object} Count
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {string} [note] why more failed than the runner itself said
 */

/** @param {string} name @param {boolean} fine @returns {Count} a check that is right or wrong as a whole */
export function oneCheck(name, fine) {
  return { name, passed: fine ? 1 : 0, failed: fine ? 0 : 1 };
}

/**
 * A test that did not run is no pass: skipped ones count as failed, so does a runner that failed without saying where, and
 * one that found no test.
 *
 * @param {string} name @param {{ passed: number, failed: number, skipped: number, code: number }} said
 * @returns {Count}
 */
export function judge(name, { passed, failed, skipped, code }) {
  if (skipped > 0) return { name, passed, failed: failed + skipped, note: `${skipped} skipped, which counts as failed` };
  if (failed === 0 && code !== 0) return { name, passed, failed: 1, note: `the runner ended with ${code}` };
  if (passed + failed === 0) return { name, passed, failed: 1, note: 'no test ran' };
  return { name, passed, failed };
}

/** @param {string} name @param {string} file vitest's JSON report @param {number} code @returns {Promise<Count>} */
export async function vitestCount(name, file, code) {
  const report = await readReport(file);
  if (report === null) return { name, passed: 0, failed: 1, note: 'the runner left no report' };
  // A file that could not be loaded has no test of its own to fail.
  const broken = report.testResults.filter((/** @type {any} */ suite) => suite.status === 'failed' && suite.assertionResults.length === 0).length;
  return judge(name, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
    code,
  });
}

/** @param {string} name @param {string} file Playwright's JSON report @param {number} code @returns {Promise<Count>} */
export async function playwrightCount(name, file, code) {
  const report = await readReport(file);
  if (report === null) return { name, passed: 0, failed: 1, note: 'the runner left no report' };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return judge(name, { passed: expected, failed: unexpected + flaky + report.errors.length, skipped, code });
}

/** @param {string} file the report of the fault tests @returns {Promise<Count[]>} one check a part; thousands of inputs are one promise, not thousands of tests */
export async function faultsCount(file) {
  const report = await readReport(file);
  if (report === null || report.length === 0) return [{ name: 'faults', passed: 0, failed: 1, note: 'the run left no report' }];
  return report.map((/** @type {{ name: string, passed: number, failed: number }} */ { name, passed, failed }) => oneCheck(`faults: ${name}`, failed === 0 && passed > 0));
}

/** @param {readonly Count[]} counts */
export function total(counts) {
  return counts.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), { passed: 0, failed: 0 });
}

/** @param {string} file */
async function readReport(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return null;
  }
}
