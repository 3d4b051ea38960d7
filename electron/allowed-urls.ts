/** Which addresses are ours. Pure, so that the table of ways to fool it is a plain unit test. */

import { isEmailAddress, mailtoLimit } from '../shared/model/email.ts';

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

/**
 * Whether an address is the draft of a message and nothing else: at most one recipient, a subject and a text, each once. Other
 * headers (a blind copy, a file to attach) are what a crafted address would use.
 */
export function isMailDraft(raw: string): boolean {
  if (raw.length > mailtoLimit || !/^mailto:[!-~]*$/.test(raw)) return false;
  const url = parseUrl(raw);
  if (url === null || url.hash !== '') return false;
  try {
    const to = decodeURIComponent(url.pathname);
    if (to !== '' && !isEmailAddress(to)) return false;
    const parts = url.search.slice(1).split('&').filter((part) => part !== '').map((part) => part.split('='));
    const names = parts.map(([name]) => name);
    for (const [, value, ...more] of parts) if (value === undefined || more.length > 0 || decodeURIComponent(value).includes('\u0000')) return false;
    return names.every((name) => name === 'subject' || name === 'body') && new Set(names).size === names.length;
  } catch {
    // An escape that is none.
    return false;
  }
}

/** The address taken apart, or null where it is none. */
export function parseUrl(raw: string): URL | null {
  try {
    return new URL(raw);
  } catch {
    return null;
  }
}
