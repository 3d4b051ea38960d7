import { appendFile, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, launchMuster, test } from './support/launch.ts';
import { createAgency, firstUser, protectNew, unlock } from './support/protect.ts';

test('records that Chromium threw away with its damaged storage are told of, and never answered with an empty app', async ({ folder }) => {
  const profile = path.join(folder, 'profile');
  const first = await launchMuster(profile);
  await first.page.getByRole('button', { name: 'Create agency' }).click();
  await first.page.getByLabel('Name of the agency').fill('Pelican Sample Agency');
  await first.page.getByRole('button', { name: 'Next: protect it' }).click();
  await protectNew(first.page);
  // The report about this Muster, while there is an agency with a name to leak.
  await first.page.evaluate(() => {
    location.hash = '#/settings/diagnostics';
  });
  await expect(first.page.getByText('Protected from removal')).toBeVisible();
  const saved = path.join(folder, 'diagnostics.txt');
  await first.app.evaluate(({ dialog }, file) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: file });
  }, saved);
  await first.page.getByRole('button', { name: 'Save as text' }).click();
  await expect(first.page.getByText('Saved diagnostics.txt')).toBeVisible();
  const report = await readFile(saved, 'utf8');
  expect(report).toBe(await first.page.locator('pre').textContent());
  expect(report).toMatch(/Protected from removal +yes/);
  expect(report).not.toMatch(/Pelican|Ana|Ruiz|[\\/]profile|muster-test/);
  await first.close();

  // One damaged file of LevelDB is enough: Chromium throws the whole storage away and begins a new one, without a word.
  const storage = path.join(profile, 'IndexedDB', 'app_muster_0.indexeddb.leveldb');
  for (const name of (await readdir(storage)).filter((each) => each.startsWith('MANIFEST'))) await writeFile(path.join(storage, name), 'no manifest');

  const second = await launchMuster(profile);
  const { page } = second;
  await expect(page.getByRole('heading', { name: 'The records of this agency are gone from this computer' })).toBeVisible();
  await expect(page.getByText(`The keys of ${firstUser.name} are here`)).toBeVisible();
  await expect(page.getByText(/its log had [1-9]\d* entr/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Choose backup' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create agency' })).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'The records of this agency are gone from this computer' })).toBeVisible();
  await page.getByRole('button', { name: 'Choose agency' }).click();
  await expect(page.getByRole('button', { name: 'Create agency' })).toBeVisible();
  await second.close();
  expect([...first.errors, ...second.errors]).toEqual([]);
});

test('a program killed in the middle of a write starts with everything, and so does every start after it', async ({ folder }) => {
  const profile = path.join(folder, 'profile');
  const first = await launchMuster(profile);
  await createAgency(first.page, 'Pelican Sample Agency');
  await first.close();

  // What a kill leaves at the end of a log: the header of a record of 400 bytes, and a part of it. LevelDB writes on behind it.
  const storage = path.join(profile, 'IndexedDB', 'app_muster_0.indexeddb.leveldb');
  const logs = (await readdir(storage)).filter((name) => /^\d+\.log$/.test(name));
  expect(logs).not.toEqual([]);
  for (const name of logs) await appendFile(path.join(storage, name), Buffer.concat([Buffer.from([1, 2, 3, 4, 0x90, 0x01, 1]), Buffer.alloc(90, 7)]));

  const second = await launchMuster(profile);
  await unlock(second.page);
  await second.close();
  const third = await launchMuster(profile);
  await unlock(third.page);
  await expect(third.page.getByText('Pelican Sample Agency').first()).toBeVisible();
  await third.close();
  expect([...first.errors, ...second.errors, ...third.errors]).toEqual([]);
});
