/** `npm run test:e2e -- [playwright arguments]`: the end-to-end tests alone. */
import { ensureInstalled } from './tasks/install.mjs';
import { ensureMachine, sandboxProblem, withDisplay } from './tasks/machine.mjs';
import { run, toolFile } from './tasks/run.mjs';
import { say, script } from './tasks/say.mjs';

await script(async () => {
  await ensureInstalled(say);
  const { describeRuntime, resolveElectron } = await import('./electron-runtime.mjs');
  const runtime = await resolveElectron({ log: say });
  say(describeRuntime(runtime));
  await ensureMachine(runtime.executable, { virtualDisplay: true, log: say });
  const problem = sandboxProblem(runtime.dist);
  if (problem !== null) throw new Error(problem);
  const { command, args } = withDisplay(process.execPath, [toolFile('@playwright/test', 'playwright'), 'test', ...process.argv.slice(2)]);
  const { code } = await run(command, args, { show: true, env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: runtime.dist } });
  return code;
});
