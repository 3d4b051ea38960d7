import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { contract, events } from '../../shared/ipc/contract.ts';
import { openDemo } from './support/demo.ts';
import { expect, test } from './support/launch.ts';

const camel = (name: string): string => name.replace(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase());
const verbs = Object.keys(contract).map(camel);
const listeners = Object.keys(events).map((name) => camel(`on-${name}`));

test.describe('the page', () => {
  test('is kept apart from the machine by every switch, read back from the running window', async ({ muster }) => {
    const read = await muster.app.evaluate(({ BrowserWindow, webContents }) => ({
      windows: BrowserWindow.getAllWindows().length,
      contents: webContents.getAllWebContents().length,
      // Not in Electron's types, but the only place that says what is in force rather than what was asked for.
      preferences: (BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> }).getLastWebPreferences(),
    }));
    expect(read.windows).toBe(1);
    expect(read.contents).toBe(1);
    expect(read.preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
    });
    expect(read.preferences['nodeIntegrationInWorker'] ?? false).toBe(false);
  });

  test('sees the declared bridge and nothing else of the machine', async ({ muster }) => {
    const seen = await muster.page.evaluate(() => ({
      url: window.location.href,
      bridge: Object.keys(window.muster).sort(),
      kinds: [...new Set(Object.values(window.muster).map((value) => typeof value))],
      forbidden: ['require', 'process', 'module', 'global', 'Buffer', 'electron', 'ipcRenderer', '__dirname'].filter((name) => name in window),
    }));
    expect(seen.url).toMatch(/^app:\/\/muster\//);
    expect(seen.bridge).toEqual([...verbs, ...listeners].sort());
    expect(seen.kinds).toEqual(['function']);
    expect(seen.forbidden).toEqual([]);
  });

  test('carries a policy without a hole, and a nonce of its own at every load', async ({ muster }) => {
    const load = () =>
      muster.page.evaluate(async () => {
        const answer = await fetch('app://muster/');
        return { policy: answer.headers.get('Content-Security-Policy') ?? '', sniff: answer.headers.get('X-Content-Type-Options'), text: await answer.text() };
      });
    const [first, second] = [await load(), await load()];
    expect(first.policy).toContain("default-src 'none'");
    expect(first.policy).not.toMatch(/unsafe-|https?:|\*/);
    expect(first.sniff).toBe('nosniff');
    const nonce = /'nonce-([^']+)'/.exec(first.policy)?.[1];
    expect(nonce).toBeTruthy();
    expect(first.text).toContain(`nonce="${nonce ?? ''}"`);
    expect(first.text).not.toContain('__MUSTER_NONCE__');
    expect(second.policy).not.toBe(first.policy);
  });
});

test.describe('what stays on this computer', () => {
  test('is never evicted, its owner\'s alone, and without cookies or files a page made', async ({ muster, folder }) => {
    const { app, page } = muster;
    await openDemo(page);
    // Chromium removes what is not persistent when the disk fills up, without a word: that would be silent loss.
    await expect.poll(() => page.evaluate(() => navigator.storage.persisted())).toBe(true);

    await page.evaluate(() => {
      document.cookie = 'person=1; max-age=9999';
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['a list of names']));
      link.download = 'names.csv';
      document.body.append(link);
      link.click();
      link.remove();
    });
    const machine = await app.evaluate(async ({ session }) => {
      await session.defaultSession.cookies.flushStore();
      return { cookies: (await session.defaultSession.cookies.get({})).length, spelling: session.defaultSession.isSpellCheckerEnabled() };
    });
    expect(machine).toEqual({ cookies: 0, spelling: false });

    const profile = path.join(folder, 'profile');
    const names = ['', ...(await readdir(profile, { recursive: true }))];
    const open: string[] = [];
    for (const name of names) {
      const found = await stat(path.join(profile, name)).catch(() => null);
      if (found !== null && (found.mode & 0o077) !== 0) open.push(`${name} ${(found.mode & 0o777).toString(8)}`);
    }
    expect(names.length).toBeGreaterThan(20);
    expect(open).toEqual([]);
    expect(names.filter((name) => name.includes('names.csv'))).toEqual([]);
  });
});

