import { net, session, type IncomingMessage } from 'electron';
import { log } from '../log.ts';
import type { Reach } from './ask-once.ts';

/**
 * The one way out of the app: a session of its own, in memory, without cookies, cache or any tie to the page's session, which
 * stays closed. Made when the first list is asked for. It lets nothing pass but what `allowed` says at that moment.
 */
export function listSession(version: string, allowed: (address: string) => boolean): Reach {
  let made: ReturnType<typeof session.fromPartition> | null = null;
  const own = (): ReturnType<typeof session.fromPartition> => {
    if (made !== null) return made;
    made = session.fromPartition('lists', { cache: false });
    // No version of the system, no language of the person.
    made.setUserAgent(`Muster/${version}`, 'en-US');
    made.setSpellCheckerEnabled(false);
    made.webRequest.onBeforeRequest((details, answer) => {
      const passes = allowed(details.url);
      if (!passes) log('warn', 'list-request-denied', {});
      answer({ cancel: !passes });
    });
    return made;
  };
  return (address, { headers, signal }) =>
    new Promise((resolve, reject) => {
      const request = net.request({
        url: address, session: own(), credentials: 'omit', redirect: 'manual', cache: 'no-store', referrerPolicy: 'no-referrer',
      });
      for (const [name, value] of Object.entries(headers)) request.setHeader(name, value);
      const stop = (): void => request.abort();
      signal.addEventListener('abort', stop, { once: true });
      // Not followed here: whoever asked looks at the new address first.
      request.on('redirect', (status, _method, location) => {
        resolve(new Response(null, { status, headers: { location } }));
      });
      request.on('response', (message) => resolve(responseOf(message)));
      request.on('error', reject);
      request.on('abort', () => reject(new Error('ERR_ABORTED')));
      request.end();
    });
}

const withoutBody = [204, 205, 304];

function responseOf(message: IncomingMessage): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  let open = true;
  const once = (end: () => void): void => {
    if (open) end();
    open = false;
  };
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      message.on('data', (chunk) => {
        if (open) controller.enqueue(new Uint8Array(chunk));
      });
      message.on('end', () => once(() => controller.close()));
      message.on('aborted', () => once(() => controller.error(new Error('ERR_ABORTED'))));
      message.on('error', (error: unknown) => once(() => controller.error(error)));
    },
    // Whoever reads has stopped; the request is stopped by its signal.
    cancel() {
      open = false;
    },
  });
  return new Response(withoutBody.includes(message.statusCode) ? null : body, { status: message.statusCode, headers });
}
