import { spawn, type ChildProcess } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium, type Browser } from '@playwright/test';
import { binderJob } from './support/agency.ts';
import { expect, test } from './support/launch.ts';

/** How a fuse is written in the binary. */
const fuse = { off: '0'.charCodeAt(0), on: '1'.charCodeAt(0) };

/** Runs a program to its end. */
function finish(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (data) => (output += String(data)));
    child.stderr.on('data', (data) => (output += String(data)));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, output });
    });
  });
}

/** A hardened build takes no --inspect, so it is driven over the page's own debugging port, which it writes into the profile. */
async function connect(profile: string): Promise<Browser> {
  const portFile = path.join(profile, 'DevToolsActivePort');
  let port = '';
  await expect
    .poll(async () => {
      port = (await readFile(portFile, 'utf8').catch(() => '')).split('\n')[0] ?? '';
      return port;
    })
    .not.toBe('');
  // Only once the page is there: attached to while its window is still being made, Chromium may never finish the greeting.
  await expect
    .poll(async () => {
      const targets = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as readonly { readonly url: string }[];
      return targets.map((target) => target.url);
    })
    .toContain('app://muster/');
  return chromium.connectOverCDP(`http://127.0.0.1:${port}`);
}

test('the packaged app is locked, starts from its archive, prints a binder and quits', async ({ folder }) => {
  test.setTimeout(120_000);
  const packed = await finish(process.execPath, ['build/package.mjs', '--not-for-release', '--out', folder], process.env);
  expect(packed.code, packed.output).toBe(0);
  const app = path.join(folder, 'linux-unpacked');
  const executable = path.join(app, 'muster');

  expect((await readdir(path.join(app, 'resources'))).sort()).toEqual(['app.asar']);
  const fuses = await getCurrentFuseWire(executable);
  const off = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
    FuseV1Options.GrantFileProtocolExtraPrivileges,
  ];
  const on = [FuseV1Options.EnableCookieEncryption, FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseV1Options.OnlyLoadAppFromAsar];
  expect(off.map((name) => fuses[name])).toEqual(off.map(() => fuse.off));
  expect(on.map((name) => fuses[name])).toEqual(on.map(() => fuse.on));

  const profile = path.join(folder, 'profile');
  const home = path.join(folder, 'home');
  const root = process.getuid?.() === 0;
  let child: ChildProcess | null = null;
  try {
    child = spawn(executable, ['--remote-debugging-port=0', '--inspect=0', ...(root ? ['--no-sandbox'] : [])], {
      env: { ...process.env, MUSTER_PROFILE: profile, HOME: home, XDG_CONFIG_HOME: path.join(home, '.config') },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let words = '';
    child.stderr?.on('data', (data) => (words += String(data)));
    const ended = new Promise<number | null>((resolve) => child?.on('exit', resolve));

    const browser = await connect(profile);
    const context = browser.contexts()[0];
    await expect.poll(() => context?.pages().map((page) => page.url())).toEqual(['app://muster/']);
    const page = context?.pages()[0];
    if (page === undefined) throw new Error('no page');
    await page.waitForLoadState('load');
    expect(await page.evaluate(() => window.muster.appInfo())).toMatchObject({ ok: true, value: { packaged: true } });
    await expect(page.locator('#root > *').first()).toBeAttached();

    const result = await page.evaluate(async (job) => {
      const finished = new Promise((resolve) => window.muster.onBinderFinished(resolve));
      const started = await window.muster.binderStart({ job, folder: 'usual' } as Parameters<typeof window.muster.binderStart>[0]);
      return started.ok && started.value !== null ? { folder: started.value.outFolder, finished: await finished } : started;
    }, binderJob(1));
    expect(result).toMatchObject({ finished: { result: { ok: true } } });
    const made = await readdir((result as { folder: string }).folder);
    expect(made).toHaveLength(1);

    await page.close();
    expect(await ended).toBe(0);
    expect(words).not.toContain('Debugger listening');
  } finally {
    child?.kill('SIGKILL');
  }
});
