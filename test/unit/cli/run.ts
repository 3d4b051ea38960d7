import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';
import { main } from '../../../electron/cli/main.ts';

const folders: string[] = [];

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

/** A folder of its own for one test. */
export async function folderForTest(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'muster-cli-'));
  folders.push(folder);
  return folder;
}

export type Ran = { readonly code: number; readonly out: string; readonly err: string };

/** Runs the command line in a folder, at noon UTC of 19 March 2026 unless told otherwise. */
export async function muster(cwd: string, argv: readonly string[], now = Date.UTC(2026, 2, 19, 12), env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await main(argv, { stdout: (text) => void (out += text), stderr: (text) => void (err += text), cwd, env, now: () => now });
  return { code, out, err };
}

/** A refusal: exit 2, nothing on standard output, one line on standard error. */
export const refused = (line: string): Ran => ({ code: 2, out: '', err: `muster: ${line}\n` });
