import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from './support/launch.ts';

test.use({ onDemo: true });

async function onToday(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Today', exact: true, level: 1 })).toBeVisible();
}

async function openPerson(page: Page, listed: string): Promise<void> {
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByRole('gridcell', { name: listed, exact: true }).click();
  await expect(page.getByRole('grid', { name: 'Requirements' })).toBeVisible();
}

const requirement = (page: Page, title: string) =>
  page.getByRole('grid', { name: 'Requirements' }).getByRole('row').filter({ has: page.getByRole('rowheader', { name: title, exact: true }) });

async function recordCpr(page: Page): Promise<void> {
  await requirement(page, 'CPR and First Aid').click();
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Issued on').fill('today');
  // The preview comes while one types. Leaving the date for what one is about to click moves neither that nor the buttons below.
  await expect(dialog.getByLabel('What this would change')).toContainText('becomes');
  const cpr = dialog.getByLabel('CPR', { exact: true });
  const places = () => Promise.all([cpr.boundingBox(), dialog.getByRole('button', { name: 'Record evidence' }).boundingBox()]);
  const before = await places();
  await page.keyboard.press('Tab');
  expect(await places()).toEqual(before);
  await cpr.check();
  await dialog.getByLabel('First Aid', { exact: true }).check();
  await dialog.getByLabel('Issued by').fill('American Heart Association');
  await expect(dialog.getByLabel('What this would change')).toContainText('Met');
  await dialog.getByRole('button', { name: 'Record evidence' }).click();
  await expect(dialog).toBeHidden();
}

test('a missing item is recorded, corrected and retracted; nothing is ever overwritten', async ({ muster: { page } }) => {
  await onToday(page);
  const owed = page.getByRole('grid', { name: 'Things to do' }).getByRole('row').filter({ hasText: 'Imani Okafor' }).filter({ hasText: 'Due soon' });
  await expect(owed).toContainText('CPR');

  await openPerson(page, 'Okafor, Imani');
  const cpr = requirement(page, 'CPR and First Aid');
  await expect(cpr).toContainText('Due soon');
  await recordCpr(page);
  await expect(cpr).toContainText('Met');
  await page.getByRole('link', { name: /^Today/ }).click();
  await expect(page.getByRole('heading', { name: 'Today', exact: true, level: 1 })).toBeVisible();
  await expect(owed).toHaveCount(0);

  await openPerson(page, 'Okafor, Imani');
  await page.keyboard.press('e');
  const items = page.getByRole('listitem').filter({ hasText: 'CPR and First Aid card' });
  await items.first().getByRole('button', { name: 'Correct this item' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Issued by').fill('American Red Cross');
  await expect(dialog.getByLabel('What this would change')).toContainText('Review');
  await dialog.getByRole('button', { name: 'Record correction' }).click();
  await expect(dialog).toBeHidden();
  await expect(items.filter({ hasText: 'the correction counts instead' })).toHaveCount(1);

  await items.filter({ hasText: 'American Red Cross' }).getByRole('button', { name: 'Retract' }).click();
  await dialog.getByRole('button', { name: 'Retract evidence' }).click();
  await expect(dialog).toContainText('Write the reason first');
  await dialog.getByRole('textbox').fill('read from the wrong card');
  await dialog.getByRole('button', { name: 'Retract evidence' }).click();
  await expect(dialog).toBeHidden();
  await expect(items.filter({ hasText: 'read from the wrong card' })).toHaveCount(1);
  await page.getByRole('tab', { name: /Requirements/ }).click();
  await expect(cpr).toContainText('Met');

  await page.getByRole('tab', { name: /History/ }).click();
  await expect(page.getByRole('row').filter({ hasText: 'CPR and First Aid card' })).toHaveCount(3);
});

test('on another day nothing can be recorded, and Escape leads back', async ({ muster: { page } }) => {
  await onToday(page);
  await openPerson(page, 'Okafor, Imani');
  await page.getByRole('group', { name: 'The day looked at' }).getByRole('button').first().click();
  const field = page.getByRole('dialog').getByRole('textbox').first();
  await field.fill('1/5/24');
  await field.press('Enter');
  await expect(page.getByText(/Looking at 5 Jan 2024/)).toBeVisible();
  await page.keyboard.press('r');
  await page.keyboard.press('a');
  await expect(page.getByRole('dialog', { name: /Record|Add/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Add evidence/ })).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Escape');
  await expect(page.getByText(/Looking at/)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Add evidence/ })).not.toHaveAttribute('aria-disabled', 'true');
});

