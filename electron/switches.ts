/**
 * Switches of Chromium that would open an installed Muster to whoever starts it: a debugger on the page, a page without its
 * rules, names that resolve elsewhere, traffic written to a file. A shortcut can carry them, so they are taken away before
 * Chromium reads them. What is read before the first line of ours (`--inspect`, `NODE_OPTIONS`, `ELECTRON_RUN_AS_NODE`) the fuses answer.
 */
export const refusedSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-debugging-targets',
  'remote-allow-origins',
  'auto-open-devtools-for-tabs',
  'enable-automation',
  'load-extension',
  'disable-web-security',
  'allow-file-access-from-files',
  'allow-running-insecure-content',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'host-rules',
  'host-resolver-rules',
  'proxy-server',
  'proxy-pac-url',
  'log-net-log',
  'net-log-capture-mode',
  'ssl-key-log-file',
  'enable-logging',
  'unsafely-treat-insecure-origin-as-secure',
  'disable-site-isolation-trials',
  'use-fake-ui-for-media-stream',
] as const;

type CommandLine = { readonly hasSwitch: (name: string) => boolean; readonly removeSwitch: (name: string) => void };

/** Takes the refused switches away; answers those that were there. Does nothing in a checkout, where tests and developers need them. */
export function refuseSwitches(commandLine: CommandLine, packaged: boolean): readonly string[] {
  if (!packaged) return [];
  const found = refusedSwitches.filter((name) => commandLine.hasSwitch(name));
  for (const name of found) commandLine.removeSwitch(name);
  return found;
}
