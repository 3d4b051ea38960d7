import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test';
import type { MusterBridge } from '../../../shared/ipc/bridge.ts';

declare global {
  var muster: MusterBridge;
}

const projectFolder = path.resolve(import.meta.dirname, '..', '..', '..');

/** A running app with its first window. `errors` grows with every error the page writes to its console or throws. */
export type Muster = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly errors: readonly string[];
  readonly close: () => Promise<void>;
};

/** Starts the built app on a profile folder. The sandbox is on except as root, where Chromium refuses it. */
export async function launchMuster(profile: string, env: Readonly<Record<string, string>> = {}): Promise<Muster> {
  const app = await _electron.launch({
    // No executablePath: Playwright then finds the one ELECTRON_OVERRIDE_DIST_PATH names and holds the app back until it listens.
    args: [projectFolder],
    chromiumSandbox: process.getuid?.() !== 0,
    env: { ...definedEnv(), ...env, MUSTER_PROFILE: profile },
  });
  const errors: string[] = [];
  app.on('window', (page) => {
    listen(page, errors);
  });
  for (const page of app.windows()) listen(page, errors);
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  return { app, page, errors, close: () => close(app) };
}

const heard = new WeakSet<Page>();

function listen(page: Page, errors: string[]): void {
  if (heard.has(page)) return;
  heard.add(page);
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
}

/** Quits as a person would; a process that does not follow within five seconds is ended and fails the test. */
async function close(app: ElectronApplication): Promise<void> {
  const child = app.process();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, 5_000);
  await app.close();
  clearTimeout(timer);
  expect(late, 'the app did not quit within five seconds').toBe(false);
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

type Fixtures = {
  /** A fresh folder, gone after the test. */
  readonly folder: string;
  /** The app on a fresh profile. Errors on the page fail the test unless `allowedErrors` names them. */
  readonly muster: Muster;
  /** Console errors a test provokes on purpose. */
  readonly allowedErrors: RegExp;
  /** Whether `muster` starts on a profile whose demo agency was opened before: to make it takes longer than most tests. */
  readonly onDemo: boolean;
};
type WorkerFixtures = {
  /** A profile that was closed with the demo agency open. Never started from, only copied. */
  readonly demoProfile: string;
};

export const test = base.extend<Fixtures, WorkerFixtures>({
  onDemo: [false, { option: true }],
  demoProfile: [async ({ browserName: _ }, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'muster-demo-'));
    const profile = path.join(folder, 'profile');
    const muster = await launchMuster(profile);
    await muster.page.getByRole('button', { name: 'Open demo' }).click();
    await expect(muster.page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
    await muster.close();
    await use(profile);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }, { scope: 'worker' }],
  allowedErrors: [/(?!)/, { option: true }],
  folder: async ({ allowedErrors: _ }, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'muster-test-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  muster: async ({ folder, allowedErrors, onDemo, demoProfile }, use) => {
    const profile = path.join(folder, 'profile');
    if (onDemo) await cp(demoProfile, profile, { recursive: true });
    const muster = await launchMuster(profile);
    if (onDemo) await expect(muster.page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
    await use(muster);
    await muster.close();
    const unexpected = muster.errors.filter((text) => !allowedErrors.test(text));
    expect(unexpected, 'errors on the page').toEqual([]);
  },
});

export { expect };
