/** `npm run check`: what a change must pass before it is shown to anybody; everything of `npm test` that needs no Electron. */
import { lint, typecheck, unused, vitest } from './tasks/checks.mjs';
import { script } from './tasks/say.mjs';
import { total } from './tasks/tally.mjs';

await script(async () => {
  const counts = (await Promise.all([typecheck(), lint().then(async (first) => [first, await unused()])])).flat();
  counts.push(await vitest('unit and database', ['unit', 'db']));
  const { passed, failed } = total(counts);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
});
