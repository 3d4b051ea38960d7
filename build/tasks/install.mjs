/** The packages in node_modules, brought to what the lock file says. Uses nothing but Node: it runs before there is anything else. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, runNpm } from './run.mjs';

/**
 * Compares the lock file with npm's own note of what it put into node_modules. Times would mislead: git sets them to the
 * moment of the checkout.
 *
 * @param {string} [root]
 * @returns {Promise<string | null>} why an installation is needed, or null
 */
export async function missingPackages(root = ROOT) {
  const lock = await readLock(path.join(root, 'package-lock.json'));
  const there = await readLock(path.join(root, 'node_modules', '.package-lock.json'));
  if (lock === null) return 'package-lock.json cannot be read';
  if (there === null) return 'node_modules is not there';
  for (const [where, wanted] of Object.entries(lock)) {
    if (where === '' || wanted.optional || wanted.devOptional) continue;
    if (there[where]?.version !== wanted.version) {
      return `${where.replace(/^.*node_modules\//, '')} should be ${wanted.version}, node_modules has ${there[where]?.version ?? 'none'}`;
    }
  }
  return null;
}

/** @param {string} file @returns {Promise<Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> | null>} */
async function readLock(file) {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return JSON.parse(text).packages ?? null;
  } catch {
    return null;
  }
}

/** @param {(line: string) => void} log */
export async function ensureInstalled(log) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Muster needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer Node and run the command again.`);
  }
  const why = await missingPackages();
  if (why === null) return;
  log(`Installing packages (${why}) …`);
  const { code } = await runNpm(['ci', '--no-audit', '--no-fund']);
  if (code !== 0) throw new Error('npm ci failed; its words are above. Nothing else was done.');
}
