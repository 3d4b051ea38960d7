import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { missingPackages } from '../../../build/tasks/install.mjs';
import { hasDisplay, librariesNotFound } from '../../../build/tasks/machine.mjs';
import { judge, oneCheck, playwrightCount, total, vitestCount } from '../../../build/tasks/tally.mjs';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'muster-tasks-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});
const put = async (name: string, value: unknown) => {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
};

describe('missingPackages', () => {
  const lock = { packages: { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0', optional: true } } };

  it('is content when node_modules is what the lock file says, optional packages aside', async () => {
    await put('package-lock.json', lock);
    await put('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: '1.0.0' } } });
    expect(await missingPackages(folder)).toBeNull();
  });

  it('names what is missing or of another version', async () => {
    await put('package-lock.json', lock);
    expect(await missingPackages(folder)).toBe('node_modules is not there');
    await put('node_modules/.package-lock.json', { packages: {} });
    expect(await missingPackages(folder)).toBe('a should be 1.0.0, node_modules has none');
    await put('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: '0.9.0' } } });
    expect(await missingPackages(folder)).toBe('a should be 1.0.0, node_modules has 0.9.0');
    await put('node_modules/.package-lock.json', '{ cut off');
    expect(await missingPackages(folder)).toBe('node_modules is not there');
  });
});

describe('the machine', () => {
  it('has a display unless it is a Linux without one', () => {
    expect(hasDisplay({}, 'linux')).toBe(false);
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(hasDisplay({}, 'win32')).toBe(true);
  });

  it('lacks the libraries that ldd does not find', () => {
    const report = '\tlinux-vdso.so.1 (0x1)\n\tlibgtk-3.so.0 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x2)\n\tlibgtk-3.so.0 => not found\n';
    expect(librariesNotFound(report)).toEqual(['libgtk-3.so.0']);
  });
});

describe('the last line', () => {
  it('adds what the runners counted', () => {
    expect(total([oneCheck('types', true), oneCheck('lint', false), { name: 'unit', passed: 5, failed: 1 }])).toEqual({ passed: 6, failed: 2 });
  });

  it('never counts as passed what did not run', () => {
    expect(judge('x', { passed: 3, failed: 0, skipped: 2, code: 0 })).toMatchObject({ passed: 3, failed: 2 });
    expect(judge('x', { passed: 3, failed: 0, skipped: 0, code: 1 })).toMatchObject({ passed: 3, failed: 1 });
    expect(judge('x', { passed: 0, failed: 0, skipped: 0, code: 0 })).toMatchObject({ passed: 0, failed: 1 });
    expect(judge('x', { passed: 3, failed: 1, skipped: 0, code: 1 })).toMatchObject({ passed: 3, failed: 1 });
  });

  it('reads the reports of both runners, and their absence', async () => {
    const unit = await put('unit.json', {
      numPassedTests: 4,
      numFailedTests: 1,
      numPendingTests: 0,
      numTodoTests: 0,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{}] },
      ],
    });
    expect(await vitestCount('unit', unit, 1)).toMatchObject({ passed: 4, failed: 2 });
    const e2e = await put('e2e.json', { stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 0 }, errors: [{}] });
    expect(await playwrightCount('e2e', e2e, 1)).toMatchObject({ passed: 7, failed: 3 });
    expect(await vitestCount('unit', path.join(folder, 'none'), 1)).toMatchObject({ passed: 0, failed: 1, note: 'the runner left no report' });
  });
});
