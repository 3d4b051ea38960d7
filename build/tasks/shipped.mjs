/** The packages that ship, with what their own package.json and the lock file say of them. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readInventory } from './inventory.mjs';
import { READ_BY_HAND } from './licences.mjs';
import { ROOT } from './run.mjs';

/**
 * @typedef {object} Shipped
 * @property {string} folder as the lock file names it
 * @property {string} name
 * @property {string} version
 * @property {string | null} licence an SPDX expression
 * @property {string | null} integrity what the registry's archive hashes to, `sha512-` and base64
 * @property {string[]} needs folders of the shipped packages it depends on
 */

/**
 * @param {{ root?: string, folders?: readonly string[] }} [options]
 * @returns {Promise<Shipped[]>}
 */
export async function shippedPackages({ root = ROOT, folders } = {}) {
  const listed = folders ?? (await readInventory());
  /** @type {Record<string, any>} */
  const lock = JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const shipped = new Set(listed);
  return Promise.all(
    listed.map(async (folder) => {
      const locked = lock[folder];
      if (locked === undefined) throw new Error(`${folder} is in a bundle but not in package-lock.json`);
      const own = JSON.parse(await readFile(path.join(root, folder, 'package.json'), 'utf8'));
      const known = READ_BY_HAND[`${own.name}@${own.version}`];
      return {
        folder,
        name: String(own.name),
        version: String(own.version),
        licence: licenceOf(own) ?? known?.licence ?? null,
        integrity: typeof locked.integrity === 'string' ? locked.integrity : null,
        needs: Object.keys({ ...locked.dependencies, ...locked.optionalDependencies, ...locked.peerDependencies })
          .map((name) => resolved(folder, name, lock))
          .filter((found) => found !== null && shipped.has(found))
          .map(String)
          .sort(),
      };
    }),
  );
}

/** @param {any} own @returns {string | null} */
function licenceOf(own) {
  if (typeof own.license === 'string') return own.license;
  // The two spellings from before SPDX.
  if (typeof own.license?.type === 'string') return own.license.type;
  if (Array.isArray(own.licenses)) return own.licenses.map((/** @type {any} */ each) => each.type ?? each).join(' OR ');
  return null;
}

/** Where Node would find `name` from `folder`. @param {string} folder @param {string} name @param {Record<string, unknown>} lock @returns {string | null} */
function resolved(folder, name, lock) {
  for (let from = folder; ; from = from.slice(0, from.lastIndexOf('/node_modules/'))) {
    const there = `${from}/node_modules/${name}`;
    if (lock[there] !== undefined) return there;
    if (!from.includes('/node_modules/')) break;
  }
  return lock[`node_modules/${name}`] === undefined ? null : `node_modules/${name}`;
}