test('the keyboard alone finds a person, reads a verdict and records what is missing', async ({ muster: { page } }) => {
  await onToday(page);
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('grid', { name: 'People' })).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('Okafor');
  await expect(page.getByRole('grid', { name: 'People' }).getByRole('row')).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('gridcell', { name: 'Okafor, Imani', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  const selected = page.getByRole('grid', { name: 'Requirements' }).locator('tr[aria-selected="true"]');
  await expect(selected).toBeFocused();
  await page.keyboard.press('Home');
  await expect(selected).toContainText('Criminal background check');
  for (let step = 0; step < 30 && !((await selected.textContent()) ?? '').includes('CPR and First Aid'); step += 1) await page.keyboard.press('ArrowDown');
  await expect(selected).toContainText('Due soon');
  await expect(page.getByRole('complementary', { name: 'Explanation' }).getByRole('heading', { name: 'CPR and First Aid' })).toBeVisible();
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Issued on')).toBeFocused();
  await page.keyboard.type('today');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.type('AHA');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(selected).toContainText('Met');
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { name: 'Imani Okafor' })).toHaveCount(0);
  await page.keyboard.press('k');
  await expect(page.getByRole('heading', { name: 'Imani Okafor' })).toBeVisible();
});

test('a person is added once: who may be the same one is named first', async ({ muster: { page } }) => {
  await onToday(page);
  await page.keyboard.press('Alt+3');
  await page.getByRole('button', { name: 'Add a person' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Given name').fill('imani');
  await dialog.getByLabel('Family name').fill('Okafor');
  await dialog.getByLabel('Hired, or planned for').fill('today');
  await dialog.getByRole('button', { name: 'Add person' }).click();
  await expect(dialog.getByRole('alert').first()).toContainText('Imani Okafor · same name');
  await dialog.getByLabel('Family name').fill('Okafor-Blanchard');
  await dialog.getByRole('button', { name: 'Add person' }).click();
  await expect(page.getByRole('heading', { name: 'imani Okafor-Blanchard' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Clearances' })).toContainText('No, on');
});

test('the letter and the checklist come out on US Letter, without the screen around them', async ({ muster: { app, page }, folder }) => {
  await onToday(page);
  await openPerson(page, 'Tran, Gwendolyn');
  for (const [item, words] of [['Letter: what I need from you', 'What I need from you'], ['Onboarding checklist', 'Onboarding checklist']] as const) {
    const file = path.join(folder, `${words}.pdf`);
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    }, file);
    await page.getByRole('button', { name: 'More for this person' }).click();
    await page.getByRole('menuitem', { name: item }).click();
    await page.getByRole('button', { name: 'Save as PDF' }).click();
    await expect(page.getByText(`Saved as ${words}.pdf.`)).toBeVisible();
    const pdf = await getDocument({ data: new Uint8Array(await readFile(file)) }).promise;
    const sheet = await pdf.getPage(1);
    const text = (await sheet.getTextContent()).items.map((each) => ('str' in each ? each.str : '')).join(' ');
    expect(sheet.view).toEqual([0, 0, 612, 792]);
    expect(text).toContain(words);
    expect(text).toContain('Gwendolyn Tran');
    expect(text).not.toMatch(/Settings|Back to the person|negative/);
    await page.getByRole('button', { name: 'Back to the person' }).click();
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing serious for assistive technology, ${colorScheme}`, async ({ muster: { page } }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    await onToday(page);
    const found: string[] = [];
    const look = async (where: string): Promise<void> => {
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
      for (const each of violations) {
        if (each.impact === 'serious' || each.impact === 'critical') found.push(`${where}: ${each.id}: ${each.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
      }
    };
    await page.getByRole('link', { name: 'People' }).click();
    await expect(page.getByRole('grid', { name: 'People' })).toBeVisible();
    await look('people');
    await openPerson(page, 'Batiste, Wendell');
    await look('requirements');
    for (const tab of ['Exclusion checks', 'Evidence', 'Employments and roles']) {
      await page.getByRole('tab', { name: new RegExp(tab) }).click();
      await look(tab);
    }
    await page.keyboard.press('a');
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Record evidence' })).toBeVisible();
    await look('form');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Binders' }).click();
    await expect(page.getByRole('region', { name: 'Whose' })).toBeVisible();
    await look('binders');
    expect(found).toEqual([]);
  });
}
