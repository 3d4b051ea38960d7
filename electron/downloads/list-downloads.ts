import type { ChannelResult, EventBody } from '../../shared/ipc/contract.ts';
import type { Connection, DownloadList } from '../../shared/ipc/connection.ts';
import type { IpcFailure } from '../../shared/ipc/failure.ts';
import { fail, ok } from '../../shared/result.ts';
import { systemCode } from '../system-code.ts';
import { askOnce, type After, type Asked, type Reach } from './ask-once.ts';
import type { ConnectionLog } from './connection-log.ts';
import type { DownloadPermission } from './download-permission.ts';
import type { ListSource } from './sources.ts';

/** Fetches lists, one at a time, and only while the person allows it. */
export type ListDownloads = {
  readonly download: (list: DownloadList, onProgress: (progress: EventBody<'download-progress'>) => void) => Promise<ChannelResult<'download-list'>>;
  /** Stops what is under way; whether anything was. */
  readonly cancel: () => boolean;
};

export type DownloadTools = {
  readonly permission: DownloadPermission;
  readonly log: ConnectionLog;
  readonly reach: Reach;
  readonly sourceOf: (list: DownloadList) => ListSource;
  readonly after: After;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

/** Pauses before the second and the third try. */
export const pauses = [2_000, 8_000] as const;
const attempts = pauses.length + 1;
const mostRedirects = 3;
const progressEvery = 100;

export function listDownloads(tools: DownloadTools): ListDownloads {
  let running: AbortController | null = null;
  return {
    async download(list, onProgress) {
      if (!tools.permission.allowed()) return fail({ code: 'not-allowed' });
      if (running !== null) return fail({ code: 'busy', detail: 'download' });
      const stop = new AbortController();
      running = stop;
      try {
        // A connection that could not be written down is not made.
        tools.log.prove();
        return await fetchList(list, tools, stop.signal, onProgress);
      } catch (error) {
        return fail({ code: 'cannot-write', detail: systemCode(error) });
      } finally {
        running = null;
      }
    },
    cancel() {
      running?.abort();
      return running !== null;
    },
  };
}

async function fetchList(
  list: DownloadList,
  tools: DownloadTools,
  signal: AbortSignal,
  onProgress: (progress: EventBody<'download-progress'>) => void,
): Promise<ChannelResult<'download-list'>> {
  const source = tools.sourceOf(list);
  for (let attempt = 1; ; attempt += 1) {
    let told = Number.NEGATIVE_INFINITY;
    const onBytes = (received: number, total: number | null): void => {
      // The page needs no more than it can paint; the last byte it is always told.
      if (tools.now() - told < progressEvery && received !== total) return;
      told = tools.now();
      onProgress({ list, received, total, attempt, attempts });
    };
    const asked = await askWithRedirects(source, { list, attempt, attempts }, tools, signal, onBytes);
    if (asked.list !== undefined) return ok({ name: source.fileName, ...asked.list });
    if (attempt === attempts || !worthAnotherTry(asked)) return fail(failureOf(asked, source));
    await pause(pauses[attempt - 1] ?? 0, tools.after, signal);
    if (signal.aborted) return fail({ code: 'cancelled' });
  }
}

/** One try: the list's address, and whichever addresses of the same site it points to. Each connection is a line of the log. */
async function askWithRedirects(
  source: ListSource,
  why: Connection['why'],
  tools: DownloadTools,
  signal: AbortSignal,
  onBytes: (received: number, total: number | null) => void,
): Promise<Asked> {
  let address = source.address;
  for (let redirects = 0; ; redirects += 1) {
    const began = tools.now();
    const asked = await askOnce(source, address, { reach: tools.reach, after: tools.after, signal, onBytes });
    const { list: _list, next, ...kept } = asked;
    tools.log.add({
      at: new Date(began).toISOString(), address: address.slice(0, 500), why, ...kept, milliseconds: Math.max(0, Math.round(tools.now() - began)),
    });
    if (next === undefined || redirects === mostRedirects) return asked;
    address = next;
  }
}

const passing = [408, 425, 429, 500, 502, 503, 504];

/** Whether it may go well in a moment: trouble on the way or a busy site, not an answer that will be the same again. */
function worthAnotherTry({ outcome, status }: Asked): boolean {
  return outcome === 'unreachable' || outcome === 'timed-out' || outcome === 'cut-off' || (outcome === 'status' && status !== undefined && passing.includes(status));
}

function pause(milliseconds: number, after: After, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const callOff = after(milliseconds, done);
    function done(): void {
      signal.removeEventListener('abort', done);
      callOff();
      resolve();
    }
    if (signal.aborted) done();
    else signal.addEventListener('abort', done);
  });
}

function failureOf(asked: Asked, source: ListSource): IpcFailure {
  switch (asked.outcome) {
    case 'cancelled':
      return { code: 'cancelled' };
    case 'too-large':
      return { code: 'too-large', detail: String(source.maxBytes) };
    case 'unreachable':
    case 'timed-out':
    case 'cut-off':
      return { code: 'no-connection', detail: asked.outcome === 'unreachable' ? (asked.code ?? 'unknown') : asked.outcome };
    case 'status':
      return { code: 'wrong-answer', detail: `status ${asked.status ?? 0}` };
    case 'redirected':
    case 'elsewhere':
      return { code: 'wrong-answer', detail: 'elsewhere' };
    case 'not-the-list':
    case 'taken':
      return { code: 'wrong-answer', detail: asked.code === 'html' ? 'html' : 'not-the-list' };
  }
}
