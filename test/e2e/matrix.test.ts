import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { goTo } from './support/demo.ts';
import { expect, test } from './support/launch.ts';

test.use({ onDemo: true });

test.beforeEach(async ({ muster }) => {
  await goTo(muster.page, '/matrix');
  await expect(muster.page.getByRole('grid')).toBeVisible();
});

test('arrows move, Enter explains, the explanation goes with the cell, Esc comes back', async ({ muster: { page } }) => {
  const panel = page.getByRole('complementary', { name: 'Explanation' });
  const stale = page.getByRole('gridcell', { name: /^Stale\. Criminal background check/ });
  await stale.focus();
  await stale.press('ArrowRight');
  await expect(page.locator(':focus')).toHaveAttribute('aria-colindex', '3');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('Criminal background check');
  await expect(panel).toContainText('On time?');
  await expect(panel).toContainText('Valid today?');
  await expect(panel).toContainText('Over the limit by');
  await expect(panel).toContainText('Manual 2.3');
  await page.keyboard.press('ArrowRight');
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('Sex-offender registry check');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { level: 2 })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(stale).toBeFocused();
  await page.keyboard.press('Control+End');
  await expect(page.locator(':focus')).toHaveAttribute('role', 'gridcell');
  await page.keyboard.press('Control+Home');
  await expect(page.locator(':focus')).toHaveAttribute('role', 'rowheader');
});

test('P opens the person', async ({ muster: { page } }) => {
  await page.getByRole('gridcell', { name: /Tomás Ibáñez/ }).first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('p');
  await expect(page.getByRole('heading', { name: /Tomás .*Ibáñez/ }).first()).toBeVisible();
});

test('what is missing can be recorded from its explanation', async ({ muster: { page } }) => {
  await page.getByRole('gridcell', { name: /^Due soon\. CPR and First Aid/ }).first().press('Enter');
  await page.getByRole('complementary', { name: 'Explanation' }).getByRole('button', { name: /^Record/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Issued on')).toBeVisible();
  // Wherever the focus is, the Escape that closes a dialog does nothing else: the screen behind would go back.
  await expect(dialog.locator(':focus')).toBeVisible();
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/la\.cpr$/);
});

test('the legend filters, findings filter, Esc clears, the footer counts', async ({ muster: { page } }) => {
  const lines = page.getByRole('rowheader');
  const all = await lines.count();
  const footer = page.getByRole('contentinfo');
  await expect(footer).toContainText(/^\d+ people · \d+ standings · \d+ compliant \(\d+\.\d %\)/);
  await page.getByRole('button', { name: /^Fail \d/ }).click();
  await expect(lines).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(lines).toHaveCount(all);
  await page.keyboard.press('Control+Shift+F');
  await expect.poll(() => lines.count()).toBeLessThan(all);
  await page.keyboard.press('Control+Shift+F');
  await page.keyboard.press('/');
  await page.keyboard.type('ibanez');
  await expect(lines).toHaveCount(1);
  await page.keyboard.type('zzz');
  await expect(page.getByText('No row matches. Clear filters (Esc).')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(lines).toHaveCount(all);
});

test('the as-of day decides who is shown and what is known, and nothing can be recorded then', async ({ muster: { page } }) => {
  await page.getByRole('button', { name: /^As of/ }).click();
  await expect(page.getByRole('textbox', { name: 'Judge everybody as of this day' })).toBeFocused();
  await page.keyboard.type('01022024');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Looking at 2 Jan 2024 as known now/)).toBeVisible();
  await page.getByRole('gridcell', { name: /^(Late|Stale|Gap|Met)\./ }).first().click();
  const panel = page.getByRole('complementary', { name: 'Explanation' });
  await expect(panel).toContainText('Valid that day?');
  await expect(panel.getByRole('button', { name: /^Record evidence/ })).toBeDisabled();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^Looking at/)).toBeHidden();
});

test('leaves as XLSX, CSV and tab-separated text', async ({ muster: { app, page }, folder }) => {
  const target = (name: string): string => path.join(folder, name);
  const answer = (file: string): Promise<void> =>
    app.evaluate(({ dialog }, chosen) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    }, file);
  for (const [item, name] of [['Excel workbook (XLSX)', 'matrix.xlsx'], ['CSV', 'matrix.csv']] as const) {
    await answer(target(name));
    await page.keyboard.press('Control+e');
    await page.getByRole('menuitem', { name: item }).click();
    await expect(page.getByText(`Saved ${name}`)).toBeVisible();
    expect((await stat(target(name))).size).toBeGreaterThan(500);
  }
  const csv = await readFile(target('matrix.csv'), 'utf8');
  expect(csv).toMatch(/^\uFEFFPerson,Role,Team,LA-BGC Criminal background check,/);
  expect(csv).toContain('"Ibáñez, Tomás"');
  await page.keyboard.press('Control+e');
  await page.getByRole('menuitem', { name: 'Copy as tab-separated text' }).click();
  await expect(page.getByText(/rows copied/)).toBeVisible();
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/^Person\tRole\tTeam\tLA-BGC/);
});

test('a menu keeps its Escape: the filter chosen in it stays', async ({ muster: { page } }) => {
  const heads = page.getByRole('columnheader', { name: /^HCPR/ });
  await page.getByRole('button', { name: /^Pack/ }).click();
  await page.getByRole('menuitemcheckbox', { name: /^Louisiana Medicaid/ }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(heads).toHaveCount(0);
  await page.getByRole('rowheader').first().focus();
  await page.keyboard.press('Escape');
  await expect(heads).toHaveCount(1);
});

test('columns can be hidden, rows loosened, and the find field leads to a column', async ({ muster: { page } }) => {
  const heads = page.getByRole('columnheader', { name: /^TB/ });
  await page.getByRole('button', { name: /^Columns/ }).click();
  await page.getByRole('menuitemcheckbox', { name: /LA-TB$/ }).click();
  await page.keyboard.press('Escape');
  await expect(heads).toHaveCount(0);
  const line = page.getByRole('row').nth(4);
  const before = await line.evaluate((element) => element.clientHeight);
  await page.keyboard.press('Control+Shift+D');
  await expect.poll(() => line.evaluate((element) => element.clientHeight)).toBe(before + 4);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByLabel('Find')).toBeFocused();
  await page.keyboard.type('defensive');
  await page.keyboard.press('Enter');
  await expect(page.locator(':focus')).toHaveAttribute('role', 'gridcell');
  await expect(page.locator(':focus')).toBeInViewport();
});
