import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { withLock } from '../runtime/cache.mjs';
import { fingerprint, isFresh, markFresh } from './fresh.mjs';
import { ROOT } from './run.mjs';

const SOURCES = ['electron', 'shared', 'renderer', 'test/faults', 'test/support', 'test/unit', 'package-lock.json', 'package.json', 'build/tasks/build-faults.mjs'];
const OUT = path.join(ROOT, 'out', 'faults');
const FROM = path.join(ROOT, 'test', 'faults');

/**
 * Bundles the fault tests: the program that drives them, the workers it mutates in, and the program under test (its main process beside its
 * page), unless they are there, built from the very same sources.
 *
 * @returns {Promise<string>} the folder
 */
export async function buildFaults() {
  const stampFile = path.join(OUT, '.built-from');
  await withLock(path.join(ROOT, 'out', '.faults.lock'), async () => {
    const stamp = await fingerprint(SOURCES);
    if (await isFresh(stampFile, stamp)) return;
    await rm(OUT, { recursive: true, force: true });
    await bundle();
    await mkdir(path.join(OUT, 'harness'), { recursive: true });
    await writeFile(path.join(OUT, 'harness', 'package.json'), JSON.stringify({ name: 'muster-faults', version: '0.0.0', private: true, type: 'module', main: 'main.js' }));
    await markFresh(stampFile, stamp);
  });
  return OUT;
}

async function bundle() {
  const { build } = await import('vite');
  /** @type {import('vite').InlineConfig} */
  const usual = { configFile: false, root: ROOT, logLevel: 'error', publicDir: false };
  const node = { ssr: true, target: 'node20', minify: false, emptyOutDir: false };
  await build({
    ...usual,
    build: {
      ...node,
      outDir: OUT,
      rolldownOptions: {
        input: { faults: path.join(FROM, 'faults.ts'), 'mutation-worker': path.join(FROM, 'mutations', 'worker.ts'), strike: path.join(FROM, 'disk', 'strike.ts') },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'shared-[name]-[hash].js' },
      },
    },
  });
  await build({
    ...usual,
    build: {
      ...node,
      outDir: path.join(OUT, 'harness'),
      rolldownOptions: {
        input: { main: path.join(FROM, 'harness', 'main.ts') },
        external: ['electron'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'shared-[name]-[hash].js' },
      },
    },
  });
  await build({
    ...usual,
    ssr: { noExternal: true },
    build: {
      ...node,
      outDir: path.join(OUT, 'harness'),
      // A sandboxed preload is one CommonJS file that requires nothing but electron.
      rolldownOptions: { input: { preload: path.join(ROOT, 'electron', 'preload.ts') }, external: ['electron'], output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  });
  await build({
    ...usual,
    root: path.join(FROM, 'harness'),
    build: { target: 'chrome130', minify: true, outDir: path.join(OUT, 'harness', 'page'), emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  });
}
