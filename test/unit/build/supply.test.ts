import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeAudit, readAudit } from '../../../build/tasks/audit.mjs';
import { packageOf } from '../../../build/tasks/inventory.mjs';
import { ALLOWED, isAllowed, refusedLicences } from '../../../build/tasks/licences.mjs';
import { billOfMaterials } from '../../../build/tasks/sbom.mjs';
import { shippedPackages } from '../../../build/tasks/shipped.mjs';

const root = path.resolve(import.meta.dirname, '..', '..', '..');

describe('packageOf', () => {
  it.each([
    ['/home/a/muster/node_modules/react/index.js', 'node_modules/react'],
    ['C:\\muster\\node_modules\\@mantine\\core\\esm\\x.mjs', 'node_modules/@mantine/core'],
    ['\0/muster/node_modules/fontkit/dist/a.cjs?commonjs-es-import', 'node_modules/fontkit'],
    ['/muster/node_modules/a/node_modules/@b/c/index.js', 'node_modules/a/node_modules/@b/c'],
  ])('%s is of a package', (id, folder) => {
    expect(packageOf(id)).toBe(folder);
  });

  it.each(['/muster/electron/main.ts', '\0vite/preload-helper.js', 'node:fs', ''])('%j is ours, or of the bundler', (id) => {
    expect(packageOf(id)).toBeNull();
  });
});

describe('licences', () => {
  it.each(['MIT', '(MIT OR GPL-3.0-only)', 'GPL-3.0-only OR MIT', 'MIT AND OFL-1.1', 'Apache-2.0 WITH LLVM-exception', '(MIT OR (ISC AND 0BSD))'])('%s may ship', (expression) => {
    expect(isAllowed(expression)).toBe(true);
  });

  it.each(['GPL-3.0-only', 'MIT AND GPL-3.0-only', 'UNLICENSED', 'SEE LICENSE IN LICENSE', '', 'MIT OR', '(MIT', 'MIT)', 'AND', 'MIT ISC'])('%j may not', (expression) => {
    expect(isAllowed(expression)).toBe(false);
  });

  it('an OR needs one side, an AND both', () => {
    const name = fc.constantFrom(...ALLOWED, 'GPL-2.0-only', 'AGPL-3.0-only');
    fc.assert(fc.property(name, name, (one, other) => {
      expect(isAllowed(`${one} OR ${other}`)).toBe(isAllowed(one) || isAllowed(other));
      expect(isAllowed(`(${one}) AND ${other}`)).toBe(isAllowed(one) && isAllowed(other));
    }));
  });

  it('names what may not ship, and what says nothing', () => {
    expect(refusedLicences([
      { name: 'a', version: '1.0.0', licence: 'MIT' },
      { name: 'b', version: '2.0.0', licence: 'GPL-3.0-only' },
      { name: 'c', version: '3.0.0', licence: null },
    ])).toEqual(['b@2.0.0: GPL-3.0-only', 'c@3.0.0: names no licence']);
  });
});

describe('the list of materials', () => {
  const inner = { folder: 'node_modules/a/node_modules/c', name: 'c', version: '1.0.0', licence: 'MIT AND OFL-1.1', integrity: null, needs: [] };
  const packages = [
    { folder: 'node_modules/@x/b', name: '@x/b', version: '2.0.0', licence: 'ISC', integrity: `sha512-${Buffer.from('abc').toString('base64')}`, needs: ['node_modules/a'] },
    { folder: 'node_modules/a', name: 'a', version: '1.0.0', licence: null, integrity: null, needs: ['node_modules/a/node_modules/c'] },
    inner,
    { ...inner, folder: 'node_modules/c', licence: 'MIT' },
  ];
  const given = { app: { name: 'muster', version: '0.1.0' }, electron: { version: '33.2.1', forRelease: false }, packages, madeAt: '2026-03-19T10:00:00Z' };
  const bill = billOfMaterials(given);

  it('has the program, its Electron and every package with licence, hash and dependencies', () => {
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1 });
    expect(bill.components.map((each) => each['bom-ref'])).toEqual([
      'pkg:github/electron/electron@v33.2.1', 'pkg:npm/%40x/b@2.0.0', 'pkg:npm/a@1.0.0', 'pkg:npm/c@1.0.0#node_modules/a/node_modules/c', 'pkg:npm/c@1.0.0',
    ]);
    expect(bill.components[1]).toMatchObject({ hashes: [{ alg: 'SHA-512', content: '616263' }], licenses: [{ license: { id: 'ISC' } }] });
    expect(bill.components[3]).toMatchObject({ licenses: [{ expression: 'MIT AND OFL-1.1' }] });
    expect(bill.dependencies.find(({ ref }) => ref === 'pkg:npm/a@1.0.0')).toEqual({ ref: 'pkg:npm/a@1.0.0', dependsOn: ['pkg:npm/c@1.0.0#node_modules/a/node_modules/c'] });
  });

  it('names nothing in its dependencies that it does not list, and nothing twice', () => {
    const refs = [bill.metadata.component['bom-ref'], ...bill.components.map((each) => each['bom-ref'])];
    expect(new Set(refs).size).toBe(refs.length);
    expect(bill.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]).filter((ref) => !refs.includes(ref))).toEqual([]);
    expect(bill.dependencies[0]?.dependsOn).toEqual(['pkg:github/electron/electron@v33.2.1', 'pkg:npm/%40x/b@2.0.0', 'pkg:npm/c@1.0.0']);
  });

  it('is the same for the same content', () => {
    expect(billOfMaterials(given)).toEqual(bill);
    expect(billOfMaterials({ ...given, madeAt: '2026-03-20T10:00:00Z' }).serialNumber).not.toBe(bill.serialNumber);
  });
});

