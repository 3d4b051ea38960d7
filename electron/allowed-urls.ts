/** Which addresses are ours. Pure, so that the table of ways to fool it is a plain unit test. */

export const appScheme = 'app';
export const appHost = 'muster';
/** Never changes: the agency's database belongs to this origin. */
export const appOrigin = `${appScheme}://${appHost}`;

/** Whether an address is a page or file of the app: the scheme and the host exactly, no port, no credentials. */
export function isAppUrl(raw: string): boolean {
  const url = parseUrl(raw);
  return (
    url !== null &&
    url.protocol === `${appScheme}:` &&
    url.hostname === appHost &&
    url.port === '' &&
    url.username === '' &&
    url.password === ''
  );
}

/**
 * Whether a request may leave for this address: the app's own, bytes already in memory, and while developing the dev
 * server's origin (with its web socket). `devServer` is null in every built app.
 */
export function isAllowedRequest(raw: string, devServer: string | null): boolean {
  if (isAppUrl(raw)) return true;
  const url = parseUrl(raw);
  if (url === null) return false;
  if (url.protocol === 'data:') return true;
  if (url.protocol === 'blob:') return isAppUrl(url.pathname);
  if (devServer === null) return false;
  // The tools window is a page of Chromium's own; it exists only while developing.
  if (url.protocol === 'devtools:') return true;
  const server = parseUrl(devServer);
  if (server === null || url.username !== '' || url.password !== '') return false;
  const web = url.protocol === server.protocol || (url.protocol === 'ws:' && server.protocol === 'http:');
  return web && url.host === server.host;
}

/** The address taken apart, or null where it is none. */
export function parseUrl(raw: string): URL | null {
  try {
    return new URL(raw);
  } catch {
    return null;
  }
}
