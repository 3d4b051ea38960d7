import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { quietMilliseconds, type Reach } from '../../../electron/downloads/ask-once.ts';
import { connectionLog, type ConnectionLog } from '../../../electron/downloads/connection-log.ts';
import { listDownloads, pauses, type ListDownloads } from '../../../electron/downloads/list-downloads.ts';
import { sourceOf } from '../../../electron/downloads/sources.ts';
import { fail, ok } from '../../../shared/result.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
type Progress = Parameters<Parameters<ListDownloads['download']>[1]>[0];

const head = 'LASTNAME,FIRSTNAME,MIDNAME,BUSNAME,GENERAL,SPECIALTY,UPIN,NPI,DOB,ADDRESS,CITY,STATE,ZIP,EXCLTYPE,EXCLDATE,REINDATE,WAIVERDATE,WVRSTATE\r\n';
const list = `${head}${'"SAMPLE","ADA","","","","","","0000000000","19700101","1 EXAMPLE ST","EXAMPLE","LA","70000","1128a1","20200101","00000000","00000000",""\r\n'.repeat(2_000)}`;
const published = 'Thu, 14 May 2026 23:59:59 GMT';
const csv: Answer = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8', 'content-length': Buffer.byteLength(list), 'last-modified': published });
  response.end(list);
};
const answer = (status: number, headers: Record<string, string> = {}, body = ''): Answer => (_request, response) => {
  response.writeHead(status, headers);
  response.end(body);
};
const csvOf = (body: string, headers: Record<string, string> = {}): Answer => answer(200, { 'content-type': 'text/csv', ...headers }, body);

let folder = '';
let server: Server;
let asked: IncomingMessage[] = [];
/** What the site answers, request by request; the last one for ever. */
let answers: Answer[] = [];
let allowed = true;
/** Milliseconds of every timer set, and what fires at once. */
let timers: number[] = [];
let firesAtOnce = (milliseconds: number): boolean => (pauses as readonly number[]).includes(milliseconds);
let record: ConnectionLog;
let downloads: ListDownloads;
let origin = '';

