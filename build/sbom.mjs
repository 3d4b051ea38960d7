/** `npm run sbom`: the list of materials of what would be packaged now, into out/sbom; `-- --out FOLDER` writes elsewhere. Licences are checked on the way. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './tasks/install.mjs';
import { ROOT } from './tasks/run.mjs';
import { say, script } from './tasks/say.mjs';

await script(async () => {
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  await ensureInstalled(say);
  const { resolveElectron } = await import('./electron-runtime.mjs');
  const { buildApp } = await import('./tasks/build-app.mjs');
  const { writeMaterials } = await import('./tasks/materials.mjs');
  const electron = await resolveElectron({ log: say });
  await buildApp({ log: say });
  const { file, components } = await writeMaterials({ outFolder: path.resolve(ROOT, values.out ?? 'out/sbom'), electron, madeAt: new Date().toISOString() });
  say(`${components} components, every licence allowed.`);
  process.stdout.write(`${file}\n`);
});
