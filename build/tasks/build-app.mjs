import path from 'node:path';
import { withLock } from '../runtime/cache.mjs';
import { fingerprint, isFresh, markFresh } from './fresh.mjs';
import { clearInventory } from './inventory.mjs';
import { ROOT, runNode, toolFile } from './run.mjs';

const SOURCES = ['electron', 'shared', 'renderer', 'electron.vite.config.ts', 'package-lock.json', 'package.json'];

/**
 * Builds the app into out/ unless what is there was built from the very same sources.
 * @param {{ log?: (line: string) => void }} [options]
 */
export async function buildApp({ log = () => {} } = {}) {
  const stampFile = path.join(ROOT, 'out', '.built-from');
  await withLock(path.join(ROOT, 'out', '.build.lock'), async () => {
    const stamp = await fingerprint(SOURCES);
    if (await isFresh(stampFile, stamp)) return;
    log('Building …');
    await clearInventory();
    const { code, output } = await runNode(toolFile('electron-vite'), ['build', '--logLevel', 'warn']);
    if (code !== 0) throw new Error(`The build failed:\n${output.trim()}`);
    await markFresh(stampFile, stamp);
  });
}