describe('what the project installs', () => {
  it('has an allowed licence and the hash the lock file names, for whatever of the page and the main process is bundled', async () => {
    const found = await shippedPackages({ root, folders: ['node_modules/react-dom', 'node_modules/dexie', 'node_modules/@noble/ciphers', 'node_modules/png-js', 'node_modules/hash-wasm'] });
    expect(refusedLicences(found)).toEqual([]);
    expect(found.every(({ integrity }) => integrity?.startsWith('sha512-'))).toBe(true);
    await expect(shippedPackages({ root, folders: ['node_modules/never-installed'] })).rejects.toThrow(/not in package-lock\.json/);
  });

  it('runs no script of a package, at exact versions, each with its hash; the lock file names no host, so that any mirror serves', async () => {
    expect(await readFile(path.join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
    const { dependencies, devDependencies } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;
    expect(Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
    const lock = JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, { resolved?: string; integrity?: string; link?: boolean }> };
    const odd = Object.entries(lock.packages).filter(([folder, { resolved, integrity, link }]) =>
      folder !== '' && (link === true || integrity === undefined || resolved !== undefined));
    expect(odd.map(([folder]) => folder)).toEqual([]);
  });
});

describe('the audit', () => {
  const report = (vulnerabilities: Record<string, unknown>): string => `npm warn something\n${JSON.stringify({ auditReportVersion: 2, vulnerabilities }, null, 2)}\nnpm error a log\n`;
  const hole = (severity: string, node: string) => ({ severity, nodes: [node], via: [{ title: 'A hole' }, 'other'] });

  it('stops on a high finding in what ships, and on nothing less or elsewhere', () => {
    const shipped = ['node_modules/a'];
    expect(judgeAudit(readAudit(report({ a: hole('high', 'node_modules/a') }), shipped))).toEqual({
      stops: true,
      lines: ['Known holes in what ships: 1, of them high or critical: 1; in tools that do not ship: 0.', '  a (high): A hole'],
    });
    expect(judgeAudit(readAudit(report({ a: hole('critical', 'node_modules/a') }), shipped)).stops).toBe(true);
    expect(judgeAudit(readAudit(report({ a: hole('moderate', 'node_modules/a') }), shipped)).stops).toBe(false);
    expect(judgeAudit(readAudit(report({ a: hole('critical', 'node_modules/b/node_modules/a') }), shipped)).stops).toBe(false);
    expect(judgeAudit(readAudit(report({}), shipped)).lines).toEqual(['Known holes in what ships: 0, of them high or critical: 0; in tools that do not ship: 0.']);
  });

  it.each([
    ['{ "message": "405 Method Not Allowed", "statusCode": 405 }', '405 Method Not Allowed'],
    ['{ "error": { "summary": "no network" } }', 'no network'],
    ['not json', 'npm gave no answer that can be read'],
    ['', 'npm gave no answer that can be read'],
  ])('says so where nobody answered: %s', (output, why) => {
    const judged = judgeAudit(readAudit(output, []));
    expect(judged.stops).toBe(false);
    expect(judged.lines).toEqual([`Known holes: the registry could not be asked (${why}). Ask it before a release: npm run audit`]);
  });
});
