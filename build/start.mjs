/** `npm start`: installs what is missing, finds an Electron, builds and opens the app. Where there is no display, the demo. */
import { ensureInstalled } from './tasks/install.mjs';
import { ensureMachine, hasDisplay, isRoot, sandboxArguments, sandboxProblem } from './tasks/machine.mjs';
import { ROOT, run, runNode } from './tasks/run.mjs';
import { say, script } from './tasks/say.mjs';

await script(async () => {
  await ensureInstalled(say);
  return hasDisplay() ? openApp() : demo();
});

async function openApp() {
  const { describeRuntime, resolveElectron } = await import('./electron-runtime.mjs');
  const { buildApp } = await import('./tasks/build-app.mjs');
  const runtime = await resolveElectron({ log: say });
  say(describeRuntime(runtime));
  await ensureMachine(runtime.executable, { virtualDisplay: false, log: say });
  const problem = sandboxProblem(runtime.dist);
  if (problem !== null) throw new Error(problem);
  if (isRoot() && process.platform === 'linux') say('Running as root: Chromium will not be sandboxed. Prefer an ordinary user.');
  await buildApp({ log: say });
  const { code } = await run(runtime.executable, [...sandboxArguments(), ROOT, ...process.argv.slice(2)], { show: true });
  return code;
}

async function demo() {
  say('There is no display here, so the demo runs without the app: an agency, its verdicts, its binders.\n');
  /** @param {readonly string[]} args */
  const muster = async (...args) => {
    say(`$ muster ${args.join(' ')}`);
    const { code } = await runNode('build/muster.mjs', args, { show: true });
    if (code !== 0) throw new Error(`muster ${args[0]} ended with ${code}; its words are above.`);
  };
  await muster('demo', '--out', 'out/demo');
  await muster('evaluate', '--agency', 'out/demo/agency.json', '--format', 'table');
  await muster('binder', '--agency', 'out/demo/agency.json', '--out', 'out/binders');
  say('\nThe agency is in out/demo, the binders are in out/binders. With a display, `npm start` opens the app.');
  return 0;
}
