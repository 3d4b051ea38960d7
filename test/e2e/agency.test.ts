import type { Page } from '@playwright/test';
import { goTo, openDemo } from './support/demo.ts';
import { expect, test } from './support/launch.ts';
import { createAgency } from './support/protect.ts';

const duty = (page: Page, title: string | RegExp) => page.getByRole('grid', { name: 'Duties' }).getByRole('row').filter({ has: page.getByRole('rowheader', { name: title }) });

test('the keyboard alone finds a missing licence, records it with its printed last day, and sees it met', async ({ muster: { page } }) => {
  await createAgency(page, 'Bayou Work First');
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();

  await page.keyboard.press('Alt+5');
  const duties = page.getByRole('grid', { name: 'Duties' });
  await expect(duties).toBeVisible();
  const licence = duty(page, /provider licence$/);
  await expect(licence).toContainText('Overdue');
  // One stop of the Tab key leads into the list; the arrow keys find the line.
  for (let step = 0; step < 40 && (await duties.locator('tr:focus').count()) === 0; step += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Home');
  const chosen = duties.locator('tr[aria-selected="true"]');
  for (let step = 0; step < 20 && !/provider licence/.test((await chosen.textContent()) ?? ''); step += 1) await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('complementary', { name: 'Explanation' }).getByRole('heading', { level: 2 })).toHaveText(/provider licence$/);
  await page.keyboard.press('r');

  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Type')).toBeFocused();
  for (const answer of ['Louisiana Department of Health', 'BHS-1', 'today', '12/31/2099']) {
    await page.keyboard.press('Tab');
    await page.keyboard.type(answer);
  }
  await expect(dialog.getByText(/31 Dec 2099 · in/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(licence).toContainText('Met');
  await expect(licence).toContainText('31 Dec 2099');

  await page.keyboard.press('Control+2');
  const paper = page.getByRole('grid', { name: 'Papers' }).getByRole('row').filter({ hasText: 'BHS-1' });
  await expect(paper).toContainText('In force');
  await expect(page.getByRole('heading', { name: 'Demanded and not on file' })).toBeVisible();
});

test('a paper is renewed, ended and retracted; nothing is overwritten', async ({ muster: { page } }) => {
  await openDemo(page);
  await goTo(page, '/agency/papers');
  const papers = page.getByRole('grid', { name: 'Papers' });
  const row = (text: string) => papers.getByRole('row').filter({ hasText: text });
  await expect(papers).toBeVisible();
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Type').click();
  await page.getByRole('option', { name: 'Insurance' }).click();
  await dialog.getByRole('button', { name: 'Record paper' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Not recorded yet');
  await dialog.getByLabel('Cover').fill('Umbrella cover');
  await dialog.getByLabel('In force from').fill('1/1/2020');
  await dialog.getByLabel('Valid through, as printed').fill('12/31/2020');
  await dialog.getByRole('button', { name: 'Record paper' }).click();
  await expect(dialog).toBeHidden();
  await expect(row('Umbrella cover')).toContainText('Expired');

  await row('Umbrella cover').click();
  await page.keyboard.press('r');
  // The new one begins where the old one ended, and its last day is never guessed.
  await expect(dialog.getByLabel('In force from')).toHaveValue('1 Jan 2021');
  await expect(dialog.getByLabel('Valid through, as printed')).toHaveValue('');
  await dialog.getByLabel('Valid through, as printed').fill('12/31/2098');
  await dialog.getByRole('button', { name: 'Record renewal' }).click();
  await expect(dialog).toBeHidden();
  await expect(row('Umbrella cover')).toContainText('In force');
  await page.getByRole('switch', { name: /^Ended/ }).check();
  await expect(row('Umbrella cover')).toHaveCount(2);

  await row('Umbrella cover').filter({ hasText: '2098' }).click();
  const paper = page.getByRole('complementary', { name: 'Paper' });
  await paper.getByRole('button', { name: 'End' }).click();
  await dialog.getByLabel('Its last day').fill('1/1/2026');
  await dialog.getByRole('button', { name: 'Record the end' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Why it ended');
  await dialog.getByLabel('Why it ended').fill('moved to another insurer');
  await dialog.getByRole('button', { name: 'Record the end' }).click();
  await expect(dialog).toBeHidden();
  await expect(row('Umbrella cover').filter({ hasText: 'ended 1 Jan 2026' })).toHaveCount(1);

  await row('ended 1 Jan 2026').click();
  await expect(paper).toContainText('moved to another insurer');
  await paper.getByRole('button', { name: 'Retract' }).click();
  await dialog.getByRole('textbox').fill('typed by mistake');
  await dialog.getByRole('button', { name: 'Retract record' }).click();
  await expect(dialog).toBeHidden();
  // The retracted end revives what it took the place of.
  await expect(row('Umbrella cover').filter({ hasText: '2098' })).toContainText('In force');
});

test('a usual term fills the last day and says so; what is typed stays', async ({ muster: { page } }) => {
  await openDemo(page);
  await goTo(page, '/agency/accreditation');
  await expect(page.getByRole('grid', { name: 'Accreditation events' })).toBeVisible();
  await page.keyboard.press('d');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Outcome').click();
  await page.getByRole('option', { name: 'Accredited', exact: true }).click();
  await dialog.getByLabel('Decided on').fill('3/2/2026');
  await dialog.getByLabel('Term, as printed').fill('Three-Year Accreditation');
  await expect(dialog.getByLabel('Valid through: usual, check the certificate')).toHaveValue('1 Mar 2029');
  await dialog.getByLabel(/^Valid through/).fill('2/28/2029');
  await expect(dialog.getByLabel('Valid through, as printed')).toBeVisible();
  await dialog.getByLabel('Term, as printed').press('Escape');
  await dialog.getByLabel(/^Valid through/).press('Enter');
  // The usual tasks of such an award are offered, to be changed or left out.
  await expect(page.getByRole('dialog', { name: /^After the CARF award/ })).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'Quality improvement plan' }).uncheck();
  await dialog.getByRole('button', { name: 'Record tasks' }).click();
  await expect(dialog).toBeHidden();
  const events = page.getByRole('grid', { name: 'Accreditation events' });
  await expect(events.getByRole('row').filter({ hasText: '28 Feb 2029' })).toHaveCount(1);
  await expect(events.getByRole('row').filter({ hasText: '2 Mar 2027' })).toContainText('Annual conformance report');
});

test('a denial opens a notice for each payer; recording one closes it', async ({ muster: { page } }) => {
  await openDemo(page);
  await goTo(page, '/agency/accreditation');
  await expect(page.getByRole('grid', { name: 'Accreditation events' })).toBeVisible();
  await page.keyboard.press('d');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Outcome').click();
  await page.getByRole('option', { name: 'Denied' }).click();
  await dialog.getByLabel('Decided on').fill('today');
  await expect(dialog.getByRole('status')).toContainText('This opens 3 written notices');
  await dialog.getByRole('button', { name: 'Record decision' }).click();
  await expect(dialog).toBeHidden();

  const notices = page.getByRole('region', { name: /^Written notices, CARF: denied/ });
  await expect(notices.getByRole('button', { name: /^Record notice/ })).toHaveCount(3);
  await expect(notices.getByRole('status')).toContainText('3 payers still to be told');
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog', { name: /^Written notice to/ })).toBeVisible();
  await dialog.getByLabel('Sent on').fill('today');
  await dialog.getByLabel(/^How/).click();
  await page.getByRole('option', { name: 'Payer portal' }).click();
  await dialog.getByLabel('To whom').fill('Provider relations');
  await dialog.getByRole('button', { name: 'Record notice' }).click();
  await expect(dialog).toBeHidden();
  await expect(notices.getByRole('button', { name: /^Record notice/ })).toHaveCount(2);
  await expect(notices.getByRole('row').filter({ hasText: 'Payer portal, Provider relations' })).toContainText('Sent');
});

test('on another day nothing of the agency can be recorded', async ({ muster: { page } }) => {
  await openDemo(page);
  await goTo(page, '/agency/papers');
  await expect(page.getByRole('grid', { name: 'Papers' })).toBeVisible();
  await page.getByRole('button', { name: /^As of/ }).click();
  await expect(page.getByRole('textbox', { name: 'Judge everybody as of this day' })).toBeFocused();
  await page.keyboard.type('3/2/26');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Looking at/)).toBeVisible();
  await page.keyboard.press('a');
  await expect(page.getByRole('dialog', { name: /^Record/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Record a paper/ })).toHaveAttribute('aria-disabled', 'true');
});
