/**
 * What a package really ships: everything is bundled, so neither `dependencies` nor `devDependencies` says it. Each bundle
 * writes down the packages its modules came from, and the list of materials is made from that.
 */
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from './run.mjs';

export const INVENTORY = path.join(ROOT, 'out', 'inventory');

/**
 * The folder of the package a bundled module came from, as the lock file names it.
 * @param {string} moduleId a file, perhaps with a query or a leading NUL of the bundler's own
 * @returns {string | null} `node_modules/a/node_modules/@b/c`; null for our own files
 */
export function packageOf(moduleId) {
  const parts = moduleId.replace(/^\0+/, '').replace(/[?#].*$/, '').split(/[\\/]/);
  const first = parts.indexOf('node_modules');
  const last = parts.lastIndexOf('node_modules');
  if (first === -1) return null;
  const name = parts.slice(last + 1, last + (parts[last + 1]?.startsWith('@') ? 3 : 2));
  if (name.some((part) => part === '') || name.length === 0) return null;
  return [...parts.slice(first, last + 1), ...name].join('/');
}

/**
 * A plugin that writes down the packages of one bundle.
 * @param {string} folder `INVENTORY`; given where this file itself is bundled and cannot tell
 * @param {string} part the bundle's name
 * @param {readonly string[]} [also] files in node_modules the bundle takes along without importing them
 * @returns {import('vite').Plugin}
 */
export function inventory(folder, part, also = []) {
  return {
    name: 'muster-inventory',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const entries = Object.values(bundle).flatMap((file) => (file.type === 'chunk' && file.isEntry ? [file.name] : []));
      const modules = [...this.getModuleIds(), ...also.map((file) => `node_modules/${file}`)];
      const packages = [...new Set(modules.map(packageOf).filter((found) => found !== null))].sort();
      // Every worker is a bundle of its own.
      const file = path.join(folder, `${[part, ...entries.sort()].join('-')}.json`);
      await mkdir(folder, { recursive: true });
      await writeFile(file, `${JSON.stringify(packages, null, 2)}\n`);
    },
  };
}

/** Forgets what earlier builds wrote down. @param {string} [folder] */
export async function clearInventory(folder = INVENTORY) {
  await rm(folder, { recursive: true, force: true });
}

/**
 * The packages of all bundles together.
 * @param {string} [folder]
 * @returns {Promise<string[]>} folders as the lock file names them, sorted
 */
export async function readInventory(folder = INVENTORY) {
  const names = await readdir(folder).catch(() => []);
  const lists = await Promise.all(names.filter((name) => name.endsWith('.json')).map(async (name) => JSON.parse(await readFile(path.join(folder, name), 'utf8'))));
  const all = [...new Set(lists.flat())].sort();
  if (all.length === 0) throw new Error('The bundles wrote down no package, so what ships is not known. Run: npm run build');
  return all;
}
