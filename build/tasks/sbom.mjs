/**
 * The software bill of materials of a package, CycloneDX 1.5: the program, the Electron it runs in, and every package whose code
 * or files are in it. `npm sbom` knows only what is installed, not what was bundled, and leaves out all of it with
 * `--omit=dev`.
 */
import { createHash } from 'node:crypto';

/**
 * @param {{
 *   app: { name: string, version: string, description?: string },
 *   electron: { version: string, forRelease: boolean },
 *   packages: readonly import('./shipped.mjs').Shipped[],
 *   madeAt: string,
 * }} given `madeAt` is an ISO instant
 */
export function billOfMaterials({ app, electron, packages, madeAt }) {
  const appRef = purl(app.name, app.version);
  const electronRef = `pkg:github/electron/electron@v${electron.version}`;
  const refs = new Map(packages.map((each) => [each.folder, refOf(each)]));
  const needed = new Set(packages.flatMap(({ needs }) => needs));
  const body = {
    metadata: {
      timestamp: madeAt,
      component: { 'bom-ref': appRef, type: 'application', name: app.name, version: app.version, ...(app.description && { description: app.description }), purl: appRef },
    },
    components: [
      {
        'bom-ref': electronRef,
        type: 'framework',
        name: 'electron',
        version: electron.version,
        purl: electronRef,
        licenses: [{ license: { id: 'MIT' } }],
        properties: [{ name: 'muster:for-release', value: String(electron.forRelease) }],
      },
      ...packages.map((each) => ({
        'bom-ref': refOf(each),
        type: 'library',
        name: each.name,
        version: each.version,
        purl: purl(each.name, each.version),
        ...(each.licence !== null && { licenses: [/[\s()]/.test(each.licence) ? { expression: each.licence } : { license: { id: each.licence } }] }),
        ...(each.integrity !== null && { hashes: hashesOf(each.integrity) }),
      })),
    ],
    dependencies: [
      { ref: appRef, dependsOn: [electronRef, ...packages.filter(({ folder }) => !needed.has(folder)).map(refOf)].sort() },
      { ref: electronRef, dependsOn: [] },
      ...packages.map((each) => ({ ref: refOf(each), dependsOn: [...new Set(each.needs.map((folder) => refs.get(folder) ?? folder))].sort() })),
    ],
  };
  return { bomFormat: 'CycloneDX', specVersion: '1.5', serialNumber: `urn:uuid:${uuidOf(JSON.stringify(body))}`, version: 1, ...body };
}

/** Two copies of one version in different folders are two components. @param {import('./shipped.mjs').Shipped} each */
const refOf = (each) => (each.folder === `node_modules/${each.name}` ? purl(each.name, each.version) : `${purl(each.name, each.version)}#${each.folder}`);

/** @param {string} name @param {string} version */
const purl = (name, version) => `pkg:npm/${name.startsWith('@') ? `%40${name.slice(1)}` : name}@${version}`;

const ALGORITHMS = /** @type {Readonly<Record<string, string>>} */ ({ sha1: 'SHA-1', sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' });

/** @param {string} integrity */
function hashesOf(integrity) {
  return integrity.split(/\s+/).flatMap((each) => {
    const [algorithm = '', digest = ''] = each.split(/-(.*)/s);
    const name = ALGORITHMS[algorithm];
    return name === undefined ? [] : [{ alg: name, content: Buffer.from(digest, 'base64').toString('hex') }];
  });
}

/** The same content has the same number. @param {string} text */
function uuidOf(text) {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
