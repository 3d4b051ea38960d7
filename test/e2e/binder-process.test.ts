import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { binderJob, smallAgency } from './support/agency.ts';
import { expect, test } from './support/launch.ts';
import { heard, prepare, start } from './support/printing.ts';

test('binders are made in a process of their own, with progress, whole and as described', async ({ muster, folder }) => {
  await prepare(muster, folder);
  const started = await start(muster, binderJob(3));
  expect(started).toMatchObject({ ok: true, value: { outFolder: path.join(folder, 'Muster') } });
  await expect.poll(async () => (await heard(muster)).finished, { timeout: 30_000 }).not.toBeNull();

  const { finished, progress } = await heard(muster);
  if (finished?.result.ok !== true) throw new Error(JSON.stringify(finished));
  expect(progress.map(({ phase }) => phase)).toEqual(expect.arrayContaining(['judge', 'render', 'write']));
  const [file] = finished.result.value.files;
  const bytes = await readFile(path.join(folder, 'Muster', file?.name ?? ''));
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(file?.sha256);
  const base = (file?.name ?? '').replace(/\.pdf$/, '');
  expect((await readdir(path.join(folder, 'Muster'))).sort()).toEqual([`${base}.html`, `${base}.manifest.json`, `${base}.pdf`]);
});

test('a second job is refused while one runs, and a cancelled one leaves nothing half-made', async ({ muster, folder }) => {
  await prepare(muster, folder);
  const started = await start(muster, binderJob(120));
  if (!started.ok || started.value === null) throw new Error(JSON.stringify(started));
  expect(await start(muster, binderJob(1))).toEqual({ ok: false, error: { code: 'busy' } });
  await expect.poll(async () => (await heard(muster)).progress.length, { timeout: 20_000 }).toBeGreaterThan(0);
  const cancel = () => muster.page.evaluate((jobId) => window.muster.binderCancel({ jobId }), started.value?.jobId ?? '');
  expect(await cancel()).toEqual({ ok: true, value: {} });
  await expect.poll(async () => (await heard(muster)).finished, { timeout: 10_000 }).toMatchObject({ result: { ok: false, error: { code: 'cancelled' } } });
  expect(await readdir(path.join(folder, 'Muster'))).toEqual([]);
  expect(await cancel()).toEqual({ ok: false, error: { code: 'not-found' } });
});

test('an agency that does not read is named, and the process of a job that dies is no mystery', async ({ muster, folder }) => {
  await prepare(muster, folder);
  await start(muster, { ...binderJob(1), agency: { ...smallAgency(1), evidense: [] } });
  await expect.poll(async () => (await heard(muster)).finished, { timeout: 20_000 }).toMatchObject({ result: { ok: false, error: { code: 'bad-agency' } } });

  await prepare(muster, folder);
  await start(muster, binderJob(120));
  // The system lists a process a moment after it was started.
  const kill = () => muster.app.evaluate(({ app: running }) => {
    const utility = running.getAppMetrics().find(({ name }) => name === 'Muster binders');
    return utility !== undefined && process.kill(utility.pid, 'SIGKILL');
  });
  await expect.poll(kill, { timeout: 20_000 }).toBe(true);
  await expect.poll(async () => (await heard(muster)).finished, { timeout: 10_000 }).toMatchObject({ result: { ok: false, error: { code: 'stopped' } } });
});
