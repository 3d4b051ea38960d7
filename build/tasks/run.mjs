/** Starting other programs: the project's own tools by their file (no shell, so it is the same on Windows), npm by name. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '..', '..');

/**
 * @param {string} name a package of ours @param {string} [command] where it has several @param {string} [root]
 * @returns {string} the script behind its command
 */
export function toolFile(name, command = name, root = ROOT) {
  const folder = path.join(root, 'node_modules', ...name.split('/'));
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/**
 * @typedef {object} Outcome
 * @property {number} code
 * @property {string} output stdout and stderr in the order they came; empty when shown directly
 */

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, shell?: boolean }} [options] show: straight to the terminal
 * @returns {Promise<Outcome>}
 */
export function run(command, args, { cwd = ROOT, env = process.env, show = false, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, shell, stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
    // Ending the script ends what it runs; Ctrl+C reaches both by itself.
    const end = () => child.kill('SIGTERM');
    process.once('SIGTERM', end);
    let output = '';
    child.stdout?.on('data', (data) => (output += String(data)));
    child.stderr?.on('data', (data) => (output += String(data)));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.removeListener('SIGTERM', end);
      resolve({ code: code ?? (signal ? 130 : 1), output });
    });
  });
}

/** @param {string} file @param {readonly string[]} args @param {Parameters<typeof run>[2]} [options] */
export function runNode(file, args, options) {
  return run(process.execPath, [file, ...args], options);
}

/** @param {readonly string[]} args constants only: npm is a .cmd on Windows and goes through a shell there */
export function runNpm(args) {
  return run('npm', args, { show: true, shell: process.platform === 'win32' });
}
