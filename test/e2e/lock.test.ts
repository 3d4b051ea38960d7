import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { goTo } from './support/demo.ts';
import { expect, test } from './support/launch.ts';
import { createAgency, unlock } from './support/protect.ts';

const serious = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
};

test('what is being typed waits behind the lock, a wrong passphrase opens nothing, and an auditor only looks', async ({ muster }) => {
  const { page } = muster;
  await createAgency(page, 'Bayou Work First');

  await goTo(page, '/people');
  await page.getByRole('button', { name: 'Add a person' }).first().click();
  await page.getByLabel('Given name').fill('Thérèse');
  await page.keyboard.press('Control+l');
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused();
  await expect(page.getByText('What Ana Ruiz was typing waits behind the lock.')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeHidden();
  expect(await page.title()).toBe('Muster');
  expect(await serious(page)).toEqual([]);
  await page.getByLabel('Passphrase', { exact: true }).fill('a wrong passphrase');
  await page.keyboard.press('Enter');
  await expect(page.getByText('That is not the passphrase.')).toBeVisible();
  await unlock(page);
  await expect(page.getByLabel('Given name')).toHaveValue('Thérèse');
  await page.keyboard.press('Escape');

  await goTo(page, '/settings/users');
  expect(await serious(page)).toEqual([]);
  await page.getByRole('button', { name: 'Add user' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Mai Lin');
  await dialog.getByRole('checkbox', { name: 'HR' }).uncheck();
  await dialog.getByRole('checkbox', { name: 'Auditor, looks only' }).check();
  await dialog.getByLabel('First passphrase', { exact: true }).fill('seven quiet pelicans');
  await dialog.getByLabel('First passphrase, once more').fill('seven quiet pelicans');
  await dialog.getByRole('button', { name: 'Add user' }).click();
  await expect(page.getByRole('cell', { name: 'Mai Lin', exact: true })).toBeVisible();
  await goTo(page, '/log');
  await expect(page.getByText('1 wrong passphrase for Ana Ruiz', { exact: false })).toBeVisible();

  await goTo(page, '/people');
  await page.getByRole('button', { name: 'Add a person' }).first().click();
  await page.getByLabel('Given name').fill('Thérèse');
  await page.keyboard.press('Control+l');
  await page.getByRole('combobox', { name: 'Who are you?' }).click();
  await page.getByRole('option', { name: 'Mai Lin' }).click();
  await expect(page.getByText('If somebody else unlocks, what Ana Ruiz was typing is lost.')).toBeVisible();
  await unlock(page, 'seven quiet pelicans');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await goTo(page, '/people');
  await expect(page.getByRole('button', { name: 'Add a person' })).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('a');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await goTo(page, '/settings/users');
  await expect(page.getByText('Users are changed by an administrator.')).toBeVisible();
});
