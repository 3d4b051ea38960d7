import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { PDFDocument } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from './support/launch.ts';

async function openBinders(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open demo' }).click();
  await page.getByRole('link', { name: 'Binders' }).click();
  await expect(page.getByRole('region', { name: 'Whose' })).toBeVisible();
}

/** Answers the folder dialog as a person would. */
async function chooseFolder(app: ElectronApplication, folder: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] });
  }, folder);
}

test('a binder is made, listed with its fingerprint, and reads back', async ({ muster: { app, page }, folder }) => {
  const out = path.join(folder, 'out');
  await mkdir(out);
  await openBinders(page);
  await expect(page.getByRole('button', { name: /^Make binders/ })).toBeDisabled();
  await page.getByRole('checkbox', { name: /Villeré-Hayes, Marcus/ }).check();
  await page.getByLabel('Choose when it starts').check();
  await chooseFolder(app, null);
  await page.getByRole('button', { name: /Make 1 binder/ }).click();
  await expect(page.getByRole('button', { name: /Make 1 binder/ })).toBeEnabled();
  expect(await readdir(out)).toEqual([]);

  await chooseFolder(app, out);
  await page.getByRole('button', { name: /Make 1 binder/ }).click();
  const result = page.getByRole('region', { name: 'Progress and result' });
  await expect(result.getByRole('heading', { name: /1 file, \d+ pages/ })).toBeVisible({ timeout: 30_000 });
  const name = (await readdir(out)).find((each) => each.endsWith('.pdf'));
  expect(name).toMatch(/^Villeré-Hayes, Marcus .*\.pdf$/);
  const bytes = await readFile(path.join(out, name ?? ''));
  const row = result.getByRole('row').filter({ hasText: 'Villeré-Hayes' });
  await expect(row).toContainText(createHash('sha256').update(bytes).digest('hex').slice(0, 12));

  const pdf = await getDocument({ data: new Uint8Array(bytes) }).promise;
  await expect(row.getByRole('cell').nth(1)).toHaveText(String(pdf.numPages));
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const content = await (await pdf.getPage(number)).getTextContent();
    texts.push(content.items.map((each) => ('str' in each ? each.str : '')).join(' '));
  }
  expect(texts[0]).toContain('Marcus Villeré-Hayes');
  for (const text of texts) expect(text).toMatch(/S ?Y ?N ?T ?H ?E ?T ?I ?C/i);
});

/** Answers the dialog for a PDF as a person would. */
async function chooseFile(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
}

test('a binder for a recipient is counted beforehand, bound with its exhibits, verified, on record, and a changed byte shows', async ({ muster: { app, page }, folder }) => {
  const out = path.join(folder, 'out');
  await mkdir(out);
  await openBinders(page);
  await page.getByRole('checkbox', { name: /Li, Mei/ }).check();
  await page.getByRole('combobox', { name: 'Recipient' }).click();
  await page.getByRole('option', { name: 'Accreditor' }).click();
  await expect(page.getByText('date and result only; no volume 2')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What will be in it' })).toBeVisible();
  await expect(page.getByText(/Searched first \(\d+\)/)).toBeVisible();
  await page.getByLabel('Choose when it starts').check();
  await chooseFolder(app, out);
  await page.getByRole('button', { name: /Make 1 binder/ }).click();
  const result = page.getByRole('region', { name: 'Progress and result' });
  await expect(result.getByText(/^Verified: \d+ pages, unaltered and signed/)).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText(/^Last one .* · today, 1 person\./)).toBeVisible();
  await page.getByRole('button', { name: /^What changed since the binder for Accreditor/ }).click();
  await expect(page.getByRole('dialog').getByText(/^Nothing changed since the binder of/)).toBeVisible();
  await page.keyboard.press('Escape');

  const name = (await readdir(out)).find((each) => each.endsWith('.pdf')) ?? '';
  const verdict = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Verify a PDF' }) }).last();
  await chooseFile(app, path.join(out, name));
  await page.getByRole('button', { name: 'Choose a PDF to verify' }).click();
  await expect(verdict.getByText(/^Unaltered: \d+ pages as signed by Bayou/)).toBeVisible();
  await expect(verdict.getByText('The record of the agency names this very file among those it made.')).toBeVisible();

  // One page is painted over by another program.
  const doc = await PDFDocument.load(await readFile(path.join(out, name)), { updateMetadata: false });
  doc.getPage(2).drawRectangle({ x: 100, y: 300, width: 300, height: 200 });
  await writeFile(path.join(folder, 'painted.pdf'), await doc.save({ useObjectStreams: false }));
  await chooseFile(app, path.join(folder, 'painted.pdf'));
  await page.getByRole('button', { name: 'Choose a PDF to verify' }).click();
  await expect(verdict.getByText(/^Not as it was signed/)).toBeVisible();
  await expect(verdict.getByText(/^Page 3 .*was changed/)).toBeVisible();
});

test('a cancelled job leaves no half file, and several people can be one file', async ({ muster: { app, page }, folder }) => {
  const out = path.join(folder, 'out');
  await mkdir(out);
  await chooseFolder(app, out);
  await openBinders(page);
  await page.getByLabel('Choose when it starts').check();
  await page.getByRole('button', { name: /^Everyone employed on/ }).click();
  await page.getByLabel('One file for the agency').check();
  await page.getByRole('button', { name: /^Make \d+ binders/ }).click();
  const result = page.getByRole('region', { name: 'Progress and result' });
  await result.getByRole('button', { name: 'Cancel' }).click();
  await expect(result.getByRole('heading', { name: 'Cancelled' })).toBeVisible();
  expect(await readdir(out)).toEqual([]);

  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await page.getByRole('checkbox', { name: /Batiste, Wendell/ }).check();
  await page.getByRole('checkbox', { name: /Li, Mei/ }).check();
  await page.getByRole('button', { name: /Make 2 binders/ }).click();
  await expect(result.getByRole('heading', { name: /1 file, \d+ pages/ })).toBeVisible({ timeout: 30_000 });
  expect((await readdir(out)).filter((each) => each.endsWith('.pdf'))).toHaveLength(1);
});