test.describe('a page that ends by itself', () => {
  test.use({ allowedErrors: /.*/ });

  test('is opened again, says so, what was recorded is there, and no dump of its memory is written', async ({ muster, folder }) => {
    await openDemo(muster.page);
    const read = (script: string) => muster.app.evaluate(({ webContents }, code) => webContents.getAllWebContents()[0]?.executeJavaScript(code).catch(() => null) as Promise<unknown>, script);
    const before = await read('document.querySelector("h1")?.textContent');
    // A script handed to a page that is gone is never answered: first the new one must have loaded.
    await muster.app.evaluate(({ webContents }) =>
      new Promise<void>((resolve) => {
        webContents.getAllWebContents()[0]?.once('did-finish-load', resolve);
        webContents.getAllWebContents()[0]?.forcefullyCrashRenderer();
      }));
    await expect.poll(() => read('document.body?.innerText ?? ""'), { timeout: 15_000 }).toContain('The screen ended and was opened again');
    await expect.poll(() => read('document.querySelector("h1")?.textContent')).toBe(before);
    await expect.poll(() => read('document.body.innerText')).toContain('(demo)');
    expect(await muster.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect((await readdir(path.join(folder, 'profile'), { recursive: true })).filter((name) => name.endsWith('.dmp'))).toEqual([]);
  });
});

test('a second Muster on the same records shows the window of the first and leaves', async ({ muster, folder }) => {
  await muster.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const electron = muster.app.process().spawnfile;
  const second = spawn(electron, [process.cwd(), ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])], { env: { ...process.env, MUSTER_PROFILE: path.join(folder, 'profile') }, stdio: 'ignore' });
  expect(await new Promise((resolve) => second.on('exit', resolve))).toBe(0);
  await expect.poll(() => muster.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((each) => each.isVisible() && !each.isMinimized()))).toEqual([true]);
});

test.describe('the network', () => {
  test.use({ allowedErrors: /Content Security Policy|net::ERR_|Failed to (?:fetch|load)/ });

  test('is closed to the page', async ({ muster }) => {
    const tried = await muster.page.evaluate(async (elsewhere) => {
      const outcome = (attempt: Promise<unknown>) =>
        attempt.then(
          () => 'reached',
          () => 'refused',
        );
      const socket = new Promise((resolve, reject) => {
        const connection = new WebSocket('wss://example.com');
        connection.onopen = resolve;
        connection.onerror = reject;
      });
      const image = new Promise((resolve, reject) => {
        const element = new Image();
        element.onload = resolve;
        element.onerror = reject;
        element.src = 'https://example.com/pixel.png';
      });
      return {
        fetch: await outcome(fetch('https://example.com')),
        local: await outcome(fetch('http://127.0.0.1:9')),
        socket: await outcome(socket),
        image: await outcome(image),
        script: await outcome(import(/* @vite-ignore */ elsewhere)),
        beacon: navigator.sendBeacon('https://example.com', 'x') ? 'queued' : 'refused',
      };
    }, 'https://example.com/x.js');
    expect({ ...tried, beacon: null }).toEqual({ fetch: 'refused', local: 'refused', socket: 'refused', image: 'refused', script: 'refused', beacon: null });
  });

  test('is closed beneath the page too, where no policy of a page reaches', async ({ muster }) => {
    const outcome = await muster.app.evaluate(async ({ net, session }) => {
      const direct = await session.defaultSession.resolveProxy('https://example.com');
      const reached = await net.fetch('https://example.com').then(
        () => 'reached',
        (error: unknown) => String(error),
      );
      return { direct, reached };
    });
    expect(outcome.direct).toBe('DIRECT');
    expect(outcome.reached).toContain('ERR_BLOCKED_BY_CLIENT');
  });
});

test.describe('going elsewhere', () => {
  test.use({ allowedErrors: /Content Security Policy|Not allowed to load|Failed to load/ });

  test('is denied: windows, links, scripts, frames and pages held in pages', async ({ muster }) => {
    const { app, page } = muster;
    const before = page.url();
    const opened = await page.evaluate(() => [
      window.open('https://example.com') === null,
      window.open('app://muster/') === null,
      window.open('about:blank') === null,
    ]);
    expect(opened).toEqual([true, true, true]);
    await page.evaluate(() => {
      for (const target of ['_self', '_blank', '_top']) {
        const link = document.createElement('a');
        link.href = 'https://example.com/';
        link.target = target;
        document.body.append(link);
        link.click();
        link.remove();
      }
      const form = document.createElement('form');
      form.action = 'https://example.com/';
      document.body.append(form);
      form.submit();
      form.remove();
      const frame = document.createElement('iframe');
      frame.src = 'https://example.com/';
      document.body.append(frame);
      document.body.append(document.createElement('webview'));
      window.location.href = 'https://example.com/';
      // What dropping a file on a page comes down to.
      window.location.href = 'file:///etc/passwd';
      window.location.href = 'javascript:document.title="x"';
    });
    // A round trip through the page: had it been left, this would be another page's answer.
    await expect.poll(() => page.evaluate(() => typeof window.muster)).toBe('object');
    expect(page.url()).toBe(before);
    const seen = await app.evaluate(({ BrowserWindow, webContents }) => ({
      windows: BrowserWindow.getAllWindows().length,
      contents: webContents.getAllWebContents().map((contents) => contents.getURL()),
    }));
    expect(seen).toEqual({ windows: 1, contents: [before] });
  });

  test('out of the app folder over app:// is refused in every spelling', async ({ muster }) => {
    const statuses = await muster.page.evaluate(async () => {
      const addresses = [
        'app://muster/../../etc/passwd',
        'app://muster/..%2f..%2f..%2fetc/passwd',
        'app://muster/%2e%2e/%2e%2e/package.json',
        'app://muster/..%5c..%5cpackage.json',
        'app://muster/assets/..%2F..%2Fmain%2Fmain.js',
        'app://muster/%2fetc/passwd',
        'app://muster//etc/passwd',
        'app://muster/assets/%00index.html',
        'app://muster/../main/main.js',
        'app://muster/assets',
      ];
      const entries = await Promise.all(
        addresses.map(async (address) => [address, await fetch(address).then((answer) => answer.status, () => 0)] as const),
      );
      return { good: (await fetch('app://muster/index.html')).status, refused: entries.filter(([, status]) => status !== 404 && status !== 0) };
    });
    expect(statuses).toEqual({ good: 200, refused: [] });
  });
});

