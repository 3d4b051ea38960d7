/** Known holes in what ships. npm asks the registry; what it answers is judged here. */
import { ROOT, run } from './run.mjs';

/**
 * @typedef {{ name: string, severity: string, titles: string[] }} Finding
 * @typedef {{ asked: true, shipped: Finding[], others: Finding[] } | { asked: false, why: string }} Audit
 */

/** From here on a finding in what ships stops a package. */
const STOPS = new Set(['high', 'critical']);

/**
 * Reads what `npm audit --json` printed. A finding counts as shipped where any of the folders it was found in is in a bundle.
 * @param {string} output @param {readonly string[]} shippedFolders
 * @returns {Audit}
 */
export function readAudit(output, shippedFolders) {
  const from = output.indexOf('{');
  /** @type {any} */
  let report;
  try {
    // npm's warnings stand before the report, its last words after it.
    report = JSON.parse(output.slice(from, output.lastIndexOf('\n}') === -1 ? undefined : output.lastIndexOf('\n}') + 2));
  } catch {
    return { asked: false, why: 'npm gave no answer that can be read' };
  }
  if (typeof report?.vulnerabilities !== 'object' || report.vulnerabilities === null) {
    return { asked: false, why: String(report?.message ?? report?.error?.summary ?? 'the registry gave no report').slice(0, 200) };
  }
  const shipped = new Set(shippedFolders);
  /** @type {{ shipped: Finding[], others: Finding[] }} */
  const sorted = { shipped: [], others: [] };
  for (const [name, each] of Object.entries(report.vulnerabilities)) {
    const found = /** @type {any} */ (each);
    const inBundle = (found.nodes ?? []).some((/** @type {string} */ node) => shipped.has(node));
    const titles = (found.via ?? []).flatMap((/** @type {any} */ via) => (typeof via === 'object' && via !== null && typeof via.title === 'string' ? [via.title] : []));
    sorted[inBundle ? 'shipped' : 'others'].push({ name, severity: String(found.severity), titles });
  }
  return { asked: true, ...sorted };
}

/** @param {Audit} audit @returns {{ stops: boolean, lines: string[] }} */
export function judgeAudit(audit) {
  if (!audit.asked) return { stops: false, lines: [`Known holes: the registry could not be asked (${audit.why}). Ask it before a release: npm run audit`] };
  const stopping = audit.shipped.filter(({ severity }) => STOPS.has(severity));
  const line = (/** @type {Finding} */ { name, severity, titles }) => `  ${name} (${severity})${titles.length > 0 ? `: ${titles.join('; ')}` : ''}`;
  return {
    stops: stopping.length > 0,
    lines: [
      `Known holes in what ships: ${audit.shipped.length}, of them high or critical: ${stopping.length}; in tools that do not ship: ${audit.others.length}.`,
      ...audit.shipped.map(line),
    ],
  };
}

/** Asks the registry about everything installed, tools included. @returns {Promise<string>} */
export async function askRegistry() {
  const { output } = await run('npm', ['audit', '--json'], { cwd: ROOT, shell: process.platform === 'win32' }).catch((error) => ({ output: JSON.stringify({ message: String(error) }) }));
  return output;
}
