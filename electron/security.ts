import { app } from 'electron';
import { isAppUrl } from './allowed-urls.ts';
import { log } from './log.ts';

/**
 * Rules for every page there will ever be, installed where pages are born so that no later window can forget them: a page
 * stays on the app's origin, opens no window and holds no other page.
 */
export function guardEveryPage(): void {
  app.on('web-contents-created', (_event, contents) => {
    // https://www.electronjs.org/docs/latest/tutorial/security#13-disable-or-limit-navigation
    contents.on('will-frame-navigate', (event) => {
      if (isAppUrl(event.url) && event.isMainFrame) return;
      event.preventDefault();
      log('warn', 'navigation-denied', { scheme: schemeOf(event.url) });
    });
    contents.on('will-redirect', (event) => {
      if (isAppUrl(event.url)) return;
      event.preventDefault();
      log('warn', 'redirect-denied', { scheme: schemeOf(event.url) });
    });
    // https://www.electronjs.org/docs/latest/tutorial/security#14-disable-or-limit-creation-of-new-windows
    contents.setWindowOpenHandler(({ url }) => {
      log('warn', 'window-denied', { scheme: schemeOf(url) });
      return { action: 'deny' };
    });
    // https://www.electronjs.org/docs/latest/tutorial/security#12-verify-webview-options-before-creation
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
      log('warn', 'webview-denied', {});
    });
    // Chromium would take the first certificate of this computer that fits, and ask for a password in a window of its own.
    contents.on('select-client-certificate', (event) => {
      event.preventDefault();
    });
    contents.on('login', (event) => {
      event.preventDefault();
    });
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}

/** An address may hold a name or a search; its scheme cannot. */
function schemeOf(address: string): string {
  return /^([a-z][a-z0-9+.-]{0,20}):/i.exec(address)?.[1] ?? 'none';
}
