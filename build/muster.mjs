/**
 * The command line from a checkout: `npm run -s muster -- COMMAND`. Builds its bundle when the sources have changed, without
 * a word, and runs it in this process. Nothing but the command's own output reaches stdout.
 */
import { pathToFileURL } from 'node:url';
import { buildCli } from './tasks/build-cli.mjs';
import { missingPackages } from './tasks/install.mjs';

const missing = await missingPackages();
if (missing !== null) {
  process.stderr.write(`The packages are not installed (${missing}). Run: npm ci\n`);
  process.exitCode = 2;
} else {
  const { main } = await import(pathToFileURL(await buildCli()).href);
  process.exitCode = await main(process.argv.slice(2));
}
