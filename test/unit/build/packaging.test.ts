import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Ajv, type AnySchemaObject } from 'ajv';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { icns, ico } from '../../../build/icons/containers.mjs';

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const read = (file: string) => readFile(path.join(root, file));
const config = async () => parse((await read('electron-builder.yml')).toString('utf8')) as Record<string, unknown>;

/** electron-builder's own schema, as its release carries it. */
async function schema(): Promise<AnySchemaObject> {
  const file = path.join(path.dirname(createRequire(import.meta.url).resolve('app-builder-lib/package.json')), 'scheme.json');
  return JSON.parse(await readFile(file, 'utf8')) as AnySchemaObject;
}

describe('electron-builder.yml', () => {
  it("passes electron-builder's own schema, and a misspelt key does not", async () => {
    const check = new Ajv({ strict: false, allErrors: true }).compile(await schema());
    expect(check(await config()) ? [] : check.errors).toEqual([]);
    expect(check({ ...(await config()), electronFuzes: {} })).toBe(false);
    expect(check({ ...(await config()), electronFuses: { runAsNode: 'no' } })).toBe(false);
  });

  it('targets what it must and ships nothing it should not', async () => {
    const { win, mac, linux, files, publish, asar, directories } = await config();
    expect(win).toMatchObject({ target: [{ target: 'nsis' }] });
    expect(mac).toMatchObject({ target: [{ target: 'dmg' }], hardenedRuntime: true });
    expect((linux as { readonly target: unknown }).target).toEqual(['AppImage', 'deb', 'dir']);
    expect(asar).toBe(true);
    expect(publish).toBeNull();
    expect((files as string[]).filter((pattern) => !pattern.startsWith('!'))).toEqual(['out/main/**', 'out/preload/**', 'out/renderer/**', 'package.json']);
    expect(directories).toMatchObject({ output: 'dist' });
  });

  it('locks every fuse', async () => {
    expect((await config())['electronFuses']).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });
});

describe('the icons', () => {
  const size = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

  it('exist in every size Linux asks for', async () => {
    for (const edge of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) {
      const png = await read(`build/icons/linux/${edge}x${edge}.png`);
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect(size(png)).toEqual([edge, edge]);
    }
  });

  it('are the same pictures in the Windows and the macOS container', async () => {
    const images = await Promise.all([16, 24, 32, 48, 64, 128, 256, 512, 1024].map(async (edge) => ({ size: edge, png: await read(`build/icons/linux/${edge}x${edge}.png`) })));
    expect((await read('build/icons/icon.ico')).equals(ico(images.filter((image) => image.size <= 256)))).toBe(true);
    expect((await read('build/icons/icon.icns')).equals(icns(images))).toBe(true);
    expect((await read('build/icons/icon.icns')).readUInt32BE(4)).toBe((await read('build/icons/icon.icns')).length);
  });
});
