/** `npm run build`: the app into out/, the command line into out/cli. */
import { ensureInstalled } from './tasks/install.mjs';
import { say, script } from './tasks/say.mjs';

await script(async () => {
  await ensureInstalled(say);
  const { buildApp } = await import('./tasks/build-app.mjs');
  const { buildCli } = await import('./tasks/build-cli.mjs');
  await buildApp({ log: say });
  await buildCli();
});
