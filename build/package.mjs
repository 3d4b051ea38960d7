/**
 * `npm run package`: the app as a folder that runs (Linux, or the system this runs on). `npm run package -- installers`
 * makes that system's installers, for which electron-builder downloads its tools.
 *
 * Beside them it lays the list of materials, after checking their licences and asking for known holes.
 *
 *   --not-for-release   allows the registry's Electron, which is out of support
 *   --out FOLDER        writes there instead of dist/
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './tasks/install.mjs';
import { ROOT, runNode, toolFile } from './tasks/run.mjs';
import { say, script } from './tasks/say.mjs';

await script(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'not-for-release': { type: 'boolean', default: false }, out: { type: 'string' } },
  });
  const what = positionals[0] ?? 'dir';
  if (what !== 'dir' && what !== 'installers') throw new Error(`"${what}" is not something to package. Use: npm run package [-- installers]`);

  await ensureInstalled(say);
  const { describeRuntime, resolveElectron } = await import('./electron-runtime.mjs');
  const { buildApp } = await import('./tasks/build-app.mjs');
  const runtime = await resolveElectron({ log: say });
  say(describeRuntime(runtime));
  if (!runtime.forRelease && !values['not-for-release']) {
    throw new Error(
      'This Electron is out of support and must not be shipped. Package where the vendor can be reached, or add --not-for-release to try a package out: npm run package -- --not-for-release',
    );
  }
  await buildApp({ log: say });
  const outFolder = path.resolve(ROOT, values.out ?? 'dist');
  const { auditShipped, writeMaterials } = await import('./tasks/materials.mjs');
  await auditShipped(say);
  const { file, components } = await writeMaterials({ outFolder, electron: runtime, madeAt: new Date().toISOString() });
  say(`${path.basename(file)}: ${components} components, every licence allowed.`);
  const { code, output } = await runNode(
    toolFile('electron-builder'),
    [
      ...(what === 'dir' ? ['--dir'] : []),
      '--publish',
      'never',
      `-c.electronVersion=${runtime.version}`,
      // The vendor's own is best fetched by electron-builder, which then gets the one for each processor it packages for.
      ...(runtime.source === 'vendor' ? [] : [`-c.electronDist=${runtime.dist}`, '-c.afterPack=build/after-pack.mjs']),
      `-c.directories.output=${outFolder}`,
    ],
    { cwd: ROOT, env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' } },
  );
  if (code !== 0) throw new Error(`electron-builder failed:\n${output.trim().split('\n').slice(-20).join('\n')}`);
  process.stdout.write(`${outFolder}\n`);
});
