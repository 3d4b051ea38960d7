/** The vendor's own download: what everybody with an ordinary network gets. */
import { spawn } from 'node:child_process';
import path from 'node:path';

const REACH_MS = 6_000;
const DOWNLOAD_MS = 15 * 60_000;
/** Long enough to unpack what the vendor's own cache already holds, short enough where the network is a black hole. */
const UNREACHABLE_MS = 25_000;
const MIRRORS = ['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'NPM_CONFIG_ELECTRON_MIRROR', 'ELECTRON_CUSTOM_DIR'];

/** @param {string} version @param {NodeJS.ProcessEnv} env */
async function canReach(version, env) {
  if (MIRRORS.some((name) => env[name])) return true;
  const address = `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`;
  return fetch(address, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(REACH_MS) }).then(
    (answer) => answer.status < 400,
    () => false,
  );
}

/**
 * Runs the vendor's installer and says how it went; it never throws, since there may be another way.
 * @param {{ root: string, version: string, env?: NodeJS.ProcessEnv }} where
 * @returns {Promise<{ ok: true } | { ok: false, why: string }>}
 */
export async function installFromVendor({ root, version, env = process.env }) {
  const reached = await canReach(version, env);
  const limit = reached ? DOWNLOAD_MS : UNREACHABLE_MS;
  return new Promise((resolve) => {
    const installer = path.join(root, 'node_modules', 'electron', 'install.js');
    const child = spawn(process.execPath, [installer], { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] });
    let words = '';
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, limit);
    child.stderr.on('data', (data) => (words = (words + String(data)).slice(0, 4000)));
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ ok: false, why: error.message });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve({ ok: true });
      else if (!reached) resolve({ ok: false, why: "the vendor's downloads cannot be reached from here" });
      else if (late) resolve({ ok: false, why: `the vendor's download did not finish within ${limit / 60_000} minutes` });
      else resolve({ ok: false, why: `the vendor's installer failed (${words.split('\n')[0]?.trim() || `code ${code}`})` });
    });
  });
}
