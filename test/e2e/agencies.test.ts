import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, launchMuster, test } from './support/launch.ts';
import { readAgencyFile } from '../../shared/agency-file/read.ts';
import { createAgency, protectNew, unlock } from './support/protect.ts';

/** Answers the system's dialogs as a person would. */
async function chooseFile(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, file);
}

const settings = async (page: Page, section: string): Promise<void> => {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/settings/${section}`);
};

const openDemo = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Open demo' }).click();
  await expect(page.getByRole('link', { name: 'Settings' })).toBeVisible();
};

test('an agency is created, changed with a reason, and is there again after a restart', async ({ folder }) => {
  const profile = path.join(folder, 'profile');
  const first = await launchMuster(profile);
  await createAgency(first.page, 'Bayou Work First');
  await settings(first.page, 'requirements');
  await first.page.getByRole('button', { name: 'Change Criminal background check' }).click();
  await first.page.getByLabel('Oldest accepted (days)').fill('60');
  await first.page.getByRole('button', { name: 'Save change' }).click();
  await expect(first.page.getByText('Write why the agency departs from the pack.')).toBeVisible();
  await first.page.getByRole('textbox', { name: 'Reason' }).fill('Insurer asks for 60 days');
  await first.page.getByRole('button', { name: 'Save change' }).click();
  await expect(first.page.getByText('Before hire, at most 60 days old.')).toBeVisible();
  await first.close();

  const second = await launchMuster(profile);
  await expect(second.page.getByRole('heading', { name: 'Bayou Work First' })).toBeVisible();
  await unlock(second.page);
  await settings(second.page, 'requirements');
  await expect(second.page.getByText('Oldest accepted (days): 90 to 60')).toBeVisible();
  await expect(second.page.getByText('Insurer asks for 60 days')).toBeVisible();
  await second.close();
  expect([...first.errors, ...second.errors]).toEqual([]);
});

test('the demo goes out as a file and comes back as another agency, the same in every record and document', async ({ muster, folder }) => {
  const { app, page } = muster;
  await openDemo(page);
  await settings(page, 'data');
  const one = path.join(folder, 'one.muster');
  await chooseFile(app, one);
  await page.getByRole('button', { name: 'Export agency file' }).click();
  await expect(page.getByText('Exported one.muster.')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Switch agency' }).click();
  await page.getByRole('button', { name: 'Open file' }).click();
  await protectNew(page);
  await settings(page, 'data');
  const two = path.join(folder, 'two.muster');
  await chooseFile(app, two);
  await page.getByRole('button', { name: 'Export agency file' }).click();
  await expect(page.getByText('Exported two.muster.')).toBeVisible({ timeout: 30_000 });
  const [first, second] = [readAgencyFile(await readFile(one), 'one'), readAgencyFile(await readFile(two), 'two')];
  if (!first.ok || !second.ok) throw new Error('an export that cannot be read');
  // Only the log has grown: who protected it, who unlocked it, what was exported.
  expect({ ...second.value.file, audit: [] }).toEqual({ ...first.value.file, audit: [] });
  const before = first.value.file.audit ?? [];
  expect(second.value.file.audit?.slice(0, before.length)).toEqual(before);
  expect(second.value.file.audit?.[before.length]).toMatchObject({ kind: 'users', by: 'Ana Ruiz' });
  expect(second.value.documents).toEqual(first.value.documents);
});

test('a damaged record leads to the recovery screen, and what can be read is saved', async ({ muster, folder }) => {
  const { app, page } = muster;
  await openDemo(page);
  await page.evaluate(async () => {
    const name = (await indexedDB.databases()).map((each) => each.name ?? '').find((each) => each.startsWith('muster-agency-')) ?? '';
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => {
        resolve(request.result);
      };
    });
    await new Promise<void>((resolve) => {
      const transaction = db.transaction('evidence', 'readwrite');
      const store = transaction.objectStore('evidence');
      const all = store.getAll() as IDBRequest<{ body: object }[]>;
      all.onsuccess = () => {
        store.put({ ...all.result[0], body: { ...all.result[0]?.body, performedOn: '2026-02-30' } });
      };
      transaction.oncomplete = () => {
        resolve();
      };
    });
    db.close();
  });
  await page.reload();
  await expect(page.getByRole('heading', { name: 'This agency cannot be read whole' })).toBeVisible();
  await expect(page.getByText('2026-02-30')).toBeVisible();
  const file = path.join(folder, 'saved.json');
  await chooseFile(app, file);
  await page.getByRole('button', { name: 'Save readable records' }).click();
  await expect(page.getByText('1 record could not be read')).toBeVisible();
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ format: 'muster-agency' });
});

test('a database of a newer Muster is refused and left as it is', async ({ muster }) => {
  const { page } = muster;
  await page.evaluate(async () => {
    await new Promise<void>((resolve) => {
      const request = indexedDB.open('muster-agency-newer', 990);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
  });
  await page.reload();
  await expect(page.getByRole('heading', { name: 'A newer Muster wrote this agency' })).toBeVisible();
  await page.getByRole('button', { name: 'Choose agency' }).click();
  await expect(page.getByRole('button', { name: 'Create agency' })).toBeVisible();
  expect(await page.evaluate(async () => (await indexedDB.databases()).find((each) => each.name === 'muster-agency-newer')?.version)).toBe(990);
});

test('nothing serious is found by axe on the first screen and in any section of the settings', async ({ muster }) => {
  const { page } = muster;
  const serious = async (): Promise<readonly string[]> => {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  };
  await expect(page.getByRole('button', { name: 'Open demo' })).toBeVisible();
  expect(await serious()).toEqual([]);
  await openDemo(page);
  for (const section of ['agency', 'packs', 'requirements', 'own', 'teams', 'appearance', 'data']) {
    await settings(page, section);
    await expect(page.getByRole('navigation', { name: 'Settings' })).toBeVisible();
    expect(await serious(), section).toEqual([]);
  }
});
