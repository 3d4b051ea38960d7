import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimProfile, judgeProfile, lookAtProfile, refusalWords } from '../../../electron/profile.ts';

describe('judgeProfile', () => {
  it('opens a new profile, its own, and an older one, and notes what it opened with', () => {
    expect(judgeProfile(null, 130)).toEqual({ kind: 'open', write: true });
    expect(judgeProfile('{"chromiumMajor":130}', 130)).toEqual({ kind: 'open', write: false });
    expect(judgeProfile('{"chromiumMajor":99}', 130)).toEqual({ kind: 'open', write: true });
  });

  it('refuses one that a newer Chromium has opened, compared as numbers', () => {
    expect(judgeProfile('{"chromiumMajor":131}', 130)).toEqual({ kind: 'refuse', writtenBy: 131, current: 130 });
    expect(judgeProfile('{"chromiumMajor":1000}', 999)).toEqual({ kind: 'refuse', writtenBy: 1000, current: 999 });
  });

  it.each(['', '{', 'null', '[]', '{"chromiumMajor":"130"}', '{"chromiumMajor":-1}', '{"chromiumMajor":130,"more":1}'])('knows damage: %s', (text) => {
    expect(judgeProfile(text, 130)).toEqual({ kind: 'damaged' });
  });
});

describe('claimProfile', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'muster-profile-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const record = () => readFileSync(path.join(folder, 'runtime.json'), 'utf8');

  it('writes the record once and raises it with a newer Chromium', () => {
    claimProfile(folder, 130);
    expect(record()).toBe('{"chromiumMajor":130}\n');
    claimProfile(folder, 156);
    expect(record()).toBe('{"chromiumMajor":156}\n');
    expect(lookAtProfile(folder, 130)).toEqual({ kind: 'refuse', writtenBy: 156, current: 130 });
    expect(claimProfile(folder, 130).kind).toBe('refuse');
    expect(record()).toBe('{"chromiumMajor":156}\n');
  });

  it('closes the folder to everybody else, a new one and one that stood open', () => {
    chmodSync(folder, 0o755);
    claimProfile(folder, 130);
    claimProfile(path.join(folder, 'new'), 130);
    const modes = [folder, path.join(folder, 'new'), path.join(folder, 'runtime.json')].map((each) => (statSync(each).mode & 0o777).toString(8));
    expect(modes).toEqual(process.platform === 'win32' ? expect.anything() : ['700', '700', '600']);
  });

  it('keeps a damaged record beside the new one', () => {
    writeFileSync(path.join(folder, 'runtime.json'), 'half a rec');
    expect(claimProfile(folder, 130).kind).toBe('damaged');
    expect(readdirSync(folder).sort()).toEqual(['runtime.json', 'runtime.json.damaged']);
    expect(readFileSync(path.join(folder, 'runtime.json.damaged'), 'utf8')).toBe('half a rec');
  });
});

describe('refusalWords', () => {
  it('says what happened, where, that nothing was touched and what to do', () => {
    const { title, body } = refusalWords('/home/x/Muster', 156, 130);
    expect(title).toBe('Muster was not opened');
    for (const part of ['/home/x/Muster', '156', '130', 'not touched', 'newer Muster']) expect(body).toContain(part);
  });
});
