import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { goTo, openDemo } from './support/demo.ts';
import { expect, launchMuster, test, type Muster } from './support/launch.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const head = 'LASTNAME,FIRSTNAME,MIDNAME,BUSNAME,GENERAL,SPECIALTY,UPIN,NPI,DOB,ADDRESS,CITY,STATE,ZIP,EXCLTYPE,EXCLDATE,REINDATE,WAIVERDATE,WVRSTATE\r\n';
const list = `${head}${'"SAMPLE","ADA","","","","","","0000000000","19700101","1 EXAMPLE ST","EXAMPLE","LA","70000","1128a1","20200101","00000000","00000000",""\r\n'.repeat(3_000)}`;
const csv: Answer = (_request, response) => {
  // A site would set cookies if it could.
  response.writeHead(200, { 'content-type': 'text/csv', 'content-length': Buffer.byteLength(list), 'last-modified': 'Tue, 10 Mar 2026 12:00:00 GMT', 'set-cookie': 'seen=1; Path=/' });
  response.end(list);
};

/** The OIG's site as far as the app can tell; another server is somebody else's. */
async function site(answer: Answer): Promise<{ readonly origin: string; readonly asked: IncomingMessage[]; answer: Answer; readonly close: () => Promise<void> }> {
  const asked: IncomingMessage[] = [];
  const running = {
    origin: '', asked, answer,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const server: Server = createServer((request, response) => {
    asked.push(request);
    running.answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  running.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return running;
}

const download = (muster: Muster) =>
  muster.page.evaluate(async () => {
    const got = await window.muster.downloadList({ list: 'oig-leie' });
    return got.ok ? { name: got.value.name, bytes: got.value.bytes.byteLength, publishedOn: got.value.publishedOn } : got.error;
  });
const outcomes = (muster: Muster) =>
  muster.page.evaluate(async () => {
    const read = await window.muster.connections();
    return read.ok ? read.value.connections.map(({ outcome }) => outcome) : [];
  });
const allow = (muster: Muster, allowed: boolean) => muster.page.evaluate((wanted) => window.muster.allowDownloads({ allowed: wanted }), allowed);

test('a list is fetched only once a person allows it, with nothing but the request, and every connection is shown', async ({ folder }) => {
  const oig = await site(csv);
  const profile = path.join(folder, 'profile');
  const muster = await launchMuster(profile, { MUSTER_LEIE_ADDRESS: `${oig.origin}/UPDATED.csv` });
  const { page } = muster;

  // Off by default, and the main process says no whatever the page asks.
  expect(await download(muster)).toEqual({ code: 'not-allowed' });
  expect(oig.asked).toHaveLength(0);
  await openDemo(page);
  await goTo(page, '/settings/network');
  await expect(page.getByText('No connection was ever made.')).toBeVisible();
  const permission = page.getByRole('switch', { name: 'Allow downloading the OIG list' });
  await expect(permission).not.toBeChecked();
  await permission.click();
  await expect(permission).toBeChecked();

  expect(await download(muster)).toEqual({ name: 'UPDATED.csv', bytes: list.length, publishedOn: '2026-03-10' });
  expect(await download(muster)).toMatchObject({ name: 'UPDATED.csv' });
  expect(oig.asked).toHaveLength(2);
  const { headers } = oig.asked[1] as IncomingMessage;
  expect(headers['user-agent']).toMatch(/^Muster\/\d+\.\d+\.\d+$/);
  expect([headers.cookie, headers.referer, headers.origin, headers.authorization]).toEqual([undefined, undefined, undefined, undefined]);
  expect(headers['accept-encoding']).toBe('identity');
  expect(headers['accept-language'] ?? 'en-US').toMatch(/^en-US/);

  // The page's own way out is as closed as before, to this very address too.
  const direct = await muster.app.evaluate(
    ({ net }, address) => net.fetch(address).then(() => 'reached', (error: unknown) => String(error)),
    `${oig.origin}/UPDATED.csv`,
  );
  expect(direct).toContain('ERR_BLOCKED_BY_CLIENT');
  expect(oig.asked).toHaveLength(2);

  await goTo(page, '/settings/data');
  await goTo(page, '/settings/network');
  const log = page.getByRole('grid', { name: 'Connections' });
  await expect(log.getByRole('gridcell', { name: 'The list came' })).toHaveCount(2);
  await expect(log.getByRole('gridcell', { name: `${oig.origin}/UPDATED.csv` })).toHaveCount(2);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id), colorScheme).toEqual([]);
  }
  const saved = path.join(folder, 'log.csv');
  await muster.app.evaluate(({ dialog }, file) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: file });
  }, saved);
  await page.getByRole('button', { name: 'Export as CSV' }).click();
  await expect(page.getByText('Saved log.csv')).toBeVisible();
  const lines = (await readFile(saved, 'utf8')).trim().split('\r\n');
  expect(lines[1]).toMatch(/^\d{4}-.*Z,http:\/\/127\.0\.0\.1:\d+\/UPDATED\.csv,oig-leie,1,3,taken,,200,\d+,\d+,[0-9a-f]{64}$/);
  expect(lines).toHaveLength(3);
  expect(muster.errors).toEqual([]);
  await muster.close();

  // The word is remembered; switched off, nothing leaves any more.
  const again = await launchMuster(profile, { MUSTER_LEIE_ADDRESS: `${oig.origin}/UPDATED.csv` });
  expect(await download(again)).toMatchObject({ name: 'UPDATED.csv' });
  await allow(again, false);
  expect(await download(again)).toEqual({ code: 'not-allowed' });
  expect(oig.asked).toHaveLength(3);
  await again.close();
  await oig.close();
});

