import type { Page } from '@playwright/test';
import { expect } from './launch.ts';

/** Opens the demo agency from the first screen. */
export async function openDemo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open demo' }).click();
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
}

/** Goes to a screen by its address, as a link would. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#${path}`);
}
