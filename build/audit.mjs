/** `npm run audit`: known holes in what ships. Ends with 1 where one is high or critical; says so where the registry cannot be asked. */
import { ensureInstalled } from './tasks/install.mjs';
import { say, script } from './tasks/say.mjs';

await script(async () => {
  await ensureInstalled(say);
  const { buildApp } = await import('./tasks/build-app.mjs');
  const { auditShipped } = await import('./tasks/materials.mjs');
  await buildApp({ log: say });
  await auditShipped((line) => process.stdout.write(`${line}\n`));
});
