import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pdfOf } from '../unit/documents/fixtures/pdfs.ts';
import { goTo, openDemo } from './support/demo.ts';
import { expect, test } from './support/launch.ts';

test('files are handed in, one gives up its password, one is filed by the keyboard and taken back, and the scan folder brings another', async ({ muster: { app, page }, folder }) => {
  const scans = path.join(folder, 'Scans');
  await mkdir(scans);
  const pdf = async (name: string, text: string, password?: string): Promise<string> => {
    const file = path.join(folder, name);
    await writeFile(file, await pdfOf([text], password === undefined ? {} : { lock: { userPassword: password } }));
    return file;
  };
  await openDemo(page);
  await goTo(page, '/intake');
  await page.getByLabel('Files to hand in').first().setInputFiles([
    await pdf('CPR card Duhon, Colette.pdf', 'American Heart Association\nBLS Provider\nName: Colette Duhon\nIssue date: 3/25/2025\nExpires: 3/31/2027'),
    await pdf('locked.pdf', 'Job Description', 'open sesame'),
    await pdf('Scan0012.pdf', 'Some letter'),
  ]);
  const desk = page.getByRole('navigation', { name: 'Papers that wait' });
  await expect(desk.getByRole('button')).toHaveCount(2);

  // What is wrong with a file is said with the mend, in place.
  await page.getByLabel('Password of locked.pdf').fill('open sesame');
  await page.keyboard.press('Enter');
  await expect(desk.getByRole('button')).toHaveCount(3);
  await expect(desk.getByRole('button', { name: /Whose\? · Signed job description/ })).toBeVisible();

  // Enter on the line files it and goes on; what it proves is on record with its dates.
  const card = desk.getByRole('button', { name: /Colette Duhon · CPR and First Aid card/ });
  await card.click();
  await expect(page.getByRole('combobox', { name: 'Whose' })).toHaveValue('Duhon, Colette');
  await expect(page.getByRole('textbox', { name: 'Valid through' })).toHaveValue('31 Mar 2027');
  await card.press('Enter');
  await expect(page.getByText('Filed: CPR and First Aid card, Colette Duhon.')).toBeVisible();
  await expect(card).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Taken back. It waits at the desk again.')).toBeVisible();
  await expect(card).toBeVisible();

  // A scan that is whole comes by itself, and stays where it is.
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, scans);
  await page.getByRole('button', { name: 'Watch a scan folder' }).click();
  await expect(page.getByRole('button', { name: 'Watching “Scans”' })).toBeVisible();
  await writeFile(path.join(scans, 'JD Colette Duhon 3-2-26.pdf'), await pdfOf(['JOB DESCRIPTION']));
  await expect(desk.getByRole('button', { name: /Colette Duhon · Signed job description/ })).toBeVisible({ timeout: 15_000 });

  // Nothing of it is lost with the page.
  await page.reload();
  await goTo(page, '/intake');
  await expect(desk.getByRole('button')).toHaveCount(4);
});
