import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectionLog } from '../../../electron/downloads/connection-log.ts';
import { downloadPermission } from '../../../electron/downloads/download-permission.ts';
import { isSameSite, sourceOf } from '../../../electron/downloads/sources.ts';
import type { Connection } from '../../../shared/ipc/connection.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'muster-connections-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const line = (bytes: number): Connection => ({
  at: '2026-05-20T12:00:00Z', address: 'https://example.org/list.csv', why: { list: 'oig-leie', attempt: 1, attempts: 3 }, outcome: 'taken', status: 200, bytes, milliseconds: 5,
});

describe('the record of connections', () => {
  it('begins empty and keeps what is added, in order, also for the next start', () => {
    const file = path.join(folder, 'profile', 'connections.jsonl');
    const log = connectionLog(file);
    expect(log.read()).toEqual({ connections: [], unread: 0 });
    log.prove();
    expect(log.read()).toEqual({ connections: [], unread: 0 });
    log.add(line(1));
    log.add(line(2));
    expect(connectionLog(file).read()).toEqual({ connections: [line(1), line(2)], unread: 0 });
  });

  it('counts damaged lines and reads the others; a torn last line does not swallow the next', async () => {
    const file = path.join(folder, 'connections.jsonl');
    const log = connectionLog(file);
    log.add(line(1));
    await appendFile(file, 'not json\n{"at":"2026"}\n[]\n{"at":"2026-05-20T12:00:00Z","address":"htt');
    log.add(line(2));
    expect(log.read()).toEqual({ connections: [line(1), line(2)], unread: 4 });
  });

  it('keeps its newest lines when it has grown', async () => {
    const file = path.join(folder, 'connections.jsonl');
    const size = JSON.stringify(line(10)).length + 1;
    const log = connectionLog(file, { bytes: 10 * size, lines: 4 });
    for (let bytes = 10; bytes < 20; bytes += 1) log.add(line(bytes));
    expect(log.read().connections).toHaveLength(10);
    log.add(line(20));
    expect(log.read().connections.map(({ bytes }) => bytes)).toEqual([17, 18, 19, 20]);
    expect((await stat(file)).size).toBe(4 * size);
  });
});

describe('the permission', () => {
  it('is off until somebody switches it on, and remembered', async () => {
    const file = path.join(folder, 'downloads.json');
    const permission = downloadPermission(file);
    expect(permission.allowed()).toBe(false);
    expect(await permission.set(true)).toEqual({ ok: true, value: null });
    expect([permission.allowed(), downloadPermission(file).allowed()]).toEqual([true, true]);
    await permission.set(false);
    expect([permission.allowed(), downloadPermission(file).allowed()]).toEqual([false, false]);
  });

  it.each(['', '{', 'true', '{"allowDownloads":"yes"}', '{"allowDownloads":true,"more":1}'])('is off where its file reads %j', async (text) => {
    const file = path.join(folder, 'downloads.json');
    await writeFile(file, text);
    expect(downloadPermission(file).allowed()).toBe(false);
  });

  it('holds the later of two words, at once and on the disk', async () => {
    const file = path.join(folder, 'downloads.json');
    const permission = downloadPermission(file);
    const on = permission.set(true);
    const off = permission.set(false);
    await Promise.all([on, off]);
    expect(permission.allowed()).toBe(false);
    expect(await readFile(file, 'utf8')).toBe('{"allowDownloads":false}\n');
  });

  it('stays off where it cannot be written down', async () => {
    const permission = downloadPermission(path.join(folder, 'no such folder', 'downloads.json'));
    expect(await permission.set(true)).toEqual({ ok: false, error: { code: 'cannot-write', detail: 'ENOENT' } });
    expect(permission.allowed()).toBe(false);
  });
});

describe('the address', () => {
  const official = 'https://oig.hhs.gov/exclusions/downloadables/UPDATED.csv';
  const addressOf = (packaged: boolean, override?: string) => sourceOf('oig-leie', { packaged, env: { MUSTER_LEIE_ADDRESS: override } }).address;

  it('is the official one; a server of this computer takes its place in a checkout only', () => {
    expect(addressOf(true)).toBe(official);
    expect(addressOf(false)).toBe(official);
    expect(addressOf(false, 'http://127.0.0.1:8080/UPDATED.csv')).toBe('http://127.0.0.1:8080/UPDATED.csv');
    expect(addressOf(true, 'http://127.0.0.1:8080/UPDATED.csv')).toBe(official);
  });

  it.each(['', 'nonsense', 'https://example.com/UPDATED.csv', 'http://127.0.0.1.example.com/', 'http://localhost.example/', 'http://me@127.0.0.1/', 'ftp://127.0.0.1/', 'file:///127.0.0.1'])(
    'is not replaced by %j', (override) => expect(addressOf(false, override)).toBe(official),
  );

  const source = sourceOf('oig-leie', { packaged: true, env: {} });
  it.each(['https://oig.hhs.gov/', 'https://oig.hhs.gov:443/a?b#c', 'https://OIG.hhs.gov/x'])('may lead on to %s', (address) => expect(isSameSite(source, address)).toBe(true));
  it.each([
    'http://oig.hhs.gov/exclusions/downloadables/UPDATED.csv', 'https://hhs.gov/', 'https://www.oig.hhs.gov/', 'https://oig.hhs.gov.example.com/', 'https://oig.hhs.gov:8443/',
    'https://oig.hhs.gov@example.com/', 'https://me@oig.hhs.gov/', 'https://:word@oig.hhs.gov/', '//oig.hhs.gov/', '', 'oig.hhs.gov',
  ])('may not lead on to %j', (address) => expect(isSameSite(source, address)).toBe(false));
});