const reach: Reach = (address, { headers, signal }) => fetch(address, { headers, signal, redirect: 'manual', credentials: 'omit' });

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'muster-downloads-'));
  asked = [];
  timers = [];
  allowed = true;
  firesAtOnce = (milliseconds) => (pauses as readonly number[]).includes(milliseconds);
  server = createServer((request, response) => {
    asked.push(request);
    (answers.length > 1 ? answers.shift() : answers[0])?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  record = connectionLog(path.join(folder, 'connections.jsonl'));
  downloads = downloader(reach);
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

function downloader(how: Reach, log = record): ListDownloads {
  let clock = Date.UTC(2026, 4, 20, 12);
  return listDownloads({
    permission: { allowed: () => allowed, set: () => Promise.resolve(ok(null)) },
    log,
    reach: how,
    sourceOf: (which) => ({ ...sourceOf(which, { packaged: false, env: { MUSTER_LEIE_ADDRESS: `${origin}/UPDATED.csv` } }), maxBytes: 1_000_000 }),
    after: (milliseconds, action) => {
      timers.push(milliseconds);
      let live = true;
      if (firesAtOnce(milliseconds)) queueMicrotask(() => (live ? action() : undefined));
      return () => {
        live = false;
      };
    },
    now: () => (clock += 40),
  });
}

const fetchIt = (onProgress: (progress: Progress) => void = () => undefined) => downloads.download('oig-leie', onProgress);
const outcomes = () => record.read().connections.map(({ outcome, status, code }) => [outcome, status, code].filter((each) => each !== undefined).join(' '));

describe('a list the site hands out', () => {
  it('comes whole, with the day it was published, and the connection is on record', async () => {
    answers = [csv];
    const told: Progress[] = [];
    const got = await fetchIt((progress) => told.push(progress));
    expect(got).toEqual(ok({ name: 'UPDATED.csv', bytes: new Uint8Array(Buffer.from(list)), publishedOn: '2026-05-14' }));
    expect(told.at(-1)).toEqual({ list: 'oig-leie', received: list.length, total: list.length, attempt: 1, attempts: 3 });
    expect(record.read()).toEqual({
      unread: 0,
      connections: [{
        at: '2026-05-20T12:00:00.040Z', address: `${origin}/UPDATED.csv`, why: { list: 'oig-leie', attempt: 1, attempts: 3 }, outcome: 'taken', status: 200,
        bytes: list.length, milliseconds: expect.any(Number) as number, sha256: createHash('sha256').update(list).digest('hex'),
      }],
    });
  });

  it('is asked for with nothing that tells of anybody', async () => {
    answers = [csv];
    await fetchIt();
    expect([asked[0]?.method, asked[0]?.url]).toEqual(['GET', '/UPDATED.csv']);
    expect(Object.keys(asked[0]?.headers ?? {}).filter((name) => /cookie|authorization|referer|origin|from/.test(name))).toEqual([]);
  });

  it.each<[string, Answer, string | undefined]>([
    ['as bytes of no kind', answer(200, { 'content-type': 'application/octet-stream', 'last-modified': published }, list), '2026-05-14'],
    ['without a length', (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/csv' });
      response.write(list.slice(0, 50_000));
      response.end(list.slice(50_000));
    }, undefined],
    ['with heads quoted, in small letters, after a byte order mark', csvOf(`\uFEFF${head.toLowerCase().replace(/[a-z]+/g, '"$&"')}`), undefined],
    ['with the last head as the record layout spells it', csvOf(head.replace('WVRSTATE', 'WAIVERSTATE')), undefined],
    ['with a date of change that is none', csvOf(list, { 'last-modified': 'yesterday' }), undefined],
  ])('is taken %s', async (_what, how, publishedOn) => {
    answers = [how];
    const got = await fetchIt();
    expect(got.ok && [got.value.name, got.value.publishedOn]).toEqual(['UPDATED.csv', publishedOn]);
  });

  it('is taken from another address of the same site, and both connections are on record', async () => {
    answers = [answer(302, { location: '/moved/UPDATED.csv' }), csv];
    expect((await fetchIt()).ok).toBe(true);
    expect(record.read().connections.map(({ address, outcome }) => [address, outcome])).toEqual([[`${origin}/UPDATED.csv`, 'redirected'], [`${origin}/moved/UPDATED.csv`, 'taken']]);
  });

  it('is taken at the third try, with growing pauses', async () => {
    answers = [answer(503), (request) => request.socket.destroy(), csv];
    const got = await fetchIt();
    expect(got.ok).toBe(true);
    expect(record.read().connections.map(({ outcome, why }) => [why.attempt, outcome])).toEqual([[1, 'status'], [2, 'unreachable'], [3, 'taken']]);
    expect(timers.filter((each) => each !== quietMilliseconds)).toEqual([...pauses]);
  });
});

describe('what is not the list', () => {
  it.each<[string, Answer, unknown, string]>([
    ['a web page', answer(200, { 'content-type': 'text/html' }, '<html>'), { code: 'wrong-answer', detail: 'html' }, 'not-the-list 200 html'],
    ['a web page called a list', csvOf('\n <!doctype html><title>Sorry</title>'), { code: 'wrong-answer', detail: 'html' }, 'not-the-list 200 html'],
    ['a picture', answer(200, { 'content-type': 'image/png' }, 'x'), { code: 'wrong-answer', detail: 'not-the-list' }, 'not-the-list 200 type'],
    ['a file of no named kind', answer(200, {}, list), { code: 'wrong-answer', detail: 'not-the-list' }, 'not-the-list 200 type'],
    ['another table', csvOf('a,b,c\r\n1,2,3\r\n'), { code: 'wrong-answer', detail: 'not-the-list' }, 'not-the-list 200 heads'],
    ['a table with one head more', csvOf(head.replace('\r\n', ',MORE\r\n')), { code: 'wrong-answer', detail: 'not-the-list' }, 'not-the-list 200 heads'],
    ['nothing', csvOf(''), { code: 'wrong-answer', detail: 'not-the-list' }, 'not-the-list 200 heads'],
    ['a missing page', answer(404, { 'content-type': 'text/csv' }, list), { code: 'wrong-answer', detail: 'status 404' }, 'status 404'],
    ['no content', answer(204), { code: 'wrong-answer', detail: 'status 204' }, 'status 204'],
    ['a part of it', answer(206, { 'content-type': 'text/csv' }, list), { code: 'wrong-answer', detail: 'status 206' }, 'status 206'],
    ['more than announced as possible', csvOf('', { 'content-length': '1000001' }), { code: 'too-large', detail: '1000000' }, 'too-large 200'],
    ['another site', answer(301, { location: 'http://localhost/UPDATED.csv' }), { code: 'wrong-answer', detail: 'elsewhere' }, 'elsewhere 301'],
    ['the same host without its port', answer(301, { location: 'http://127.0.0.1/UPDATED.csv' }), { code: 'wrong-answer', detail: 'elsewhere' }, 'elsewhere 301'],
    ['a redirect to nowhere', answer(302), { code: 'wrong-answer', detail: 'elsewhere' }, 'elsewhere 302'],
    ['a file of this computer', answer(302, { location: 'file:///etc/passwd' }), { code: 'wrong-answer', detail: 'elsewhere' }, 'elsewhere 302'],
  ])('%s is refused at once', async (_what, how, error, line) => {
    answers = [how];
    expect(await fetchIt()).toEqual(fail(error));
    expect(outcomes()).toEqual([line]);
    expect(asked).toHaveLength(1);
  });

  it('a site that points in a circle is asked four times and no more', async () => {
    answers = [answer(302, { location: '/UPDATED.csv' })];
    expect(await fetchIt()).toEqual(fail({ code: 'wrong-answer', detail: 'elsewhere' }));
    expect(asked).toHaveLength(4);
  });

  it('a list without end is given up at the bound', async () => {
    answers = [(_request, response) => {
      response.writeHead(200, { 'content-type': 'text/csv' });
      const more = (): void => {
        while (!response.destroyed && response.write(list));
      };
      response.on('drain', more);
      more();
    }];
    expect(await fetchIt()).toEqual(fail({ code: 'too-large', detail: '1000000' }));
    const [only] = record.read().connections;
    expect([only?.outcome, (only?.bytes ?? 0) > 1_000_000, only?.sha256?.length]).toEqual(['too-large', true, 64]);
  });
});

describe('trouble on the way', () => {
  it('a body cut off is tried three times, then told', async () => {
    answers = [(_request, response) => {
      response.writeHead(200, { 'content-type': 'text/csv', 'content-length': list.length });
      response.write(list.slice(0, 1_000), () => response.destroy());
    }];
    expect(await fetchIt()).toEqual(fail({ code: 'no-connection', detail: 'cut-off' }));
    expect(record.read().connections.map(({ outcome }) => outcome)).toEqual(['cut-off', 'cut-off', 'cut-off']);
  });

  it('a body shorter than announced is cut off even where the platform lets it pass', async () => {
    downloads = downloader(() => Promise.resolve(new Response(list, { headers: { 'content-type': 'text/csv', 'content-length': String(list.length + 1) } })));
    expect(await fetchIt()).toEqual(fail({ code: 'no-connection', detail: 'cut-off' }));
    expect(outcomes()[0]).toBe('cut-off 200 length');
  });

  it('a computer without a network says so with the system’s code', async () => {
    downloads = downloader(() => Promise.reject(new Error('net::ERR_INTERNET_DISCONNECTED while loading https://example.com')));
    expect(await fetchIt()).toEqual(fail({ code: 'no-connection', detail: 'ERR_INTERNET_DISCONNECTED' }));
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    downloads = downloader(reach);
    expect(await fetchIt()).toEqual(fail({ code: 'no-connection', detail: 'ECONNREFUSED' }));
    server.listen(0);
  });

  it('a site that says nothing is given up', async () => {
    answers = [() => undefined];
    firesAtOnce = () => true;
    expect(await fetchIt()).toEqual(fail({ code: 'no-connection', detail: 'timed-out' }));
    expect(outcomes()).toEqual(['timed-out', 'timed-out', 'timed-out']);
  });
});

describe('the person’s word', () => {
  it('without leave, nothing is asked and nothing recorded', async () => {
    allowed = false;
    answers = [csv];
    expect(await fetchIt()).toEqual(fail({ code: 'not-allowed' }));
    expect([asked.length, record.read().connections.length]).toEqual([0, 0]);
  });

  it('stops a download under way; a second one waits for no one', async () => {
    answers = [(_request, response) => {
      response.writeHead(200, { 'content-type': 'text/csv', 'content-length': list.length });
      response.write(list.slice(0, 1_000));
    }];
    expect(downloads.cancel()).toBe(false);
    const under = fetchIt(() => downloads.cancel());
    expect(await fetchIt()).toEqual(fail({ code: 'busy', detail: 'download' }));
    expect(await under).toEqual(fail({ code: 'cancelled' }));
    expect(record.read().connections).toMatchObject([{ outcome: 'cancelled', bytes: 1_000 }]);
    answers = [csv];
    expect((await fetchIt()).ok).toBe(true);
  });

  it.each<[string, Reach]>([
    ['never answers', () => new Promise(() => undefined)],
    ['never ends', () => Promise.resolve(new Response(new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(10)) }), { headers: { 'content-type': 'text/csv' } }))],
  ])('stops a request that %s and hears no stop', async (what, deaf) => {
    downloads = downloader(deaf);
    const under = fetchIt(() => downloads.cancel());
    if (what === 'never answers') downloads.cancel();
    expect(await under).toEqual(fail({ code: 'cancelled' }));
  });

  it('stops the pause between two tries', async () => {
    answers = [(_request, response) => {
      response.writeHead(503);
      response.end();
    }];
    firesAtOnce = () => false;
    const under = fetchIt();
    await expect.poll(() => timers.includes(pauses[0])).toBe(true);
    downloads.cancel();
    expect(await under).toEqual(fail({ code: 'cancelled' }));
    expect(asked).toHaveLength(1);
  });

  it('is kept on record: a connection that cannot be written down is not made', async () => {
    answers = [csv];
    await writeFile(path.join(folder, 'blocked'), '');
    downloads = downloader(reach, connectionLog(path.join(folder, 'blocked', 'connections.jsonl')));
    expect(await fetchIt()).toMatchObject({ ok: false, error: { code: 'cannot-write' } });
    expect(asked).toHaveLength(0);
  });
});
