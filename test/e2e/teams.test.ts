import { goTo } from './support/demo.ts';
import { expect, test } from './support/launch.ts';

test.use({ onDemo: true });

test('a month of meetings is entered with a few keys, recorded at once, and can be taken back', async ({ muster: { page } }) => {
  // The demo's log is full for fifteen months; the month before it begins is empty in full.
  await goTo(page, '/agency/teams/enter?team=t-bayou');
  const grid = page.getByRole('grid', { name: 'Expected meetings of the month' });
  await expect(grid).toBeVisible();
  for (let back = 0; back < 20; back += 1) await page.keyboard.press('PageUp');
  const toMark = page.getByText(/^\d+ meetings to mark$/);
  await expect(toMark).toBeVisible();
  const [open = ''] = (await toMark.innerText()).split(' ');
  expect(Number(open)).toBeGreaterThan(8);

  let strokes = 0;
  const press = async (key: string): Promise<void> => {
    strokes += 1;
    await page.keyboard.press(key);
  };
  await grid.locator('[tabindex="0"]').focus();
  await press('Shift+A');
  const state = page.getByText(new RegExp(`^\\d+ of ${open} marked, not yet recorded$`));
  await expect(state).toBeVisible();
  const marked = Number((await state.innerText()).split(' ')[0]);
  expect(marked).toBeGreaterThan(8);
  await press('v');
  await expect(grid.locator(':focus')).toHaveAccessibleName(/^Marked: Video\. /);
  await press('ArrowDown');
  await press('x');
  await expect(grid.locator(':focus')).toHaveAccessibleName(/^Not marked\. /);
  await press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Held on')).toBeFocused();
  await press('Enter');
  await expect(dialog).toBeHidden();
  await press('Control+Enter');
  await expect(page.getByText(new RegExp(`^Recorded ${marked} meetings of Bayou team`))).toBeVisible();
  // Only what is owed once a quarter is left.
  await expect(grid.getByRole('gridcell', { name: /^Not marked/ })).toHaveCount(Number(open) - marked);
  await expect(grid.getByRole('gridcell', { name: /^On file\..*Video\.$/ })).toHaveCount(1);
  expect(strokes).toBeLessThan(10);

  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByText('The meetings were taken back.')).toBeVisible();
  await expect(page.getByText(`${open} meetings to mark`)).toBeVisible();
});

test('numbers are attested in one table and stand against the ratio', async ({ muster: { page } }) => {
  await goTo(page, '/agency/teams/figures?team=t-river');
  const field = page.getByRole('textbox', { name: 'Active members, Tomás Ibáñez' });
  await expect(field).toHaveAttribute('placeholder', '22 attested');
  await field.fill('19');
  await page.getByRole('button', { name: 'Record 1 number' }).click();
  await expect(field).toHaveAttribute('placeholder', '19 attested');
  await goTo(page, '/agency/teams/staff?team=t-river');
  const row = page.getByRole('region', { name: 'Staff' }).getByRole('row', { name: /Tomás Ibáñez/ });
  await expect(row).toContainText('19 of 20');
  await expect(row).not.toContainText('too many');
});

test('a meeting is corrected and retracted with a reason', async ({ muster: { page } }) => {
  await goTo(page, '/agency/teams/log?team=t-piedmont');
  const meetings = page.getByRole('region', { name: 'Meetings' });
  const first = meetings.getByRole('row').nth(1);
  await first.getByRole('button', { name: 'Correct' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Telephone', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Record correction' }).click();
  await expect(dialog).toBeHidden();
  await expect(first).toContainText('Telephone');
  const count = await meetings.getByText(/^\d+ meetings/).innerText();
  await first.getByRole('button', { name: 'Retract' }).click();
  await dialog.getByLabel('Why it does not count').fill('Entered for the wrong team');
  await dialog.getByRole('button', { name: 'Retract record' }).click();
  await expect(dialog).toBeHidden();
  // What the correction took the place of counts again: the number of meetings stays.
  await expect(meetings.getByText(/^\d+ meetings/)).toHaveText(count);
  await expect(first).not.toContainText('Telephone');
});
