import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sweepHalfWritten, writeWhole, writeWholeBy } from '../../../electron/atomic-write.ts';
import { places } from '../../../electron/places.ts';
import { surroundings } from '../../../electron/surroundings.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'muster-files-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('writeWhole', () => {
  it('replaces a file and leaves nothing beside it', async () => {
    const file = path.join(folder, 'a.csv');
    await writeFile(file, 'old');
    await writeWhole(file, 'new');
    expect(await readFile(file, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['a.csv']);
  });

  it('leaves what was there when it cannot finish', async () => {
    const target = path.join(folder, 'taken');
    await mkdir(path.join(target, 'full'), { recursive: true });
    await expect(writeWhole(target, 'new')).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['taken']);
    expect(await readdir(target)).toEqual(['full']);
  });
});

describe('sweepHalfWritten', () => {
  it('removes at any depth what a write that was cut off left, and nothing else', async () => {
    const deep = path.join(folder, 'a1', 'documents');
    await mkdir(deep, { recursive: true });
    // As a crash leaves it: the name the writer chose, without its end.
    let aside = '';
    await expect(
      writeWholeBy(path.join(deep, 'scan'), async () => {
        [aside = ''] = await readdir(deep);
        throw new Error('cut off');
      }),
    ).rejects.toThrow('cut off');
    await writeFile(path.join(deep, aside), 'half');
    await writeFile(path.join(deep, '.notes.part'), 'somebody else');
    await writeFile(path.join(deep, 'scan'), 'whole');
    expect(await sweepHalfWritten(folder)).toBe(1);
    expect((await readdir(deep)).sort()).toEqual(['.notes.part', 'scan']);
    expect(await sweepHalfWritten(path.join(folder, 'nowhere'))).toBe(0);
  });
});

describe('places', () => {
  it('finds what it handed out and nothing else', () => {
    const known = places();
    const token = known.add('/home/x/out.pdf');
    expect(known.find(token)).toBe('/home/x/out.pdf');
    expect(known.find('/home/x/out.pdf')).toBeNull();
    expect(token).not.toContain('home');
  });
});

describe('surroundings', () => {
  const given = { appData: '/data', built: '/app/out', env: {} };
  it('keeps a checkout away from the records of the installed app', () => {
    expect(surroundings({ ...given, packaged: true }).profile).toBe(path.join('/data', 'Muster'));
    expect(surroundings({ ...given, packaged: false }).profile).toBe(path.join('/data', 'Muster Development'));
    expect(surroundings({ ...given, packaged: true, env: { MUSTER_PROFILE: '/elsewhere' } }).profile).toBe(path.resolve('/elsewhere'));
  });
  it('knows a dev server only in a checkout', () => {
    const env = { ELECTRON_RENDERER_URL: 'http://127.0.0.1:5273/' };
    expect(surroundings({ ...given, packaged: false, env }).devServer).toBe('http://127.0.0.1:5273');
    expect(surroundings({ ...given, packaged: true, env }).devServer).toBeNull();
  });
});
