import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { verifyChain, type CarriedEntry } from '../../shared/audit/chain.ts';
import { openDemo } from './support/demo.ts';
import { expect, test } from './support/launch.ts';

const saveAs = (app: ElectronApplication, file: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, file);

/** Changes the words of one entry behind the program's back, as somebody with a tool for databases would. */
const alter = (page: Page, seq: number): Promise<void> =>
  page.evaluate(async (which) => {
    const [name] = (await indexedDB.databases()).flatMap(({ name: each }) => (each?.startsWith('muster-agency-') === true ? [each] : []));
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open(name ?? '');
      opening.onsuccess = () => {
        const transaction = opening.result.transaction('log', 'readwrite');
        const log = transaction.objectStore('log');
        const reading = log.get(which);
        reading.onsuccess = () => {
          const row = reading.result as { readonly body: object };
          log.put({ ...row, body: { ...row.body, what: 'Nothing happened' } });
        };
        transaction.oncomplete = () => {
          opening.result.close();
          resolve();
        };
        transaction.onabort = () => reject(new Error('aborted'));
      };
    });
  }, seq);

test('what was done stands in the log, is found, verified and taken along; an entry altered behind its back is named', async ({ muster: { app, page }, folder }) => {
  await openDemo(page);
  await saveAs(app, path.join(folder, 'matrix.csv'));
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('heading', { level: 1, name: 'Matrix' })).toBeVisible();
  await expect(page.getByRole('grid')).toBeVisible();
  await page.keyboard.press('Control+e');
  await page.getByRole('menuitem', { name: 'CSV', exact: true }).click();
  await expect(page.getByText('Saved matrix.csv')).toBeVisible();

  await page.keyboard.press('Alt+3');
  await page.getByRole('button', { name: 'Add a person' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Given name').fill('Odile');
  await dialog.getByLabel('Family name').fill('Fabre');
  await dialog.getByLabel('Hired, or planned for').fill('today');
  await dialog.getByRole('button', { name: 'Add person' }).click();
  await expect(page.getByRole('heading', { name: 'Odile Fabre' })).toBeVisible();

  await page.keyboard.press('Alt+l');
  const log = page.getByRole('grid', { name: 'Log' });
  await expect(log.getByRole('row').nth(1)).toContainText('Added Odile Fabre');
  await page.getByRole('textbox', { name: 'Filter the log' }).fill('matrix');
  await expect(log.getByRole('row')).toHaveCount(2);
  await expect(log.getByRole('row').nth(1)).toContainText(/Export.*Exported the matrix as of .*: matrix\.csv/);
  await page.keyboard.press('Escape');

  await log.getByRole('gridcell', { name: 'Added Odile Fabre' }).click();
  const entry = page.getByRole('complementary', { name: /^Entry \d+$/ });
  await expect(entry.getByRole('heading', { level: 2 })).toHaveText('Added Odile Fabre');
  await expect(entry.getByRole('link', { name: 'Odile Fabre' })).toHaveAttribute('href', /^#\/people\//);
  await page.keyboard.press('Escape');
  await expect(entry).toBeHidden();

  await page.keyboard.press('v');
  const verification = page.getByRole('complementary', { name: 'Verification of the log' });
  await expect(verification.getByRole('heading', { name: 'The log is whole' })).toBeVisible();
  await expect(verification).toContainText('the last one this computer saw written');
  await expect(log.getByRole('row').nth(1)).toContainText(/Verified the log: \d+ entries, whole/);

  await saveAs(app, path.join(folder, 'log.json'));
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /as JSON/ }).click();
  await expect(page.getByText('Saved log.json')).toBeVisible();
  const saved = JSON.parse(await readFile(path.join(folder, 'log.json'), 'utf8')) as { readonly entries: readonly CarriedEntry[] };
  expect(verifyChain(saved.entries)).toMatchObject({ ok: true });

  await alter(page, 1);
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
  await page.getByRole('button', { name: 'Verify log' }).click();
  await expect(verification.getByRole('heading', { name: 'The log is not as it was written' })).toBeVisible();
  await expect(verification).toContainText('Entry 1 is the first that does not hold: its content is not what was written');
  await verification.getByRole('button', { name: 'Show entry 1' }).click();
  await expect(page.getByRole('complementary', { name: 'Entry 1' })).toContainText('Nothing happened');
});
