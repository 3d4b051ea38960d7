/**
 * `electron path/to/app` is the work of a small application inside Electron. The registry package's Electron was built
 * without one, so this stands in for it: it answers --version, loads the modules named by -r, and starts the application
 * whose folder (or file) comes first on the command line. A module, since Electron holds back readiness until its first
 * module, with everything that one awaits, has been loaded: an application must be able to act before that.
 */
import { readFileSync, statSync } from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const preloaded = [];
let target = null;
const words = process.argv.slice(1);
for (let at = 0; at < words.length; at += 1) {
  const word = words[at];
  if (word === '--version' || word === '-v') {
    process.stdout.write(`v${process.versions.electron}\n`);
    process.exit(0);
  } else if (word === '-r' || word === '--require') {
    at += 1;
    preloaded.push(words[at]);
  } else if (!word.startsWith('-')) {
    target = path.resolve(word);
    break;
  }
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

if (target === null) fail('Usage: electron path/to/app');
if (preloaded.length > 0) Module._preloadModules(preloaded);

try {
  let folder = target;
  let entry = target;
  if (statSync(target).isDirectory()) {
    const about = JSON.parse(readFileSync(path.join(target, 'package.json'), 'utf8'));
    entry = path.join(target, about.main || 'index.js');
    if (about.productName || about.name) app.setName(about.productName || about.name);
    if (about.version) app.setVersion(about.version);
  } else {
    folder = path.dirname(target);
  }
  app.setAppPath(folder);
  process.argv[1] = target;
  await import(pathToFileURL(entry).href);
} catch (error) {
  fail(`The application could not be loaded: ${error.stack}`);
}
