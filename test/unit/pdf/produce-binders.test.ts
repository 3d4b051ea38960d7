import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { binderAssets } from '../../../build/tasks/binder-assets.mjs';
import type { produceBinders } from '../../../electron/binder/produce-binders.ts';
import { demoFile, jobFor, make } from './jobs.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** The engine as it ships: bundled, fonts and worker beside it. */
describe('the built engine', () => {
  let folder = '';
  let produce: typeof produceBinders;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(root, 'node_modules', '.binder-test-'));
    await build({
      configFile: false, root, logLevel: 'error', publicDir: false, ssr: { noExternal: true }, plugins: [binderAssets()],
      build: {
        ssr: true, target: 'node20', outDir: folder, emptyOutDir: true, minify: false,
        rolldownOptions: {
          input: { engine: path.join(root, 'electron/binder/produce-binders.ts'), 'chapter-worker': path.join(root, 'electron/binder/chapter-worker.ts') },
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'shared-[name]-[hash].js' },
        },
      },
    });
    ({ produceBinders: produce } = (await import(pathToFileURL(path.join(folder, 'engine.js')).href)) as { produceBinders: typeof produceBinders });
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const some = (count: number) => demoFile().people.slice(0, count).map((person) => person.id);

  it('carries its fonts and its worker', () => {
    expect(existsSync(path.join(folder, 'fonts', 'IBMPlexSans-Regular.woff'))).toBe(true);
    expect(existsSync(path.join(folder, 'chapter-worker.js'))).toBe(true);
  });

  it('makes the same bytes with one thread, with two, and without any; other bytes for another generation time', async () => {
    const job = jobFor(demoFile(), some(2));
    const [one, two, none] = [await make(job, { workers: 1 }, produce), await make(job, { workers: 2 }, produce), await make(job)];
    expect(one.outcome).toMatchObject({ ok: true });
    expect(two.outcome).toEqual(one.outcome);
    expect(none.outcome).toEqual(one.outcome);
    const later = await make({ ...job, generatedAt: '2026-04-02T14:15:00Z' });
    expect(later.files).not.toEqual(one.files);
  });

  it.each(['judge', 'render', 'write'] as const)('stops when cancelled while it would %s, and leaves no half file', async (phase) => {
    const stop = new AbortController();
    const layout = phase === 'write' ? 'file-per-person' : 'one-file';
    const made = await make(jobFor(demoFile(), some(3), { layout }), {
      signal: stop.signal, onProgress: (progress) => { if (progress.phase === phase) stop.abort(); },
    }, produce);
    expect(made.outcome).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(made.folder.filter((name) => !/\.(pdf|manifest\.json|html)$/.test(name))).toEqual([]);
    expect(made.folder.filter((name) => name.endsWith('.pdf'))).toHaveLength(phase === 'write' ? 1 : 0);
  });

  it('gives up on a chapter that takes too long and says whose', async () => {
    const made = await make(jobFor(demoFile(), some(1)), { timeLimitMs: 1 }, produce);
    expect(made.outcome).toEqual({ ok: false, error: { code: 'timed-out', person: 'Marisol Inés Peña-Núñez' } });
    expect(made.folder).toEqual([]);
  });

  it('does the work itself where no thread can start', async () => {
    const job = jobFor(demoFile(), some(1));
    const usual = await make(job);
    await writeFile(path.join(folder, 'chapter-worker.js'), "throw new Error('no threads here');\n");
    expect((await make(job, { workers: 2 }, produce)).outcome).toEqual(usual.outcome);
  });
}, 60_000);

describe('the engine from its sources', () => {
  it('tells its progress in order and makes one file a person', async () => {
    const seen: string[] = [];
    const people = demoFile().people.slice(0, 2).map((person) => person.id);
    const made = await make(jobFor(demoFile(), people, { layout: 'file-per-person' }), { onProgress: ({ phase, done, total }) => { seen.push(`${phase} ${done}/${total}`); } });
    expect(made.folder.filter((name) => name.endsWith('.pdf'))).toHaveLength(2);
    expect(seen).toEqual(['judge 1/2', 'judge 2/2', 'render 1/2', 'write 1/2', 'render 2/2', 'write 2/2']);
  });
});

describe('what the engine refuses', () => {
  it('names a person who is not in the file', async () => {
    expect((await make(jobFor(demoFile(), ['p01', 'nobody']))).outcome).toEqual({ ok: false, error: { code: 'no-such-person', personId: 'nobody' } });
  });

  it('says why a folder cannot be written to', async () => {
    const made = await make(jobFor(demoFile(), ['p01']), { outFolder: path.join(import.meta.filename, 'below-a-file') });
    expect(made.outcome).toMatchObject({ ok: false, error: { code: 'cannot-write' } });
  });
});
