import { spawn } from 'node:child_process';
import path from 'node:path';

export type Start = {
  /** Electron's executable. */
  readonly executable: string;
  /** The checkout. */
  readonly root: string;
  readonly profile: string;
  /** The app, or an empty window. */
  readonly what: 'app' | 'empty';
  /** The screen to open on, as the address names it. */
  readonly hash?: string;
  /** What is waited for: name to selector. */
  readonly marks: Readonly<Record<string, string>>;
};

/** Milliseconds from the start of the process until each mark was painted; also `script` (the main script begins), `begun` (the page's address is committed) and `ready` (Electron's "ready to show"). */
export type Painted = Readonly<Record<string, number>>;

/** Starts Electron once, in a process of its own, and lets it end. Chromium is told not to sandbox only as root, where it must be. */
export function timedStart({ executable, root, profile, what, hash = '', marks }: Start): Promise<Painted> {
  return new Promise((resolve, reject) => {
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const started = Date.now();
    const child = spawn(executable, [...sandbox, path.join(root, 'test', 'bench', 'timed-app')], {
      env: {
        ...process.env,
        MUSTER_PROFILE: profile,
        MUSTER_BENCH_MAIN: what === 'app' ? path.join(root, 'out', 'main', 'main.js') : '',
        MUSTER_BENCH_HASH: hash,
        MUSTER_BENCH_MARKS: JSON.stringify(marks),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (data) => (output += String(data)));
    child.stderr.on('data', (data) => (output += String(data)));
    const late = setTimeout(() => child.kill('SIGKILL'), 60_000);
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(late);
      const line = /^MUSTER-BENCH (.*)$/m.exec(output)?.[1];
      if (line === undefined) {
        reject(new Error(`The window never showed ${Object.keys(marks).join(', ')}:\n${output}`));
        return;
      }
      const at = Object.entries(JSON.parse(line) as Record<string, number>);
      resolve(Object.fromEntries(at.map(([name, time]) => [name, time - started])));
    });
  });
}
