import path from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme, type WebContents, type WebPreferences } from 'electron';
import { appOrigin } from './allowed-urls.ts';
import { log } from './log.ts';
import { pageReturn } from './page-return.ts';
import { backgroundOf, titleBarOverlay } from './title-bar.ts';

/** Every switch that keeps the page away from the machine, written out though most are defaults: defaults change. */
const pagePreferences: WebPreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  enableWebSQL: false,
  safeDialogs: true,
};

let current: BrowserWindow | null = null;

/** Whether the page was opened again after its process ended. */
export const returns = pageReturn();

/** How the window behaves at its ends. */
export type WindowManners = {
  /** Closing hides it, and its page goes on running. */
  readonly staysOnClose: () => boolean;
  /** Made without being shown. */
  readonly hidden?: boolean;
};

/** The page of the one window; null while there is none. */
export const currentPage = (): WebContents | null => current?.webContents ?? null;

/** The one window, made when there is none, shown when its page can be seen. */
export function showWindow(built: string, { staysOnClose, hidden = false }: WindowManners): void {
  if (current !== null) {
    if (current.isMinimized()) current.restore();
    current.show();
    current.focus();
    return;
  }
  const theme = nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1100,
    minHeight: 700,
    show: false,
    title: 'Muster',
    backgroundColor: backgroundOf(theme),
    ...(process.platform === 'darwin'
      ? { titleBarStyle: 'hiddenInset' as const, trafficLightPosition: { x: 14, y: 12 } }
      : { titleBarStyle: 'hidden' as const, titleBarOverlay: titleBarOverlay(theme) }),
    webPreferences: { ...pagePreferences, devTools: !app.isPackaged, preload: path.join(built, 'preload', 'preload.cjs') },
  });
  current = window;
  if (!hidden) {
    window.once('ready-to-show', () => {
      window.show();
    });
  }
  window.on('close', (event) => {
    if (!staysOnClose()) return;
    event.preventDefault();
    window.hide();
  });
  window.on('closed', () => {
    current = null;
  });
  const load = (): void => {
    window.loadURL(`${appOrigin}/`).catch((error: unknown) => {
      log('error', 'page-not-loaded', { kind: error instanceof Error ? error.name : 'unknown' });
    });
  };
  window.webContents.on('render-process-gone', (_event, details) => {
    log('error', 'page-gone', { reason: details.reason, exitCode: details.exitCode });
    if (details.reason === 'clean-exit' || window.isDestroyed()) return;
    if (returns.gone(Date.now()) === 'open-again') load();
    else {
      dialog.showErrorBox('Muster has to close', 'Its screen ended several times within a minute. Everything you recorded is safe. Start the computer anew, then Muster; if it happens again, update Muster.');
      app.exit(1);
    }
  });
  window.webContents.on('unresponsive', () => log('warn', 'page-unresponsive', {}));
  load();
}
