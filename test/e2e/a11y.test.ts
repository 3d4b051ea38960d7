import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { goTo, openDemo } from './support/demo.ts';
import { expect, test } from './support/launch.ts';

/** Everything axe finds that keeps somebody out, with the place; nothing is excused. */
async function findings(page: Page, colorScheme: 'light' | 'dark'): Promise<readonly string[]> {
  // Legacy mode runs in the page at hand: Electron opens no second one for the results.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  // Dark differs from light by its colours only, and axe takes long over the matrix: the rest is asked once.
  const { violations } = await (colorScheme === 'dark'
    ? axe.withRules(['color-contrast'])
    : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
  ).analyze();
  return violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 160)} (${node.any[0]?.message ?? node.all[0]?.message ?? ''})`));
}

const screens = [
  ['Today', '/today', 'grid'],
  ['Matrix', '/matrix', 'grid'],
  ['People', '/people', 'grid'],
  ['Exclusions', '/exclusions', 'table'],
  ['Exclusions', '/exclusions/lists', 'button'],
  ['Exclusions', '/exclusions/run', 'grid'],
  ['Exclusions', '/exclusions/matches', 'tab'],
  ['Exclusions', '/exclusions/coverage', 'grid'],
  ['Exclusions', '/exclusions/certificates', 'tab'],
  ['Import', '/import', 'button'],
  ['Record for many', '/bulk', 'button'],
  ['Binders', '/binders', 'button'],
  ['Settings', '/settings', 'button'],
] as const;

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on any screen, ${colorScheme}`, async ({ muster }) => {
    test.setTimeout(90_000);
    const { page } = muster;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.getByRole('button', { name: 'Open demo' })).toBeVisible();
    expect(await findings(page, colorScheme), 'first screen').toEqual([]);
    await openDemo(page);
    for (const [title, path, role] of screens) {
      await goTo(page, path);
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
      await expect(page.getByRole('main').getByRole(role).first()).toBeVisible();
      expect(await findings(page, colorScheme), path).toEqual([]);
    }
    // A person, and the explanation beside the matrix.
    await goTo(page, '/people');
    await page.getByRole('gridcell', { name: /Ibáñez/ }).first().press('Enter');
    await expect(page.getByRole('main').getByText('Cleared to be hired')).toBeVisible();
    expect(await findings(page, colorScheme), 'person').toEqual([]);
    await goTo(page, '/matrix');
    await page.getByRole('gridcell', { name: /^Stale\./ }).first().click();
    await expect(page.getByRole('complementary', { name: 'Explanation' })).toBeVisible();
    expect(await findings(page, colorScheme), 'explanation').toEqual([]);
    // The search and the list of keys, and another day.
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('textbox', { name: 'Find' })).toBeFocused();
    await page.keyboard.type('crisis');
    expect(await findings(page, colorScheme), 'find').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^As of/ }).click();
    await expect(page.getByRole('textbox', { name: 'Judge everybody as of this day' })).toBeFocused();
    await page.keyboard.type('3/2/26');
    expect(await findings(page, colorScheme), 'as of').toEqual([]);
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^Looking at/)).toBeVisible();
    expect(await findings(page, colorScheme), 'another day').toEqual([]);
  });
}
