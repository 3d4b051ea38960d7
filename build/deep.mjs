/** `npm run test:deep`: what takes long for its own sake. */
import { vitest } from './tasks/checks.mjs';
import { say, script } from './tasks/say.mjs';
import { ensureInstalled } from './tasks/install.mjs';

await script(async () => {
  await ensureInstalled(say);
  const { passed, failed } = await vitest('deep', ['deep']);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
});
