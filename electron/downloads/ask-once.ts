import { createHash } from 'node:crypto';
import { civilDateAt, type CivilDate } from '../../shared/civil-date.ts';
import type { ConnectionOutcome } from '../../shared/ipc/connection.ts';
import { systemCode } from '../system-code.ts';
import { isSameSite, type ListSource } from './sources.ts';

/** Asks one address; never follows a redirect by itself. The platform's `fetch` has this shape, given `redirect: 'manual'`. */
export type Reach = (address: string, request: { readonly headers: Readonly<Record<string, string>>; readonly signal: AbortSignal }) => Promise<Response>;

/** Runs something later, in milliseconds; answers what calls it off. */
export type After = (milliseconds: number, action: () => void) => () => void;

export type AskTools = {
  readonly reach: Reach;
  readonly after: After;
  /** The person's own stop. */
  readonly signal: AbortSignal;
  readonly onBytes: (received: number, total: number | null) => void;
};

/** What one connection came to: what the log keeps of it, and the list where it was handed over or the address to ask next. */
export type Asked = {
  readonly outcome: ConnectionOutcome;
  readonly code?: string;
  readonly status?: number;
  readonly bytes: number;
  readonly sha256?: string;
  readonly next?: string;
  readonly list?: { readonly bytes: Uint8Array; readonly publishedOn?: CivilDate };
};

/** After so long without a byte the connection is given up. */
export const quietMilliseconds = 30_000;

// Unpacked on the way, bytes could not be compared with the length announced.
const headers = { accept: 'text/csv, application/octet-stream;q=0.9, */*;q=0.1', 'accept-encoding': 'identity' };
const redirects = [301, 302, 303, 307, 308];

/** Makes one connection and looks at what came. Nothing here throws, and nothing but a list that passed every check is handed over. */
export async function askOnce(source: ListSource, address: string, tools: AskTools): Promise<Asked> {
  const stop = new AbortController();
  const end = (why: 'cancelled' | 'timed-out') => (): void => stop.abort(why);
  const ended = (): 'cancelled' | 'timed-out' | null => (stop.signal.aborted ? (stop.signal.reason as 'cancelled' | 'timed-out') : null);
  const cancel = end('cancelled');
  if (tools.signal.aborted) return { outcome: 'cancelled', bytes: 0 };
  tools.signal.addEventListener('abort', cancel);
  let calm = tools.after(quietMilliseconds, end('timed-out'));
  const heard = (): void => {
    calm();
    calm = tools.after(quietMilliseconds, end('timed-out'));
  };
  const why = (otherwise: 'unreachable' | 'cut-off', error: unknown): Pick<Asked, 'outcome' | 'code'> => {
    const outcome = ended();
    return outcome === null ? { outcome: otherwise, code: networkCode(error) } : { outcome };
  };

  try {
    let response: Response;
    try {
      response = await Promise.race([tools.reach(address, { headers, signal: stop.signal }), refusedOn(stop.signal)]);
    } catch (error) {
      return { ...why('unreachable', error), bytes: 0 };
    }
    heard();
    const refused = refusedByItsHead(source, address, response);
    if (refused !== null) return refused;

    const { status } = response;
    const total = announced(response);
    const chunks: Uint8Array[] = [];
    const digest = createHash('sha256');
    let received = 0;
    const soFar = (): Pick<Asked, 'status' | 'bytes' | 'sha256'> => ({ status, bytes: received, ...(received === 0 ? {} : { sha256: digest.copy().digest('hex') }) });
    try {
      for await (const chunk of chunksOf(response, stop.signal)) {
        heard();
        received += chunk.byteLength;
        digest.update(chunk);
        if (received > source.maxBytes) return { outcome: 'too-large', ...soFar() };
        chunks.push(chunk);
        tools.onBytes(received, total);
      }
    } catch (error) {
      return { ...why('cut-off', error), ...soFar() };
    }
    // A stream may also end without a word when it is stopped.
    const stopped = ended();
    if (stopped !== null) return { outcome: stopped, ...soFar() };
    if (total !== null && received !== total) return { outcome: 'cut-off', code: 'length', ...soFar() };
    const bytes = new Uint8Array(Buffer.concat(chunks, received));
    const strange = strangeContent(source, bytes);
    if (strange !== null) return { outcome: 'not-the-list', code: strange, ...soFar() };
    const publishedOn = publishedOf(response);
    return { outcome: 'taken', ...soFar(), list: { bytes, ...(publishedOn === null ? {} : { publishedOn }) } };
  } finally {
    calm();
    tools.signal.removeEventListener('abort', cancel);
    // Whatever is still coming is not wanted any more.
    stop.abort();
  }
}

/** What can be told before a byte of the body is read. */
function refusedByItsHead(source: ListSource, address: string, response: Response): Asked | null {
  const { status } = response;
  if (redirects.includes(status)) {
    const next = absolute(response.headers.get('location') ?? '', address);
    return next !== null && isSameSite(source, next) ? { outcome: 'redirected', status, bytes: 0, next } : { outcome: 'elsewhere', status, bytes: 0 };
  }
  if (status !== 200) return { outcome: 'status', status, bytes: 0 };
  const type = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!source.types.includes(type)) return { outcome: 'not-the-list', code: type.includes('html') ? 'html' : 'type', status, bytes: 0 };
  return (announced(response) ?? 0) > source.maxBytes ? { outcome: 'too-large', status, bytes: 0 } : null;
}

/** How many bytes the site says will come; null where it does not say, or packs them. */
function announced(response: Response): number | null {
  const packed = response.headers.get('content-encoding') ?? 'identity';
  const text = response.headers.get('content-length') ?? '';
  return packed === 'identity' && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** Why these bytes are not the list, or null: not a web page, and the first line has the list's heads. */
function strangeContent(source: ListSource, bytes: Uint8Array): 'html' | 'heads' | null {
  const start = new TextDecoder().decode(bytes.subarray(0, 4_096));
  if (start.trimStart().startsWith('<')) return 'html';
  const line = start.split(/\r?\n/, 1)[0] ?? '';
  const heads = line.split(',').map((head) => head.trim().replace(/^"(.*)"$/, '$1').trim().toUpperCase());
  return source.heads.some((known) => known.length === heads.length && known.every((head, at) => head === heads[at])) ? null : 'heads';
}

/** The day of Last-Modified, which is in GMT; null where it is missing, unreadable or no such header at all. */
function publishedOf(response: Response): CivilDate | null {
  const text = response.headers.get('last-modified') ?? '';
  const instant = / GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(instant) ? null : civilDateAt(instant, 'UTC');
}

/** Never fulfilled; rejected when stopped. A stop must hold whatever the platform makes of it. */
function refusedOn(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true });
  });
}

/** The bytes as they come; ends early when stopped. */
async function* chunksOf(response: Response, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  // A stream already broken rejects this too; the reading below tells of it.
  const stop = (): void => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function absolute(location: string, address: string): string | null {
  try {
    return location === '' ? null : new URL(location, address).href;
  } catch {
    return null;
  }
}

/** Chromium's code (ERR_NAME_NOT_RESOLVED) or Node's (ECONNREFUSED); never the message, which quotes addresses. */
function networkCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const chromium = /\bERR_[A-Z_]+/.exec(error.message)?.[0];
  return (chromium ?? systemCode(error.cause ?? error)).slice(0, 80);
}
