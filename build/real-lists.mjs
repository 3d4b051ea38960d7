/** `npm run test:real-lists`: imports every list file of the folder that MUSTER_REAL_LISTS names. The project carries none. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { vitest } from './tasks/checks.mjs';
import { say, script } from './tasks/say.mjs';
import { ensureInstalled } from './tasks/install.mjs';

await script(async () => {
  const folder = process.env['MUSTER_REAL_LISTS'] ?? '';
  if (folder === '') throw new Error('Set MUSTER_REAL_LISTS to a folder with list files as published (LEIE, SAM, ...): MUSTER_REAL_LISTS=DIR npm run test:real-lists. Nothing was tested.');
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`MUSTER_REAL_LISTS names ${folder}, which is no folder. Nothing was tested.`);
  process.env['MUSTER_REAL_LISTS'] = path.resolve(folder);
  await ensureInstalled(say);
  const { passed, failed } = await vitest('real lists', ['real-lists']);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
});