test('a site that leads elsewhere, sends a web page or breaks off hands over nothing; a download can be cancelled', async ({ folder }) => {
  const stranger = await site(csv);
  const oig = await site((_request, response) => {
    response.writeHead(302, { location: `${stranger.origin}/UPDATED.csv` });
    response.end();
  });
  const muster = await launchMuster(path.join(folder, 'profile'), { MUSTER_LEIE_ADDRESS: `${oig.origin}/UPDATED.csv` });
  await allow(muster, true);
  expect(await download(muster)).toEqual({ code: 'wrong-answer', detail: 'elsewhere' });
  expect(stranger.asked).toHaveLength(0);

  oig.answer = (request, response) => {
    if (request.url === '/moved.csv') csv(request, response);
    else {
      response.writeHead(301, { location: '/moved.csv' });
      response.end();
    }
  };
  expect(await download(muster)).toMatchObject({ name: 'UPDATED.csv', bytes: list.length });

  oig.answer = (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>Maintenance</title>');
  };
  expect(await download(muster)).toEqual({ code: 'wrong-answer', detail: 'html' });

  // The first answer breaks off; the second try, after a pause, brings the list.
  let tries = 0;
  oig.answer = (request, response) => {
    tries += 1;
    if (tries > 1) {
      csv(request, response);
      return;
    }
    response.writeHead(200, { 'content-type': 'text/csv', 'content-length': list.length });
    response.write(list.slice(0, 100_000), () => response.destroy());
  };
  expect(await download(muster)).toMatchObject({ bytes: list.length });

  // Begun and never finished, until the person has had enough.
  oig.answer = (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/csv', 'content-length': list.length });
    response.write(list.slice(0, 100_000));
  };
  const cancelled = await muster.page.evaluate(async () => {
    const told: unknown[] = [];
    const quiet = window.muster.onDownloadProgress((progress) => {
      told.push(progress);
      void window.muster.downloadCancel();
    });
    const got = await window.muster.downloadList({ list: 'oig-leie' });
    quiet();
    return { code: got.ok ? 'came' : got.error.code, told: told[0] };
  });
  expect(cancelled).toMatchObject({ code: 'cancelled', told: { list: 'oig-leie', total: list.length, attempt: 1, attempts: 3 } });
  expect(await outcomes(muster)).toEqual(['elsewhere', 'redirected', 'taken', 'not-the-list', 'cut-off', 'taken', 'cancelled']);
  expect(muster.errors).toEqual([]);
  await muster.close();
  await oig.close();
  await stranger.close();
});

test('the file of a list is chosen in the system’s dialog', async ({ muster, folder }) => {
  const file = path.join(folder, 'UPDATED.csv');
  await writeFile(file, list);
  await muster.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
  const open = () =>
    muster.page.evaluate(async () => {
      const read = await window.muster.openList();
      return read.ok && read.value !== null ? [read.value.name, read.value.bytes.byteLength] : read;
    });
  expect(await open()).toEqual(['UPDATED.csv', list.length]);
});
