import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { goTo, openDemo } from './support/demo.ts';
import { expect, launchMuster, test, type Muster } from './support/launch.ts';

const last = (muster: Muster) =>
  muster.page.evaluate(async () => {
    const status = await window.muster.remindersStatus();
    return status.ok ? status.value.last : null;
  });
const rows = (muster: Muster) => muster.page.getByRole('table', { name: 'Reminders to act on' }).locator('tbody tr:has(td)');

test('reminders are told once, in numbers, and over a start not again', async ({ folder }) => {
  const profile = path.join(folder, 'profile');
  const first = await launchMuster(profile);
  await openDemo(first.page);
  await expect.poll(async () => (await last(first))?.text ?? '').toMatch(/^\d+ deadlines: /);
  expect((await last(first))?.outcome).toMatch(/^(shown|not-possible)$/);
  await goTo(first.page, '/reminders');
  await expect(rows(first).first()).toBeVisible();
  const count = await rows(first).count();
  await expect(first.page.getByRole('contentinfo').getByRole('link', { name: /^Reminders: \d+ today$/ })).toBeVisible();
  await first.close();
  expect(first.errors).toEqual([]);

  const second = await launchMuster(profile);
  await goTo(second.page, '/reminders');
  // The list is made of what is remembered once the run is over: it ran, and told nothing.
  await expect(rows(second)).toHaveCount(count);
  expect(await last(second)).toBeNull();
  await goTo(second.page, '/settings/reminders');
  await expect(second.page.getByText(/deadlines: .* overdue/).first()).toBeVisible();
  await expect(second.page.getByText('No notification since Muster was started.')).toBeVisible();
  await second.close();
  expect(second.errors).toEqual([]);
});

test('one is snoozed with a reason and woken; another becomes a draft that the person sends', async ({ muster, folder }) => {
  const { page, app } = muster;
  await openDemo(page);
  await goTo(page, '/reminders');
  await expect(rows(muster).first()).toBeVisible();
  const count = await rows(muster).count();

  await rows(muster).first().getByRole('button', { name: /^Snooze / }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Snooze reminder' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('Not snoozed yet: write the reason. It is kept in the record.');
  await dialog.getByLabel('Reason').fill('The class is booked');
  await dialog.getByRole('button', { name: 'Snooze reminder' }).click();
  await expect(rows(muster)).toHaveCount(count - 1);
  await page.getByText('Snoozed (1)').click();
  await expect(page.getByRole('cell', { name: 'The class is booked' })).toBeVisible();
  await page.getByRole('button', { name: 'Remind again' }).click();
  await dialog.getByRole('textbox').fill('The class was called off');
  await dialog.getByRole('button', { name: 'Take snooze back' }).click();
  await expect(page.getByText('Snoozed (0)')).toBeVisible();
  await page.getByText(`To act on (${count})`).click();
  await expect(rows(muster)).toHaveCount(count);

  const file = path.join(folder, 'draft.eml');
  await app.evaluate(({ dialog: system }, filePath) => {
    system.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await page.getByRole('button', { name: /^E-mail about / }).first().click();
  await page.getByRole('menuitem').first().click();
  await dialog.getByLabel('To', { exact: true }).fill('ana@example.org');
  await dialog.getByRole('button', { name: 'Save as file' }).click();
  await expect(page.getByText('Saved draft.eml. Open it to send it.')).toBeVisible();
  expect(await readFile(file, 'utf8')).toMatch(/^X-Unsent: 1\r\nDate: .*\r\nTo: ana@example\.org\r\nSubject: /);
});

test('with the tray on, closing the window leaves Muster running until it is quit', async ({ muster }) => {
  const { page, app } = muster;
  await openDemo(page);
  await goTo(page, '/settings/reminders');
  await expect(page.getByRole('switch', { name: /^Keep running when the window is closed/ })).toBeDisabled();
  await page.getByRole('switch', { name: /^Icon in the tray/ }).click();
  await page.getByRole('switch', { name: /^Keep running when the window is closed/ }).click();
  await expect(page.getByRole('switch', { name: /^Keep running when the window is closed/ })).toBeChecked();
  await expect(page.getByRole('switch', { name: /^Start when I log in/ })).toBeDisabled();
  const visible = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()));
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close();
  });
  await expect.poll(visible).toEqual([false]);
  // What a second start does.
  await app.evaluate(({ app: running }) => running.emit('second-instance'));
  await expect.poll(visible).toEqual([true]);
  await expect(page.getByRole('heading', { name: 'Reminders', level: 2 })).toBeVisible();
});
