/**
 * `npm run bench [-- name ...]`: every test/bench/NAME.bench.ts exports `run(): Promise<void>`, which prints a table. Each
 * is bundled and run in a process of its own, one after the other, so that none warms up or crowds another.
 */
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { binderAssets } from './tasks/binder-assets.mjs';
import { ensureInstalled } from './tasks/install.mjs';
import { ROOT, runNode } from './tasks/run.mjs';
import { say, script } from './tasks/say.mjs';

const FOLDER = path.join(ROOT, 'test', 'bench');
const OUT = path.join(ROOT, 'out', 'bench');

await script(async () => {
  if (process.argv[2] === '--run') {
    const { run } = await import(pathToFileURL(String(process.argv[3])).href);
    await run();
    return 0;
  }
  await ensureInstalled(say);
  const asked = process.argv.slice(2);
  const all = (await readdir(FOLDER)).filter((name) => name.endsWith('.bench.ts')).map((name) => name.slice(0, -'.bench.ts'.length));
  const unknown = asked.find((name) => !all.includes(name));
  if (unknown !== undefined) throw new Error(`There is no benchmark "${unknown}". There are: ${all.join(', ')}.`);
  const chosen = asked.length > 0 ? asked : all;
  await bundle(chosen);
  let worst = 0;
  for (const name of chosen) {
    say(`\n${name}`);
    const { code } = await runNode(path.join(import.meta.dirname, 'bench.mjs'), ['--run', path.join(OUT, `${name}.js`)], { show: true });
    worst = Math.max(worst, code);
  }
  return worst;
});

/** @param {readonly string[]} names */
async function bundle(names) {
  const { build } = await import('vite');
  await rm(OUT, { recursive: true, force: true });
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    publicDir: false,
    plugins: [binderAssets()],
    build: {
      ssr: true,
      target: 'node20',
      outDir: OUT,
      minify: false,
      rolldownOptions: {
        input: {
          ...Object.fromEntries(names.map((name) => [name, path.join(FOLDER, `${name}.bench.ts`)])),
          'chapter-worker': path.join(ROOT, 'electron/binder/chapter-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'shared-[name]-[hash].js' },
      },
    },
  });
}