test.describe('requests to the machine', () => {
  test('with malformed arguments come back as data and do nothing', async ({ muster }) => {
    const answers = await muster.page.evaluate(async () => {
      const ask = window.muster as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
      return [
        await ask['openFile']?.({ kind: 'anything' }),
        await ask['openFile']?.({ kind: 'roster', path: '/etc/passwd' }),
        await ask['openFile']?.(null),
        await ask['openFile']?.(),
        await ask['saveFile']?.({ suggestedName: '../x.csv', filters: [], bytes: new Uint8Array(1) }),
        await ask['saveFile']?.({ suggestedName: 'x.csv', filters: [], bytes: 'text' }),
        await ask['readDocument']?.({ sha256: '../../etc/passwd' }),
        await ask['storeDocument']?.({ bytes: [1, 2, 3] }),
        await ask['showInFolder']?.({ place: '/etc', name: 'passwd' }),
        await ask['binderStart']?.({ job: {}, folder: 'usual' }),
        await ask['setTitleBarColours']?.({ theme: 'blue' }),
      ];
    });
    const codes = answers.map((answer) => (answer as { ok: boolean; error?: { code: string } }).error?.code);
    expect(codes.filter((code) => code !== 'bad-arguments')).toEqual(['not-found']);
    expect(answers.every((answer) => !(answer as { ok: boolean }).ok)).toBe(true);
  });

  test('from any frame but the app page itself are refused', async ({ muster, folder }) => {
    const refused = await muster.app.evaluate(
      async ({ BrowserWindow }, { preload, profile }) => {
        // A stranger with our own preload: a window on another origin, as if some future mistake had made one.
        const stranger = new BrowserWindow({ show: false, webPreferences: { preload, contextIsolation: true, sandbox: true, partition: `stranger-${profile}` } });
        await stranger.loadURL('data:text/html,<title>stranger</title>');
        const answer: unknown = await stranger.webContents.executeJavaScript('window.muster.appInfo().then(() => "answered", (error) => String(error))');
        stranger.destroy();
        return answer;
      },
      { preload: `${process.cwd()}/out/preload/preload.cjs`, profile: folder.length },
    );
    expect(refused).toContain('this frame may not ask');
  });

  test('for a permission are denied unless the table grants them', async ({ muster }) => {
    const states = await muster.page.evaluate(async () => {
      const state = async (name: string) => (await navigator.permissions.query({ name: name as PermissionName })).state;
      return {
        geolocation: await state('geolocation'),
        notifications: await state('notifications'),
        camera: await state('camera'),
        clipboardRead: await state('clipboard-read'),
        clipboardWrite: await state('clipboard-write'),
        asked: await new Promise((resolve) => {
          navigator.geolocation.getCurrentPosition(
            () => {
              resolve('answered');
            },
            (error) => {
              resolve(error.code);
            },
          );
        }),
        notify: await Notification.requestPermission(),
        screen: await navigator.mediaDevices.getDisplayMedia().then(() => 'shown', () => 'refused'),
        microphone: await navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'heard', () => 'refused'),
        wasm: await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => 'runs', () => 'refused'),
      };
    });
    expect(states).toEqual({
      geolocation: 'denied',
      notifications: 'denied',
      camera: 'denied',
      clipboardRead: 'denied',
      clipboardWrite: 'granted',
      asked: 1,
      notify: 'denied',
      screen: 'refused',
      microphone: 'refused',
      wasm: 'refused',
    });
  });
});
