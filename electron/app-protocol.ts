import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { net, protocol } from 'electron';
import { appHost, appScheme, isAppUrl } from './allowed-urls.ts';
import { contentSecurityPolicy, nonceMark } from './content-security-policy.ts';
import { fileFor, mediaType } from './static-files.ts';

/** Must run before the app is ready: from then on Chromium treats app:// like https:// (origin, storage, workers). */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * Serves the page from `root`. While developing, the same addresses are answered by the dev server, so that origin, policy
 * and storage are those of the built app.
 */
export function serveApp(root: string, devServer: string | null): void {
  protocol.handle(appScheme, async (request) => {
    if (!isAppUrl(request.url) || new URL(request.url).hostname !== appHost) return refuse(403);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    const answer = devServer === null ? await fromDisk(root, request.url) : await fromServer(devServer, request);
    if (answer === null) return refuse(404);
    const nonce = randomBytes(18).toString('base64');
    const isPage = answer.type.startsWith('text/html');
    const body = isPage ? answer.bytes.toString('utf8').replaceAll(nonceMark, nonce) : new Uint8Array(answer.bytes);
    return new Response(body, {
      headers: {
        'Content-Type': answer.type,
        // On every answer, not only the page's: a worker takes its policy from its own script.
        'Content-Security-Policy': contentSecurityPolicy(nonce, devServer),
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Resource-Policy': 'same-origin',
        'Cache-Control': isPage || devServer !== null ? 'no-store' : 'no-cache',
      },
    });
  });
}

type Answer = { readonly bytes: Buffer; readonly type: string };

async function fromDisk(root: string, address: string): Promise<Answer | null> {
  const file = fileFor(root, address);
  if (file === null) return null;
  const bytes = await readFile(file).catch(() => null);
  return bytes === null ? null : { bytes, type: mediaType(file) };
}

async function fromServer(devServer: string, request: Request): Promise<Answer | null> {
  const { pathname, search } = new URL(request.url);
  // Accept decides whether Vite answers a style sheet as CSS or as a module.
  const headers = { Accept: request.headers.get('Accept') ?? '*/*' };
  const answer = await net.fetch(new URL(pathname + search, devServer).href, { headers });
  if (!answer.ok) return null;
  return { bytes: Buffer.from(await answer.arrayBuffer()), type: answer.headers.get('Content-Type') ?? 'text/javascript' };
}

function refuse(status: 403 | 404 | 405): Response {
  return new Response(null, { status });
}
