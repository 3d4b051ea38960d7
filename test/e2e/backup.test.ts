import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { goTo } from './support/demo.ts';
import { expect, launchMuster, test, type Muster } from './support/launch.ts';
import { firstUser, protectNew } from './support/protect.ts';

/** Answers the system's dialogs: folders and files to open, and the place to save at. */
const answerDialogs = (muster: Muster, chosen: string): Promise<void> =>
  muster.app.evaluate(({ dialog }, place) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [place] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: place });
  }, chosen);

async function createAgency(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Create agency' }).click();
  await page.getByLabel('Name of the agency').fill('Pelican Sample Agency');
  await page.getByRole('button', { name: 'Next: protect it' }).click();
}

async function unlockBackup(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(firstUser.passphrase);
  await page.getByRole('button', { name: 'Open backup' }).click();
}

test('backs up, restores what was changed since, and hands over to another computer and back', async ({ muster, folder }) => {
  test.setTimeout(120_000);
  const { page } = muster;
  const drive = path.join(folder, 'drive');
  await mkdir(drive);
  await createAgency(page);
  await protectNew(page);

  await goTo(page, '/today');
  const finding = page.getByRole('region', { name: 'Backup' });
  await expect(finding).toContainText('Nothing is backed up');
  await finding.getByRole('button', { name: 'Set up backups' }).click();
  await answerDialogs(muster, drive);
  await page.getByRole('button', { name: 'Choose folder' }).click();
  const backups = path.join(drive, 'Pelican Sample Agency backups');
  const listed = page.getByRole('button', { name: /^Restore the backup made/ });
  await expect(listed).toHaveCount(1);
  await expect(page.getByText('Good: read back and compared')).toHaveCount(1);
  await goTo(page, '/today');
  await expect(finding).toHaveCount(0);
  const [name = ''] = (await readdir(backups)).filter((each) => each.endsWith('.muster'));
  expect((await readFile(path.join(backups, name))).includes('Pelican')).toBe(false);

  // A change since, then back to before it.
  await goTo(page, '/settings/agency');
  await page.getByLabel('Name', { exact: false }).first().fill('Pelican Renamed Agency');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByText('Pelican Renamed Agency').first()).toBeVisible();
  await goTo(page, '/settings/backup');
  await listed.first().click();
  await unlockBackup(page);
  await expect(page.getByText('Settings of the agency')).toBeVisible();
  await expect(page.getByText(/Its log lacks the last .*entr/)).toBeVisible();
  await page.getByLabel('Why is it restored?').fill('the name was changed by mistake');
  await page.getByRole('button', { name: 'Restore backup' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('Pelican Sample Agency').first()).toBeVisible();

  // Handing over turns this copy read-only.
  const file = path.join(folder, 'handed.muster');
  await answerDialogs(muster, file);
  await goTo(page, '/settings/backup');
  await page.getByRole('button', { name: 'Hand over', exact: true }).click();
  await page.getByLabel('To whom, or to which computer').fill('the office in Houma');
  await page.getByRole('button', { name: 'Write the file and hand over' }).click();
  await expect(page.getByText('Handed over to the office in Houma').first()).toBeVisible();

  // On the other computer it is recorded in.
  const other = await launchMuster(path.join(folder, 'other'));
  await answerDialogs(other, file);
  await other.page.getByRole('button', { name: 'Choose file' }).click();
  await expect(other.page.getByText('Take over an agency')).toBeVisible();
  await unlockBackup(other.page);
  await other.page.getByRole('button', { name: 'Take over agency' }).click();
  await expect(other.page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
  await expect(other.page.getByText('This copy is only looked at')).toHaveCount(0);
  expect(other.errors).toEqual([]);
  await other.close();

  // A file with one flipped bit is refused and named.
  const bytes = await readFile(file);
  bytes[bytes.length - 30] = (bytes[bytes.length - 30] ?? 0) ^ 1;
  const flipped = path.join(folder, 'flipped.muster');
  await writeFile(flipped, bytes);
  await answerDialogs(muster, flipped);
  await page.getByRole('button', { name: 'Restore from a file' }).click();
  await unlockBackup(page);
  await expect(page.getByRole('alert')).toContainText('This file is damaged and was not used: chunk 1 of medical notes');
});
