import { goTo } from './support/demo.ts';
import { expect, test } from './support/launch.ts';

test.use({ onDemo: true });

test.beforeEach(async ({ muster }) => {
  await goTo(muster.page, '/agency/fidelity?team=t-river');
  await expect(muster.page.getByRole('heading', { name: /^Corrective action, 4 short of 100/ })).toBeVisible();
});

test('25 figures typed one after the other say what they would mean, and once recorded the team stands elsewhere', async ({ muster: { page } }) => {
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Last day on site').fill('today');
  await dialog.getByLabel('Final report received').fill('today');
  await dialog.locator('[data-score="1"]').focus();
  await page.keyboard.type('444444444444444444444444');
  await expect(dialog).toContainText('so far, 24 of 25 items');
  const meaning = dialog.getByRole('region', { name: 'What it would mean' });
  await page.keyboard.type('3');
  await expect(meaning).toContainText('99of 125 · Fair fidelity');
  await expect(meaning).toContainText('Corrective action goes on');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('4');
  await expect(meaning).toContainText('Corrective action ends; the team is an existing team');
  await dialog.getByRole('button', { name: 'Record the review' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Existing team' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Fidelity reviews' })).toContainText('100Good');
});

test('a line of the plan is done, and the plan is in place', async ({ muster: { page } }) => {
  await page.getByRole('button', { name: 'Carry on the plan' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Done, line 1').fill('today');
  await dialog.getByLabel('Evidence, line 1').fill('Caseload list');
  await dialog.getByLabel('In place').fill('today');
  await dialog.getByRole('button', { name: 'Record the plan' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('main')).toContainText('3 of 5 lines done · approved and in place');
  await expect(page.getByRole('main')).not.toContainText('Put the approved corrective action plan in place');
});

test('item names stand once somebody has compared them; arrows move in the items', async ({ muster: { page } }) => {
  const items = page.getByRole('grid', { name: 'Items by review' });
  await expect(items).toContainText('name: agency to confirm');
  await page.getByRole('button', { name: 'Confirm item names' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Confirm the names' }).click();
  await expect(dialog.getByRole('alert')).toContainText('what the names were compared with');
  await dialog.getByLabel('Compared with').fill('The scale as published, fourth edition of the manual');
  await dialog.getByRole('button', { name: 'Confirm the names' }).click();
  await expect(items).not.toContainText('name: agency to confirm');
  await items.locator('[tabindex="0"]').focus();
  await page.keyboard.press('Control+End');
  await expect(items.locator(':focus')).toHaveAttribute('aria-label', /^Item 25: .*: \d/);
});
