/** `node build/icons/make-icons.mjs`: every icon file from icon.svg. The results are committed; run it when the drawing changes. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { resolveElectron } from '../electron-runtime.mjs';
import { ensureMachine, sandboxArguments, withDisplay } from '../tasks/machine.mjs';
import { run } from '../tasks/run.mjs';
import { say, script } from '../tasks/say.mjs';
import { icns, ico } from './containers.mjs';

const HERE = import.meta.dirname;
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

await script(async () => {
  const runtime = await resolveElectron({ log: say });
  await ensureMachine(runtime.executable, { virtualDisplay: true, log: say });
  const linux = path.join(HERE, 'linux');
  await mkdir(linux, { recursive: true });
  const words = [path.join(HERE, 'icon.svg'), linux, ...SIZES.map(String)];
  const profile = await mkdtemp(path.join(tmpdir(), 'muster-icons-'));
  const { command, args } = withDisplay(runtime.executable, [
    ...sandboxArguments(),
    path.join(HERE, 'rasterise.cjs'),
    `--user-data-dir=${profile}`,
    '--',
    ...words,
  ]);
  const { code, output } = await run(command, args, { env: { ...process.env, MUSTER_ICON_WORDS: String(words.length) } });
  await rm(profile, { recursive: true, force: true });
  if (code !== 0) throw new Error(output);
  const images = await Promise.all(SIZES.map(async (size) => ({ size, png: await readFile(path.join(linux, `${size}x${size}.png`)) })));
  await writeFile(path.join(HERE, 'icon.ico'), ico(images.filter(({ size }) => size <= 256)));
  await writeFile(path.join(HERE, 'icon.icns'), icns(images));
});
