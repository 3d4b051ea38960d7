/** `npm run dev`: the app from its sources; the page reloads as they change, the main process restarts. Needs a display. */
import { ensureInstalled } from './tasks/install.mjs';
import { ensureMachine, hasDisplay, sandboxArguments, sandboxProblem } from './tasks/machine.mjs';
import { ROOT, runNode, toolFile } from './tasks/run.mjs';
import { say, script } from './tasks/say.mjs';

await script(async () => {
  await ensureInstalled(say);
  if (!hasDisplay()) throw new Error('npm run dev opens a window, and there is no display here. `npm test` and `npm run muster` need none.');
  const { describeRuntime, resolveElectron } = await import('./electron-runtime.mjs');
  const runtime = await resolveElectron({ log: say });
  say(describeRuntime(runtime));
  await ensureMachine(runtime.executable, { virtualDisplay: false, log: say });
  const problem = sandboxProblem(runtime.dist);
  if (problem !== null) throw new Error(problem);
  const { code } = await runNode(toolFile('electron-vite'), ['dev', '--watch', ...(sandboxArguments().length > 0 ? ['--noSandbox'] : [])], {
    show: true,
    cwd: ROOT,
    env: { ...process.env, ELECTRON_EXEC_PATH: runtime.executable, ELECTRON_OVERRIDE_DIST_PATH: runtime.dist },
  });
  return code;
});
