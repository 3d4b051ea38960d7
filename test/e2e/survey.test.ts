import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeAgencyFile } from '../../shared/agency-file/write.ts';
import { smallAgency } from '../unit/model/small-agency.ts';
import { goTo } from './support/demo.ts';
import { expect, launchMuster, test } from './support/launch.ts';
import { firstUser, protectNew, unlock } from './support/protect.ts';

const serious = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
};

const leave = async (page: Page, passphrase: string): Promise<void> => {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Passphrase of Ana Ruiz').fill(passphrase);
  await dialog.getByRole('button', { name: 'Leave surveyor mode' }).click();
};

test('a surveyor sees the sample and nobody else, changes nothing, and neither the lock nor a restart is a way out', async ({ folder }) => {
  const first = await launchMuster(path.join(folder, 'profile'));
  const file = path.join(folder, 'agency.muster');
  await writeFile(file, writeAgencyFile({ ...smallAgency(), documents: [] }, new Map(), { appVersion: '0.0.0' }));
  await first.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
  await first.page.getByRole('button', { name: 'Open file' }).click();
  await protectNew(first.page);

  await goTo(first.page, '/survey');
  await expect(first.page.getByRole('button', { name: 'Hand the screen to a surveyor' })).toBeVisible();
  await first.page.keyboard.press('s');
  await first.page.getByLabel('Who the surveyor is').fill('Dana Fontenot');
  await first.page.getByLabel('How many').fill('1');
  await first.page.getByRole('textbox', { name: 'Seed' }).fill('K7QM-24TD');
  const sample = first.page.getByRole('complementary', { name: 'Sample' });
  await expect(sample.getByRole('listitem').first()).toBeVisible();
  const name = (await sample.getByRole('listitem').first().locator('b').textContent()) ?? '';
  const [shown, other]: readonly [string, string] = smallAgency().people[0]?.names.some(({ family }) => name.includes(family)) === true ? ['p1', 'p2'] : ['p2', 'p1'];
  expect(await serious(first.page)).toEqual([]);
  await first.page.getByRole('button', { name: 'Hand over the screen' }).click();
  await expect(first.page.getByText('Surveyor mode: Dana Fontenot sees 1 person')).toBeVisible();
  // Handing over leads to the sample by itself; going elsewhere before that would be taken back.
  await expect(first.page).toHaveURL(/#\/survey$/);
  await expect(first.page.getByRole('navigation', { name: 'Screens' }).getByRole('link')).toHaveText(['Matrix', 'People', 'Documents', 'Exclusions', 'Surveys']);
  expect(await serious(first.page)).toEqual([]);

  await goTo(first.page, `/people/${shown}?tab=evidence`);
  await expect(first.page.getByRole('button', { name: 'Add evidence' }).first()).toHaveAttribute('aria-disabled', 'true');
  await first.page.keyboard.press('a');
  await expect(first.page.getByRole('dialog')).toHaveCount(0);
  await goTo(first.page, `/people/${other}`);
  await expect(first.page.getByText('There is nobody with this address')).toBeVisible();
  for (const barred of ['/log', '/settings/users', '/binders', '/exclusions/run']) {
    await goTo(first.page, barred);
    await expect(first.page.getByText('This screen is not part of the survey.')).toBeVisible();
  }

  await first.page.keyboard.press('Control+l');
  await unlock(first.page);
  await expect(first.page.getByText('Surveyor mode: Dana Fontenot sees 1 person')).toBeVisible();
  await first.close();

  const { page, close } = await launchMuster(path.join(folder, 'profile'));
  await unlock(page);
  await expect(page.getByText('Surveyor mode: Dana Fontenot sees 1 person')).toBeVisible();
  await page.getByRole('button', { name: 'Leave surveyor mode' }).click();
  await leave(page, 'a wrong passphrase');
  await expect(page.getByText('That is not the passphrase. Surveyor mode goes on.')).toBeVisible();
  await leave(page, firstUser.passphrase);
  await expect(page.getByText('Surveyor mode:')).toHaveCount(0);
  await expect(page).toHaveURL(/#\/survey\/./);

  await goTo(page, '/log');
  for (const said of [`Surveyor Dana Fontenot looked at ${name}, evidence`, 'looked at an address of somebody outside the sample', 'Surveyor mode of Dana Fontenot left by Ana Ruiz', 'Surveyor mode begun for Dana Fontenot: 1 of 2 people drawn with the seed K7QM-24TD']) {
    await expect(page.getByText(said, { exact: false }).first()).toBeVisible();
  }
  await goTo(page, '/people');
  await expect(page.getByRole('button', { name: 'Add a person' })).not.toHaveAttribute('aria-disabled', 'true');
  await close();
});
