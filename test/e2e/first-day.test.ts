import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './support/launch.ts';
import { createAgency } from './support/protect.ts';

/** Answers the open dialog as a person would. */
async function chooseFile(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
}

// A spreadsheet as an office keeps it: semicolons, a byte-order mark, US dates, an accent, and one date that does not exist.
const roster = `\uFEFFLast Name;First Name;DOB;Position;Date of Hire;Direct care
Muñoz;José;03/25/1985;Employment Specialist;03/02/2026;Yes
Ample;Ada;12/30/1990;IPS Supervisor;02/20/2026;yes
Wrong;Walter;01/15/1980;Employment Specialist;02/30/2026;yes
`;

test('a new user: create the agency, import the own spreadsheet, fix a finding, export the binder', async ({ muster: { app, page }, folder }) => {
  const sheet = path.join(folder, 'roster.csv');
  await writeFile(sheet, roster);
  await createAgency(page, 'Bayou Work First');

  await page.getByRole('link', { name: 'Import' }).click();
  await chooseFile(app, sheet);
  await page.getByRole('region', { name: 'Roster' }).getByRole('button', { name: 'Choose a file' }).click();
  await expect(page.getByText('3 rows · 6 of 6 columns recognised')).toBeVisible();
  await page.getByRole('button', { name: /^Match the columns/ }).click();
  await page.getByRole('button', { name: /^Check the rows/ }).click();

  // The impossible date is named with its row, column and value, and nothing is imported while it stands.
  const problem = page.getByRole('grid', { name: 'Rows to look at' }).getByRole('row').filter({ hasText: '02/30/2026' });
  await expect(problem).toContainText('4');
  await expect(problem).toContainText('Date of Hire');
  await page.getByRole('button', { name: 'Leave this row out' }).click();
  await page.getByRole('button', { name: /^Import 2 people/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Imported 2 people' })).toBeVisible();

  await page.getByRole('button', { name: 'Open the matrix' }).click();
  await expect(page.getByRole('grid').getByText('Muñoz, José')).toBeVisible();
  await expect(page.getByText('Wrong')).toHaveCount(0);

  // Fix a finding: the crisis training that is overdue is recorded and the verdict changes.
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByRole('gridcell', { name: 'Muñoz, José', exact: true }).click();
  const crisis = page.getByRole('grid', { name: 'Requirements' }).getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Crisis intervention training' }) });
  await expect(crisis).toContainText('Overdue');
  await crisis.click();
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^(Performed|Done|Trained|Completed) on/).fill('2/27/26');
  await dialog.getByRole('button', { name: 'Record evidence' }).click();
  await expect(dialog).toBeHidden();
  await expect(crisis).toContainText('Met');

  const out = path.join(folder, 'out');
  await mkdir(out);
  await chooseFile(app, out);
  await page.getByRole('link', { name: 'Binders' }).click();
  await page.getByRole('checkbox', { name: /Muñoz, José/ }).check();
  await page.getByLabel('Choose when it starts').check();
  await page.getByRole('button', { name: /Make 1 binder/ }).click();
  await expect(page.getByRole('heading', { name: /1 file, \d+ pages/ })).toBeVisible({ timeout: 60_000 });
  expect((await readdir(out)).sort()).toEqual(['html', 'manifest.json', 'pdf'].map((ending): unknown => expect.stringMatching(new RegExp(`^Muñoz, José .*\\.${ending}$`))));
});

test('an import that was a mistake is undone, with a reason', async ({ muster: { app, page }, folder }) => {
  const sheet = path.join(folder, 'roster.csv');
  await writeFile(sheet, roster.split('\n').slice(0, 3).join('\n'));
  await createAgency(page, 'Bayou Work First');
  await page.getByRole('link', { name: 'Import' }).click();
  await chooseFile(app, sheet);
  await page.getByRole('region', { name: 'Roster' }).getByRole('button', { name: 'Choose a file' }).click();
  await expect(page.getByText(/2 rows/)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: /^Import 2 people/ })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Undo this import' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('wrong file');
  await page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The import was undone' })).toBeVisible();
  await page.getByRole('link', { name: 'People' }).click();
  await expect(page.getByText('Muñoz, José')).toHaveCount(0);
});
