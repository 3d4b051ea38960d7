import type { Page } from '@playwright/test';
import { expect } from './launch.ts';

/** Who protects an agency in the tests, and with what. */
export const firstUser = { name: 'Ana Ruiz', passphrase: 'correct horse battery' } as const;
type FirstUser = { readonly name: string; readonly passphrase: string };

/**
 * Goes through the steps that protect an agency, from the form that asks for a name to the open agency. Answers the recovery key as it was shown.
 */
export async function protectNew(page: Page, { name, passphrase }: FirstUser = firstUser): Promise<string> {
  await expect(page.getByRole('heading', { name: 'Protect the records' })).toBeVisible();
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('Passphrase, once more').fill(passphrase);
  await page.getByRole('button', { name: 'Make the keys' }).click();
  const shown = page.getByRole('list', { name: 'Recovery key' }).getByRole('listitem');
  // Reading texts does not wait for them.
  await expect(shown.nth(7)).toBeVisible();
  const groups = await shown.allTextContents();
  await page.getByLabel('Group 3').fill(groups[2] ?? '');
  await page.getByLabel('Group 8').fill(groups[7] ?? '');
  await page.getByRole('button', { name: 'Open agency' }).click();
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
  return groups.join('-');
}

/** Creates an agency from the first screen, protects it and opens it. Answers the recovery key. */
export async function createAgency(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: 'Create agency' }).click();
  await page.getByLabel('Name of the agency').fill(name);
  await page.getByRole('button', { name: 'Next: protect it' }).click();
  return await protectNew(page);
}

/** Unlocks the agency whose lock is shown. */
export async function unlock(page: Page, passphrase: string = firstUser.passphrase): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
}
