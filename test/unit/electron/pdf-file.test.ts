import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPdfFile } from '../../../electron/pdf-file.ts';

const pdf = '%PDF-1.7\n1 0 obj\n';

describe('what is handed to the system to open', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'muster-pdf-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['binder.pdf', pdf, true],
    ['BINDER.PDF', pdf, true],
    ['late mark.pdf', `${'\n'.repeat(1_000)}%PDF-1.7`, true],
    ['mark past the head.pdf', `${'\n'.repeat(1_024)}%PDF-1.7`, false],
    ['binder.pdf.exe', pdf, false],
    ['binder.pdf.lnk', pdf, false],
    ['binder', pdf, false],
    ['.pdf', pdf, false],
    ['binder.pdf ', pdf, false],
    ['binder.html', pdf, false],
    ['program.pdf', `MZ${pdf}`, false],
    ['script.pdf', `#!/bin/sh\n${pdf}`, false],
    ['binary.pdf', `\u007fELF${pdf}`, false],
    ['shortcut.pdf', `[Desktop Entry]\nExec=sh\n${pdf}`, false],
    ['text.pdf', 'a list of names', false],
    ['empty.pdf', '', false],
  ])('%j', async (name, content, opened) => {
    const file = path.join(folder, name);
    writeFileSync(file, content, 'latin1');
    expect(await isPdfFile(file)).toBe(opened);
  });

  it('is never a folder, a missing file, or a link to something else', async () => {
    mkdirSync(path.join(folder, 'folder.pdf'));
    writeFileSync(path.join(folder, 'program'), 'MZ');
    symlinkSync(path.join(folder, 'program'), path.join(folder, 'link.pdf'));
    expect(await Promise.all(['folder.pdf', 'missing.pdf', 'link.pdf'].map((name) => isPdfFile(path.join(folder, name))))).toEqual([false, false, false]);
  });
});
