/** What the machine must offer before a real Electron starts: a display (a virtual one will do) and its shared libraries. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';

/** Which Debian or Ubuntu package has a library; where the name changed with 64-bit times, both. */
const LIBRARY_PACKAGES = Object.freeze({
  'libgtk-3.so.0': ['libgtk-3-0', 'libgtk-3-0t64'],
  'libgdk-3.so.0': ['libgtk-3-0', 'libgtk-3-0t64'],
  'libnss3.so': ['libnss3'],
  'libnssutil3.so': ['libnss3'],
  'libsmime3.so': ['libnss3'],
  'libnspr4.so': ['libnspr4'],
  'libasound.so.2': ['libasound2', 'libasound2t64'],
  'libgbm.so.1': ['libgbm1'],
  'libdrm.so.2': ['libdrm2'],
  'libatk-1.0.so.0': ['libatk1.0-0', 'libatk1.0-0t64'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  'libatspi.so.0': ['libatspi2.0-0', 'libatspi2.0-0t64'],
  'libcups.so.2': ['libcups2', 'libcups2t64'],
  'libdbus-1.so.3': ['libdbus-1-3'],
  'libglib-2.0.so.0': ['libglib2.0-0', 'libglib2.0-0t64'],
  'libgio-2.0.so.0': ['libglib2.0-0', 'libglib2.0-0t64'],
  'libgobject-2.0.so.0': ['libglib2.0-0', 'libglib2.0-0t64'],
  'libpango-1.0.so.0': ['libpango-1.0-0'],
  'libcairo.so.2': ['libcairo2'],
  'libexpat.so.1': ['libexpat1'],
  'libudev.so.1': ['libudev1'],
  'libX11.so.6': ['libx11-6'],
  'libXcomposite.so.1': ['libxcomposite1'],
  'libXdamage.so.1': ['libxdamage1'],
  'libXext.so.6': ['libxext6'],
  'libXfixes.so.3': ['libxfixes3'],
  'libXrandr.so.2': ['libxrandr2'],
  'libxcb.so.1': ['libxcb1'],
  'libxkbcommon.so.0': ['libxkbcommon0'],
});

/** @param {NodeJS.ProcessEnv} [env] @param {NodeJS.Platform} [platform] */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

export function isRoot() {
  return process.getuid?.() === 0;
}

/** @param {string} command @param {NodeJS.ProcessEnv} [env] */
function onPath(command, env = process.env) {
  return (env['PATH'] ?? '').split(path.delimiter).some((folder) => folder !== '' && existsSync(path.join(folder, command)));
}

/** @param {string} report what ldd prints @returns {string[]} the libraries it did not find */
export function librariesNotFound(report) {
  return [...new Set([...report.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? ''))];
}

/** @param {string} executable @returns {Promise<string[]>} */
async function missingLibraries(executable) {
  if (process.platform !== 'linux' || !onPath('ldd')) return [];
  return librariesNotFound((await run('ldd', [executable])).output);
}

/** @param {string} library @returns {readonly string[]} */
function packagesFor(library) {
  return Object.entries(LIBRARY_PACKAGES).find(([name]) => name === library)?.[1] ?? [];
}

/** @param {string} name */
async function aptHas(name) {
  const { output } = await run('apt-cache', ['policy', name]).catch(() => ({ output: '' }));
  return /^\s+Candidate: (?!\(none\))/m.test(output);
}

/** @param {readonly string[]} libraries @returns {Promise<string[]>} */
async function choosePackages(libraries) {
  /** @type {Set<string>} */
  const chosen = new Set();
  for (const library of libraries) {
    const names = packagesFor(library);
    let name = names[0];
    for (const candidate of names) if (await aptHas(candidate)) name = candidate;
    if (name === undefined) throw new Error(`Electron needs the library ${library}, which this machine lacks. Install the package that has it.`);
    chosen.add(name);
  }
  return [...chosen];
}

/**
 * Makes sure that `executable` can start here. As root without a display (a container, CI) what is missing is installed;
 * otherwise the one command that does it is in the error.
 *
 * @param {string} executable
 * @param {{ virtualDisplay: boolean, log: (line: string) => void }} options
 */
export async function ensureMachine(executable, { virtualDisplay, log }) {
  const wantsXvfb = virtualDisplay && !hasDisplay() && !onPath('xvfb-run');
  const wantsXauth = virtualDisplay && !hasDisplay() && !onPath('xauth');
  const libraries = await missingLibraries(executable);
  const debian = onPath('apt-get');
  const mayInstall = debian && isRoot() && !hasDisplay();
  if (mayInstall && (wantsXvfb || wantsXauth || libraries.length > 0)) await run('apt-get', ['update', '-qq']);
  const packages = [...(wantsXvfb ? ['xvfb'] : []), ...(wantsXauth ? ['xauth'] : []), ...(await choosePackages(libraries))];
  if (packages.length === 0) return;

  const what = [wantsXvfb || wantsXauth ? 'a virtual display' : '', ...libraries].filter(Boolean).join(', ');
  if (!mayInstall) {
    const mend = debian ? `Run: sudo apt-get install -y ${packages.join(' ')}` : `Install what your system calls: ${packages.join(', ')}`;
    throw new Error(`Electron cannot start here: this machine lacks ${what}. ${mend}`);
  }
  log(`Installing ${packages.join(' ')} (Electron needs ${what}) …`);
  const { code, output } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (code !== 0) throw new Error(`apt-get install ${packages.join(' ')} failed:\n${output.trim().split('\n').slice(-5).join('\n')}`);
  const still = await missingLibraries(executable);
  if (still.length > 0) throw new Error(`Electron still lacks ${still.join(', ')} after the installation.`);
}

/**
 * Chromium's sandbox needs user namespaces or a helper owned by root. Some distributions restrict the former; the answer
 * is one command, not --no-sandbox.
 *
 * @param {string} dist
 * @returns {string | null} why the sandbox cannot work here and the mend, or null
 */
export function sandboxProblem(dist) {
  if (process.platform !== 'linux' || isRoot()) return null;
  /** @param {string} file */
  const flag = (file) => {
    try {
      return readFileSync(file, 'utf8').trim();
    } catch {
      return '';
    }
  };
  const restricted =
    flag('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1' || flag('/proc/sys/kernel/unprivileged_userns_clone') === '0';
  if (!restricted) return null;
  const helper = path.join(dist, 'chrome-sandbox');
  const found = existsSync(helper) ? statSync(helper) : null;
  if (found !== null && found.uid === 0 && (found.mode & 0o4000) !== 0) return null;
  return `This system restricts the sandbox of Chromium. Run once: sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}"`;
}

/** Chromium refuses to be sandboxed as root; for every other user the sandbox stays on. @returns {string[]} */
export function sandboxArguments() {
  return process.platform === 'linux' && isRoot() ? ['--no-sandbox'] : [];
}

/** @param {string} command @param {readonly string[]} args @returns {{ command: string, args: string[] }} the same under a virtual display if there is no real one */
export function withDisplay(command, args) {
  if (hasDisplay()) return { command, args: [...args] };
  return { command: 'xvfb-run', args: ['-a', '-s', '-screen 0 1600x1000x24', command, ...args] };
}
