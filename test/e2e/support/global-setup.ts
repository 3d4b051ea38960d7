import { describeRuntime, resolveElectron } from '../../../build/electron-runtime.mjs';
import { buildApp } from '../../../build/tasks/build-app.mjs';

/** Once a run: the app is built from the present sources, and every worker is told which Electron to start. */
export default async function globalSetup(): Promise<void> {
  if (!process.env['ELECTRON_OVERRIDE_DIST_PATH']) {
    const runtime = await resolveElectron();
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] = runtime.dist;
    process.stdout.write(`${describeRuntime(runtime)}\n`);
  }
  await buildApp();
}
