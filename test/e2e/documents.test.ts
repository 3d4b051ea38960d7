import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { picture } from '../unit/documents/fixtures/pictures.ts';
import { pdfOf } from '../unit/documents/fixtures/pdfs.ts';
import { goTo, openDemo } from './support/demo.ts';
import { expect, test } from './support/launch.ts';

/** Serious findings of axe, as one line each. */
async function barriers(page: Page, where: string): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map((each) => `${where}: ${each.id}: ${each.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

const pixels = (page: Page) => page.getByRole('group', { name: /^Page 1 of/ }).locator('canvas').evaluate((canvas: HTMLCanvasElement) => ({ width: canvas.width, height: canvas.height, painted: (canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []).some((value) => value < 128) }));

test('a scan and a photo are filed, opened, turned, marked and corrected to their pages; a medical one opens only into the log', async ({ muster: { page } }) => {
  test.slow();
  await openDemo(page);
  await goTo(page, '/people/p03?tab=evidence');
  await page.getByRole('button', { name: /^Add evidence/ }).first().click();
  const form = page.getByRole('dialog');
  await form.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'Application', exact: true }).click();
  await form.getByRole('textbox', { name: 'Dated' }).fill('today');
  const chooser = page.waitForEvent('filechooser');
  await form.getByRole('button', { name: /^Document/ }).click();
  await (await chooser).setFiles([
    { name: 'file.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await pdfOf(['Application of a synthetic person', 'Date of birth: 01/29/1992', 'Certificate number 4711'])) },
    { name: 'card.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(picture('base.jpg')) },
    { name: 'cut.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 the rest is missing') },
  ]);
  const files = form.getByRole('list', { name: 'Files chosen' });
  await expect(files.getByRole('alert')).toContainText('cut.pdf');
  await form.getByRole('button', { name: 'Record evidence' }).click();
  await expect(form).toContainText('Not recorded yet: cut.pdf');
  await files.getByRole('button', { name: 'Take cut.pdf away' }).click();
  await files.getByLabel('Pages of file.pdf').fill('2-3');
  await form.getByRole('button', { name: 'Record evidence' }).click();
  await expect(form).toBeHidden();

  // One key from the evidence to its pages: the second is shown first.
  await page.getByRole('button', { name: 'file.pdf', exact: true }).press('Enter');
  const viewer = page.getByRole('dialog');
  await expect(viewer.getByRole('textbox', { name: 'Page', exact: true })).toHaveValue('2');
  await expect(viewer.getByText('Date of birth: 01/29/1992')).toBeAttached();
  await viewer.getByRole('button', { name: 'Page 1', exact: true }).click();
  await viewer.getByRole('region', { name: 'Pages of file.pdf' }).press('r');
  await expect(page.getByText('Turned page 1. Binders show it this way up.')).toBeVisible();
  await expect.poll(async () => (await pixels(page)).width > (await pixels(page)).height).toBe(true);
  expect((await pixels(page)).painted).toBe(true);

  await viewer.getByRole('button', { name: 'Redaction' }).click();
  const marks = viewer.getByRole('complementary', { name: 'Redaction' });
  await expect(marks.getByRole('button', { name: /^Birth date · page 2/ })).toContainText('01/29/1992');
  await marks.getByRole('button', { name: 'Mark it' }).click();
  await expect(marks.getByRole('heading', { name: 'Marks · 1' })).toBeVisible();
  await marks.getByRole('button', { name: /^Mark an area on page/ }).click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await expect(marks.getByRole('heading', { name: 'Marks · 2' })).toBeVisible();
  await marks.getByLabel('All 3 pages').click();
  await expect(marks.getByLabel('All 3 pages')).toBeChecked();
  const found = [...(await barriers(page, 'viewer'))];

  await viewer.getByRole('button', { name: 'About' }).click();
  await viewer.getByRole('button', { name: 'Choose its pages' }).click();
  await viewer.getByRole('checkbox', { name: 'Page 2 belongs to it' }).uncheck();
  await viewer.getByRole('button', { name: 'Record pages' }).click();
  await expect(page.getByText('Pages 3: Application')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(viewer).toBeHidden();
  await expect(page.getByText(/^pages 3 · .* kB/)).toBeVisible();

  // The photo, and the medical vault, from the list of all documents.
  await goTo(page, '/documents');
  const list = page.getByRole('grid', { name: 'Documents' });
  await page.getByRole('textbox', { name: 'Filter documents' }).fill('card.jpg');
  await list.getByRole('gridcell', { name: 'card.jpg' }).click();
  await expect(page.getByRole('complementary', { name: 'About this document' })).toContainText('JPEG picture');
  await expect.poll(async () => (await pixels(page)).painted).toBe(true);
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Filter documents' }).fill('TB test, Tran');
  await list.getByRole('gridcell', { name: /TB test, Tran/ }).first().click();
  await expect(page.getByText('Opening it is written to the log with your name')).toBeVisible();
  await expect(page.locator('canvas')).toHaveCount(0);
  found.push(...(await barriers(page, 'list')));
  await page.getByRole('button', { name: 'Open and log it' }).click();
  await expect.poll(async () => (await pixels(page)).painted).toBe(true);
  await goTo(page, '/log');
  await expect(page.getByText(/^Opened TB test, Tran.* of the medical vault/).first()).toBeVisible();
  expect(found).toEqual([]);
});
