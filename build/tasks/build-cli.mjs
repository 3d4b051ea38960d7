import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { exists, withLock } from '../runtime/cache.mjs';
import { binderAssets } from './binder-assets.mjs';
import { fingerprint, isFresh, markFresh } from './fresh.mjs';
import { ROOT } from './run.mjs';

const SOURCES = ['electron/cli', 'electron/binder', 'shared', 'package-lock.json', 'package.json', 'build/tasks/build-cli.mjs'];
const OUT = path.join(ROOT, 'out', 'cli');

/**
 * Bundles the command line into out/cli unless it is there, built from the very same sources. The worker that renders
 * chapters lies beside it under the name it has in the app.
 *
 * @returns {Promise<string>} the file that exports `main`
 */
export async function buildCli() {
  const entry = path.join(OUT, 'main.js');
  const stampFile = path.join(OUT, '.built-from');
  const stamp = await fingerprint(SOURCES);
  if (await isFresh(stampFile, stamp)) return entry;
  await withLock(path.join(ROOT, 'out', '.cli.lock'), async () => {
    if (await isFresh(stampFile, stamp)) return;
    const aside = path.join(ROOT, 'out', `cli.part-${process.pid}`);
    try {
      await bundle(aside);
      await markFresh(path.join(aside, '.built-from'), stamp);
      // A command that is running keeps the files it has opened; the next one sees the new folder whole.
      await rm(OUT, { recursive: true, force: true });
      await rename(aside, OUT);
    } finally {
      await rm(aside, { recursive: true, force: true });
    }
  });
  return entry;
}

/** @param {string} outDir */
async function bundle(outDir) {
  const worker = path.join(ROOT, 'electron/binder/chapter-worker.ts');
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    publicDir: false,
    plugins: [binderAssets()],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: {
          main: path.join(ROOT, 'electron/cli/main.ts'),
          ...((await exists(worker)) ? { 'chapter-worker': worker } : {}),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'shared-[name]-[hash].js' },
      },
    },
  });
}
