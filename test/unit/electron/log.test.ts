import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { framesOf, log, openLog } from '../../../electron/log.ts';

describe('log', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'muster-log-'));
    openLog(folder);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('writes one line of JSON an event and keeps three files of a megabyte', () => {
    log('info', 'started', { version: '1' });
    const line: unknown = JSON.parse(readFileSync(path.join(folder, 'muster.log'), 'utf8'));
    expect(line).toMatchObject({ level: 'info', event: 'started', version: '1' });
    for (let count = 0; count < 11_000; count += 1) log('warn', 'fill', { text: 'x'.repeat(500) });
    expect(readdirSync(folder).sort()).toEqual(['muster.log', 'muster.log.1', 'muster.log.2']);
  });
});

describe('framesOf', () => {
  it('keeps the kind and the places, drops the message and the folders', () => {
    const error = new TypeError('Delphine Arceneaux, born 1980-01-02');
    error.stack = `TypeError: Delphine Arceneaux, born 1980-01-02\n    at save (file:///home/delphine/app/out/main/main.js:12:5)\n    at async C:\\Users\\delphine\\main.js:9:1`;
    expect(framesOf(error)).toBe('TypeError at save main.js:12:5 < at async main.js:9:1');
  });
  it('quotes nothing that is not an error', () => {
    expect(framesOf('Delphine')).toBe('string');
  });
});
