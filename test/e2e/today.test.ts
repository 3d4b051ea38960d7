import { goTo } from './support/demo.ts';
import { expect, test } from './support/launch.ts';

test.use({ onDemo: true });

test.beforeEach(async ({ muster }) => {
  await goTo(muster.page, '/today');
  await expect(muster.page.getByRole('grid', { name: 'Things to do' })).toBeVisible();
});

test('the worst stands first, arrows move, Enter opens the person at the requirement', async ({ muster: { page } }) => {
  const groups = await page.getByRole('grid', { name: 'Things to do' }).getByRole('rowgroup').evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label')));
  expect(groups[0]).toBe('Stop work');
  expect(groups.at(-1)).toBe('Lasting findings to explain');
  const first = page.locator('[data-thing]').first();
  await first.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-thing]').nth(1)).toBeFocused();
  await page.keyboard.press('k');
  await expect(first).toBeFocused();
  const name = await first.getByRole('gridcell').nth(1).innerText();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name }).first()).toBeVisible();
});

test('a lasting finding leaves the list with a note, and stays in the record', async ({ muster: { page } }) => {
  const group = page.getByRole('rowgroup', { name: 'Lasting findings to explain' });
  const lines = group.locator('[data-thing]');
  const before = await lines.count();
  const name = await lines.first().getByRole('gridcell').nth(1).innerText();
  await lines.first().focus();
  await lines.first().getByRole('button', { name: /^Write a note/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Write the note' }).click();
  await expect(dialog).toContainText('Write the reason first');
  await dialog.getByRole('textbox').fill('The state office was closed that week; order and receipt are on file.');
  await dialog.getByRole('button', { name: 'Write the note' }).click();
  await expect(dialog).toBeHidden();
  await expect(lines).toHaveCount(before - 1);
  await expect(page.getByRole('contentinfo')).toContainText('2 explained');
  await goTo(page, '/matrix');
  await page.getByRole('gridcell', { name: new RegExp(`^(Stale|Late|Gap)\\. .*${name}`) }).first().click();
  await expect(page.getByRole('complementary', { name: 'Explanation' })).toContainText('The state office was closed that week');
});

test('by person, every thing is still there', async ({ muster: { page } }) => {
  const count = await page.locator('[data-thing]').count();
  await page.getByText('By person').click();
  await expect(page.getByRole('rowgroup', { name: 'Stop work' })).toHaveCount(0);
  await expect(page.locator('[data-thing]')).toHaveCount(count);
});

test('beside the list: the month, who is cleared, how the agency stands, and what runs out', async ({ muster: { page } }) => {
  const overview = page.getByRole('complementary', { name: 'Overview' });
  await expect(overview.getByRole('heading', { name: / exclusion check$/ })).toBeVisible();
  await expect(overview.getByText(/\d+ of \d+ settled/).first()).toBeVisible();
  await expect(overview.getByText('Cleared to handle crises')).toBeVisible();
  await expect(overview.getByText(/\d+ of \d+ standings compliant/)).toBeVisible();
  const months = page.getByRole('table', { name: 'Deadlines of the next 12 months' }).getByRole('row');
  await expect(months).toHaveCount(13);
});
