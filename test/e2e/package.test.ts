import { spawn } from 'node:child_process';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createPackage, extractAll } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { binderJob } from './support/agency.ts';
import { expect, test } from './support/launch.ts';

/** How a fuse is written in the binary. */
const fuse = { off: '0'.charCodeAt(0), on: '1'.charCodeAt(0) };
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

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

/**
 * An installed Muster takes no debugger, so nobody can drive it. This copy of its archive is started by a file of the test's own, which
 * starts the app as it is and then hands what stands on its input to the page.
 */
async function driven(app: string, folder: string): Promise<void> {
  const archive = path.join(app, 'resources', 'app.asar');
  const inside = path.join(folder, 'inside');
  extractAll(archive, inside);
  const own = path.join(inside, 'package.json');
  const described = JSON.parse(await readFile(own, 'utf8')) as { main: string };
  await writeFile(own, JSON.stringify({ ...described, main: 'driver.mjs' }));
  await writeFile(
    path.join(inside, 'driver.mjs'),
    `import { createInterface } from 'node:readline';
     import { BrowserWindow, app } from 'electron';
     await import('./${described.main}');
     app.once('web-contents-created', (_event, contents) => contents.once('did-finish-load', () => {
       createInterface({ input: process.stdin }).on('line', async (line) => {
         if (line === 'close') BrowserWindow.getAllWindows()[0].close();
         else process.stdout.write('answer ' + JSON.stringify(await contents.executeJavaScript(JSON.parse(line))) + '\\n');
       });
     }));`,
  );
  await createPackage(inside, archive);
}

test('the packaged app is locked, lists its materials, takes no debugger, starts from its archive, prints a binder and quits', async ({ folder }) => {
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

  expect(packed.output).toMatch(/^Known holes/m);
  const bill = JSON.parse(await readFile(path.join(folder, 'muster-0.1.0.cdx.json'), 'utf8')) as { components: readonly { name: string; licenses?: unknown }[] };
  const names = bill.components.map(({ name }) => name);
  // Of the page, the main process and its workers, and what no package.json of the project asks for itself.
  for (const name of ['electron', 'react-dom', 'dexie', '@mantine/core', '@noble/ciphers', 'zod', 'fontkit', '@ibm/plex-sans']) expect(names).toContain(name);
  for (const name of ['vite', 'eslint', 'typescript', '@playwright/test']) expect(names).not.toContain(name);
  expect(bill.components.filter(({ licenses }) => licenses === undefined)).toEqual([]);

  const profile = path.join(folder, 'profile');
  const home = path.join(folder, 'home');
  const env = { ...process.env, MUSTER_PROFILE: profile, HOME: home, XDG_CONFIG_HOME: path.join(home, '.config') };
  const openings = { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--inspect=0', ELECTRON_RENDERER_URL: 'http://127.0.0.1:9' };
  const hardened = spawn(executable, [...sandbox, '--remote-debugging-port=0', '--inspect=0', '--disable-web-security', '-e', 'process.exit(7)'], { env: { ...env, ...openings }, stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    let words = '';
    for (const stream of [hardened.stdout, hardened.stderr]) stream.on('data', (data) => (words += String(data)));
    const log = () => readFile(path.join(profile, 'logs', 'muster.log'), 'utf8').catch(() => '');
    await expect.poll(log).toContain('"event":"started"');
    expect(await log()).toContain('"event":"switches-refused"');
    expect(await readdir(profile)).not.toContain('DevToolsActivePort');
    expect(words).not.toMatch(/listening on/i);
    expect(hardened.exitCode).toBeNull();
  } finally {
    hardened.kill('SIGKILL');
  }

  await driven(app, folder);
  const child = spawn(executable, sandbox, { env: { ...env, MUSTER_PROFILE: path.join(folder, 'second profile') }, stdio: ['pipe', 'pipe', 'ignore'] });
  try {
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const ask = async (script: string): Promise<unknown> => {
      child.stdin.write(`${JSON.stringify(script)}\n`);
      for (;;) {
        const line: IteratorResult<string, unknown> = await answers.next();
        if (line.done === true) throw new Error('the app ended');
        if (line.value.startsWith('answer ')) return JSON.parse(line.value.slice('answer '.length));
      }
    };
    expect(await ask('window.muster.appInfo()')).toMatchObject({ ok: true, value: { packaged: true } });
    await expect.poll(() => ask('document.querySelectorAll("#root > *").length')).toBeGreaterThan(0);
    expect(await ask('window.muster.diagnostics().then(({ value }) => value.fuses)')).toEqual({
      runAsNode: 'off', cookieEncryption: 'on', nodeOptions: 'off', nodeCliInspect: 'off', embeddedAsarIntegrity: 'on', onlyLoadAppFromAsar: 'on', browserProcessSnapshot: 'off', fileProtocolPrivileges: 'off',
    });
    const result = await ask(`(async () => {
      const finished = new Promise((resolve) => window.muster.onBinderFinished(resolve));
      const started = await window.muster.binderStart({ job: ${JSON.stringify(binderJob(1))}, folder: 'usual' });
      return started.ok ? { folder: started.value.outFolder, finished: await finished } : started;
    })()`);
    expect(result).toMatchObject({ finished: { result: { ok: true } } });
    // The binder, its signed manifest and its index.
    expect(await readdir((result as { folder: string }).folder)).toHaveLength(3);

    child.stdin.write('close\n');
    expect(await ended).toBe(0);
  } finally {
    child.kill('SIGKILL');
  }
});
