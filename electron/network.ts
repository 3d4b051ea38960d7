import { session } from 'electron';
import { isAllowedRequest } from './allowed-urls.ts';
import { log } from './log.ts';

/**
 * No origin but the app's own. The page's policy says so already; this holds where a page's policy does not reach, such as
 * what Chromium itself would fetch (spelling dictionaries, proxy scripts).
 */
export async function closeNetwork(devServer: string | null): Promise<void> {
  const target = session.defaultSession;
  target.webRequest.onBeforeRequest((details, answer) => {
    const allowed = isAllowedRequest(details.url, devServer);
    if (!allowed) log('warn', 'request-denied', { kind: details.resourceType });
    answer({ cancel: !allowed });
  });
  target.setSpellCheckerEnabled(false);
  // Without this Chromium looks for a proxy script on the local network.
  await target.setProxy({ mode: 'direct' });
}
