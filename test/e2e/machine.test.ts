import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, launchMuster, test } from './support/launch.ts';

/** Answers the system's dialogs as a person would; the app itself has no switch for it. */
async function chooseFile(app: ElectronApplication, file: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' });
  }, file);
}

test('a chosen file is read, a closed dialog is null, a missing file is a failure', async ({ muster, folder }) => {
  const file = path.join(folder, 'Dienstplan é.csv');
  await writeFile(file, 'name\nAda\n');
  const open = () =>
    muster.page.evaluate(async () => {
      const answer = await window.muster.openFile({ kind: 'roster' });
      if (!answer.ok) return answer.error.code;
      return answer.value === null ? null : { name: answer.value.name, text: new TextDecoder().decode(answer.value.bytes) };
    });
  await chooseFile(muster.app, file);
  expect(await open()).toEqual({ name: 'Dienstplan é.csv', text: 'name\nAda\n' });
  await chooseFile(muster.app, null);
  expect(await open()).toBeNull();
  await chooseFile(muster.app, path.join(folder, 'gone.csv'));
  expect(await open()).toBe('cannot-read');
});

test('a saved file is whole, replaces the one before, and leaves nothing beside it', async ({ muster, folder }) => {
  const out = path.join(folder, 'out');
  await mkdir(out);
  await writeFile(path.join(out, 'list.csv'), 'old');
  await chooseFile(muster.app, path.join(out, 'list.csv'));
  const saved = await muster.page.evaluate(() =>
    window.muster.saveFile({ suggestedName: 'list.csv', filters: [{ name: 'CSV', extensions: ['csv'] }], bytes: new TextEncoder().encode('new') }),
  );
  expect(saved).toMatchObject({ ok: true, value: { name: 'list.csv' } });
  expect(await readFile(path.join(out, 'list.csv'), 'utf8')).toBe('new');
  expect(await readdir(out)).toEqual(['list.csv']);

  await chooseFile(muster.app, path.join(folder, 'no such folder', 'list.csv'));
  const refused = await muster.page.evaluate(() => window.muster.saveFile({ suggestedName: 'list.csv', filters: [], bytes: new Uint8Array(1) }));
  expect(refused).toEqual({ ok: false, error: { code: 'cannot-write', detail: 'ENOENT' } });
});

test('a document comes back as it was stored, survives a restart, and damage is noticed', async ({ folder }) => {
  const profile = path.join(folder, 'profile');
  const bytes = Buffer.from('a scanned certificate');
  const sha256 = createHash('sha256').update(bytes).digest('hex');

  const first = await launchMuster(profile);
  const stored = await first.page.evaluate((list) => window.muster.storeDocument({ agencyId: 'a1', vault: 'personnel', bytes: new Uint8Array(list) }), [...bytes]);
  expect(stored).toEqual({ ok: true, value: { sha256, bytes: bytes.length } });
  await first.close();

  const second = await launchMuster(profile);
  const read = () =>
    second.page.evaluate(async (digest) => {
      const answer = await window.muster.readDocument({ agencyId: 'a1', vault: 'personnel', sha256: digest });
      return answer.ok ? new TextDecoder().decode(answer.value.bytes) : answer.error.code;
    }, sha256);
  expect(await read()).toBe('a scanned certificate');
  await writeFile(path.join(profile, 'agencies', 'a1', 'documents', 'plain', sha256.slice(0, 2), sha256), 'a scanned certificatE');
  expect(await read()).toBe('damaged');
  const none = await second.page.evaluate(() => window.muster.readDocument({ agencyId: 'a1', vault: 'personnel', sha256: '0'.repeat(64) }));
  expect(none).toEqual({ ok: false, error: { code: 'not-found' } });
  await second.close();
});

test('a profile written by a newer Chromium is refused and not touched', async ({ folder }) => {
  const profile = path.join(folder, 'profile');
  await mkdir(profile);
  await writeFile(path.join(profile, 'runtime.json'), '{"chromiumMajor":9999}');
  const { _electron } = await import('@playwright/test');
  const app = await _electron.launch({
    args: [process.cwd()],
    chromiumSandbox: process.getuid?.() !== 0,
    env: { ...(process.env as Record<string, string>), MUSTER_PROFILE: profile },
  });
  await expect.poll(() => app.evaluate(({ app: running }) => running.getPath('userData'))).not.toBe(profile);
  expect(await app.evaluate(({ BrowserWindow, webContents }) => BrowserWindow.getAllWindows().length + webContents.getAllWebContents().length)).toBe(0);
  expect(await readdir(profile)).toEqual(['runtime.json']);
  expect(await readFile(path.join(profile, 'runtime.json'), 'utf8')).toBe('{"chromiumMajor":9999}');
  app.process().kill('SIGKILL');
});

test('the window has its least size, its title and the colours it is told; the page goes on following the system', async ({ muster }) => {
  const told = await muster.page.evaluate(() => window.muster.setTitleBarColours({ theme: 'dark' }));
  expect(told).toEqual({ ok: true, value: {} });
  const shown = await muster.app.evaluate(({ BrowserWindow, nativeTheme }) => {
    const only = BrowserWindow.getAllWindows()[0];
    return { least: only?.getMinimumSize(), title: only?.getTitle(), background: only?.getBackgroundColor(), theme: nativeTheme.themeSource, visible: only?.isVisible() };
  });
  expect(shown).toEqual({ least: [1100, 700], title: 'Muster', background: '#1A1D21', theme: 'system', visible: true });
});

test('the app says what it is', async ({ muster }) => {
  const info = await muster.page.evaluate(() => window.muster.appInfo());
  expect(info).toMatchObject({ ok: true, value: { packaged: false, version: '0.1.0' } });
  expect(info.ok && info.value.electron).toMatch(/^\d+\.\d+\.\d+/);
});
