/** What goes beside every package: the list of materials. And what keeps one from being made: a licence that may not ship, a known hole. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { askRegistry, judgeAudit, readAudit } from './audit.mjs';
import { refusedLicences } from './licences.mjs';
import { ROOT } from './run.mjs';
import { billOfMaterials } from './sbom.mjs';
import { shippedPackages } from './shipped.mjs';

/**
 * Checks the licences of what was bundled and writes the list of materials.
 * @param {{ outFolder: string, electron: { version: string, forRelease: boolean }, madeAt: string }} given
 * @returns {Promise<{ file: string, components: number }>}
 */
export async function writeMaterials({ outFolder, electron, madeAt }) {
  const packages = await shippedPackages();
  const refused = refusedLicences(packages);
  if (refused.length > 0) {
    throw new Error(`These may not ship; allow their licence in build/tasks/licences.mjs after reading it, or do without them:\n  ${refused.join('\n  ')}`);
  }
  const { name, version, description } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'));
  const bill = billOfMaterials({ app: { name, version, description }, electron, packages, madeAt });
  const file = path.join(outFolder, `${name}-${version}.cdx.json`);
  await mkdir(outFolder, { recursive: true });
  await writeFile(file, `${JSON.stringify(bill, null, 2)}\n`);
  return { file, components: bill.components.length };
}

/**
 * Asks for known holes in what was bundled.
 * @param {(line: string) => void} log
 * @param {() => Promise<string>} [ask]
 */
export async function auditShipped(log, ask = askRegistry) {
  const folders = (await shippedPackages()).map(({ folder }) => folder);
  const { stops, lines } = judgeAudit(readAudit(await ask(), folders));
  for (const line of lines) log(line);
  if (stops) throw new Error('Nothing was packaged: a package that ships has a known hole of high severity. Update it, then run this again.');
}
