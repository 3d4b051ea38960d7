import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { smallAgency } from './support/agency.ts';
import { expect, test } from './support/launch.ts';
import { heard, prepare, start } from './support/printing.ts';

const job = (people: number, personIds?: readonly string[]) => ({
  kind: 'certificates', agency: smallAgency(people), month: '2026-02', ...(personIds === undefined ? {} : { personIds }), asOf: '2026-03-19', generatedAt: '2026-03-19T14:05:00Z',
});

test('the agency’s certificate is made beside the screen, whole and as described', async ({ muster, folder }) => {
  await prepare(muster, folder);
  expect(await start(muster, job(30))).toMatchObject({ ok: true, value: { outFolder: path.join(folder, 'Muster') } });
  await expect.poll(async () => (await heard(muster)).finished, { timeout: 30_000 }).not.toBeNull();
  const { finished, progress } = await heard(muster);
  if (finished?.result.ok !== true) throw new Error(JSON.stringify(finished));
  expect(progress.map(({ phase }) => phase)).toEqual(expect.arrayContaining(['judge', 'render', 'write']));
  const [file] = finished.result.value.files;
  expect(file?.name).toBe('Pelican Sample Agency - exclusion certificate 2026-02.pdf');
  const bytes = await readFile(path.join(folder, 'Muster', file?.name ?? ''));
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(file?.sha256);
});

test('people named have a file each; a month that is no month, and people nobody knows, are refused', async ({ muster, folder }) => {
  await prepare(muster, folder);
  await start(muster, job(3, ['p2', 'p0']));
  await expect.poll(async () => (await heard(muster)).finished, { timeout: 30_000 }).toMatchObject({ result: { ok: true } });
  expect((await readdir(path.join(folder, 'Muster'))).sort()).toEqual(['Nguyễn 0, Ana - exclusion certificate 2026-02.pdf', 'Nguyễn 2, Ana - exclusion certificate 2026-02.pdf']);

  expect(await start(muster, { ...job(1), month: '2026-13' })).toMatchObject({ ok: false });
  await prepare(muster, folder);
  await start(muster, job(1, ['nobody']));
  await expect.poll(async () => (await heard(muster)).finished, { timeout: 30_000 }).toMatchObject({ result: { ok: false, error: { code: 'no-such-person', person: 'nobody' } } });
});

test('a certificate can be cancelled and leaves nothing half-made', async ({ muster, folder }) => {
  await prepare(muster, folder);
  const people = Array.from({ length: 60 }, (_, index) => `p${index}`);
  const started = await start(muster, job(60, people));
  if (!started.ok || started.value === null) throw new Error(JSON.stringify(started));
  const { jobId } = started.value;
  await expect.poll(async () => (await heard(muster)).progress.length, { timeout: 20_000 }).toBeGreaterThan(0);
  await muster.page.evaluate((id) => window.muster.binderCancel({ jobId: id }), jobId);
  await expect.poll(async () => (await heard(muster)).finished, { timeout: 10_000 }).toMatchObject({ result: { ok: false, error: { code: 'cancelled' } } });
  expect((await readdir(path.join(folder, 'Muster'))).filter((name) => !name.endsWith('.pdf'))).toEqual([]);
});
