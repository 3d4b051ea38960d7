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

type Look = (where: string) => Promise<void>;
type Screens = readonly (readonly [title: string, path: string, role: 'grid' | 'table' | 'button' | 'tab'])[];

const everyday: Screens = [
  ['Today', '/today', 'grid'],
  ['Matrix', '/matrix', 'grid'],
  ['People', '/people', 'grid'],
  ['Import', '/import', 'button'],
  ['Record for many', '/bulk', 'button'],
  ['Binders', '/binders', 'button'],
  ['Reminders', '/reminders', 'table'],
  ['Log', '/log', 'grid'],
  ['Settings', '/settings', 'button'],
  ['Settings', '/settings/reminders', 'button'],
];
const exclusions: Screens = [
  ['Exclusions', '/exclusions', 'table'],
  ['Exclusions', '/exclusions/lists', 'button'],
  ['Exclusions', '/exclusions/run', 'grid'],
  ['Exclusions', '/exclusions/matches', 'tab'],
  ['Exclusions', '/exclusions/coverage', 'grid'],
  ['Exclusions', '/exclusions/certificates', 'tab'],
];

const ahead: Screens = [
  ['Calendar', '/calendar', 'grid'],
  ['Calendar', '/calendar?view=agenda', 'button'],
  ['Planner', '/planner', 'tab'],
  ['Planner', '/planner/survey', 'grid'],
  ['Binders', '/binders?what=packet', 'button'],
];

const agency: Screens = [
  ['Agency', '/agency', 'grid'],
  ['Agency', '/agency/papers', 'grid'],
  ['Agency', '/agency/accreditation', 'grid'],
  ['Agency', '/agency/teams', 'grid'],
  ['Agency', '/agency/teams/enter', 'grid'],
  ['Agency', '/agency/teams/figures', 'table'],
  ['Agency', '/agency/teams/staff', 'table'],
  ['Agency', '/agency/teams/log', 'table'],
  ['Agency', '/agency/fidelity', 'tab'],
];

const each = (screens: Screens) => async (page: Page, look: Look): Promise<void> => {
  for (const [title, path, role] of screens) {
    await goTo(page, path);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.getByRole('main').getByRole(role).first()).toBeVisible();
    await look(path);
  }
};

/** A person, the explanation beside the matrix, the log's two panels, the search, and another day. */
async function opened(page: Page, look: Look): Promise<void> {
  await goTo(page, '/people');
  await page.getByRole('gridcell', { name: /Ibáñez/ }).first().press('Enter');
  await expect(page.getByRole('main').getByText('Cleared to be hired')).toBeVisible();
  await look('person');
  await goTo(page, '/matrix');
  await page.getByRole('gridcell', { name: /^Stale\./ }).first().click();
  await expect(page.getByRole('complementary', { name: 'Explanation' })).toBeVisible();
  await look('explanation');
  await goTo(page, '/log');
  await page.getByRole('button', { name: 'Verify log' }).click();
  await expect(page.getByRole('heading', { name: 'The log is whole' })).toBeVisible();
  await look('verification');
  await page.getByRole('gridcell', { name: /^Verified the log/ }).click();
  await expect(page.getByRole('complementary', { name: 'Entry 1' })).toBeVisible();
  await look('entry of the log');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('textbox', { name: 'Find' })).toBeFocused();
  await page.keyboard.type('crisis');
  await look('find');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^As of/ }).click();
  await expect(page.getByRole('textbox', { name: 'Judge everybody as of this day' })).toBeFocused();
  await page.keyboard.type('3/2/26');
  await look('as of');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Looking at/)).toBeVisible();
  await look('another day');
}

const parts = { 'any screen of every day': each(everyday), 'any tab of Exclusions': each(exclusions), 'any tab of Agency': each(agency), 'calendar, planner and packet': each(ahead), 'what opens over a screen': opened } as const;

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, visit] of Object.entries(parts)) {
    test(`axe finds nothing serious on ${name}, ${colorScheme}`, async ({ muster: { page } }) => {
      // axe itself takes seconds over a grid; on a busy machine, many.
      test.setTimeout(180_000);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect(page.getByRole('button', { name: 'Open demo' })).toBeVisible();
      if (visit === opened) expect(await findings(page, colorScheme), 'first screen').toEqual([]);
      await openDemo(page);
      await visit(page, async (where) => {
        expect(await findings(page, colorScheme), where).toEqual([]);
      });
    });
  }
}
