/**
 * A folder of our own outside node_modules, so that a fresh `npm ci` does not throw 200 MB away, and the two things that
 * make it safe to use: a lock (two runs at once do the work once) and building aside followed by a rename (a run that
 * dies half-way leaves nothing that looks finished).
 */
import { chmod, mkdir, mkdtemp, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * @param {{ env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform, home?: string }} [from]
 * @returns {string} the folder that holds what can be fetched again at any time
 */
export function cacheFolder({ env = process.env, platform = process.platform, home = homedir() } = {}) {
  if (env['MUSTER_CACHE']) return path.resolve(env['MUSTER_CACHE']);
  if (platform === 'win32') return path.join(env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local'), 'Muster', 'Cache');
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'Muster');
  return path.join(env['XDG_CACHE_HOME'] || path.join(home, '.cache'), 'muster');
}

/** @param {string} file @returns {Promise<boolean>} */
export async function exists(file) {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: there is such a process, it is only not ours to signal.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Runs `work` while no other process holds the same lock. A lock whose owner has died is taken over.
 *
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {{ everyMs?: number, onWait?: () => void }} [options]
 * @returns {Promise<T>}
 */
export async function withLock(file, work, { everyMs = 500, onWait } = {}) {
  await mkdir(path.dirname(file), { recursive: true });
  let told = false;
  for (;;) {
    try {
      const handle = await open(file, 'wx');
      await handle.writeFile(String(process.pid));
      await handle.close();
      break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    if (!(await isHeld(file))) {
      await rm(file, { force: true });
      continue;
    }
    if (!told) onWait?.();
    told = true;
    await wait(everyMs);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

/** @param {string} file */
async function isHeld(file) {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return false;
  const pid = Number(text);
  if (Number.isInteger(pid) && pid > 0) return isAlive(pid);
  // Created a moment ago and not yet written, or left empty by a crash: only age tells them apart.
  const age = await stat(file).then(
    (found) => Date.now() - found.mtimeMs,
    () => Number.POSITIVE_INFINITY,
  );
  return age < 10_000;
}

/**
 * Fills a temporary folder beside `target` and renames it into place, so that `target` is either absent or whole.
 *
 * @param {string} target
 * @param {(folder: string) => Promise<void>} fill
 * @returns {Promise<void>}
 */
export async function placeWhole(target, fill) {
  await mkdir(path.dirname(target), { recursive: true });
  const aside = await mkdtemp(`${target}.part-`);
  try {
    await fill(aside);
    // mkdtemp makes it private; a cache shared by root and a user should be readable by both.
    await chmod(aside, 0o755);
    await rename(aside, target).catch(async (error) => {
      // Somebody else finished first: theirs is as good as ours.
      if (!(await exists(target))) throw error;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}
